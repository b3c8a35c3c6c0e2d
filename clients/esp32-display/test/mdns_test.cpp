// Finding the feed. The bytes of announcement.hex are what ./sem up --lan sends: a test of cli says so too.
#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <string>

#include "../core/mdns.h"

using namespace sem;

namespace {
std::string announcement() {
  std::ifstream file(std::string(TEST_FOLDER) + "/announcement.hex");
  std::string bytes, line;
  while (std::getline(file, line)) {
    for (size_t i = 0; i + 1 < line.size(); i += 2) bytes += static_cast<char>(std::stoi(line.substr(i, 2), nullptr, 16));
  }
  REQUIRE(bytes.size() > 200);
  return bytes;
}

bool read(const std::string& bytes, FoundFeed& found) {
  return readMdnsAnswer(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), found);
}
}  // namespace

TEST_CASE("the question is for feeds") {
  uint8_t bytes[64];
  size_t size = writeMdnsQuestion(bytes);
  CHECK(std::string(reinterpret_cast<char*>(bytes) + 12, size - 12) ==
        std::string("\x0C_sem-display\x04_tcp\x05local\0\0\x0C\0\x01", 29));
}

TEST_CASE("what ./sem up announces is found, and not any more after its good-bye") {
  std::string bytes = announcement();
  FoundFeed found;
  REQUIRE(read(bytes, found));
  CHECK(found.port == 8083);
  CHECK(std::string(found.host) == "192.0.2.10");
  std::string goodbye = bytes;
  for (const char* life : {"\0\0\0x", "\0\0\x11\x94"}) {
    for (size_t at; (at = goodbye.find(std::string(life, 4))) != std::string::npos;) goodbye.replace(at, 4, std::string(4, '\0'));
  }
  CHECK_FALSE(read(goodbye, found));
}

TEST_CASE("names may point back, as Avahi writes them") {
  std::string service("\x0C_sem-display\x04_tcp\x05local\0", 25);  // at 12; the instance's name is at 47
  std::string full = std::string("\0\0\x84\0\0\0\0\x01\0\0\0\x02", 12) + service + std::string("\0\x0C\0\x01\0\0\0\x0A\0\x06\x03pod\xC0\x0C", 16) +
                     std::string("\xC0\x2F\0\x21\x80\x01\0\0\0\x0A\0\x0A\0\0\0\0\x1F\x93\x02pi\0", 22) +
                     std::string("\x02pi\0\0\x01\x80\x01\0\0\0\x0A\0\x04\xC0\0\x02\x0B", 18);
  FoundFeed found;
  REQUIRE(read(full, found));
  CHECK(found.port == 8083);
  CHECK(std::string(found.host) == "192.0.2.11");
}

TEST_CASE("somebody else's answer, a question, a part: not found") {
  std::string bytes = announcement();
  FoundFeed found;
  std::string other = bytes;
  for (size_t at; (at = other.find("_sem-display")) != std::string::npos;) other.replace(at, 12, "_sem-printer");
  CHECK_FALSE(read(other, found));
  std::string question = bytes;
  question[2] = 0;
  CHECK_FALSE(read(question, found));
  for (size_t cut = 0; cut < 150; cut++) CHECK_FALSE(read(bytes.substr(0, cut), found));
  std::mt19937 chance(1);
  for (int round = 0; round < 20000; round++) {
    std::string broken = bytes.substr(0, chance() % bytes.size());
    for (auto n = chance() % 8; n > 0 && !broken.empty(); n--) broken[chance() % broken.size()] = static_cast<char>(chance());
    read(broken, found);
  }
}
