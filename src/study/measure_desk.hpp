#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "region/measure_account.hpp"
#include "region/region.hpp"
#include "report/measure_account.hpp"
#include "report/measure_plan.hpp"
#include "study/choose_measures.hpp"

namespace veer::study {

/// A region's measures, ready for one question after another: with another budget, key, rule, decision or cost.
///
/// What does not depend on money is kept between answers: the compiled region under each hazard, and what every package
/// that was ever played is worth. A further question costs the search for a plan and the packages not played before. An
/// answer does not depend on what was asked earlier: the same question gives the same plan at a fresh desk.
///
/// May be used by several threads: they are answered in turn.
class MeasureDesk {
 public:
  /// @param region   kept as long as the desk
  /// @param hazards  (id, weight); empty: those with a parameter choice.hazard.*, else that of `run`
  /// @param run      seed, threads, replicas and hazard of the runs
  /// @errors as MeasureChooser::build
  [[nodiscard]] static Result<std::unique_ptr<MeasureDesk>> open(std::shared_ptr<const region::Region> region,
                                                                 std::vector<std::pair<std::string, double>> hazards,
                                                                 const Options& run,
                                                                 std::map<std::string, double> weights = {});

  /// @param options    its hazards are those of open(), with the weights of this question; none: those of open() hold
  /// @param cancelled  looked at between packages; empty: nobody asks for the end
  /// @errors as MeasureChooser::choose
  [[nodiscard]] Result<report::MeasurePlan> answer(const MeasureOptions& options,
                                                   const std::function<bool()>& cancelled = {});

  /// What became of the measures (study/measure_account.hpp).
  /// @param region   that of open(), or one that differs in costs and lead times only
  /// @param hazards  as those of a question
  /// @errors as account_of
  [[nodiscard]] Result<report::MeasureAccount> account(const region::Region& region,
                                                       const std::vector<region::AccountRow>& rows,
                                                       const std::vector<std::pair<std::string, double>>& hazards);

  [[nodiscard]] const region::Region& region() const { return *region_; }
  [[nodiscard]] const std::vector<std::pair<std::string, double>>& hazards() const { return hazards_; }
  /// How many packages were played since it was opened.
  [[nodiscard]] std::size_t played() const;

 private:
  MeasureDesk(std::shared_ptr<const region::Region> region, std::unique_ptr<MeasureChooser> chooser);

  std::shared_ptr<const region::Region> region_;
  std::unique_ptr<MeasureChooser> chooser_;
  std::vector<std::pair<std::string, double>> hazards_;
  mutable std::mutex turn_;
};

}  // namespace veer::study
