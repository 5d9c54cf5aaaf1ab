#include "server/finish.hpp"

#include "server/negotiation.hpp"
#include "store/sha256.hpp"

namespace veer::server {

namespace {

constexpr std::size_t worth_packing = 1024;
constexpr std::size_t tag_digits = 20;

/// Styles: MapLibre and ECharts set them from scripts, which a policy does not forbid; sheets come from here.
constexpr const char* page_policy =
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self'; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
constexpr const char* api_policy = "default-src 'none'; frame-ancestors 'none'";
constexpr const char* report_policy =
    "sandbox allow-scripts allow-popups; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:; frame-ancestors 'none'";

/// The whole body as it is without gzip.
bool unpack(Response& response) {
  if (response.encoding.empty()) return true;
  auto plain = gunzip(response.body);
  if (!plain) return false;
  response.body = *std::move(plain);
  response.encoding.clear();
  return true;
}

void cut(const ByteRange& range, Response& response) {
  const std::size_t size = response.body.size();
  response.body = response.body.substr(range.first, range.last - range.first + 1);
  response.status = 206;
  response.with("Content-Range",
                "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" + std::to_string(size));
}

}  // namespace

void add_security_headers(Kind kind, bool behind_tls, Response& response) {
  response.with("X-Content-Type-Options", "nosniff")
      .with("X-Frame-Options", "DENY")
      .with("Referrer-Policy", "no-referrer")
      .with("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
      .with("Cross-Origin-Opener-Policy", "same-origin");
  if (response.header("Access-Control-Allow-Origin").empty())
    response.with("Cross-Origin-Resource-Policy", "same-origin");
  response.with("Content-Security-Policy", kind == Kind::page     ? page_policy
                                           : kind == Kind::report ? report_policy
                                                                  : api_policy);
  if (response.header("Cache-Control").empty())
    response.with("Cache-Control", kind == Kind::page ? "no-cache" : "no-store");
  if (behind_tls) response.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

Response finish(const Request& request, Response response) {
  if (response.stream || response.media.empty()) return response;
  const bool readable = request.method == "GET" || request.method == "HEAD";
  if (response.status == 200 && readable) {
    std::string etag(response.header("ETag"));
    if (etag.empty()) {
      etag = "\"" + store::sha256_hex(response.body).substr(0, tag_digits) + "\"";
      response.with("ETag", etag);
    }
    if (matches_etag(request.header("if-none-match"), etag)) {
      response.status = 304;
      response.body.clear();
      response.encoding.clear();
      response.media.clear();
      return response;
    }
    response.with("Accept-Ranges", "bytes");
    const std::string_view range = request.header("range");
    const std::string_view only_if = request.header("if-range");
    if (!range.empty() && request.method == "GET" && (only_if.empty() || only_if == etag)) {
      if (!unpack(response))
        return {.status = 500, .media = {}, .headers = {}, .body = {}, .encoding = {}, .stream = {}};
      const RangeChoice choice = parse_range(range, response.body.size());
      if (choice.answer == RangeAnswer::part) {
        cut(choice.range, response);
        return response;
      }
      if (choice.answer == RangeAnswer::unsatisfiable) {
        response.status = 416;
        response.with("Content-Range", "bytes */" + std::to_string(response.body.size()));
        response.body.clear();
        return response;
      }
    }
  }
  const bool packs = compressible(response.media);
  if (packs || !response.encoding.empty()) response.with("Vary", "Accept-Encoding");
  const bool taken = accepts_gzip(request.header("accept-encoding"));
  if (!response.encoding.empty() && !taken) {
    if (!unpack(response)) return {.status = 500, .media = {}, .headers = {}, .body = {}, .encoding = {}, .stream = {}};
  } else if (response.encoding.empty() && taken && packs && response.body.size() >= worth_packing) {
    response.body = gzip(response.body);
    response.encoding = "gzip";
  }
  if (!response.encoding.empty()) response.with("Content-Encoding", response.encoding);
  return response;
}

}  // namespace veer::server
