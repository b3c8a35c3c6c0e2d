#pragma once

#include <stddef.h>
#include <stdint.h>

namespace sem {

/** Characters that belong to somebody else; not ended by a zero. */
struct Slice {
  const char* at = "";
  size_t size = 0;

  Slice() = default;
  Slice(const char* text, size_t count) : at(text), size(count) {}
  /** Of a text that ends with a zero. */
  Slice(const char* text);  // NOLINT: a text is meant to be usable as a slice

  bool operator==(Slice other) const;
  bool operator!=(Slice other) const { return !(*this == other); }
  /** Equal but for the case of ASCII letters. */
  bool same(Slice other) const;
  bool startsWith(Slice start) const;
  bool empty() const { return size == 0; }
  char operator[](size_t i) const { return at[i]; }
  /** From a place on; the empty slice beyond the end. */
  Slice from(size_t start) const;
  Slice upTo(size_t end) const { return {at, end < size ? end : size}; }
  /** Without the blanks and tabs around it. */
  Slice trimmed() const;
  /** Where the character first is; the size when it is nowhere. */
  size_t find(char character) const;
  /** The next line, without CR and LF; `rest` is what follows. False at the end. */
  static bool line(Slice& rest, Slice& found);
  /** A whole number in decimal digits, with `-` where it is allowed. False when it is anything else or does not fit. */
  bool number(int32_t& value) const;
  /** Likewise without a sign, up to 4294967295. */
  bool number(uint32_t& value) const;
  /** All characters are printable ASCII. */
  bool printable() const;
};

/** Writes text into a place of fixed size; what does not fit is cut and cut() tells. Always ended by a zero. */
class Writer {
 public:
  Writer(char* place, size_t capacity);

  template <size_t N>
  explicit Writer(char (&place)[N]) : Writer(place, N) {}

  Writer& add(Slice text);
  Writer& add(char character) { return add(Slice(&character, 1)); }
  Writer& add(int32_t number);
  /** At least two digits: 7 is `07`. */
  Writer& addTwo(uint32_t number);
  /** Hexadecimal, two lower-case digits a byte. */
  Writer& addHex(const uint8_t* bytes, size_t count);
  Slice text() const { return {place_, size_}; }
  bool cut() const { return cut_; }

 private:
  char* place_;
  size_t capacity_;
  size_t size_ = 0;
  bool cut_ = false;
};

/** Copies into a field of fixed size, ended by a zero; false, with nothing changed, when it does not fit. */
template <size_t N>
bool assign(char (&field)[N], Slice text) {
  if (text.size >= N) return false;
  Writer(field).add(text);
  return true;
}

/** FNV and the like would do for chance; CRC-32 (IEEE 802.3) is what flash tools print. */
uint32_t crc32(const void* bytes, size_t count, uint32_t before = 0);

}  // namespace sem
