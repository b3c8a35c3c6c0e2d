#pragma once

#include "text.h"

namespace sem {

constexpr int LETTER_COLUMNS = 5, LETTER_ROWS = 8;

/** Takes the first letter of a UTF-8 text away; false at its end. A broken byte counts as a letter that is lacking. */
bool takeLetter(Slice& text, uint32_t& letter);

/** The rows of a letter, five bits each, the leftmost the highest; a box for a letter that is lacking. */
const uint8_t* rowsOf(uint32_t letter);

}  // namespace sem
