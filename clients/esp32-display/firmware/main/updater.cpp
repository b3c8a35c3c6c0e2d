#include "updater.h"

#include <memory>

#include "../../core/http.h"
#include "../../core/update.h"
#include "esp_app_desc.h"
#include "esp_log.h"
#include "esp_ota_ops.h"
#include "sdkconfig.h"

namespace sem::updater {

namespace {
#ifdef CONFIG_SECURE_SIGNED_ON_UPDATE_NO_SECURE_BOOT
constexpr char TAG[] = "update";
constexpr uint32_t A_DAY = 24 * 3600, MANIFEST_MS = 8000, FIRMWARE_MS = 120000;
constexpr size_t MOST_MANIFEST = 4096, PIECE = 4096;

#if CONFIG_IDF_TARGET_ESP32
constexpr const char* CHIP = "ESP32";
#elif CONFIG_IDF_TARGET_ESP32C3
constexpr const char* CHIP = "ESP32-C3";
#else
constexpr const char* CHIP = "ESP32-S3";
#endif

/** Asks for a file of the folder; how long it is, 0 when it does not come. */
uint32_t ask(const Settings& settings, Slice file, Connection& connection, HttpHead& head, Device& device, uint32_t deadlineMs) {
  char place[512];
  Writer request(place);
  request.add("GET ").add(settings.path).add("/firmware/").add(file).add(" HTTP/1.0\r\nHost: ").add(settings.host);
  if (settings.key[0] != 0) request.add("\r\nX-API-Key: ").add(settings.key);
  request.add("\r\n\r\n");
  connection.close();
  uint32_t length;
  bool well = !request.cut() && connection.open(settings.host, settings.port, 5000) &&
              connection.send(reinterpret_cast<const uint8_t*>(place), request.text().size, 5000) &&
              head.receive(connection, device, deadlineMs) == HttpHead::Result::READ && head.status() == 200 &&
              head.header("Content-Length").number(length);
  return well ? length : 0;
}

/** Writes the firmware into the part that does not run; the signature is checked at its end. */
bool take(const Settings& settings, const Offer& offer, Device& device, Connection& connection, HttpHead& head) {
  uint32_t deadlineMs = device.nowMs() + FIRMWARE_MS;
  if (ask(settings, offer.path, connection, head, device, deadlineMs) != offer.bytes) return false;
  const esp_partition_t* part = esp_ota_get_next_update_partition(nullptr);
  esp_ota_handle_t update;
  if (part == nullptr || esp_ota_begin(part, offer.bytes, &update) != ESP_OK) return false;
  auto piece = std::make_unique<uint8_t[]>(PIECE);
  Slice begin = head.beginOfBody();
  size_t got = begin.size;
  bool well = got <= offer.bytes && (got == 0 || esp_ota_write(update, begin.at, got) == ESP_OK);
  while (well && got < offer.bytes) {
    int count = connection.receive(piece.get(), PIECE, leftMs(device, deadlineMs));
    well = count > 0 && got + static_cast<size_t>(count) <= offer.bytes && esp_ota_write(update, piece.get(), static_cast<size_t>(count)) == ESP_OK;
    got += well ? static_cast<size_t>(count) : 0;
  }
  if (!well) {
    esp_ota_abort(update);
    return false;
  }
  return esp_ota_end(update) == ESP_OK && esp_ota_set_boot_partition(part) == ESP_OK;
}
#endif
}  // namespace

void confirm() { esp_ota_mark_app_valid_cancel_rollback(); }

bool look(const Settings& settings, Remembered& remembered, Device& device, Connection& connection) {
#ifdef CONFIG_SECURE_SIGNED_ON_UPDATE_NO_SECURE_BOOT
  if (remembered.charge != Charge::WELL) return false;
  if (remembered.updateAskedAt != 0 && device.seconds() - remembered.updateAskedAt < A_DAY) return false;
  remembered.updateAskedAt = device.seconds() | 1;
  remembered.seal();
  Settings asked = settings;
  if (asked.host[0] == 0) {
    assign(asked.host, remembered.foundHost);
    asked.port = remembered.foundPort;
  }
  static HttpHead head;
  uint32_t deadlineMs = device.nowMs() + MANIFEST_MS;
  uint32_t length = ask(asked, "manifest.json", connection, head, device, deadlineMs);
  if (length == 0 || length > MOST_MANIFEST) return false;
  auto text = std::make_unique<uint8_t[]>(length);
  Offer offer;
  bool offered = receiveBody(head, connection, device, deadlineMs, text.get(), length) &&
                 readManifest(Slice(reinterpret_cast<char*>(text.get()), length), CHIP, offer) &&
                 isNewer(offer.version, esp_app_get_description()->version);
  if (!offered) return false;
  ESP_LOGI(TAG, "takes %s", offer.version);
  bool taken = take(asked, offer, device, connection, head);
  if (!taken) ESP_LOGE(TAG, "%s was not taken", offer.version);
  if (taken) remembered.etag[0] = 0;  // the new firmware is confirmed by a whole picture, not by a 304
  remembered.seal();
  connection.close();
  return taken;
#else
  (void)settings, (void)remembered, (void)device, (void)connection;
  return false;
#endif
}

}  // namespace sem::updater
