#pragma once

#include "ssd1677.h"
#include "text.h"

namespace sem {

/**
 * Draws in black and white into BIN_BYTES, for what the device says by itself. Coordinates are those of the picture as it is
 * seen: 480x280, 0,0 top left.
 */
class Canvas {
 public:
  static constexpr int WIDTH = 480, HEIGHT = 280;
  /** A letter's cell, with the room to the next one and to the next line, at scale 1. */
  static constexpr int LETTER_WIDTH = 6, LINE_HEIGHT = 9;

  /** A place and which way the panel hangs, 270 or 90. */
  Canvas(uint8_t* bin, uint16_t rotation) : bin_(bin), rotation_(rotation) {}

  void fill(int x, int y, int width, int height, bool white);
  /** UTF-8 letters, top left of the first at x, y. What the typeface lacks is a box. */
  void text(int x, int y, int scale, Slice text, bool white);
  /** How wide a text is, without the room after its last letter. */
  static int textWidth(int scale, Slice text);
  /** A box of the picture as the panel counts; x and width count for nothing narrower than a byte of the panel's rows. */
  PanelBox box(int x, int y, int width, int height) const;

 private:
  uint8_t* bin_;
  uint16_t rotation_;
};

}  // namespace sem
