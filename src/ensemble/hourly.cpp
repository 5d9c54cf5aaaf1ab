#include "ensemble/hourly.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace veer::ensemble {

HourlySizes hourly_sizes(const World& world) {
  return {
      .areas = world.region.areas.size(),
      .needs = world.population.needs().size(),
      .services = world.region.services.size(),
      .municipalities = world.population.municipalities().size(),
      .hours = static_cast<std::size_t>((world.compiled.program.horizon + minutes_per_hour - 1) / minutes_per_hour)};
}

HourTables::HourTables(const World& world) {
  const Minutes horizon = world.compiled.program.horizon;
  const std::size_t hours = hourly_sizes(world).hours;
  for (Minutes minute = 0; minute <= horizon; ++minute)
    ceiling_.push_back(static_cast<std::uint16_t>(
        std::min(hours, static_cast<std::size_t>((minute + minutes_per_hour - 1) / minutes_per_hour))));
  ramp_length_ = hours + 1;
  for (std::size_t r = 0; r < world.population.reserve_count(); ++r) {
    const people::Reserve& reserve = world.population.reserve(r);
    unmet_before_.emplace_back(reserve.unmet_before_each().begin(), reserve.unmet_before_each().end());
    auto& ramp = ramps_.emplace_back(static_cast<std::size_t>(minutes_per_hour) * ramp_length_, 0);
    for (Minutes minute = 0; minute <= horizon; ++minute)
      ramp[static_cast<std::size_t>(minute % minutes_per_hour) * ramp_length_ +
           static_cast<std::size_t>(minute / minutes_per_hour)] = static_cast<std::uint32_t>(reserve.unmet(minute));
  }
}

void prepare_hourly(const World& world, Keep keep, Outcome& outcome) {
  const HourlySizes sizes = hourly_sizes(world);
  const auto& concerned = world.population.concerned();
  std::vector<std::int64_t> area(sizes.areas * sizes.needs);
  std::vector<std::int64_t> municipality(sizes.municipalities * sizes.needs, 0);
  std::vector<std::int64_t> region(sizes.needs, 0);
  for (std::size_t a = 0; a < sizes.areas; ++a)
    for (std::size_t n = 0; n < sizes.needs; ++n) {
      const std::int64_t whole = concerned[a * sizes.needs + n] * grain;
      area[a * sizes.needs + n] = whole;
      municipality[world.population.municipality_of_area()[a] * sizes.needs + n] += whole;
      region[n] += whole;
    }
  const auto people = static_cast<double>(grain);
  if (keep == Keep::all) {
    outcome.area_unmet = outcome.area_without = Curves(area, sizes.hours, people);
    outcome.municipality_unmet = outcome.municipality_without = Curves(municipality, sizes.hours, people);
    outcome.group_unmet.assign(sizes.areas * sizes.needs * region::group_count * sizes.hours, 0);
  }
  outcome.region_unmet = outcome.region_without = Curves(region, sizes.hours, people);
  std::vector<std::int64_t> assets(sizes.services, 0);
  for (const auto& asset : world.region.assets) ++assets[asset.service.index()];
  outcome.services = Curves(assets, sizes.hours, 1);
  std::int64_t jobs = 0;
  std::int64_t businesses = 0;
  for (const auto& zone : world.region.zones) {
    jobs += zone.jobs;
    businesses += zone.businesses;
  }
  outcome.economy = Curves({jobs, businesses}, sizes.hours, 1);
  outcome.service_phases.resize(sizes.services);
  outcome.need_phases.resize(sizes.needs);
  outcome.asset_down.resize(world.region.assets.size());
}

Hourly::Hourly(const World& world, const HourTables& tables, Locks& locks, Outcome& outcome)
    : world_(world),
      tables_(tables),
      locks_(locks),
      outcome_(outcome),
      sizes_(hourly_sizes(world)),
      service_size_(sizes_.services, 0),
      keeps_places_(outcome.area_unmet.row_count() > 0),
      without_(lanes * (sizes_.hours + 1), 0),
      unmet_(lanes * sizes_.hours, 0),
      values_(sizes_.hours, 0),
      touched_(lanes, {sizes_.hours, 0}),
      group_unmet_(region::group_count * sizes_.hours, 0),
      group_touched_{sizes_.hours, 0},
      shares_(region::group_count * sizes_.hours, 0),
      place_unmet_(sizes_.municipalities * sizes_.needs * lanes * sizes_.hours, 0),
      place_without_(place_unmet_.size(), 0),
      services_(sizes_.services * lanes * (sizes_.hours + 1), 0),
      jobs_(lanes * (sizes_.hours + 1), 0),
      businesses_(jobs_.size(), 0) {
  for (const auto& asset : world.region.assets) ++service_size_[asset.service.index()];
  for (const auto& leaf : world.compiled.map.zone_components)
    powers_work_.push_back(!leaf.group && world.region.services[leaf.need.index()].id == "light" ? 1 : 0);
}

template <class Add>
void Hourly::locked(std::size_t row, Add&& add) {
  const std::lock_guard guard(locks_[row % locks_.size()]);
  add();
}

void Hourly::begin(std::uint32_t first_replica, std::uint32_t count) {
  first_ = first_replica;
  count_ = count;
  row_ = none;
  std::fill(place_unmet_.begin(), place_unmet_.end(), 0U);
  std::fill(place_without_.begin(), place_without_.end(), 0U);
  std::fill(services_.begin(), services_.end(), 0);
  std::fill(jobs_.begin(), jobs_.end(), 0);
  std::fill(businesses_.begin(), businesses_.end(), 0);
}

void Hourly::asset(std::size_t asset, const cascade::LaneRow& row) {
  const std::size_t service = world_.region.assets[asset].service.index();
  for (std::uint32_t lane = 0; lane < count_; ++lane) {
    if (!row.ever_down(lane)) continue;
    std::int32_t* const down = services_.data() + (service * lanes + lane) * (sizes_.hours + 1);
    Minutes minutes = 0;
    row.each(lane, [&](cascade::Interval interval) {
      const auto hours = tables_.hours_of(interval);
      ++down[hours.first];
      --down[hours.last];
      minutes += interval.end - interval.start;
    });
    outcome_.asset_down[asset][first_ + lane] = static_cast<std::uint16_t>(minutes);
  }
}

void Hourly::leaf(std::size_t leaf, const cascade::LaneRow& row) {
  const people::Population& population = world_.population;
  const std::size_t own_row = population.area(leaf) * sizes_.needs + population.need(leaf);
  if (own_row != row_) {
    fold_area();
    row_ = own_row;
  }
  const region::Zone& zone = world_.region.zones[world_.compiled.map.zone_components[leaf].zone.index()];
  // Everyone stands first in the rows of a leaf; a leaf that counts nobody anew has no such row.
  const auto& heads = population.heads(leaf);
  const bool counted = !heads.empty() && heads.front().row == 0;
  const auto people = static_cast<std::uint32_t>(counted ? heads.front().heads : 0);
  for (std::uint32_t lane = 0; lane < count_; ++lane) {
    if (!row.ever_down(lane)) continue;
    std::int64_t* const without = without_.data() + lane * (sizes_.hours + 1);
    std::uint64_t* const unmet = unmet_.data() + lane * sizes_.hours;
    Minutes unserved = 0;
    row.each(lane, [&](cascade::Interval down) {
      const auto hours = tables_.hours_of(down);
      if (hours.first < hours.last && counted) {
        touched_[lane] = {std::min(touched_[lane].first, hours.first), std::max(touched_[lane].last, hours.last)};
        without[hours.first] += people;
        without[hours.last] -= people;
        const Minutes u = unserved + static_cast<Minutes>(hours.first) * minutes_per_hour - down.start;
        const std::uint32_t* const share = tables_.unmet_from(heads.front().reserve, u);
        for (std::size_t hour = hours.first; hour < hours.last; ++hour)
          unmet[hour] += std::uint64_t{people} * share[hour - hours.first];
      }
      if (powers_work_[leaf] != 0) {
        const std::size_t at = lane * (sizes_.hours + 1);
        jobs_[at + hours.first] += zone.jobs;
        jobs_[at + hours.last] -= zone.jobs;
        businesses_[at + hours.first] += zone.businesses;
        businesses_[at + hours.last] -= zone.businesses;
      }
      unserved += down.end - down.start;
    });
  }
  if (keeps_places_) groups(heads, row);
}

void Hourly::groups(const std::vector<people::Heads>& heads, const cascade::LaneRow& row) {
  // Members with the same reserve run out together: their shares are added up over the lanes once, in whole parts per
  // million, and then taken times the members of each group.
  std::array<std::uint32_t, region::group_count> reserves{};
  std::array<std::size_t, people::row_count> slot_of{};
  std::size_t slots = 0;
  for (const people::Heads& members : heads) {
    if (members.row == 0) continue;
    const auto last = reserves.begin() + static_cast<std::ptrdiff_t>(slots);
    const auto known = std::find(reserves.begin(), last, members.reserve);
    slot_of[members.row] = static_cast<std::size_t>(known - reserves.begin());
    if (known == last) reserves[slots++] = members.reserve;
  }
  if (slots == 0) return;
  HourTables::Hours touched{sizes_.hours, 0};
  for (std::uint32_t lane = 0; lane < count_; ++lane) {
    if (!row.ever_down(lane)) continue;
    Minutes unserved = 0;
    row.each(lane, [&](cascade::Interval down) {
      const auto hours = tables_.hours_of(down);
      const Minutes on_the_hour = unserved + static_cast<Minutes>(hours.first) * minutes_per_hour - down.start;
      unserved += down.end - down.start;
      if (hours.first >= hours.last) return;
      touched = {std::min(touched.first, hours.first), std::max(touched.last, hours.last)};
      for (std::size_t slot = 0; slot < slots; ++slot) {
        const std::uint32_t* const share = tables_.unmet_from(reserves[slot], on_the_hour);
        std::uint32_t* const sum = shares_.data() + slot * sizes_.hours;
        for (std::size_t hour = hours.first; hour < hours.last; ++hour) sum[hour] += share[hour - hours.first];
      }
    });
  }
  if (touched.first >= touched.last) return;
  for (const people::Heads& members : heads) {
    if (members.row == 0) continue;
    const std::uint32_t* const sum = shares_.data() + slot_of[members.row] * sizes_.hours;
    std::int64_t* const unmet = group_unmet_.data() + (members.row - 1U) * sizes_.hours;
    for (std::size_t hour = touched.first; hour < touched.last; ++hour)
      unmet[hour] += std::int64_t{members.heads} * sum[hour];
  }
  for (std::size_t slot = 0; slot < slots; ++slot)
    std::fill_n(shares_.begin() + static_cast<std::ptrdiff_t>(slot * sizes_.hours + touched.first),
                touched.last - touched.first, 0U);
  group_touched_ = {std::min(group_touched_.first, touched.first), std::max(group_touched_.last, touched.last)};
}

/// The area's need is complete: into its curves and the sums of its municipality.
void Hourly::fold_area() {
  if (row_ == none) return;
  const std::size_t need = row_ % sizes_.needs;
  const std::size_t municipality = world_.population.municipality_of_area()[row_ / sizes_.needs];
  locked(row_, [&] {
    for (std::size_t group = 0; keeps_places_ && group < region::group_count; ++group) {
      const std::int64_t* const unmet = group_unmet_.data() + group * sizes_.hours;
      std::int64_t* const sum = outcome_.group_unmet.data() + (row_ * region::group_count + group) * sizes_.hours;
      for (std::size_t hour = group_touched_.first; hour < group_touched_.last; ++hour) sum[hour] += unmet[hour];
    }
    for (std::uint32_t lane = 0; lane < count_; ++lane) {
      std::int64_t* const change = without_.data() + lane * (sizes_.hours + 1);
      std::uint32_t* const sum = place_without_.data() + place(municipality, need, lane);
      std::int64_t people = 0;
      const auto [first, last] = touched_[lane];
      for (std::size_t hour = first; hour < last; ++hour) {
        people += change[hour];
        values_[hour] = static_cast<std::uint32_t>(people * grain);
        sum[hour] += values_[hour];
      }
      if (keeps_places_ && first < last)
        outcome_.area_without.add(row_, std::span(values_).subspan(first, last - first), first);
    }
    for (std::uint32_t lane = 0; lane < count_; ++lane) {
      const std::uint64_t* const people_ppm = unmet_.data() + lane * sizes_.hours;
      std::uint32_t* const sum = place_unmet_.data() + place(municipality, need, lane);
      const auto [first, last] = touched_[lane];
      for (std::size_t hour = first; hour < last; ++hour) {
        values_[hour] = static_cast<std::uint32_t>(people_ppm[hour] / (people::ppm / grain));
        sum[hour] += values_[hour];
      }
      if (keeps_places_ && first < last)
        outcome_.area_unmet.add(row_, std::span(values_).subspan(first, last - first), first);
    }
  });
  if (const auto [first, last] = std::exchange(group_touched_, {sizes_.hours, 0}); first < last)
    for (std::size_t group = 0; group < region::group_count; ++group)
      std::fill_n(group_unmet_.begin() + static_cast<std::ptrdiff_t>(group * sizes_.hours + first), last - first, 0);
  for (std::uint32_t lane = 0; lane < count_; ++lane) {
    const auto [first, last] = std::exchange(touched_[lane], {sizes_.hours, 0});
    if (first >= last) continue;
    std::fill_n(without_.begin() + static_cast<std::ptrdiff_t>(lane * (sizes_.hours + 1) + first), last - first + 1, 0);
    std::fill_n(unmet_.begin() + static_cast<std::ptrdiff_t>(lane * sizes_.hours + first), last - first, 0);
  }
}

void Hourly::finish() {
  fold_area();
  fold_places();
  fold_services();
  fold_economy();
}

void Hourly::fold_places() {
  std::vector<std::int64_t> unmet(sizes_.hours);
  std::vector<std::int64_t> without(sizes_.hours);
  std::vector<double> loss(sizes_.hours);
  for (std::size_t need = 0; need < sizes_.needs; ++need) {
    const double whole = std::max(1.0, outcome_.region_without.whole(need) * static_cast<double>(grain));
    for (std::uint32_t lane = 0; lane < count_; ++lane) {
      std::fill(unmet.begin(), unmet.end(), 0);
      std::fill(without.begin(), without.end(), 0);
      for (std::size_t m = 0; m < sizes_.municipalities; ++m) {
        const std::span of_unmet(place_unmet_.data() + place(m, need, lane), sizes_.hours);
        const std::span of_without(place_without_.data() + place(m, need, lane), sizes_.hours);
        for (std::size_t hour = 0; hour < sizes_.hours; ++hour) unmet[hour] += of_unmet[hour];
        for (std::size_t hour = 0; hour < sizes_.hours; ++hour) without[hour] += of_without[hour];
        if (!keeps_places_) continue;
        const std::size_t row = m * sizes_.needs + need;
        locked(row, [&] {
          outcome_.municipality_unmet.add(row, std::span<const std::uint32_t>(of_unmet));
          outcome_.municipality_without.add(row, std::span<const std::uint32_t>(of_without));
        });
      }
      locked(need, [&] {
        outcome_.region_unmet.add(need, unmet);
        outcome_.region_without.add(need, without);
      });
      for (std::size_t hour = 0; hour < sizes_.hours; ++hour) loss[hour] = static_cast<double>(without[hour]) / whole;
      outcome_.need_phases[need][first_ + lane] = phases(loss);
    }
  }
}

void Hourly::fold_services() {
  std::vector<double> loss(sizes_.hours);
  for (std::size_t service = 0; service < sizes_.services; ++service) {
    if (service_size_[service] == 0) continue;
    for (std::uint32_t lane = 0; lane < count_; ++lane) {
      const std::int32_t* const change = services_.data() + (service * lanes + lane) * (sizes_.hours + 1);
      std::int32_t down = 0;
      for (std::size_t hour = 0; hour < sizes_.hours; ++hour) {
        down += change[hour];
        values_[hour] = static_cast<std::uint32_t>(down);
        loss[hour] = down / static_cast<double>(service_size_[service]);
      }
      locked(service, [&] { outcome_.services.add(service, values_); });
      outcome_.service_phases[service][first_ + lane] = phases(loss);
    }
  }
}

void Hourly::fold_economy() {
  std::vector<std::int64_t> values(sizes_.hours);
  const auto add = [&](std::size_t row, const std::vector<std::int64_t>& changes) {
    for (std::uint32_t lane = 0; lane < count_; ++lane) {
      std::int64_t sum = 0;
      for (std::size_t hour = 0; hour < sizes_.hours; ++hour)
        values[hour] = sum += changes[lane * (sizes_.hours + 1) + hour];
      locked(row, [&] { outcome_.economy.add(row, values); });
    }
  };
  add(0, jobs_);
  add(1, businesses_);
}

}  // namespace veer::ensemble
