#include "graph/strong_components.hpp"

#include <algorithm>

namespace veer::graph {

namespace {

constexpr std::uint32_t unseen = 0xffffffffU;

class Tarjan {
 public:
  explicit Tarjan(const Digraph& graph)
      : graph_(graph),
        order_(graph.node_count(), unseen),
        low_(graph.node_count(), 0),
        open_(graph.node_count(), 0),
        next_(graph.node_count(), 0) {}

  std::vector<std::vector<std::uint32_t>> run() {
    for (std::uint32_t root = 0; root < graph_.node_count(); ++root)
      if (order_[root] == unseen) visit(root);
    return std::move(found_);
  }

 private:
  void enter(std::uint32_t node) {
    order_[node] = low_[node] = counter_++;
    next_[node] = graph_.begin[node];
    stack_.push_back(node);
    open_[node] = 1;
    path_.push_back(node);
  }

  void visit(std::uint32_t root) {
    enter(root);
    while (!path_.empty()) {
      const std::uint32_t node = path_.back();
      if (next_[node] < graph_.begin[node + 1]) {
        const std::uint32_t target = graph_.targets[next_[node]++];
        if (order_[target] == unseen) {
          enter(target);
        } else if (open_[target] != 0) {
          low_[node] = std::min(low_[node], order_[target]);
        }
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[node]);
      if (low_[node] == order_[node]) close(node);
    }
  }

  void close(std::uint32_t node) {
    std::vector<std::uint32_t> members;
    for (std::uint32_t member = unseen; member != node;) {
      member = stack_.back();
      stack_.pop_back();
      open_[member] = 0;
      members.push_back(member);
    }
    std::sort(members.begin(), members.end());
    found_.push_back(std::move(members));
  }

  const Digraph& graph_;
  std::vector<std::uint32_t> order_, low_;
  std::vector<char> open_;
  std::vector<std::uint32_t> next_;  ///< next arc to follow, by node
  std::vector<std::uint32_t> stack_, path_;
  std::uint32_t counter_ = 0;
  std::vector<std::vector<std::uint32_t>> found_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> strong_components(const Digraph& graph) { return Tarjan(graph).run(); }

}  // namespace veer::graph
