#include "measures/worth.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace veer::measures {

namespace {

Number mean_of(const std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  if (values.empty()) return {};
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, values.size() < 2 ? 0 : std::sqrt(squares / (count - 1) / count)};
}

std::vector<double> less(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> out(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) out[i] = a[i] - b[i];
  return out;
}

/// The replicas with the largest values, as many as make up the tail; ties by number.
std::vector<std::size_t> worst(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  order.resize(tail_size(values.size()));
  return order;
}

}  // namespace

std::size_t tail_size(std::size_t replicas) {
  return static_cast<std::size_t>(std::ceil(tail_share * static_cast<double>(replicas)));
}

double tail_mean(const std::vector<double>& values) {
  const auto tail = worst(values);
  double sum = 0;
  for (const std::size_t i : tail) sum += values[i];
  return tail.empty() ? 0 : sum / static_cast<double>(tail.size());
}

Worth worth_of(const Effects& without, const Effects& with) {
  Worth out;
  const auto saved = less(without.unmet, with.unmet);
  out.unmet = mean_of(saved);
  out.gaps = mean_of(less(without.gaps, with.gaps));
  std::vector<double> in_tail;
  for (const std::size_t i : worst(without.unmet)) in_tail.push_back(saved[i]);
  out.tail = {tail_mean(without.unmet) - tail_mean(with.unmet), mean_of(in_tail).standard_error};
  for (std::size_t m = 0; m < without.municipality.size(); ++m) {
    const double borne = mean_of(without.municipality[m]).value;
    const double left = mean_of(with.municipality[m]).value;
    out.municipality.push_back(borne - left);
    const double share = borne > 0 ? (borne - left) / borne : 0;
    out.municipality_share.push_back(share);
    // What is borne is as uncertain as what is saved, on the same replicas: the error of a ratio of two means.
    std::vector<double> beside(without.municipality[m].size());
    for (std::size_t i = 0; i < beside.size(); ++i)
      beside[i] = (1 - share) * without.municipality[m][i] - with.municipality[m][i];
    out.municipality_error.push_back(borne > 0 ? mean_of(beside).standard_error / borne : 0);
  }
  return out;
}

Number least_served(const Worth& worth) {
  const auto& shares = worth.municipality_share;
  if (shares.empty()) return {};
  const auto least = std::min_element(shares.begin(), shares.end());
  return {*least, worth.municipality_error[static_cast<std::size_t>(least - shares.begin())]};
}

Worth weighted(const std::vector<Worth>& worths, const std::vector<double>& weights) {
  Worth out;
  const auto add = [](Number& sum, const Number& part, double weight) {
    sum.value += weight * part.value;
    sum.standard_error = std::hypot(sum.standard_error, weight * part.standard_error);
  };
  for (std::size_t h = 0; h < worths.size(); ++h) {
    add(out.unmet, worths[h].unmet, weights[h]);
    add(out.tail, worths[h].tail, weights[h]);
    add(out.gaps, worths[h].gaps, weights[h]);
    out.municipality.resize(worths[h].municipality.size(), 0);
    out.municipality_share.resize(worths[h].municipality.size(), 0);
    out.municipality_error.resize(worths[h].municipality.size(), 0);
    for (std::size_t m = 0; m < out.municipality.size(); ++m) {
      out.municipality[m] += weights[h] * worths[h].municipality[m];
      out.municipality_share[m] += weights[h] * worths[h].municipality_share[m];
      out.municipality_error[m] = std::hypot(out.municipality_error[m], weights[h] * worths[h].municipality_error[m]);
    }
  }
  return out;
}

}  // namespace veer::measures
