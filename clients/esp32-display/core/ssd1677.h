#pragma once

#include "panel.h"
#include "waveforms.h"

namespace sem {

/** Pixels of the panel's own portrait: columns from a multiple of 8 on. */
struct PanelBox {
  int column, row, columns, rows;
};

/**
 * The controller of the 3.7" panel. Three ways to draw: greys (1.7 s, every pixel is driven), black and white (0.8 s, while
 * a knob turns; only what changes is driven, and all of it after greys), and black and white that flashes (1 s), which
 * cleans what quick drawings leave behind.
 *
 * A drawing is started and then waited for: while state() is WORKING the caller may do other things. The memory of the
 * controller is never relied on.
 */
class Ssd1677 {
 public:
  enum class State : uint8_t { ASLEEP, IDLE, WORKING, STUCK };

  explicit Ssd1677(PanelBus& bus) : bus_(bus) {}

  /** Starts to draw RAW_BYTES of four greys. Needs nothing of what was there. */
  void startGreys(const uint8_t* raw);
  /** Starts to draw BIN_BYTES over whatever is there, greys too: every pixel is driven. */
  void startMonoOverGreys(const uint8_t* bin);
  /** Starts to draw BIN_BYTES where these are what is shown now: what differs is driven. */
  void startMono(const uint8_t* bin, const uint8_t* shown);
  /** Starts to draw one box of BIN_BYTES and leaves the rest as it is, greys too. */
  void startBox(const uint8_t* bin, PanelBox box);
  /** Starts to draw BIN_BYTES with the long waveform that flashes: nothing of what was there remains. */
  void startMonoWhole(const uint8_t* bin);

  /** How it is now. STUCK: BUSY stayed high for longer than any drawing takes; only sleep() is left. */
  State state();
  /** Waits for the drawing; false when it got stuck. */
  bool wait();
  /** Deep sleep without power; the picture stays. */
  void sleep();

 private:
  enum class Before : uint8_t { INVERSE, BOX, SHOWN, SAME };

  bool wake(bool greys);
  void registers(bool greys);
  void plane(uint8_t memory, const uint8_t* raw, int bit);
  void mono(const uint8_t* bin, Before before, const uint8_t* shown, PanelBox box);
  void send(uint8_t command, const uint8_t* bytes, size_t count);
  void rewind();
  void load(const Waveform& waveform);
  void activate(uint8_t sequence);
  bool quiet(uint32_t limitMs);

  PanelBus& bus_;
  State state_ = State::ASLEEP;
  bool greys_ = false;
  bool powered_ = false;
  uint32_t startedMs_ = 0;
};

}  // namespace sem
