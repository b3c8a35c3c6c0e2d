#include "schedule.h"

namespace sem {

namespace {
constexpr uint32_t MOST_SLEEP_SECONDS = 6 * 3600, UNKNOWN_SECONDS = 300;
constexpr uint16_t MISS_SECONDS[] = {60, 180, 300, 900, 3600};
constexpr int MISS_STEPS = sizeof MISS_SECONDS / sizeof MISS_SECONDS[0];
/** A LiPo cell's voltage, at which lmarzen/esp32-weather-epd sleeps longer, much longer, and does nothing any more. */
constexpr uint16_t LIMITS_MV[] = {3462, 3442, 3404};
constexpr uint16_t BETTER_MV = 60;
}  // namespace

uint32_t sleepAfterAnswer(uint32_t nextUpdateSeconds, uint32_t random) {
  uint32_t seconds = nextUpdateSeconds == 0 ? UNKNOWN_SECONDS : nextUpdateSeconds;
  if (seconds < LEAST_SLEEP_SECONDS) seconds = LEAST_SLEEP_SECONDS;
  if (seconds > MOST_SLEEP_SECONDS) seconds = MOST_SLEEP_SECONDS;
  return seconds + 3 + seconds * 15 / 10000 + random % 16;
}

uint32_t sleepAfterMiss(uint16_t misses, uint32_t random) {
  int step = misses < MISS_STEPS ? misses : MISS_STEPS;
  uint32_t seconds = MISS_SECONDS[step > 0 ? step - 1 : 0];
  return seconds - seconds / 10 + random % (seconds / 5 + 1);
}

Charge chargeOf(uint16_t batteryMv, Charge before) {
  if (batteryMv == 0) return Charge::WELL;
  int charge = 0;
  for (int i = 0; i < 3; i++) {
    // A step that was reached is left only when the battery has been charged, not when it rests.
    uint16_t limit = static_cast<uint16_t>(LIMITS_MV[i] + (static_cast<int>(before) > i ? BETTER_MV : 0));
    if (batteryMv < limit) charge = i + 1;
  }
  return static_cast<Charge>(charge);
}

uint32_t sleepFor(Charge charge, uint32_t seconds) {
  static const uint16_t LEAST[] = {0, 1800, 7200, 43200};
  uint32_t least = LEAST[static_cast<int>(charge)];
  return seconds < least ? least : seconds;
}

}  // namespace sem
