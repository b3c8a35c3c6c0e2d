#pragma once
// Declarations of ESPHome that the component uses, written by hand: spelling, not behaviour.
#include <cstddef>
#include <cstdint>
#include <cstdio>

namespace esphome {
class GPIOPin {
 public:
  virtual void setup() = 0;
  virtual bool digital_read() = 0;
  virtual void digital_write(bool value) = 0;
};
class Component {
 public:
  virtual void setup() {}
  virtual void loop() {}
  virtual void dump_config() {}
  virtual float get_setup_priority() const { return 0; }
  void mark_failed() {}
};
namespace setup_priority {
constexpr float LATE = -100.0f;
}
namespace network {
bool is_connected();
}
namespace spi {
enum SPIBitOrder { BIT_ORDER_MSB_FIRST };
enum SPIClockPolarity { CLOCK_POLARITY_LOW };
enum SPIClockPhase { CLOCK_PHASE_LEADING };
enum SPIDataRate : uint32_t { DATA_RATE_10MHZ = 10000000 };
template <SPIBitOrder, SPIClockPolarity, SPIClockPhase, SPIDataRate>
class SPIDevice {
 public:
  void spi_setup() {}
  void enable() {}
  void disable() {}
  void write_byte(uint8_t) {}
  void write_array(const uint8_t *, size_t) {}
};
}  // namespace spi
uint32_t millis();
void delay(uint32_t ms);
uint32_t random_uint32();
}  // namespace esphome
#define ESP_LOGCONFIG(tag, ...) do { (void)tag; printf(__VA_ARGS__); } while (0)
#define ESP_LOGE(tag, ...) ESP_LOGCONFIG(tag, __VA_ARGS__)
#define ESP_LOGW(tag, ...) ESP_LOGCONFIG(tag, __VA_ARGS__)
