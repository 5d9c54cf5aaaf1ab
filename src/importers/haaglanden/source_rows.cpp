#include <array>

#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

struct SourceRow {
  const char* id;
  const char* title;
  const char* publisher;
  const char* url;
  const char* date;
  const char* licence;
};
constexpr std::array own_sources{
    SourceRow{"cbs-pc4",
              "Bevolking en leeftijd per postcode, 1 januari 2021 (StatLine 83502NED en 83503NED); omtrekken "
              "Kerncijfers per postcode 2020",
              "CBS / Kadaster", "https://opendata.cbs.nl", "2021-01-01", "CC BY 4.0"},
    SourceRow{"cbs-municipalities", "Wijk- en buurtkaart 2017: inwoners en huishoudens per gemeente", "CBS / Kadaster",
              "https://www.cbs.nl", "2017", "CC BY 4.0"},
    SourceRow{"osm", "OpenStreetMap: adressen en voorzieningen in Haaglanden", "OpenStreetMap-bijdragers",
              "https://www.openstreetmap.org", "2021-08-06", "ODbL 1.0"},
    SourceRow{"facilities",
              "Publieke voorzieningen van Haaglanden: posities uit OpenStreetMap en de ziekenhuislijst van het RIVM "
              "(2016), enkele uit algemene kennis",
              "Veerkracht", "", "2021", "ODbL 1.0"},
    SourceRow{"power-osm", "Hoogspanningsnet van Nederland uit OpenStreetMap (SciGRID-methode)",
              "OpenStreetMap-bijdragers", "https://doi.org/10.5281/zenodo.250427", "2017-01", "ODbL 1.0"},
    SourceRow{"vital-processes",
              "Lijst van vitale processen; indeling in pijlers en maximale uitval zijn een aanname van dit project",
              "NCTV", "https://www.nctv.nl", "", ""},
    SourceRow{"discussion-note", "Discussienotitie weerbare samenleving, werkconferentie van 12 september",
              "Veiligheidsregio Haaglanden", "", "2025", ""},
    SourceRow{"general-knowledge", "Algemene kennis, niet nagezocht", "Veerkracht", "", "", ""},
    SourceRow{"layout", "Aannemelijke inrichting van dit project: voorbeeldgegevens, niet door eigenaren bevestigd",
              "Veerkracht", "", "", "ODbL 1.0"},
};

}  // namespace

void add_sources(Context& context) {
  for (const SourceRow& row : own_sources)
    context.draft.row("sources", {{"id", row.id},
                                  {"title", row.title},
                                  {"publisher", row.publisher},
                                  {"url", row.url},
                                  {"date", row.date},
                                  {"licence", row.licence}});
}

}  // namespace veer::importers::haaglanden
