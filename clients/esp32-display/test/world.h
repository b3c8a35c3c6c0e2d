#pragma once

#include <map>
#include <memory>

#include "../core/client.h"
#include "fake_network.h"
#include "fake_panel.h"
#include "pictures.h"

namespace sem::test {

/** A chip in which the tests say what happens and when. */
class FakeDevice : public Device {
 public:
  explicit FakeDevice(uint64_t& nowUs) : nowUs_(nowUs) {}

  Join joins = Join::JOINED;
  uint32_t joinMs = 400;
  uint16_t battery = 0;
  std::string found;
  int looked = 0;
  /** Clicks and presses by the moment, counted from the wake. */
  std::map<uint32_t, int> clicks;
  std::map<uint32_t, Button::Press> presses;
  uint64_t bootUs = 0;
  uint32_t chance = 7;

  uint32_t nowMs() override { return static_cast<uint32_t>((nowUs_ - bootUs) / 1000); }
  void delayMs(uint32_t ms) override { nowUs_ += uint64_t{ms} * 1000; }
  uint32_t seconds() override { return static_cast<uint32_t>(nowUs_ / 1000000); }
  uint32_t random() override { return chance; }
  void beginJoin(const Settings&, uint8_t (&noted)[24]) override {
    joinBeganMs_ = nowMs();
    noted[0] = 1;
  }
  Join joined() override { return nowMs() - joinBeganMs_ < joinMs ? Join::JOINING : joins; }
  bool findFeed(char (&host)[16], uint16_t& port) override {
    looked++;
    port = 8083;
    return !found.empty() && assign(host, found.c_str());
  }
  Telemetry telemetry() override {
    Telemetry telemetry;
    assign(telemetry.deviceId, "a0b1c2d3e4f5");
    telemetry.firmware = "1.0.0";
    telemetry.batteryMv = battery;
    telemetry.rssiDbm = -61;
    return telemetry;
  }
  uint16_t batteryMv() override { return battery; }
  int takeClicks() override {
    int sum = 0;
    while (!clicks.empty() && clicks.begin()->first <= nowMs()) {
      sum += clicks.begin()->second;
      clicks.erase(clicks.begin());
    }
    return sum;
  }
  Button::Press takePress() override {
    if (presses.empty() || presses.begin()->first > nowMs()) return Button::Press::NONE;
    Button::Press press = presses.begin()->second;
    presses.erase(presses.begin());
    return press;
  }

 private:
  uint64_t& nowUs_;
  uint32_t joinBeganMs_ = 0;
};

/** An answer as the feed gives it. */
inline std::string answerOf(const Bytes& body, const std::string& etag, const std::string& view = "day,0") {
  return "HTTP/1.1 200 OK\r\nDate: Sun, 22 Nov 2026 13:30:00 GMT\r\nCache-Control: no-cache, no-transform\r\nX-Feed-Status: ok\r\n"
         "X-Next-Update: 900\r\nX-View: " + view + "\r\nX-Data-Age: 0\r\nETag: \"" + etag +
         "\"\r\nContent-Type: application/octet-stream\r\ncontent-length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body.begin(), body.end());
}

inline std::string notModified(const std::string& etag, const std::string& view) {
  return "HTTP/1.1 304 Not Modified\r\nDate: Sun, 22 Nov 2026 13:45:00 GMT\r\nX-Next-Update: 900\r\nX-View: " + view +
         "\r\nETag: \"" + etag + "\"\r\n\r\n";
}

/** A wall with a display on it, and the rest of the house. */
struct World {
  uint64_t nowUs = 100'000'000;
  FakePanel panel{nowUs};
  FakeNetwork network{nowUs};
  FakeDevice device{nowUs};
  Settings settings;
  Remembered remembered{};
  std::unique_ptr<Buffers> buffers = std::make_unique<Buffers>();
  /** What the feed holds: the greys of each view, by the words of the address such as day/0. */
  std::map<std::string, Bytes> greys, mono;

  World() {
    assign(settings.ssid, "home");
    assign(settings.password, "correct horse");
    assign(settings.host, "192.0.2.10");
    remembered.checksum = 12345;  // random, as after the power came
    greys["day/0"] = noise(RAW_BYTES, 1);
    network.server = [this](const std::string& request) { return feed(request); };
  }

  /** As the real feed answers; a view that it has not been given is noise of its own. */
  Reaction feed(const std::string& request) {
    std::string path = request.substr(4 + strlen("/display/"), request.find('?') - 4 - strlen("/display/"));
    bool raw = path.size() > 4 && path.substr(path.size() - 4) == ".raw";
    std::string view = path.substr(0, path.size() - 4);
    std::map<std::string, Bytes>& held = raw ? greys : mono;
    unsigned seed = 100;
    for (char c : path) seed = seed * 31 + static_cast<unsigned char>(c);
    if (held.count(view) == 0) held[view] = noise(raw ? RAW_BYTES : BIN_BYTES, seed);
    std::string etag = std::to_string(crc32(held[view].data(), held[view].size()));
    std::string said = view;
    said[said.find('/')] = ',';
    if (request.find("If-None-Match: \"" + etag + "\"\r\n") != std::string::npos) return {notModified(etag, said)};
    return {answerOf(held[view], etag, said)};
  }

  Next wake(Wake cause = Wake::TIMER) {
    device.bootUs = nowUs;
    panel.powerCycle();
    network.close();
    Client client(device, network, panel, settings, remembered, *buffers);
    return client.wake(cause);
  }

  /** The chip is reset in the middle of the next refresh. */
  void tear() {
    panel.powerCycle();
    panel.losePowerAt(21);
    device.bootUs = nowUs;
    network.close();
    bool lost = false;
    try {
      Client(device, network, panel, settings, remembered, *buffers).wake(Wake::TIMER);
    } catch (const PowerLoss&) {
      lost = true;
    }
    if (!lost) throw std::logic_error("there was no refresh");
    network.close();
    panel.forgetFaults();
  }

  /** Sleeps as it said, and wakes by the timer. */
  Next sleepAndWake(const Next& next) {
    nowUs += uint64_t{next.seconds} * 1'000'000;
    return wake();
  }

  /** What was asked for, as day/-1.bin. */
  std::vector<std::string> asked() const {
    std::vector<std::string> asked;
    for (const std::string& request : network.requests) asked.push_back(request.substr(13, request.find('?') - 13));
    return asked;
  }

  /** What is seen but for the corner where the device says what is wrong. */
  static Bytes withoutMark(Bytes seen) {
    for (int y = MARK_Y; y < MARK_Y + MARK_HEIGHT; y++) {
      for (int x = MARK_X; x < MARK_X + MARK_WIDTH; x++) seen[static_cast<size_t>(y * 480 + x)] = 0;
    }
    return seen;
  }

  bool markIsShown() const { return remembered.mark != Mark::NONE && panel.seen()[480 * (MARK_Y) + MARK_X] == 0; }
};

}  // namespace sem::test
