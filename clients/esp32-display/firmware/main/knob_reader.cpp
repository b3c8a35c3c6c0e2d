#include "knob_reader.h"

#include <atomic>

#include "esp_timer.h"
#include "pins.h"

namespace sem {

namespace {
#ifdef CONFIG_SEM_KNOB_RESTS_LOW_TOO
Encoder encoder(true);
#else
Encoder encoder(false);
#endif
Button button;
std::atomic<int> clicks{0};
std::atomic<uint8_t> press{0};

void look(void*) {
  if (pins::KNOB_A != GPIO_NUM_NC) clicks += encoder.look(!pins::closed(pins::KNOB_A), !pins::closed(pins::KNOB_B));
  Button::Press found = button.look(pins::closed(pins::BUTTON), static_cast<uint32_t>(esp_timer_get_time() / 1000));
  if (found != Button::Press::NONE) press = static_cast<uint8_t>(found);
}

void input(gpio_num_t pin) {
  if (pin == GPIO_NUM_NC) return;
  gpio_config_t config = {};
  config.pin_bit_mask = 1ULL << pin;
  config.mode = GPIO_MODE_INPUT;
  config.pull_up_en = pins::ACTIVE_HIGH ? GPIO_PULLUP_DISABLE : GPIO_PULLUP_ENABLE;
  config.pull_down_en = pins::ACTIVE_HIGH ? GPIO_PULLDOWN_ENABLE : GPIO_PULLDOWN_DISABLE;
  ESP_ERROR_CHECK(gpio_config(&config));
}
}  // namespace

void KnobReader::start(uint64_t wokenBy) {
  input(pins::KNOB_A);
  input(pins::KNOB_B);
  input(pins::BUTTON);
  bool byA = pins::KNOB_A != GPIO_NUM_NC && (wokenBy >> pins::KNOB_A & 1) != 0;
  bool byB = pins::KNOB_A != GPIO_NUM_NC && (wokenBy >> pins::KNOB_B & 1) != 0;
  if (byA != byB) {
    clicks = encoder.wokenBy(byA);
  } else if (pins::BUTTON != GPIO_NUM_NC && (wokenBy >> pins::BUTTON & 1) != 0 && !pins::closed(pins::BUTTON)) {
    press = static_cast<uint8_t>(Button::Press::SHORT);  // let go before the chip was awake
  }
  esp_timer_create_args_t arguments = {};
  arguments.callback = look;
  arguments.name = "knob";
  esp_timer_handle_t timer;
  ESP_ERROR_CHECK(esp_timer_create(&arguments, &timer));
  ESP_ERROR_CHECK(esp_timer_start_periodic(timer, 1000));
}

int KnobReader::takeClicks() { return clicks.exchange(0); }

Button::Press KnobReader::takePress() { return static_cast<Button::Press>(press.exchange(0)); }

}  // namespace sem
