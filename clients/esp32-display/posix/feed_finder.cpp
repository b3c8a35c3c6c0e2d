#include "feed_finder.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "../core/mdns.h"

namespace sem {

namespace {
constexpr int TRIES = 3;

bool hear(int handle, char (&host)[16], uint16_t& port) {
  uint8_t answer[1500];
  sockaddr_in from{};
  socklen_t fromSize = sizeof from;
  ssize_t count;
  while ((count = recvfrom(handle, answer, sizeof answer, 0, reinterpret_cast<sockaddr*>(&from), &fromSize)) > 0) {
    FoundFeed found;
    if (!readMdnsAnswer(answer, static_cast<size_t>(count), found)) continue;
    // Where the answer came from is surely reached from here; a machine in several networks may name another address.
    if (inet_ntop(AF_INET, &from.sin_addr, host, sizeof host) == nullptr) continue;
    port = found.port;
    return true;
  }
  return false;
}
}  // namespace

bool findFeedByMdns(char (&host)[16], uint16_t& port, uint32_t timeoutMs, const char* from) {
  int handle = socket(AF_INET, SOCK_DGRAM, 0);
  if (handle < 0) return false;
  in_addr network{};
  inet_pton(AF_INET, from, &network);
  if (network.s_addr != 0) setsockopt(handle, IPPROTO_IP, IP_MULTICAST_IF, &network, sizeof network);
  uint32_t each = timeoutMs / TRIES;
  timeval time;
  time.tv_sec = static_cast<time_t>(each / 1000);
  time.tv_usec = static_cast<suseconds_t>(each % 1000 * 1000);
  setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  sockaddr_in group{};
  group.sin_family = AF_INET;
  group.sin_port = htons(5353);
  inet_pton(AF_INET, "224.0.0.251", &group.sin_addr);
  uint8_t question[64];
  size_t size = writeMdnsQuestion(question);
  bool found = false;
  for (int i = 0; i < TRIES && !found; i++) {
    found = sendto(handle, question, size, 0, reinterpret_cast<sockaddr*>(&group), sizeof group) > 0 && hear(handle, host, port);
  }
  close(handle);
  return found;
}

}  // namespace sem
