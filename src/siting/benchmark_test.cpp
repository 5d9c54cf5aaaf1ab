#include "siting/benchmark.hpp"

#include <doctest/doctest.h>

using namespace veer;
using namespace veer::siting;

namespace {

/// Key of the error and the row it names, as "number 2"; "read" when there is none.
template <class Problem>
std::string told(const Result<Problem>& result) {
  if (result) return "read";
  const std::string key = result.error().message.key;
  CHECK(result.error().place.file == "f.txt");
  return key.substr(key.rfind('.') + 1) + " " + std::to_string(result.error().place.row);
}

std::string pmed(std::string_view text) { return told(parse_pmed(text, "f.txt")); }
std::string pmedcap(std::string_view text) { return told(parse_pmedcap(text, "f.txt")); }
std::string sscflp(std::string_view text) { return told(parse_sscflp(text, "f.txt")); }

}  // namespace

TEST_CASE("pmed: costs are shortest paths, and of an edge that is listed twice the last cost counts") {
  const auto problem = parse_pmed("3 3 1\n1 2 9\n2 3 4\n2 1 5\n", "f.txt");
  REQUIRE(problem.has_value());
  CHECK(problem->customer_count() == 3);
  CHECK(problem->least == 1);
  CHECK(problem->most == 1);
  const auto row = problem->row(0);
  REQUIRE(row.size() == 3);
  CHECK(row[0] == Arc{0, 0});
  CHECK(row[1] == Arc{5, 1});
  CHECK(row[2] == Arc{9, 2});
}

TEST_CASE("pmed: a bad file gets one error with its row") {
  CHECK(pmed("2 1 1\n1 2 3\n") == "read");
  CHECK(pmed("") == "short 1");
  CHECK(pmed("2 1 1\n1 2") == "short 2");
  CHECK(pmed("2 1 1\n1 twee 3\n") == "number 2");
  CHECK(pmed("2 1 1\n1 3 3\n") == "range 2");
  CHECK(pmed("2 1 3\n1 2 3\n") == "range 1");
  CHECK(pmed("2 1 1\n1 2 -3\n") == "range 2");
  CHECK(pmed("2 1 1\n1 2 nan\n") == "number 2");
  CHECK(pmed("2 1.5 1\n1 2 3\n") == "whole 1");
  CHECK(pmed("2 1 1\n1 2 3\n4\n") == "long 3");
  CHECK(pmed("3 1 1\n1 2 3\n") == "apart 3");
  CHECK(pmed("1000000 0 1\n") == "large 1");
}

TEST_CASE("pmedcap: distances are rounded down") {
  const auto problem = parse_pmedcap("1 99\n2 1 10\n1 0 0 4\n2 1 1 6\n", "f.txt");
  REQUIRE(problem.has_value());
  CHECK(problem->cost == std::vector<double>{0, 1, 1, 0});  // the root of 2 is 1.41
  CHECK(problem->capacity == std::vector<std::int64_t>{10, 10});
  CHECK(problem->most == 1);
  CHECK(pmedcap("1 99\n2 1 10\n1 0 0 11\n2 1 1 6\n") == "range 3");  // demand above capacity
  CHECK(pmedcap("1 99\n2 1 10\n1 0 0 4\n") == "short 4");
}

TEST_CASE("sscflp: both layouts give the same problem") {
  const auto holmberg = parse_sscflp("2 3\n10 100\n20 200\n1 2 3\n11 12 13\n21. 22. 23.\n", "f.txt");
  const auto delmaire = parse_sscflp("3 2\n11 21 12\n22 13 23\n1 2 3\n100 200\n10 20\n", "f.txt");
  REQUIRE(holmberg.has_value());
  REQUIRE(delmaire.has_value());
  CHECK(holmberg->cost == std::vector<double>{11, 21, 12, 22, 13, 23});
  CHECK(holmberg->cost == delmaire->cost);
  CHECK(holmberg->demand == delmaire->demand);
  CHECK(holmberg->capacity == delmaire->capacity);
  CHECK(holmberg->fixed == delmaire->fixed);
  CHECK(holmberg->capacity == std::vector<std::int64_t>{10, 20});
}

TEST_CASE("sscflp: bytes that pad the end of a published file are no numbers") {
  using namespace std::string_view_literals;
  CHECK(sscflp("1 1\n10 5\n3\n7\r\n\0\0\0\x1a"sv) == "read");
  CHECK(sscflp("1 1\n10 5\n3\n7\r\n\0\0\0\0"
               "39. 336.\n"sv) == "read");  // remains of another file behind the padding
  CHECK(sscflp("1 1\n10 5\n3\n\0\0"
               "7\n"sv) == "short 4");  // which never count as numbers of this one
  CHECK(sscflp("1 1\n10 5\n3\n7 8\n") == "long 4");
  CHECK(sscflp("1 1\n10 5\n3.5\n7\n") == "whole 3");
  CHECK(sscflp("9 9\n") == "short 1");
  CHECK(sscflp("1 1\n10 5\n3\n") == "short 4");
  CHECK(sscflp("100000 100000\n") == "large 1");
}
