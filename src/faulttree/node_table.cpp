#include "faulttree/node_table.hpp"

#include <algorithm>

namespace veer::faulttree {

namespace {

constexpr std::size_t first_buckets = 64;

}  // namespace

NodeTable::NodeTable(Limits& limits, std::uint32_t terminals)
    : limits_(&limits), terminals_(terminals), buckets_(first_buckets, none), used_(terminals) {
  nodes_.assign(terminals, {terminal_level, 0, 0, none});
}

NodeTable::NodeTable(NodeTable&& other) noexcept
    : limits_(other.limits_),
      terminals_(other.terminals_),
      nodes_(std::move(other.nodes_)),
      buckets_(std::move(other.buckets_)),
      free_(other.free_),
      used_(other.used_),
      booked_(std::exchange(other.booked_, 0)),
      node_limit_(other.node_limit_),
      stop_(other.stop_) {}

NodeTable::~NodeTable() {
  if (booked_ > 0) ENSURE(limits_->book(-static_cast<std::ptrdiff_t>(booked_)), "giving back always succeeds");
}

std::uint32_t NodeTable::find_or_add(std::uint32_t level, std::uint32_t low, std::uint32_t high) {
  // Before the search: work that only meets nodes again must be stoppable too.
  if (limits_->stop_asked()) {
    stop_ = Stop::asked;
    return none;
  }
  std::size_t bucket = hash(level, low, high) & (buckets_.size() - 1);
  for (std::uint32_t i = buckets_[bucket]; i != none; i = nodes_[i].next) {
    const DiagramNode& node = nodes_[i];
    if (node.low == low && node.high == high && node.level == level) return i;
  }
  if (used_ >= node_limit_) {
    stop_ = Stop::node_limit;
    return none;
  }
  std::uint32_t index = free_;
  if (index != none) {
    free_ = nodes_[index].next;
  } else {
    if (nodes_.size() == nodes_.capacity() || used_ > buckets_.size()) {
      if (!grow()) {
        stop_ = Stop::memory;
        return none;
      }
      bucket = hash(level, low, high) & (buckets_.size() - 1);
    }
    index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
  }
  nodes_[index] = {level, low, high, buckets_[bucket]};
  buckets_[bucket] = index;
  ++used_;
  return index;
}

bool NodeTable::grow() {
  // An edge is an index with a bit for the complement: 2³⁰ nodes and some marks beyond them fit 32 bits.
  constexpr std::size_t most_nodes = std::size_t{1} << 30U;
  const std::size_t wanted = std::max<std::size_t>(first_buckets, nodes_.capacity() * 2);
  if (nodes_.size() == nodes_.capacity()) {
    const std::size_t bytes = (wanted - nodes_.capacity()) * sizeof(DiagramNode);
    if (wanted > most_nodes || !limits_->book(static_cast<std::ptrdiff_t>(bytes))) return false;
    booked_ += bytes;
    nodes_.reserve(wanted);
  }
  if (used_ > buckets_.size()) {
    const std::size_t bytes = buckets_.size() * sizeof(std::uint32_t);
    if (!limits_->book(static_cast<std::ptrdiff_t>(bytes))) return false;
    booked_ += bytes;
    buckets_.assign(buckets_.size() * 2, none);
    rehash();
  }
  return true;
}

void NodeTable::rehash() {
  for (std::uint32_t i = terminals_; i < nodes_.size(); ++i) {
    DiagramNode& node = nodes_[i];
    if (node.level == terminal_level) continue;  // free
    const std::size_t bucket = hash(node.level, node.low, node.high) & (buckets_.size() - 1);
    node.next = buckets_[bucket];
    buckets_[bucket] = i;
  }
}

void NodeTable::collect(const std::vector<bool>& marks) {
  std::fill(buckets_.begin(), buckets_.end(), none);
  free_ = none;
  used_ = terminals_;
  for (auto i = static_cast<std::uint32_t>(nodes_.size()); i-- > terminals_;) {
    DiagramNode& node = nodes_[i];
    if (marks[i] && node.level != terminal_level) {
      ++used_;
      continue;
    }
    node.level = terminal_level;
    node.next = free_;
    free_ = i;
  }
  // Rebuild the chains after the free list: free nodes keep their `next`.
  rehash();
}

void ResultCache::fit(std::size_t nodes) {
  constexpr std::size_t least = 256;
  constexpr std::size_t most = std::size_t{1} << 24U;
  std::size_t size = std::max(least, entries_.size());
  while (size < nodes && size < most) size *= 2;
  if (size == entries_.size()) return;
  const std::size_t bytes = (size - entries_.size()) * sizeof(Entry);
  if (!limits_->book(static_cast<std::ptrdiff_t>(bytes))) return;  // a smaller cache is slower, not wrong
  booked_ += bytes;
  entries_.assign(size, Entry{});
}

void ResultCache::grow() {
  constexpr std::size_t most = std::size_t{1} << 22U;
  overwritten_ = 0;
  if (entries_.size() >= most || !limits_->book(static_cast<std::ptrdiff_t>(entries_.size() * sizeof(Entry)))) return;
  booked_ += entries_.size() * sizeof(Entry);
  std::vector<Entry> before(2 * entries_.size());
  before.swap(entries_);
  for (const Entry& entry : before)
    if (entry.f != none) entries_[slot(entry.f, entry.g, entry.h)] = entry;
}

void ResultCache::forget() { std::fill(entries_.begin(), entries_.end(), Entry{}); }

void ResultCache::release() {
  if (booked_ > 0) ENSURE(limits_->book(-static_cast<std::ptrdiff_t>(booked_)), "giving back always succeeds");
  booked_ = 0;
  std::vector<Entry>().swap(entries_);
}

}  // namespace veer::faulttree
