// The panel's own traps, and what the driver does about them.
#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "../core/ssd1677.h"
#include "fake_panel.h"
#include "pictures.h"

using namespace sem;
using namespace sem::test;

namespace {
constexpr int ALL = PANEL_COLUMNS * PANEL_ROWS;

struct Wall {
  uint64_t nowUs = 0;
  FakePanel panel{nowUs};
  Ssd1677 driver{panel};
};
}  // namespace

TEST_CASE("black and white leaves nothing of the greys before it: every pixel is driven") {
  Wall wall;
  Bytes greys = noise(RAW_BYTES, 1), turned = noise(BIN_BYTES, 2);
  wall.driver.startGreys(greys.data());
  REQUIRE(wall.driver.wait());
  wall.driver.startMonoOverGreys(turned.data());
  REQUIRE(wall.driver.wait());
  CHECK(wall.panel.driven() == ALL);
  CHECK(wall.panel.seen() == seenOfBin(turned));
  CHECK(wall.panel.faults().empty());
}

TEST_CASE("why: with both memories alike, as EPD_3IN7_1Gray_Clear of Waveshare's driver leaves them, nothing is driven") {
  Wall wall;
  wall.panel.fill(4);
  Bytes white(BIN_BYTES, 0xFF);
  wall.driver.startMono(white.data(), white.data());
  REQUIRE(wall.driver.wait());
  CHECK(wall.panel.driven() == 0);
}

TEST_CASE("greys need nothing of what was there") {
  for (int level : {0, 3, 4, 6, 8}) {
    Wall wall;
    wall.panel.fill(level);
    Bytes raw = noise(RAW_BYTES, 3);
    wall.driver.startGreys(raw.data());
    REQUIRE(wall.driver.wait());
    CHECK(wall.panel.seen() == seenOfRaw(raw));
    CHECK(wall.panel.faults().empty());
  }
}

TEST_CASE("turning on: only what differs is driven, and the picture is whole each time") {
  Wall wall;
  Bytes shown = noise(BIN_BYTES, 4);
  wall.driver.startMonoOverGreys(shown.data());
  for (unsigned turn = 5; turn < 9; turn++) {
    Bytes next = noise(BIN_BYTES, turn);
    REQUIRE(wall.driver.wait());
    wall.driver.startMono(next.data(), shown.data());
    REQUIRE(wall.driver.wait());
    CHECK(wall.panel.driven() == differing(next, shown));
    CHECK(wall.panel.seen() == seenOfBin(next));
    CHECK(wall.panel.lastRefreshMs() == 560);
    shown = next;
  }
  wall.driver.startMonoWhole(shown.data());
  REQUIRE(wall.driver.wait());
  CHECK(wall.panel.driven() == ALL);
  CHECK(wall.panel.seen() == seenOfBin(shown));
  wall.driver.sleep();
  CHECK(wall.panel.asleep());
  CHECK(wall.panel.faults().empty());
}

TEST_CASE("a box in black and white leaves the greys around it") {
  Wall wall;
  Bytes raw = noise(RAW_BYTES, 9), label(BIN_BYTES, 0xFF);
  PanelBox box{96, 100, 64, 50};
  wall.driver.startGreys(raw.data());
  REQUIRE(wall.driver.wait());
  wall.driver.startBox(label.data(), box);
  REQUIRE(wall.driver.wait());
  CHECK(wall.panel.driven() == 64 * 50);
  Bytes seen = wall.panel.seen(), before = seenOfRaw(raw);
  for (int column = 0; column < PANEL_COLUMNS; column++) {
    for (int row = 0; row < PANEL_ROWS; row++) {
      size_t at = static_cast<size_t>(column * PANEL_ROWS + PANEL_ROWS - 1 - row);
      bool inside = column >= 96 && column < 160 && row >= 100 && row < 150;
      REQUIRE(seen[at] == (inside ? 3 : before[at]));
    }
  }
}

TEST_CASE("each way to draw takes as long as was measured, and leaves the voltages off when the panel sleeps") {
  Wall wall;
  Bytes raw = noise(RAW_BYTES, 1), bin = noise(BIN_BYTES, 2);
  auto timed = [&] {
    uint64_t begin = wall.panel.refreshBeganUs();
    REQUIRE(wall.driver.wait());
    return static_cast<int>((wall.nowUs - begin) / 1000);
  };
  wall.driver.startGreys(raw.data());
  CHECK(timed() == doctest::Approx(1741).epsilon(0.01));
  wall.driver.startMonoOverGreys(bin.data());
  CHECK(timed() == doctest::Approx(560 + 82).epsilon(0.01));
  wall.driver.startMono(bin.data(), bin.data());
  CHECK(timed() == doctest::Approx(560).epsilon(0.01));
  wall.driver.sleep();
  CHECK_FALSE(wall.panel.powered());
  CHECK(wall.panel.faults().empty());
}

TEST_CASE("a BUSY line that stays high is given up after five seconds, and tried anew the next time") {
  Wall wall;
  Bytes raw = noise(RAW_BYTES, 1);
  wall.panel.getStuck();
  wall.driver.startGreys(raw.data());
  CHECK_FALSE(wall.driver.wait());
  CHECK(wall.driver.state() == Ssd1677::State::STUCK);
  CHECK(wall.nowUs < 6'000'000);
  wall.driver.sleep();
  wall.panel.repair();
  wall.panel.forgetFaults();
  wall.driver.startGreys(raw.data());
  CHECK(wall.driver.wait());
  CHECK(wall.panel.seen() == seenOfRaw(raw));
  CHECK(wall.panel.faults().empty());
}
