#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "cascade/program.hpp"

namespace veer::test {

/// A program under construction, for tests: components, needs with their chains, hits. `build` flattens it.
///
/// Copyable: a test may build it, change one thing and build it again; ids and therefore draws stay.
struct ProgramSketch {
  struct SketchNeed {
    cascade::Component component = 0;
    std::uint32_t k = 1;
    std::vector<cascade::Component> suppliers;
    std::vector<cascade::Backup> backups;
  };
  cascade::Tick horizon = 100;
  std::uint64_t seed = 1;
  std::vector<cascade::Table> tables;
  std::vector<StableId> groups;
  std::vector<cascade::Draw> restart;  ///< one per component
  std::vector<cascade::Hit> hits;
  std::vector<cascade::Breakdown> breakdowns;
  std::vector<SketchNeed> needs;

  cascade::Component component(cascade::Tick restart_ticks = 1) {
    restart.push_back(cascade::Draw::fixed(restart_ticks));
    return static_cast<cascade::Component>(restart.size() - 1);
  }
  void hit(cascade::Component component, cascade::Tick start, cascade::Tick length);
  /// `component` needs k of `suppliers`, with those back-ups.
  void need(cascade::Component component, std::uint32_t k, std::vector<cascade::Component> suppliers,
            std::vector<cascade::Backup> backups = {});
  /// A table whose entry i is value(i / 1024 + ½/1024); returns its index.
  template <class Value>
  std::int32_t table(Value&& value) {
    cascade::Table entries{};
    for (std::size_t i = 0; i < entries.size(); ++i)
      entries[i] = static_cast<std::uint16_t>(value((static_cast<double>(i) + 0.5) / 1024));
    tables.push_back(entries);
    return static_cast<std::int32_t>(tables.size() - 1);
  }

  [[nodiscard]] cascade::Program build() const;
};

[[nodiscard]] cascade::Backup reservoir(cascade::Tick ticks, cascade::Tick recharge = 4);
[[nodiscard]] cascade::Backup generator(cascade::Tick tank, cascade::Tick run = cascade::never,
                                        cascade::Tick from = cascade::never);
[[nodiscard]] cascade::Backup manual(cascade::Tick ticks, cascade::Tick from = 0);

/// A random small program: chains of back-ups, circles, deadlocks, needs no one can meet, simultaneous changes, empty
/// reservoirs, hits anywhere and many of them, hits at the horizon, own failures, shared draws. Same number, same
/// program.
[[nodiscard]] ProgramSketch random_sketch(std::uint64_t number);

/// Sketches with a little less in them: without one hit, breakdown, need, back-up, supplier or last component, or with
/// a fixed value in the place of a drawn one. All ids stay, so that what is left draws the same numbers.
[[nodiscard]] std::vector<ProgramSketch> smaller(const ProgramSketch& sketch);
/// A sketch as people read it, a line for each part.
[[nodiscard]] std::string told(const ProgramSketch& sketch);

}  // namespace veer::test
