#include "server/socket_stream.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace veer::server {

namespace {

void name_of(const sockaddr_storage& address, socklen_t length, std::string& ip, int& port) {
  std::array<char, NI_MAXHOST> host{};
  std::array<char, NI_MAXSERV> service{};
  if (::getnameinfo(reinterpret_cast<const sockaddr*>(&address), length, host.data(), host.size(), service.data(),
                    service.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return;
  ip = host.data();
  port = std::stoi(service.data());
}

}  // namespace

SocketStream::SocketStream(int socket, const ListenerLimits& limits, const std::atomic<bool>& stopping)
    : socket_(socket), limits_(limits), stopping_(stopping), deadline_(Clock::now()) {}

bool SocketStream::wait(short events, Clock::time_point until) const {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd entry{socket_, events, 0};
    const int ready = ::poll(&entry, 1, static_cast<int>(std::clamp<long long>(left, 0, 60'000)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
    if (Clock::now() >= until) return false;
  }
}

bool SocketStream::wait_for_request() {
  constexpr auto glance = std::chrono::milliseconds(200);  // how soon a stop is seen
  if (begin_ < end_) return true;
  const auto until = Clock::now() + seconds(limits_.idle_s);
  while (!stopping_ && Clock::now() < until)
    if (wait(POLLIN, std::min(until, Clock::now() + glance))) return true;
  return false;
}

bool SocketStream::is_readable() const { return begin_ < end_ || wait(POLLIN, deadline_); }

bool SocketStream::is_writable() const { return wait(POLLOUT, Clock::now() + seconds(limits_.blocked_s)); }

std::ptrdiff_t SocketStream::read(char* into, std::size_t size) {
  if (begin_ == end_) {
    const ssize_t got = wait(POLLIN, deadline_) ? ::recv(socket_, buffer_.data(), buffer_.size(), 0) : -1;
    if (got <= 0) {
      ended_ = true;
      return got;
    }
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
  }
  const std::size_t taken = std::min(size, end_ - begin_);
  std::memcpy(into, buffer_.data() + begin_, taken);
  begin_ += taken;
  return static_cast<std::ptrdiff_t>(taken);
}

std::ptrdiff_t SocketStream::write(const char* from, std::size_t size) {
  std::size_t written = 0;
  while (written < size) {
    const ssize_t sent = ::send(socket_, from + written, size - written, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) {
      written += static_cast<std::size_t>(sent);
      continue;
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return -1;
    const auto before = Clock::now();
    const auto left = seconds(limits_.blocked_s) - blocked_;
    const bool ready = left > Clock::duration::zero() && wait(POLLOUT, before + left);
    blocked_ += Clock::now() - before;
    if (!ready) return -1;
  }
  return static_cast<std::ptrdiff_t>(size);
}

void SocketStream::remote(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) name_of(address, length, ip, port);
}

void SocketStream::local(std::string& ip, int& port) const {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  if (::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length) == 0) name_of(address, length, ip, port);
}

}  // namespace veer::server
