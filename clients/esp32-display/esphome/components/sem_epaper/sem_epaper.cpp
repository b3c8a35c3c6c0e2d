#include "sem_epaper.h"

#include <cstring>
#include <initializer_list>
#include <new>

#include "esphome/components/network/util.h"
#include "esphome/core/helpers.h"
#include "esphome/core/log.h"

namespace esphome {
namespace sem_epaper {

namespace {
const char *const TAG = "sem_epaper";
constexpr uint32_t REST_MS = 400;
constexpr int QUICK_DRAWINGS = 5;
}  // namespace

void Bus::command(uint8_t command) {
  data_command_->digital_write(false);
  enable();
  write_byte(command);
  disable();
  data_command_->digital_write(true);
}

void Bus::data(const uint8_t *bytes, size_t count) {
  enable();
  write_array(bytes, count);
  disable();
}

void SemEpaper::set_pins(GPIOPin *data_command, GPIOPin *reset, GPIOPin *busy) {
  data_command_ = data_command;
  reset_ = reset;
  busy_ = busy;
}

void SemEpaper::set_up(const char *name, const char *value) {
  bool address = strcmp(name, "ADDRESS") == 0;
  const char *wrong = address ? sem::changeAddress(settings_, value) : sem::change(settings_, name, value);
  if (wrong != nullptr) trouble_ = wrong;
}

void SemEpaper::setup() {
  incoming_ = new (std::nothrow) uint8_t[sem::RAW_BYTES];
  shown_ = new (std::nothrow) uint8_t[sem::BIN_BYTES];
  for (GPIOPin *pin : {data_command_, reset_, busy_}) pin->setup();
  spi_setup();
  view_ = settings_.view;
  if (trouble_ != nullptr || incoming_ == nullptr || shown_ == nullptr) mark_failed();
}

void SemEpaper::dump_config() {
  ESP_LOGCONFIG(TAG, "SEM display: %s:%u%s", settings_.host, settings_.port, settings_.path);
  if (trouble_ != nullptr) ESP_LOGE(TAG, "a setting %s", trouble_);
}

void SemEpaper::turn(int clicks) {
  view_ = view_.turned(clicks);
  turned_ = true;
  touched_ms_ = millis();
}

void SemEpaper::press() {
  view_ = view_.pressed();
  turned_ = true;
  touched_ms_ = millis();
}

void SemEpaper::loop() {
  if (!network::is_connected() || panel_.state() == sem::Ssd1677::State::WORKING) return;
  if (turned_) {
    show_(false);
  } else if (!resting_ && millis() - touched_ms_ >= REST_MS) {
    show_(true);
  } else if (resting_ && millis() - asked_ms_ >= wait_ms_) {
    show_(true);
  } else if (resting_ && !mono_) {
    panel_.sleep();
  }
}

void SemEpaper::show_(bool greys) {
  turned_ = false;
  sem::Telemetry telemetry;
  telemetry.firmware = "esphome";
  sem::Feed::Form form = greys ? sem::Feed::Form::GREYS : sem::Feed::Form::MONO;
  sem::Answer answer = feed_.ask(settings_, view_, form, greys ? sem::Slice(etag_) : sem::Slice(), telemetry, incoming_);
  asked_ms_ = millis();
  if (answer.outcome == sem::Outcome::PICTURE) {
    etag_[0] = 0;
    if (answer.saidView) view_ = answer.view;
    if (greys) {
      panel_.startGreys(incoming_);
      sem::assign(etag_, answer.etag);
      mono_ = false;
      quick_ = 0;
    } else {
      if (!mono_) {
        panel_.startMonoOverGreys(incoming_);
      } else if (quick_ < QUICK_DRAWINGS) {
        panel_.startMono(incoming_, shown_);
      } else {
        panel_.startMonoWhole(incoming_);
        quick_ = 0;
      }
      quick_++;
      mono_ = true;
      memcpy(shown_, incoming_, sem::BIN_BYTES);
    }
  }
  rest_(answer);
  resting_ = greys;
}

/** When to ask again. */
void SemEpaper::rest_(const sem::Answer &answer) {
  bool answered = answer.outcome == sem::Outcome::PICTURE || answer.outcome == sem::Outcome::SAME;
  misses_ = answered ? 0 : static_cast<uint16_t>(misses_ < 100 ? misses_ + 1 : 100);
  uint32_t chance = random_uint32();
  wait_ms_ = 1000 * (answered ? sem::sleepAfterAnswer(answer.nextUpdateSeconds, chance) : sem::sleepAfterMiss(misses_, chance));
  if (!answered) ESP_LOGW(TAG, "no picture from %s: %d", settings_.host, static_cast<int>(answer.outcome));
}

}  // namespace sem_epaper
}  // namespace esphome
