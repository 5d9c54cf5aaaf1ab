#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "region/builder.hpp"

namespace veer::test {

/// A value of a sketch: plain hours, a share, or a spread; becomes a row of the table `parameters`.
struct Figure {
  Figure(double hours) : low(hours), typical(hours), high(hours) {}  // NOLINT: 4 reads as four hours
  static Figure share(double probability);
  static Figure uniform(double low, double high);
  static Figure triangular(double low, double mode, double high);
  static Figure exponential(double mean);
  /// A parameter that the sketch already has.
  static Figure named(std::string parameter_id);
  /// The same figure, drawn together with others of that group with probability rho.
  [[nodiscard]] Figure grouped(std::string name, double rho) const;

  double low = 0;
  double typical = 0;
  double high = 0;
  std::string unit = "h";
  std::string distribution = "fixed";
  std::string id;     ///< not empty: no row, refer to this one
  std::string group;  ///< empty: the id of the parameter
  double rho = 0;     ///< 0: every entity draws for itself, unless grouped
};

/// A generating set of a sketch. Without run it never breaks, without start_failure it always starts, without refuel
/// its tank is all.
struct Generator {
  Figure tank = 0;
  std::optional<Figure> run = {};
  std::optional<Figure> start_failure = {};
  std::optional<Figure> refuel_from = {};
  std::optional<Figure> start_delay = {};
};

/// What a shock of a sketch does besides starting and ending.
struct ShockDetail {
  double share = 1;
  std::optional<Figure> start_delay = {};
  std::optional<Figure> duration_delay = {};
  std::string kind = "hit";
  std::optional<double> magnitude = {};
};

/// Draws small regions for tests: say what the case is about, everything else is filled in.
///
///   RegionSketch sketch;
///   sketch.asset("grid").asset("pump").need("pump", {"grid"}).reservoir(4).outage("grid", 72);
///   const Region region = sketch.build();
///
/// Words apply to what was named last: service to the assets after it, area to the zones after it, reservoir, generator
/// and manual to the last need, shock to the last hazard. Ids follow from the order: needs are "<owner>.1", "<owner>.2"
/// …, back-ups
/// "<need>.b1" …, shocks "<hazard>.s1" …. Parameters are named after the row and the column they serve
/// ("pump.1.b1.capacity"). A fresh sketch has source "sketch", organisations "town" (a municipality) and "provider",
/// service "power", parameters default.restart (0 h, so one minute), building.default (40 h) and outdoor.winter (2 °C).
class RegionSketch {
 public:
  RegionSketch();

  /// A service when it is new, and that of the assets, needs and processes drawn from here on.
  RegionSketch& service(const std::string& id);
  RegionSketch& daily_need(const std::string& id);
  /// A row of the table parameters; replaces the one with the same id.
  RegionSketch& parameter(const std::string& id, const Figure& figure);

  /// An asset of the service named last. Without restart: up again after one minute.
  RegionSketch& asset(const std::string& id, std::optional<Figure> restart = {});
  /// Own failures and repairs of the asset drawn last.
  RegionSketch& breaks_down(const Figure& failure, const Figure& repair);

  /// The asset needs k of these suppliers: asset ids, or "processes/id". k is a number, "any" or "all".
  RegionSketch& need(const std::string& asset, std::initializer_list<std::string> suppliers,
                     const std::string& k = "any");
  /// The daily need (or "need@group") of a zone; draws the service when it is new.
  RegionSketch& daily(const std::string& zone, const std::string& component,
                      std::initializer_list<std::string> suppliers, const std::string& k = "any");
  /// A need of the level "minimum" or "full" of a process.
  RegionSketch& level(const std::string& process, const std::string& level,
                      std::initializer_list<std::string> suppliers, const std::string& k = "any");
  RegionSketch& reservoir(const Figure& hours, int recharge = 4);
  RegionSketch& generator(const Generator& set);
  RegionSketch& manual(const Figure& hours, std::optional<Figure> from = {});

  RegionSketch& process(const std::string& id, double rto_h, double mtpd_h, std::optional<Figure> restart = {});

  /// An area in the town; its residents are the sum of its zones, all between 25 and 44.
  RegionSketch& area(const std::string& id);
  /// A zone of the area named last (or of "area"), with one demand cell.
  RegionSketch& zone(const std::string& id, int residents, const std::map<std::string, int>& groups = {});

  RegionSketch& hazard(const std::string& id, double horizon_h = 168);
  /// A shock of the hazard named last on the assets that the selector takes ("id=grid").
  RegionSketch& shock(const std::string& target, double start_h, double duration_h, const ShockDetail& detail = {});
  /// hazard("outage") with one shock on this asset from minute 0.
  RegionSketch& outage(const std::string& asset, double hours, double horizon_h = 168);

  /// A row with exactly these cells; source and confidence are filled in where the table has them.
  RegionSketch& row(const std::string& table, const std::map<std::string, std::string>& cells);
  /// Another text in one cell: for bad input. The row must be there.
  RegionSketch& set(const std::string& table, const std::string& id, const std::string& column,
                    const std::string& text);
  RegionSketch& remove(const std::string& table, const std::string& id);

  [[nodiscard]] region::Tables tables() const;
  /// The region. Ends the program with every problem on stderr when the sketch is no good region.
  [[nodiscard]] region::Region build() const;
  /// The region or its error, with the problems in `notes`.
  [[nodiscard]] Result<region::Region> try_build(Diagnostics& notes) const;

 private:
  std::string parameter_of(const std::string& row, const std::string& column, const std::optional<Figure>& figure);
  RegionSketch& add_need(const std::string& owner, const std::string& of, const std::string& component,
                         const std::string& service, std::initializer_list<std::string> suppliers,
                         const std::string& k);
  RegionSketch& add_backup(const std::string& kind, std::map<std::string, std::string> cells);
  std::vector<std::string>* find(const std::string& table, const std::string& id);
  std::string& cell(const std::string& table, const std::string& id, const std::string& column);
  void sum_areas(region::Tables& tables) const;

  region::Tables tables_;
  std::string service_ = "power";
  std::string asset_;
  std::string need_;
  std::string area_;
  std::string hazard_;
  std::map<std::string, int> counters_;
};

}  // namespace veer::test
