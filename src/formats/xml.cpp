#include "formats/xml.hpp"

#include <expat.h>

namespace veer::formats {

struct XmlReader::State {
  XML_Parser parser = nullptr;
  XmlEvents events;
  std::string shown;
  std::size_t depth = 0;
  const char* refused = nullptr;  ///< what was met that we do not read
};

namespace {

constexpr std::size_t deepest = 256;

std::string_view local_name(std::string_view name) {
  const auto bar = name.rfind('|');
  return bar == std::string_view::npos ? name : name.substr(bar + 1);
}

}  // namespace

XmlReader::XmlReader(XmlEvents events, std::string shown) : state_(new State) {
  state_->events = std::move(events);
  state_->shown = std::move(shown);
  state_->parser = XML_ParserCreateNS("UTF-8", '|');
  ENSURE(state_->parser != nullptr, "no memory for an XML parser");
  XML_SetUserData(state_->parser, state_);
  XML_SetStartElementHandler(state_->parser, [](void* data, const XML_Char* name, const XML_Char** pairs) {
    auto& state = *static_cast<State*>(data);
    if (++state.depth > deepest) {
      state.refused = "nested over 256 deep";
      XML_StopParser(state.parser, XML_FALSE);
      return;
    }
    XmlAttributes attributes;
    for (std::size_t i = 0; pairs[i] != nullptr; i += 2)
      attributes.insert_or_assign(std::string(local_name(pairs[i])), pairs[i + 1]);
    if (state.events.start) state.events.start(local_name(name), attributes);
  });
  XML_SetEndElementHandler(state_->parser, [](void* data, const XML_Char* name) {
    auto& state = *static_cast<State*>(data);
    --state.depth;
    if (state.events.end) state.events.end(local_name(name));
  });
  XML_SetCharacterDataHandler(state_->parser, [](void* data, const XML_Char* text, int size) {
    const auto& state = *static_cast<State*>(data);
    if (state.events.text) state.events.text({text, static_cast<std::size_t>(size)});
  });
  XML_SetStartDoctypeDeclHandler(state_->parser,
                                 [](void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
                                   auto& state = *static_cast<State*>(data);
                                   state.refused = "DOCTYPE";
                                   XML_StopParser(state.parser, XML_FALSE);
                                 });
}

XmlReader::~XmlReader() {
  XML_ParserFree(state_->parser);
  delete state_;
}

Done XmlReader::feed(std::string_view piece) { return parse(piece, false); }

Done XmlReader::finish() { return parse({}, true); }

std::size_t XmlReader::line() const { return static_cast<std::size_t>(XML_GetCurrentLineNumber(state_->parser)); }

Done XmlReader::parse(std::string_view piece, bool last) {
  if (XML_Parse(state_->parser, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0) == XML_STATUS_OK) return {};
  const auto line = static_cast<std::size_t>(XML_GetCurrentLineNumber(state_->parser));
  const std::string why =
      state_->refused != nullptr ? state_->refused : XML_ErrorString(XML_GetErrorCode(state_->parser));
  return fail(Error{
      ErrorKind::invalid_input, {"formats.broken_xml", {std::to_string(line), why}}, {state_->shown, {}, 0, {}}, {}});
}

}  // namespace veer::formats
