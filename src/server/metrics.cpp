#include "server/metrics.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace veer::server {

void Metrics::count(const std::string& method, const std::string& route, int status, double seconds) {
  const std::scoped_lock lock(mutex_);
  ++requests_[fmt::format("method=\"{}\",route=\"{}\",status=\"{}\"", method, route, status)];
  Timing& timing = timings_[route];
  std::size_t bin = 0;
  while (bin < edges.size() && seconds > edges[bin]) ++bin;
  ++timing.bins[bin];
  timing.sum += seconds;
  ++timing.count;
}

std::string Metrics::text(const Gauges& gauges) const {
  const std::scoped_lock lock(mutex_);
  std::string out = "# HELP veer_http_requests_total Requests answered.\n# TYPE veer_http_requests_total counter\n";
  for (const auto& [labels, count] : requests_)
    out += fmt::format("veer_http_requests_total{{{}}} {}\n", labels, count);
  out +=
      "# HELP veer_http_request_seconds Time from the whole request to the answer of its handler.\n"
      "# TYPE veer_http_request_seconds histogram\n";
  for (const auto& [route, timing] : timings_) {
    std::uint64_t below = 0;
    for (std::size_t bin = 0; bin < edges.size(); ++bin) {
      below += timing.bins[bin];
      out += fmt::format("veer_http_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route,
                         canonical_number(edges[bin]), below);
    }
    out += fmt::format("veer_http_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", route, timing.count);
    out += fmt::format("veer_http_request_seconds_sum{{route=\"{}\"}} {}\n", route, timing.sum);
    out += fmt::format("veer_http_request_seconds_count{{route=\"{}\"}} {}\n", route, timing.count);
  }
  for (const auto& [name, gauge] : gauges)
    out +=
        fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n{0} {2}\n", name, gauge.first, canonical_number(gauge.second));
  return out;
}

}  // namespace veer::server
