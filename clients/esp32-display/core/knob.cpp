#include "knob.h"

namespace sem {

namespace {
constexpr uint32_t BOUNCE_MS = 20, LONG_MS = 5000, VERY_LONG_MS = 15000;
constexpr int WHOLE = 4;

/** The steps of a cycle by their pins as 2a + b: 11, 01, 00, 10 to the right. */
int placeOf(uint8_t pins) {
  static const int8_t PLACES[] = {2, 1, 3, 0};
  return PLACES[pins];
}
}  // namespace

int Encoder::look(bool a, bool b) {
  uint8_t pins = static_cast<uint8_t>((a ? 2 : 0) | (b ? 1 : 0));
  if (pins == pins_) return 0;
  int moved = (placeOf(pins) - placeOf(pins_) + 4) % 4;
  pins_ = pins;
  steps_ = static_cast<int8_t>(moved == 1 ? steps_ + 1 : moved == 3 ? steps_ - 1 : steps_);
  bool rest = pins == 3 || (restsLowToo_ && pins == 0);
  if (!rest) return 0;
  int needed = restsLowToo_ ? WHOLE / 2 : WHOLE;
  int click = steps_ >= needed ? 1 : steps_ <= -needed ? -1 : 0;
  steps_ = 0;
  if (counted_) {
    counted_ = false;
    return 0;
  }
  return click;
}

int Encoder::wokenBy(bool aFirst) {
  counted_ = true;
  return aFirst ? 1 : -1;
}

Button::Press Button::look(bool down, uint32_t nowMs) {
  if (down != bouncing_) {
    bouncing_ = down;
    changedMs_ = nowMs;
  }
  if (nowMs - changedMs_ >= BOUNCE_MS && bouncing_ != down_) {
    down_ = bouncing_;
    if (down_) {
      downMs_ = changedMs_;
      told_ = false;
    } else {
      uint32_t heldMs = changedMs_ - downMs_;
      if (told_) return Press::NONE;
      return heldMs >= LONG_MS ? Press::LONG : Press::SHORT;
    }
  }
  if (down_ && !told_ && nowMs - downMs_ >= VERY_LONG_MS) {
    told_ = true;
    return Press::VERY_LONG;
  }
  return Press::NONE;
}

}  // namespace sem
