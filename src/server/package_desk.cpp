#include "server/package_desk.hpp"

#include <chrono>

#include "base/text.hpp"
#include "report/json.hpp"
#include "server/package_request.hpp"
#include "store/sha256.hpp"
#include "study/measure_desk.hpp"

namespace veer::server {

namespace {

std::string world_key(const RunRequest& request, const RunWorld& world, const study::MeasureOptions& options) {
  store::Digest digest;
  digest.add(world.effects_key);
  digest.add(request.replicas);
  for (const auto& [hazard, weight] : options.hazards) digest.add(hazard);
  for (const auto& [what, weight] : options.weights) {
    digest.add(what);
    digest.add(canonical_number(weight));
  }
  return digest.hex();
}

/// What measures cost and how long they take in the region asked about, where the desk knows it otherwise.
void put_costs(const region::Region& asked, const region::Region& known, study::MeasureOptions& options) {
  for (std::size_t i = 0; i < asked.measures.size() && i < known.measures.size(); ++i) {
    const region::Measure& now = asked.measures[i];
    const region::Measure& then = known.measures[i];
    if (now.cost_once_eur == then.cost_once_eur && now.cost_year_eur == then.cost_year_eur &&
        now.lead_time_months == then.lead_time_months)
      continue;
    options.costs[now.id] = {now.cost_once_eur, now.cost_year_eur, now.lead_time_months};
  }
}

}  // namespace

PackageDesk::PackageDesk() = default;
PackageDesk::~PackageDesk() = default;

Result<PackageDesk::Answer> PackageDesk::answer(const RunRequest& request, const RunWorld& world,
                                                const Settings& settings) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  study::MeasureOptions options = measure_options(request);
  listener_ = settings.progress;
  if (const std::string key = world_key(request, world, options); key != key_) {
    // Another region or other hazards: the old desk makes place before the new one is opened.
    desk_.reset();
    key_.clear();
    study::Options run;
    run.replicas = request.replicas;
    run.threads = settings.threads;
    run.version = settings.version;
    run.progress = [this](std::uint32_t done, std::uint32_t most) {
      if (listener_ && most > 0) listener_(static_cast<double>(done) / most);
    };
    TRY(desk_, study::MeasureDesk::open(world.region, options.hazards, run, options.weights));
    key_ = key;
  }
  put_costs(*world.region, desk_->region(), options);
  const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  TRY(const report::MeasurePlan plan, desk_->answer(options, settings.cancelled));
  Answer out{report::measures_json(plan, seconds()), {}};
  if (!world.account.empty()) {
    TRY(const report::MeasureAccount account, desk_->account(*world.region, world.account, options.hazards));
    out.account = report::account_json(account, seconds());
  }
  listener_ = {};
  return out;
}

}  // namespace veer::server
