#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace veer::formats {

/// Attributes of an element by local name (without namespace).
using XmlAttributes = std::map<std::string, std::string, std::less<>>;

/// What a reader of XML wants to hear; names come without namespace. Text may come in several pieces.
struct XmlEvents {
  std::function<void(std::string_view name, const XmlAttributes& attributes)> start;
  std::function<void(std::string_view name)> end;
  std::function<void(std::string_view text)> text;
};

/// Reads XML in pieces. A document type is refused: none of ours has one, and it is how XML is made to explode.
///
/// For one thread; neither copied nor moved.
class XmlReader {
 public:
  /// @param shown  what errors call the document
  XmlReader(XmlEvents events, std::string shown);
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// @errors invalid_input: not well-formed, a document type, nested over 256 deep
  [[nodiscard]] Done feed(std::string_view piece);
  /// @errors invalid_input: the document ends too early
  [[nodiscard]] Done finish();
  /// The line that is being read (1 = first); of use inside the events.
  [[nodiscard]] std::size_t line() const;

 private:
  struct State;
  [[nodiscard]] Done parse(std::string_view piece, bool last);
  State* state_;
};

}  // namespace veer::formats
