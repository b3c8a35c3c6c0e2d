// Makes the pictures of docs/display-esp32.md, to be looked at: look FILE.raw FOLDER SECONDS (FILE.raw as the feed sends it with
// ?lang=en, SECONDS of 1970 when it did: since then nothing answers).
#include <zlib.h>

#include <fstream>
#include <iterator>

#include "world.h"

using namespace sem;
using namespace sem::test;

namespace {
std::string number(uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8), static_cast<char>(value)};
}

std::string chunk(const std::string& body) {
  auto crc = crc32(body.data(), body.size());
  return number(static_cast<uint32_t>(body.size() - 4)) + body + number(crc);
}

/** What the panel shows, as a grey PNG. */
void write(const std::string& name, const FakePanel& panel) {
  std::string rows;
  Bytes seen = panel.seen();
  for (size_t i = 0; i < seen.size(); i++) {
    if (i % 480 == 0) rows += '\0';
    rows += static_cast<char>(seen[i] * 85);
  }
  uLongf size = compressBound(rows.size());
  std::string packed(size, 0);
  compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()), rows.size(), 9);
  packed.resize(size);
  std::ofstream(name, std::ios::binary) << "\x89PNG\r\n\x1A\n" << chunk("IHDR" + number(480) + number(280) + std::string("\x08\0\0\0\0", 5))
                                        << chunk("IDAT" + packed) << chunk("IEND");
}
}  // namespace

int main(int, char** arguments) {
  std::ifstream file(arguments[1], std::ios::binary);
  std::string folder = arguments[2];
  World world;
  world.settings.language = Language::EN;
  world.greys["day/0"] = Bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  Next next = world.wake(Wake::POWER);
  world.remembered.answeredUnix = static_cast<uint32_t>(std::stoul(arguments[3]));
  world.remembered.seal();
  world.network.refuses = true;
  for (int miss = 0; miss < 3; miss++) next = world.sleepAndWake(next);
  write(folder + "/display-mark.png", world.panel);

  Ssd1677 panel(world.panel);
  drawSetUp(world.buffers->shown, world.settings, "SEM-3fa2", "48151623", {});
  panel.startMonoOverGreys(world.buffers->shown);
  panel.wait();
  write(folder + "/display-set-up.png", world.panel);
  return 0;
}
