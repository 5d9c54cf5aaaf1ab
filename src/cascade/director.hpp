#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "cascade/program.hpp"

namespace veer::cascade {

class Engine;

/// A need that does something else from this tick on.
struct ModeChange {
  std::uint32_t need = 0;
  std::int32_t before = 0;  ///< as in NeedHistory: mode_supplied, mode_unmet or the number of a back-up
  std::int32_t after = 0;
};

/// What acts on a replica from outside while the event engine plays it: trucks that fill tanks, mobile sets, crews,
/// people on duty. That is what makes the full model (docs/model.md, section 4, rule 5); a director that does nothing
/// gives the core.
///
/// Within a tick: `wake` first, where it asked for one, then the tick falls and is settled, then `settled`. It may act
/// on the engine (fill, open, close, drain, hold, release) in `wake` only, and ask for later wakes at any time. One
/// object per engine; `begin` forgets the replica before.
class Director {
 public:
  Director() = default;
  Director(const Director&) = delete;
  Director& operator=(const Director&) = delete;
  Director(Director&&) = delete;
  Director& operator=(Director&&) = delete;
  virtual ~Director() = default;

  /// A replica begins: its numbers are drawn, nothing is played.
  virtual void begin(Engine& engine, ReplicaWords words) = 0;
  /// A tick that was asked for has come.
  virtual void wake(Engine& engine, Tick tick) = 0;
  /// A tick in which something happened is settled.
  virtual void settled(Engine& engine, Tick tick, std::span<const ModeChange> changes) = 0;
  /// The last tick is over.
  virtual void end(Engine& engine) = 0;
};

/// Makes a director for one engine; empty: the core. May be called by several threads at once.
using DirectorMaker = std::function<std::unique_ptr<Director>()>;

}  // namespace veer::cascade
