#include "esp_panel.h"

#include <string.h>

#include "esp_heap_caps.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "pins.h"

namespace sem {

namespace {
constexpr int CLOCK_HZ = 10 * 1000 * 1000;
constexpr size_t PIECE = 4096;
}  // namespace

EspPanel::EspPanel() : piece_(static_cast<uint8_t*>(heap_caps_malloc(PIECE, MALLOC_CAP_DMA))) {
  gpio_config_t outputs = {};
  outputs.pin_bit_mask = 1ULL << pins::CS | 1ULL << pins::DC | 1ULL << pins::RST;
  outputs.mode = GPIO_MODE_OUTPUT;
  ESP_ERROR_CHECK(gpio_config(&outputs));
  gpio_set_level(pins::CS, 1);
  gpio_config_t input = {};
  input.pin_bit_mask = 1ULL << pins::BUSY;
  input.mode = GPIO_MODE_INPUT;
  ESP_ERROR_CHECK(gpio_config(&input));

  spi_bus_config_t bus = {};
  bus.sclk_io_num = pins::CLK;
  bus.mosi_io_num = pins::DIN;
  bus.miso_io_num = CONFIG_SEM_PIN_SD_MISO;
  bus.quadwp_io_num = -1;
  bus.quadhd_io_num = -1;
  bus.max_transfer_sz = PIECE;
  esp_err_t initialised = spi_bus_initialize(SPI2_HOST, &bus, SPI_DMA_CH_AUTO);
  if (initialised != ESP_ERR_INVALID_STATE) ESP_ERROR_CHECK(initialised);  // the SD card may have done it
  spi_device_interface_config_t device = {};
  device.clock_speed_hz = CLOCK_HZ;
  device.mode = 0;
  device.spics_io_num = -1;
  device.queue_size = 1;
  ESP_ERROR_CHECK(spi_bus_add_device(SPI2_HOST, &device, &spi_));
}

void EspPanel::reset(bool high) { gpio_set_level(pins::RST, high ? 1 : 0); }

void EspPanel::command(uint8_t command) {
  gpio_set_level(pins::CS, 1);
  gpio_set_level(pins::DC, 0);
  gpio_set_level(pins::CS, 0);
  send(&command, 1);
  gpio_set_level(pins::DC, 1);
  // Commands without data have no end of their own.
  if (command == 0x12 || command == 0x20) gpio_set_level(pins::CS, 1);
}

void EspPanel::data(const uint8_t* bytes, size_t count) {
  gpio_set_level(pins::CS, 0);
  send(bytes, count);
}

void EspPanel::send(const uint8_t* bytes, size_t count) {
  while (count > 0) {
    size_t size = count < PIECE ? count : PIECE;
    memcpy(piece_, bytes, size);  // what comes from flash or from a stack, DMA may not reach
    spi_transaction_t transaction = {};
    transaction.length = size * 8;
    transaction.tx_buffer = piece_;
    ESP_ERROR_CHECK(spi_device_polling_transmit(spi_, &transaction));
    bytes += size;
    count -= size;
  }
}

bool EspPanel::busy() { return gpio_get_level(pins::BUSY) != 0; }

void EspPanel::delayMs(uint32_t ms) { vTaskDelay(pdMS_TO_TICKS(ms) + 1); }

uint32_t EspPanel::nowMs() { return static_cast<uint32_t>(esp_timer_get_time() / 1000); }

}  // namespace sem
