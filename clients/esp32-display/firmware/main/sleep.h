#pragma once

#include <stdint.h>

namespace sem::sleep {

enum class Cause : uint8_t { POWER, TIMER, PINS };

Cause cause();
/** The pins of the knob that woke the chip, as a mask. */
uint64_t wokenBy();
/** Sleeps so many seconds (0: for ever), or until the knob is touched. */
[[noreturn]] void deep(uint32_t seconds);

}  // namespace sem::sleep
