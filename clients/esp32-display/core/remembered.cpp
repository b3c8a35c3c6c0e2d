#include "remembered.h"

#include <string.h>

namespace sem {

namespace {
/** Another number for each layout, so that a new firmware does not read what the old one left. */
constexpr uint32_t LAYOUT = 1;

uint32_t checksumOf(const Remembered& remembered) { return crc32(&remembered, offsetof(Remembered, checksum), LAYOUT); }
}  // namespace

bool Remembered::sound() const { return checksum == checksumOf(*this); }

void Remembered::seal() { checksum = checksumOf(*this); }

void Remembered::forget(const Settings& settings) {
  memset(static_cast<void*>(this), 0, sizeof *this);
  view = settings.view;
  seal();
}

}  // namespace sem
