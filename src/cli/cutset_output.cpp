#include "cli/cutset_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>
#include <ostream>

#include "cli/cutset_json.hpp"

namespace veer::cli {

namespace {

using faulttree::CutSet;
using faulttree::SetCount;
using nlohmann::ordered_json;

/// Hands every wanted set to `visit`: the most probable ones, or all in the order of the diagram without keeping them.
template <class Visit>
void each_wanted(const CutsetAnswer& answer, const SetQuestion& question, Visit&& visit) {
  if (question.list == "all") {
    const faulttree::SetFilter filter{question.most_order, question.least_probability, answer.with_event};
    answer.listed().each(answer.probabilities(), filter, visit);
    return;
  }
  for (const CutSet& set : answer.best)
    if (!visit(set)) return;
}

ordered_json importance_json(const CutsetAnswer& answer) {
  ordered_json out = ordered_json::array();
  for (std::size_t e = 0; e < answer.importance->size(); ++e) {
    const faulttree::Importance& row = (*answer.importance)[e];
    out.push_back({{"event", answer.tree.events[e].name},
                   {"probability", answer.tree.events[e].probability},
                   {"birnbaum", row.birnbaum},
                   {"criticality", number_or_word(row.criticality)},
                   {"fussell_vesely", number_or_word(row.fussell_vesely)},
                   {"risk_achievement_worth", number_or_word(row.achievement_worth)},
                   {"risk_reduction_worth", number_or_word(row.reduction_worth)},
                   {"structural", row.structural}});
  }
  return out;
}

ordered_json uncertainty_json(const faulttree::Uncertainty& uncertainty) {
  ordered_json quantiles = ordered_json::object();
  for (std::size_t i = 0; i < uncertainty.shares.size(); ++i)
    quantiles[fmt::format("{}", uncertainty.shares[i])] = uncertainty.quantiles[i];
  return {{"draws", uncertainty.draws},
          {"seed", uncertainty.seed},
          {"deviates", uncertainty.deviates},
          {"mean", uncertainty.mean},
          {"standard_error", uncertainty.standard_error},
          {"standard_deviation", uncertainty.standard_deviation},
          {"quantiles", std::move(quantiles)},
          {"clipped", uncertainty.clipped}};
}

ordered_json set_json(const CutSet& set, const faulttree::Tree& tree) {
  ordered_json events = ordered_json::array();
  for (const faulttree::Literal literal : set.literals) {
    const std::string& name = tree.events[literal.event].name;
    events.push_back(literal.negative ? "not " + name : name);
  }
  return {{"order", set.order}, {"probability", set.probability}, {"events", std::move(events)}};
}

/// Text: the pieces that every line needs.
class Page {
 public:
  explicit Page(Context& context) : context_(context) {}

  void say(const char* key, std::vector<std::string> words = {}) {
    context_.out << context_.texts.render({key, std::move(words)}, context_.language) << '\n';
  }
  [[nodiscard]] std::string word(const char* key) const { return context_.texts.render(key, context_.language); }
  /// "1,01708e-04" in Dutch: five decimals keep six digits of a small number.
  [[nodiscard]] std::string chance(double value) const {
    std::string out = value == 0 ? "0" : value == 1 ? "1" : fmt::format("{:.5e}", value);
    if (context_.language == Language::nl) std::replace(out.begin(), out.end(), '.', ',');
    return out;
  }
  [[nodiscard]] std::string decimal(std::optional<double> value) const {
    if (!value) return "–";
    if (std::isinf(*value)) return "∞";
    // Small and large ones would lose their digits with a fixed number of decimals.
    if (*value != 0 && (std::fabs(*value) < 1e-3 || std::fabs(*value) >= 1e5)) return chance(*value);
    return format_decimal(*value, 4, context_.language);
  }
  void line(const std::string& text) { context_.out << text << '\n'; }
  [[nodiscard]] Language language() const { return context_.language; }

 private:
  Context& context_;
};

/// Pads to a width counted in characters, not bytes.
std::string padded(const std::string& text, std::size_t width, bool right) {
  const auto characters = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  const std::string space(width > characters ? width - characters : 0, ' ');
  return right ? space + text : text + space;
}

/// Digits of any length in groups of three.
std::string grouped(const std::string& digits, Language language) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += language == Language::nl ? '.' : ',';
    out += digits[i];
  }
  return out;
}

void print_counts(Page& page, const SetCount& count, const char* title, std::vector<std::string> words = {}) {
  words.insert(words.begin(), grouped(count.total, page.language()));
  page.say(title, std::move(words));
  for (std::size_t order = 0; order < count.by_order.size(); ++order)
    if (count.by_order[order] != "0")
      page.say("cli.cutsets.order", {std::to_string(order), grouped(count.by_order[order], page.language())});
}

void print_importance(Page& page, const CutsetAnswer& answer) {
  constexpr std::size_t most_rows = 25;
  const auto& rows = *answer.importance;
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // What an event adds to the chance of the top, most first; as float, so that rounding does not part equal ones.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t e) { return static_cast<float>(rows[e].criticality.value_or(0)); };
    return key(a) > key(b);
  });
  const std::size_t shown = std::min(most_rows, order.size());
  std::size_t width = 12;
  for (std::size_t i = 0; i < shown; ++i) width = std::max(width, answer.tree.events[order[i]].name.size());
  page.say("cli.cutsets.importance.title");
  const auto row = [&](const std::string& name, std::initializer_list<std::string> cells) {
    std::string out = "  " + padded(name, width, false);
    for (const std::string& cell : cells) out += "  " + padded(cell, 12, true);
    page.line(out);
  };
  row(page.word("cli.cutsets.event"),
      {page.word("cli.cutsets.chance"), "Birnbaum", page.word("cli.cutsets.criticality"), "Fussell-V.", "RAW", "RRW",
       page.word("cli.cutsets.structural")});
  for (std::size_t i = 0; i < shown; ++i) {
    const faulttree::Importance& one = rows[order[i]];
    row(answer.tree.events[order[i]].name,
        {page.chance(answer.tree.events[order[i]].probability), page.decimal(one.birnbaum),
         page.decimal(one.criticality), page.decimal(one.fussell_vesely), page.decimal(one.achievement_worth),
         page.decimal(one.reduction_worth), page.decimal(one.structural)});
  }
  if (shown < order.size()) page.say("cli.cutsets.importance.more", {std::to_string(order.size() - shown)});
}

void print_uncertainty(Page& page, const faulttree::Uncertainty& found) {
  if (found.deviates == 0) return page.say("cli.cutsets.uncertainty.none");
  page.say("cli.cutsets.uncertainty", {std::to_string(found.draws), std::to_string(found.seed), page.chance(found.mean),
                                       page.chance(found.standard_error)});
  for (std::size_t i = 0; i < found.shares.size(); ++i)
    page.say("cli.cutsets.quantile", {fmt::format("{:g}", 100 * found.shares[i]), page.chance(found.quantiles[i])});
  if (found.clipped > 0) page.say("cli.cutsets.clipped", {std::to_string(found.clipped)});
}

}  // namespace

std::vector<double> CutsetAnswer::probabilities() const {
  std::vector<double> out;
  for (const faulttree::TreeEvent& event : tree.events) out.push_back(event.probability);
  return out;
}

Result<std::uint32_t> find_event(const faulttree::Tree& tree, const std::string& name) {
  std::vector<std::string> names;
  for (std::size_t e = 0; e < tree.events.size(); ++e) {
    if (tree.events[e].name == name) return static_cast<std::uint32_t>(e);
    names.push_back(tree.events[e].name);
  }
  const std::string near = nearest_word(name, names);
  return fail({ErrorKind::not_found,
               {near.empty() ? "cli.cutsets.event.unknown" : "cli.cutsets.event.unknown_suggestion", {name, near}},
               {},
               {}});
}

void print_cutsets_json(const CutsetAnswer& answer, const SetQuestion& question, double seconds, Context& context) {
  ordered_json out;
  out["top"] = answer.tree.top_name;
  if (answer.minimal) {
    const SetCount count = answer.minimal->count(question.most_order);
    out["minimal_cut_sets"] = count.total;
    out["by_order"] = by_order(count);
  }
  if (answer.primes) {
    const SetCount count = answer.primes->count(question.most_order);
    out["prime_implicants"] = count.total;
    out["prime_implicants_by_order"] = by_order(count);
  }
  if (answer.with_event && (answer.minimal || answer.primes)) {
    const SetCount count = answer.listed().count_with(*answer.with_event, question.most_order);
    out["with_event"] = {{"event", question.with_event}, {"sets", count.total}, {"by_order", by_order(count)}};
  }
  out["probability"] = answer.probability;
  out["method"] = answer.minimal || answer.primes ? "bdd+zbdd" : "bdd";
  out["coherent"] = answer.coherent;
  out["events"] = answer.tree.events.size();
  out["modules"] = answer.modules;
  out["nodes"] = answer.nodes;
  if (answer.importance) out["importance"] = importance_json(answer);
  if (answer.uncertainty) out["uncertainty"] = uncertainty_json(*answer.uncertainty);
  out["seconds"] = seconds;
  const auto dump = [](const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  };
  std::string text = dump(out);
  if (question.list.empty()) {
    context.out << text << '\n';
    return;
  }
  text.pop_back();
  context.out << text << ",\"sets\":[";
  bool first = true;
  each_wanted(answer, question, [&](const CutSet& set) {
    context.out << (first ? "\n" : ",\n") << dump(set_json(set, answer.tree));
    first = false;
    return static_cast<bool>(context.out) && !context.cancelled();
  });
  context.out << "]}\n";
}

void print_cutsets_text(const CutsetAnswer& answer, const SetQuestion& question, double seconds, Context& context) {
  Page page(context);
  page.say("cli.cutsets.top", {answer.tree.top_name, page.chance(answer.probability)});
  if (answer.minimal)
    print_counts(page, answer.minimal->count(question.most_order),
                 question.most_order ? "cli.cutsets.minimal_to" : "cli.cutsets.minimal",
                 {std::to_string(question.most_order.value_or(0))});
  if (answer.primes)
    print_counts(page, answer.primes->count(question.most_order),
                 question.most_order ? "cli.cutsets.primes_to" : "cli.cutsets.primes",
                 {std::to_string(question.most_order.value_or(0))});
  if (answer.with_event && (answer.minimal || answer.primes))
    print_counts(page, answer.listed().count_with(*answer.with_event, question.most_order), "cli.cutsets.with_event",
                 {question.with_event});
  if (answer.importance) print_importance(page, answer);
  if (answer.uncertainty) print_uncertainty(page, *answer.uncertainty);
  page.say("cli.cutsets.work", {format_count(static_cast<long long>(answer.tree.events.size()), context.language),
                                format_count(static_cast<long long>(answer.modules), context.language),
                                format_count(static_cast<long long>(answer.nodes), context.language),
                                format_decimal(seconds, 2, context.language)});
  if (question.list.empty()) return;
  page.say(question.list == "all" ? "cli.cutsets.list.all" : "cli.cutsets.list.best");
  const std::string no = page.word("cli.cutsets.not");
  each_wanted(answer, question, [&](const CutSet& set) {
    std::string events;
    for (const faulttree::Literal literal : set.literals)
      events +=
          (events.empty() ? "" : ", ") + (literal.negative ? no + " " : "") + answer.tree.events[literal.event].name;
    page.line(fmt::format("  {:>3}  {:>12}  {}", set.order, page.chance(set.probability), events));
    return static_cast<bool>(context.out) && !context.cancelled();
  });
}

}  // namespace veer::cli
