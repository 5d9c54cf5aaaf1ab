#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "faulttree/expression.hpp"
#include "faulttree/tree.hpp"

namespace veer::faulttree {

/// How a gate joins its inputs, as in the Open-PSA format. `cardinality` is true when between `least` and `most` hold;
/// `xor_` of several inputs is true when an odd number holds, `iff` is its negation for two.
enum class Connective : std::uint8_t {
  pass,  ///< one input, as it is
  not_,
  and_,
  or_,
  atleast,
  cardinality,
  xor_,
  nand,
  nor,
  iff,
  imply
};

enum class InputKind : std::uint8_t { gate, basic_event, house_event, constant };

/// An input of a gate: an index in the list of its kind; for a constant 0 is false and 1 is true.
struct Input {
  InputKind kind = InputKind::basic_event;
  std::uint32_t index = 0;
  bool operator==(const Input&) const = default;
};

/// A gate; a formula inside another is a gate without a name.
struct Gate {
  std::string name;
  Connective connective = Connective::pass;
  std::uint32_t least = 0;  ///< atleast, cardinality
  std::uint32_t most = 0;   ///< cardinality
  std::vector<Input> inputs;
  std::size_t line = 0;  ///< where it stands in the file; 0: nowhere
};

struct BasicEvent {
  std::string name;
  ExpressionId probability = 0;
  std::uint32_t order_weight = 1;  ///< see TreeEvent
  std::size_t line = 0;
};

struct HouseEvent {
  std::string name;
  bool state = false;
};

/// How the probability of a group's members is shared among their common failures.
enum class CommonCauseModel : std::uint8_t { beta_factor, mgl, alpha_factor, phi_factor };

/// Basic events that may fail together.
struct CommonCauseGroup {
  std::string name;
  CommonCauseModel model = CommonCauseModel::beta_factor;
  std::vector<std::uint32_t> members;  ///< basic events; their own probability is not used
  ExpressionId total = 0;              ///< probability of each member, all causes together
  /// Factor by level; beta: of all members; MGL: levels 2, 3, …; alpha and phi: 1, 2, ….
  std::map<std::uint32_t, ExpressionId> factors;
  std::size_t line = 0;
};

/// A fault tree as written: names, formulas and expressions, checked for what every reader must be able to rely on
/// (references exist, no name twice, no circle).
struct Model {
  std::string name;
  std::string file;  ///< what errors call it
  std::vector<Gate> gates;
  std::vector<BasicEvent> basic_events;
  std::vector<HouseEvent> house_events;
  std::vector<CommonCauseGroup> groups;
  Expressions expressions;
};

/// Which question is asked of a model.
struct Question {
  std::string top_event;  ///< name of a gate; empty: the only gate that no other uses
  double mission_time_h = 8760;
  Uniform uniform;  ///< set: random deviates are drawn instead of taken at their mean
};

/// Resolves everything but events and gates: house events become constants, common-cause groups become events of their
/// own, formulas AND, OR, k of n and parity with negations, expressions probabilities. Only what is below the top
/// stays.
///
/// @errors not_found: no such top event; invalid_input: no or several tops, a probability outside [0, 1], factors of a
/// group that do not fit; unsupported: a group with more than 4,096 common failures
/// @source docs/method/cutsets.md
[[nodiscard]] Result<Tree> to_tree(const Model& model, const Question& question = {});

/// The same, for drawn deviates: a probability outside [0, 1] becomes the nearest of the two, and `clipped` counts it.
/// @errors as above, without those about probabilities
[[nodiscard]] Result<Tree> to_tree(const Model& model, const Question& question, std::size_t& clipped);

/// Names of the gates that no other gate uses, in the order of the file.
[[nodiscard]] std::vector<std::string> top_events(const Model& model);

/// The gates in an order in which each comes after those it uses, or one circle among them as a list of gates that ends
/// with its first.
struct GateOrder {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> circle;
};
[[nodiscard]] GateOrder order_of_gates(const std::vector<Gate>& gates);

}  // namespace veer::faulttree
