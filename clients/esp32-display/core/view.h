#pragma once

#include "text.h"

namespace sem {

enum class Period : uint8_t { DAY, WEEK, MONTH, YEAR };

/** What the panel shows: a period of the calendar and how many of them ago, as 0, -1, -2 … */
struct View {
  Period period = Period::DAY;
  int16_t offset = 0;

  bool operator==(View other) const { return period == other.period && offset == other.offset; }
  bool operator!=(View other) const { return !(*this == other); }

  /** So many clicks further: to the right is later. Never later than now; the feed says where the oldest is. */
  View turned(int clicks) const;
  /** The next longer period, now; after the year the day. */
  View pressed() const;
  /** The word in the feed's addresses. */
  Slice periodWord() const;
  /** Reads `week,-2` or `week/-2`. False, with nothing changed, for anything else. */
  static bool read(Slice text, View& view);
};

}  // namespace sem
