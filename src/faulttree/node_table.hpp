#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "faulttree/limits.hpp"

namespace veer::faulttree {

/// A node of a decision diagram: 16 bytes. What `low` and `high` mean is up to the diagram.
struct DiagramNode {
  std::uint32_t level = 0;  ///< position of its variable in the order, 0 on top
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::uint32_t next = 0;  ///< chain of the hash table, or of the free nodes
};

/// The unique table: every (level, low, high) exists once. Nodes 0 … `terminals`−1 are terminals.
///
/// Nodes keep their index until `collect`, which frees those that were not marked. Grows as needed within the limits.
/// For one thread.
class NodeTable {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;
  static constexpr std::uint32_t terminal_level = std::numeric_limits<std::uint32_t>::max();

  NodeTable(Limits& limits, std::uint32_t terminals);
  NodeTable(const NodeTable&) = delete;
  NodeTable& operator=(const NodeTable&) = delete;
  NodeTable(NodeTable&& other) noexcept;
  NodeTable& operator=(NodeTable&&) = delete;
  ~NodeTable();

  [[nodiscard]] const DiagramNode& operator[](std::uint32_t index) const { return nodes_[index]; }
  [[nodiscard]] std::uint32_t level(std::uint32_t index) const { return nodes_[index].level; }
  /// The node (level, low, high), made when it is new; `none` when a limit was met (see `stop`).
  [[nodiscard]] std::uint32_t find_or_add(std::uint32_t level, std::uint32_t low, std::uint32_t high);
  /// Nodes in use, terminals included.
  [[nodiscard]] std::size_t size() const { return used_; }
  /// One past the largest index in use.
  [[nodiscard]] std::size_t capacity() const { return nodes_.size(); }

  /// From here on `find_or_add` refuses to have more nodes than this.
  void set_node_limit(std::size_t limit) { node_limit_ = limit; }
  [[nodiscard]] Stop stop() const { return stop_; }
  void clear_stop() { stop_ = Stop::none; }
  void set_stop(Stop reason) { stop_ = reason; }
  [[nodiscard]] Limits& limits() const { return *limits_; }

  /// Frees every node whose mark is false. @param marks  by index, `capacity()` of them, closed under low and high
  void collect(const std::vector<bool>& marks);

 private:
  [[nodiscard]] static std::uint64_t hash(std::uint32_t level, std::uint32_t low, std::uint32_t high) {
    std::uint64_t h = (std::uint64_t{low} << 32U | high) * 0x9E3779B97F4A7C15ULL;
    h ^= h >> 29U;
    h = (h + level) * 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 32U);
  }
  [[nodiscard]] bool grow();
  void rehash();

  Limits* limits_;
  std::uint32_t terminals_;
  std::vector<DiagramNode> nodes_;
  std::vector<std::uint32_t> buckets_;
  std::uint32_t free_ = none;
  std::size_t used_;
  std::size_t booked_ = 0;
  std::size_t node_limit_ = none;
  Stop stop_ = Stop::none;
};

/// A direct-mapped cache of results (f, g, h) → r; forgets what is overwritten, grows with the table it serves and when
/// much has been overwritten: an operation can need far more results than it makes nodes.
class ResultCache {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  explicit ResultCache(Limits& limits) : limits_(&limits) {}
  ResultCache(const ResultCache&) = delete;
  ResultCache& operator=(const ResultCache&) = delete;
  ResultCache(ResultCache&& other) noexcept
      : limits_(other.limits_), entries_(std::move(other.entries_)), booked_(std::exchange(other.booked_, 0)) {
    other.entries_.clear();
  }
  ResultCache& operator=(ResultCache&&) = delete;
  ~ResultCache() { release(); }

  [[nodiscard]] std::uint32_t find(std::uint32_t f, std::uint32_t g, std::uint32_t h) const {
    if (entries_.empty()) return none;
    const Entry& entry = entries_[slot(f, g, h)];
    return entry.f == f && entry.g == g && entry.h == h ? entry.result : none;
  }
  void put(std::uint32_t f, std::uint32_t g, std::uint32_t h, std::uint32_t result) {
    if (entries_.empty()) return;
    Entry& entry = entries_[slot(f, g, h)];
    overwritten_ += entry.f != none && (entry.f != f || entry.g != g || entry.h != h) ? 1 : 0;
    entry = {f, g, h, result};
    if (overwritten_ > 2 * entries_.size()) grow();
  }
  /// Makes it fit a table of that many nodes; what it held may be lost.
  void fit(std::size_t nodes);
  void forget();
  void release();

 private:
  struct Entry {
    std::uint32_t f = none;
    std::uint32_t g = none;
    std::uint32_t h = none;
    std::uint32_t result = none;
  };
  void grow();
  [[nodiscard]] std::size_t slot(std::uint32_t f, std::uint32_t g, std::uint32_t h) const {
    std::uint64_t x = (std::uint64_t{f} << 32U | g) * 0x9E3779B97F4A7C15ULL;
    x ^= x >> 31U;
    x = (x + h) * 0xD6E8FEB86659FD93ULL;
    return (x >> 32U) & (entries_.size() - 1);
  }

  Limits* limits_;
  std::vector<Entry> entries_;
  std::size_t booked_ = 0;
  std::size_t overwritten_ = 0;
};

}  // namespace veer::faulttree
