#include "importers/foreign/columns.hpp"

#include <algorithm>
#include <utility>

namespace veer::importers::foreign {

namespace {

struct Alias {
  std::string_view name;  ///< plain
  Meaning meaning;
};

/// PDOK's long names (2014 on), the names of the shapefiles (up to 2023), StatLine's, those of the postcode files
/// (long, and short in their shapefiles), and what people call columns of their own. Of one meaning the first that
/// occurs in this list counts.
constexpr std::array aliases{
    Alias{"buurtcode", Meaning::neighbourhood_code},
    Alias{"bu_code", Meaning::neighbourhood_code},
    Alias{"buurtcode_2014", Meaning::neighbourhood_code},
    Alias{"buurtnaam", Meaning::neighbourhood_name},
    Alias{"bu_naam", Meaning::neighbourhood_name},
    Alias{"wijkcode", Meaning::district_code},
    Alias{"wk_code", Meaning::district_code},
    Alias{"wijknaam", Meaning::district_name},
    Alias{"wk_naam", Meaning::district_name},
    Alias{"gemeentecode", Meaning::municipality_code},
    Alias{"gm_code", Meaning::municipality_code},
    Alias{"municipality_code", Meaning::municipality_code},
    Alias{"gemeente_code", Meaning::municipality_code},
    Alias{"gemeentenaam", Meaning::municipality_name},
    Alias{"gm_naam", Meaning::municipality_name},
    Alias{"gemeente", Meaning::municipality_name},
    Alias{"codering", Meaning::region_code},
    Alias{"wijkenenbuurten", Meaning::region_code},
    Alias{"regios", Meaning::region_code},
    Alias{"postcode6", Meaning::postcode6},
    Alias{"pc6", Meaning::postcode6},
    Alias{"pc6code", Meaning::postcode6},
    Alias{"postcode5", Meaning::postcode5},
    Alias{"pc5", Meaning::postcode5},
    Alias{"postcode4", Meaning::postcode},
    Alias{"pc4", Meaning::postcode},
    Alias{"pc4_code", Meaning::postcode},
    Alias{"pc4code", Meaning::postcode},
    Alias{"postcode", Meaning::postcode},
    Alias{"water", Meaning::water},
    Alias{"aantal_inwoners", Meaning::residents},
    Alias{"aant_inw", Meaning::residents},
    Alias{"aantalinwoners", Meaning::residents},
    Alias{"inwoner", Meaning::residents},
    Alias{"inwoners", Meaning::residents},
    Alias{"population", Meaning::residents},
    Alias{"est_inwoners", Meaning::residents},
    Alias{"bevolking", Meaning::residents},
    Alias{"totalebevolking", Meaning::residents},
    Alias{"residents", Meaning::residents},
    Alias{"aantal_huishoudens", Meaning::households},
    Alias{"aantal_hh", Meaning::households},
    Alias{"huishoudenstotaal", Meaning::households},
    Alias{"aantal_part_huishoudens", Meaning::households},
    Alias{"households", Meaning::households},
    Alias{"huishoudens", Meaning::households},
    Alias{"gemiddelde_huishoudsgrootte", Meaning::household_size},
    Alias{"gemiddelde_huishoudensgrootte", Meaning::household_size},
    Alias{"gem_hh_gr", Meaning::household_size},
    Alias{"gemiddeldehuishoudensgrootte", Meaning::household_size},
    Alias{"gemiddeldehuishoudsgrootte", Meaning::household_size},
    Alias{"aantal_inwoners_0_tot_15_jaar", Meaning::age_0_14},
    Alias{"inw_0_14", Meaning::age_0_14},
    Alias{"inw_014", Meaning::age_0_14},
    Alias{"k_0tot15jaar", Meaning::age_0_14},
    Alias{"aantal_inwoners_15_tot_25_jaar", Meaning::age_15_24},
    Alias{"inw_15_24", Meaning::age_15_24},
    Alias{"inw_1524", Meaning::age_15_24},
    Alias{"k_15tot25jaar", Meaning::age_15_24},
    Alias{"aantal_inwoners_25_tot_45_jaar", Meaning::age_25_44},
    Alias{"inw_25_44", Meaning::age_25_44},
    Alias{"inw_2544", Meaning::age_25_44},
    Alias{"k_25tot45jaar", Meaning::age_25_44},
    Alias{"aantal_inwoners_45_tot_65_jaar", Meaning::age_45_64},
    Alias{"inw_45_64", Meaning::age_45_64},
    Alias{"inw_4564", Meaning::age_45_64},
    Alias{"k_45tot65jaar", Meaning::age_45_64},
    Alias{"aantal_inwoners_65_jaar_en_ouder", Meaning::age_65_plus},
    Alias{"inw_65_plus", Meaning::age_65_plus},
    Alias{"inw_65pl", Meaning::age_65_plus},
    Alias{"k_65jaarofouder", Meaning::age_65_plus},
    Alias{"est_65_plus", Meaning::age_65_plus},
    Alias{"population_65_plus", Meaning::age_65_plus},
    Alias{"inw_75_plus", Meaning::age_75_plus},
    Alias{"inw_85_plus", Meaning::age_85_plus},
    Alias{"population_85_plus", Meaning::age_85_plus},
    Alias{"percentage_personen_0_tot_15_jaar", Meaning::percent_0_14},
    Alias{"p_00_14_jr", Meaning::percent_0_14},
    Alias{"percentage_personen_15_tot_25_jaar", Meaning::percent_15_24},
    Alias{"p_15_24_jr", Meaning::percent_15_24},
    Alias{"percentage_personen_25_tot_45_jaar", Meaning::percent_25_44},
    Alias{"p_25_44_jr", Meaning::percent_25_44},
    Alias{"percentage_personen_45_tot_65_jaar", Meaning::percent_45_64},
    Alias{"p_45_64_jr", Meaning::percent_45_64},
    Alias{"percentage_personen_65_jaar_en_ouder", Meaning::percent_65_plus},
    Alias{"p_65_eo_jr", Meaning::percent_65_plus},
    Alias{"aantal_woningen", Meaning::homes},
    Alias{"woning", Meaning::homes},
    Alias{"woningen", Meaning::homes},
    Alias{"lon", Meaning::longitude},
    Alias{"lng", Meaning::longitude},
    Alias{"long", Meaning::longitude},
    Alias{"longitude", Meaning::longitude},
    Alias{"lengtegraad", Meaning::longitude},
    Alias{"oosterlengte", Meaning::longitude},
    Alias{"lat", Meaning::latitude},
    Alias{"latitude", Meaning::latitude},
    Alias{"breedtegraad", Meaning::latitude},
    Alias{"noorderbreedte", Meaning::latitude},
    Alias{"rd_x", Meaning::rd_x},
    Alias{"x_rd", Meaning::rd_x},
    Alias{"rdx", Meaning::rd_x},
    Alias{"xrd", Meaning::rd_x},
    Alias{"rd_y", Meaning::rd_y},
    Alias{"y_rd", Meaning::rd_y},
    Alias{"rdy", Meaning::rd_y},
    Alias{"yrd", Meaning::rd_y},
    Alias{"x", Meaning::plain_x},
    Alias{"x_coordinaat", Meaning::plain_x},
    Alias{"xcoord", Meaning::plain_x},
    Alias{"x_coord", Meaning::plain_x},
    Alias{"easting", Meaning::plain_x},
    Alias{"y", Meaning::plain_y},
    Alias{"y_coordinaat", Meaning::plain_y},
    Alias{"ycoord", Meaning::plain_y},
    Alias{"y_coord", Meaning::plain_y},
    Alias{"northing", Meaning::plain_y},
    Alias{"naam_ziekenhuis", Meaning::name},
    Alias{"rwzi_name", Meaning::name},
    Alias{"naam", Meaning::name},
    Alias{"name", Meaning::name},
    Alias{"locatie", Meaning::name},
    Alias{"locatienaam", Meaning::name},
    Alias{"omschrijving", Meaning::name},
    Alias{"housenumber", Meaning::house_number},
    Alias{"huisnummer", Meaning::house_number},
    Alias{"addr_housenumber", Meaning::house_number},
    Alias{"plaats", Meaning::place_name},
    Alias{"woonplaats", Meaning::place_name},
    Alias{"woonplaatsnaam", Meaning::place_name},
    Alias{"soort_ziekenhuis", Meaning::kind},
    Alias{"soort", Meaning::kind},
    Alias{"type", Meaning::kind},
    Alias{"kind", Meaning::kind},
    Alias{"categorie", Meaning::kind},
    Alias{"id", Meaning::identifier},
    Alias{"nummer", Meaning::identifier},
    Alias{"code", Meaning::identifier},
    Alias{"identificatie", Meaning::identifier},
    Alias{"ziekenhuisnummer", Meaning::identifier},
    Alias{"rwzi_number", Meaning::identifier},
    Alias{"v_id", Meaning::identifier},
    Alias{"bus_id", Meaning::identifier},
    Alias{"osm_id", Meaning::identifier},
    Alias{"capaciteit", Meaning::capacity},
    Alias{"capacity", Meaning::capacity},
    Alias{"biocapgr136", Meaning::capacity},
    Alias{"capacity_per_h", Meaning::capacity},
    Alias{"niveau", Meaning::level},
    Alias{"level", Meaning::level},
    Alias{"functies", Meaning::function},
    Alias{"functions", Meaning::function},
    Alias{"functie", Meaning::function},
    Alias{"gebruiksdoel", Meaning::function},
};

}  // namespace

std::string plain_name(std::string_view column) {
  std::string out;
  for (const char c : column) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  while (out.ends_with('_')) out.pop_back();
  return out;
}

Columns::Columns(const std::vector<std::string>& names) {
  for (const std::string& name : names) plain_.push_back(plain_name(name));
  // "AantalInwoners_5": StatLine numbers its columns; "inw_65_plus" and "postcode_4" must keep their digits, so the
  // bare name is tried only where the whole one means nothing.
  const auto bare = [](const std::string& name) {
    const std::size_t digits = name.find_last_not_of("0123456789");
    const bool numbered = digits != std::string::npos && digits + 1 < name.size() && name[digits] == '_' && digits > 0;
    return numbered ? name.substr(0, digits) : std::string();
  };
  for (const Alias& alias : aliases) {
    auto& slot = found_[static_cast<std::size_t>(alias.meaning)];
    for (std::size_t i = 0; i < plain_.size() && !slot; ++i)
      if (plain_[i] == alias.name || bare(plain_[i]) == alias.name) slot = i;
  }
}

std::optional<std::size_t> Columns::find(std::string_view plain) const {
  const auto found = std::find(plain_.begin(), plain_.end(), plain);
  if (found == plain_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - plain_.begin());
}

std::optional<std::pair<std::size_t, std::size_t>> Columns::place() const {
  for (const auto& [x, y] : {std::pair{Meaning::longitude, Meaning::latitude}, std::pair{Meaning::rd_x, Meaning::rd_y},
                             std::pair{Meaning::plain_x, Meaning::plain_y}})
    if (has(x) && has(y)) return std::pair{*find(x), *find(y)};
  return std::nullopt;
}

}  // namespace veer::importers::foreign
