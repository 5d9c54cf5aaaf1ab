#include "region/selector.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "geo/polygon.hpp"
#include "region/cells.hpp"

namespace veer::region {

namespace {

constexpr std::array<std::pair<std::string_view, std::vector<std::string> Selector::*>, 6> keys{{
    {"id", &Selector::ids},
    {"kind", &Selector::kinds},
    {"service", &Selector::services},
    {"organisation", &Selector::organisations},
    {"municipality", &Selector::municipalities},
    {"area", &Selector::areas},
}};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

tl::unexpected<Error> refuse(Message message) { return fail({ErrorKind::invalid_input, std::move(message), {}, {}}); }

Result<std::vector<std::string>*> values_of(Selector& selector, const std::string& key) {
  std::vector<std::string> names;
  for (const auto& [name, member] : keys) {
    if (name == key) {
      if (!(selector.*member).empty()) return refuse({"region.selector.key_twice", {key}});
      return &(selector.*member);
    }
    names.emplace_back(name);
  }
  return refuse(with_suggestion("region.selector.unknown_key", {key}, nearest_word(key, names)));
}

bool holds(const std::vector<std::string>& wanted, const std::string& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

template <class Things, class IdType>
const std::string& id_of(const Things& things, IdType id) {
  static const std::string none;
  return id.valid() ? things[id.index()].id : none;
}

}  // namespace

Result<Selector> parse_selector(std::string_view text) {
  Selector selector;
  for (const std::string& condition : split_words(text, ';')) {
    const std::string_view whole = trimmed(condition);
    if (whole.empty()) continue;
    const std::size_t equals = whole.find('=');
    if (equals == std::string_view::npos) return refuse({"region.selector.form", {std::string(whole)}});
    TRY(std::vector<std::string>* const values, values_of(selector, std::string(trimmed(whole.substr(0, equals)))));
    std::string_view rest = whole.substr(equals + 1);
    for (bool more = true; more;) {
      const std::size_t bar = rest.find('|');
      more = bar != std::string_view::npos;
      const std::string_view value = trimmed(rest.substr(0, bar));
      if (value.empty()) return refuse({"region.selector.form", {std::string(whole)}});
      values->emplace_back(value);
      if (more) rest.remove_prefix(bar + 1);
    }
  }
  return selector;
}

bool matches(const Selector& selector, const Region& region, const Asset& asset) {
  return holds(selector.ids, asset.id) && holds(selector.kinds, asset.kind) &&
         holds(selector.services, id_of(region.services, asset.service)) &&
         holds(selector.organisations, id_of(region.organisations, asset.organisation)) &&
         holds(selector.municipalities, id_of(region.organisations, asset.municipality)) &&
         ((selector.areas.empty() && selector.polygon.empty()) ||
          (asset.place && geo::contains(selector.polygon, *asset.place)));
}

std::vector<AssetId> select(const Selector& selector, const Region& region) {
  std::vector<AssetId> out;
  if (!selector.ids.empty() && region.index.assets.size() == region.assets.size()) {
    // Looked up: a hazard may name each of hundreds of assets in a shock of its own.
    for (const std::string& id : selector.ids)
      if (const auto found = region.find_asset(id); found && matches(selector, region, region.assets[found->index()]))
        out.push_back(*found);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  for (std::size_t i = 0; i < region.assets.size(); ++i)
    if (matches(selector, region, region.assets[i])) out.emplace_back(i);
  return out;
}

std::vector<std::size_t> doubted_channels(const Region& region, const Shock& shock) {
  const bool everything =
      std::all_of(keys.begin(), keys.end(), [&](const auto& key) { return (shock.target.*(key.second)).empty(); });
  const std::vector<AssetId> senders = select(shock.target, region);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < region.channels.size(); ++i) {
    const auto& sender = region.channels[i].sender;
    if (everything || (sender && std::find(senders.begin(), senders.end(), *sender) != senders.end())) out.push_back(i);
  }
  return out;
}

}  // namespace veer::region
