#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "server/http.hpp"

namespace veer::server {

/// How long and how much one client may take.
struct ListenerLimits {
  double head_s = 10;     ///< from the first byte of a request to the end of its head
  double body_s = 60;     ///< from there to the end of its body
  double idle_s = 15;     ///< between two requests on one connection
  double blocked_s = 30;  ///< that we wait in all for the other side to take an answer
  std::size_t body_bytes = std::size_t{64} << 20U;
  std::size_t connections = 512;  ///< at once, a thread each; further ones wait
};

/// HTTP/1.1 on a port: sockets in, requests to a handler, answers out. The library behind it (cpp-httplib) stays
/// inside.
///
/// Slow clients: every connection has a thread of its own while it lasts, made when it is needed, up to `connections`;
/// the limits end those that keep one without getting on. So sixty clients that send a byte now and then hold sixty
/// idle threads for at most `head_s`, and keep nobody waiting.
class Listener {
 public:
  Listener(Handler handler, const ListenerLimits& limits);
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener();

  /// Asked before the body of a request is read; an answer ends the request there. For limits that depend on the head.
  void before_body(std::function<std::unique_ptr<Response>(const Request& head)> guard);

  /// Takes the port. @param port  0: any that is free
  /// @returns  the port
  /// @errors unavailable: it is taken, may not be used, or the host is no address of this machine
  [[nodiscard]] Result<int> bind(const std::string& host, int port);

  /// Answers requests until `stop`; returns when the requests in hand have been answered.
  void serve();

  /// No new connections, and the end of those that are idle. May be called from any thread, also before serve.
  void stop();

  [[nodiscard]] std::size_t connections() const;  ///< that are open now

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace veer::server
