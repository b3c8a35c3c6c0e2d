#include "json.h"

namespace sem {

namespace {
constexpr int DEEPEST = 16;
}

void Json::blanks() {
  while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\n' || rest_[0] == '\r' || rest_[0] == '\t')) rest_ = rest_.from(1);
}

bool Json::skip(char expected) {
  blanks();
  if (rest_.empty() || rest_[0] != expected) return false;
  rest_ = rest_.from(1);
  return true;
}

bool Json::quoted() {
  if (!skip('"')) return false;
  for (size_t i = 0; i < rest_.size; i++) {
    if (rest_[i] == '"') {
      rest_ = rest_.from(i + 1);
      return true;
    }
    if (rest_[i] == '\\') i++;
  }
  return false;
}

/** Goes over one value. */
bool Json::any(int depth) {
  blanks();
  if (rest_.empty() || depth > DEEPEST) return false;
  char first = rest_[0];
  if (first == '"') return quoted();
  if (first == '{' || first == '[') {
    char end = first == '{' ? '}' : ']';
    rest_ = rest_.from(1);
    if (skip(end)) return true;
    do {
      if (first == '{' && (!(blanks(), quoted()) || !skip(':'))) return false;
      if (!any(depth + 1)) return false;
    } while (skip(','));
    return skip(end);
  }
  size_t end = 0;
  while (end < rest_.size && ((rest_[end] >= '0' && rest_[end] <= '9') || (rest_[end] >= 'a' && rest_[end] <= 'z') ||
                              rest_[end] == '-' || rest_[end] == '+' || rest_[end] == '.' || rest_[end] == 'E')) {
    end++;
  }
  rest_ = rest_.from(end);
  return end > 0;
}

bool Json::value(Slice& value) {
  blanks();
  Slice begin = rest_;
  if (!any(0)) return false;
  value = begin.upTo(begin.size - rest_.size);
  return true;
}

bool Json::member(Slice object, Slice name, Slice& value) {
  Json walk(object);
  if (!walk.skip('{')) return false;
  do {
    Slice key, keyText, found;
    if (!walk.value(key) || !string(key, keyText) || !walk.skip(':') || !walk.value(found)) return false;
    if (keyText == name) {
      value = found;
      return true;
    }
  } while (walk.skip(','));
  return false;
}

bool Json::element(Slice array, size_t index, Slice& value) {
  Json walk(array);
  if (!walk.skip('[')) return false;
  Slice found;
  for (size_t i = 0; walk.value(found); i++) {
    if (i == index) {
      value = found;
      return true;
    }
    if (!walk.skip(',')) return false;
  }
  return false;
}

bool Json::string(Slice value, Slice& text) {
  if (value.size < 2 || value[0] != '"') return false;
  text = value.from(1).upTo(value.size - 2);
  return text.find('\\') == text.size;
}

}  // namespace sem
