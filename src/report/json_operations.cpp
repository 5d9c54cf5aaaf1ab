#include <nlohmann/json.hpp>
#include <utility>

#include "report/json_parts.hpp"

namespace veer::report::json_parts {

namespace {

Json series(const std::vector<float>& values) {
  Json out = Json::array();
  for (const float value : values) out.push_back(number(static_cast<double>(value), 4));
  return out;
}

template <class Row, class Write>
Json list(const std::vector<Row>& rows, Write write) {
  Json out = Json::array();
  for (const Row& row : rows) out.push_back(write(row));
  return out;
}

Json lonlat(const geo::LonLat& place) { return Json::array({number(place.lon, 8), number(place.lat, 8)}); }

Json day(const FuelDay& value) {
  return {{"day", value.day},
          {"burnt_l", estimate(value.burnt)},
          {"delivered_l", estimate(value.delivered)},
          {"supplied_l", estimate(value.supplied)},
          {"stock_l", estimate(value.stock)}};
}

Json tank(const FuelTank& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"municipality", value.municipality},
          {"place", value.place ? lonlat(*value.place) : Json(nullptr)},
          {"litres_per_h", number(value.litres_per_h)},
          {"rank", number(value.rank)},
          {"people", whole(value.people)},
          {"deliveries", number(value.deliveries, 4)},
          {"wait_h", number(value.wait_h, 4)},
          {"dry_probability", number(value.dry_probability, 4)},
          {"dry_h", number(value.dry_h, 4)},
          {"mobile", value.mobile},
          {"confirmed", value.confirmed}};
}

Json stop(const FuelStop& value) {
  return {{"truck", value.truck},
          {"trip", value.trip},
          {"place", name(value.place)},
          {"depot", value.depot},
          {"left_h", number(value.left_h)},
          {"arrived_h", number(value.arrived_h)},
          {"done_h", number(value.done_h)},
          {"litres", whole(value.litres)},
          {"tank_left_h", number(value.tank_left_h)},
          {"from", lonlat(value.from)},
          {"to", lonlat(value.to)}};
}

Json order(const OrderFinding& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"dry_tanks", estimate(value.dry_tanks)},
          {"dry_hours", estimate(value.dry_hours)},
          {"unmet_person_hours_more", number(value.unmet_more)},
          {"unmet_person_hours_more_error", number(value.unmet_more_error)}};
}

Json feed_in(const FeedInFinding& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"served_probability", number(value.served_probability, 4)},
          {"connected_h", estimate(value.connected_h)},
          {"confirmed", value.confirmed}};
}

Json relief(const ReliefFinding& value) {
  return {{"id", value.id},
          {"name", name(value.name)},
          {"shift_h", number(value.shift_h)},
          {"strength", whole(value.strength)},
          {"teams", whole(value.teams)},
          {"due", whole(value.due)},
          {"tied", whole(value.tied)},
          {"required", whole(value.required)},
          {"present", estimate(value.present)},
          {"shifts_72h", whole(value.shifts_72h)},
          {"short_shifts", estimate(value.short_shifts)},
          {"short_probability", number(value.short_probability, 4)},
          {"person_hours_72h",
           {{"present", number(value.hours_72h.present)},
            {"resting", number(value.hours_72h.resting)},
            {"elsewhere", number(value.hours_72h.elsewhere)},
            {"absent", number(value.hours_72h.absent)},
            {"at_home", number(value.hours_72h.at_home)},
            {"away", number(value.hours_72h.away)}}},
          {"confirmed", value.confirmed}};
}

Json repairs(const RepairFinding& value) {
  return {{"crews", whole(value.crews)},
          {"damages", estimate(value.damages)},
          {"repaired", estimate(value.repaired)},
          {"wait_h", estimate(value.wait_h)},
          {"last_repaired_h", estimate(value.last_repaired_h)}};
}

}  // namespace

Json operations(const OperationsFinding& value) {
  Json out{{"replicas", value.replicas},           {"order", value.order},
           {"order_name", name(value.order_name)}, {"trucks", whole(value.trucks)},
           {"mobile_sets", whole(value.sets)},     {"depots", whole(value.depots)},
           {"stock_l", whole(value.stock_l)}};
  out["days"] = list(value.days, day);
  out["queue"] = {{"mean", series(value.queue)}, {"p5", series(value.queue_p5)}, {"p95", series(value.queue_p95)}};
  out["dry_tanks"] = estimate(value.dry_tanks);
  out["dry_hours"] = estimate(value.dry_hours);
  out["deliveries"] = estimate(value.deliveries);
  out["tanks"] = list(value.tanks, tank);
  out["plan_replica"] = value.plan_replica;
  out["plan"] = list(value.plan, stop);
  out["orders"] = list(value.orders, order);
  out["feed_ins"] = list(value.feed_ins, feed_in);
  out["relief"] = list(value.relief, relief);
  out["repairs"] = value.repairs ? repairs(*value.repairs) : Json(nullptr);
  out["unmet_person_hours"] = estimate(value.unmet_person_hours);
  out["core_unmet_person_hours"] =
      value.core_unmet_person_hours ? number(*value.core_unmet_person_hours) : Json(nullptr);
  return out;
}

}  // namespace veer::report::json_parts
