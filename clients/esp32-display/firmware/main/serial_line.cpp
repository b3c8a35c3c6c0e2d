#include "serial_line.h"

#include "freertos/FreeRTOS.h"
#include "sdkconfig.h"
#ifdef CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG
#include "driver/usb_serial_jtag.h"
#else
#include "driver/uart.h"
#endif

namespace sem {

namespace {
constexpr int BUFFER = 512;
}

#ifdef CONFIG_ESP_CONSOLE_USB_SERIAL_JTAG
void SerialLine::open() {
  usb_serial_jtag_driver_config_t config = {};
  config.rx_buffer_size = BUFFER;
  config.tx_buffer_size = BUFFER;
  usb_serial_jtag_driver_install(&config);
}

bool SerialLine::read(uint8_t& byte) { return usb_serial_jtag_read_bytes(&byte, 1, 0) == 1; }

void SerialLine::write(const uint8_t* bytes, size_t count) { usb_serial_jtag_write_bytes(bytes, count, pdMS_TO_TICKS(100)); }
#else
void SerialLine::open() { uart_driver_install(UART_NUM_0, BUFFER, 0, 0, nullptr, 0); }

bool SerialLine::read(uint8_t& byte) { return uart_read_bytes(UART_NUM_0, &byte, 1, 0) == 1; }

void SerialLine::write(const uint8_t* bytes, size_t count) { uart_write_bytes(UART_NUM_0, bytes, count); }
#endif

}  // namespace sem
