#include "report/svg_tree.hpp"

#include <doctest/doctest.h>

namespace veer::report {

TEST_CASE("tree picture: every part is there, marked by whether it stops the process alone, and text is escaped") {
  const std::vector<HeldNode> nodes{
      {{"Crisis & co", "Crisis & co"}, 0, {}, false},
      {{"Pomp", "Pump"},
       1,
       {{{"Pomp: start <niet>", "Pump: no start"}, true}, {{"Pomp: leeg", "Pump: empty"}, false}},
       false},
      {{"Crisis & co", "Crisis & co"}, 2, {}, true}};
  const std::string svg = tree_picture({"titel", "(staat hierboven)", &nodes, Language::nl});
  CHECK(svg.find("Crisis &amp; co") != std::string::npos);
  CHECK(svg.find("start &lt;niet&gt;") != std::string::npos);
  CHECK(svg.find("Pomp: ") == std::string::npos);  // its name stands above it
  CHECK(svg.find("class=\"alone sign\"") != std::string::npos);
  CHECK(svg.find("class=\"weak sign\"") != std::string::npos);
  CHECK(svg.find("(staat hierboven)") != std::string::npos);
}

TEST_CASE("tree picture: a name that is too long goes on below") {
  std::string name;
  for (int i = 0; i < 40; ++i) name += "woord ";
  name += "einde";
  const std::vector<HeldNode> nodes{{{name, name}, 8, {}, false}};
  const std::string svg = tree_picture({"titel", "", &nodes, Language::nl});
  std::size_t lines = 0;
  for (std::size_t at = svg.find("class=\"part\""); at != std::string::npos; at = svg.find("class=\"part\"", at + 1))
    ++lines;
  CHECK(lines >= 3);
  CHECK(svg.find("einde") != std::string::npos);
}

}  // namespace veer::report
