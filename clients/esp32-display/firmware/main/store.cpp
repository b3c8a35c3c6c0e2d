#include "store.h"

#include <stdio.h>
#include <string.h>

#include "esp_log.h"
#include "esp_partition.h"
#include "nvs.h"
#include "nvs_flash.h"
#include "sdkconfig.h"
#if CONFIG_SEM_PIN_SD_CS >= 0
#include "driver/sdspi_host.h"
#include "esp_vfs_fat.h"
#include "pins.h"
#endif

namespace sem::store {

namespace {
constexpr char TAG[] = "settings", SPACE[] = "sem", SETTINGS[] = "settings";
constexpr size_t CONFIG_BYTES = 1024;
char text[CONFIG_BYTES];

bool open(nvs_handle_t& nvs) { return nvs_open(SPACE, NVS_READWRITE, &nvs) == ESP_OK; }

/** What is in the flash's part for it, until the first byte that was never written. */
size_t fromFlash() {
  const esp_partition_t* part = esp_partition_find_first(ESP_PARTITION_TYPE_DATA, ESP_PARTITION_SUBTYPE_ANY, "config");
  if (part == nullptr || esp_partition_read(part, 0, text, CONFIG_BYTES) != ESP_OK) return 0;
  size_t size = 0;
  while (size < CONFIG_BYTES && text[size] != '\xFF' && text[size] != 0) size++;
  return size;
}

/** The card is on the panel's wires, which have been set up. */
size_t fromCard() {
#if CONFIG_SEM_PIN_SD_CS >= 0
  sdmmc_host_t host = SDSPI_HOST_DEFAULT();
  host.slot = SPI2_HOST;
  sdspi_device_config_t slot = SDSPI_DEVICE_CONFIG_DEFAULT();
  slot.gpio_cs = static_cast<gpio_num_t>(CONFIG_SEM_PIN_SD_CS);
  slot.host_id = SPI2_HOST;
  esp_vfs_fat_mount_config_t mount = {};
  mount.max_files = 1;
  sdmmc_card_t* card;
  size_t size = 0;
  if (esp_vfs_fat_sdspi_mount("/sd", &host, &slot, &mount, &card) == ESP_OK) {
    if (FILE* file = fopen("/sd/config.txt", "rb")) {
      size = fread(text, 1, CONFIG_BYTES, file);
      fclose(file);
    }
    esp_vfs_fat_sdcard_unmount("/sd", card);
  }
  return size;
#else
  return 0;
#endif
}

/** Takes a config.txt over, once: what is changed later, on the set-up page, is not undone by it. */
void takeOver(nvs_handle_t nvs, const char* from, size_t size, Settings& settings, Writer& trouble) {
  uint32_t mark = crc32(text, size), taken = 0;
  if (size == 0 || (nvs_get_u32(nvs, from, &taken) == ESP_OK && taken == mark)) return;
  ConfigFault fault;
  if (!readConfig(Slice(text, size), settings, fault)) {
    trouble.add("config.txt, ").add(int32_t{fault.line}).add(": ").add(fault.what);
    ESP_LOGE(TAG, "config.txt, line %u: %s", static_cast<unsigned>(fault.line), fault.what);
    return;
  }
  keep(settings);
  nvs_set_u32(nvs, from, mark);
  nvs_commit(nvs);
}
}  // namespace

void load(bool powerCame, Settings& settings, Writer& trouble) {
  esp_err_t begun = nvs_flash_init();
  if (begun == ESP_ERR_NVS_NO_FREE_PAGES || begun == ESP_ERR_NVS_NEW_VERSION_FOUND) {
    ESP_ERROR_CHECK(nvs_flash_erase());
    ESP_ERROR_CHECK(nvs_flash_init());
  }
  nvs_handle_t nvs;
  if (!open(nvs)) return;
  size_t size = CONFIG_BYTES;
  ConfigFault fault;
  if (nvs_get_str(nvs, SETTINGS, text, &size) == ESP_OK && size > 0) readConfig(Slice(text, size - 1), settings, fault);
  if (powerCame) {
    takeOver(nvs, "flash", fromFlash(), settings, trouble);
    takeOver(nvs, "card", fromCard(), settings, trouble);
  }
  nvs_close(nvs);
}

void keep(const Settings& settings) {
  nvs_handle_t nvs;
  if (!open(nvs)) return;
  static char written[CONFIG_BYTES];
  Writer writer(written);
  writeConfig(settings, writer);
  ESP_ERROR_CHECK_WITHOUT_ABORT(nvs_set_str(nvs, SETTINGS, written));
  ESP_ERROR_CHECK_WITHOUT_ABORT(nvs_commit(nvs));
  nvs_close(nvs);
}

void forget() {
  nvs_handle_t nvs;
  if (!open(nvs)) return;
  nvs_erase_key(nvs, SETTINGS);
  nvs_commit(nvs);
  nvs_close(nvs);
}

}  // namespace sem::store
