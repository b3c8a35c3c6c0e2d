#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "../core/panel.h"

namespace sem::test {

using Bytes = std::vector<uint8_t>;

/** Bytes of no meaning, the same for the same seed. */
inline Bytes noise(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  Bytes bytes(count);
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
  return bytes;
}

/** What is to be seen of `raw` (docs/display.md): landscape, row by row, 0 black to 3 white. */
inline Bytes seenOfRaw(const Bytes& raw) {
  Bytes seen(PANEL_COLUMNS * PANEL_ROWS);
  for (int y = 0; y < 280; y++) {
    for (int x = 0; x < 480; x++) {
      seen[static_cast<size_t>(y * 480 + x)] = raw[static_cast<size_t>((479 - x) * 70 + y / 4)] >> (6 - 2 * (y % 4)) & 3;
    }
  }
  return seen;
}

/** Likewise of `bin`. */
inline Bytes seenOfBin(const Bytes& bin) {
  Bytes seen(PANEL_COLUMNS * PANEL_ROWS);
  for (int y = 0; y < 280; y++) {
    for (int x = 0; x < 480; x++) {
      seen[static_cast<size_t>(y * 480 + x)] = bin[static_cast<size_t>((479 - x) * 35 + y / 8)] >> (7 - y % 8) & 1 ? 3 : 0;
    }
  }
  return seen;
}

inline int differing(const Bytes& a, const Bytes& b) {
  int count = 0;
  for (size_t i = 0; i < a.size(); i++) {
    for (int both = a[i] ^ b[i]; both != 0; both >>= 1) count += both & 1;
  }
  return count;
}

}  // namespace sem::test
