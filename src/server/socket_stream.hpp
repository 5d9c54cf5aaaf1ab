#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

#include "server/listener.hpp"

namespace veer::server {

/// A socket that reads and writes within the limits of a listener. For one thread.
class SocketStream {
 public:
  using Clock = std::chrono::steady_clock;

  SocketStream(int socket, const ListenerLimits& limits, const std::atomic<bool>& stopping);

  /// Waits for the first byte of a request. False: none within idle_s, the other side is gone, or we are to stop.
  [[nodiscard]] bool wait_for_request();
  /// From here on head_s counts, resp. body_s.
  void begin_head() { deadline_ = Clock::now() + seconds(limits_.head_s); }
  void begin_body() { deadline_ = Clock::now() + seconds(limits_.body_s); }

  /// Whether a read came too late or found the other side gone: no further request comes from here.
  [[nodiscard]] bool ended() const { return ended_; }

  [[nodiscard]] bool is_readable() const;
  [[nodiscard]] bool is_writable() const;
  /// How many bytes came; 0: the other side is done; negative: too late or broken.
  [[nodiscard]] std::ptrdiff_t read(char* into, std::size_t size);
  /// All of them, or negative.
  [[nodiscard]] std::ptrdiff_t write(const char* from, std::size_t size);
  /// Address and port of either end; left as they are when they are not known.
  void remote(std::string& ip, int& port) const;
  void local(std::string& ip, int& port) const;

 private:
  static Clock::duration seconds(double s) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(s));
  }
  /// Waits until the socket is ready for that; false: not before the moment.
  [[nodiscard]] bool wait(short events, Clock::time_point until) const;

  int socket_;
  const ListenerLimits& limits_;
  const std::atomic<bool>& stopping_;
  Clock::time_point deadline_;
  Clock::duration blocked_{};
  bool ended_ = false;
  std::array<char, 16384> buffer_{};
  std::size_t begin_ = 0;  ///< buffer_[begin_, end_) was received and not yet read
  std::size_t end_ = 0;
};

}  // namespace veer::server
