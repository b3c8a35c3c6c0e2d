#pragma once

#include <stdint.h>

namespace sem {

/**
 * Asks the network for a feed by multicast DNS and waits for the first answer: false when none comes in time. The address
 * is written as four numbers. `from` is the address of the network to ask in, 0.0.0.0 for the usual one.
 */
bool findFeedByMdns(char (&host)[16], uint16_t& port, uint32_t timeoutMs, const char* from = "0.0.0.0");

}  // namespace sem
