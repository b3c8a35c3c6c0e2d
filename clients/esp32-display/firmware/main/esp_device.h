#pragma once

#include "../../core/client.h"

namespace sem {

/** The chip. */
class EspDevice final : public Device {
 public:
  uint32_t nowMs() override;
  void delayMs(uint32_t ms) override;
  uint32_t seconds() override;
  uint32_t random() override;
  void beginJoin(const Settings& settings, uint8_t (&noted)[24]) override;
  Join joined() override;
  bool findFeed(char (&host)[16], uint16_t& port) override;
  Telemetry telemetry() override;
  uint16_t batteryMv() override;
  int takeClicks() override;
  Button::Press takePress() override;

 private:
  uint16_t batteryMv_ = 0;
};

}  // namespace sem
