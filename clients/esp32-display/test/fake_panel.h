#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "../core/panel.h"

namespace sem::test {

/** Thrown in the middle of the traffic when the power goes. */
struct PowerLoss : std::runtime_error {
  PowerLoss() : std::runtime_error("power lost") {}
};

/**
 * An SSD1677 with the 3.7" panel behind it: takes the bytes of the wires, keeps the controller's two memories, its window,
 * counters and waveform table, and moves each pixel as the waveform drives it. A pixel needs eight frames of 20 ms from
 * black to white; where it stops between is its grey. Time passes as on the panel: frames * 20 ms, 82 ms for switching the
 * drive voltages on, 139 ms for switching them off (measured by the author of GxEPD2_4G), and 2 us a byte (4 MHz).
 *
 * What no driver should do (a refresh while busy, a memory written past its window, a command while asleep) is kept in
 * faults().
 */
class FakePanel : public PanelBus {
 public:
  static constexpr int WHITE = 8;
  /** A pixel that stopped where no grey is. */
  static constexpr uint8_t BETWEEN = 9;

  explicit FakePanel(uint64_t& nowUs) : nowUs_(nowUs) { pixels_.fill(WHITE); }

  void reset(bool high) override;
  void command(uint8_t command) override;
  void data(const uint8_t* bytes, size_t count) override;
  bool busy() override;
  void delayMs(uint32_t ms) override { nowUs_ += uint64_t{ms} * 1000; }
  uint32_t nowMs() override { return static_cast<uint32_t>(nowUs_ / 1000); }

  /** The picture as it is seen, landscape as by rot=270, row by row: 0 black, 1 dark, 2 light, 3 white, or BETWEEN. */
  std::vector<uint8_t> seen() const;
  /** How many pixels the last refresh moved or held against a wall: all that some voltage was put on. */
  int driven() const { return driven_; }
  int refreshes() const { return refreshes_; }
  /** Refreshes that drove every pixel. */
  int wholeRefreshes() const { return wholeRefreshes_; }
  bool asleep() const { return asleep_; }
  /** Whether the drive voltages are on. */
  bool powered() const { return powered_; }
  const std::vector<std::string>& faults() const { return faults_; }
  void forgetFaults() { faults_.clear(); }
  /** When the last refresh was begun. */
  uint64_t refreshBeganUs() const { return refreshBeganUs_; }
  /** All refreshes, one after the other, with the switching of the voltages. */
  struct Refresh {
    uint64_t beganUs, endsUs;
  };
  const std::vector<Refresh>& history() const { return history_; }
  /** Called after each refresh. */
  std::function<void()> onRefresh;
  uint32_t lastRefreshMs() const { return lastRefreshMs_; }

  /** All pixels at this level, of 0 to 8: what an earlier owner left. */
  void fill(int level) { pixels_.fill(static_cast<int8_t>(level)); }
  /** BUSY stays high after the next refresh, for ever. */
  void getStuck() { stuck_ = true; }
  void repair() { stuck_ = false; }
  /** The power goes before the command with this number from now; a refresh under way stays half done. */
  void losePowerAt(int commandsFromNow) { powerLossIn_ = commandsFromNow; }
  /** The chip starts anew: what the panel shows stays, what the controller knew is lost. */
  void powerCycle();

 private:
  using Memory = std::array<uint8_t, BIN_BYTES>;

  void execute();
  void ramFill(Memory& memory, uint8_t value);
  void ramWrite(Memory& memory, uint8_t value);
  void activate();
  /** Where the waveform takes a pixel, and whether it drives it at all. */
  struct Path {
    int8_t end;
    bool driven;
  };
  Path pathOf(int change, int level, int framesLimit) const;
  void drive(int framesLimit);
  void fault(const std::string& what) { faults_.push_back(what); }

  uint64_t& nowUs_;
  std::array<int8_t, PANEL_COLUMNS * PANEL_ROWS> pixels_{};
  Memory ram24_{};
  Memory ram26_{};
  std::array<uint8_t, 105> lut_{};
  bool lutLoaded_ = false;
  uint8_t command_ = 0;
  std::vector<uint8_t> arguments_;
  size_t written_ = 0;
  int x_ = 0, y_ = 0, windowX0_ = 0, windowX1_ = 0, windowY0_ = 0, windowY1_ = 0;
  uint8_t sequence_ = 0;
  bool windowSet_ = false;
  bool asleep_ = true;
  bool resetLow_ = false;
  bool powered_ = false;
  bool stuck_ = false;
  uint64_t busyUntilUs_ = 0;
  uint64_t refreshBeganUs_ = 0;
  uint32_t lastRefreshMs_ = 0;
  int driven_ = 0;
  int refreshes_ = 0;
  int wholeRefreshes_ = 0;
  int powerLossIn_ = -1;
  std::vector<std::string> faults_;
  std::vector<Refresh> history_;
};

}  // namespace sem::test
