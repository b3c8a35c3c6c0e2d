#pragma once

#include "driver/gpio.h"
#include "sdkconfig.h"

/** The wires, from `idf.py menuconfig`; docs/display-esp32.md has the tables. */
namespace sem::pins {
constexpr gpio_num_t CLK = static_cast<gpio_num_t>(CONFIG_SEM_PIN_CLK);
constexpr gpio_num_t DIN = static_cast<gpio_num_t>(CONFIG_SEM_PIN_DIN);
constexpr gpio_num_t CS = static_cast<gpio_num_t>(CONFIG_SEM_PIN_CS);
constexpr gpio_num_t DC = static_cast<gpio_num_t>(CONFIG_SEM_PIN_DC);
constexpr gpio_num_t RST = static_cast<gpio_num_t>(CONFIG_SEM_PIN_RST);
constexpr gpio_num_t BUSY = static_cast<gpio_num_t>(CONFIG_SEM_PIN_BUSY);
constexpr gpio_num_t KNOB_A = static_cast<gpio_num_t>(CONFIG_SEM_PIN_KNOB_A);
constexpr gpio_num_t KNOB_B = static_cast<gpio_num_t>(CONFIG_SEM_PIN_KNOB_B);
constexpr gpio_num_t BUTTON = static_cast<gpio_num_t>(CONFIG_SEM_PIN_BUTTON);

#ifdef CONFIG_SEM_KNOB_ACTIVE_HIGH
constexpr bool ACTIVE_HIGH = true;
#else
constexpr bool ACTIVE_HIGH = false;
#endif

/** Whether a pin of the knob is closed to its common. */
inline bool closed(gpio_num_t pin) { return pin != GPIO_NUM_NC && (gpio_get_level(pin) != 0) == ACTIVE_HIGH; }
}  // namespace sem::pins
