#pragma once

#include "text.h"

namespace sem {

/** Writes the question for feeds in the network, `_sem-display._tcp.local` PTR; how many bytes it has. */
size_t writeMdnsQuestion(uint8_t (&message)[64]);

/** Where an answer says that the feed is. */
struct FoundFeed {
  uint16_t port = 0;
  /** As four numbers; empty when the answer names no address: then it is where the answer came from. */
  char host[16] = "";
};

/** Reads an answer. False when it is about something else, or broken. */
bool readMdnsAnswer(const uint8_t* message, size_t bytes, FoundFeed& found);

}  // namespace sem
