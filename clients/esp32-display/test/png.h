#pragma once

#include <zlib.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace sem::test {

/** The levels of a grey PNG of 480x280 with one or two bits, 0 black to 3 white: a decoder of the tests' own, with zlib. */
inline std::vector<uint8_t> levelsOfPng(const std::string& png) {
  auto number = [&](size_t at) {
    auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<uint8_t>(png.at(i))); };
    return byte(at) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8 | byte(at + 3);
  };
  if (png.compare(0, 8, "\x89PNG\r\n\x1A\n") != 0 || number(16) != 480 || number(20) != 280 || png.at(25) != 0 || png.at(28) != 0) {
    throw std::runtime_error("no grey PNG of 480x280");
  }
  size_t bits = static_cast<size_t>(png.at(24)), rowBytes = 480 * bits / 8;
  std::string packed;
  for (size_t at = 8; at < png.size(); at += number(at) + 12) {
    if (png.compare(at + 4, 4, "IDAT") == 0) packed += png.substr(at + 8, number(at));
  }
  std::vector<uint8_t> rows(280 * (rowBytes + 1));
  uLongf size = rows.size();
  if (uncompress(rows.data(), &size, reinterpret_cast<const Bytef*>(packed.data()), packed.size()) != Z_OK || size != rows.size()) {
    throw std::runtime_error("the PNG's data are broken");
  }
  std::vector<uint8_t> levels(480 * 280), above(rowBytes, 0);
  for (size_t y = 0; y < 280; y++) {
    uint8_t* row = &rows[y * (rowBytes + 1)];
    int filter = row[0];
    row++;
    for (size_t i = 0; i < rowBytes; i++) {
      int left = i == 0 ? 0 : row[i - 1], up = above[i], corner = i == 0 ? 0 : above[i - 1];
      int paeth = left + up - corner, a = abs(paeth - left), b = abs(paeth - up), c = abs(paeth - corner);
      int add[] = {0, left, up, (left + up) / 2, a <= b && a <= c ? left : b <= c ? up : corner};
      row[i] = static_cast<uint8_t>(row[i] + add[filter]);
    }
    memcpy(above.data(), row, rowBytes);
    for (size_t x = 0; x < 480; x++) {
      int value = row[x * bits / 8] >> (8 - bits - x * bits % 8) & ((1 << bits) - 1);
      levels[y * 480 + x] = static_cast<uint8_t>(bits == 1 ? value * 3 : value);
    }
  }
  return levels;
}

}  // namespace sem::test
