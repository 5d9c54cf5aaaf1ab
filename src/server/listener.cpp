#include "server/listener.hpp"

#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/connection_pool.hpp"
#include "server/socket_stream.hpp"

namespace veer::server {

namespace {

/// Headers of a request that the library would act on, under a name that only we know; we act on them ourselves.
constexpr const char* own_accept_encoding = "X-Veer-Accept-Encoding";
constexpr const char* own_content_encoding = "X-Veer-Content-Encoding";

void rename_header(httplib::Headers& headers, const char* from, const char* to) {
  const auto found = headers.find(from);
  std::string value = found == headers.end() ? "" : found->second;
  headers.erase(from);
  headers.erase(to);  // nobody outside may set ours
  if (!value.empty()) headers.emplace(to, std::move(value));
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

Request translated(const httplib::Request& from, bool with_body) {
  Request out{.method = from.method, .target = from.target, .headers = {}, .body = {}, .client = from.remote_addr};
  for (const auto& [name, value] : from.headers) out.headers.emplace(lower(name), value);
  const auto give_back = [&](const char* own, const char* name) {
    const auto found = out.headers.find(lower(own));
    if (found == out.headers.end()) return;
    out.headers[name] = found->second;
    out.headers.erase(found);
  };
  give_back(own_accept_encoding, "accept-encoding");
  give_back(own_content_encoding, "content-encoding");
  if (with_body) out.body = from.body;
  return out;
}

void translate(Response from, httplib::Response& to) {
  to.status = from.status;
  for (const auto& [name, value] : from.headers) to.headers.emplace(name, value);
  if (from.stream) {
    to.set_chunked_content_provider(from.media,
                                    [stream = std::move(from.stream)](std::size_t, httplib::DataSink& sink) {
                                      bool alive = true;
                                      stream([&](std::string_view piece) {
                                        alive = alive && sink.is_writable() && sink.write(piece.data(), piece.size());
                                        return alive;
                                      });
                                      if (alive) sink.done();
                                      return alive;
                                    });
  } else if (!from.media.empty()) {
    to.headers.emplace("Content-Type", from.media);
    to.body = std::move(from.body);
  }
}

/// Our handler; the library has a type of that name.
using Answer = Handler;

/// Our stream, as the library wants it.
class LibraryStream final : public httplib::Stream {
 public:
  LibraryStream(SocketStream& stream, socket_t socket) : stream_(stream), socket_(socket) {}
  bool is_readable() const override { return stream_.is_readable(); }
  bool is_writable() const override { return stream_.is_writable(); }
  ssize_t read(char* into, std::size_t size) override { return stream_.read(into, size); }
  ssize_t write(const char* from, std::size_t size) override { return stream_.write(from, size); }
  void get_remote_ip_and_port(std::string& ip, int& port) const override { stream_.remote(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { stream_.local(ip, port); }
  socket_t socket() const override { return socket_; }

 private:
  SocketStream& stream_;
  socket_t socket_;
};

/// The queue of connections of the library, on a pool of ours that outlives it.
class Queue final : public httplib::TaskQueue {
 public:
  explicit Queue(ConnectionPool& pool) : pool_(pool) {}
  void enqueue(std::function<void()> work) override { pool_.add(std::move(work)); }
  void shutdown() override { pool_.finish(); }

 private:
  ConnectionPool& pool_;
};

}  // namespace

class Listener::Inside final : public httplib::Server {
 public:
  Inside(Answer handler, const ListenerLimits& limits)
      : handler_(std::move(handler)), limits_(limits), pool_(limits.connections) {
    new_task_queue = [this] { return new Queue(pool_); };  // the library owns and deletes it
    set_payload_max_length(limits.body_bytes);
    set_tcp_nodelay(true);
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (guard_)
        if (auto refusal = guard_(translated(request, false))) {
          // What is left of the body would be read as the next request.
          refusal->with("Connection", "close");
          translate(*std::move(refusal), response);
          return HandlerResponse::Handled;
        }
      if (request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS")
        return HandlerResponse::Unhandled;
      translate(handler_(translated(request, false)), response);
      return HandlerResponse::Handled;
    });
    const auto with_body = [this](const httplib::Request& request, httplib::Response& response) {
      translate(handler_(translated(request, true)), response);
    };
    Post(".*", with_body);
    Put(".*", with_body);
    Patch(".*", with_body);
    Delete(".*", with_body);
    // What the library refuses by itself gets its words and headers from the handler too.
    set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (response.status < 400 || !response.body.empty() || response.has_header("X-Content-Type-Options")) return;
      Request refused = translated(request, false);
      refused.headers["x-veer-status"] = std::to_string(response.status);
      refused.method = "REFUSED";
      translate(handler_(refused), response);
    });
  }

  void guard(std::function<std::unique_ptr<Response>(const Request&)> guard) { guard_ = std::move(guard); }

  Result<int> take_port(const std::string& host, int port) {
    const int taken = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    if (taken <= 0) return fail({ErrorKind::unavailable, {"server.port", {host, std::to_string(port)}}, {}, {}});
    // The library asks for a queue of five; a burst of connections would wait for a second try.
    constexpr int backlog = 1024;
    ::listen(svr_sock_, backlog);
    return taken;
  }

  void halt() {
    stopping_ = true;
    stop();
  }
  void run() {
    if (!stopping_) listen_after_bind();
    pool_.finish();
  }
  [[nodiscard]] std::size_t open() const { return pool_.busy(); }

 private:
  bool process_and_close_socket(socket_t socket) override {
    constexpr int most_requests = 10'000;  // on one connection
    SocketStream stream(socket, limits_, stopping_);
    LibraryStream for_library(stream, socket);
    for (int request = 1; request <= most_requests && stream.wait_for_request(); ++request) {
      stream.begin_head();
      bool closed = false;
      const bool last = request == most_requests || stopping_;
      const bool answered = process_request(for_library, last, closed, [&stream](httplib::Request& head) {
        stream.begin_body();
        head.ranges.clear();
        rename_header(head.headers, "Accept-Encoding", own_accept_encoding);
        rename_header(head.headers, "Content-Encoding", own_content_encoding);
      });
      if (!answered || closed || stream.ended()) break;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return true;
  }

  Answer handler_;
  ListenerLimits limits_;
  std::function<std::unique_ptr<Response>(const Request&)> guard_;
  std::atomic<bool> stopping_{false};
  ConnectionPool pool_;
};

Listener::Listener(Handler handler, const ListenerLimits& limits)
    : inside_(std::make_unique<Inside>(std::move(handler), limits)) {}
Listener::~Listener() = default;

void Listener::before_body(std::function<std::unique_ptr<Response>(const Request& head)> guard) {
  inside_->guard(std::move(guard));
}
Result<int> Listener::bind(const std::string& host, int port) { return inside_->take_port(host, port); }
void Listener::serve() { inside_->run(); }
void Listener::stop() { inside_->halt(); }
std::size_t Listener::connections() const { return inside_->open(); }

}  // namespace veer::server
