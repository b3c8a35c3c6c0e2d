// What the sketch of docs/display-esp32.md does when the knob is turned: EPD_3IN7_1Gray_Init, _Clear, _Display of
// Waveshare's driver, as the panel's wires see them, over a picture in greys.
#include <doctest/doctest.h>

#include <vector>

#include "fake_panel.h"

using namespace sem;
using namespace sem::test;

namespace {
void send(FakePanel& panel, uint8_t command, const std::vector<uint8_t>& data) {
  panel.command(command);
  panel.data(data.data(), data.size());
}

void activate(FakePanel& panel) {
  panel.command(0x20);
  while (panel.busy()) panel.delayMs(1);
}

void oneGrayInit(FakePanel& panel) {
  for (bool level : {true, false, true}) panel.reset(level);
  panel.command(0x12);
  panel.delayMs(300);
  send(panel, 0x46, {0xF7});
  panel.delayMs(10);
  send(panel, 0x47, {0xF7});
  panel.delayMs(10);
  send(panel, 0x44, {0, 0, 0x17, 0x01});
  send(panel, 0x45, {0, 0, 0xDF, 0x01});
  send(panel, 0x22, {0xCF});
}

void loadDu(FakePanel& panel) {
  std::vector<uint8_t> lut(105, 0);
  lut[10] = 0x01, lut[11] = 0x2A;               // LUT1, black to white
  lut[20] = 0x0A, lut[21] = 0x55;               // LUT2, white to black
  lut[52] = 5, lut[53] = 5;                     // group 0
  lut[55] = 5, lut[56] = 3, lut[57] = 5, lut[58] = 5;
  send(panel, 0x32, lut);
}

void writeMemory(FakePanel& panel, uint8_t value) {
  send(panel, 0x4E, {0, 0});
  send(panel, 0x4F, {0, 0});
  send(panel, 0x24, std::vector<uint8_t>(BIN_BYTES, value));
}
}  // namespace

TEST_CASE("the knob's first picture leaves nothing of the greys before it") {
  uint64_t nowUs = 0;
  FakePanel panel(nowUs);
  panel.fill(4);  // dark grey
  oneGrayInit(panel);
  writeMemory(panel, 0xFF);
  loadDu(panel);
  activate(panel);
  CHECK(panel.driven() == PANEL_COLUMNS * PANEL_ROWS);
  writeMemory(panel, 0xFF);
  activate(panel);
  CHECK(panel.seen() == std::vector<uint8_t>(PANEL_COLUMNS * PANEL_ROWS, 3));
}
