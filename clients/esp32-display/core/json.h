#pragma once

#include "text.h"

namespace sem {

/**
 * Walks through a JSON text without building anything. Values are slices of the text, read as they are needed.
 */
class Json {
 public:
  explicit Json(Slice text) : rest_(text) {}

  /** The text of the next value, whole; false when there is none, or it is broken or nested deeper than 16. */
  bool value(Slice& value);

  /** The value of a name in an object; false when it is not there or the object is broken. */
  static bool member(Slice object, Slice name, Slice& value);
  /** The so many-th element of an array. */
  static bool element(Slice array, size_t index, Slice& value);
  /** A string without escapes; false for anything else. */
  static bool string(Slice value, Slice& text);

 private:
  bool skip(char expected);
  void blanks();
  bool any(int depth);
  bool quoted();

  Slice rest_;
};

}  // namespace sem
