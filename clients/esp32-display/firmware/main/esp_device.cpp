#include "esp_device.h"

#include <sys/time.h>

#include "../../posix/feed_finder.h"
#include "esp_adc/adc_cali.h"
#include "esp_adc/adc_cali_scheme.h"
#include "esp_adc/adc_oneshot.h"
#include "esp_app_desc.h"
#include "esp_mac.h"
#include "esp_random.h"
#include "esp_timer.h"
#include "freertos/FreeRTOS.h"
#include "freertos/task.h"
#include "knob_reader.h"
#include "sdkconfig.h"
#include "wifi.h"

namespace sem {

namespace {
constexpr uint32_t FIND_MS = 3000;
constexpr int BATTERY_LOOKS = 8;

#if CONFIG_SEM_PIN_BATTERY >= 0
adc_cali_handle_t calibration(adc_unit_t unit, adc_channel_t channel) {
  adc_cali_handle_t handle = nullptr;
#if ADC_CALI_SCHEME_CURVE_FITTING_SUPPORTED
  adc_cali_curve_fitting_config_t config = {};
  config.unit_id = unit;
  config.chan = channel;
  config.atten = ADC_ATTEN_DB_12;
  config.bitwidth = ADC_BITWIDTH_DEFAULT;
  if (adc_cali_create_scheme_curve_fitting(&config, &handle) != ESP_OK) return nullptr;
#elif ADC_CALI_SCHEME_LINE_FITTING_SUPPORTED
  (void)channel;
  adc_cali_line_fitting_config_t config = {};
  config.unit_id = unit;
  config.atten = ADC_ATTEN_DB_12;
  config.bitwidth = ADC_BITWIDTH_DEFAULT;
  if (adc_cali_create_scheme_line_fitting(&config, &handle) != ESP_OK) return nullptr;
#endif
  return handle;
}
#endif
}  // namespace

uint32_t EspDevice::nowMs() { return static_cast<uint32_t>(esp_timer_get_time() / 1000); }

void EspDevice::delayMs(uint32_t ms) { vTaskDelay(pdMS_TO_TICKS(ms) + 1); }

uint32_t EspDevice::seconds() {
  timeval now;
  gettimeofday(&now, nullptr);  // nobody sets it: it counts from when the power came, through deep sleep
  return static_cast<uint32_t>(now.tv_sec);
}

uint32_t EspDevice::random() { return esp_random(); }

void EspDevice::beginJoin(const Settings& settings, uint8_t (&noted)[24]) { wifi::beginJoin(settings, noted); }

Join EspDevice::joined() { return wifi::joined(); }

bool EspDevice::findFeed(char (&host)[16], uint16_t& port) { return findFeedByMdns(host, port, FIND_MS); }

Telemetry EspDevice::telemetry() {
  Telemetry telemetry;
  uint8_t mac[6];
  if (esp_read_mac(mac, ESP_MAC_WIFI_STA) == ESP_OK) Writer(telemetry.deviceId).addHex(mac, sizeof mac);
  telemetry.firmware = esp_app_get_description()->version;
  telemetry.batteryMv = batteryMv_;
  telemetry.rssiDbm = wifi::rssiDbm();
  return telemetry;
}

/** Measured before Wi-Fi is on: its bursts pull the voltage down. */
uint16_t EspDevice::batteryMv() {
#if CONFIG_SEM_PIN_BATTERY >= 0
  adc_unit_t unit;
  adc_channel_t channel;
  adc_oneshot_unit_handle_t adc;
  if (adc_oneshot_io_to_channel(CONFIG_SEM_PIN_BATTERY, &unit, &channel) != ESP_OK) return 0;
  adc_oneshot_unit_init_cfg_t init = {};
  init.unit_id = unit;
  if (adc_oneshot_new_unit(&init, &adc) != ESP_OK) return 0;
  adc_oneshot_chan_cfg_t config = {};
  config.atten = ADC_ATTEN_DB_12;
  config.bitwidth = ADC_BITWIDTH_DEFAULT;
  int sumMv = 0, looks = 0;
  adc_cali_handle_t scheme = calibration(unit, channel);
  if (scheme != nullptr && adc_oneshot_config_channel(adc, channel, &config) == ESP_OK) {
    for (int i = 0; i < BATTERY_LOOKS; i++) {
      int raw, mv;
      if (adc_oneshot_read(adc, channel, &raw) == ESP_OK && adc_cali_raw_to_voltage(scheme, raw, &mv) == ESP_OK) {
        sumMv += mv;
        looks++;
      }
    }
  }
  adc_oneshot_del_unit(adc);
  batteryMv_ = looks == 0 ? 0 : static_cast<uint16_t>(sumMv / looks * 100 / CONFIG_SEM_BATTERY_PERCENT);
#endif
  return batteryMv_;
}

int EspDevice::takeClicks() { return KnobReader::takeClicks(); }

Button::Press EspDevice::takePress() { return KnobReader::takePress(); }

}  // namespace sem
