#include "report/svg_tree.hpp"

#include <algorithm>

#include "report/svg_point.hpp"

namespace veer::report {

namespace {

using svg::coordinate;

constexpr double width = 640;
constexpr double line_height = 19;
constexpr double indent = 26;
constexpr double character = 7.1;  ///< width of a letter of 13 units, on the safe side

std::string text_at(double x, double y, std::string_view css, std::string_view html) {
  return "<text class=\"" + std::string(css) + "\" x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\">" +
         std::string(html) + "</text>";
}

/// Words of a sentence in lines that fit. Letters of more bytes count once.
std::vector<std::string> broken(const std::string& text, double room) {
  const auto most = static_cast<std::size_t>(std::max(12.0, room / character));
  std::vector<std::string> out{""};
  std::size_t used = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    const std::string word = text.substr(i, end - i);
    const auto letters = static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (used > 0 && used + 1 + letters > most) {
      out.emplace_back();
      used = 0;
    }
    out.back() += (used > 0 ? " " : "") + word;
    used += letters + (used > 0 ? 1 : 0);
    i = end + 1;
  }
  return out;
}

class Drawing {
 public:
  explicit Drawing(const TreePicture& picture) : picture_(picture) {}

  std::string run() {
    for (const HeldNode& node : *picture_.nodes) add(node);
    return "<svg class=\"tree\" viewBox=\"0 0 " + coordinate(width) + " " + coordinate(y_ + 6) +
           "\" role=\"img\"><title>" + picture_.title + "</title>" + lines_ + texts_ + "</svg>";
  }

 private:
  [[nodiscard]] const std::string& name(const Name& value) const {
    return picture_.language == Language::nl ? value.nl : value.en;
  }

  void add(const HeldNode& node) {
    const double x = 10 + indent * static_cast<double>(std::min<std::size_t>(node.depth, 8));
    y_ += 5;
    const double middle = y_ + line_height / 2;
    above_.resize(node.depth + 1);
    above_[node.depth] = middle;
    if (node.depth > 0) {
      const double from = above_[node.depth - 1];
      lines_ += "<path class=\"link\" d=\"M" + coordinate(x - indent + 4) + " " + coordinate(from + 8) + "V" +
                coordinate(middle) + "H" + coordinate(x - 4) + "\"/>";
    }
    lines_ += "<circle class=\"" + std::string(node.weak.empty() ? "sound" : "spot") + "\" cx=\"" + coordinate(x + 4) +
              "\" cy=\"" + coordinate(middle) + "\" r=\"4\"/>";
    for (const std::string& line : broken(name(node.name), width - x - 20)) write(x + 14, "part", escaped(line));
    if (node.again) write(x + 14, "again", picture_.again);
    for (const HeldNode::Weak& weak : node.weak) {
      const std::string css = weak.alone ? "alone" : "weak";
      texts_ += text_at(x + 14, y_ + 14, css + " sign", weak.alone ? "■" : "□");
      for (const std::string& line : broken(without_owner(node, weak), width - x - 40))
        write(x + 30, css, escaped(line));
    }
  }

  /// "De kazerne: het aggregaat start niet" under the name of the kazerne needs no owner.
  [[nodiscard]] std::string without_owner(const HeldNode& node, const HeldNode::Weak& weak) const {
    const std::string prefix = name(node.name) + ": ";
    const std::string& text = name(weak.what);
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
  }

  void write(double x, std::string_view css, std::string_view html) {
    texts_ += text_at(x, y_ + 14, css, html);
    y_ += line_height;
  }

  const TreePicture& picture_;
  std::string lines_, texts_;
  std::vector<double> above_;  ///< by depth: where the last part of that depth stands
  double y_ = 0;
};

}  // namespace

std::string tree_picture(const TreePicture& picture) { return Drawing(picture).run(); }

}  // namespace veer::report
