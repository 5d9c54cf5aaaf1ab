#include "server/part_cache.hpp"

#include <doctest/doctest.h>

#include "server/negotiation.hpp"
#include "server/result_parts.hpp"

using namespace veer;
using server::PartCache;

namespace {

/// A store with results "k": parts a, b and c of a hundred bytes each, and a long one that is packed.
std::unique_ptr<store::Store> filled() {
  auto out = store::make_memory_store();
  std::vector<store::ResultFile> files;
  for (const char* const name : {"a", "b", "c"})
    files.push_back({name, "application/json", "", std::string(100, name[0])});
  files.push_back(server::packed("long", "application/json", std::string(5000, 'x')));
  REQUIRE(out->put_results("k", files));
  return out;
}

}  // namespace

TEST_CASE("part cache: a part comes as it was stored, packed and plain, with the tag of its bytes") {
  const auto store = filled();
  PartCache cache(*store);
  const auto part = cache.find("k", "long");
  REQUIRE(part);
  REQUIRE(*part);
  CHECK((*part)->plain == std::string(5000, 'x'));
  CHECK(server::gunzip((*part)->packed) == (*part)->plain);
  CHECK((*part)->etag.size() == 22);
  CHECK((*cache.find("k", "a"))->packed.empty());
  CHECK((*cache.find("k", "a"))->etag != (*cache.find("k", "b"))->etag);
}

TEST_CASE("part cache: what is not there stays out, and is found once it is") {
  const auto store = filled();
  PartCache cache(*store);
  CHECK(*cache.find("k", "d") == nullptr);
  REQUIRE(store->put_results("k", {{"d", "text/plain", "", "later"}}));
  CHECK((*cache.find("k", "d"))->plain == "later");
}

TEST_CASE("part cache: when there is no room the part that was used longest ago leaves") {
  const auto store = filled();
  PartCache cache(*store, 8 * 100);
  const auto first = *cache.find("k", "a");
  CHECK(*cache.find("k", "a") == first);
  CHECK(cache.bytes() == 100);
  static_cast<void>(cache.find("k", "b"));
  REQUIRE(store->put_results("l", {{"1", "t", "", std::string(100, '1')},
                                   {"2", "t", "", std::string(100, '2')},
                                   {"3", "t", "", std::string(100, '3')},
                                   {"4", "t", "", std::string(100, '4')},
                                   {"5", "t", "", std::string(100, '5')},
                                   {"6", "t", "", std::string(100, '6')}}));
  for (const char* const name : {"1", "2", "3", "4", "5", "6"}) static_cast<void>(cache.find("l", name));
  CHECK(*cache.find("k", "a") == first);  // it fits still, and is used anew
  static_cast<void>(cache.find("k", "c"));
  CHECK(cache.bytes() == 800);
  CHECK(*cache.find("k", "a") == first);
  const auto second = *cache.find("k", "b");  // read again, into the place of the first of l
  CHECK(second->plain == std::string(100, 'b'));
  CHECK(cache.bytes() == 800);
}

TEST_CASE("part cache: a part that would fill most of it is not kept") {
  const auto store = filled();
  PartCache cache(*store, 1000);
  CHECK((*cache.find("k", "long"))->plain.size() == 5000);
  CHECK(cache.bytes() == 0);
}
