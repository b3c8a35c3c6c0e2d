#include "sleep.h"

#include <initializer_list>

#include "driver/rtc_io.h"
#include "esp_sleep.h"
#include "pins.h"
#include "soc/soc_caps.h"

namespace sem::sleep {

namespace {
/** The knob's pins that are open: one that is closed (a button that is held, an encoder between two rests) would wake at once. */
uint64_t open() {
  uint64_t mask = 0;
  for (gpio_num_t pin : {pins::KNOB_A, pins::KNOB_B, pins::BUTTON}) {
    bool there = pin != GPIO_NUM_NC && (pin != pins::KNOB_B || pins::KNOB_A != GPIO_NUM_NC);
    if (there && !pins::closed(pin)) mask |= 1ULL << pin;
  }
  return mask;
}
}  // namespace

Cause cause() {
  switch (esp_sleep_get_wakeup_cause()) {
    case ESP_SLEEP_WAKEUP_TIMER: return Cause::TIMER;
    case ESP_SLEEP_WAKEUP_EXT1: case ESP_SLEEP_WAKEUP_GPIO: return Cause::PINS;
    default: return Cause::POWER;
  }
}

uint64_t wokenBy() {
  uint64_t mask = 0;
#if SOC_PM_SUPPORT_EXT1_WAKEUP
  if (esp_sleep_get_wakeup_cause() == ESP_SLEEP_WAKEUP_EXT1) mask = esp_sleep_get_ext1_wakeup_status();
  for (gpio_num_t pin : {pins::KNOB_A, pins::KNOB_B, pins::BUTTON}) {
    if (pin != GPIO_NUM_NC) rtc_gpio_deinit(pin);
  }
#elif SOC_GPIO_SUPPORT_DEEPSLEEP_WAKEUP
  if (esp_sleep_get_wakeup_cause() == ESP_SLEEP_WAKEUP_GPIO) mask = esp_sleep_get_gpio_wakeup_status();
#endif
  return mask;
}

void deep(uint32_t seconds) {
  uint64_t mask = open();
#if SOC_PM_SUPPORT_EXT1_WAKEUP
#if CONFIG_IDF_TARGET_ESP32
  constexpr esp_sleep_ext1_wakeup_mode_t MODE = ESP_EXT1_WAKEUP_ANY_HIGH;
  static_assert(pins::ACTIVE_HIGH, "an ESP32 is woken by any of several pins only when they go high");
#else
  constexpr esp_sleep_ext1_wakeup_mode_t MODE = pins::ACTIVE_HIGH ? ESP_EXT1_WAKEUP_ANY_HIGH : ESP_EXT1_WAKEUP_ANY_LOW;
#endif
  if (mask != 0) ESP_ERROR_CHECK(esp_sleep_enable_ext1_wakeup_io(mask, MODE));
#elif SOC_GPIO_SUPPORT_DEEPSLEEP_WAKEUP
  constexpr esp_deepsleep_gpio_wake_up_mode_t MODE = pins::ACTIVE_HIGH ? ESP_GPIO_WAKEUP_GPIO_HIGH : ESP_GPIO_WAKEUP_GPIO_LOW;
  if (mask != 0) ESP_ERROR_CHECK(esp_deep_sleep_enable_gpio_wakeup(mask, MODE));
#endif
  if (seconds != 0) ESP_ERROR_CHECK(esp_sleep_enable_timer_wakeup(uint64_t{seconds} * 1000000));
  esp_deep_sleep_start();
  while (true) {
  }
}

}  // namespace sem::sleep
