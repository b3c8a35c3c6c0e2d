#pragma once

#include <stddef.h>
#include <stdint.h>

namespace sem {

/** The time that passes while the chip is awake. */
class Clock {
 public:
  virtual uint32_t nowMs() = 0;

 protected:
  ~Clock() = default;
};

/** One TCP connection at a time. */
class Connection {
 public:
  /** Opens one, within the time. A name such as pi.local is looked up. */
  virtual bool open(const char* host, uint16_t port, uint32_t timeoutMs) = 0;
  virtual bool isOpen() = 0;
  virtual bool send(const uint8_t* bytes, size_t count, uint32_t timeoutMs) = 0;
  /** How many bytes came: 0 when the other side has closed, less than 0 when nothing came within the time. */
  virtual int receive(uint8_t* bytes, size_t capacity, uint32_t timeoutMs) = 0;
  virtual void close() = 0;

 protected:
  ~Connection() = default;
};

}  // namespace sem
