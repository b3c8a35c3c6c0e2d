#pragma once

#include "../../core/panel.h"
#include "driver/spi_master.h"

namespace sem {

/** The panel at the chip's SPI. The chip select stays low from a command to the end of its data. */
class EspPanel final : public PanelBus {
 public:
  EspPanel();
  void reset(bool high) override;
  void command(uint8_t command) override;
  void data(const uint8_t* bytes, size_t count) override;
  bool busy() override;
  void delayMs(uint32_t ms) override;
  uint32_t nowMs() override;

 private:
  void send(const uint8_t* bytes, size_t count);

  spi_device_handle_t spi_ = nullptr;
  uint8_t* piece_;
};

}  // namespace sem
