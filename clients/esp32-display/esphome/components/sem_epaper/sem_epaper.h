#pragma once

#include "esphome/components/spi/spi.h"
#include "esphome/core/component.h"
#include "esphome/core/hal.h"

#include "core/feed.h"
#include "core/schedule.h"
#include "core/ssd1677.h"
#include "posix/posix_connection.h"

namespace esphome {
namespace sem_epaper {

/** The panel at ESPHome's SPI. */
class Bus : public sem::PanelBus,
            public spi::SPIDevice<spi::BIT_ORDER_MSB_FIRST, spi::CLOCK_POLARITY_LOW, spi::CLOCK_PHASE_LEADING, spi::DATA_RATE_10MHZ> {
 public:
  void reset(bool high) override { reset_->digital_write(high); }
  void command(uint8_t command) override;
  void data(const uint8_t *bytes, size_t count) override;
  bool busy() override { return busy_->digital_read(); }
  void delayMs(uint32_t ms) override { delay(ms); }
  uint32_t nowMs() override { return millis(); }

 protected:
  GPIOPin *data_command_{nullptr}, *reset_{nullptr}, *busy_{nullptr};
};

/**
 * Shows what display-feed draws, with the core of SEM's own firmware: greys at rest, black and white while a knob turns.
 * ESPHome keeps the network; this asks by itself, so that the picture needs no decoder and no memory but its own 50 kB.
 */
class SemEpaper : public Component, public Bus, public sem::Clock {
 public:
  void set_pins(GPIOPin *data_command, GPIOPin *reset, GPIOPin *busy);
  /** A setting by its name in config.txt, and ADDRESS. */
  void set_up(const char *name, const char *value);
  void turn(int clicks);
  void press();

  void setup() override;
  void loop() override;
  void dump_config() override;
  float get_setup_priority() const override { return setup_priority::LATE; }
  uint32_t nowMs() override { return millis(); }

 protected:
  void show_(bool greys);
  void rest_(const sem::Answer &answer);

  sem::Settings settings_;
  sem::PosixConnection connection_;
  sem::Feed feed_{connection_, *this};
  sem::Ssd1677 panel_{*this};
  /** A picture that comes, and what is shown in black and white. */
  uint8_t *incoming_{nullptr}, *shown_{nullptr};
  const char *trouble_{nullptr};
  sem::View view_;
  char etag_[sem::ETAG_BYTES]{};
  bool mono_{false};
  bool turned_{false};
  bool resting_{true};
  int quick_{0};
  uint16_t misses_{0};
  uint32_t touched_ms_{0};
  uint32_t asked_ms_{0};
  uint32_t wait_ms_{0};
};

}  // namespace sem_epaper
}  // namespace esphome
