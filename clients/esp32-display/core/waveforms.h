#pragma once

#include <stdint.h>

/**
 * How the 3.7" panel is driven; the numbers are those of Waveshare's driver EPD_3in7 (its permission notice is in NOTICE).
 *
 * A table is what the controller takes by 0x32: for each of four changes of a pixel (0x26's bit twice, 0x24's once) ten
 * groups of four phases, two bits a phase: 01 drives towards black, 10 towards white, 00 rests; the same for VCOM; then how
 * many frames of 20 ms the phases A to D of each group last and how often the group is repeated; then the frame rates.
 * Here without the groups that rest.
 */
namespace sem {

struct Group {
  uint8_t drive[4];
  uint8_t frames[4];
  uint8_t repeat;
};

struct Waveform {
  Group groups[3];
  uint8_t count;
};

/** Four greys: all pixels to white and black and white again, then back from white by 14, 4, 2 or 0 frames. */
constexpr Waveform GREYS_WAVEFORM = {{{{0x2A, 0x28, 0x20, 0x14}, {0, 2, 2, 10}, 0},
                             {{0x06, 0x06, 0x06, 0x06}, {0, 0, 8, 8}, 2},
                             {{0x15, 0x14, 0x10, 0x28}, {0, 2, 2, 10}, 0}},
                            3};

/** Black and white, every pixel through both. */
constexpr Waveform WHOLE_WAVEFORM = {{{{0x2A, 0x05, 0x2A, 0x05}, {0, 2, 3, 10}, 0}, {{0x05, 0x2A, 0x15, 0x0A}, {2, 6, 10, 5}, 0}, {}}, 2};

/** Black and white, only pixels that change (Waveshare's "DU"). */
constexpr Waveform CHANGES_WAVEFORM = {{{{0x00, 0x01, 0x0A, 0x00}, {0, 0, 5, 5}, 0}, {{0x00, 0x2A, 0x55, 0x00}, {5, 3, 5, 5}, 0}, {}}, 2};

constexpr int WAVEFORM_BYTES = 105;

/** As the controller takes it. */
inline void encode(const Waveform& waveform, uint8_t (&table)[WAVEFORM_BYTES]) {
  for (uint8_t& byte : table) byte = 0;
  for (int g = 0; g < waveform.count; g++) {
    const Group& group = waveform.groups[g];
    for (int change = 0; change < 4; change++) table[10 * change + g] = group.drive[change];
    for (int phase = 0; phase < 4; phase++) table[50 + 5 * g + phase] = group.frames[phase];
    table[50 + 5 * g + 4] = group.repeat;
  }
  for (int i = 100; i < WAVEFORM_BYTES; i++) table[i] = 0x22;
}

}  // namespace sem
