#include <doctest/doctest.h>

#include <cmath>

#include "server/geo_query.hpp"
#include "server/instant.hpp"
#include "server/negotiation.hpp"
#include "server/target.hpp"

// What comes over the wire, taken apart.

using namespace veer;
using namespace veer::server;

TEST_CASE("target: segments are decoded after they are split, so a row id may hold a slash") {
  const auto target = parse_target("/v1/rijen/local%2F2636-01?zoek=a+b&x=%26&leeg");
  REQUIRE(target);
  CHECK(target->segments == std::vector<std::string>{"v1", "rijen", "local/2636-01"});
  CHECK(target->query == std::vector<std::pair<std::string, std::string>>{{"zoek", "a b"}, {"x", "&"}, {"leeg", ""}});
  CHECK_FALSE(target->trailing_slash);
  CHECK(parse_target("/a/")->trailing_slash);
  CHECK(parse_target("/")->segments.empty());
  CHECK_FALSE(parse_target("/")->trailing_slash);
  CHECK(parse_target("/a+b")->segments.front() == "a+b");
}

TEST_CASE("target: what is half encoded, no UTF-8 or holds a NUL byte is refused") {
  for (const char* const text : {"", "a", "*", "/%", "/%2", "/%zz", "/%00", "/%ff", "/a?x=%C3"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_target(text));
  }
  CHECK(parse_target("/" + std::string(3999, 'a')));
  CHECK_FALSE(parse_target("/" + std::string(4000, 'a')));
}

TEST_CASE("target: whatever text is encoded, one segment comes back") {
  for (const std::string text : {"a/b", "é?&#%+ ", "..", "a b", "~.-_"}) {
    const auto target = parse_target("/" + encoded(text));
    REQUIRE(target);
    CHECK(target->segments == std::vector{text});
  }
}

TEST_CASE("instant: any offset is read, UTC is written") {
  CHECK(format_instant(*parse_instant("2026-03-01T10:15:00+02:00")) == "2026-03-01T08:15:00.000Z");
  CHECK(format_instant(*parse_instant("2026-03-01T00:00:00.25-01:30")) == "2026-03-01T01:30:00.250Z");
  CHECK(format_instant(*parse_instant("2024-02-29t23:59:60z")) == "2024-02-29T23:59:59.000Z");
  for (const char* const text :
       {"", "2026-03-01", "2026-03-01T10:15:00", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-01T24:00:00Z",
        "2026-03-01T10:15:00Zx", "0000-01-01T00:00:00Z", "2026-03-01T10:15:00.Z", "9999-12-31T23:59:59-01:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("instant: a period has open or closed ends, and both belong to it") {
  const auto noon = *parse_instant("2023-01-17T12:00:00Z");
  const auto after = noon + std::chrono::milliseconds{1};
  CHECK(parse_period("2023-01-17T12:00:00Z")->holds(noon));
  CHECK_FALSE(parse_period("2023-01-17T12:00:00Z")->holds(after));
  CHECK(parse_period("2023-01-17T12:00:00Z/..")->holds(after));
  CHECK_FALSE(parse_period("../2023-01-17T12:00:00Z")->holds(after));
  CHECK(parse_period("/2023-01-17T12:00:00Z")->holds(noon));
  CHECK(parse_period("2023-01-17")->holds(noon));
  CHECK_FALSE(parse_period("2023-01-16")->holds(noon));
  for (const char* const text :
       {"", "x", "a/b", "2023-01-18T00:00:00Z/2023-01-17T00:00:00Z", "2023-01-17T12:00:00Z/x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

TEST_CASE("instant: local time in the Netherlands is one hour ahead in winter and two in summer") {
  CHECK(format_instant(*parse_local_start("2023-01-17T17:00")) == "2023-01-17T16:00:00.000Z");
  CHECK(format_instant(*parse_local_start("2023-07-17T17:00")) == "2023-07-17T15:00:00.000Z");
  // Clocks change on 26 March 2023 at 02:00 and on 29 October 2023 at 03:00 local time.
  CHECK(format_instant(*parse_local_start("2023-03-26T01:59")) == "2023-03-26T00:59:00.000Z");
  CHECK(format_instant(*parse_local_start("2023-03-26T03:00")) == "2023-03-26T01:00:00.000Z");
  CHECK(format_instant(*parse_local_start("2023-10-29T01:59")) == "2023-10-28T23:59:00.000Z");
  CHECK(format_instant(*parse_local_start("2023-10-29T03:00")) == "2023-10-29T02:00:00.000Z");
}

TEST_CASE("geo query: RD comes in metres, x before y, near the values of the Kadaster") {
  // Amersfoort, Onze Lieve Vrouwetoren, the origin of the system: 155,000, 463,000.
  const Pair tower = in_crs({5.38720621, 52.15517440}, Crs::rd);
  CHECK(std::abs(tower[0] - 155000) < 1);
  CHECK(std::abs(tower[1] - 463000) < 1);
  CHECK(in_crs({4.3141, 51.9751}, Crs::crs84) == Pair{4.3141, 51.9751});
}

TEST_CASE("geo query: a box has four numbers in order, or six whose heights do not count") {
  const auto box = parse_box("4.1, 51.9,4.5,52.2", Crs::crs84);
  REQUIRE(box);
  CHECK(box->north == 52.2);
  CHECK(parse_box("4.1,51.9,0,4.5,52.2,99", Crs::crs84)->east == 4.5);
  for (const char* const text : {"", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,2,3,4", "1,2,3,", "nan,2,3,4",
                                 "inf,2,3,4", "5,2,3,4", "1,5,3,4"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_box(text, Crs::crs84));
  }
}

TEST_CASE("geo query: an outline meets a box that it crosses, holds, or lies in; not one in its hole or beside it") {
  const geo::Polygon ring{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}};
  const geo::MultiPolygon outline{ring};
  const auto in_box = [&](const char* text) { return meets(*parse_box(text, Crs::crs84), outline); };
  CHECK(in_box("-1,-1,11,11"));
  CHECK(in_box("1,1,2,2"));
  CHECK(in_box("9,9,12,12"));
  CHECK(in_box("10,10,12,12"));
  CHECK(in_box("-5,3,15,3.5"));
  CHECK_FALSE(in_box("4.5,4.5,5.5,5.5"));
  CHECK_FALSE(in_box("11,11,12,12"));
}

TEST_CASE("geo query: only the two systems that are offered are known") {
  CHECK(parse_crs(uri_of(Crs::rd)) == Crs::rd);
  CHECK(parse_crs(uri_of(Crs::crs84)) == Crs::crs84);
  CHECK_FALSE(parse_crs("EPSG:28992"));
  CHECK_FALSE(parse_crs(""));
}

TEST_CASE("negotiation: gzip is taken when it is named or starred with a weight above nought") {
  CHECK(accepts_gzip("gzip, deflate, br"));
  CHECK(accepts_gzip("br;q=1.0, GZIP;q=0.2"));
  CHECK(accepts_gzip("*"));
  CHECK_FALSE(accepts_gzip("gzip;q=0"));
  CHECK_FALSE(accepts_gzip("*, gzip;q=0.000"));
  CHECK_FALSE(accepts_gzip("identity"));
  CHECK_FALSE(accepts_gzip(""));
}

TEST_CASE("negotiation: a range is first to last, to the end, or the last so many") {
  const auto range = [](const char* text) { return parse_range(text, 100); };
  CHECK(range("bytes=0-9").range == ByteRange{0, 9});
  CHECK(range("bytes=90-").range == ByteRange{90, 99});
  CHECK(range("bytes=-10").range == ByteRange{90, 99});
  CHECK(range("bytes=-1000").range == ByteRange{0, 99});
  CHECK(range("bytes=50-1000").range == ByteRange{50, 99});
  CHECK(range("bytes=100-").answer == RangeAnswer::unsatisfiable);
  CHECK(range("bytes=-0").answer == RangeAnswer::unsatisfiable);
  for (const char* const text : {"", "bytes=", "bytes=a-b", "bytes=5-4", "bytes=0-1,3-4", "rows=0-1", "bytes=0",
                                 "bytes=99999999999999999999-"}) {
    CAPTURE(text);
    CHECK(range(text).answer == RangeAnswer::whole);
  }
  CHECK(parse_range("bytes=0-", 0).answer == RangeAnswer::unsatisfiable);
}

TEST_CASE("negotiation: tags are compared weakly, one by one") {
  CHECK(matches_etag("\"a\"", "\"a\""));
  CHECK(matches_etag("\"x\", W/\"a\"", "\"a\""));
  CHECK(matches_etag("*", "\"a\""));
  CHECK_FALSE(matches_etag("\"ab\"", "\"a\""));
  CHECK_FALSE(matches_etag("", "\"a\""));
}

TEST_CASE("negotiation: what is packed comes back, the same bytes each time; damage and bombs are refused") {
  const std::string text(100'000, 'x');
  const std::string bytes = gzip(text);
  CHECK(bytes.size() < 1000);
  CHECK(gzip(text) == bytes);
  CHECK(gunzip(bytes) == text);
  CHECK_FALSE(gunzip(bytes, 99'999));
  CHECK_FALSE(gunzip(bytes.substr(0, bytes.size() - 9)));
  CHECK_FALSE(gunzip("no gzip"));
  CHECK(gunzip(gzip("")) == "");
}
