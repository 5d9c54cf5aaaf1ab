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
    SourceRow{"the-hague-2020", "Stroomstoring in Den Haag na brand in een station, 17 augustus 2020", "Omroep West",
              "https://www.omroepwest.nl/nieuws/4092824", "2020-08-17", ""},
    SourceRow{"noord-holland-2015", "Plan van aanpak stroomstoring Diemen, 27 maart 2015", "",
              "http://docplayer.nl/3274626-Plan-van-aanpak-stroomstoring-diemen-27-maart-2015.html", "2015", ""},
    SourceRow{"lancaster-2015", "Station in Lancaster onder water, 5 december 2015", "The Blackout Report",
              "https://theblackoutreport.co.uk/2019/12/11/lancaster-floods-living-without-electricity", "2019", ""},
    SourceRow{"copenhagen-2011", "Wolkbreuk van 2 juli 2011 in Kopenhagen", "Wikipedia (Deens)",
              "https://da.wikipedia.org/wiki/Skybruddet_den_2._juli_2011", "2011", ""},
    SourceRow{"kpn-2019", "Storing KPN, 112 ruim drie uur uit de lucht", "Omroep West",
              "https://www.omroepwest.nl/nieuws/3858248/Storing-KPN-verholpen-112-weer-bereikbaar", "2019-06-24", ""},
    SourceRow{"hof-van-twente-2020", "Gijzelsoftware bij de gemeente Hof van Twente", "Security.NL",
              "https://www.security.nl/posting/687281", "2021-01", ""},
    SourceRow{"liemers-2017", "De Liemers een dag zonder drinkwater: 30.000 huishoudens", "Omroep Gelderland",
              "http://www.omroepgelderland.nl/nieuws/2128356", "2017-02", ""},
    SourceRow{"pandemic-absence",
              "Planning assumptions of 3 September 2009: peak absence 12 %, with schools closed to 30 %",
              "Department of Health, by Cambridge Risk Solutions",
              "https://www.cambridge-risk.com/2009/swine-flu-new-uk-planning-assumptions-2/", "2009-09", ""},
    SourceRow{"cbs-cooling-2023",
              "Een op de drie huishoudens krijgt de woning niet koel op warme dagen (Belevingen 2023; zie ook "
              "longreads.cbs.nl, Duurzaam wonen)",
              "CBS, door Blik op nieuws", "https://www.blikopnieuws.nl/nieuws/303040", "2024-07", ""},
    SourceRow{"heat-wave-2019",
              "Hittegolf van 22 tot en met 27 juli 2019: bijna 400 sterfgevallen meer dan in een gemiddelde zomerweek",
              "CBS, door NU.nl", "https://www.nu.nl/binnenland/5976129", "2019-08", ""},
    SourceRow{"heat-2019-de-bilt",
              "De Bilt: 36,4 graden op 24 juli 2019 (Waldnet), 37,5 op 25 juli (PZC), 33,0 gemiddeld over de zes dagen "
              "(Het Parool, augustus 2020)",
              "",
              "https://www.parool.nl/nederland/"
              "hittegolf-met-ongekend-hoge-temperaturen-is-nog-niet-helemaal-voorbij~b0ba31a5/",
              "2020-08", ""},
    SourceRow{"rail-heat-2020", "Zorgen bij NS en ProRail om hittegolf: elke dag boven 30 graden is een risico",
              "De Telegraaf", "https://www.telegraaf.nl/nieuws/325308517/zorgen-bij-ns-en-pro-rail-om-hittegolf",
              "2020-08", ""},
    SourceRow{"sewer-design",
              "Ontwerpneerslag: riolen voor 60 of 90 liter per seconde per hectare, 15 tot 60 mm berging op straat",
              "Riool.net", "https://www.riool.net/ontwerpneerslagintensiteit", "", ""},
    SourceRow{"cabinet-flood", "Verhoogd elektriciteitshuisje: tegen water tot ongeveer 50 cm",
              "Klimaatadaptatie Nederland",
              "https://klimaatadaptatienederland.nl/kennisdossiers/overstroming/gevolgen-beperken/maatregelen/"
              "verhoogd-elektriciteitshuisje/",
              "", ""},
    SourceRow{"copenhagen-intensity",
              "Wolkbreuk van 2 juli 2011: 64,8 mm in een half uur, 150 mm in twee uur, waar het het hardst viel",
              "Berlingske en Denmark Today",
              "https://denmark-today.dk/vejret/global-opvarmning-giver-flere-skybrud-i-fremtiden/", "", ""},
    SourceRow{"national-risk", "Leidraad risicobeoordeling: klassen van impact, uit het hoofd", "ANV / RIVM",
              "https://www.rivm.nl", "", ""},
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
