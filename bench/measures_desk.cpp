// How long a region's measures take to answer: a first question, then the same with other money. Prints a line of JSON
// for each.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "importers/package/package.hpp"
#include "measures/money.hpp"
#include "region/builder.hpp"
#include "study/measure_desk.hpp"
#include "used_time.hpp"

namespace {

using namespace veer;

double clock_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

struct Watch {
  double clock = clock_s();
  double used = used_s();
  void print(const char* what) const {
    std::printf(R"({"question": "%s", "seconds": %.3f, "processor_seconds": %.3f)", what, clock_s() - clock,
                used_s() - used);
  }
};

}  // namespace

/// measures_desk REGION NATIONAL OTHER_NATIONAL OTHERS DIRECT(0|1) [HAZARD]
///
/// Sums for four years as `veer choose` takes them; OTHERS is a budget for each payer outside, or "".
int main(int argc, char** argv) {
  if (argc < 6) {
    std::fprintf(stderr, "measures_desk REGION NATIONAL OTHER_NATIONAL OTHERS DIRECT(0|1) [HAZARD]\n");
    return 2;
  }
  constexpr int first_year = 2025;
  Diagnostics notes;
  const auto tables = importers::read_package(argv[1], notes);
  if (!tables) return 1;
  auto region = region::build_region(*tables, notes);
  if (!region) return 1;
  study::Options run;
  run.replicas = 512;
  run.seed = 72;
  run.threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::pair<std::string, double>> hazards;
  if (argc > 6) hazards.emplace_back(argv[6], 1);
  const Watch opening;
  const auto desk =
      study::MeasureDesk::open(std::make_shared<const region::Region>(*std::move(region)), std::move(hazards), run);
  if (!desk) return 1;
  opening.print("open");
  std::printf("}\n");
  struct Question {
    const char* name;
    int national;
    bool extras;
  };
  for (const Question& question :
       {Question{"first answer", 2, false}, Question{"with all rules and scenarios", 2, true},
        Question{"other money", 3, false}}) {
    study::MeasureOptions options;
    const auto national = measures::parse_series(argv[question.national], first_year);
    if (!national) return 1;
    options.national = *national;
    options.years = 4;
    options.direct = std::string(argv[5]) == "1";
    options.extras = question.extras;
    if (argv[4][0] != '\0') {
      const auto others = measures::parse_series(argv[4], first_year);
      if (!others) return 1;
      options.others = *others;
    }
    const Watch watch;
    const std::size_t before = (*desk)->played();
    const auto plan = (*desk)->answer(options);
    if (!plan) {
      std::fprintf(stderr, "%s\n", plan.error().message.key.c_str());
      return 1;
    }
    watch.print(question.name);
    const auto asked =
        std::count_if(plan->measures.begin(), plan->measures.end(), [](const auto& one) { return one.asked; });
    std::printf(R"(, "hazards": %zu, "measures": %d, "payers": %zu, "years": %zu, "gap": %.6f, "status": "%s", )"
                R"("value": %.0f, "played": %zu})"
                "\n",
                plan->hazards.size(), static_cast<int>(asked), plan->payers.size(), plan->years.size(), plan->gap,
                plan->status.c_str(), plan->value.value, (*desk)->played() - before);
    std::fflush(stdout);
  }
}
