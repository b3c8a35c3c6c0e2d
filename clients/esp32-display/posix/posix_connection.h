#pragma once

#include "../core/connection.h"

namespace sem {

/**
 * A connection by BSD sockets: the same file runs on the chip (lwIP) and on the host, so the tests against a real feed test
 * what the display does.
 */
class PosixConnection final : public Connection {
 public:
  ~PosixConnection();
  bool open(const char* host, uint16_t port, uint32_t timeoutMs) override;
  bool isOpen() override { return socket_ >= 0; }
  bool send(const uint8_t* bytes, size_t count, uint32_t timeoutMs) override;
  int receive(uint8_t* bytes, size_t capacity, uint32_t timeoutMs) override;
  void close() override;

 private:
  bool ready(bool toWrite, uint32_t timeoutMs);

  int socket_ = -1;
};

}  // namespace sem
