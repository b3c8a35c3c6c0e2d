#pragma once

#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "../core/connection.h"

namespace sem::test {

/** What a server does with one request. */
struct Reaction {
  std::string bytes;
  /** What happens after the bytes: the server waits for the next request, closes, or never says anything again. */
  enum class Then { KEEP, CLOSE, STALL } then = Then::KEEP;
  uint32_t latencyMs = 15;
  /** So many bytes come at once. */
  size_t piece = 1460;
  uint32_t msAPiece = 1;
};

/** A network in which the tests say what happens. Time passes on the tests' clock. */
class FakeNetwork : public Connection {
 public:
  explicit FakeNetwork(uint64_t& nowUs) : nowUs_(nowUs) {}

  std::function<Reaction(const std::string&)> server;
  /** Connections are refused, or nothing answers. */
  bool refuses = false, unreachable = false;
  /** The feed closed what the client keeps open. */
  bool forgetsConnections = false;
  std::vector<std::string> requests;
  int opened = 0;
  std::string openedHost;
  size_t received = 0;

  bool open(const char* host, uint16_t, uint32_t timeoutMs) override {
    openedHost = host;
    opened++;
    if (unreachable) pass(timeoutMs);
    pass(3);
    open_ = !refuses && !unreachable;
    pending_.clear();
    return open_;
  }
  bool isOpen() override { return open_; }
  bool send(const uint8_t* bytes, size_t count, uint32_t) override {
    if (!open_) return false;
    pass(1);
    std::string request(reinterpret_cast<const char*>(bytes), count);
    requests.push_back(request);
    if (forgetsConnections && requests.size() > 1 && opened == lastOpened_) {
      reaction_ = {"", Reaction::Then::CLOSE};
    } else {
      reaction_ = server(request);
    }
    lastOpened_ = opened;
    pending_ = reaction_.bytes;
    pass(reaction_.latencyMs);
    return true;
  }
  int receive(uint8_t* bytes, size_t capacity, uint32_t timeoutMs) override {
    if (pending_.empty()) {
      if (reaction_.then == Reaction::Then::CLOSE) {
        open_ = false;
        return 0;
      }
      pass(timeoutMs);
      return -1;
    }
    if (reaction_.msAPiece > timeoutMs) {
      pass(timeoutMs);
      return -1;
    }
    pass(reaction_.msAPiece);
    size_t count = std::min({capacity, reaction_.piece, pending_.size()});
    memcpy(bytes, pending_.data(), count);
    pending_.erase(0, count);
    received += count;
    return static_cast<int>(count);
  }
  void close() override { open_ = false; }

 private:
  void pass(uint32_t ms) { nowUs_ += uint64_t{ms} * 1000; }

  uint64_t& nowUs_;
  bool open_ = false;
  int lastOpened_ = 0;
  Reaction reaction_;
  std::string pending_;
};

}  // namespace sem::test
