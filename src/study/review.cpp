#include "study/review.hpp"

#include "study/chapters.hpp"

namespace veer::study {

Result<report::Findings> review(const region::Region& region, const Options& options, const Texts& texts) {
  if (region.consequences.empty())
    return fail({ErrorKind::invalid_input, {"study.review.no_table", {}}, {.table = "consequences"}, {}});
  TRY(const Scenario scenario, prepare(region, options));
  TRY(const ensemble::Outcome outcome, simulate(region, scenario, options));
  const Material material{region, options, scenario, outcome, Words(region, scenario.compiled, texts)};
  report::Findings findings;
  tell_run(material, findings);
  TRY_DONE(tell_people(material, findings));
  tell_services(material, findings);
  TRY_DONE(tell_consequences(material, findings));
  tell_certainty(material, findings);
  return findings;
}

}  // namespace veer::study
