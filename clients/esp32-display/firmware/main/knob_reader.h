#pragma once

#include "../../core/knob.h"

namespace sem {

/** Looks at the knob's pins a thousand times a second, beside everything else. */
class KnobReader {
 public:
  /** `wokenBy` is a mask of the pins that woke the chip; 0 when none did. */
  static void start(uint64_t wokenBy);
  static int takeClicks();
  static Button::Press takePress();
};

}  // namespace sem
