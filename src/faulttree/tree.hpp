#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace veer::faulttree {

/// A node of a circuit, plain or negated. Node 0 is the constant "true"; then come the events, then the gates.
class Ref {
 public:
  constexpr Ref() = default;
  constexpr Ref(std::uint32_t node, bool negative) : bits_((node << 1U) | (negative ? 1U : 0U)) {}
  [[nodiscard]] constexpr std::uint32_t node() const { return bits_ >> 1U; }
  [[nodiscard]] constexpr bool negative() const { return (bits_ & 1U) != 0; }
  [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }
  [[nodiscard]] constexpr Ref operator!() const { return {node(), !negative()}; }
  /// The same node, negated when `flip`.
  [[nodiscard]] constexpr Ref operator^(bool flip) const { return {node(), negative() != flip}; }
  constexpr auto operator<=>(const Ref&) const = default;

 private:
  std::uint32_t bits_ = 0;
};

inline constexpr Ref always{0, false};
inline constexpr Ref never_true{0, true};

/// all: AND · any: OR · atleast: at least `least` of the inputs · odd: an odd number of them.
enum class GateKind : std::uint8_t { all, any, atleast, odd };

struct CircuitGate {
  GateKind kind = GateKind::all;
  std::uint32_t least = 0;  ///< atleast only
  std::vector<Ref> inputs;
  bool operator==(const CircuitGate&) const = default;
};

/// A Boolean function of events as gates. Event e is node 1 + e, gate g is node 1 + events + g; the inputs of a gate
/// are nodes of a lower number. Everything else (names, NAND, house events, common causes) has been resolved before.
struct Circuit {
  std::uint32_t event_count = 0;
  std::vector<CircuitGate> gates;
  Ref top;

  [[nodiscard]] static std::uint32_t node_of_event(std::size_t event) { return static_cast<std::uint32_t>(1 + event); }
  [[nodiscard]] std::uint32_t node_of_gate(std::size_t gate) const {
    return static_cast<std::uint32_t>(1 + event_count + gate);
  }
  [[nodiscard]] std::size_t node_count() const { return 1 + event_count + gates.size(); }
  [[nodiscard]] bool is_event(std::uint32_t node) const { return node >= 1 && node <= event_count; }
  [[nodiscard]] bool is_gate(std::uint32_t node) const { return node > event_count; }
  [[nodiscard]] std::size_t event_of(std::uint32_t node) const { return node - 1; }
  [[nodiscard]] std::size_t gate_of(std::uint32_t node) const { return node - 1 - event_count; }
  [[nodiscard]] const CircuitGate& gate_at(std::uint32_t node) const { return gates[gate_of(node)]; }

  /// Appends a gate and returns it. @pre its inputs exist
  Ref add(GateKind kind, std::vector<Ref> inputs, std::uint32_t least = 0);
};

/// The value of the top in one state of the events: the plain definition, for tests and small questions.
[[nodiscard]] bool evaluate(const Circuit& circuit, const std::vector<bool>& state);

/// A basic event of a tree.
///
/// Steps of one shared quantity ("lasts less than 8 h", "… than 24 h") are nested: the quantity's lower steps happen
/// only when the higher ones do. A step then stands for the conditional chance given the next higher one, and only the
/// highest counts for the order of a cut set (`order_weight` 0 for the others), so that a set holds one of them.
struct TreeEvent {
  std::string name;
  double probability = 0;
  std::uint32_t order_weight = 1;  ///< 0 or 1
};

/// What is analysed: independent events with their probabilities, and the function of them that is the top event.
struct Tree {
  std::string name;
  std::string top_name;
  std::vector<TreeEvent> events;
  Circuit circuit;
};

}  // namespace veer::faulttree
