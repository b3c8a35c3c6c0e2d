#include "zone.h"

namespace sem {

namespace {
constexpr int64_t DAY = 86400;

/** The days from 1970-01-01 to a date (Howard Hinnant's well-known count of the days in eras of 400 years). */
int64_t daysOf(int32_t year, int32_t month, int32_t day) {
  year -= month <= 2;
  int32_t era = year / 400, yearOfEra = year - era * 400;
  int32_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int32_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return int64_t{era} * 146097 + dayOfEra - 719468;
}

int32_t yearOf(int64_t unixSeconds) {
  int32_t year = static_cast<int32_t>(1970 + unixSeconds / (365 * DAY + DAY / 4));
  while (daysOf(year, 1, 1) * DAY > unixSeconds) year--;
  while (daysOf(year + 1, 1, 1) * DAY <= unixSeconds) year++;
  return year;
}

/** Reads `-1`, `5:30`, `+02:00:00` from the beginning of a text and takes it away. */
bool takeTime(Slice& text, int32_t& seconds) {
  bool minus = text.startsWith("-");
  if (minus || text.startsWith("+")) text = text.from(1);
  seconds = 0;
  int32_t unit = 3600;
  for (int part = 0; part < 3; part++, unit /= 60) {
    size_t digits = 0;
    while (digits < text.size && text[digits] >= '0' && text[digits] <= '9') digits++;
    uint32_t number;
    if (digits > 3 || !text.upTo(digits).number(number) || number > (part == 0 ? 167U : 59U)) return false;
    seconds += static_cast<int32_t>(number) * unit;
    text = text.from(digits);
    if (!text.startsWith(":")) break;
    text = text.from(1);
  }
  if (minus) seconds = -seconds;
  return true;
}

/** Takes a zone's letters, or `<+03>`, away. */
bool takeName(Slice& text) {
  size_t end = 0;
  if (text.startsWith("<")) {
    end = text.find('>') + 1;
  } else {
    while (end < text.size && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) end++;
  }
  if (end < 3 || end > text.size) return false;
  text = text.from(end);
  return true;
}
}  // namespace

bool Zone::readChange(Slice text, Change& change) {
  size_t slash = text.find('/');
  Slice day = text.upTo(slash);
  if (!day.startsWith("M")) return false;
  day = day.from(1);
  uint32_t numbers[3] = {};
  for (int i = 0; i < 3; i++) {
    size_t dot = i < 2 ? day.find('.') : day.size;
    if (!day.upTo(dot).number(numbers[i])) return false;
    day = day.from(dot + 1);
  }
  if (numbers[0] < 1 || numbers[0] > 12 || numbers[1] < 1 || numbers[1] > 5 || numbers[2] > 6) return false;
  change.month = static_cast<uint8_t>(numbers[0]);
  change.week = static_cast<uint8_t>(numbers[1]);
  change.weekday = static_cast<uint8_t>(numbers[2]);
  if (slash == text.size) return true;
  Slice time = text.from(slash + 1);
  return takeTime(time, change.second) && time.empty();
}

bool Zone::read(Slice text, Zone& zone) {
  Zone read;
  int32_t west;
  if (!takeName(text) || !takeTime(text, west)) return false;
  read.standard_ = -west;
  read.summer_ = read.standard_ + 3600;
  if (!text.empty()) {
    if (!takeName(text)) return false;
    if (!text.startsWith(",")) {
      if (!takeTime(text, west)) return false;
      read.summer_ = -west;
    }
    if (!text.startsWith(",")) return false;
    text = text.from(1);
    size_t comma = text.find(',');
    if (!readChange(text.upTo(comma), read.begin_) || !readChange(text.from(comma + 1), read.end_)) return false;
    read.changes_ = true;
  }
  zone = read;
  return true;
}

int64_t Zone::unixOf(int32_t year, const Change& change, int32_t offset) {
  int64_t first = daysOf(year, change.month, 1);
  int32_t weekdayOfFirst = static_cast<int32_t>((first + 4) % 7);  // 1970-01-01 was a Thursday
  int64_t day = first + (change.weekday - weekdayOfFirst + 7) % 7 + 7 * (change.week - 1);
  int64_t next = change.month == 12 ? daysOf(year + 1, 1, 1) : daysOf(year, change.month + 1, 1);
  while (day >= next) day -= 7;
  return day * DAY + change.second - offset;
}

WallTime Zone::at(uint32_t unixSeconds) const {
  int64_t now = unixSeconds;
  bool summer = false;
  if (changes_) {
    int32_t year = yearOf(now + standard_);
    int64_t begin = unixOf(year, begin_, standard_), end = unixOf(year, end_, summer_);
    summer = begin < end ? now >= begin && now < end : now >= begin || now < end;
  }
  int64_t local = now + (summer ? summer_ : standard_);
  if (local < 0) local = 0;
  int32_t year = yearOf(local), month = 12;
  while (daysOf(year, month, 1) > local / DAY) month--;
  return {static_cast<uint8_t>(month), static_cast<uint8_t>(local / DAY - daysOf(year, month, 1) + 1),
          static_cast<uint8_t>(local % DAY / 3600), static_cast<uint8_t>(local % 3600 / 60)};
}

uint32_t readHttpDate(Slice text) {
  static const char MONTHS[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  uint32_t day, year, hour, minute, second;
  if (text.size != 29 || text.from(25) != " GMT" || text[3] != ',') return 0;
  bool numbers = text.from(5).upTo(2).number(day) && text.from(12).upTo(4).number(year) && text.from(17).upTo(2).number(hour) &&
                 text.from(20).upTo(2).number(minute) && text.from(23).upTo(2).number(second);
  if (!numbers || day < 1 || day > 31 || year < 1970 || year > 2105 || hour > 23 || minute > 59 || second > 60) return 0;
  for (int32_t month = 1; month <= 12; month++) {
    if (text.from(8).upTo(3) == Slice(MONTHS + 3 * (month - 1), 3)) {
      int64_t days = daysOf(static_cast<int32_t>(year), month, static_cast<int32_t>(day));
      return static_cast<uint32_t>(days * DAY + hour * 3600 + minute * 60 + second);
    }
  }
  return 0;
}

}  // namespace sem
