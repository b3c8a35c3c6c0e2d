// The display against a real display-feed, which the script `live` starts, with the settings that ./sem display-config prints (DISPLAY_CONFIG). Real sockets, a fake panel;
// the time that the feed takes is added to the tests' clock.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "../core/http.h"
#include "../posix/posix_connection.h"
#include "png.h"
#include "world.h"

using namespace sem;
using namespace sem::test;

namespace {
/** Real sockets, whose real time passes on the tests' clock. */
class TimedConnection : public Connection {
  template <typename Call>
  auto timed(Call call) {
    auto begin = std::chrono::steady_clock::now();
    auto result = call();
    auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    nowUs_ += static_cast<uint64_t>(took.count());
    return result;
  }

 public:
  explicit TimedConnection(uint64_t& nowUs) : nowUs_(nowUs) {}
  bool open(const char* host, uint16_t port, uint32_t ms) override {
    return timed([&] { return real_.open(host, port, ms); });
  }
  bool isOpen() override { return real_.isOpen(); }
  bool send(const uint8_t* bytes, size_t count, uint32_t ms) override {
    requests++;
    return timed([&] { return real_.send(bytes, count, ms); });
  }
  int receive(uint8_t* bytes, size_t capacity, uint32_t ms) override {
    return timed([&] { return real_.receive(bytes, capacity, ms); });
  }
  void close() override { real_.close(); }
  int requests = 0;

 private:
  uint64_t& nowUs_;
  PosixConnection real_;
};

struct Live {
  uint64_t nowUs = 100'000'000;
  FakePanel panel{nowUs};
  TimedConnection connection{nowUs};
  FakeDevice device{nowUs};
  Settings settings;
  Remembered remembered{};
  std::unique_ptr<Buffers> buffers = std::make_unique<Buffers>();

  Live() {
    const char* name = getenv("DISPLAY_CONFIG");
    REQUIRE(name != nullptr);
    std::ifstream file(name);
    std::string config((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    ConfigFault fault;
    REQUIRE(readConfig(Slice(config.data(), config.size()), settings, fault));
    REQUIRE(settings.complete());
  }

  Next wake(Wake cause) {
    device.bootUs = nowUs;
    panel.powerCycle();
    Client client(device, connection, panel, settings, remembered, *buffers);
    return client.wake(cause);
  }

  /** The picture that the feed shows to people. */
  Bytes png(const std::string& view, const std::string& more) {
    PosixConnection web;
    REQUIRE(web.open(settings.host, settings.port, 5000));
    std::string request = "GET /display/" + view + ".png?lang=" + languageWord(settings.language).at + more + " HTTP/1.0\r\n\r\n";
    REQUIRE(web.send(reinterpret_cast<const uint8_t*>(request.data()), request.size(), 5000));
    std::string answer;
    uint8_t bytes[4096];
    for (int count; (count = web.receive(bytes, sizeof bytes, 5000)) > 0;) answer.append(reinterpret_cast<char*>(bytes), static_cast<size_t>(count));
    return levelsOfPng(answer.substr(answer.find("\r\n\r\n") + 4));
  }

  /** What is seen where the panel hangs as the settings say. */
  Bytes seen() const {
    Bytes seen = panel.seen();
    return settings.rotation == 90 ? Bytes(seen.rbegin(), seen.rend()) : seen;
  }
};

std::string word(View view) { return std::string(view.periodWord().at) + "/" + std::to_string(view.offset); }
}  // namespace

TEST_CASE("the panel shows the feed's PNG, pixel by pixel, in every view; asked again it is not touched") {
  for (Period period : {Period::DAY, Period::WEEK, Period::MONTH, Period::YEAR}) {
    for (int16_t offset : {int16_t{0}, int16_t{-1}, int16_t{-2}}) {
      for (Language language : {Language::NL, Language::FR, Language::DE, Language::EN}) {
        for (uint16_t rotation : {uint16_t{270}, uint16_t{90}}) {
          Live live;
          live.settings.view = {period, offset};
          live.settings.language = language;
          live.settings.rotation = rotation;
          CAPTURE(word(live.settings.view));
          Next next = live.wake(Wake::POWER);
          CHECK(next.answered);
          CHECK(next.seconds >= 180);
          CHECK(live.connection.requests == 1);
          // A quarter hour may end between two requests: then the next pair agrees.
          bool same = live.seen() == live.png(word(live.remembered.view), "");
          if (!same) {
            live.wake(Wake::POWER);
            same = live.seen() == live.png(word(live.remembered.view), "");
          }
          CHECK(same);
          int refreshes = live.panel.refreshes();
          live.wake(Wake::TIMER);
          CHECK(live.panel.refreshes() == refreshes);
          CHECK(live.panel.faults().empty());
        }
      }
    }
  }
}

TEST_CASE("while the knob turns it is the feed's picture in black and white, under 300 ms after the click, then the greys") {
  for (uint16_t rotation : {uint16_t{270}, uint16_t{90}}) {
    Live live;
    live.settings.rotation = rotation;
    live.settings.view.period = Period::WEEK;
    live.wake(Wake::POWER);
    std::vector<Bytes> shown;
    live.panel.onRefresh = [&] { shown.push_back(live.seen()); };
    for (uint32_t click = 0; click < 6; click++) live.device.clicks[2000 + 3500 * click] = -1;
    size_t before = live.panel.history().size();
    live.wake(Wake::KNOB);
    REQUIRE(shown.size() == 12);
    for (int16_t week = 1; week <= 6; week++) {
      View view{Period::WEEK, static_cast<int16_t>(-week)};
      size_t at = static_cast<size_t>(week - 1) * 2;
      CHECK(shown[at] == live.png(word(view), "&bits=1"));
      CHECK(shown[at + 1] == live.png(word(view), ""));
      uint64_t clickUs = live.device.bootUs + (2000 + 3500 * static_cast<uint64_t>(week - 1)) * 1000;
      CHECK((live.panel.history()[before + at].beganUs - clickUs) / 1000 < 300);
    }
    CHECK(live.panel.faults().empty());
  }
}

TEST_CASE("a turn beyond the oldest reading ends at the oldest view") {
  Live live;
  live.settings.view.period = Period::MONTH;
  live.wake(Wake::POWER);
  live.device.clicks = {{600, -500}};
  live.wake(Wake::KNOB);
  CHECK(live.remembered.view.offset < 0);
  CHECK(live.remembered.view.offset > -500);
  CHECK(live.seen() == live.png(word(live.remembered.view), ""));
}

TEST_CASE("the feed goes: the picture stays, with a mark and the time; it comes back: the picture is clean") {
  Live live;
  Next next = live.wake(Wake::POWER);
  Bytes picture = live.seen();
  uint16_t port = live.settings.port;
  live.settings.port = 9;  // nobody listens there
  for (int miss = 0; miss < 3; miss++) {
    live.nowUs += uint64_t{next.seconds} * 1'000'000;
    next = live.wake(Wake::TIMER);
  }
  CHECK(live.remembered.mark == Mark::SILENT);
  CHECK(live.remembered.answeredUnix > 1'700'000'000);
  CHECK(World::withoutMark(live.seen()) == World::withoutMark(picture));
  CHECK(live.seen() != picture);
  live.settings.port = port;
  live.nowUs += uint64_t{next.seconds} * 1'000'000;
  next = live.wake(Wake::TIMER);
  CHECK(live.remembered.mark == Mark::NONE);
  CHECK(live.seen() == live.png("day/0", ""));
}
