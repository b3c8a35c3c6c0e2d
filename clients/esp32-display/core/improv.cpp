#include "improv.h"

#include <string.h>

namespace sem {

namespace {
constexpr uint8_t BEGIN[] = {'I', 'M', 'P', 'R', 'O', 'V', 1};
constexpr size_t HEAD = sizeof BEGIN + 2;  // and the type, and the length
enum Type : uint8_t { STATE = 1, ERROR = 2, RPC = 3, RESULT = 4 };

uint8_t sumOf(const uint8_t* bytes, size_t count) {
  uint8_t sum = 0;
  for (size_t i = 0; i < count; i++) sum = static_cast<uint8_t>(sum + bytes[i]);
  return sum;
}

size_t write(Type type, const uint8_t* data, size_t count, uint8_t* packet) {
  memcpy(packet, BEGIN, sizeof BEGIN);
  packet[sizeof BEGIN] = type;
  packet[sizeof BEGIN + 1] = static_cast<uint8_t>(count);
  memmove(packet + HEAD, data, count);
  packet[HEAD + count] = sumOf(packet, HEAD + count);
  packet[HEAD + count + 1] = '\n';
  return HEAD + count + 2;
}
}  // namespace

Improv::Command Improv::take(uint8_t byte) {
  error_ = Error::NONE;
  if (size_ < sizeof BEGIN && byte != BEGIN[size_]) {
    size_ = byte == BEGIN[0] ? 1 : 0;
    packet_[0] = byte;
    return Command::NONE;
  }
  packet_[size_++] = byte;
  if (size_ < HEAD) return Command::NONE;
  size_t whole = HEAD + packet_[HEAD - 1] + 1;
  if (size_ < whole) return Command::NONE;
  size_ = 0;
  if (byte != sumOf(packet_, whole - 1)) {
    error_ = Error::INVALID;
    return Command::NONE;
  }
  if (packet_[HEAD - 2] != RPC) return Command::NONE;
  bool sized = packet_[HEAD - 1] >= 2 && packet_[HEAD + 1] == packet_[HEAD - 1] - 2;
  uint8_t command = packet_[HEAD];
  if (!sized || command < 1 || command > 4) {
    error_ = sized ? Error::UNKNOWN_COMMAND : Error::INVALID;
    return Command::NONE;
  }
  return static_cast<Command>(command);
}

bool Improv::readWifi(Settings& settings) const {
  size_t end = packet_[HEAD + 1];
  const uint8_t* data = packet_ + HEAD + 2;
  if (end < 2) return false;
  size_t ssid = data[0];
  if (ssid + 2 > end) return false;
  size_t password = data[1 + ssid];
  if (ssid + password + 2 != end || ssid == 0) return false;
  Settings read = settings;
  const char* text = reinterpret_cast<const char*>(data);
  if (change(read, "SSID", Slice(text + 1, ssid)) || change(read, "PSWD", Slice(text + 2 + ssid, password))) return false;
  settings = read;
  return true;
}

size_t Improv::writeState(State state, uint8_t* packet) {
  uint8_t data = static_cast<uint8_t>(state);
  return write(STATE, &data, 1, packet);
}

size_t Improv::writeError(Error error, uint8_t* packet) {
  uint8_t data = static_cast<uint8_t>(error);
  return write(ERROR, &data, 1, packet);
}

size_t Improv::writeResult(Command command, const Slice* texts, size_t count, uint8_t* packet) {
  uint8_t data[255];
  size_t size = 2;
  for (size_t i = 0; i < count; i++) {
    size_t room = sizeof data - size;
    if (room < texts[i].size + 1) break;
    data[size++] = static_cast<uint8_t>(texts[i].size);
    memcpy(data + size, texts[i].at, texts[i].size);
    size += texts[i].size;
  }
  data[0] = static_cast<uint8_t>(command);
  data[1] = static_cast<uint8_t>(size - 2);
  return write(RESULT, data, size, packet);
}

}  // namespace sem
