#pragma once

#include "settings.h"

namespace sem {

/**
 * Improv over serial (improv-wifi.com): how a browser that has just flashed the display gives it its Wi-Fi. A packet is
 * "IMPROV", version 1, type, length, data, the sum of all bytes before, and a line feed.
 */
class Improv {
 public:
  enum class State : uint8_t { READY = 2, PROVISIONING = 3, PROVISIONED = 4 };
  enum class Error : uint8_t { NONE = 0, INVALID = 1, UNKNOWN_COMMAND = 2, CANNOT_CONNECT = 3 };
  enum class Command : uint8_t { NONE = 0, SEND_WIFI = 1, STATE = 2, INFO = 3, SCAN = 4 };
  static constexpr size_t PACKET_BYTES = 6 + 3 + 255 + 2;

  /**
   * Takes one byte from the line, on which logs come too. The command when a packet is complete with it; a broken one makes
   * error() say so and is no command.
   */
  Command take(uint8_t byte);
  Error error() const { return error_; }
  /** What came with SEND_WIFI. False when it is no network. */
  bool readWifi(Settings& settings) const;

  /** Writes a packet; how many bytes it has. */
  static size_t writeState(State state, uint8_t* packet);
  static size_t writeError(Error error, uint8_t* packet);
  /** The answer to a command: texts one after the other. */
  static size_t writeResult(Command command, const Slice* texts, size_t count, uint8_t* packet);

 private:
  uint8_t packet_[PACKET_BYTES];
  size_t size_ = 0;
  Error error_ = Error::NONE;
};

}  // namespace sem
