#pragma once

#include "remembered.h"

namespace sem {

/** Waveshare: at least 180 s between two refreshes by timer. */
constexpr uint32_t LEAST_SLEEP_SECONDS = 180;

/**
 * How long to sleep after an answer: as the feed says, within bounds; some seconds longer for the clock of a sleeping chip,
 * which may be fast by 0.15 %, and up to 15 s by chance, so that many displays do not ask at once.
 */
uint32_t sleepAfterAnswer(uint32_t nextUpdateSeconds, uint32_t random);

/** How long after a wake in vain, the so many-th: 1, 3, 5, 15 and 60 minutes, give or take a tenth. It never ends. */
uint32_t sleepAfterMiss(uint16_t misses, uint32_t random);

/** The battery's step; it gets better only when the voltage is well above the limit. 0 mV: no battery. */
Charge chargeOf(uint16_t batteryMv, Charge before);

/**
 * The sleep that a battery allows: at least 30 minutes when it is low, two hours when very low, twelve when empty: then it
 * wakes only to look whether it has been charged.
 */
uint32_t sleepFor(Charge charge, uint32_t seconds);

}  // namespace sem
