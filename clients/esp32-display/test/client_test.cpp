// A display over days: what it asks, what it shows, how long it sleeps.
#include <doctest/doctest.h>

#include "world.h"

using namespace sem;
using namespace sem::test;

TEST_CASE("the first wake asks once, without a tag, and shows the picture") {
  World world;
  Next next = world.wake(Wake::POWER);
  REQUIRE(world.network.requests.size() == 1);
  CHECK(world.network.requests[0] ==
        "GET /display/day/0.raw?lang=nl&rot=270 HTTP/1.1\r\nHost: 192.0.2.10:8083\r\nAccept-Encoding: identity\r\n"
        "X-Device-Id: a0b1c2d3e4f5\r\nX-Firmware: 1.0.0\r\nX-RSSI: -61\r\n\r\n");
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
  CHECK(world.panel.refreshes() == 1);
  CHECK(world.panel.asleep());
  CHECK(world.panel.faults().empty());
  CHECK(next.answered);
  CHECK(next.seconds >= 900);
  CHECK(next.seconds <= 900 + 3 + 2 + 15);
}

TEST_CASE("a picture that is on the panel costs one request and no refresh") {
  World world;
  Next next = world.wake(Wake::POWER);
  for (int wake = 0; wake < 5; wake++) next = world.sleepAndWake(next);
  CHECK(world.network.requests.size() == 6);
  CHECK(world.network.requests.back().find("If-None-Match: \"") != std::string::npos);
  CHECK(world.panel.refreshes() == 1);
  world.greys["day/0"] = noise(RAW_BYTES, 2);
  world.sleepAndWake(next);
  CHECK(world.panel.refreshes() == 2);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
}

TEST_CASE("the panel is drawn once a day even when nothing changes") {
  World world;
  Next next = world.wake(Wake::POWER);
  int wakes = 0;
  while (world.panel.refreshes() == 1 && wakes++ < 200) next = world.sleepAndWake(next);
  CHECK(wakes == doctest::Approx(86400.0 / 912).epsilon(0.03));
  CHECK(world.panel.refreshes() == 2);
}

TEST_CASE("settings go into the request") {
  World world;
  assign(world.settings.key, "sesame");
  assign(world.settings.meter, "roof");
  assign(world.settings.path, "/energy/display");
  world.settings.port = 80;
  world.settings.language = Language::FR;
  world.settings.rotation = 90;
  world.settings.view = {Period::WEEK, -2};
  world.device.battery = 3900;
  world.network.server = [](const std::string&) { return Reaction{"HTTP/1.1 404 Not Found\r\n\r\n"}; };
  world.wake(Wake::POWER);
  CHECK(world.network.requests[0] ==
        "GET /energy/display/roof/week/-2.raw?lang=fr&rot=90 HTTP/1.1\r\nHost: 192.0.2.10\r\nAccept-Encoding: identity\r\n"
        "X-API-Key: sesame\r\nX-Device-Id: a0b1c2d3e4f5\r\nX-Firmware: 1.0.0\r\nX-Battery-mV: 3900\r\nX-RSSI: -61\r\n\r\n");
}

TEST_CASE("a feed that is not named is found by mDNS, remembered, and looked for again when it is silent") {
  World world;
  world.settings.host[0] = 0;
  world.device.found = "192.0.2.77";
  Next next = world.wake(Wake::POWER);
  CHECK(world.network.openedHost == "192.0.2.77");
  next = world.sleepAndWake(next);
  CHECK(world.device.looked == 1);
  world.network.refuses = true;
  next = world.sleepAndWake(next);
  world.network.refuses = false;
  world.device.found = "192.0.2.78";
  world.sleepAndWake(next);
  CHECK(world.device.looked == 2);
  CHECK(world.network.openedHost == "192.0.2.78");
}

TEST_CASE("a low battery is said on the picture, once, and sleeps longer; an empty one rests and comes back when charged") {
  World world;
  world.device.battery = 3900;
  Next next = world.wake(Wake::POWER);
  CHECK_FALSE(world.markIsShown());
  world.device.battery = 3450;
  next = world.sleepAndWake(next);
  CHECK(world.markIsShown());
  CHECK(World::withoutMark(world.panel.seen()) == World::withoutMark(seenOfRaw(world.greys["day/0"])));
  CHECK(next.seconds == 1800);
  int refreshes = world.panel.refreshes();
  next = world.sleepAndWake(next);
  CHECK(world.panel.refreshes() == refreshes);
  world.device.battery = 3430;
  next = world.sleepAndWake(next);
  CHECK(next.seconds == 7200);
  world.device.battery = 3300;
  size_t requests = world.network.requests.size();
  next = world.sleepAndWake(next);
  CHECK(world.network.requests.size() == requests);
  CHECK(next.seconds == 43200);
  world.device.battery = 3430;  // it rests, and is not charged
  next = world.sleepAndWake(next);
  CHECK(world.network.requests.size() == requests);
  world.device.battery = 4100;
  next = world.sleepAndWake(next);
  CHECK_FALSE(world.markIsShown());
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
  CHECK(next.seconds < 1000);
}
