#pragma once

#include <cstdint>
#include <vector>

namespace veer::ensemble {

/// Replicas first … first + count − 1.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  [[nodiscard]] std::uint32_t end() const { return first + count; }
  bool operator==(const Stretch&) const = default;
};

/// Which replicas are done: stretches in ascending order that do not touch.
class ReplicaSet {
 public:
  /// @returns false, and nothing changes: some of them are in it already
  [[nodiscard]] bool add(Stretch stretch);
  /// Whether all of them are in it.
  [[nodiscard]] bool holds(Stretch stretch) const;
  /// What is not in it of begin … end − 1.
  [[nodiscard]] std::vector<Stretch> missing(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t count() const;
  /// How many are below a number.
  [[nodiscard]] std::uint32_t count_below(std::uint32_t number) const;
  /// One more than the last; 0: empty.
  [[nodiscard]] std::uint32_t end() const { return stretches_.empty() ? 0 : stretches_.back().end(); }
  [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }

 private:
  std::vector<Stretch> stretches_;
};

/// Stretches cut where a multiple of `grain` lies in them.
[[nodiscard]] std::vector<Stretch> cut(const std::vector<Stretch>& stretches, std::uint32_t grain);

}  // namespace veer::ensemble
