// Weeks on a wall: everything that can happen, in any order, by chance. Two promises hold throughout: what is shown is whole,
// and when the house is well again, one wake later the picture is right.
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "world.h"

using namespace sem;
using namespace sem::test;

namespace {
/** A picture's checksum, but for the boxes of the mark and of the label. */
uint32_t nameOf(Bytes seen) {
  seen = World::withoutMark(std::move(seen));
  for (int y = LABEL_Y; y < LABEL_Y + LABEL_HEIGHT; y++) {
    for (int x = LABEL_X; x < LABEL_X + LABEL_WIDTH; x++) seen[static_cast<size_t>(y * 480 + x)] = 0;
  }
  return crc32(seen.data(), seen.size());
}

struct House {
  World world;
  std::mt19937 chance;
  std::set<uint32_t> whole;
  Next next;

  explicit House(unsigned seed) : chance(seed) {
    auto well = [this](const std::string& request) {
      Reaction reaction = world.feed(request);
      note();
      return reaction;
    };
    world.network.server = well;
    well_ = well;
  }

  bool oneIn(unsigned n) { return chance() % n == 0; }

  /** Every picture that there has been. */
  void note() {
    for (const auto& view : world.greys) whole.insert(nameOf(seenOfRaw(view.second)));
    for (const auto& view : world.mono) whole.insert(nameOf(seenOfBin(view.second)));
  }

  void getWell() {
    world.network.server = well_;
    world.network.refuses = world.network.unreachable = world.network.forgetsConnections = false;
    world.device.joins = Join::JOINED;
    world.device.battery = 0;
    world.device.clicks.clear();
    world.device.presses.clear();
    world.device.joinMs = 300 + static_cast<uint32_t>(chance() % 2000);
  }

  void somethingHappens() {
    getWell();
    if (oneIn(2)) world.greys.clear(), world.greys["day/0"] = noise(RAW_BYTES, static_cast<unsigned>(chance()));
    switch (chance() % 12) {
      case 0: world.network.refuses = true; break;
      case 1: world.network.unreachable = true; break;
      case 2: world.device.joins = Join::FAILED; break;
      case 3: world.device.joins = Join::JOINING; break;
      case 4: world.device.battery = static_cast<uint16_t>(3300 + chance() % 300); break;
      case 5: world.network.forgetsConnections = true; break;
      case 6: cutAnswers(chance() % 34000); break;
      case 7: world.network.server = [](const std::string&) { return Reaction{std::string(5000, 'x'), Reaction::Then::CLOSE}; }; break;
      default: break;
    }
  }

  void cutAnswers(size_t at) {
    auto then = oneIn(2) ? Reaction::Then::CLOSE : Reaction::Then::STALL;
    world.network.server = [this, at, then](const std::string& request) {
      Reaction reaction = world.feed(request);
      note();
      if (reaction.bytes.size() > at) reaction.bytes.resize(at), reaction.then = then;
      return reaction;
    };
  }

  /** A wake of some kind; false when the chip was reset in it. */
  bool wake() {
    world.nowUs += uint64_t{next.seconds} * 1'000'000;
    Wake cause = oneIn(4) ? Wake::KNOB : Wake::TIMER;
    for (auto n = cause == Wake::KNOB ? chance() % 5 : 0; n > 0; n--) {
      world.device.clicks[static_cast<uint32_t>(chance() % 6000)] = static_cast<int>(chance() % 7) - 3;
    }
    if (cause == Wake::KNOB && oneIn(3)) world.device.presses[static_cast<uint32_t>(chance() % 3000)] = Button::Press::SHORT;
    world.panel.powerCycle();
    if (oneIn(8)) world.panel.losePowerAt(static_cast<int>(chance() % 60));
    world.device.bootUs = world.nowUs;
    world.network.close();
    Client client(world.device, world.network, world.panel, world.settings, world.remembered, *world.buffers);
    try {
      next = client.wake(cause);
      return true;
    } catch (const PowerLoss&) {
      next = {};
      world.panel.forgetFaults();
      return false;
    }
  }

 private:
  std::function<Reaction(const std::string&)> well_;
};
}  // namespace

TEST_CASE("weeks of trouble: what is shown is whole, and right as soon as the house is well") {
  for (unsigned seed = 1; seed <= 20; seed++) {
    CAPTURE(seed);
    House house(seed);
    house.next = house.world.wake(Wake::POWER);
    bool torn = false;
    for (int wake = 0; wake < 40; wake++) {
      CAPTURE(wake);
      house.somethingHappens();
      torn = !house.wake() || torn;
      house.note();
      bool answered = house.next.answered;
      if (answered) torn = false;
      bool words = house.world.remembered.mark != Mark::NONE && house.world.remembered.etag[0] == 0;
      if (!torn && !words) CHECK(house.whole.count(nameOf(house.world.panel.seen())) == 1);
      CHECK(house.world.panel.faults().empty());
    }
    house.getWell();
    house.world.remembered.interrupted = 0;
    house.world.remembered.seal();
    house.world.wake();
    View view = house.world.remembered.view;
    std::string address = std::string(view.periodWord().at) + "/" + std::to_string(view.offset);
    CHECK(house.world.panel.seen() == seenOfRaw(house.world.greys[address]));
  }
}
