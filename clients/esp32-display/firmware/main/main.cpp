// The display: one wake, from its beginning to sleep. What it does is in core/; here is only what a chip needs for it.
#include <string.h>

#include "../../core/client.h"
#include "../../posix/posix_connection.h"
#include "esp_attr.h"
#include "esp_device.h"
#include "esp_log.h"
#include "esp_panel.h"
#include "esp_system.h"
#include "knob_reader.h"
#include "set_up.h"
#include "sleep.h"
#include "store.h"
#include "updater.h"
#include "wifi.h"

using namespace sem;

namespace {
constexpr char TAG[] = "display";
/** After nobody came to set it up: the settings that there are may have become right, the router may be back. */
constexpr uint32_t AFTER_NOBODY_CAME = 3600;

/** Random when the power comes, kept through everything else; its own checksum tells. */
RTC_NOINIT_ATTR alignas(Remembered) uint8_t rtcMemory[sizeof(Remembered)];
Buffers buffers;
EspDevice device;
PosixConnection connection;
Settings settings;

Wake wakeOf(sleep::Cause cause) {
  switch (cause) {
    case sleep::Cause::TIMER: return Wake::TIMER;
    case sleep::Cause::PINS: return Wake::KNOB;
    default: return Wake::POWER;
  }
}

[[noreturn]] void setUpAndRest(EspPanel& panel, Remembered& remembered, Slice trouble) {
  remembered.forget(settings);  // the panel shows how to set it up: what comes next is drawn whole
  if (setUp(device, panel, settings, trouble, buffers)) {
    store::keep(settings);
    esp_restart();
  }
  sleep::deep(settings.complete() ? AFTER_NOBODY_CAME : 0);
}
}  // namespace

extern "C" void app_main() {
  sleep::Cause cause = sleep::cause();
  KnobReader::start(sleep::wokenBy());
  EspPanel panel;
  char place[96];
  Writer trouble(place);
  store::load(cause == sleep::Cause::POWER, settings, trouble);
  auto& remembered = *reinterpret_cast<Remembered*>(rtcMemory);
  if (!settings.complete() || !trouble.text().empty()) setUpAndRest(panel, remembered, trouble.text());

  Client client(device, connection, panel, settings, remembered, buffers);
  Next next = client.wake(wakeOf(cause));
  if (next.what == Next::Do::SET_UP) setUpAndRest(panel, remembered, {});
  if (next.what == Next::Do::FORGET_ALL) {
    store::forget();
    remembered.forget(Settings());
    esp_restart();
  }
  if (next.answered) {
    updater::confirm();
    if (updater::look(settings, remembered, device, connection)) esp_restart();
  }
  wifi::stop();
  ESP_LOGI(TAG, "sleeps for %lu s", static_cast<unsigned long>(next.seconds));
  sleep::deep(next.seconds);
}
