#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "faulttree/mef.hpp"
#include "faulttree/mef_elements.hpp"
#include "formats/xml.hpp"

namespace veer::faulttree {

namespace {

constexpr std::array containers{"opsa-mef", "model-data", "define-fault-tree", "define-component"};
constexpr std::array definitions{"define-gate", "define-basic-event", "define-house-event", "define-parameter",
                                 "define-CCF-group"};
/// Elements of the format that say nothing about the tree.
constexpr std::array remarks{"label", "attributes"};

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Gathers the elements of one definition at a time, so that a long file is never held as a tree.
class Gatherer {
 public:
  explicit Gatherer(MefBuilder& builder) : builder_(builder) {}

  void start(std::string_view name, const formats::XmlAttributes& attributes, std::size_t line) {
    ++depth_;
    if (error_ || remark_depth_ != 0) return;
    if (is_one_of(remarks, name)) {
      remark_depth_ = depth_;
    } else if (!open_.empty()) {
      open_.push_back({std::string(name), attributes, {}, line});
    } else if (depth_ == 1 && name != "opsa-mef") {
      error_ = mef_error(builder_.file(), line, "faulttree.mef.root", {std::string(name)});
    } else if (is_one_of(containers, name)) {
      enter(name, attributes, line);
      within_.emplace_back(name);
    } else if (is_one_of(definitions, name)) {
      open_.push_back({std::string(name), attributes, {}, line});
    } else {
      error_ =
          mef_error(builder_.file(), line, "faulttree.mef.unsupported", {std::string(name)}, ErrorKind::unsupported);
    }
  }

  /// Between elements there is nothing but space; what stands in a remark does not count.
  void text(std::string_view text, std::size_t line) {
    if (error_ || remark_depth_ != 0 || within_.empty() || text.find_first_not_of(" \t\r\n") == std::string_view::npos)
      return;
    const std::string& around = !open_.empty() ? open_.back().name : within_.back();
    error_ = mef_error(builder_.file(), line, "faulttree.mef.text", {around});
  }

  void end() {
    if (remark_depth_ == depth_) {
      remark_depth_ = 0;
    } else if (!error_ && remark_depth_ == 0 && !open_.empty()) {
      MefElement element = std::move(open_.back());
      open_.pop_back();
      if (!open_.empty()) {
        open_.back().children.push_back(std::move(element));
      } else if (auto done = builder_.define(element); !done) {
        error_ = std::move(done).error();
      }
    } else if (!error_ && remark_depth_ == 0) {
      within_.pop_back();
    }
    --depth_;
  }

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  /// Which container may stand in which: the file, its fault trees, their components.
  [[nodiscard]] bool belongs_here(std::string_view name) const {
    if (within_.empty()) return true;
    const std::string& around = within_.back();
    if (name == "define-fault-tree") return around == "opsa-mef";
    if (name == "define-component") return around == "define-fault-tree" || around == "define-component";
    return name == "model-data" && around != "model-data";
  }
  void enter(std::string_view name, const formats::XmlAttributes& attributes, std::size_t line) {
    if (!belongs_here(name))
      error_ = mef_error(builder_.file(), line, "faulttree.mef.nesting", {std::string(name), within_.back()});
    const auto role = attributes.find("role");
    if (role != attributes.end() && role->second == "private")
      error_ = mef_error(builder_.file(), line, "faulttree.mef.private", {std::string(name)}, ErrorKind::unsupported);
    const auto title = attributes.find("name");
    if (name == "define-fault-tree" && title != attributes.end()) builder_.set_name(title->second);
  }

  MefBuilder& builder_;
  std::size_t depth_ = 0;
  std::size_t remark_depth_ = 0;     ///< depth of the remark that is being passed over; 0: none
  std::vector<std::string> within_;  ///< open containers, outermost first
  std::vector<MefElement> open_;
  std::optional<Error> error_;
};

}  // namespace

Result<Model> read_mef(std::string_view text, const std::string& shown) {
  MefBuilder builder(shown);
  Gatherer gatherer(builder);
  const formats::XmlReader* parser = nullptr;
  formats::XmlReader reader(
      {.start = [&](std::string_view name,
                    const formats::XmlAttributes& attributes) { gatherer.start(name, attributes, parser->line()); },
       .end = [&](std::string_view) { gatherer.end(); },
       .text = [&](std::string_view part) { gatherer.text(part, parser->line()); }},
      shown);
  parser = &reader;
  constexpr std::size_t piece = std::size_t{1} << 20U;
  for (std::size_t from = 0; from < text.size(); from += piece) {
    TRY_DONE(reader.feed(text.substr(from, piece)));
    if (gatherer.error()) return fail(*gatherer.error());
  }
  TRY_DONE(reader.finish());
  return builder.finish();
}

}  // namespace veer::faulttree
