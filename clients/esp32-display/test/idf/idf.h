#pragma once
// Declarations of ESP-IDF 5.3 that the firmware uses, written by hand from its documentation, so that its sources can be
// parsed and type-checked on a machine without the toolchain. This checks spelling, not behaviour.
#include <cstddef>
#include <cstdint>
#include <cstdio>

using esp_err_t = int;
constexpr esp_err_t ESP_OK = 0, ESP_ERR_INVALID_STATE = 0x103, ESP_ERR_NVS_NO_FREE_PAGES = 0x110d, ESP_ERR_NVS_NEW_VERSION_FOUND = 0x1110;
#define ESP_ERROR_CHECK(x) do { esp_err_t e_ = (x); (void)e_; } while (0)
#define ESP_ERROR_CHECK_WITHOUT_ABORT(x) ESP_ERROR_CHECK(x)
#define ESP_LOGI(tag, ...) do { (void)tag; printf(__VA_ARGS__); } while (0)
#define ESP_LOGE(tag, ...) ESP_LOGI(tag, __VA_ARGS__)
#define RTC_NOINIT_ATTR
[[noreturn]] void esp_restart();
uint32_t esp_random();

// driver/gpio.h, driver/rtc_io.h
enum gpio_num_t { GPIO_NUM_NC = -1, GPIO_NUM_0 = 0, GPIO_NUM_MAX = 49 };
enum gpio_mode_t { GPIO_MODE_INPUT, GPIO_MODE_OUTPUT };
enum gpio_pullup_t { GPIO_PULLUP_DISABLE, GPIO_PULLUP_ENABLE };
enum gpio_pulldown_t { GPIO_PULLDOWN_DISABLE, GPIO_PULLDOWN_ENABLE };
struct gpio_config_t { uint64_t pin_bit_mask; gpio_mode_t mode; gpio_pullup_t pull_up_en; gpio_pulldown_t pull_down_en; int intr_type; };
esp_err_t gpio_config(const gpio_config_t*);
int gpio_get_level(gpio_num_t);
esp_err_t gpio_set_level(gpio_num_t, uint32_t);
esp_err_t rtc_gpio_deinit(gpio_num_t);

// driver/spi_master.h
enum spi_host_device_t { SPI1_HOST, SPI2_HOST, SPI3_HOST };
enum { SPI_DMA_CH_AUTO = 3 };
using spi_device_handle_t = struct spi_device_t*;
struct spi_bus_config_t { int mosi_io_num, miso_io_num, sclk_io_num, quadwp_io_num, quadhd_io_num, max_transfer_sz; };
struct spi_device_interface_config_t { uint8_t mode; int clock_speed_hz, spics_io_num, queue_size; };
struct spi_transaction_t { size_t length; const void* tx_buffer; };
esp_err_t spi_bus_initialize(spi_host_device_t, const spi_bus_config_t*, int);
esp_err_t spi_bus_add_device(spi_host_device_t, const spi_device_interface_config_t*, spi_device_handle_t*);
esp_err_t spi_device_polling_transmit(spi_device_handle_t, spi_transaction_t*);
enum { MALLOC_CAP_DMA = 8 };
void* heap_caps_malloc(size_t, uint32_t);

// esp_timer.h, FreeRTOS
using esp_timer_handle_t = struct esp_timer*;
struct esp_timer_create_args_t { void (*callback)(void*); void* arg; int dispatch_method; const char* name; bool skip_unhandled_events; };
int64_t esp_timer_get_time();
esp_err_t esp_timer_create(const esp_timer_create_args_t*, esp_timer_handle_t*);
esp_err_t esp_timer_start_periodic(esp_timer_handle_t, uint64_t);
using TickType_t = uint32_t;
#define pdMS_TO_TICKS(ms) static_cast<TickType_t>((ms) / 10)
void vTaskDelay(TickType_t);

// esp_event.h, esp_netif.h, esp_wifi.h, esp_mac.h
using esp_event_base_t = const char*;
extern esp_event_base_t const WIFI_EVENT, IP_EVENT;
enum { ESP_EVENT_ANY_ID = -1, WIFI_EVENT_STA_START = 2, WIFI_EVENT_STA_DISCONNECTED = 5, IP_EVENT_STA_GOT_IP = 0 };
using esp_event_handler_t = void (*)(void*, esp_event_base_t, int32_t, void*);
esp_err_t esp_event_loop_create_default();
esp_err_t esp_event_handler_register(esp_event_base_t, int32_t, esp_event_handler_t, void*);
esp_err_t esp_netif_init();
struct esp_netif_obj;
esp_netif_obj* esp_netif_create_default_wifi_sta();
esp_netif_obj* esp_netif_create_default_wifi_ap();
struct wifi_init_config_t { int magic; };
#define WIFI_INIT_CONFIG_DEFAULT() wifi_init_config_t{1}
enum wifi_storage_t { WIFI_STORAGE_FLASH, WIFI_STORAGE_RAM };
enum wifi_mode_t { WIFI_MODE_NULL, WIFI_MODE_STA, WIFI_MODE_AP, WIFI_MODE_APSTA };
enum wifi_interface_t { WIFI_IF_STA, WIFI_IF_AP };
enum wifi_auth_mode_t { WIFI_AUTH_OPEN, WIFI_AUTH_WPA2_PSK = 3 };
struct wifi_scan_threshold_t { int8_t rssi; wifi_auth_mode_t authmode; };
struct wifi_sta_config_t { uint8_t ssid[32], password[64]; bool bssid_set; uint8_t bssid[6], channel; wifi_scan_threshold_t threshold; };
struct wifi_ap_config_t { uint8_t ssid[32], password[64], ssid_len, channel; wifi_auth_mode_t authmode; uint8_t ssid_hidden, max_connection; };
union wifi_config_t { wifi_ap_config_t ap; wifi_sta_config_t sta; };
struct wifi_ap_record_t { uint8_t bssid[6], ssid[33], primary; int second; int8_t rssi; };
struct wifi_scan_config_t;
esp_err_t esp_wifi_init(const wifi_init_config_t*);
esp_err_t esp_wifi_set_storage(wifi_storage_t);
esp_err_t esp_wifi_set_mode(wifi_mode_t);
esp_err_t esp_wifi_set_config(wifi_interface_t, wifi_config_t*);
esp_err_t esp_wifi_start();
esp_err_t esp_wifi_stop();
esp_err_t esp_wifi_connect();
esp_err_t esp_wifi_sta_get_ap_info(wifi_ap_record_t*);
esp_err_t esp_wifi_scan_start(const wifi_scan_config_t*, bool);
esp_err_t esp_wifi_scan_get_ap_records(uint16_t*, wifi_ap_record_t*);
enum esp_mac_type_t { ESP_MAC_WIFI_STA };
esp_err_t esp_read_mac(uint8_t*, esp_mac_type_t);

// esp_adc
enum adc_unit_t { ADC_UNIT_1, ADC_UNIT_2 };
enum adc_channel_t { ADC_CHANNEL_0 };
enum adc_atten_t { ADC_ATTEN_DB_0, ADC_ATTEN_DB_12 = 3 };
enum adc_bitwidth_t { ADC_BITWIDTH_DEFAULT = 0 };
using adc_oneshot_unit_handle_t = struct adc_oneshot_unit*;
using adc_cali_handle_t = struct adc_cali_scheme*;
struct adc_oneshot_unit_init_cfg_t { adc_unit_t unit_id; int clk_src, ulp_mode; };
struct adc_oneshot_chan_cfg_t { adc_atten_t atten; adc_bitwidth_t bitwidth; };
struct adc_cali_curve_fitting_config_t { adc_unit_t unit_id; adc_channel_t chan; adc_atten_t atten; adc_bitwidth_t bitwidth; };
struct adc_cali_line_fitting_config_t { adc_unit_t unit_id; adc_atten_t atten; adc_bitwidth_t bitwidth; };
esp_err_t adc_oneshot_io_to_channel(int, adc_unit_t*, adc_channel_t*);
esp_err_t adc_oneshot_new_unit(const adc_oneshot_unit_init_cfg_t*, adc_oneshot_unit_handle_t*);
esp_err_t adc_oneshot_del_unit(adc_oneshot_unit_handle_t);
esp_err_t adc_oneshot_config_channel(adc_oneshot_unit_handle_t, adc_channel_t, const adc_oneshot_chan_cfg_t*);
esp_err_t adc_oneshot_read(adc_oneshot_unit_handle_t, adc_channel_t, int*);
esp_err_t adc_cali_create_scheme_curve_fitting(const adc_cali_curve_fitting_config_t*, adc_cali_handle_t*);
esp_err_t adc_cali_create_scheme_line_fitting(const adc_cali_line_fitting_config_t*, adc_cali_handle_t*);
esp_err_t adc_cali_raw_to_voltage(adc_cali_handle_t, int, int*);

// nvs, partitions, OTA
using nvs_handle_t = uint32_t;
enum nvs_open_mode_t { NVS_READONLY, NVS_READWRITE };
esp_err_t nvs_flash_init();
esp_err_t nvs_flash_erase();
esp_err_t nvs_open(const char*, nvs_open_mode_t, nvs_handle_t*);
esp_err_t nvs_get_str(nvs_handle_t, const char*, char*, size_t*);
esp_err_t nvs_set_str(nvs_handle_t, const char*, const char*);
esp_err_t nvs_get_u32(nvs_handle_t, const char*, uint32_t*);
esp_err_t nvs_set_u32(nvs_handle_t, const char*, uint32_t);
esp_err_t nvs_erase_key(nvs_handle_t, const char*);
esp_err_t nvs_commit(nvs_handle_t);
void nvs_close(nvs_handle_t);
struct esp_partition_t;
enum esp_partition_type_t { ESP_PARTITION_TYPE_DATA = 1 };
enum esp_partition_subtype_t { ESP_PARTITION_SUBTYPE_ANY = 0xff };
const esp_partition_t* esp_partition_find_first(esp_partition_type_t, esp_partition_subtype_t, const char*);
esp_err_t esp_partition_read(const esp_partition_t*, size_t, void*, size_t);
struct esp_app_desc_t { char version[32]; };
const esp_app_desc_t* esp_app_get_description();
using esp_ota_handle_t = uint32_t;
const esp_partition_t* esp_ota_get_next_update_partition(const esp_partition_t*);
esp_err_t esp_ota_begin(const esp_partition_t*, size_t, esp_ota_handle_t*);
esp_err_t esp_ota_write(esp_ota_handle_t, const void*, size_t);
esp_err_t esp_ota_end(esp_ota_handle_t);
esp_err_t esp_ota_abort(esp_ota_handle_t);
esp_err_t esp_ota_set_boot_partition(const esp_partition_t*);
esp_err_t esp_ota_mark_app_valid_cancel_rollback();

// the SD card
struct sdmmc_host_t { int slot; };
struct sdmmc_card_t;
struct sdspi_device_config_t { spi_host_device_t host_id; gpio_num_t gpio_cs; };
struct esp_vfs_fat_mount_config_t { bool format_if_mount_failed; int max_files; size_t allocation_unit_size; };
#define SDSPI_HOST_DEFAULT() sdmmc_host_t{0}
#define SDSPI_DEVICE_CONFIG_DEFAULT() sdspi_device_config_t{}
esp_err_t esp_vfs_fat_sdspi_mount(const char*, const sdmmc_host_t*, const sdspi_device_config_t*, const esp_vfs_fat_mount_config_t*, sdmmc_card_t**);
esp_err_t esp_vfs_fat_sdcard_unmount(const char*, sdmmc_card_t*);

// esp_sleep.h
enum esp_sleep_wakeup_cause_t { ESP_SLEEP_WAKEUP_UNDEFINED, ESP_SLEEP_WAKEUP_EXT0 = 2, ESP_SLEEP_WAKEUP_EXT1, ESP_SLEEP_WAKEUP_TIMER, ESP_SLEEP_WAKEUP_GPIO = 7 };
enum esp_sleep_ext1_wakeup_mode_t { ESP_EXT1_WAKEUP_ANY_LOW, ESP_EXT1_WAKEUP_ANY_HIGH };
enum esp_deepsleep_gpio_wake_up_mode_t { ESP_GPIO_WAKEUP_GPIO_LOW, ESP_GPIO_WAKEUP_GPIO_HIGH };
esp_sleep_wakeup_cause_t esp_sleep_get_wakeup_cause();
uint64_t esp_sleep_get_ext1_wakeup_status();
uint64_t esp_sleep_get_gpio_wakeup_status();
esp_err_t esp_sleep_enable_ext1_wakeup_io(uint64_t, esp_sleep_ext1_wakeup_mode_t);
esp_err_t esp_deep_sleep_enable_gpio_wakeup(uint64_t, esp_deepsleep_gpio_wake_up_mode_t);
esp_err_t esp_sleep_enable_timer_wakeup(uint64_t);
[[noreturn]] void esp_deep_sleep_start();

// the serial line
struct usb_serial_jtag_driver_config_t { uint32_t tx_buffer_size, rx_buffer_size; };
esp_err_t usb_serial_jtag_driver_install(usb_serial_jtag_driver_config_t*);
int usb_serial_jtag_read_bytes(void*, uint32_t, TickType_t);
int usb_serial_jtag_write_bytes(const void*, size_t, TickType_t);
enum uart_port_t { UART_NUM_0 };
esp_err_t uart_driver_install(uart_port_t, int, int, int, void*, int);
int uart_read_bytes(uart_port_t, void*, uint32_t, TickType_t);
int uart_write_bytes(uart_port_t, const void*, size_t);
