#include <doctest/doctest.h>

#include <string>

#include "faulttree/mef.hpp"
#include "support/answered_tree.hpp"

namespace {

using namespace veer;
using namespace veer::faulttree;
using test::events;
using test::mef;

/// "key@line" of the one error, "" when the file is read.
std::string refusal(const std::string& text) {
  const auto model = read_mef(text, "tree.xml");
  if (model) return "";
  CHECK(model.error().place.file == "tree.xml");
  return model.error().message.key + "@" + std::to_string(model.error().place.row);
}

std::string gate(const std::string& name, const std::string& inside) {
  return "<define-gate name=\"" + name + "\">" + inside + "</define-gate>\n";
}

const std::string a = "<basic-event name=\"a\"/>";

}  // namespace

TEST_CASE("exchange format: what is not XML, or cut off, is one error") {
  for (const char* const text : {"", "no xml", "<opsa-mef>", "<opsa-mef><define-gate></opsa-mef>", "\xff\xfe\x00<",
                                 "<opsa-mef a=1/>", "<opsa-mef/><opsa-mef/>"}) {
    CAPTURE(text);
    CHECK(refusal(text).starts_with("formats.broken_xml"));
  }
  CHECK(refusal("<open-psa/>") == "faulttree.mef.root@1");
  CHECK(refusal("<opsa-mef/>") == "faulttree.mef.empty@0");
}

TEST_CASE("exchange format: entities that explode are refused before they do") {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE opsa-mef [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + "\">";
  }
  bomb += "]>\n<opsa-mef><define-gate name=\"&a29;\"/></opsa-mef>";
  const auto model = read_mef(bomb, "tree.xml");
  REQUIRE_FALSE(model.has_value());
  CHECK(model.error().message.key == "formats.broken_xml");
  CHECK(model.error().message.arguments == std::vector<std::string>{"2", "DOCTYPE"});
  // And files that ask for others.
  CHECK(refusal("<!DOCTYPE opsa-mef SYSTEM \"/etc/passwd\"><opsa-mef/>").starts_with("formats.broken_xml"));
}

TEST_CASE("exchange format: elements nested without end are refused") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<not>";
  CHECK(refusal("<opsa-mef><define-gate name=\"top\">" + deep).starts_with("formats.broken_xml"));
}

TEST_CASE("exchange format: circles are shown with their names") {
  const auto model = read_mef(mef(gate("x", "<or>" + a + "<gate name=\"y\"/></or>") +
                                  gate("y", "<and><not><gate name=\"x\"/></not></and>") + events({"a"})),
                              "tree.xml");
  REQUIRE_FALSE(model.has_value());
  CHECK(model.error().message.key == "faulttree.mef.circle");
  CHECK((model.error().message.arguments == std::vector<std::string>{"x → y → x"} ||
         model.error().message.arguments == std::vector<std::string>{"y → x → y"}));
  CHECK(refusal(mef(gate("x", "<gate name=\"x\"/>"))).starts_with("faulttree.mef.circle"));
  CHECK(refusal(mef(gate("x", a) + "<define-basic-event name=\"a\"><parameter name=\"p\"/></define-basic-event>" +
                    "<define-parameter name=\"p\"><add><parameter name=\"q\"/></add></define-parameter>" +
                    "<define-parameter name=\"q\"><parameter name=\"p\"/></define-parameter>"))
            .starts_with("faulttree.mef.circle"));
}

TEST_CASE("exchange format: a circle of a hundred thousand gates is found without a deep stack") {
  std::string chain;
  constexpr int gates = 100000;
  for (int i = 0; i < gates; ++i)
    chain += gate("g" + std::to_string(i), "<gate name=\"g" + std::to_string((i + 1) % gates) + "\"/>");
  CHECK(refusal(mef(chain)).starts_with("faulttree.mef.circle"));
}

TEST_CASE("exchange format: names that are not defined, or twice, or something else") {
  CHECK(refusal(mef(gate("x", "<basic-event name=\"nowhere\"/>"))) == "faulttree.mef.undefined@2");
  CHECK(refusal(mef(gate("x", "<basic-event name=\"pomp\"/>") + events({"pump"}))) ==
        "faulttree.mef.undefined_suggestion@2");
  CHECK(refusal(mef(gate("x", a) + events({"a"}) + events({"a"}))) == "faulttree.mef.twice@4");
  CHECK(refusal(mef(gate("a", a) + events({"a"}))) == "faulttree.mef.twice@3");
  CHECK(refusal(mef(gate("x", "<gate name=\"a\"/>") + events({"a"}))) == "faulttree.mef.kind@2");
  CHECK(refusal(mef(gate("x", a) + "<define-basic-event name=\"a\"><parameter name=\"p\"/></define-basic-event>")) ==
        "faulttree.mef.undefined@3");
  CHECK(refusal(mef("<define-gate>" + a + "</define-gate>")) == "faulttree.mef.nameless@2");
}

TEST_CASE("exchange format: gates that are not known, or have the wrong number of inputs") {
  CHECK(refusal(mef(gate("x", "<maybe>" + a + "</maybe>") + events({"a"}))) == "faulttree.mef.formula@2");
  CHECK(refusal(mef(gate("x", "<and/>"))) == "faulttree.mef.inputs@2");
  CHECK(refusal(mef(gate("x", "<not>" + a + a + "</not>") + events({"a"}))) == "faulttree.mef.inputs@2");
  CHECK(refusal(mef(gate("x", "<imply>" + a + "</imply>") + events({"a"}))) == "faulttree.mef.inputs@2");
  CHECK(refusal(mef(gate("x", a + a) + events({"a"}))) == "faulttree.mef.content@2");
  for (const char* const least : {"", "0", "3", "-1", "2.5", "99999999999999999999"}) {
    CAPTURE(least);
    CHECK(refusal(mef(gate("x", std::string("<atleast min=\"") + least + "\">" + a + a + "</atleast>") +
                      events({"a"}))) == "faulttree.mef.count@2");
  }
  CHECK(refusal(mef(gate("x", "<cardinality min=\"2\" max=\"1\">" + a + a + "</cardinality>") + events({"a"}))) ==
        "faulttree.mef.count@2");
  CHECK(refusal(mef(gate("x", "<constant value=\"maybe\"/>"))) == "faulttree.mef.truth@2");
}

TEST_CASE("exchange format: elements, text and numbers where they do not belong") {
  const std::string ab = events({"a", "b"});
  CHECK(refusal(mef(gate("x", "<or>a or b" + a + "</or>") + ab)) == "faulttree.mef.text@2");
  CHECK(refusal(mef("x" + gate("x", a) + ab)) == "faulttree.mef.text@2");
  CHECK(refusal(mef(gate("x", "<basic-event name=\"a\"><not/></basic-event>") + ab)) == "faulttree.mef.leaf@2");
  CHECK(refusal(mef(gate("x", "<constant value=\"1\"><pi/></constant>"))) == "faulttree.mef.leaf@2");
  const std::string inner = "<define-fault-tree name=\"u\">" + gate("x", a) + "</define-fault-tree>";
  CHECK(refusal(mef("<define-fault-tree name=\"t\">" + inner + "</define-fault-tree>" + ab)) ==
        "faulttree.mef.nesting@2");
  CHECK(refusal(mef(inner + ab)) == "");
  CHECK(refusal(mef("<opsa-mef/>")) == "faulttree.mef.nesting@2");
  CHECK(refusal(mef("<define-component name=\"c\"/>" + gate("x", a) + ab)) == "faulttree.mef.nesting@2");
  const auto value = [&](const std::string& number) {
    return refusal(mef(gate("x", a) + "<define-basic-event name=\"a\">" + number + "</define-basic-event>"));
  };
  CHECK(value("<int value=\"+1\"/>") == "");
  CHECK(value("<int value=\"0.5\"/>") == "faulttree.mef.number@3");
  CHECK(value("<float value=\"+-0.5\"/>") == "faulttree.mef.number@3");
  const std::string half = "<float value=\"0.5\"/>";
  const std::string bin = "<bin>" + half + half + "</bin>";
  CHECK(value("<histogram>" + half + bin + bin + "</histogram>") == "");
  CHECK(value("<histogram>" + bin + half + half + "</histogram>") == "faulttree.mef.arguments@3");
  CHECK(value("<histogram>" + half + bin + half + half + "</histogram>") == "faulttree.mef.expression@3");
}

TEST_CASE("exchange format: a common-cause group has its members and its distribution once") {
  const std::string members = "<members><basic-event name=\"a\"/><basic-event name=\"b\"/></members>";
  const std::string distribution = "<distribution><float value=\"0.1\"/></distribution>";
  const std::string factor = "<factor level=\"2\"><float value=\"0.2\"/></factor>";
  const auto group = [&](const std::string& inside) {
    return refusal(
        mef(gate("x", a) + "<define-CCF-group name=\"g\" model=\"beta-factor\">" + inside + "</define-CCF-group>"));
  };
  CHECK(group(factor + distribution + members) == "");
  CHECK(group(members + factor) == "faulttree.mef.group_content@3");
  CHECK(group(distribution + factor) == "faulttree.mef.group_content@3");
  CHECK(group(members + members + distribution + factor) == "faulttree.mef.group_content@3");
  CHECK(group(members + distribution + distribution + factor) == "faulttree.mef.group_content@3");
  CHECK(group(members + distribution + "<factors><pi/></factors>") == "faulttree.mef.group_content@3");
  CHECK(group("<members><gate name=\"a\"/></members>" + distribution) == "faulttree.mef.group_content@3");
}

TEST_CASE("exchange format: what the project does not read is refused by name") {
  const auto tree = read_mef(mef("<define-event-tree name=\"t\"/>"), "tree.xml");
  REQUIRE_FALSE(tree.has_value());
  CHECK(tree.error().kind == ErrorKind::unsupported);
  CHECK(tree.error().message.arguments == std::vector<std::string>{"define-event-tree"});
  CHECK(refusal(mef("<define-gate name=\"x\" role=\"private\">" + a + "</define-gate>")) == "faulttree.mef.private@2");
  CHECK(refusal(mef(gate("x", a) + "<define-basic-event name=\"a\"><beta-deviate/></define-basic-event>")) ==
        "faulttree.mef.expression@3");
  // Labels and attributes say nothing about the tree.
  CHECK(refusal(mef("<label>all <of/> it</label>" + gate("x", "<label>the top</label>" + a) + events({"a"}))) == "");
}

TEST_CASE("exchange format: probabilities outside 0 … 1 are refused with the name of the event") {
  for (const char* const value : {"-0.1", "1.0000001", "1e300"}) {
    CAPTURE(value);
    const auto model = read_mef(mef(gate("x", a) + events({"a"}, value)), "tree.xml");
    REQUIRE(model.has_value());
    const auto tree = to_tree(*model);
    REQUIRE_FALSE(tree.has_value());
    CHECK(tree.error().message.key == "faulttree.probability.range");
    CHECK(tree.error().message.arguments.front() == "a");
    CHECK(tree.error().place.row == 3);
  }
  for (const char* const value : {"", "nan", "inf", "1e999", "0,5", "0.5x"}) {
    CAPTURE(value);
    CHECK(refusal(mef(gate("x", a) + events({"a"}, value))) == "faulttree.mef.number@3");
  }
  CHECK(refusal(mef(gate("x", a) + events({"a"}, "1"))) == "");
  CHECK(refusal(mef(gate("x", a) + events({"a"}, "+0"))) == "");
}

TEST_CASE("exchange format: the top event is the one asked for, or the only one") {
  const Model two = test::model_of(gate("x", a) + gate("y", a) + events({"a"}));
  CHECK(top_events(two) == std::vector<std::string>{"x", "y"});
  CHECK(to_tree(two).error().message.key == "faulttree.top.several");
  CHECK(to_tree(two, {"y", 1, {}})->top_name == "y");
  CHECK(to_tree(two, {"z", 1, {}}).error().kind == ErrorKind::not_found);
}

TEST_CASE("exchange format: a file of 50 MB with one mistake at its end has one error, at its line") {
  std::string text = "<opsa-mef>\n" + gate("x", "<basic-event name=\"event-number-0\"/>");
  text.reserve(std::size_t{51} << 20U);
  std::size_t lines = 2;
  while (text.size() < std::size_t{50} << 20U) {
    text += "<define-basic-event name=\"event-number-" + std::to_string(lines - 2) + "\"><label>";
    text.append(2000, 'x');  // few events, so that sanitizers get through
    text += "</label><float value=\"0.001\"/></define-basic-event>\n";
    ++lines;
  }
  text += "<define-gate name=\"y\"><basic-event name=\"nowhere\"/></define-gate>\n</opsa-mef>\n";
  CHECK(refusal(text) == "faulttree.mef.undefined@" + std::to_string(lines + 1));
}
