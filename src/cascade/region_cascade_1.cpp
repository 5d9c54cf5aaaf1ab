#include "cascade/region_cascade_1.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace veer::cascade {

namespace {

using nlohmann::json;

Error bad(const std::string& file, std::string where, std::string expected) {
  return {
      ErrorKind::invalid_input, {"cascade.exchange.bad", {std::move(where), std::move(expected)}}, {.file = file}, {}};
}

/// Reads whole-number arrays out of one JSON object, with the place in every complaint.
class Columns {
 public:
  Columns(const json& object, std::string file, std::string path)
      : object_(object), file_(std::move(file)), path_(std::move(path)) {}

  /// @param size  expected length; npos: any
  Result<std::vector<std::int64_t>> read(const char* name, std::size_t size, std::int64_t least,
                                         std::int64_t most) const {
    const auto found = object_.find(name);
    const std::string where = path_ + "/" + name;
    if (found == object_.end() || !found->is_array()) return fail(bad(file_, where, "array"));
    if (size != any_size && found->size() != size)
      return fail(bad(file_, where, fmt::format("{} values, not {}", size, found->size())));
    std::vector<std::int64_t> out;
    out.reserve(found->size());
    for (const json& value : *found) {
      const bool whole =
          value.is_number_integer() &&
          !(value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX));
      if (!whole || value.get<std::int64_t>() < least || value.get<std::int64_t>() > most)
        return fail(
            bad(file_, fmt::format("{}/{}", where, out.size()), fmt::format("whole number {} … {}", least, most)));
      out.push_back(value.get<std::int64_t>());
    }
    return out;
  }

  static constexpr std::size_t any_size = static_cast<std::size_t>(-1);

 private:
  const json& object_;
  std::string file_;
  std::string path_;
};

constexpr std::int64_t word_most = 0xffffffffLL;

Done read_tables(const json& root, const std::string& file, Program& program) {
  const auto found = root.find("tables");
  if (found == root.end() || !found->is_array()) return fail(bad(file, "/tables", "array"));
  for (const json& row : *found) {
    const json wrapped{{"table", row}};
    TRY(const auto values, Columns(wrapped, file, fmt::format("/tables/{}", program.tables.size()))
                               .read("table", region::quantile_count, 0, longest_minutes));
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<std::uint16_t>(values[i]);
    program.tables.push_back(table);
  }
  return {};
}

Done read_components(const json& root, const std::string& file, ExchangeModel& model) {
  Program& program = model.program;
  const auto found = root.find("components");
  if (found == root.end() || !found->is_object()) return fail(bad(file, "/components", "object"));
  const Columns columns(*found, file, "/components");
  const auto tables = static_cast<std::int64_t>(program.tables.size());
  TRY(const auto restart, columns.read("recovery_table", Columns::any_size, 0, tables - 1));
  TRY(const auto hazard, columns.read("hazard_table", restart.size(), -1, tables - 1));
  TRY(const auto population, columns.read("population", restart.size(), 0, INT64_C(1) << 40));
  TRY(const auto service,
      columns.read("service", restart.size(), -1, static_cast<std::int64_t>(model.service_names.size()) - 1));
  model.population = population;
  for (std::size_t c = 0; c < restart.size(); ++c) {
    const StableId id{c};
    program.component_id.push_back(id);
    program.restart.push_back({.table = static_cast<std::int32_t>(restart[c])});
    model.service.push_back(static_cast<std::int32_t>(service[c]));
    if (hazard[c] >= 0)
      program.hits.push_back({.component = static_cast<Component>(c),
                              .id = id,
                              .start_delay = {},
                              .length_delay = {.table = static_cast<std::int32_t>(hazard[c])}});
  }
  return {};
}

Done read_needs(const json& root, const std::string& file, std::int64_t recharge, Program& program) {
  const auto found = root.find("needs");
  if (found == root.end() || !found->is_object()) return fail(bad(file, "/needs", "object"));
  const Columns columns(*found, file, "/needs");
  const auto components = static_cast<std::int64_t>(program.component_count());
  const auto tables = static_cast<std::int64_t>(program.tables.size());
  TRY(const auto component, columns.read("component", Columns::any_size, 0, components - 1));
  const std::size_t n = component.size();
  TRY(const auto k, columns.read("k", n, 0, word_most));
  TRY(const auto offsets, columns.read("supplier_offsets", n + 1, 0, word_most));
  TRY(const auto suppliers, columns.read("suppliers", Columns::any_size, 0, components - 1));
  TRY(const auto reservoir, columns.read("reservoir_ticks", n, 0, longest_minutes));
  TRY(const auto generator, columns.read("generator", n, 0, 1));
  TRY(const auto start_fail, columns.read("start_fail_u32", n, 0, INT64_C(1) << 32));
  TRY(const auto run, columns.read("run_table", n, -1, tables - 1));
  TRY(const auto tank, columns.read("tank_ticks", n, 0, never - 1));
  TRY(const auto refuel, columns.read("refuel_table", n, -1, tables - 1));
  if (offsets.front() != 0 || offsets.back() != static_cast<std::int64_t>(suppliers.size()))
    return fail(bad(file, "/needs/supplier_offsets", fmt::format("0 … {}", suppliers.size())));
  program.need_begin.assign(program.component_count() + 1, 0);
  program.supplier_begin.push_back(0);
  program.backup_begin.push_back(0);
  for (std::size_t j = 0; j < n; ++j) {
    if (j > 0 && component[j] < component[j - 1])
      return fail(bad(file, fmt::format("/needs/component/{}", j), "ascending component numbers"));
    if (offsets[j + 1] < offsets[j])
      return fail(bad(file, fmt::format("/needs/supplier_offsets/{}", j + 1), "ascending offsets"));
    ++program.need_begin[static_cast<std::size_t>(component[j]) + 1];
    program.need_component.push_back(static_cast<Component>(component[j]));
    program.need_k.push_back(static_cast<std::uint32_t>(k[j]));
    program.supplier_begin.push_back(static_cast<std::uint32_t>(offsets[j + 1]));
    const StableId id{j};
    if (reservoir[j] > 0)
      program.backups.push_back({.kind = BackupKind::reservoir,
                                 .id = id,
                                 .recharge = static_cast<Tick>(recharge),
                                 .capacity = Draw::fixed(static_cast<Tick>(reservoir[j]))});
    if (generator[j] != 0)
      program.backups.push_back(
          {.kind = BackupKind::generator,
           .id = id,
           .recharge = 1,
           .capacity = Draw::fixed(static_cast<Tick>(tank[j])),
           .start_fail_below = static_cast<std::uint64_t>(start_fail[j]),
           .run = run[j] < 0 ? Draw::fixed(0) : Draw{.table = static_cast<std::int32_t>(run[j])},
           .from = refuel[j] < 0 ? Draw::fixed(never) : Draw{.table = static_cast<std::int32_t>(refuel[j])}});
    program.backup_begin.push_back(static_cast<std::uint32_t>(program.backups.size()));
  }
  for (std::size_t c = 0; c < program.component_count(); ++c) program.need_begin[c + 1] += program.need_begin[c];
  for (const auto supplier : suppliers) program.suppliers.push_back(static_cast<Component>(supplier));
  return {};
}

Result<std::int64_t> whole(const json& root, const std::string& file, const char* name, std::int64_t least,
                           std::int64_t most) {
  const auto found = root.find(name);
  if (found == root.end() || !found->is_number_integer() || found->get<std::int64_t>() < least ||
      found->get<std::int64_t>() > most)
    return fail(bad(file, fmt::format("/{}", name), fmt::format("whole number {} … {}", least, most)));
  return found->get<std::int64_t>();
}

}  // namespace

Result<ExchangeModel> parse_region_cascade_1(std::string_view text, const std::string& shown_file) {
  const json root = json::parse(text, nullptr, false);
  if (root.is_discarded() || !root.is_object()) return fail(bad(shown_file, "/", "JSON object"));
  const auto format = root.find("format");
  if (format == root.end() || *format != "region-cascade-1")
    return fail(bad(shown_file, "/format", "\"region-cascade-1\""));
  ExchangeModel model;
  TRY(const auto horizon, whole(root, shown_file, "horizon_ticks", 1, longest_minutes));
  TRY(const auto tick_minutes, whole(root, shown_file, "tick_minutes", 1, 1440));
  TRY(const auto recharge, whole(root, shown_file, "recharge_divisor", 1, 10000));
  const auto seed = root.find("seed");
  if (seed == root.end() || !seed->is_number_unsigned())
    return fail(bad(shown_file, "/seed", fmt::format("whole number 0 … {}", UINT64_MAX)));
  model.program.horizon = static_cast<Tick>(horizon);
  model.program.tick_minutes = static_cast<Minutes>(tick_minutes);
  model.program.seed = seed->get<std::uint64_t>();
  const auto names = root.find("service_names");
  if (names == root.end() || !names->is_array()) return fail(bad(shown_file, "/service_names", "array of texts"));
  for (const json& name : *names) {
    if (!name.is_string()) return fail(bad(shown_file, "/service_names", "array of texts"));
    model.service_names.push_back(name.get<std::string>());
  }
  TRY_DONE(read_tables(root, shown_file, model.program));
  TRY_DONE(read_components(root, shown_file, model));
  TRY_DONE(read_needs(root, shown_file, recharge, model.program));
  model.program.finish();
  return model;
}

ReplicaTotals::ReplicaTotals(const ExchangeModel& model, std::uint32_t batch, bool fingerprints)
    : model_(model),
      batch_(batch),
      fingerprints_(fingerprints ? batch : 0, 0),
      lost_(model.service_names.size() * batch, 0) {}

void ReplicaTotals::clear() {
  std::fill(fingerprints_.begin(), fingerprints_.end(), 0);
  std::fill(lost_.begin(), lost_.end(), 0);
}

void ReplicaTotals::row(Component component, const LaneRow& row) {
  if (!fingerprints_.empty())
    for (std::uint32_t lane = 0; lane < row.count(); ++lane)
      row.each(lane, [&](Interval down) { fingerprints_[lane] += interval_hash(component, down); });
  if (model_.service[component] < 0) return;
  std::int64_t* const lost = lost_.data() + static_cast<std::size_t>(model_.service[component]) * batch_;
  const std::int64_t people = model_.population[component];
  row.add_lengths(people, {lost, batch_});
}

std::string ReplicaTotals::line(std::uint32_t lane, std::uint32_t replica) const {
  std::string out = fmt::format("{} {:016x}", replica, fingerprints_[lane]);
  for (std::size_t service = 0; service < model_.service_names.size(); ++service)
    out += fmt::format(" {}", lost(service, lane));
  return out;
}

}  // namespace veer::cascade
