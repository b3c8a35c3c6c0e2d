// What goes wrong, on schedule. Whatever happens, the panel shows a whole picture: the old one, with a mark when it is old,
// or the new one.
#include <doctest/doctest.h>

#include <algorithm>

#include "world.h"

using namespace sem;
using namespace sem::test;

namespace {
struct Trouble {
  const char* name;
  Mark mark;
  std::function<void(World&)> begins;
};

Bytes page(size_t bytes) { return Bytes(bytes, '<'); }

std::string headOf(const std::string& type, size_t length) {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nETag: \"x\"\r\nX-Next-Update: 900\r\nContent-Length: " +
         std::to_string(length) + "\r\n\r\n";
}

void serves(World& world, const std::string& bytes, Reaction::Then then = Reaction::Then::CLOSE) {
  world.network.server = [=](const std::string&) { return Reaction{bytes, then}; };
}

const std::string PICTURE = "application/octet-stream";

const std::vector<Trouble> TROUBLES = {
    {"the Wi-Fi password is wrong", Mark::WIFI, [](World& w) { w.device.joins = Join::FAILED; }},
    {"the router is away", Mark::WIFI, [](World& w) { w.device.joins = Join::JOINING; }},
    {"the feed is off", Mark::SILENT, [](World& w) { w.network.refuses = true; }},
    {"nothing answers at that address", Mark::SILENT, [](World& w) { w.network.unreachable = true; }},
    {"it takes the request and says nothing", Mark::SILENT, [](World& w) { serves(w, "", Reaction::Then::STALL); }},
    {"it closes without a word", Mark::SILENT, [](World& w) { serves(w, ""); }},
    {"half a picture, then it closes", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, headOf(PICTURE, RAW_BYTES) + std::string(RAW_BYTES / 2, 'x')); }},
    {"all but the last byte", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, headOf(PICTURE, RAW_BYTES) + std::string(RAW_BYTES - 1, 'x')); }},
    {"half a picture, then silence", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, headOf(PICTURE, RAW_BYTES) + std::string(RAW_BYTES / 2, 'x'), Reaction::Then::STALL); }},
    {"half a head", Mark::NOT_A_PICTURE, [](World& w) { serves(w, headOf(PICTURE, RAW_BYTES).substr(0, 40)); }},
    {"a byte a second", Mark::NOT_A_PICTURE,
     [](World& w) {
       w.network.server = [](const std::string&) {
         return Reaction{headOf(PICTURE, RAW_BYTES) + std::string(RAW_BYTES, 'x'), Reaction::Then::KEEP, 1, 1460, 1000};
       };
     }},
    {"garbage", Mark::NOT_A_PICTURE, [](World& w) { serves(w, std::string("\x00\xFF\x13\r\n\r\n", 7)); }},
    {"garbage without end", Mark::NOT_A_PICTURE, [](World& w) { serves(w, std::string(100000, 'x')); }},
    {"headers without end", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, "HTTP/1.1 200 OK\r\nX-A: " + std::string(100000, 'x')); }},
    {"a redirect", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, "HTTP/1.1 302 Found\r\nLocation: https://portal.example/\r\nContent-Length: 0\r\n\r\n"); }},
    {"10 MB", Mark::NOT_A_PICTURE, [](World& w) { serves(w, headOf(PICTURE, 10'000'000) + std::string(10'000'000, 'x')); }},
    {"the picture of another panel", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, headOf(PICTURE, 48000) + std::string(48000, 'x')); }},
    {"a router's page of just that length", Mark::NOT_A_PICTURE,
     [](World& w) {
       Bytes html = page(RAW_BYTES);
       serves(w, headOf("text/html", RAW_BYTES) + std::string(html.begin(), html.end()));
     }},
    {"chunked", Mark::NOT_A_PICTURE,
     [](World& w) {
       serves(w, "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\nContent-Length: 33600\r\n\r\n" +
                     std::string(RAW_BYTES, '0'));
     }},
    {"no length", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n" + std::string(RAW_BYTES, 'x')); }},
    {"a fault of the feed", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"); }},
    {"another service than the feed", Mark::NOT_A_PICTURE,
     [](World& w) { serves(w, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"); }},
    {"the key is refused", Mark::KEY, [](World& w) { serves(w, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"); }},
    {"a key is wanted", Mark::KEY, [](World& w) { serves(w, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"); }},
};
}  // namespace

TEST_CASE("trouble leaves the old picture whole, is marked at the third wake in vain, once, and is forgotten when it ends") {
  for (const Trouble& trouble : TROUBLES) {
    CAPTURE(trouble.name);
    World world;
    Next next = world.wake(Wake::POWER);
    Bytes old = seenOfRaw(world.greys["day/0"]);
    REQUIRE(world.panel.seen() == old);
    auto well = world.network.server;
    trouble.begins(world);
    for (int miss = 1; miss <= 8; miss++) {
      uint64_t begin = world.nowUs + uint64_t{next.seconds} * 1'000'000;
      next = world.sleepAndWake(next);
      CHECK((world.nowUs - begin) / 1'000'000 <= 15);
      REQUIRE(World::withoutMark(world.panel.seen()) == World::withoutMark(old));
      CHECK(world.markIsShown() == (miss >= 3));
      CHECK(world.panel.refreshes() == (miss >= 3 ? 2 : 1));
      CHECK(next.seconds >= 54);
      CHECK(next.seconds <= 3960);
      CHECK_FALSE(next.answered);
    }
    CHECK(world.remembered.mark == trouble.mark);
    CHECK(world.network.received < 500'000);

    world.network.server = well;
    world.network.refuses = world.network.unreachable = false;
    world.device.joins = Join::JOINED;
    next = world.sleepAndWake(next);
    CHECK(world.panel.seen() == old);
    CHECK_FALSE(world.markIsShown());
    CHECK(next.answered);
    CHECK(world.panel.faults().empty());
  }
}

TEST_CASE("at the first start somebody looks: trouble is said at once") {
  for (const Trouble& trouble : TROUBLES) {
    CAPTURE(trouble.name);
    World world;
    trouble.begins(world);
    world.wake(Wake::POWER);
    CHECK(world.markIsShown());
    CHECK(world.remembered.mark == trouble.mark);
  }
}

TEST_CASE("pauses grow to an hour and never end") {
  World world;
  world.device.joins = Join::FAILED;
  Next next = world.wake(Wake::POWER);
  for (uint32_t expected : {180U, 300U, 900U, 3600U, 3600U, 3600U}) {
    next = world.sleepAndWake(next);
    CHECK(next.seconds == doctest::Approx(expected).epsilon(0.11));
  }
  for (int i = 0; i < 70000; i++) world.remembered.misses++;
  world.remembered.misses = UINT16_MAX;
  world.remembered.seal();
  CHECK(world.sleepAndWake(next).seconds == doctest::Approx(3600).epsilon(0.11));
}

TEST_CASE("a reset at any moment of a drawing: what is shown afterwards is whole") {
  // Twenty commands, then the refresh (cut at its beginning and in its middle): the memory of the clock kept, or lost.
  for (bool keptMemory : {true, false}) {
    for (int command = 0; command < 26; command++) {
      CAPTURE(keptMemory);
      CAPTURE(command);
      World world;
      world.wake(Wake::POWER);
      world.greys["day/0"] = noise(RAW_BYTES, 3);
      world.device.bootUs = world.nowUs;
      world.panel.powerCycle();
      world.panel.losePowerAt(command);
      bool lost = false;
      try {
        Client client(world.device, world.network, world.panel, world.settings, world.remembered, *world.buffers);
        client.wake(Wake::TIMER);
      } catch (const PowerLoss&) {
        lost = true;
      }
      if (!keptMemory) world.remembered.checksum ^= 1;
      world.panel.forgetFaults();
      world.network.close();
      world.wake(Wake::POWER);
      CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
      CHECK(world.panel.faults().empty());
      CHECK(lost == (command <= 21));
    }
  }
}

TEST_CASE("a reset in the middle of a drawing, and then the feed is away: words, and not half a picture; then the picture") {
  World world;
  world.wake(Wake::POWER);
  world.greys["day/0"] = noise(RAW_BYTES, 3);
  world.tear();
  world.network.refuses = true;
  Next next = world.wake(Wake::POWER);
  Bytes seen = world.panel.seen();
  CHECK(std::count(seen.begin(), seen.end(), 0) > 1000);
  CHECK(std::count(seen.begin(), seen.end(), 0) + std::count(seen.begin(), seen.end(), 3) == PANEL_COLUMNS * PANEL_ROWS);
  next = world.sleepAndWake(next);
  CHECK(world.panel.seen() == seen);
  world.network.refuses = false;
  world.sleepAndWake(next);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
}

TEST_CASE("a battery that cannot carry a drawing is not drained by trying: after three resets once an hour") {
  World world;
  world.wake(Wake::POWER);
  world.greys["day/0"] = noise(RAW_BYTES, 3);
  for (int reset = 0; reset < 3; reset++) {
    world.tear();
  }
  size_t requests = world.network.requests.size();
  Next next = world.wake(Wake::POWER);
  CHECK(next.seconds == 3600);
  CHECK(world.network.requests.size() == requests);
  world.sleepAndWake(next);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
}

TEST_CASE("a panel that is stuck is not asked for ever, and comes back by itself") {
  World world;
  world.wake(Wake::POWER);
  world.greys["day/0"] = noise(RAW_BYTES, 3);
  world.panel.getStuck();
  Next next = world.wake();
  world.panel.repair();
  world.panel.forgetFaults();
  world.sleepAndWake(next);
  CHECK(world.panel.seen() == seenOfRaw(world.greys["day/0"]));
}

TEST_CASE("what was remembered by another firmware, or by nobody, is not believed") {
  World world;
  world.wake(Wake::POWER);
  for (size_t byte = 0; byte < sizeof(Remembered); byte++) {
    Remembered changed = world.remembered;
    reinterpret_cast<uint8_t*>(&changed)[byte] ^= 0x10;
    bool padding = memcmp(&changed, &world.remembered, sizeof changed) == 0;
    CHECK((padding || !changed.sound()));
  }
}
