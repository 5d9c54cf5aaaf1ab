#include "cascade/region_cascade_1.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cascade/exchange_run.hpp"

namespace {

using namespace veer;
using nlohmann::json;

json constant_table(int value) { return std::vector<int>(1024, value); }

/// A source (hit for 30 ticks), a pump on it with 5 ticks of battery and a tank of 10, and a zone of 100 people on the
/// pump. All restart in 2.
json small_model() {
  return {{"format", "region-cascade-1"},
          {"tick_minutes", 15},
          {"horizon_ticks", 200},
          {"recharge_divisor", 4},
          {"seed", 20},
          {"service_names", {"water", "heat"}},
          {"tables", {constant_table(2), constant_table(30), constant_table(9)}},
          {"components",
           {{"kind", {"source", "pump", "zone"}},
            {"recovery_table", {0, 0, 0}},
            {"hazard_table", {1, -1, -1}},
            {"population", {0, 0, 100}},
            {"service", {-1, -1, 0}}}},
          {"needs",
           {{"component", {1, 2}},
            {"k", {1, 1}},
            {"supplier_offsets", {0, 1, 2}},
            {"suppliers", {0, 1}},
            {"reservoir_ticks", {5, 0}},
            {"generator", {1, 0}},
            {"start_fail_u32", {0, 0}},
            {"run_table", {1, -1}},
            {"tank_ticks", {10, 0}},
            {"refuel_table", {-1, -1}}}}};
}

Result<cascade::ExchangeModel> parse(const json& model) {
  return cascade::parse_region_cascade_1(model.dump(), "model.json");
}

std::string line_of(const json& model, std::uint32_t replica = 0) {
  const auto parsed = parse(model);
  REQUIRE(parsed.has_value());
  std::string line;
  const cascade::Plan plan(parsed->program);
  static_cast<void>(cascade::run_exchange(*parsed, plan,
                                          {.engine = cascade::EngineKind::events,
                                           .kernel = {},
                                           .first = replica,
                                           .line = [&line](const std::string& found) { line = found; }}));
  return line;
}

/// The hash of one interval as the description of the format states it, by division instead of shifts.
std::uint64_t mixed(std::uint64_t component, std::uint64_t start, std::uint64_t end) {
  std::uint64_t x = component * 4294967296U + start * 65536U + end;
  x = (x ^ (x / 2147483648U)) * 11400714819323198485ULL;
  x = (x ^ (x / 2147483648U)) * 11400714819323198485ULL;
  return x ^ (x / 536870912U);
}

/// What the refusal of a model says: the place in the file and what is expected there.
void check_refused(const json& model, const std::string& where, const std::string& expected) {
  CAPTURE(where);
  const auto parsed = parse(model);
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error().kind == ErrorKind::invalid_input);
  CHECK(parsed.error().place.file == "model.json");
  CHECK(parsed.error().message == Message{"cascade.exchange.bad", {where, expected}});
}

json with(const char* section, const char* column, const json& values) {
  json model = small_model();
  model[section][column] = values;
  return model;
}
json with(const char* field, const json& value) {
  json model = small_model();
  model[field] = value;
  return model;
}
json without(const char* field) {
  json model = small_model();
  model.erase(field);
  return model;
}

}  // namespace

TEST_CASE("region-cascade-1: a small model goes as worked out by hand") {
  // Source down [0, 32). Battery [0, 5), tank [5, 15): pump unmet [15, 32), down [15, 34); the zone [15, 36): 21 ticks
  // of 100 people.
  const std::uint64_t fingerprint = mixed(0, 0, 32) + mixed(1, 15, 34) + mixed(2, 15, 36);
  CHECK(line_of(small_model()) == fmt::format("0 {:016x} 2100 0", fingerprint));
  CHECK(line_of(small_model(), 7) == fmt::format("7 {:016x} 2100 0", fingerprint));
}

TEST_CASE("region-cascade-1: what lies in the file reaches the program") {
  const auto model = parse(small_model());
  REQUIRE(model.has_value());
  CHECK(model->program.horizon == 200);
  CHECK(model->program.tick_minutes == 15);
  CHECK(model->program.seed == 20);
  CHECK(model->service_names == std::vector<std::string>{"water", "heat"});
  CHECK(model->population == std::vector<std::int64_t>{0, 0, 100});
  CHECK(model->program.component_id[2] == StableId{2});
  REQUIRE(model->program.backups.size() == 2);
  CHECK(model->program.backups[0].recharge == 4);
  CHECK(model->program.backups[1].id == StableId{0});
}

TEST_CASE("region-cascade-1: the draws are those of the format, by plain index") {
  json model = small_model();
  for (int i = 0; i < 1024; ++i) model["tables"][1][static_cast<std::size_t>(i)] = i % 150;
  const auto parsed = parse(model);
  REQUIRE(parsed.has_value());
  cascade::Engine engine(parsed->program);
  for (std::uint32_t replica = 0; replica < 20; ++replica) {
    engine.run(replica);
    // Counter (component, replica, stream 0, 0): word 1 is the length of the hit; need j is stream 1 with word 1 = F.
    const auto words = philox({0, replica, 0, 0}, 20);
    const auto hit = static_cast<cascade::Tick>((words[1] >> 22U) % 150);
    CHECK(engine.draws().hits.size() == (hit > 0 ? 1 : 0));
    if (hit > 0) CHECK(engine.draws().hits[0].interval.end == hit);
    CHECK(engine.draws().backup[1].run == static_cast<cascade::Tick>((philox({0, replica, 1, 0}, 20)[1] >> 22U) % 150));
  }
}

TEST_CASE("region-cascade-1: a generator that never starts, a contract in time, two suppliers") {
  CHECK(line_of(with("needs", "start_fail_u32", {4294967296, 0})).ends_with(" 3100 0"));  // down from 5: 31 ticks
  CHECK(line_of(with("needs", "refuel_table", {2, -1})).ends_with(" 0 0"));               // fuel from tick 9 on
  json model = small_model();
  model["needs"]["supplier_offsets"] = {0, 2, 3};
  model["needs"]["suppliers"] = {0, 1, 1};
  model["needs"]["k"] = {1, 1};
  CHECK(line_of(model).ends_with(
      " 0 0"));  // the pump counts among its own suppliers and stays up: nothing forces it down
}

TEST_CASE("region-cascade-1: text that is no JSON object, or another format") {
  for (const char* const text : {"", "{", "[]", "12"}) {
    CAPTURE(text);
    const auto parsed = cascade::parse_region_cascade_1(text, "model.json");
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().message == Message{"cascade.exchange.bad", {"/", "JSON object"}});
  }
  check_refused(without("format"), "/format", "\"region-cascade-1\"");
  check_refused(with("format", "region-cascade-2"), "/format", "\"region-cascade-1\"");
}

TEST_CASE("region-cascade-1: a number at the top that is absent, no whole number or out of range") {
  check_refused(without("horizon_ticks"), "/horizon_ticks", "whole number 1 … 65535");
  check_refused(with("horizon_ticks", 0), "/horizon_ticks", "whole number 1 … 65535");
  check_refused(with("horizon_ticks", 65536), "/horizon_ticks", "whole number 1 … 65535");
  check_refused(with("horizon_ticks", 72.5), "/horizon_ticks", "whole number 1 … 65535");
  check_refused(with("tick_minutes", 0), "/tick_minutes", "whole number 1 … 1440");
  check_refused(with("recharge_divisor", 0), "/recharge_divisor", "whole number 1 … 10000");
  check_refused(with("seed", -1), "/seed", "whole number 0 … 18446744073709551615");
  check_refused(with("seed", "20"), "/seed", "whole number 0 … 18446744073709551615");
}

TEST_CASE("region-cascade-1: service names are an array of texts") {
  check_refused(without("service_names"), "/service_names", "array of texts");
  check_refused(with("service_names", {"water", 3}), "/service_names", "array of texts");
}

TEST_CASE("region-cascade-1: a table has 1,024 values of 0 to 65,535") {
  check_refused(without("tables"), "/tables", "array");
  json model = small_model();
  model["tables"][1].erase(0);
  check_refused(model, "/tables/1/table", "1024 values, not 1023");
  model = small_model();
  model["tables"][2][7] = 65536;
  check_refused(model, "/tables/2/table/7", "whole number 0 … 65535");
  model["tables"][2] = "no array";
  check_refused(model, "/tables/2/table", "array");
}

TEST_CASE("region-cascade-1: columns of components match and point at tables and services") {
  check_refused(without("components"), "/components", "object");
  check_refused(with("components", "population", {0, 0}), "/components/population", "3 values, not 2");
  check_refused(with("components", "recovery_table", {0, 3, 0}), "/components/recovery_table/1", "whole number 0 … 2");
  check_refused(with("components", "hazard_table", {1, -2, -1}), "/components/hazard_table/1", "whole number -1 … 2");
  check_refused(with("components", "service", {-1, -1, 2}), "/components/service/2", "whole number -1 … 1");
  check_refused(with("components", "population", {0, 0, -1}), "/components/population/2",
                "whole number 0 … 1099511627776");
  check_refused(with("components", "population", {0, 0, 1.5}), "/components/population/2",
                "whole number 0 … 1099511627776");
  check_refused(with("components", "population", {0, 0, 18446744073709551615ULL}), "/components/population/2",
                "whole number 0 … 1099511627776");
}

TEST_CASE("region-cascade-1: columns of needs match and point at components, suppliers and tables") {
  check_refused(without("needs"), "/needs", "object");
  check_refused(with("needs", "component", {1, 3}), "/needs/component/1", "whole number 0 … 2");
  check_refused(with("needs", "component", {2, 1}), "/needs/component/1", "ascending component numbers");
  check_refused(with("needs", "k", {1}), "/needs/k", "2 values, not 1");
  check_refused(with("needs", "suppliers", {0, 3}), "/needs/suppliers/1", "whole number 0 … 2");
  check_refused(with("needs", "supplier_offsets", {0, 1, 1}), "/needs/supplier_offsets", "0 … 2");
  check_refused(with("needs", "supplier_offsets", {1, 1, 2}), "/needs/supplier_offsets", "0 … 2");
  check_refused(with("needs", "supplier_offsets", {0, 3, 2}), "/needs/supplier_offsets/2", "ascending offsets");
  check_refused(with("needs", "reservoir_ticks", {-1, 0}), "/needs/reservoir_ticks/0", "whole number 0 … 65535");
  check_refused(with("needs", "generator", {2, 0}), "/needs/generator/0", "whole number 0 … 1");
  check_refused(with("needs", "start_fail_u32", {4294967297, 0}), "/needs/start_fail_u32/0",
                "whole number 0 … 4294967296");
  check_refused(with("needs", "run_table", {3, -1}), "/needs/run_table/0", "whole number -1 … 2");
  check_refused(with("needs", "refuel_table", {-2, -1}), "/needs/refuel_table/0", "whole number -1 … 2");
  json model = small_model();
  model["needs"].erase("tank_ticks");
  check_refused(model, "/needs/tank_ticks", "array");
}

TEST_CASE("region-cascade-1: a model without components or needs has nothing to lose") {
  json model = small_model();
  for (auto& [name, column] : model["components"].items()) column = json::array();
  for (auto& [name, column] : model["needs"].items()) column = json::array();
  model["needs"]["supplier_offsets"] = {0};
  CHECK(line_of(model) == "0 0000000000000000 0 0");
}
