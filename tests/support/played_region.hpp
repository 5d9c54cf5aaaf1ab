#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cascade/compile.hpp"
#include "cascade/engine.hpp"
#include "support/drawn_region.hpp"

namespace veer::test {

/// A drawn region with one hazard, compiled and run for one replica; asks by the names of the components.
class PlayedRegion {
 public:
  /// Ends the program when the sketch cannot be built or compiled; plays the hazard that stands first in its table.
  explicit PlayedRegion(const RegionSketch& sketch, std::uint32_t replica = 0, std::uint64_t seed = 1)
      : region_(sketch.build()) {
    auto compiled = cascade::compile(region_, {.hazard = region::HazardId{0}, .seed = seed});
    ENSURE(compiled.has_value(), "the sketch cannot be compiled");
    compiled_ = std::make_unique<cascade::CompiledRegion>(*std::move(compiled));
    engine_ = std::make_unique<cascade::Engine>(compiled_->program);
    engine_->run(replica);
  }

  [[nodiscard]] const region::Region& region() const { return region_; }
  [[nodiscard]] const cascade::CompiledRegion& compiled() const { return *compiled_; }
  [[nodiscard]] const cascade::Program& program() const { return compiled_->program; }
  [[nodiscard]] cascade::Engine& engine() { return *engine_; }

  /// "pump" or "assets/pump", "zones/z/water", "processes/p/minimum".
  [[nodiscard]] cascade::Component component(const std::string& name) const {
    for (const std::string& wanted : {name, "assets/" + name}) {
      const auto found = std::find(compiled_->names.begin(), compiled_->names.end(), wanted);
      if (found != compiled_->names.end()) return static_cast<cascade::Component>(found - compiled_->names.begin());
    }
    ENSURE(false, "the sketch has no such component");
    return 0;
  }
  [[nodiscard]] std::vector<cascade::Interval> down(const std::string& name) const {
    return engine_->intervals(component(name));
  }

 private:
  region::Region region_;
  std::unique_ptr<cascade::CompiledRegion> compiled_;
  std::unique_ptr<cascade::Engine> engine_;
};

}  // namespace veer::test
