#pragma once

#include "text.h"

namespace sem {

/** What a clock and a calendar on the wall show. */
struct WallTime {
  uint8_t month = 1;
  uint8_t day = 1;
  uint8_t hour = 0;
  uint8_t minute = 0;
};

/**
 * A time zone as POSIX writes it, `CET-1CEST,M3.5.0,M10.5.0/3`: the device has no list of zones. Of the ways to name the
 * days of change only `Mm.w.d` is read, which the rules of all zones in force have; without summer time, `UTC0`.
 */
class Zone {
 public:
  /** False, with nothing changed, when the text is anything else. */
  static bool read(Slice text, Zone& zone);
  /** Local time at so many seconds after the beginning of 1970. */
  WallTime at(uint32_t unixSeconds) const;

 private:
  struct Change {
    uint8_t month = 0, week = 0, weekday = 0;
    int32_t second = 7200;
  };

  static bool readChange(Slice text, Change& change);
  static int64_t unixOf(int32_t year, const Change& change, int32_t offset);

  int32_t standard_ = 0;
  int32_t summer_ = 0;
  bool changes_ = false;
  Change begin_;
  Change end_;
};

/** The seconds after the beginning of 1970 of `Sun, 22 Nov 2026 19:29:03 GMT` (RFC 9110); 0 when it is anything else. */
uint32_t readHttpDate(Slice text);

}  // namespace sem
