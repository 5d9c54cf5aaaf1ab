#include "measures/relaxation.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace veer::measures {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double broken_by = 1e-8;  ///< a variable outside its limits by less counts as within
constexpr double smallest_pivot = 1e-7;
constexpr double reduced_slack = 1e-10;  ///< ties of the ratio test, of which the largest pivot is taken
constexpr double nothing = 1e-12;        ///< what rounding leaves of a 0

}  // namespace

Relaxation::Relaxation(const Layout& layout, const Masks& masks)
    : count_(layout.count()), width_(layout.width()), goals_(layout.goals()), layout_rows_(layout.row_count()) {
  place_.assign(count_ * width_ + goals_ + layout_rows_, gone);
  std::vector<std::size_t> key(count_);
  objective_ = layout.offset()[0];
  for (std::size_t i = 0; i < count_; ++i) {
    key[i] = static_cast<std::size_t>(std::countr_zero(masks[i]));
    for (std::uint32_t left = masks[i]; left != 0; left &= left - 1)
      if (const auto o = static_cast<std::size_t>(std::countr_zero(left));
          layout.worth(i, o, 0) > layout.worth(i, key[i], 0))
        key[i] = o;
    objective_ += layout.worth(i, key[i], 0);
    if (only_one(masks[i])) {
      place_[i * width_ + key[i]] = always_one;
      continue;
    }
    for (std::uint32_t left = masks[i]; left != 0; left &= left - 1) {
      const auto o = static_cast<std::size_t>(std::countr_zero(left));
      if (o == key[i]) continue;
      place_[i * width_ + o] = -1 - static_cast<std::int32_t>(column_variable_.size());
      column_variable_.push_back(static_cast<std::uint32_t>(i * width_ + o));
      reduced_.push_back(layout.worth(i, o, 0) - layout.worth(i, key[i], 0));
    }
  }
  if (goals_ > 1) {
    // The least of the goals is the first less its slack; the others say that it is not above them either.
    place_[variable_of_goal(0)] = -1 - static_cast<std::int32_t>(column_variable_.size());
    column_variable_.push_back(static_cast<std::uint32_t>(variable_of_goal(0)));
    reduced_.push_back(-1);
  }
  columns_ = column_variable_.size();
  stride_ = (columns_ + 3) / 4 * 4;
  reduced_.resize(stride_, 0);
  std::vector<double> row(stride_, 0);
  for (std::size_t i = 0; i < count_; ++i) {
    if (only_one(masks[i])) continue;
    std::fill(row.begin(), row.end(), 0);
    for (std::size_t c = 0; c < columns_; ++c)
      if (column_variable_[c] / width_ == i && is_option(column_variable_[c])) row[c] = 1;
    add_row(i * width_ + key[i], row, 1);
  }
  for (std::size_t k = 1; k < goals_; ++k) {
    double value = layout.offset()[k] - layout.offset()[0];
    for (std::size_t i = 0; i < count_; ++i) value += layout.worth(i, key[i], k) - layout.worth(i, key[i], 0);
    for (std::size_t c = 0; c + 1 < columns_; ++c) {
      const std::size_t i = column_variable_[c] / width_;
      const std::size_t o = column_variable_[c] % width_;
      row[c] =
          (layout.worth(i, o, 0) - layout.worth(i, key[i], 0)) - (layout.worth(i, o, k) - layout.worth(i, key[i], k));
    }
    row[columns_ - 1] = -1;
    std::fill(row.begin() + static_cast<std::ptrdiff_t>(columns_), row.end(), 0);
    add_row(variable_of_goal(k), row, value);
  }
  for (std::size_t r = 0; r < layout_rows_; ++r) {
    std::fill(row.begin(), row.end(), 0);
    double value = layout.right(r);
    bool open = false;
    for (const Layout::InRow& in : layout.row(r).candidates) {
      const double of_key = in.factor[key[in.candidate]];
      value -= of_key;
      for (std::size_t o = 0; o < width_; ++o) {
        const std::int32_t place = place_[in.candidate * width_ + o];
        if (place >= 0 || place == gone || in.factor[o] == of_key) continue;
        row[static_cast<std::size_t>(-1 - place)] = in.factor[o] - of_key;
        open = true;
      }
    }
    if (open) add_row(variable_of_row(r), row, value);
  }
}

void Relaxation::add_row(std::size_t variable, const std::vector<double>& cells, double value) {
  place_[variable] = static_cast<std::int32_t>(rows_++);
  row_variable_.push_back(static_cast<std::uint32_t>(variable));
  forbidden_.push_back(0);
  value_.push_back(value);
  cells_.insert(cells_.end(), cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(stride_));
}

void Relaxation::append(const Layout::Row& row) {
  const std::size_t variable = place_.size();
  place_.push_back(gone);
  ++layout_rows_;
  std::vector<double> own(stride_, 0);
  double value = row.right;
  for (const Layout::InRow& in : row.candidates)
    for (std::size_t o = 0; o < width_; ++o) {
      const double factor = in.factor[o];
      const std::int32_t place = place_[in.candidate * width_ + o];
      if (factor == 0 || place == gone) continue;
      if (place == always_one) {
        value -= factor;
      } else if (place < 0) {
        own[static_cast<std::size_t>(-1 - place)] += factor;
      } else {
        value -= factor * value_[static_cast<std::size_t>(place)];
        const double* const basic = cells(static_cast<std::size_t>(place));
        for (std::size_t c = 0; c < columns_; ++c) own[c] -= factor * basic[c];
      }
    }
  add_row(variable, own, value);
}

void Relaxation::drop_column(std::size_t column) {
  place_[column_variable_[column]] = gone;
  const std::size_t last = --columns_;
  if (column != last) {
    for (std::size_t r = 0; r < rows_; ++r) cells(r)[column] = cells(r)[last];
    reduced_[column] = reduced_[last];
    column_variable_[column] = column_variable_[last];
    place_[column_variable_[column]] = -1 - static_cast<std::int32_t>(column);
  }
  column_variable_.pop_back();
}

void Relaxation::restrict_to(const Masks& masks) {
  for (std::size_t i = 0; i < count_; ++i)
    for (std::size_t o = 0; o < width_; ++o) {
      if ((masks[i] >> o & 1U) != 0) continue;
      const std::int32_t place = place_[i * width_ + o];
      if (place == gone || place == always_one) continue;
      if (place < 0) {
        drop_column(static_cast<std::size_t>(-1 - place));
      } else {
        forbidden_[static_cast<std::size_t>(place)] = 1;
      }
    }
}

void Relaxation::pivot(std::size_t row, std::size_t column) {
  double* const own = cells(row);
  const double divisor = own[column];
  own[column] = 1;
  for (std::size_t c = 0; c < columns_; ++c) {
    own[c] /= divisor;
    if (std::abs(own[c]) < nothing) own[c] = 0;
  }
  value_[row] /= divisor;
  for (std::size_t r = 0; r < rows_; ++r) {
    if (r == row) continue;
    double* const other = cells(r);
    const double factor = other[column];
    if (factor == 0) continue;
    other[column] = 0;
    for (std::size_t c = 0; c < columns_; ++c) other[c] -= factor * own[c];
    value_[r] -= factor * value_[row];
  }
  const double factor = reduced_[column];
  if (factor != 0) {
    reduced_[column] = 0;
    for (std::size_t c = 0; c < columns_; ++c) reduced_[c] -= factor * own[c];
    objective_ += factor * value_[row];
  }
  const std::uint32_t leaving = row_variable_[row];
  row_variable_[row] = column_variable_[column];
  column_variable_[column] = leaving;
  place_[row_variable_[row]] = static_cast<std::int32_t>(row);
  place_[leaving] = -1 - static_cast<std::int32_t>(column);
  const bool forbidden = forbidden_[row] != 0;
  forbidden_[row] = 0;
  if (forbidden) drop_column(column);
}

/// A row that nothing out of the basis can mend is priced until the value falls to the target.
void Relaxation::lean_on(std::size_t row, double sign, double target) {
  ray_ = std::max(0.0, objective_ - target) / std::abs(value_[row]);
  ray_variable_ = row_variable_[row];
  const double* const own = cells(row);
  for (std::size_t c = 0; c < columns_; ++c) reduced_[c] += ray_ * sign * own[c];
  objective_ -= ray_ * std::abs(value_[row]);
}

Relaxation::End Relaxation::solve(double least, int pivots) {
  for (int made = 0;; ++made) {
    if (objective_ <= least) return End::below;
    std::size_t row = rows_;
    double worst = broken_by;
    for (std::size_t r = 0; r < rows_; ++r) {
      const double too_much = forbidden_[r] != 0 ? std::abs(value_[r]) : -value_[r];
      if (too_much > worst) {
        worst = too_much;
        row = r;
      }
    }
    if (row == rows_) return End::optimal;
    if (made == pivots) return End::unfinished;
    const double sign = value_[row] < 0 ? -1 : 1;
    const double* const own = cells(row);
    double most = infinite;
    for (std::size_t c = 0; c < columns_; ++c) {
      const double cell = sign * own[c];
      if (cell > smallest_pivot) most = std::min(most, (std::max(0.0, -reduced_[c]) + reduced_slack) / cell);
    }
    std::size_t column = columns_;
    double largest = 0;
    for (std::size_t c = 0; c < columns_; ++c) {
      const double cell = sign * own[c];
      if (cell <= smallest_pivot || std::max(0.0, -reduced_[c]) > most * cell) continue;
      if (cell > largest || (cell == largest && column_variable_[c] < column_variable_[column])) {
        largest = cell;
        column = c;
      }
    }
    if (column == columns_) {
      lean_on(row, sign, least - 1e-3);
      return End::infeasible;
    }
    pivot(row, column);
  }
}

Prices Relaxation::prices() const {
  const auto price_of = [&](std::size_t variable) {
    if (ray_ > 0 && variable == ray_variable_) return ray_;
    return in_column(variable) ? std::max(0.0, -reduced_[static_cast<std::size_t>(-1 - place_[variable])]) : 0.0;
  };
  Prices out;
  out.row.resize(layout_rows_);
  for (std::size_t r = 0; r < layout_rows_; ++r) out.row[r] = price_of(variable_of_row(r));
  out.goal.assign(goals_, 0);
  for (std::size_t k = 0; k < goals_ && goals_ > 1; ++k) out.goal[k] = price_of(variable_of_goal(k));
  const double sum = std::accumulate(out.goal.begin(), out.goal.end(), 0.0);
  if (sum > 0) {
    for (double& part : out.goal) part /= sum;
  } else {
    out.goal[0] = 1;
  }
  return out;
}

double Relaxation::share(std::size_t i, std::size_t o) const {
  const std::int32_t place = place_[i * width_ + o];
  if (place == always_one) return 1;
  return place >= 0 ? std::clamp(value_[static_cast<std::size_t>(place)], 0.0, 1.0) : 0;
}

Relaxation::Penalty Relaxation::penalty(std::size_t i, std::uint32_t options) const {
  // The part that takes one of the options, as a row: part = share − Σ cells · (variables out of the basis).
  double part = 0;
  std::vector<double> row(columns_, 0);
  for (std::size_t o = 0; o < width_; ++o) {
    if ((options >> o & 1U) == 0) continue;
    const std::int32_t place = place_[i * width_ + o];
    if (place == gone || place == always_one) continue;
    if (place < 0) {
      row[static_cast<std::size_t>(-1 - place)] -= 1;
      continue;
    }
    part += value_[static_cast<std::size_t>(place)];
    const double* const own = cells(static_cast<std::size_t>(place));
    for (std::size_t c = 0; c < columns_; ++c) row[c] += own[c];
  }
  double without = infinite;
  double within = infinite;
  for (std::size_t c = 0; c < columns_; ++c) {
    if (std::abs(row[c]) <= smallest_pivot) continue;
    const std::uint32_t variable = column_variable_[c];
    const bool own = is_option(variable) && variable / width_ == i;
    const bool among = own && (options >> (variable % width_) & 1U) != 0;
    const double dear = std::max(0.0, -reduced_[c]);
    if (row[c] > 0) {
      if (!among) without = std::min(without, dear / row[c]);
    } else if (!own || among) {
      within = std::min(within, dear / -row[c]);
    }
  }
  return {without * part, within * (1 - part)};
}

void Relaxation::compact() {
  // A row whose variable cannot fall below 0, whatever part of 0 to 1 the options out of the basis take, is kept to.
  std::size_t kept = 0;
  const std::size_t stride = (columns_ + 3) / 4 * 4;
  for (std::size_t r = 0; r < rows_; ++r) {
    const std::uint32_t variable = row_variable_[r];
    const double* const own = cells(r);
    bool drop = forbidden_[r] == 0;
    double least = value_[r];
    for (std::size_t c = 0; c < columns_ && drop; ++c) {
      if (is_option(variable)) {
        drop = own[c] == 0;
      } else if (own[c] > 0) {
        drop = is_option(column_variable_[c]);
        least -= own[c];
      }
      drop = drop && (is_option(variable) || least >= 0);
    }
    if (drop && is_option(variable)) drop = std::abs(least) < broken_by || std::abs(least - 1) < broken_by;
    if (drop && !is_option(variable)) drop = least >= 0;
    if (drop) {
      place_[variable] = is_option(variable) && value_[r] > 0.5 ? always_one : gone;
      continue;
    }
    std::copy(own, own + columns_, cells_.begin() + static_cast<std::ptrdiff_t>(kept * stride));
    std::fill_n(cells_.begin() + static_cast<std::ptrdiff_t>(kept * stride + columns_), stride - columns_, 0.0);
    value_[kept] = value_[r];
    forbidden_[kept] = forbidden_[r];
    row_variable_[kept] = variable;
    place_[variable] = static_cast<std::int32_t>(kept++);
  }
  rows_ = kept;
  stride_ = stride;
  cells_.resize(rows_ * stride_);
  value_.resize(rows_);
  forbidden_.resize(rows_);
  row_variable_.resize(rows_);
  reduced_.resize(stride_);
}

}  // namespace veer::measures
