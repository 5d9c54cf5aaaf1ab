#include "server/web_build.hpp"

#include <nlohmann/json.hpp>

#include "formats/files.hpp"

namespace veer::server {

WebBuild web_build(const std::filesystem::path& folder, std::string_view contract) {
  std::error_code failed;
  if (folder.empty() || !std::filesystem::exists(folder / "index.html", failed)) return WebBuild::absent;
  const auto text = formats::read_file(folder / "contract.json");
  if (!text) return WebBuild::other;
  const auto said = nlohmann::json::parse(*text, nullptr, false);
  const auto member = said.is_object() ? said.find("contract") : said.end();
  return member != said.end() && member->is_string() && member->get<std::string>() == contract ? WebBuild::fits
                                                                                               : WebBuild::other;
}

}  // namespace veer::server
