#include "importers/fresh/standing.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/foreign/values.hpp"
#include "importers/ground/kinds.hpp"
#include "region/cells.hpp"

namespace veer::importers::fresh {

namespace {

using foreign::Content;
using foreign::Thing;
using foreign::Verdict;

constexpr double same_thing_m = 150;
constexpr double same_hospital_m = 300;
constexpr double same_station_m = 500;

struct KindOf {
  std::string_view word;  ///< of the file
  std::string_view asset;
};
constexpr std::array kinds_of{
    KindOf{"amenity=hospital", "hospital_acute"},
    KindOf{"amenity=doctors", "gp_practice"},
    KindOf{"amenity=pharmacy", "pharmacy"},
    KindOf{"amenity=nursing_home", "nursing_home"},
    KindOf{"amenity=fuel", "fuel_station"},
    KindOf{"amenity=school", "school"},
    KindOf{"amenity=community_centre", "community_building"},
    KindOf{"amenity=library", "community_building"},
    KindOf{"amenity=townhall", "town_hall"},
    KindOf{"amenity=fire_station", "fire_station"},
    KindOf{"amenity=police", "police_station"},
    KindOf{"shop=supermarket", "supermarket"},
    KindOf{"leisure=sports_centre", "sports_centre"},
    KindOf{"leisure=sports_hall", "sports_centre"},
    // Types of a list of facilities
    KindOf{"hospital", "hospital_acute"},
    KindOf{"town_hall", "town_hall"},
    KindOf{"district_office", "town_hall"},
    KindOf{"fire_station", "fire_station"},
    KindOf{"police", "police_station"},
    KindOf{"police_station", "police_station"},
    KindOf{"sewage_plant", "sewage_treatment"},
    KindOf{"drinking_water", "water_production"},
    KindOf{"control_room_112", "control_room"},
    KindOf{"substation_150", "hv_station"},
    KindOf{"substation_380_150", "hv_station"},
    KindOf{"substation_380", "hv_station"},
};

struct OwnerOf {
  std::string_view assets;  ///< kinds, separated by blanks
  const char* id;
  const char* name;
  const char* kind;
  const char* track;
};
constexpr std::array owners{
    OwnerOf{"hospital_acute hospital_planned", "hospitals", "Ziekenhuizen (samen)", "provider", "provider"},
    OwnerOf{"gp_practice", "general-practitioners", "Huisartsen (samen)", "provider", "provider"},
    OwnerOf{"pharmacy", "pharmacies", "Apotheken (samen)", "provider", "provider"},
    OwnerOf{"nursing_home", "nursing-homes", "Verpleeghuizen (samen)", "provider", "provider"},
    OwnerOf{"fuel_station", "fuel-suppliers", "Tankstations (samen)", "provider", "provider"},
    OwnerOf{"supermarket", "supermarkets", "Supermarkten (samen)", "provider", "provider"},
    OwnerOf{"school", "schools", "Scholen (samen)", "other", "car"},
    OwnerOf{"fire_station", "fire-service", "Brandweer", "fire_service", "veiligheidsdirectie"},
    OwnerOf{"police_station", "police", "Politie", "police", "veiligheidsdirectie"},
    OwnerOf{"control_room", "control-room", "Meldkamer", "control_room", "veiligheidsdirectie"},
    OwnerOf{"sewage_treatment", "water-authorities", "Waterschappen (samen)", "provider", "provider"},
    OwnerOf{"water_production", "water-companies", "Drinkwaterbedrijven (samen)", "provider", "provider"},
    OwnerOf{"hv_station mv_feeding_area", "grid-operators", "Netbeheerders (samen)", "provider", "provider"},
    OwnerOf{"outdoor_air", "weather", "Het weer (van niemand)", "other", "national"},
};

bool is_candidate(const std::string& kind) {
  return kind == "school" || kind == "community_building" || kind == "sports_centre";
}

/// "Hospital" of a kind without a name: "Apotheek 2511 Den Haag".
std::string unnamed(const ground::Ground& ground, const std::string& kind, geo::LonLat place) {
  std::string word(ground::kind_of(kind).subject);
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  const ground::AreaFact& area = ground.facts.areas[ground.territory.cell_at(place).area];
  return word + " " + ground::neighbourhood(ground, place) + (area.id.size() == 4 ? " (" + area.id + ")" : "");
}

class Adder {
 public:
  Adder(ground::Ground& ground, const ChosenMunicipalities& chosen, std::vector<foreign::PartReport>& parts,
        const std::map<std::string, std::vector<KnownAsset>>& known)
      : ground_(ground), chosen_(chosen), parts_(parts), index_(outlines(chosen)) {
    for (const auto& [kind, assets] : known)
      for (const KnownAsset& asset : assets) {
        known_ids_.insert(asset.id);
        if (asset.place) places_[kind].push_back(geo::to_rd(*asset.place));
        names_[kind].push_back(foreign::folded_name(asset.name));
      }
  }

  void take(const ThingSource& source) {
    foreign::PartReport& part = parts_[source.report];
    source_ = source.source;
    matched_ = 0;
    if (part.content == Content::power_nodes && grid_known_) {
      part.verdict = Verdict::doubled;
      return;
    }
    for (const Thing& thing : source.things) {
      if (part.content == Content::sites)
        take_site(thing, part);
      else
        take_thing(thing, part);
    }
    if (matched_ > 0) part.matched = matched_;
    grid_known_ = grid_known_ || (part.content == Content::power_nodes && part.rows_used > 0);
    if (part.content == Content::osm_map) return;  // its streets and addresses decide
    const bool dropped_outside = std::any_of(part.dropped.begin(), part.dropped.end(),
                                             [](const auto& dropped) { return dropped.reason == "outside"; });
    part.verdict = part.rows_used > 0 ? Verdict::used
                   : matched_ > 0     ? Verdict::doubled
                   : dropped_outside  ? Verdict::outside
                                      : Verdict::not_needed;
  }

 private:
  static std::vector<const geo::MultiPolygon*> outlines(const ChosenMunicipalities& chosen) {
    std::vector<const geo::MultiPolygon*> all;
    for (const CensusRow& row : chosen.rows) all.push_back(&row.outline);
    return all;
  }

  /// The municipality in which the place lies; "" outside the region.
  [[nodiscard]] std::string municipality(geo::LonLat place) const {
    if (!chosen_.bounds.contains(place)) return {};
    const auto found = index_.at(place);
    return found ? chosen_.rows[*found].code : std::string();
  }

  [[nodiscard]] bool doubled(const std::string& kind, geo::LonLat place) const {
    const double reach = kind.starts_with("hospital") ? same_hospital_m
                         : kind == "hv_station"       ? same_station_m
                                                      : same_thing_m;
    const auto near = places_.find(kind);
    if (near == places_.end()) return false;
    const geo::RdMetres at = geo::to_rd(place);
    return std::any_of(near->second.begin(), near->second.end(),
                       [&](geo::RdMetres other) { return geo::distance_m(at, other) < reach; });
  }

  /// What is left of "RWZI - Houtrust" once it says what it is: "houtrust".
  static std::string own_name(const std::string& name) {
    const std::size_t dash = name.find(" - ");
    return foreign::folded_name(dash == std::string::npos ? name : name.substr(dash + 3));
  }

  /// Whether an earlier source placed one of that name.
  [[nodiscard]] bool named_before(const std::string& kind, const std::string& name) const {
    const auto known = names_.find(kind);
    const std::string own = own_name(name);
    return known != names_.end() && !own.empty() &&
           std::any_of(known->second.begin(), known->second.end(),
                       [&own](const std::string& other) { return other.find(own) != std::string::npos; });
  }

  /// Where a plant without coordinates stands, by its name: "RWZI - Den Haag (Houtrust)".
  [[nodiscard]] std::string municipality_by_name(const std::string& name) const {
    const std::string folded = own_name(name);
    for (const CensusRow& row : chosen_.rows) {
      const std::string own = foreign::folded_name(row.name);
      if (folded == own || folded.starts_with(own + " ")) return row.code;
    }
    for (std::size_t i = 0; i < ground_.named_places.size(); ++i) {
      const ground::NamedPlace& place = ground_.named_places[i];
      if (folded == foreign::folded_name(ground_.facts.places[place.fact].name)) return place.municipality;
    }
    return {};
  }

  void take_thing(const Thing& thing, foreign::PartReport& part) {
    const std::string kind = asset_kind(thing, part.content);
    if (kind.empty()) {
      part.drop("other_kind", 0);
      return;
    }
    std::string stem = kind;
    std::replace(stem.begin(), stem.end(), '_', '-');
    const std::string id = stem + "/" + foreign_key(thing);
    const bool again = known_ids_.contains(id);
    if (!again && !thing.place && named_before(kind, thing.name)) {
      ++matched_;
      part.drop("known", 0);
      return;
    }
    std::string where = thing.place ? municipality(*thing.place) : municipality_by_name(thing.name);
    const bool grid_nearby = kind == "hv_station" && thing.place && chosen_.bounds.contains(*thing.place);
    if (where.empty() && !grid_nearby) {
      part.drop(thing.place ? "outside" : "no_place", 0);
      return;
    }
    if (!again && thing.place && doubled(kind, *thing.place)) {
      ++matched_;
      part.drop("known", 0);
      return;
    }
    if (!ids_.insert(id).second) {
      part.drop("key_twice", 0);
      return;
    }
    const Owner owner = owner_of(kind);
    const std::string name = !thing.name.empty() ? thing.name
                             : thing.place       ? unnamed(ground_, kind, *thing.place)
                                                 : std::string(ground::kind_of(kind).subject);
    const std::string asset = ground_.draft.asset({.id = id,
                                                   .name = name,
                                                   .kind = kind,
                                                   .organisation = owner.id.empty() ? where : owner.id,
                                                   .municipality = where,
                                                   .place = thing.place,
                                                   .decimals = 4,
                                                   .external = where.empty(),
                                                   .origin = {source_, "published"}});
    ++part.rows_used;
    if (!thing.place) return;
    places_[kind].push_back(geo::to_rd(*thing.place));
    names_[kind].push_back(foreign::folded_name(name));
    part.see(*thing.place);
    if (kind == "hv_station") return;
    ground::power(ground_, asset, *thing.place);
    if (is_candidate(kind))
      point("local/" + foreign_key(thing), name, "local", where, *thing.place, "information help_requests charging", "",
            "assumption");
    if (kind == "fire_station")
      point("coordinating/" + foreign_key(thing), name, "coordinating", owner.id, *thing.place,
            "information help_requests radio_link first_aid", "", "assumption");
  }

  /// A list of one's own becomes support points, also where a file of the public has the building.
  void take_site(const Thing& thing, foreign::PartReport& part) {
    const std::string where = municipality(*thing.place);
    if (where.empty()) {
      part.drop("outside", 0);
      return;
    }
    const std::string level = foreign::folded_name(thing.level.empty() ? thing.kind : thing.level);
    const bool coordinating = level.find("coord") != std::string::npos;
    const std::string id = "site/" + foreign_key(thing);
    if (!ids_.insert(id).second) {
      part.drop("key_twice", 0);
      return;
    }
    point(id, thing.name.empty() ? thing.key : thing.name, coordinating ? "coordinating" : "local", where, *thing.place,
          thing.functions, thing.capacity && *thing.capacity >= 0 ? canonical_number(*thing.capacity) : "", "register");
    ++part.rows_used;
    part.see(*thing.place);
  }

  /// The key without blanks: ids stand in lists that blanks separate.
  static std::string foreign_key(const Thing& thing) {
    std::string key = thing.key;
    std::replace(key.begin(), key.end(), ' ', '-');
    return key;
  }

  void point(const std::string& id, const std::string& name, const char* level, const std::string& organisation,
             geo::LonLat place, const std::string& functions, const std::string& capacity, const char* confidence) {
    const geo::LonLat at = geo::rounded(place, 4);
    ground_.draft.row("support_points", {{"id", id},
                                         {"name", name},
                                         {"level", level},
                                         {"organisation", organisation},
                                         {"area", ground_.facts.areas[ground_.territory.cell_at(place).area].id},
                                         {"lon", canonical_number(at.lon)},
                                         {"lat", canonical_number(at.lat)},
                                         {"functions", functions},
                                         {"capacity_per_h", capacity},
                                         {"confirmed", "false"},
                                         {"source", source_},
                                         {"confidence", confidence}});
  }

  ground::Ground& ground_;
  const ChosenMunicipalities& chosen_;
  std::vector<foreign::PartReport>& parts_;
  OutlineIndex index_;
  std::string source_;
  std::int64_t matched_ = 0;
  bool grid_known_ = false;                                   ///< a source of power nodes had stations of the region
  std::map<std::string, std::vector<geo::RdMetres>> places_;  ///< by kind
  std::map<std::string, std::vector<std::string>> names_;     ///< by kind, folded
  std::set<std::string> ids_;
  std::set<std::string> known_ids_;
};

}  // namespace

std::string asset_kind(const Thing& thing, Content content) {
  if (content == Content::power_nodes) return "hv_station";
  if (content == Content::sewage_plants) return "sewage_treatment";
  if (content == Content::hospitals) {
    const std::string kind = foreign::folded_name(thing.kind);
    return kind.starts_with("academisch") || kind.starts_with("algemeen") ? "hospital_acute" : "hospital_planned";
  }
  for (const KindOf& known : kinds_of)
    if (known.word == thing.kind) return std::string(known.asset);
  return {};
}

Owner owner_of(const std::string& asset_kind) {
  for (const OwnerOf& owner : owners)
    if (region::has_word(owner.assets, asset_kind)) return {owner.id, owner.name, owner.kind, owner.track};
  return {};
}

void add_standing(ground::Ground& ground, const std::vector<ThingSource>& sources, const ChosenMunicipalities& chosen,
                  std::vector<foreign::PartReport>& parts,
                  const std::map<std::string, std::vector<KnownAsset>>& known) {
  Adder adder(ground, chosen, parts, known);
  for (const ThingSource& source : sources) adder.take(source);
}

}  // namespace veer::importers::fresh
