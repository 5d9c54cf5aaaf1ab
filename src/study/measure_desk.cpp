#include "study/measure_desk.hpp"

#include "study/measure_account.hpp"

namespace veer::study {

MeasureDesk::MeasureDesk(std::shared_ptr<const region::Region> region, std::unique_ptr<MeasureChooser> chooser)
    : region_(std::move(region)), chooser_(std::move(chooser)), hazards_(chooser_->hazards()) {}

Result<std::unique_ptr<MeasureDesk>> MeasureDesk::open(std::shared_ptr<const region::Region> region,
                                                       std::vector<std::pair<std::string, double>> hazards,
                                                       const Options& run, std::map<std::string, double> weights) {
  MeasureOptions options;
  options.weights = std::move(weights);
  options.hazards = std::move(hazards);
  TRY(auto chooser, MeasureChooser::build(*region, options, run));
  return std::unique_ptr<MeasureDesk>(new MeasureDesk(std::move(region), std::move(chooser)));
}

Result<report::MeasurePlan> MeasureDesk::answer(const MeasureOptions& options, const std::function<bool()>& cancelled) {
  const std::scoped_lock lock(turn_);
  if (!options.hazards.empty()) return chooser_->choose(options, cancelled);
  MeasureOptions own = options;  // what the question before weighed does not count
  own.hazards = hazards_;
  return chooser_->choose(own, cancelled);
}

Result<report::MeasureAccount> MeasureDesk::account(const region::Region& region,
                                                    const std::vector<region::AccountRow>& rows,
                                                    const std::vector<std::pair<std::string, double>>& hazards) {
  const std::scoped_lock lock(turn_);
  TRY(const auto weights, summing_to_one(hazards.empty() ? hazards_ : hazards));
  return account_of(region, rows, chooser_->world(), weights);
}

std::size_t MeasureDesk::played() const {
  const std::scoped_lock lock(turn_);
  return chooser_->world().played();
}

}  // namespace veer::study
