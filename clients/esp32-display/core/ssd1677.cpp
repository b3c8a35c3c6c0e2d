#include "ssd1677.h"

namespace sem {

namespace {
constexpr size_t ROW_BYTES = PANEL_COLUMNS / 8;
/** Longer than the longest drawing, which takes 1.8 s. */
constexpr uint32_t STUCK_MS = 5000;
// What 0x22 makes 0x20 do: clock and analog on, display in mode 1 or 2, analog and clock off.
constexpr uint8_t DRAW_AND_POWER_OFF = 0xC7, DRAW_CHANGES = 0xCC, POWER_OFF = 0x83;
}  // namespace

void Ssd1677::startGreys(const uint8_t* raw) {
  if (!wake(true)) return;
  plane(0x24, raw, 0);  // the low bits of the pixels
  plane(0x26, raw, 1);  // the high ones
  load(GREYS_WAVEFORM);
  activate(DRAW_AND_POWER_OFF);
}

void Ssd1677::plane(uint8_t memory, const uint8_t* raw, int bit) {
  uint8_t row[ROW_BYTES];
  rewind();
  bus_.command(memory);
  for (int r = 0; r < PANEL_ROWS; r++) {
    for (size_t i = 0; i < ROW_BYTES; i++, raw += 2) {
      unsigned eightPixels = static_cast<unsigned>(raw[0] << 8 | raw[1]) >> bit;
      unsigned bits = 0;
      for (int pixel = 0; pixel < 8; pixel++) bits = bits << 1 | (eightPixels >> (14 - 2 * pixel) & 1);
      row[i] = static_cast<uint8_t>(bits);
    }
    bus_.data(row, ROW_BYTES);
  }
}

void Ssd1677::startMonoOverGreys(const uint8_t* bin) { mono(bin, Before::INVERSE, nullptr, {}); }

void Ssd1677::startMono(const uint8_t* bin, const uint8_t* shown) { mono(bin, Before::SHOWN, shown, {}); }

void Ssd1677::startBox(const uint8_t* bin, PanelBox box) { mono(bin, Before::BOX, nullptr, box); }

void Ssd1677::startMonoWhole(const uint8_t* bin) { mono(bin, Before::SAME, nullptr, {}); }

void Ssd1677::mono(const uint8_t* bin, Before before, const uint8_t* shown, PanelBox box) {
  if (!wake(false)) return;
  rewind();
  bus_.command(0x24);
  bus_.data(bin, BIN_BYTES);
  rewind();
  // The waveform of changes drives a pixel only where the two memories differ. So 0x26 holds what is shown, and the inverse
  // where that is a grey or unknown: then every pixel is a change and nothing of the old picture stays.
  bus_.command(0x26);
  uint8_t row[ROW_BYTES];
  for (int r = 0; r < PANEL_ROWS; r++) {
    for (size_t i = 0; i < ROW_BYTES; i++) {
      size_t at = static_cast<size_t>(r) * ROW_BYTES + i;
      int column = static_cast<int>(i) * 8;
      bool inside = r >= box.row && r < box.row + box.rows && column >= box.column && column < box.column + box.columns;
      bool inverse = before == Before::INVERSE || (before == Before::BOX && inside);
      row[i] = before == Before::SHOWN ? shown[at] : static_cast<uint8_t>(inverse ? ~bin[at] : bin[at]);
    }
    bus_.data(row, ROW_BYTES);
  }
  load(before == Before::SAME ? WHOLE_WAVEFORM : CHANGES_WAVEFORM);
  powered_ = true;
  activate(DRAW_CHANGES);
}

bool Ssd1677::wake(bool greys) {
  if (state_ == State::WORKING) wait();
  if (state_ == State::IDLE && greys == greys_) return true;
  // The first high matters: on Waveshare's boards the reset line switches the panel's power.
  bus_.reset(true);
  bus_.delayMs(10);
  bus_.reset(false);
  bus_.delayMs(5);
  bus_.reset(true);
  bus_.delayMs(10);
  powered_ = false;
  bus_.command(0x12);
  bus_.delayMs(10);
  greys_ = greys;
  state_ = quiet(STUCK_MS) ? State::IDLE : State::STUCK;
  if (state_ == State::IDLE) registers(greys);
  return state_ == State::IDLE;
}

void Ssd1677::registers(bool greys) {
  static const uint8_t GATES[] = {0xDF, 0x01, 0x00}, SCAN[] = {0x00}, SOURCE[] = {0x41, 0xA8, 0x32}, ENTRY[] = {0x03},
                       BORDER_GREYS[] = {0x03}, BORDER_CHANGES[] = {0xC0}, SOFT_START[] = {0xAE, 0xC7, 0xC3, 0xC0, 0xC0},
                       SENSOR[] = {0x80}, VCOM[] = {0x44}, OPTIONS[10] = {}, COLUMNS[] = {0x00, 0x00, 0x17, 0x01},
                       ROWS[] = {0x00, 0x00, 0xDF, 0x01};
  send(0x01, GATES, sizeof GATES);
  send(0x03, SCAN, sizeof SCAN);
  send(0x04, SOURCE, sizeof SOURCE);
  send(0x11, ENTRY, sizeof ENTRY);
  send(0x3C, greys ? BORDER_GREYS : BORDER_CHANGES, 1);
  send(0x0C, SOFT_START, sizeof SOFT_START);
  send(0x18, SENSOR, sizeof SENSOR);
  send(0x2C, VCOM, sizeof VCOM);
  send(0x37, OPTIONS, sizeof OPTIONS);
  send(0x44, COLUMNS, sizeof COLUMNS);
  send(0x45, ROWS, sizeof ROWS);
}

void Ssd1677::rewind() {
  static const uint8_t ZERO[] = {0, 0};
  send(0x4E, ZERO, sizeof ZERO);
  send(0x4F, ZERO, sizeof ZERO);
}

void Ssd1677::load(const Waveform& waveform) {
  uint8_t table[WAVEFORM_BYTES];
  encode(waveform, table);
  send(0x32, table, sizeof table);
}

void Ssd1677::send(uint8_t command, const uint8_t* bytes, size_t count) {
  bus_.command(command);
  bus_.data(bytes, count);
}

void Ssd1677::activate(uint8_t sequence) {
  send(0x22, &sequence, 1);
  bus_.command(0x20);
  startedMs_ = bus_.nowMs();
  state_ = State::WORKING;
}

Ssd1677::State Ssd1677::state() {
  if (state_ == State::WORKING) {
    if (!bus_.busy()) {
      state_ = State::IDLE;
    } else if (bus_.nowMs() - startedMs_ > STUCK_MS) {
      state_ = State::STUCK;
    }
  }
  return state_;
}

bool Ssd1677::wait() {
  while (state() == State::WORKING) bus_.delayMs(2);
  return state_ == State::IDLE;
}

bool Ssd1677::quiet(uint32_t limitMs) {
  uint32_t begin = bus_.nowMs();
  while (bus_.busy()) {
    if (bus_.nowMs() - begin > limitMs) return false;
    bus_.delayMs(1);
  }
  return true;
}

void Ssd1677::sleep() {
  static const uint8_t DEEP[] = {0x03};
  if (state_ == State::ASLEEP) return;
  if (state_ == State::WORKING) wait();
  if (powered_ && state_ == State::IDLE) {
    activate(POWER_OFF);
    wait();
  }
  powered_ = false;
  send(0x10, DEEP, sizeof DEEP);  // BUSY may stay high from here on: it is not looked at before the next reset
  state_ = State::ASLEEP;
}

}  // namespace sem
