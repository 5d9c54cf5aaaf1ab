#include "importers/haaglanden/source_files.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "formats/files.hpp"
#include "importers/foreign/source_file.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Of a file this much is looked at: enough for any header row and for the properties of a first feature.
constexpr std::size_t head_bytes = 4096;

/// The begin of a file, unpacked; nothing where it cannot be read: then it is none of ours.
std::string head_of(const std::filesystem::path& path) {
  auto file = formats::InputFile::open(path);
  std::string head(head_bytes, '\0');
  std::size_t filled = 0;
  while (file && filled < head.size()) {
    const auto count = file->read({head.data() + filled, head.size() - filled});
    if (!count || *count == 0) break;
    filled += *count;
  }
  head.resize(filled);
  return head;
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

/// Words of the header row; of all that was read where it is JSON.
std::vector<std::string> words_of(std::string_view head) {
  if (!head.starts_with('{')) head = head.substr(0, head.find('\n'));
  std::vector<std::string> words(1);
  for (const char c : head) {
    if (is_word(c))
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

Result<SourceFiles> SourceFiles::below(const std::filesystem::path& folder) {
  SourceFiles out;
  out.folder_ = folder;
  TRY(const auto paths, foreign::files_below(folder));
  for (const auto& path : paths) {
    const std::string head = head_of(path);
    // A blob header: its length in four bytes, then the field "type" with nine characters.
    const bool is_map = head.size() > 15 && std::string_view(head).substr(4, 11) == "\n\tOSMHeader";
    const bool is_text = head.find('\0') == std::string::npos;
    out.files_.push_back({path, is_text ? words_of(head) : std::vector<std::string>{}, is_map});
  }
  return out;
}

template <class Fits>
Result<std::filesystem::path> SourceFiles::find(const std::string& documented, Fits&& fits) const {
  if (std::filesystem::is_regular_file(folder_ / documented)) return folder_ / documented;
  const std::filesystem::path* found = nullptr;
  std::string names;
  std::size_t count = 0;
  for (const File& file : files_) {
    if (!fits(file)) continue;
    found = &file.path;
    ++count;
    names += (names.empty() ? "" : ", ") + file.path.lexically_relative(folder_).generic_string();
  }
  const Place place{.file = (folder_ / documented).generic_string(), .table = {}, .row = 0, .column = {}};
  if (count == 0) return fail({ErrorKind::not_found, {"importers.haaglanden.missing", {documented}}, place, {}});
  if (count > 1) return fail({ErrorKind::conflict, {"importers.haaglanden.several", {names, documented}}, place, {}});
  return *found;
}

Result<std::filesystem::path> SourceFiles::table(const std::string& documented,
                                                 const std::vector<std::string>& words) const {
  return find(documented, [&](const File& file) {
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::binary_search(file.words.begin(), file.words.end(), word);
    });
  });
}

Result<std::filesystem::path> SourceFiles::map(const std::string& documented) const {
  return find(documented, [](const File& file) { return file.is_map; });
}

}  // namespace veer::importers::haaglanden
