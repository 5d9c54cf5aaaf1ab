#include "study/measure_desk.hpp"

namespace veer::study {

MeasureDesk::MeasureDesk(std::shared_ptr<const region::Region> region, std::unique_ptr<MeasureChooser> chooser)
    : region_(std::move(region)), chooser_(std::move(chooser)), hazards_(chooser_->hazards()) {}

Result<std::unique_ptr<MeasureDesk>> MeasureDesk::open(std::shared_ptr<const region::Region> region,
                                                       std::vector<std::pair<std::string, double>> hazards,
                                                       const Options& run) {
  MeasureOptions options;
  options.hazards = std::move(hazards);
  TRY(auto chooser, MeasureChooser::build(*region, options, run));
  return std::unique_ptr<MeasureDesk>(new MeasureDesk(std::move(region), std::move(chooser)));
}

Result<report::MeasurePlan> MeasureDesk::answer(const MeasureOptions& options, const std::function<bool()>& cancelled) {
  const std::scoped_lock lock(turn_);
  return chooser_->choose(options, cancelled);
}

std::size_t MeasureDesk::played() const {
  const std::scoped_lock lock(turn_);
  return chooser_->world().played();
}

}  // namespace veer::study
