#pragma once

#include <functional>
#include <set>
#include <string>

#include "importers/ground/draft.hpp"

namespace veer::importers::ground {

/// A row of `parameters` as the builders write it.
struct Figure {
  const char* id;
  const char* subject;
  const char* parameter;
  double low;
  double typical;
  double high;
  const char* unit;
  const char* distribution;
  const char* share;   ///< empty: 0.5
  const char* source;  ///< a word that the rows turn into an id of `sources`
  const char* confidence;
  const char* note;
};

/// Writes figures into a draft. Figures name their source by a word: a row of the evidence ("WAT08") or an id.
class FigureRows {
 public:
  /// @param source_of  turns that word into an id of the table `sources`
  FigureRows(Draft& draft, std::function<std::string(const std::string&)> source_of)
      : draft_(draft), source_of_(std::move(source_of)) {}

  /// @param points  of an empirical distribution
  /// @param group   figures of one group may share a draw
  void add(const Figure& figure, const std::string& points = {}, const std::string& group = {});

 private:
  Draft& draft_;
  std::function<std::string(const std::string&)> source_of_;
};

/// Temperatures outdoors per season and indoors at the start; the same for the whole country.
void add_climate(FigureRows& rows);
/// How long households last: `reserve.default.<daily need>[.<group>]`.
void add_reserves(FigureRows& rows);
/// `restoration.blackout`: how long feeding areas wait for power after the high voltage is back.
void add_restoration(FigureRows& rows);
/// `<kind>.restart` of every kind of asset, or of these kinds.
void add_restarts(FigureRows& rows, const std::set<std::string>* only = nullptr);

}  // namespace veer::importers::ground
