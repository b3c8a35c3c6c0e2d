#include "posix_connection.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace sem {

PosixConnection::~PosixConnection() { close(); }

bool PosixConnection::open(const char* host, uint16_t port, uint32_t timeoutMs) {
  close();
  addrinfo hints;
  memset(&hints, 0, sizeof hints);
  hints.ai_family = AF_INET;
  hints.ai_socktype = SOCK_STREAM;
  char service[6];
  snprintf(service, sizeof service, "%u", static_cast<unsigned>(port));
  addrinfo* found = nullptr;
  if (getaddrinfo(host, service, &hints, &found) != 0 || found == nullptr) return false;
  socket_ = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
  bool open = false;
  if (socket_ >= 0) {
    int flags = fcntl(socket_, F_GETFL, 0);
    open = fcntl(socket_, F_SETFL, flags | O_NONBLOCK) == 0;
    if (open && connect(socket_, found->ai_addr, found->ai_addrlen) != 0) {
      int error = 0;
      socklen_t size = sizeof error;
      open = errno == EINPROGRESS && ready(true, timeoutMs) &&
             getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }
    int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  freeaddrinfo(found);
  if (!open) close();
  return open;
}

bool PosixConnection::ready(bool toWrite, uint32_t timeoutMs) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(socket_, &set);
  timeval time;
  time.tv_sec = static_cast<time_t>(timeoutMs / 1000);
  time.tv_usec = static_cast<suseconds_t>(timeoutMs % 1000 * 1000);
  return select(socket_ + 1, toWrite ? nullptr : &set, toWrite ? &set : nullptr, nullptr, &time) == 1;
}

bool PosixConnection::send(const uint8_t* bytes, size_t count, uint32_t timeoutMs) {
  while (socket_ >= 0 && count > 0) {
#ifdef MSG_NOSIGNAL
    const int flags = MSG_NOSIGNAL;
#else
    const int flags = 0;
#endif
    ssize_t sent = ::send(socket_, bytes, count, flags);
    if (sent > 0) {
      bytes += sent;
      count -= static_cast<size_t>(sent);
    } else if ((errno != EAGAIN && errno != EWOULDBLOCK) || !ready(true, timeoutMs)) {
      return false;
    }
  }
  return socket_ >= 0;
}

int PosixConnection::receive(uint8_t* bytes, size_t capacity, uint32_t timeoutMs) {
  if (socket_ < 0) return 0;
  if (!ready(false, timeoutMs)) return -1;
  ssize_t count = recv(socket_, bytes, capacity, 0);
  if (count < 0) return errno == EAGAIN || errno == EWOULDBLOCK ? -1 : 0;
  return static_cast<int>(count);
}

void PosixConnection::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

}  // namespace sem
