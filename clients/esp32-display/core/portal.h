#pragma once

#include "form.h"

namespace sem {

/** A network that the chip sees. */
struct Seen {
  char ssid[33];
  int8_t rssiDbm;
};

/**
 * The set-up page that the display serves in the network it has opened. Pure: a request comes in, an answer goes out; the
 * chip's layer does the sockets.
 */
class Portal {
 public:
  /** Where it is reached. */
  static constexpr const char* ADDRESS = "192.168.4.1";
  static constexpr size_t REQUEST_BYTES = 2048, ANSWER_BYTES = 8192;

  Portal(Settings& settings, const Seen* seen, size_t seenCount) : settings_(settings), seen_(seen), seenCount_(seenCount) {}

  /** How many bytes the whole request has, once its head is there; 0 when more must come first. */
  static size_t requestSize(Slice received);

  /** Writes the answer to a whole request. True when the settings have been changed and are to be tried. */
  bool answer(Slice request, Writer& writer);
  /** What the page says about the last try. */
  void say(const char* trouble) { trouble_ = trouble; }

 private:
  void page(Writer& writer, Slice message) const;

  Settings& settings_;
  const Seen* seen_;
  size_t seenCount_;
  const char* trouble_ = nullptr;
};

/**
 * Answers a question to the name server of the opened network: whatever is asked for is at 192.168.4.1, so that a telephone
 * finds the page by itself. How many bytes the answer has; 0 for what is no question.
 */
size_t answerDns(const uint8_t* question, size_t bytes, uint8_t* answer, size_t capacity);

}  // namespace sem
