#pragma once

#include <stddef.h>
#include <stdint.h>

namespace sem {

/** The line that a computer is at: the chip's own USB where it has one, else its first UART at 115200. */
class SerialLine {
 public:
  static void open();
  /** False when nothing has come. */
  static bool read(uint8_t& byte);
  static void write(const uint8_t* bytes, size_t count);
};

}  // namespace sem
