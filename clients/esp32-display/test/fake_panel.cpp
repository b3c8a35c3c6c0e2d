#include "fake_panel.h"

#include <algorithm>

namespace sem::test {

namespace {
constexpr uint32_t FRAME_MS = 20, POWER_ON_MS = 82, POWER_OFF_MS = 139;
constexpr int GROUPS = 10, PHASES = 4;

std::string hex(int value) {
  static const char* digits = "0123456789ABCDEF";
  return {digits[value >> 4 & 15], digits[value & 15]};
}

/** How many bytes follow a command; -1 for the two memories, -2 for what this controller does not know. */
int argumentsOf(uint8_t command) {
  switch (command) {
    case 0x12: case 0x20: return 0;
    case 0x03: case 0x10: case 0x11: case 0x18: case 0x22: case 0x2C: case 0x3C: case 0x46: case 0x47: case 0x49: return 1;
    case 0x4E: case 0x4F: return 2;
    case 0x01: case 0x04: return 3;
    case 0x44: case 0x45: return 4;
    case 0x0C: return 5;
    case 0x37: return 10;
    case 0x32: return 105;
    case 0x24: case 0x26: return -1;
    default: return -2;
  }
}
}  // namespace

void FakePanel::powerCycle() {
  asleep_ = true;
  powered_ = false;
  lutLoaded_ = false;
  windowSet_ = false;
  busyUntilUs_ = 0;
  powerLossIn_ = -1;
  command_ = 0;
  for (size_t i = 0; i < ram24_.size(); i++) ram24_[i] = ram26_[i] = static_cast<uint8_t>(i * 37 + 11);
}

void FakePanel::reset(bool high) {
  if (!high) resetLow_ = true;
  if (high && resetLow_) {
    resetLow_ = false;
    asleep_ = false;
    powered_ = false;
    lutLoaded_ = false;
    windowSet_ = false;
    busyUntilUs_ = nowUs_;
  }
}

bool FakePanel::busy() { return stuck_ || nowUs_ < busyUntilUs_; }

void FakePanel::command(uint8_t command) {
  if (powerLossIn_ >= 0 && powerLossIn_-- == 0) {
    if (nowUs_ < busyUntilUs_) drive(static_cast<int>((nowUs_ - refreshBeganUs_) / 1000 / FRAME_MS));
    throw PowerLoss();
  }
  nowUs_ += 2;
  int before = argumentsOf(command_);
  if (before > 0 && arguments_.size() != static_cast<size_t>(before)) {
    fault(hex(command_) + " with " + std::to_string(arguments_.size()) + " bytes");
  }
  if (asleep_) fault(hex(command) + " while asleep");
  if (busy()) fault(hex(command) + " while busy");
  if (argumentsOf(command) == -2) fault(hex(command) + " is no command");
  command_ = command;
  arguments_.clear();
  written_ = 0;
  if (argumentsOf(command) == 0) execute();
}

void FakePanel::data(const uint8_t* bytes, size_t count) {
  nowUs_ += 2 * count;
  if (busy()) fault("data while busy");
  for (size_t i = 0; i < count; i++) {
    if (command_ == 0x24) {
      ramWrite(ram24_, bytes[i]);
    } else if (command_ == 0x26) {
      ramWrite(ram26_, bytes[i]);
    } else {
      arguments_.push_back(bytes[i]);
      if (arguments_.size() == static_cast<size_t>(argumentsOf(command_))) execute();
    }
  }
}

void FakePanel::execute() {
  const std::vector<uint8_t>& a = arguments_;
  switch (command_) {
    case 0x12:
      lutLoaded_ = windowSet_ = false;
      busyUntilUs_ = nowUs_ + 10000;
      break;
    case 0x10:
      if (a[0] != 0x03) fault("10 with another mode than 03 keeps the memory");
      if (powered_) fault("asleep with the drive voltages on");
      asleep_ = true;
      break;
    case 0x46: ramFill(ram26_, a[0]); break;
    case 0x47: ramFill(ram24_, a[0]); break;
    case 0x44: windowX0_ = a[0] | a[1] << 8; windowX1_ = a[2] | a[3] << 8; break;
    case 0x45: windowY0_ = a[0] | a[1] << 8; windowY1_ = a[2] | a[3] << 8; windowSet_ = true; break;
    case 0x4E: x_ = a[0] | a[1] << 8; break;
    case 0x4F: y_ = a[0] | a[1] << 8; break;
    case 0x32: std::copy(a.begin(), a.end(), lut_.begin()); lutLoaded_ = true; break;
    case 0x22: sequence_ = a[0]; break;
    case 0x20: activate(); break;
    default: break;
  }
}

void FakePanel::ramFill(Memory& memory, uint8_t value) {
  memory.fill(value & 0x80 ? 0xFF : 0x00);
  busyUntilUs_ = nowUs_ + 7000;
}

void FakePanel::ramWrite(Memory& memory, uint8_t value) {
  if (!windowSet_ || windowX1_ != PANEL_COLUMNS - 1 || windowY1_ != PANEL_ROWS - 1 || windowX0_ != 0 || windowY0_ != 0) {
    fault("a memory is written without the whole window");
    windowSet_ = true, windowX0_ = windowY0_ = 0, windowX1_ = PANEL_COLUMNS - 1, windowY1_ = PANEL_ROWS - 1;
  }
  if (++written_ == BIN_BYTES + 1) fault(hex(command_) + " past its end");
  memory[static_cast<size_t>(y_ * PANEL_COLUMNS + x_) / 8] = value;
  x_ += 8;
  if (x_ > windowX1_) {
    x_ = windowX0_;
    y_ = y_ == windowY1_ ? windowY0_ : y_ + 1;
  }
}

void FakePanel::activate() {
  if (sequence_ & 0x30) {
    lutLoaded_ = false;  // loads the waveform from the controller's own memory, of which nothing is known
  }
  uint32_t ms = 0;
  if (sequence_ & 0x40 && !powered_) {
    ms += POWER_ON_MS;
    powered_ = true;
  }
  refreshBeganUs_ = nowUs_;
  if (sequence_ & 0x04) {
    if (!powered_) fault("a refresh without the drive voltages");
    if (!lutLoaded_) fault("a refresh without a waveform");
    refreshes_++;
    lastRefreshMs_ = 0;
    for (int g = 0; g < GROUPS; g++) {
      const uint8_t* t = &lut_[static_cast<size_t>(50 + 5 * g)];
      lastRefreshMs_ += FRAME_MS * static_cast<uint32_t>((t[0] + t[1] + t[2] + t[3]) * (t[4] + 1));
    }
    ms += lastRefreshMs_;
    // Losing the power during this refresh leaves it half done; see command().
    if (powerLossIn_ == 0) {
      drive(static_cast<int>(lastRefreshMs_ / FRAME_MS / 2));
      throw PowerLoss();
    }
    drive(1 << 20);
    if (driven_ == PANEL_COLUMNS * PANEL_ROWS) wholeRefreshes_++;
    if (onRefresh) onRefresh();
  }
  if (sequence_ & 0x02) {
    if (powered_) ms += POWER_OFF_MS;
    powered_ = false;
  }
  busyUntilUs_ = nowUs_ + uint64_t{ms} * 1000;
  if (sequence_ & 0x04) history_.push_back({nowUs_, busyUntilUs_});
}

FakePanel::Path FakePanel::pathOf(int change, int level, int framesLimit) const {
  const uint8_t* table = &lut_[static_cast<size_t>(10 * change)];
  Path path{static_cast<int8_t>(level), false};
  int frame = 0;
  for (int g = 0; g < GROUPS; g++) {
    const uint8_t* t = &lut_[static_cast<size_t>(50 + 5 * g)];
    for (int repeat = 0; repeat <= t[4]; repeat++) {
      for (int phase = 0; phase < PHASES; phase++) {
        int two = table[g] >> (6 - 2 * phase) & 3;
        int frames = std::max(0, std::min<int>(t[phase], framesLimit - frame));
        frame += t[phase];
        if (two == 0 || frames == 0) continue;
        path.driven = true;
        path.end = static_cast<int8_t>(std::clamp(path.end + (two == 2 ? frames : -frames), 0, WHITE));
      }
    }
  }
  return path;
}

void FakePanel::drive(int framesLimit) {
  Path paths[4][WHITE + 1];
  for (int change = 0; change < 4; change++) {
    for (int level = 0; level <= WHITE; level++) paths[change][level] = pathOf(change, level, framesLimit);
  }
  driven_ = 0;
  for (size_t i = 0; i < pixels_.size(); i++) {
    int bit24 = ram24_[i / 8] >> (7 - i % 8) & 1;
    int bit26 = ram26_[i / 8] >> (7 - i % 8) & 1;
    const Path& path = paths[2 * bit26 + bit24][pixels_[i]];
    pixels_[i] = path.end;
    driven_ += path.driven;
  }
}

std::vector<uint8_t> FakePanel::seen() const {
  std::vector<uint8_t> picture(pixels_.size());
  for (int row = 0; row < PANEL_ROWS; row++) {
    for (int column = 0; column < PANEL_COLUMNS; column++) {
      int level = pixels_[static_cast<size_t>(row * PANEL_COLUMNS + column)];
      uint8_t tone = level == 0 ? 0 : level == 4 ? 1 : level == 6 ? 2 : level == WHITE ? 3 : BETWEEN;
      picture[static_cast<size_t>(column * PANEL_ROWS + (PANEL_ROWS - 1 - row))] = tone;
    }
  }
  return picture;
}

}  // namespace sem::test
