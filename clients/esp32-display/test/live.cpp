// The display against a real display-feed, which the script `live` starts, with the settings that ./sem display-config prints (DISPLAY_CONFIG). Real sockets, a fake panel;
// the time that the feed takes is added to the tests' clock.
//
// A household lives behind that feed: its pictures rightly change while the tests run, when a quarter hour ends and in the first seconds, when the last of its past comes in.
// So each test looks at the feed's picture before and after, judges the panel when it was the same, else begins anew; and fails when it never was the same.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <algorithm>
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

/** So often a test begins anew when the feed's picture changed meanwhile; a view changes once in minutes, and one attempt takes milliseconds. */
constexpr int ATTEMPTS = 10;

std::string word(View view) { return std::string(view.periodWord().at) + "/" + std::to_string(view.offset); }

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
  Bytes png(const std::string& view, const std::string& more = "") {
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

  /** Whether what was drawn is what the feed shows of that view. Asked once more only when the feed has something else by now. */
  bool seenAsTheFeedShows() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Bytes before = png(word(remembered.view));
      Bytes drawn = seen();
      if (drawn == before) return true;
      wake(Wake::TIMER);
      if (seen() == drawn) return false;
    }
    return false;
  }
};

/** One display on one wall, from power on. False, with nothing judged, when the feed's picture changed meanwhile. */
bool showsThePictureAndIsLeftAlone(View view, Language language, uint16_t rotation) {
  Live live;
  live.settings.view = view;
  live.settings.language = language;
  live.settings.rotation = rotation;
  Bytes before = live.png(word(view));
  Next next = live.wake(Wake::POWER);
  Bytes shown = live.seen();
  int refreshes = live.panel.refreshes();
  int requests = live.connection.requests;
  View said = live.remembered.view;
  live.wake(Wake::TIMER);
  if (live.png(word(view)) != before) return false;
  CHECK(next.answered);
  CHECK(next.seconds >= 180);
  CHECK(requests == 1);
  CHECK(shown == before);
  CHECK(refreshes == 1);
  CHECK(live.connection.requests == 2);
  CHECK(live.panel.refreshes() == 1);
  CHECK(live.seen() == before);
  CHECK(live.remembered.view == said);
  CHECK(live.panel.faults().empty());
  return true;
}

/** The knob goes back six weeks, click by click. False, with no picture judged, when one of the feed's changed meanwhile. */
bool followsTheKnob(uint16_t rotation, uint64_t& slowestMs) {
  constexpr uint32_t FIRST_MS = 2000, EACH_MS = 3500;
  constexpr int16_t WEEKS = 6;
  Live live;
  live.settings.rotation = rotation;
  live.settings.view.period = Period::WEEK;
  auto feeds = [&] {
    std::vector<Bytes> pictures;
    for (int16_t week = 1; week <= WEEKS; week++) {
      std::string view = word({Period::WEEK, static_cast<int16_t>(-week)});
      pictures.push_back(live.png(view, "&bits=1"));
      pictures.push_back(live.png(view));
    }
    return pictures;
  };
  std::vector<Bytes> before = feeds(), shown;
  live.wake(Wake::POWER);
  live.panel.onRefresh = [&] { shown.push_back(live.seen()); };
  for (uint32_t click = 0; click < WEEKS; click++) live.device.clicks[FIRST_MS + EACH_MS * click] = -1;
  size_t first = live.panel.history().size();
  live.wake(Wake::KNOB);
  if (feeds() != before) return false;
  CHECK(live.panel.faults().empty());
  REQUIRE(shown.size() == before.size());
  slowestMs = 0;
  for (size_t at = 0; at < shown.size(); at++) {
    CAPTURE(at);
    CHECK(shown[at] == before[at]);
    uint64_t clickUs = live.device.bootUs + (FIRST_MS + EACH_MS * (at / 2)) * 1000;
    if (at % 2 == 0) slowestMs = std::max(slowestMs, (live.panel.history()[first + at].beganUs - clickUs) / 1000);
  }
  return true;
}
}  // namespace

TEST_CASE("the panel shows the feed's PNG, pixel by pixel, in every view; asked again it is not touched") {
  for (Period period : {Period::DAY, Period::WEEK, Period::MONTH, Period::YEAR}) {
    for (int16_t offset : {int16_t{0}, int16_t{-1}, int16_t{-2}}) {
      for (Language language : {Language::NL, Language::FR, Language::DE, Language::EN}) {
        for (uint16_t rotation : {uint16_t{270}, uint16_t{90}}) {
          View view{period, offset};
          CAPTURE(word(view));
          bool judged = false;
          for (int attempt = 0; attempt < ATTEMPTS && !judged; attempt++) judged = showsThePictureAndIsLeftAlone(view, language, rotation);
          CHECK(judged);
        }
      }
    }
  }
}

TEST_CASE("while the knob turns it is the feed's picture in black and white, under 300 ms after the click, then the greys") {
  for (uint16_t rotation : {uint16_t{270}, uint16_t{90}}) {
    bool judged = false;
    uint64_t slowestMs = 0;
    for (int attempt = 0; attempt < ATTEMPTS && !judged; attempt++) judged = followsTheKnob(rotation, slowestMs);
    CHECK(judged);
    CHECK(slowestMs < 300);
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
  CHECK(live.seenAsTheFeedShows());
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
  CHECK(live.seenAsTheFeedShows());
}
