#pragma once

#include "operations/means.hpp"
#include "support/small_programs.hpp"

namespace veer::test {

/// A program with trucks, for tests: everything lies on a line, so that distances can be read; 100 metres take a
/// minute, a running minute takes a litre, ten litres are pumped a minute.
struct MeansSketch {
  ProgramSketch program;
  operations::Means means;

  MeansSketch() {
    means.detour = 1;
    means.truck_load_ml = 80000;
    means.load_fixed = 5;
    means.unload_fixed = 5;
    means.pump_ml = 10000;
    means.truck_ready = cascade::Draw::fixed(0);
    means.set_ready = cascade::Draw::fixed(0);
  }
  std::uint32_t site(double metres) {
    means.sites.push_back({{metres, 0}, {}});
    return static_cast<std::uint32_t>(means.sites.size() - 1);
  }
  std::uint32_t depot(cascade::Component component, double metres, std::int64_t litres) {
    means.depots.push_back({.component = component, .site = site(metres), .stock_ml = litres * 1000, .slow = {}});
    return static_cast<std::uint32_t>(means.depots.size() - 1);
  }
  void truck(std::uint32_t depot_index, double metres_per_minute = 100) {
    means.trucks.push_back({.id = stable_id("resources/t/" + std::to_string(means.trucks.size())),
                            .depot = depot_index,
                            .metres_per_minute = metres_per_minute});
  }
  void set(double metres) {
    means.sets.push_back({.id = stable_id("resources/s/" + std::to_string(means.sets.size())),
                          .site = site(metres),
                          .metres_per_minute = 100});
  }
  /// The generator or manual fallback `order` of the chain of the first need of that component asks for fuel.
  void customer(cascade::Component owner, std::uint32_t order, double metres, std::int32_t rank = 0,
                std::int64_t people = 0) {
    asked_.push_back({owner, order, {site(metres), rank, people}});
  }
  struct Built {
    cascade::Program program;
    operations::Means means;
  };
  [[nodiscard]] Built build() const {
    Built out{program.build(), means};
    out.means.horizon = out.program.horizon;
    out.means.customer_of_need.assign(out.program.need_count(), operations::none);
    for (const Asked& row : asked_) {
      const std::uint32_t need = out.program.need_begin[row.owner];
      const std::uint32_t backup = out.program.backup_begin[need] + row.order;
      out.program.backups[backup].from = cascade::Draw::fixed(cascade::never);
      out.means.customers.push_back({.claim = row.claim,
                                     .need = need,
                                     .backup = backup,
                                     .owner = row.owner,
                                     .burn_ml = 1000,
                                     .mobile = out.program.backups[backup].kind == cascade::BackupKind::manual,
                                     .same_need = out.means.customer_of_need[need]});
      out.means.customer_of_need[need] = static_cast<std::uint32_t>(out.means.customers.size() - 1);
    }
    return out;
  }

 private:
  struct Asked {
    cascade::Component owner = 0;
    std::uint32_t order = 0;
    operations::Claim claim;
  };
  std::vector<Asked> asked_;
};

}  // namespace veer::test
