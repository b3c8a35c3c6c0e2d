#include "text.h"

#include <string.h>

namespace sem {

namespace {
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool blank(char c) { return c == ' ' || c == '\t'; }
}  // namespace

Slice::Slice(const char* text) : at(text), size(strlen(text)) {}

bool Slice::operator==(Slice other) const { return size == other.size && memcmp(at, other.at, size) == 0; }

bool Slice::same(Slice other) const {
  if (size != other.size) return false;
  for (size_t i = 0; i < size; i++) {
    if (lower(at[i]) != lower(other.at[i])) return false;
  }
  return true;
}

bool Slice::startsWith(Slice start) const { return size >= start.size && memcmp(at, start.at, start.size) == 0; }

Slice Slice::from(size_t start) const { return start < size ? Slice(at + start, size - start) : Slice(); }

Slice Slice::trimmed() const {
  size_t begin = 0, end = size;
  while (begin < end && blank(at[begin])) begin++;
  while (end > begin && blank(at[end - 1])) end--;
  return {at + begin, end - begin};
}

size_t Slice::find(char character) const {
  size_t i = 0;
  while (i < size && at[i] != character) i++;
  return i;
}

bool Slice::line(Slice& rest, Slice& found) {
  if (rest.empty()) return false;
  size_t end = rest.find('\n');
  found = rest.upTo(end);
  rest = rest.from(end + 1);
  if (!found.empty() && found[found.size - 1] == '\r') found.size--;
  return true;
}

bool Slice::number(uint32_t& value) const {
  if (size == 0 || size > 10) return false;
  uint64_t sum = 0;
  for (size_t i = 0; i < size; i++) {
    if (at[i] < '0' || at[i] > '9') return false;
    sum = sum * 10 + static_cast<uint64_t>(at[i] - '0');
  }
  if (sum > UINT32_MAX) return false;
  value = static_cast<uint32_t>(sum);
  return true;
}

bool Slice::number(int32_t& value) const {
  bool minus = size > 0 && at[0] == '-';
  uint32_t amount;
  if (!from(minus ? 1 : 0).number(amount) || amount > INT32_MAX) return false;
  value = minus ? -static_cast<int32_t>(amount) : static_cast<int32_t>(amount);
  return true;
}

bool Slice::printable() const {
  for (size_t i = 0; i < size; i++) {
    if (at[i] < ' ' || at[i] > '~') return false;
  }
  return true;
}

Writer::Writer(char* place, size_t capacity) : place_(place), capacity_(capacity) { place_[0] = 0; }

Writer& Writer::add(Slice text) {
  size_t room = capacity_ - 1 - size_;
  size_t count = text.size < room ? text.size : room;
  cut_ = cut_ || count < text.size;
  memmove(place_ + size_, text.at, count);
  size_ += count;
  place_[size_] = 0;
  return *this;
}

Writer& Writer::add(int32_t number) {
  char digits[11];
  size_t begin = sizeof digits;
  uint32_t amount = number < 0 ? 0U - static_cast<uint32_t>(number) : static_cast<uint32_t>(number);
  do {
    digits[--begin] = static_cast<char>('0' + amount % 10);
    amount /= 10;
  } while (amount != 0);
  if (number < 0) digits[--begin] = '-';
  return add(Slice(digits + begin, sizeof digits - begin));
}

Writer& Writer::addTwo(uint32_t number) {
  if (number < 10) add('0');
  return add(static_cast<int32_t>(number));
}

Writer& Writer::addHex(const uint8_t* bytes, size_t count) {
  static const char DIGITS[] = "0123456789abcdef";
  for (size_t i = 0; i < count; i++) {
    add(DIGITS[bytes[i] >> 4]);
    add(DIGITS[bytes[i] & 15]);
  }
  return *this;
}

uint32_t crc32(const void* bytes, size_t count, uint32_t before) {
  const uint8_t* at = static_cast<const uint8_t*>(bytes);
  uint32_t crc = ~before;
  for (size_t i = 0; i < count; i++) {
    crc ^= at[i];
    for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0);
  }
  return ~crc;
}

}  // namespace sem
