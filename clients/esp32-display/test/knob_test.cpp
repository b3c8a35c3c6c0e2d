// A knob that is turned: the encoder's contacts, the button, and what the panel shows meanwhile.
#include <doctest/doctest.h>

#include <random>

#include "world.h"

using namespace sem;
using namespace sem::test;

namespace {
/** The levels of the two pins through one click to the right, from rest. */
const std::vector<std::pair<bool, bool>> RIGHT = {{false, true}, {false, false}, {true, false}, {true, true}};

int turn(Encoder& encoder, int clicks, std::mt19937* bounce = nullptr) {
  int sum = 0;
  std::pair<bool, bool> before{true, true};
  for (int click = 0; click < std::abs(clicks); click++) {
    for (std::pair<bool, bool> pins : RIGHT) {
      if (clicks < 0) std::swap(pins.first, pins.second);
      for (auto n = bounce ? (*bounce)() % 6 : 0; n > 0; n--) {  // the contact that moves bounces
        bool there = (*bounce)() % 2;
        sum += encoder.look(there ? pins.first : before.first, there ? pins.second : before.second);
      }
      sum += encoder.look(pins.first, pins.second);
      before = pins;
    }
  }
  return sum;
}

Button::Press held(Button& button, uint32_t ms, uint32_t& nowMs) {
  Button::Press found = Button::Press::NONE;
  for (uint32_t i = 0; i < ms + 100; i++, nowMs++) {
    Button::Press press = button.look(i < ms, nowMs);
    if (press != Button::Press::NONE) found = press;
  }
  return found;
}
}  // namespace

TEST_CASE("each click of the encoder counts once, whatever its contacts bounce") {
  std::mt19937 chance(1);
  for (int round = 0; round < 1000; round++) {
    Encoder encoder;
    int clicks = static_cast<int>(chance() % 21) - 10;
    CHECK(turn(encoder, clicks, &chance) == clicks);
  }
}

TEST_CASE("a step that is missed can lose a click and never turns the wrong way") {
  std::mt19937 chance(2);
  Encoder encoder;
  for (int click = 0; click < 2000; click++) {
    int sum = 0;
    for (const std::pair<bool, bool>& pins : RIGHT) {
      if (chance() % 5 != 0) sum += encoder.look(pins.first, pins.second);
    }
    CHECK(sum >= 0);
    CHECK(sum <= 1);
  }
}

TEST_CASE("going half way and back is no click") {
  Encoder encoder;
  int sum = encoder.look(false, true) + encoder.look(false, false) + encoder.look(false, true) + encoder.look(true, true);
  CHECK(sum == 0);
}

TEST_CASE("an encoder that rests twice a cycle counts each rest") {
  Encoder encoder(true);
  CHECK(turn(encoder, 3) == 6);
  CHECK(turn(encoder, -2) == -4);
}

TEST_CASE("the turn that wakes counts, once") {
  for (bool right : {true, false}) {
    Encoder encoder;
    int sum = encoder.wokenBy(right);
    for (std::pair<bool, bool> pins : RIGHT) {
      if (!right) std::swap(pins.first, pins.second);
      sum += encoder.look(pins.first, pins.second);
    }
    CHECK(sum == (right ? 1 : -1));
    CHECK(turn(encoder, right ? 2 : -2) == (right ? 2 : -2));
  }
}

TEST_CASE("the button: short, five seconds, fifteen; a bounce is nothing") {
  Button button;
  uint32_t nowMs = 0xFFFFF000;  // the clock of milliseconds begins anew meanwhile
  CHECK(held(button, 100, nowMs) == Button::Press::SHORT);
  CHECK(held(button, 5, nowMs) == Button::Press::NONE);
  CHECK(held(button, 5100, nowMs) == Button::Press::LONG);
  CHECK(held(button, 15100, nowMs) == Button::Press::VERY_LONG);
  CHECK(held(button, 100, nowMs) == Button::Press::SHORT);
}

TEST_CASE("turning shows black and white at once and greys at rest") {
  World world;
  world.wake(Wake::POWER);
  world.device.joinMs = 0;
  world.device.clicks = {{0, -1}, {600, -1}};
  world.wake(Wake::KNOB);
  CHECK(world.remembered.view == View{Period::DAY, -2});
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-2"]));
  CHECK(world.asked() == std::vector<std::string>{"day/0.raw", "day/-1.bin", "day/-2.bin", "day/-2.raw"});
  CHECK(world.network.opened == 2);  // the first wake's, and one for the whole of the turning
  CHECK(world.panel.faults().empty());
  CHECK(world.panel.asleep());
}

TEST_CASE("from click to picture it takes less than 300 ms, apart from the panel's own time") {
  World world;
  world.wake(Wake::POWER);
  std::mt19937 chance(3);
  std::vector<uint32_t> clicks;
  for (uint32_t ms = 500; ms < 30000; ms += static_cast<uint32_t>(chance() % 3000)) clicks.push_back(ms);
  for (uint32_t ms : clicks) world.device.clicks[ms] = -1;
  world.wake(Wake::KNOB);
  for (uint32_t click : clicks) {
    uint64_t clickUs = world.device.bootUs + click * 1000;
    uint64_t ownUs = clickUs;  // until then the panel was at work by itself
    uint64_t shownUs = 0;
    for (const FakePanel::Refresh& refresh : world.panel.history()) {
      if (refresh.beganUs <= clickUs) ownUs = std::max(ownUs, refresh.endsUs);
      if (refresh.beganUs > clickUs && shownUs == 0) shownUs = refresh.beganUs;
    }
    REQUIRE(shownUs > 0);
    CHECK((shownUs - ownUs) / 1000 < 300);
  }
}

TEST_CASE("a fast turn: the newest view wins, and what is between is not drawn one by one") {
  World world;
  world.wake(Wake::POWER);
  for (uint32_t click = 0; click < 20; click++) world.device.clicks[600 + 40 * click] = -1;
  int before = world.panel.refreshes();
  world.wake(Wake::KNOB);
  CHECK(world.remembered.view == View{Period::DAY, -20});
  CHECK(world.panel.refreshes() - before <= 5);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-20"]));
}

TEST_CASE("a long turn is cleaned by a drawing that flashes after each five quick ones") {
  World world;
  world.wake(Wake::POWER);
  for (uint32_t click = 0; click < 14; click++) world.device.clicks[600 + 1100 * click] = -1;
  int wholeBefore = world.panel.wholeRefreshes();
  world.wake(Wake::KNOB);
  // Those that drive every pixel: after the greys each time it rested, the flashing ones, the greys.
  CHECK(world.panel.wholeRefreshes() > wholeBefore + 3);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-14"]));
  CHECK(world.panel.faults().empty());
}

TEST_CASE("while the network is not there yet the panel says which view is coming") {
  World world;
  world.wake(Wake::POWER);
  world.device.joinMs = 3000;
  world.device.clicks = {{0, -1}};
  int before = world.panel.refreshes();
  std::vector<int> refreshesWhenAsked;
  auto feed = world.network.server;
  world.network.server = [&](const std::string& request) {
    refreshesWhenAsked.push_back(world.panel.refreshes() - before);
    return feed(request);
  };
  world.wake(Wake::KNOB);
  CHECK(refreshesWhenAsked == std::vector<int>{1, 2});
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-1"]));
}

TEST_CASE("the feed says where the data end, and the knob stops there") {
  World world;
  world.wake(Wake::POWER);
  world.network.server = [&](const std::string& request) {
    bool raw = request.find(".raw") != std::string::npos;
    return Reaction{answerOf(noise(raw ? RAW_BYTES : BIN_BYTES, 5), "oldest", "day,-3")};
  };
  world.device.clicks = {{500, -30}, {3500, 1}};
  world.wake(Wake::KNOB);
  CHECK(world.asked() == std::vector<std::string>{"day/0.raw", "day/0.raw", "day/-30.bin", "day/-3.raw", "day/-2.bin", "day/-3.raw"});
}

TEST_CASE("a knob that is touched and not turned asks once, with the tag, and draws nothing") {
  World world;
  world.wake(Wake::POWER);
  int before = world.panel.refreshes();
  Next next = world.wake(Wake::KNOB);
  CHECK(world.network.requests.size() == 2);
  CHECK(world.network.requests[1].find("If-None-Match") != std::string::npos);
  CHECK(world.panel.refreshes() == before);
  CHECK(next.seconds >= 900);
}

TEST_CASE("the button goes on to week, month, year and day again") {
  World world;
  world.wake(Wake::POWER);
  for (Period period : {Period::WEEK, Period::MONTH, Period::YEAR, Period::DAY}) {
    world.device.presses = {{0, Button::Press::SHORT}};
    world.wake(Wake::KNOB);
    CHECK(world.remembered.view == View{period, 0});
  }
}

TEST_CASE("five seconds set it up anew, fifteen make it forget") {
  World world;
  world.wake(Wake::POWER);
  world.device.presses = {{5000, Button::Press::LONG}};
  CHECK(world.wake(Wake::KNOB).what == Next::Do::SET_UP);
  world.device.presses = {{5000, Button::Press::VERY_LONG}};
  CHECK(world.wake(Wake::KNOB).what == Next::Do::FORGET_ALL);
}

TEST_CASE("a knob that is turned while the feed is away says so at once, and the turned view comes when the feed is back") {
  World world;
  Next next = world.wake(Wake::POWER);
  world.device.clicks = {{600, -1}};
  world.network.refuses = true;
  next = world.wake(Wake::KNOB);
  CHECK(world.markIsShown());
  CHECK(World::withoutMark(world.panel.seen()) == World::withoutMark(seenOfRaw(world.greys["day/0"])));
  world.network.refuses = false;
  world.sleepAndWake(next);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-1"]));
}

TEST_CASE("the feed goes away while the knob turns: black and white stays whole, and greys come later") {
  World world;
  world.wake(Wake::POWER);
  world.device.clicks = {{600, -1}, {3500, -1}};
  auto feed = world.network.server;
  world.network.server = [&](const std::string& request) {
    if (request.find(".raw") != std::string::npos) return Reaction{"", Reaction::Then::STALL};
    return feed(request);
  };
  Next next = world.wake(Wake::KNOB);
  CHECK(World::withoutMark(world.panel.seen()) == World::withoutMark(seenOfBin(world.mono["day/-2"])));
  CHECK(world.markIsShown());
  world.network.server = feed;
  world.sleepAndWake(next);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-2"]));
}

TEST_CASE("a connection that the feed has closed meanwhile is opened again, without a mark") {
  World world;
  world.wake(Wake::POWER);
  world.network.forgetsConnections = true;
  world.device.clicks = {{600, -1}, {4000, -1}};
  world.wake(Wake::KNOB);
  CHECK_FALSE(world.markIsShown());
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/-2"]));
}
