#pragma once

#include <stddef.h>
#include <stdint.h>

namespace sem {

/** The size of the Waveshare 3.7" panel (ED037TC1, controller SSD1677) and of what the feed sends for it. */
constexpr int PANEL_COLUMNS = 280;
constexpr int PANEL_ROWS = 480;
/** `raw`: two bits a pixel, the leftmost in the highest bits, 00 black to 11 white. */
constexpr size_t RAW_BYTES = size_t{PANEL_COLUMNS} * PANEL_ROWS / 4;
/** `bin`: one bit a pixel, the leftmost in the highest bit, 1 is white. */
constexpr size_t BIN_BYTES = size_t{PANEL_COLUMNS} * PANEL_ROWS / 8;

/** The wires between the chip and the panel, and the time that passes on them. */
class PanelBus {
 public:
  /** The reset line; low resets. */
  virtual void reset(bool high) = 0;
  /** One byte with D/C low. The chip select stays low until the next command. */
  virtual void command(uint8_t command) = 0;
  /** Bytes with D/C high, which belong to the command before. */
  virtual void data(const uint8_t* bytes, size_t count) = 0;
  /** The BUSY line: high while the controller works. */
  virtual bool busy() = 0;
  virtual void delayMs(uint32_t ms) = 0;
  virtual uint32_t nowMs() = 0;

 protected:
  ~PanelBus() = default;
};

}  // namespace sem
