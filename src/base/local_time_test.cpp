#include "base/local_time.hpp"

#include <doctest/doctest.h>

using namespace veer;

TEST_CASE("local time: days that exist, to the minute or the second") {
  CHECK(is_local_time("2023-01-17T17:00"));
  CHECK(is_local_time("2024-02-29T23:59:59"));
}

TEST_CASE("local time: days that do not exist, zones and other forms are refused") {
  for (const char* text : {"", "2023-02-29T12:00", "2023-13-01T12:00", "2023-01-17T24:00", "2023-01-17 17:00",
                           "2023-01-17T17:00Z", "2023-1-17T17:00", "2100-02-29T00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(is_local_time(text));
  }
}
