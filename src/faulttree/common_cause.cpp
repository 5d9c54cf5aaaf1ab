#include "faulttree/common_cause.hpp"

#include <cmath>
#include <string>

namespace veer::faulttree {

namespace {

constexpr std::size_t most_failures = 4096;

double choose(std::uint32_t n, std::uint32_t k) {
  double out = 1;
  for (std::uint32_t i = 0; i < k; ++i) out *= static_cast<double>(n - i) / (i + 1);
  return out;
}

Error wrong_factors(const CommonCauseGroup& group, const char* key, const std::string& what) {
  return {ErrorKind::invalid_input, {key, {group.name, what}}, {{}, {}, group.line, {}}, {}};
}

double factor_of(const std::map<std::uint32_t, double>& factors, std::uint32_t level) {
  const auto found = factors.find(level);
  return found == factors.end() ? 0 : found->second;
}

/// Q_k / Q for every level k from 1 to the size of the group.
std::vector<double> shares(CommonCauseModel model, std::uint32_t size, const std::map<std::uint32_t, double>& factors) {
  std::vector<double> share(size + 1, 0);
  double product = 1;
  double sum = 0;
  for (const auto& [level, factor] : factors) sum += level * factor;
  for (std::uint32_t k = 1; k <= size; ++k) {
    switch (model) {
      case CommonCauseModel::beta_factor:
        share[k] = k == size ? factors.begin()->second : k == 1 ? 1 - factors.begin()->second : 0;
        break;
      case CommonCauseModel::mgl:
        if (k > 1) product *= factor_of(factors, k);
        share[k] = product * (1 - factor_of(factors, k + 1)) / choose(size - 1, k - 1);
        break;
      case CommonCauseModel::alpha_factor:
        share[k] = k * factor_of(factors, k) / (choose(size - 1, k - 1) * sum);
        break;
      case CommonCauseModel::phi_factor:
        share[k] = factor_of(factors, k);
        break;
    }
  }
  return share;
}

Done check(const CommonCauseGroup& group, const std::map<std::uint32_t, double>& factors) {
  const auto size = static_cast<std::uint32_t>(group.members.size());
  const bool beta = group.model == CommonCauseModel::beta_factor;
  const std::uint32_t first = beta ? size : group.model == CommonCauseModel::mgl ? 2 : 1;
  if (size < 2) return fail(wrong_factors(group, "faulttree.group.members", std::to_string(size)));
  std::uint32_t expected = first;
  double sum = 0;
  for (const auto& [level, factor] : factors) {
    if (level != expected++ || level > size)
      return fail(wrong_factors(group, "faulttree.group.level", std::to_string(level)));
    if (!(factor >= 0 && factor <= 1))
      return fail(wrong_factors(group, "faulttree.group.factor", canonical_number(factor)));
    sum += factor;
  }
  if (factors.empty()) return fail(wrong_factors(group, "faulttree.group.level", "-"));
  const bool needs_sum = group.model == CommonCauseModel::alpha_factor;
  const bool needs_one = group.model == CommonCauseModel::phi_factor;
  if ((needs_sum && sum <= 0) || (needs_one && std::fabs(sum - 1) > 1e-9))
    return fail(wrong_factors(group, "faulttree.group.sum", canonical_number(sum)));
  return {};
}

}  // namespace

Result<std::vector<CommonFailure>> common_failures(const CommonCauseGroup& group, double total,
                                                   const std::map<std::uint32_t, double>& factors) {
  TRY_DONE(check(group, factors));
  const auto size = static_cast<std::uint32_t>(group.members.size());
  const std::vector<double> share = shares(group.model, size, factors);
  double count = 0;
  for (std::uint32_t k = 1; k <= size; ++k) count += share[k] > 0 ? choose(size, k) : 0;
  if (count > static_cast<double>(most_failures))
    return fail({ErrorKind::unsupported,
                 {"faulttree.group.large", {group.name, std::to_string(size), std::to_string(most_failures)}},
                 {{}, {}, group.line, {}},
                 {}});
  std::vector<CommonFailure> out;
  for (std::uint32_t k = 1; k <= size; ++k) {
    if (share[k] <= 0) continue;
    std::vector<std::uint32_t> members(k);
    for (std::uint32_t i = 0; i < k; ++i) members[i] = i;
    for (bool more = true; more;) {  // all sets of k members, in lexical order
      out.push_back({members, share[k] * total});
      std::uint32_t at = k;
      while (at > 0 && members[at - 1] == size - k + at - 1) --at;
      more = at > 0;
      if (!more) break;
      ++members[at - 1];
      for (std::uint32_t i = at; i < k; ++i) members[i] = members[i - 1] + 1;
    }
  }
  return out;
}

}  // namespace veer::faulttree
