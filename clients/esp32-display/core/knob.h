#pragma once

#include <stdint.h>

namespace sem {

/**
 * Reads a rotary encoder from the levels of its two pins, looked at about a thousand times a second. A click counts when
 * the whole cycle from rest to rest has been passed in order: a contact that bounces can lose a click and never turns the
 * wrong way. Encoders that rest twice a cycle (both pins high, then both low) count each rest.
 */
class Encoder {
 public:
  /** Of encoders that rest with both pins high only, or also with both low. */
  explicit Encoder(bool restsLowToo = false) : restsLowToo_(restsLowToo) {}

  /** +1 for a click to the right, -1 to the left, 0 else. */
  int look(bool a, bool b);
  /**
   * The chip was asleep when the turn began and was woken by a pin: which pin came first tells the direction, and the rest
   * of that click does not count again.
   */
  int wokenBy(bool aFirst);

 private:
  bool restsLowToo_;
  uint8_t pins_ = 3;
  int8_t steps_ = 0;
  bool counted_ = false;
};

/** Reads a button: short when it is let go, long after five seconds, very long after fifteen. */
class Button {
 public:
  enum class Press : uint8_t { NONE, SHORT, LONG, VERY_LONG };

  Press look(bool down, uint32_t nowMs);

 private:
  bool down_ = false;
  bool bouncing_ = false;
  uint32_t changedMs_ = 0;
  uint32_t downMs_ = 0;
  bool told_ = false;
};

}  // namespace sem
