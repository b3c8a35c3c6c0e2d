#include "wifi.h"

#include <string.h>

#include <atomic>

#include "esp_event.h"
#include "esp_netif.h"
#include "esp_wifi.h"

namespace sem::wifi {

namespace {
constexpr int TRIES = 3;

std::atomic<Join> state{Join::JOINING};
std::atomic<bool> joining{false};
int tries = 0;
bool ready = false;
uint8_t (*notes)[24] = nullptr;
wifi_config_t wanted;

/** What is noted: 1, the access point's address, its channel. */
void note() {
  wifi_ap_record_t point;
  if (notes == nullptr || esp_wifi_sta_get_ap_info(&point) != ESP_OK) return;
  (*notes)[0] = 1;
  memcpy(*notes + 1, point.bssid, sizeof point.bssid);
  (*notes)[7] = point.primary;
}

void onWifi(void*, esp_event_base_t, int32_t event, void*) {
  if (!joining) return;
  if (event == WIFI_EVENT_STA_START) {
    esp_wifi_connect();
  } else if (event == WIFI_EVENT_STA_DISCONNECTED) {
    if (++tries >= TRIES) {
      state = Join::FAILED;
      return;
    }
    // The access point may have another channel now, or be another one: look everywhere.
    if (notes != nullptr) (*notes)[0] = 0;
    wanted.sta.bssid_set = false;
    wanted.sta.channel = 0;
    esp_wifi_set_config(WIFI_IF_STA, &wanted);
    esp_wifi_connect();
  }
}

void onAddress(void*, esp_event_base_t, int32_t event, void*) {
  if (event != IP_EVENT_STA_GOT_IP) return;
  note();
  state = Join::JOINED;
}

void prepare() {
  if (ready) return;
  ready = true;
  ESP_ERROR_CHECK(esp_netif_init());
  ESP_ERROR_CHECK(esp_event_loop_create_default());
  esp_netif_create_default_wifi_sta();
  esp_netif_create_default_wifi_ap();
  wifi_init_config_t config = WIFI_INIT_CONFIG_DEFAULT();
  ESP_ERROR_CHECK(esp_wifi_init(&config));
  ESP_ERROR_CHECK(esp_wifi_set_storage(WIFI_STORAGE_RAM));
  ESP_ERROR_CHECK(esp_event_handler_register(WIFI_EVENT, ESP_EVENT_ANY_ID, onWifi, nullptr));
  ESP_ERROR_CHECK(esp_event_handler_register(IP_EVENT, ESP_EVENT_ANY_ID, onAddress, nullptr));
}
}  // namespace

void beginJoin(const Settings& settings, uint8_t (&noted)[24]) {
  stop();
  prepare();
  notes = &noted;
  tries = 0;
  state = Join::JOINING;
  joining = true;
  memset(&wanted, 0, sizeof wanted);
  memcpy(wanted.sta.ssid, settings.ssid, strnlen(settings.ssid, sizeof wanted.sta.ssid));
  memcpy(wanted.sta.password, settings.password, strnlen(settings.password, sizeof wanted.sta.password));
  wanted.sta.threshold.authmode = settings.password[0] == 0 ? WIFI_AUTH_OPEN : WIFI_AUTH_WPA2_PSK;
  if (noted[0] == 1) {
    wanted.sta.bssid_set = true;
    memcpy(wanted.sta.bssid, noted + 1, sizeof wanted.sta.bssid);
    wanted.sta.channel = noted[7];
  }
  ESP_ERROR_CHECK(esp_wifi_set_mode(WIFI_MODE_STA));
  ESP_ERROR_CHECK(esp_wifi_set_config(WIFI_IF_STA, &wanted));
  ESP_ERROR_CHECK(esp_wifi_start());
}

Join joined() { return state; }

int8_t rssiDbm() {
  wifi_ap_record_t point;
  return esp_wifi_sta_get_ap_info(&point) == ESP_OK ? point.rssi : 0;
}

void open(const char* name, const char* password) {
  stop();
  prepare();
  joining = false;
  wifi_config_t config;
  memset(&config, 0, sizeof config);
  config.ap.ssid_len = static_cast<uint8_t>(strlen(name));
  memcpy(config.ap.ssid, name, config.ap.ssid_len);
  memcpy(config.ap.password, password, strlen(password));
  config.ap.channel = 1;
  config.ap.authmode = WIFI_AUTH_WPA2_PSK;
  config.ap.max_connection = 2;
  ESP_ERROR_CHECK(esp_wifi_set_mode(WIFI_MODE_APSTA));  // it looks for networks too
  ESP_ERROR_CHECK(esp_wifi_set_config(WIFI_IF_AP, &config));
  ESP_ERROR_CHECK(esp_wifi_start());
}

size_t scan(Seen* seen, size_t most) {
  if (esp_wifi_scan_start(nullptr, true) != ESP_OK) return 0;
  static wifi_ap_record_t records[16];
  uint16_t count = static_cast<uint16_t>(most < 16 ? most : 16);
  if (esp_wifi_scan_get_ap_records(&count, records) != ESP_OK) return 0;
  for (uint16_t i = 0; i < count; i++) {
    memcpy(seen[i].ssid, records[i].ssid, sizeof seen[i].ssid);
    seen[i].ssid[sizeof seen[i].ssid - 1] = 0;
    seen[i].rssiDbm = records[i].rssi;
  }
  return count;
}

void stop() {
  joining = false;
  if (ready) esp_wifi_stop();
}

}  // namespace sem::wifi
