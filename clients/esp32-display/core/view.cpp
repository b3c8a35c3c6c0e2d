#include "view.h"

namespace sem {

namespace {
constexpr int OLDEST = -9999;
const char* const WORDS[] = {"day", "week", "month", "year"};
}  // namespace

View View::turned(int clicks) const {
  int to = offset + clicks;
  View view = *this;
  view.offset = static_cast<int16_t>(to > 0 ? 0 : to < OLDEST ? OLDEST : to);
  return view;
}

View View::pressed() const {
  View view;
  view.period = static_cast<Period>((static_cast<int>(period) + 1) % 4);
  return view;
}

Slice View::periodWord() const { return WORDS[static_cast<int>(period)]; }

bool View::read(Slice text, View& view) {
  size_t split = text.find(',');
  if (split == text.size) split = text.find('/');
  int32_t offset = 0;
  if (split < text.size && !text.from(split + 1).trimmed().number(offset)) return false;
  if (offset > 0 || offset < OLDEST) return false;
  Slice word = text.upTo(split).trimmed();
  for (int i = 0; i < 4; i++) {
    if (word.same(WORDS[i])) {
      view.period = static_cast<Period>(i);
      view.offset = static_cast<int16_t>(offset);
      return true;
    }
  }
  return false;
}

}  // namespace sem
