#include "cli/account.hpp"

#include <algorithm>
#include <ostream>

#include "cli/stopwatch.hpp"
#include "importers/package/package.hpp"
#include "report/measure_account.hpp"
#include "report/measure_plan.hpp"
#include "study/measure_account.hpp"

namespace veer::cli {

namespace {

/// The account in a screen of sentences.
class Summary {
 public:
  Summary(const report::MeasureAccount& account, Context& context) : account_(account), context_(context) {}

  void write() const {
    for (const report::AccountYear& year : account_.years) {
      say("cli.account.year",
          {std::to_string(year.year), euros(year.planned_eur), euros(year.spent_eur), std::to_string(year.promised),
           std::to_string(year.delivered), std::to_string(year.partly)});
      for (const report::AccountPayer& payer : account_.payers)
        for (const report::AccountPayer::Year& own : payer.years)
          if (own.year == year.year)
            say("cli.account.payer", {payer.name, euros(own.planned_eur), euros(own.spent_eur),
                                      std::to_string(own.promised), std::to_string(own.delivered)});
      say("cli.account.worth",
          {count(year.promised_worth.unmet.value), count(report::half_width(year.promised_worth.unmet)),
           count(year.delivered_worth.unmet.value), count(report::half_width(year.delivered_worth.unmet)),
           format_decimal(year.promised_worth.gaps.value, 2, context_.language),
           format_decimal(year.delivered_worth.gaps.value, 2, context_.language)});
    }
    const auto silent = std::count_if(account_.rows.begin(), account_.rows.end(),
                                      [](const report::AccountMeasure& row) { return !row.expressed; });
    if (silent > 0) say("cli.account.silent", {std::to_string(silent)});
  }

 private:
  void say(const char* key, std::vector<std::string> arguments) const {
    context_.out << context_.texts.render(Message{key, std::move(arguments)}, context_.language) << '\n';
  }
  [[nodiscard]] std::string count(double value) const {
    return format_count(static_cast<long long>(value + (value < 0 ? -0.5 : 0.5)), context_.language);
  }
  [[nodiscard]] std::string euros(double value) const { return "€ " + count(value); }

  const report::MeasureAccount& account_;
  Context& context_;
};

}  // namespace

Outcome tell_account(const std::string& path, const region::Region& region, const study::MeasureOptions& question,
                     const study::Options& run, bool json, Context& context) {
  const Stopwatch clock;
  Diagnostics told_already;
  TRY(const region::Tables tables, importers::read_package(path, told_already));
  const auto rows = region::measure_account(tables);
  if (rows.empty())
    return fail({ErrorKind::invalid_input, {"study.account.none", {region.id}}, {.table = "measure_account"}, {}});
  TRY(const auto chooser, study::MeasureChooser::build(region, question, run));
  TRY(const report::MeasureAccount account, study::account_of(region, rows, chooser->world(), chooser->hazards()));
  if (json) {
    context.out << report::account_json(account, clock.seconds());
  } else {
    Summary(account, context).write();
  }
  return 0;
}

}  // namespace veer::cli
