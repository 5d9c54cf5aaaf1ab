#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include "server/listener.hpp"

// Included by listener.cpp only: it needs the library whose stream it is.
#include <httplib.h>

namespace veer::server {

/// A socket that reads and writes within the limits of a listener. For one thread.
class SocketStream final : public httplib::Stream {
 public:
  using Clock = std::chrono::steady_clock;

  SocketStream(socket_t socket, const ListenerLimits& limits, const std::atomic<bool>& stopping);

  /// Waits for the first byte of a request. False: none within idle_s, the other side is gone, or we are to stop.
  [[nodiscard]] bool wait_for_request();
  /// From here on head_s counts, resp. body_s.
  void begin_head() { deadline_ = Clock::now() + seconds(limits_.head_s); }
  void begin_body() { deadline_ = Clock::now() + seconds(limits_.body_s); }

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* into, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  static Clock::duration seconds(double s) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(s));
  }
  /// Waits until the socket is ready for that; false: not before the moment.
  [[nodiscard]] bool wait(short events, Clock::time_point until) const;

  socket_t socket_;
  const ListenerLimits& limits_;
  const std::atomic<bool>& stopping_;
  Clock::time_point deadline_;
  Clock::duration blocked_{};
  std::array<char, 16384> buffer_{};
  std::size_t begin_ = 0;  ///< buffer_[begin_, end_) was received and not yet read
  std::size_t end_ = 0;
};

}  // namespace veer::server
