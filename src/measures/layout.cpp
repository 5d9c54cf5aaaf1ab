#include "measures/layout.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace veer::measures {

Layout::Layout(Rows rows, const std::vector<double>& offset)
    : width_(rows.options.empty() ? 1 : rows.options.front().size()),
      own_rows_(rows.right.size()),
      offset_(offset),
      allowed_(std::move(rows.allowed)) {
  double most = 0;
  for (std::size_t k = 0; k < offset.size(); ++k) {
    double sum = 0;
    for (const auto& options : rows.options) {
      double own = 0;
      for (const auto& option : options) own = std::max(own, std::abs(option.worth[k]));
      sum += own;
    }
    most = std::max(most, sum);
  }
  scale_ = most > 0 ? most : 1;
  for (double& part : offset_) part /= scale_;
  rows_.resize(own_rows_);
  for (std::size_t r = 0; r < own_rows_; ++r) rows_[r].right = rows.right[r];
  for (std::uint32_t i = 0; i < rows.options.size(); ++i)
    for (std::size_t o = 0; o < width_; ++o) {
      for (const double worth : rows.options[i][o].worth) worth_.push_back(worth / scale_);
      for (const auto& entry : rows.options[i][o].entries) {
        auto& in = rows_[entry.row].candidates;
        if (in.empty() || in.back().candidate != i) in.push_back({i, std::vector<double>(width_, 0)});
        in.back().factor[o] = entry.factor;
      }
    }
  for (Row& row : rows_) {
    double largest = 0;
    for (const InRow& in : row.candidates)
      for (const double factor : in.factor) largest = std::max(largest, std::abs(factor));
    if (largest <= 0) continue;
    row.right /= largest;
    for (InRow& in : row.candidates)
      for (double& factor : in.factor) factor /= largest;
  }
  index();
}

void Layout::set_cuts(std::vector<Row> cuts) {
  rows_.resize(own_rows_);
  for (Row& cut : cuts) rows_.push_back(std::move(cut));
  index();
}

void Layout::index() {
  std::vector<std::vector<Entry>> of(count() * width_);
  for (std::uint32_t r = 0; r < rows_.size(); ++r)
    for (const InRow& in : rows_[r].candidates)
      for (std::size_t o = 0; o < width_; ++o)
        if (in.factor[o] != 0) of[in.candidate * width_ + o].push_back({r, in.factor[o]});
  rows_of_.assign(count(), {});
  for (std::uint32_t r = 0; r < rows_.size(); ++r)
    for (const InRow& in : rows_[r].candidates) rows_of_[in.candidate].push_back(r);
  begin_.assign(1, 0);
  entries_.clear();
  for (const auto& entries : of) {
    entries_.insert(entries_.end(), entries.begin(), entries.end());
    begin_.push_back(static_cast<std::uint32_t>(entries_.size()));
  }
}

double value_of(const Layout& layout, const Options& options) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k < layout.goals(); ++k) {
    double sum = layout.offset()[k];
    for (std::size_t i = 0; i < options.size(); ++i) sum += layout.worth(i, options[i], k);
    least = std::min(least, sum);
  }
  return least;
}

bool propagate(const Layout& layout, Masks& masks, Masks& settled) {
  std::vector<std::uint8_t> due(layout.row_count(), settled.empty() ? 1 : 0);
  std::vector<std::uint32_t> rows;
  const auto mark = [&](std::size_t i) {
    for (const std::uint32_t r : layout.rows_of(i))
      if (due[r] == 0) {
        due[r] = 1;
        rows.push_back(r);
      }
  };
  if (settled.empty()) {
    for (std::uint32_t r = 0; r < layout.row_count(); ++r) rows.push_back(r);
  } else {
    for (std::size_t i = 0; i < masks.size(); ++i)
      if (masks[i] != settled[i]) mark(i);
  }
  std::vector<double> least;
  for (std::size_t next = 0; next < rows.size(); ++next) {
    const std::uint32_t r = rows[next];
    due[r] = 0;
    const Layout::Row& row = layout.row(r);
    double room = row.right + row_slack;
    least.clear();
    for (const Layout::InRow& in : row.candidates) {
      double own = std::numeric_limits<double>::infinity();
      for (std::uint32_t left = masks[in.candidate]; left != 0; left &= left - 1)
        own = std::min(own, in.factor[static_cast<std::size_t>(std::countr_zero(left))]);
      least.push_back(own);
      room -= own;
    }
    if (room < 0) return false;
    for (std::size_t c = 0; c < row.candidates.size(); ++c) {
      const Layout::InRow& in = row.candidates[c];
      std::uint32_t& mask = masks[in.candidate];
      if (only_one(mask)) continue;
      const std::uint32_t before = mask;
      for (std::uint32_t left = mask; left != 0; left &= left - 1) {
        const auto o = static_cast<std::uint32_t>(std::countr_zero(left));
        if (in.factor[o] - least[c] > room) mask &= ~(1U << o);
      }
      if (mask != before) mark(in.candidate);
    }
  }
  settled = masks;
  return true;
}

bool decided(const Masks& masks) { return std::all_of(masks.begin(), masks.end(), only_one); }

}  // namespace veer::measures
