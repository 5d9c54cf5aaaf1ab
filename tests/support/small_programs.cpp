#include "support/small_programs.hpp"

#include <algorithm>
#include <string>

namespace veer::test {

using cascade::Backup;
using cascade::BackupKind;
using cascade::Component;
using cascade::Draw;
using cascade::Tick;

void ProgramSketch::hit(Component target, Tick start, Tick length) {
  cascade::Hit made;
  made.component = target;
  made.id = stable_id("shocks/" + std::to_string(hits.size()));
  made.start = start;
  made.length = length;
  hits.push_back(made);
}

void ProgramSketch::need(Component owner, std::uint32_t k, std::vector<Component> suppliers,
                         std::vector<Backup> backups) {
  for (std::size_t i = 0; i < backups.size(); ++i)
    backups[i].id = stable_id("backups/" + std::to_string(needs.size()) + "." + std::to_string(i));
  needs.push_back({owner, k, std::move(suppliers), std::move(backups)});
}

cascade::Program ProgramSketch::build() const {
  cascade::Program out;
  out.horizon = horizon;
  out.seed = seed;
  out.tables = tables;
  out.groups = groups;
  out.restart = restart;
  out.hits = hits;
  out.breakdowns = breakdowns;
  out.need_begin.push_back(0);
  out.supplier_begin.push_back(0);
  out.backup_begin.push_back(0);
  for (Component c = 0; c < restart.size(); ++c) {
    out.component_id.push_back(stable_id("assets/" + std::to_string(c)));
    for (const SketchNeed& row : needs) {
      if (row.component != c) continue;
      out.need_component.push_back(c);
      out.need_k.push_back(row.k);
      out.suppliers.insert(out.suppliers.end(), row.suppliers.begin(), row.suppliers.end());
      out.backups.insert(out.backups.end(), row.backups.begin(), row.backups.end());
      out.supplier_begin.push_back(static_cast<std::uint32_t>(out.suppliers.size()));
      out.backup_begin.push_back(static_cast<std::uint32_t>(out.backups.size()));
    }
    out.need_begin.push_back(static_cast<std::uint32_t>(out.need_component.size()));
  }
  out.finish();
  return out;
}

Backup reservoir(Tick ticks, Tick recharge) {
  Backup out;
  out.recharge = recharge;
  out.capacity = Draw::fixed(ticks);
  return out;
}

Backup generator(Tick tank, Tick run, Tick from) {
  Backup out;
  out.kind = BackupKind::generator;
  out.capacity = Draw::fixed(tank);
  out.run = Draw::fixed(run);
  out.from = Draw::fixed(from);
  return out;
}

Backup manual(Tick ticks, Tick from) {
  Backup out;
  out.kind = BackupKind::manual;
  out.capacity = Draw::fixed(ticks);
  out.from = Draw::fixed(from);
  return out;
}

namespace {

/// Whole numbers from a fixed generator: the distributions of the standard library differ between compilers.
class Dice {
 public:
  explicit Dice(std::uint64_t number) : bits_(number * 0x9E3779B97F4A7C15ULL + 1) {}
  [[nodiscard]] Tick upto(Tick most) { return static_cast<Tick>(bits_() % (static_cast<std::uint64_t>(most) + 1)); }
  [[nodiscard]] bool one_in(Tick n) { return upto(n - 1) == 0; }

 private:
  std::mt19937_64 bits_;
};

/// A fixed value or, one time in four, a drawn one, perhaps shared by a group.
Draw some_draw(ProgramSketch& sketch, Dice& dice, Tick most) {
  if (!dice.one_in(4)) return Draw::fixed(dice.upto(most));
  const double scale = dice.upto(most);
  Draw out;
  out.table = sketch.table([&](double p) { return p * scale + 0.5; });
  if (dice.one_in(2)) {
    if (sketch.groups.empty() || dice.one_in(3))
      sketch.groups.push_back(stable_id("groups/" + std::to_string(sketch.groups.size())));
    out.group = dice.upto(static_cast<Tick>(sketch.groups.size()) - 1);
    out.follow_below = dice.one_in(4) ? 1ULL << 32U : static_cast<std::uint64_t>(dice.upto(4)) << 30U;
  }
  return out;
}

std::vector<Backup> some_chain(ProgramSketch& sketch, Dice& dice) {
  std::vector<Backup> chain;
  const Tick longest = std::max<Tick>(2, sketch.horizon / 4);
  const Tick links = dice.one_in(2) ? dice.upto(1) : dice.upto(4);
  for (Tick i = 0; i < links; ++i) {
    Backup backup;
    switch (dice.upto(2)) {
      case 0:
        backup.kind = BackupKind::reservoir;
        backup.recharge = 1 + dice.upto(5);
        backup.capacity = dice.one_in(6) ? Draw::fixed(0) : some_draw(sketch, dice, longest);
        break;
      case 1:
        backup.kind = BackupKind::generator;
        backup.capacity = some_draw(sketch, dice, longest);
        backup.start_fail_below = dice.one_in(3) ? static_cast<std::uint64_t>(dice.upto(4)) << 30U : 0;
        if (dice.one_in(2)) backup.run = some_draw(sketch, dice, longest * 2);
        if (dice.one_in(2)) backup.from = some_draw(sketch, dice, sketch.horizon);
        break;
      default:
        backup.kind = BackupKind::manual;
        backup.capacity = some_draw(sketch, dice, longest);
        backup.from = dice.one_in(2) ? Draw::fixed(0) : some_draw(sketch, dice, sketch.horizon);
    }
    chain.push_back(backup);
  }
  return chain;
}

}  // namespace

ProgramSketch random_sketch(std::uint64_t number) {
  Dice dice(number);
  ProgramSketch sketch;
  sketch.horizon = 60 + dice.upto(140);
  sketch.seed = number ^ 0xd07fULL;
  const Tick count = 1 + dice.upto(11);
  for (Tick c = 0; c < count; ++c) {
    Draw restart = some_draw(sketch, dice, dice.one_in(4) ? 30 : 4);
    restart.constant = std::max<Tick>(1, restart.constant);
    sketch.restart.push_back(restart);
  }
  const auto any_component = [&] { return static_cast<Component>(dice.upto(count - 1)); };
  for (Component c = 0; c < static_cast<Component>(count); ++c) {
    const Tick needs = dice.upto(2);
    for (Tick n = 0; n < needs; ++n) {
      std::vector<Component> suppliers;
      const Tick listed = 1 + dice.upto(2);
      // Any component may supply any other, itself too: circles are common. The same one may be listed twice.
      for (Tick s = 0; s < listed; ++s) suppliers.push_back(any_component());
      const auto k = dice.one_in(25) ? listed + 1 : 1 + dice.upto(listed - 1);
      sketch.need(c, static_cast<std::uint32_t>(k), std::move(suppliers), some_chain(sketch, dice));
    }
  }
  const Tick hits = dice.one_in(5) ? 12 : dice.upto(4);
  for (Tick h = 0; h < hits; ++h) {
    // Starts and lengths on a grid of five ticks make many things happen at once; some end just at the horizon.
    const Tick step = dice.one_in(2) ? 5 : 1;
    const Tick start = dice.one_in(3) ? 0 : dice.upto(sketch.horizon / step) * step;
    const Tick length = dice.one_in(8) ? sketch.horizon - start : dice.upto(30 / step) * step;
    sketch.hit(any_component(), start, length);
    cascade::Hit& made = sketch.hits.back();
    if (dice.one_in(4)) made.start_delay = some_draw(sketch, dice, 20);
    if (dice.one_in(4)) made.length_delay = some_draw(sketch, dice, 20);
    if (dice.one_in(4)) made.taken_below = static_cast<std::uint64_t>(dice.upto(4)) << 30U;
  }
  if (dice.one_in(3)) {
    const Component target = any_component();
    sketch.breakdowns.push_back({target, stable_id("assets/" + std::to_string(target)),
                                 some_draw(sketch, dice, sketch.horizon / 2), some_draw(sketch, dice, 15)});
  }
  return sketch;
}

namespace {

/// All draws of a sketch.
std::vector<Draw*> draws_of(ProgramSketch& sketch) {
  std::vector<Draw*> out;
  for (Draw& draw : sketch.restart) out.push_back(&draw);
  for (cascade::Hit& hit : sketch.hits) {
    out.push_back(&hit.start_delay);
    out.push_back(&hit.length_delay);
  }
  for (cascade::Breakdown& breakdown : sketch.breakdowns) {
    out.push_back(&breakdown.failure);
    out.push_back(&breakdown.repair);
  }
  for (auto& need : sketch.needs)
    for (Backup& backup : need.backups)
      for (Draw* draw : {&backup.capacity, &backup.run, &backup.from}) out.push_back(draw);
  return out;
}

bool uses(const ProgramSketch& sketch, Component component) {
  const auto is_it = [component](const auto& part) { return part.component == component; };
  return std::any_of(sketch.hits.begin(), sketch.hits.end(), is_it) ||
         std::any_of(sketch.breakdowns.begin(), sketch.breakdowns.end(), is_it) ||
         std::any_of(sketch.needs.begin(), sketch.needs.end(), [&](const auto& need) {
           return is_it(need) || std::count(need.suppliers.begin(), need.suppliers.end(), component) > 0;
         });
}

std::string told(const ProgramSketch& sketch, const Draw& draw) {
  if (draw.table < 0) return std::to_string(draw.constant);
  const auto& table = sketch.tables[static_cast<std::size_t>(draw.table)];
  std::string out = std::to_string(table.front()) + "…" + std::to_string(table.back());
  if (draw.group >= 0)
    out += " (group " + std::to_string(draw.group) + ", follows below " + std::to_string(draw.follow_below) + ")";
  return out;
}

}  // namespace

std::vector<ProgramSketch> smaller(const ProgramSketch& sketch) {
  std::vector<ProgramSketch> out;
  const auto without = [&](auto ProgramSketch::* list) {
    for (std::size_t i = 0; i < (sketch.*list).size(); ++i) {
      out.push_back(sketch);
      auto& items = out.back().*list;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    }
  };
  without(&ProgramSketch::hits);
  without(&ProgramSketch::breakdowns);
  without(&ProgramSketch::needs);
  for (std::size_t n = 0; n < sketch.needs.size(); ++n) {
    for (std::size_t i = 0; i < sketch.needs[n].backups.size(); ++i) {
      out.push_back(sketch);
      auto& backups = out.back().needs[n].backups;
      backups.erase(backups.begin() + static_cast<std::ptrdiff_t>(i));
    }
    for (std::size_t i = 0; sketch.needs[n].suppliers.size() > 1 && i < sketch.needs[n].suppliers.size(); ++i) {
      out.push_back(sketch);
      auto& suppliers = out.back().needs[n].suppliers;
      suppliers.erase(suppliers.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  if (sketch.restart.size() > 1 && !uses(sketch, static_cast<Component>(sketch.restart.size() - 1))) {
    out.push_back(sketch);
    out.back().restart.pop_back();
  }
  const std::size_t draws = draws_of(out.emplace_back(sketch)).size();
  out.pop_back();
  for (std::size_t i = 0; i < draws; ++i) {
    ProgramSketch next = sketch;
    Draw& draw = *draws_of(next)[i];
    if (draw.table < 0) continue;
    draw = Draw::fixed(std::max<Tick>(1, next.tables[static_cast<std::size_t>(draw.table)][512]));
    out.push_back(std::move(next));
  }
  return out;
}

std::string told(const ProgramSketch& sketch) {
  std::string out = "horizon " + std::to_string(sketch.horizon) + ", seed " + std::to_string(sketch.seed) + "\n";
  for (std::size_t c = 0; c < sketch.restart.size(); ++c)
    out += "component " + std::to_string(c) + ": restart " + told(sketch, sketch.restart[c]) + "\n";
  for (const auto& hit : sketch.hits)
    out += "hit on " + std::to_string(hit.component) + ": start " + std::to_string(hit.start) + " + " +
           told(sketch, hit.start_delay) + ", length " + std::to_string(hit.length) + " + " +
           told(sketch, hit.length_delay) + ", taken below " + std::to_string(hit.taken_below) + "\n";
  for (const auto& breakdown : sketch.breakdowns)
    out += "breakdown of " + std::to_string(breakdown.component) + ": fails after " + told(sketch, breakdown.failure) +
           ", repaired in " + told(sketch, breakdown.repair) + "\n";
  for (const auto& need : sketch.needs) {
    out += "need of " + std::to_string(need.component) + ": " + std::to_string(need.k) + " of";
    for (const Component supplier : need.suppliers) out += " " + std::to_string(supplier);
    out += "\n";
    for (const Backup& backup : need.backups) {
      static constexpr const char* kinds[] = {"reservoir", "generator", "manual"};
      out += std::string("  ") + kinds[static_cast<std::size_t>(backup.kind)] + ": capacity " +
             told(sketch, backup.capacity) + ", run " + told(sketch, backup.run) + ", from " +
             told(sketch, backup.from) + ", recharge " + std::to_string(backup.recharge) + ", no start below " +
             std::to_string(backup.start_fail_below) + "\n";
    }
  }
  return out;
}

}  // namespace veer::test
