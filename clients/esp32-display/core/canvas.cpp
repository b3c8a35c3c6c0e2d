#include "canvas.h"

#include "typeface.h"

namespace sem {

void Canvas::fill(int x, int y, int width, int height, bool white) {
  for (int py = y < 0 ? 0 : y; py < y + height && py < HEIGHT; py++) {
    for (int px = x < 0 ? 0 : x; px < x + width && px < WIDTH; px++) {
      int column = rotation_ == 90 ? HEIGHT - 1 - py : py;
      int row = rotation_ == 90 ? px : WIDTH - 1 - px;
      size_t at = static_cast<size_t>(row * (PANEL_COLUMNS / 8) + column / 8);
      uint8_t bit = static_cast<uint8_t>(0x80 >> column % 8);
      bin_[at] = static_cast<uint8_t>(white ? bin_[at] | bit : bin_[at] & ~bit);
    }
  }
}

void Canvas::text(int x, int y, int scale, Slice text, bool white) {
  uint32_t letter;
  while (takeLetter(text, letter)) {
    const uint8_t* rows = rowsOf(letter);
    for (int row = 0; row < LETTER_ROWS; row++) {
      for (int column = 0; column < LETTER_COLUMNS; column++) {
        if (rows[row] >> (LETTER_COLUMNS - 1 - column) & 1) fill(x + column * scale, y + row * scale, scale, scale, white);
      }
    }
    x += LETTER_WIDTH * scale;
  }
}

int Canvas::textWidth(int scale, Slice text) {
  int letters = 0;
  uint32_t letter;
  while (takeLetter(text, letter)) letters++;
  return letters == 0 ? 0 : (letters * LETTER_WIDTH - 1) * scale;
}

PanelBox Canvas::box(int x, int y, int width, int height) const {
  int column = rotation_ == 90 ? HEIGHT - y - height : y;
  int row = rotation_ == 90 ? x : WIDTH - x - width;
  return {column, row, height, width};
}

}  // namespace sem
