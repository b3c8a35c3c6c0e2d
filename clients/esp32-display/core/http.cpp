#include "http.h"

#include <string.h>

namespace sem {

uint32_t leftMs(Clock& clock, uint32_t deadlineMs) {
  int32_t left = static_cast<int32_t>(deadlineMs - clock.nowMs());
  return left > 0 ? static_cast<uint32_t>(left) : 0;
}

HttpHead::Result HttpHead::receive(Connection& connection, Clock& clock, uint32_t deadlineMs) {
  received_ = headSize_ = 0;
  while (true) {
    uint32_t left = leftMs(clock, deadlineMs);
    if (left == 0) return Result::SILENT;
    int count = connection.receive(reinterpret_cast<uint8_t*>(bytes_ + received_), CAPACITY - received_, left);
    if (count < 0) return Result::SILENT;
    if (count == 0) return received_ == 0 ? Result::CLOSED : Result::NONSENSE;
    size_t from = received_ < 3 ? 0 : received_ - 3;
    received_ += static_cast<size_t>(count);
    for (size_t i = from; i + 4 <= received_; i++) {
      if (memcmp(bytes_ + i, "\r\n\r\n", 4) == 0) {
        headSize_ = i + 4;
        return parse() ? Result::READ : Result::NONSENSE;
      }
    }
    if (received_ == CAPACITY) return Result::NONSENSE;
  }
}

bool HttpHead::parse() {
  Slice text(bytes_, headSize_);
  if (!text.startsWith("HTTP/1.0 ") && !text.startsWith("HTTP/1.1 ")) return false;
  keepsOpen_ = text[7] == '1';
  uint32_t status;
  if (!text.from(9).upTo(3).number(status) || status < 100 || status > 599) return false;
  status_ = static_cast<int>(status);
  return true;
}

Slice HttpHead::header(Slice name) const {
  Slice rest(bytes_, headSize_), line;
  Slice::line(rest, line);
  while (Slice::line(rest, line) && !line.empty()) {
    size_t colon = line.find(':');
    if (line.upTo(colon).same(name)) return line.from(colon + 1).trimmed();
  }
  return {};
}

bool receiveBody(const HttpHead& head, Connection& connection, Clock& clock, uint32_t deadlineMs, uint8_t* body, size_t bytes) {
  Slice begin = head.beginOfBody().upTo(bytes);
  memcpy(body, begin.at, begin.size);
  size_t got = begin.size;
  while (got < bytes) {
    uint32_t left = leftMs(clock, deadlineMs);
    int count = left == 0 ? -1 : connection.receive(body + got, bytes - got, left);
    if (count <= 0) return false;
    got += static_cast<size_t>(count);
  }
  return true;
}

}  // namespace sem
