#pragma once

#include "connection.h"
#include "text.h"

namespace sem {

/**
 * The head of an answer over HTTP/1.1, at most CAPACITY bytes of it. A server that sends more than that is not the feed,
 * whose heads have some 400 bytes.
 */
class HttpHead {
 public:
  static constexpr size_t CAPACITY = 2048;
  enum class Result : uint8_t { READ, CLOSED, SILENT, NONSENSE };

  /** Receives until the empty line, at the latest until the deadline. */
  Result receive(Connection& connection, Clock& clock, uint32_t deadlineMs);
  int status() const { return status_; }
  /** A header's value; the empty slice when there is none. */
  Slice header(Slice name) const;
  /** What was received of the body together with the head. */
  Slice beginOfBody() const { return Slice(bytes_, received_).from(headSize_); }
  /** The server keeps the connection for another request. */
  bool keepsOpen() const { return keepsOpen_ && !header("Connection").same("close"); }

 private:
  bool parse();

  char bytes_[CAPACITY];
  size_t received_ = 0;
  size_t headSize_ = 0;
  int status_ = 0;
  bool keepsOpen_ = false;
};

/** How much time is left until a moment, 0 when it is over; moments are those of a clock that begins anew after 49 days. */
uint32_t leftMs(Clock& clock, uint32_t deadlineMs);

/** Receives exactly so many bytes of a body, of which some came with the head. False when fewer come. */
bool receiveBody(const HttpHead& head, Connection& connection, Clock& clock, uint32_t deadlineMs, uint8_t* body, size_t bytes);

}  // namespace sem
