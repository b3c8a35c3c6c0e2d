#include "mdns.h"

#include <string.h>

namespace sem {

namespace {
constexpr char SERVICE[] = "\x0C_sem-display\x04_tcp\x05local";  // and the zero that ends it
constexpr size_t HEAD = 12;
constexpr int A = 1, SRV = 33, MOST_STEPS = 64;

uint16_t two(const uint8_t* at) { return static_cast<uint16_t>(at[0] << 8 | at[1]); }

/** Goes over a name; whether it ends with the service's. False when it is broken. */
bool skipName(const uint8_t* message, size_t bytes, size_t& at, bool& ofService) {
  size_t place = at, after = 0;
  ofService = false;
  for (int step = 0; step < MOST_STEPS && place < bytes; step++) {
    if (bytes - place >= sizeof SERVICE && Slice(reinterpret_cast<const char*>(message + place), sizeof SERVICE)
                                               .same(Slice(SERVICE, sizeof SERVICE))) {
      ofService = true;
    }
    uint8_t size = message[place];
    if (size == 0) {
      at = after != 0 ? after : place + 1;
      return true;
    }
    if (size >= 0xC0) {
      if (place + 1 >= bytes) return false;
      if (after == 0) after = place + 2;
      place = two(message + place) & 0x3FFF;
    } else {
      place += size_t{size} + 1;
    }
  }
  return false;
}
}  // namespace

size_t writeMdnsQuestion(uint8_t (&message)[64]) {
  static const uint8_t BEGIN[HEAD] = {0x5E, 0x3D, 0, 0, 0, 1};
  static const uint8_t END[] = {0, 12, 0, 1};
  memcpy(message, BEGIN, HEAD);
  memcpy(message + HEAD, SERVICE, sizeof SERVICE);
  memcpy(message + HEAD + sizeof SERVICE, END, sizeof END);
  return HEAD + sizeof SERVICE + sizeof END;
}

bool readMdnsAnswer(const uint8_t* message, size_t bytes, FoundFeed& found) {
  if (bytes < HEAD || (message[2] & 0x80) == 0) return false;
  size_t at = HEAD;
  bool ofService;
  for (int questions = two(message + 4); questions > 0; questions--) {
    if (!skipName(message, bytes, at, ofService) || at + 4 > bytes) return false;
    at += 4;
  }
  FoundFeed read;
  int records = two(message + 6) + two(message + 8) + two(message + 10);
  for (; records > 0 && at < bytes; records--) {
    if (!skipName(message, bytes, at, ofService) || at + 10 > bytes) return false;
    int type = two(message + at);
    bool alive = two(message + at + 4) != 0 || two(message + at + 6) != 0;
    size_t length = two(message + at + 8);
    at += 10;
    if (at + length > bytes) return false;
    const uint8_t* data = message + at;
    if (type == SRV && ofService && alive && length > 6) read.port = two(data + 4);
    if (type == A && alive && length == 4) {
      Writer(read.host).add(int32_t{data[0]}).add('.').add(int32_t{data[1]}).add('.').add(int32_t{data[2]}).add('.').add(int32_t{data[3]});
    }
    at += length;
  }
  if (read.port == 0) return false;
  found = read;
  return true;
}

}  // namespace sem
