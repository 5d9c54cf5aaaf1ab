#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "cascade/program.hpp"
#include "faulttree/held_cause.hpp"
#include "faulttree/tree.hpp"

namespace veer::faulttree {

/// What a basic event of a held tree says went wrong.
enum class HeldEventKind : std::uint8_t {
  hit,          ///< the hazard struck the component (a hit that is not certain)
  own_failure,  ///< the component broke down by itself
  short_stock,  ///< battery, tank, tolerance or work by hand lasts less than the horizon
  no_start,     ///< the generator does not start
  breaks,       ///< the generator breaks (or work by hand that came later ends) within the horizon
  dry,          ///< its tank is empty within the horizon
  late,         ///< the fuel contract (or the crew that works by hand) comes too late
  chain,        ///< the whole chain is too short (a chain of more than one generator or late fallback)
  follows       ///< the part follows its group: not counted, never shown
};

/// What an event of a held tree is about. Shared events have no need of their own: they say that the number that a
/// group of parts shares is bad, and `step` how bad (0: for the part that asks most).
struct HeldEvent {
  HeldEventKind kind = HeldEventKind::chain;
  cascade::Component component = 0;
  std::uint32_t need = none;    ///< of the program
  std::uint32_t backup = none;  ///< of the program
  std::int32_t group = -1;      ///< of the program; −1: of this part alone
  std::uint32_t step = 0;
  double follow = 1;  ///< of a shared event: chance that a part takes the shared number
  static constexpr std::uint32_t none = 0xffffffffU;
};

/// The held view of one component, as a tree of independent events that any fault-tree program can judge.
struct HeldTree {
  Tree tree;
  std::vector<HeldEvent> events;  ///< by event of the tree

  /// The function for lists of sets: parts are taken to follow their group, so that a bad shared number counts once.
  Circuit sets;

  /// The events' chances for lists of sets: those of shared numbers times the chance that a part follows.
  [[nodiscard]] std::vector<double> set_chances() const;
  /// Events of shared numbers, to be put on top of the diagrams (see build_diagrams).
  [[nodiscard]] std::vector<std::uint32_t> shared_events() const;
};

/// A part of the region on which a component hangs in the held view: neither certainly down nor certainly up.
struct HeldNode {
  cascade::Component component = 0;
  struct Need {
    std::uint32_t need = 0;
    bool chain_uncertain = false;               ///< its chain may give out; otherwise it surely does
    bool supply_lost = false;                   ///< its supply is surely gone
    std::uint32_t tolerated = 0;                ///< suppliers below that may fail before the supply is gone
    std::vector<cascade::Component> suppliers;  ///< uncertain ones, as often as they are listed
  };
  std::vector<Need> needs;            ///< those that may be unmet
  std::vector<std::uint32_t> causes;  ///< of the cone: hits and breakdowns of the component itself
};

/// What a component hangs on: nodes with those they use before them where there is no circle.
struct HeldCone {
  enum class Verdict : std::uint8_t { never, certain, open } verdict = Verdict::open;
  std::vector<HeldNode> nodes;  ///< the last one is the component itself; open only
  std::vector<HeldCause> causes;
  /// The function: event e is causes[e], true when the component is down.
  Circuit circuit;
};

class AloneChances;

/// The held view of a program at one horizon (docs/model.md, section 7): what the hazard hits is down over [0, h),
/// every other loss of supply is taken at minute 0, nothing recovers; circles by the least solution of failing.
///
/// Works out once what is certain and what is possible; then each component costs what it hangs on. Immutable: threads
/// may share it. The program must outlive it.
/// @source docs/method/held_view.md
class HeldView {
 public:
  /// @pre 0 < horizon ≤ program.horizon
  HeldView(const cascade::Program& program, cascade::Tick horizon);

  [[nodiscard]] cascade::Tick horizon() const { return horizon_; }
  [[nodiscard]] const cascade::Program& program() const { return *program_; }

  /// What the component hangs on.
  /// @errors unsupported: its circles need more than two million gates
  [[nodiscard]] Result<HeldCone> cone(cascade::Component component) const;

  /// The same as a tree of parts: chances of every part and chain exact, shared draws as nested steps. What it neglects
  /// against HeldChances is told in docs/method/held_view.md.
  [[nodiscard]] HeldTree tree(const HeldCone& cone, cascade::Component component) const;

  [[nodiscard]] bool surely_down(cascade::Component component) const { return must_[component] != 0; }
  [[nodiscard]] bool perhaps_down(cascade::Component component) const { return may_[component] != 0; }

 private:
  enum class Chain : std::uint8_t { carries, open, gives_out };
  [[nodiscard]] std::vector<char> fixed_point(bool optimistic) const;
  class ConeBuilder;

  const cascade::Program* program_;
  cascade::Tick horizon_;
  std::vector<Chain> chains_;                    ///< by need
  std::vector<HeldCause> struck_;                ///< hits and breakdowns that are possible and not certain
  std::vector<std::vector<std::uint32_t>> own_;  ///< by component: of struck_
  std::vector<char> hit_;                        ///< by component: certainly hit
  std::vector<char> must_, may_;
  std::shared_ptr<AloneChances> alone_;
};

}  // namespace veer::faulttree
