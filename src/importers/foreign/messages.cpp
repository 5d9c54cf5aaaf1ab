#include "importers/foreign/messages.hpp"

#include <array>

namespace veer::importers::foreign {

namespace {

constexpr std::array catalogue{
    MessageText{"importers.foreign.no_folder", "deze map is er niet; geef de map met uw bestanden",
                "there is no such folder; give the folder with your files"},
    MessageText{"importers.foreign.folder_unread", "de map kan niet worden gelezen ({0}); controleer de rechten",
                "the folder cannot be read ({0}); check the rights"},
    MessageText{"importers.foreign.swapped",
                "de kolommen '{0}' en '{1}' zijn verwisseld (gevonden {2} en {3}); wissel de namen om",
                "the columns '{0}' and '{1}' are changed over (found {2} and {3}); swap their names"},
    MessageText{
        "importers.foreign.swapped_geojson",
        "lengte en breedte zijn verwisseld; GeoJSON heeft eerst de lengtegraad (4,3), dan de breedtegraad (52,1)",
        "longitude and latitude are changed over; GeoJSON has the longitude (4.3) first, then the latitude (52.1)"},
    MessageText{
        "importers.foreign.no_system",
        "'{0}' en '{1}' zijn geen graden en geen RD-meters (gevonden {2} en {3}); verwacht een lengte en breedte "
        "zoals 4,31 en 52,07, of RD x 0–300.000 en y 300.000–620.000",
        "'{0}' and '{1}' are neither degrees nor RD metres (found {2} and {3}); expected a longitude and latitude "
        "such as 4.31 and 52.07, or RD x 0–300,000 and y 300,000–620,000"},
    MessageText{
        "importers.foreign.no_areas",
        "geen van de {0} rijen is een gebied met een code; verwacht een kolom met codes als GM0518, BU05180101 of "
        "2511",
        "none of the {0} rows is an area with a code; expected a column with codes such as GM0518, BU05180101 or "
        "2511"},
    MessageText{"importers.foreign.code_twice",
                "code {0} staat er twee keer, met {1} en met {2} inwoners; verwijder de rij die niet klopt",
                "code {0} stands there twice, with {1} and with {2} residents; remove the row that is wrong"},
    MessageText{"importers.foreign.other_content",
                "dit is '{0}'; verwacht '{1}'. Geef het juiste bestand, of gebruik het commando voor deze soort",
                "this is '{0}'; expected '{1}'. Give the right file, or use the command for this kind"},
    // What a file is about
    MessageText{"importers.foreign.content.osm_map", "kaart van OpenStreetMap", "map of OpenStreetMap"},
    MessageText{"importers.foreign.content.census", "inwoners per gebied", "residents per area"},
    MessageText{"importers.foreign.content.statline_rows", "cijfers uit StatLine", "figures from StatLine"},
    MessageText{"importers.foreign.content.statline_measures", "namen van onderwerpen uit StatLine",
                "names of measures from StatLine"},
    MessageText{"importers.foreign.content.age_decades", "inwoners per gemeente in tientallen jaren",
                "residents per municipality in tens of years"},
    MessageText{"importers.foreign.content.addresses", "adressen", "addresses"},
    MessageText{"importers.foreign.content.homes", "verblijfsobjecten uit de BAG", "residential units of the BAG"},
    MessageText{"importers.foreign.content.places_of_interest", "voorzieningen uit OpenStreetMap",
                "points of interest of OpenStreetMap"},
    MessageText{"importers.foreign.content.named_places", "plaatsnamen", "names of places"},
    MessageText{"importers.foreign.content.facilities", "publieke voorzieningen", "public facilities"},
    MessageText{"importers.foreign.content.hospitals", "ziekenhuizen", "hospitals"},
    MessageText{"importers.foreign.content.sewage_plants", "rioolwaterzuiveringen", "sewage plants"},
    MessageText{"importers.foreign.content.power_nodes", "stations van het hoogspanningsnet",
                "stations of the high-voltage grid"},
    MessageText{"importers.foreign.content.connections", "kleinverbruikaansluitingen", "small connections"},
    MessageText{"importers.foreign.content.sites", "eigen lijst van locaties", "own list of sites"},
    MessageText{"importers.foreign.content.parameters", "parameters met hun spreiding", "parameters with their spread"},
    MessageText{"importers.foreign.content.power_other", "lijnen en eenheden van het hoogspanningsnet",
                "lines and units of the high-voltage grid"},
    MessageText{"importers.foreign.content.labels", "namen van wijken en buurten zonder omtrek",
                "names of districts and neighbourhoods without outlines"},
    MessageText{"importers.foreign.content.buildings", "panden uit de BAG", "buildings of the BAG"},
    MessageText{"importers.foreign.content.boundaries", "omtrekken zonder CBS-code", "outlines without a CBS code"},
    MessageText{"importers.foreign.content.background", "achtergrondkaart", "background map"},
    MessageText{"importers.foreign.content.travel_times", "reistijden tussen plaatsen", "travel times between places"},
    MessageText{"importers.foreign.content.street_graph", "stratennet in DIMACS-vorm", "street network in DIMACS form"},
    MessageText{"importers.foreign.content.region_package", "tabel van een regiopakket", "table of a region package"},
    MessageText{"importers.foreign.content.unknown", "onbekend", "unknown"},
    // What became of it
    MessageText{"importers.foreign.verdict.recognised", "herkend", "recognised"},
    MessageText{"importers.foreign.verdict.used", "gebruikt", "used"},
    MessageText{"importers.foreign.verdict.not_needed", "niet nodig voor een regio", "not needed for a region"},
    MessageText{"importers.foreign.verdict.doubled", "zegt hetzelfde als een ander bestand, overgeslagen",
                "says the same as another file, passed over"},
    MessageText{"importers.foreign.verdict.outside", "ligt helemaal buiten de regio, overgeslagen",
                "lies wholly outside the region, passed over"},
    MessageText{"importers.foreign.verdict.unknown", "niet herkend, overgeslagen", "not recognised, passed over"},
    // Why rows were left out
    MessageText{"importers.foreign.drop.water", "water of buitenland", "water or abroad"},
    MessageText{"importers.foreign.drop.no_code", "geen bruikbare code", "no usable code"},
    MessageText{"importers.foreign.drop.no_figure", "geen getal", "no figure"},
    MessageText{"importers.foreign.drop.code_twice", "code kwam al voor", "the code occurred before"},
    MessageText{"importers.foreign.drop.key_twice", "kwam al voor", "occurred before"},
    MessageText{"importers.foreign.drop.name_unknown", "gemeentenaam zonder bekende code",
                "name of a municipality without a known code"},
    MessageText{"importers.foreign.drop.no_place", "geen plaats", "no place"},
    MessageText{"importers.foreign.drop.no_area", "in geen gebied van de regio", "in no area of the region"},
    MessageText{"importers.foreign.drop.no_home", "geen woonfunctie", "not for living in"},
    MessageText{"importers.foreign.drop.not_in_use", "niet in gebruik", "not in use"},
    MessageText{"importers.foreign.drop.no_station", "geen station", "no station"},
    MessageText{"importers.foreign.drop.gas", "gas", "gas"},
    MessageText{"importers.foreign.drop.other_measure", "ander onderwerp", "another measure"},
    MessageText{"importers.foreign.drop.other_kind", "andere soort", "another kind"},
    MessageText{"importers.foreign.drop.outside", "buiten de regio", "outside the region"},
    MessageText{"importers.foreign.drop.known", "al bekend uit een ander bestand", "known from another file"},
    MessageText{"importers.foreign.drop.confirmed", "door de eigenaar bevestigd en daarom niet gewijzigd",
                "confirmed by its owner and therefore not changed"},
    MessageText{"importers.foreign.drop.not_in_region", "gebied staat niet in de regio",
                "the area is not in the region"},
    // Building a region
    MessageText{"importers.fresh.region_from", "de regio is de vereniging van deze {0} gemeenten",
                "the region is the union of these {0} municipalities"},
    MessageText{
        "importers.fresh.no_municipalities",
        "geen van de bestanden heeft omtrekken van gemeenten met een CBS-code; voeg de laag 'gemeenten' van CBS "
        "Wijken en Buurten toe",
        "none of the files has outlines of municipalities with a CBS code; add the layer 'gemeenten' of CBS "
        "Wijken en Buurten"},
    MessageText{"importers.fresh.municipality_unknown",
                "gemeente '{0}' staat in geen van de gemeentelagen; verwacht een CBS-code als GM0518. Dichtstbij: {1}",
                "municipality '{0}' is in none of the layers; expected a CBS code such as GM0518. Nearest: {1}"},
    MessageText{
        "importers.fresh.level_missing",
        "geen bestand dekt alle gemeenten van de regio met gebieden van die soort en hun inwoners; kies een andere "
        "--areas of voeg het bestand toe",
        "no file covers all municipalities of the region with areas of that kind and their residents; choose "
        "other --areas or add the file"},
    MessageText{
        "importers.fresh.no_residents",
        "gemeente {0} ({1}) heeft in geen bestand inwoners; voeg CBS Wijken en Buurten of een postcodebestand toe",
        "municipality {0} ({1}) has residents in no file; add CBS Wijken en Buurten or a postcode file"},
    MessageText{
        "importers.fresh.no_streets",
        "{0} vakken of punten hebben geen straat binnen {1} m en krijgen geen looptijden; dekt de kaart de hele "
        "regio?",
        "{0} squares or points have no street within {1} m and get no walking times; does the map cover the whole "
        "region?"},
    MessageText{"importers.fresh.spread_by_postcode",
                "de inwoners zijn verdeeld naar de huishoudens van {0} postcodes van zes tekens",
                "residents are spread by the households of {0} postcodes of six characters"},
    MessageText{"importers.fresh.households_from", "huishoudens van {0} gebieden geschat uit het aantal aansluitingen",
                "households of {0} areas estimated from the number of connections"},
    MessageText{"importers.fresh.complete.areas", "gebieden met inwoners", "areas with residents"},
    MessageText{"importers.fresh.complete.cells", "vakken van 250 m", "squares of 250 m"},
    MessageText{"importers.fresh.complete.electricity", "elektriciteit: stations en voedingsgebieden",
                "electricity: stations and feeding areas"},
    MessageText{"importers.fresh.complete.telecom", "telecom: masten, knooppunten, C2000",
                "telecom: masts, exchanges, C2000"},
    MessageText{"importers.fresh.complete.drinking_water", "drinkwater: productie en drukzones",
                "drinking water: production and pressure zones"},
    MessageText{"importers.fresh.complete.sewage", "riolering en gemalen", "sewage and pumps"},
    MessageText{"importers.fresh.complete.heat", "gas en warmte", "gas and heat"},
    MessageText{"importers.fresh.complete.fuel", "brandstof", "fuel"},
    MessageText{"importers.fresh.complete.care", "zorg: ziekenhuizen, huisartsen, apotheken, verpleeghuizen",
                "care: hospitals, GPs, pharmacies, nursing homes"},
    MessageText{"importers.fresh.complete.food", "levensmiddelen", "food"},
    MessageText{"importers.fresh.complete.payments", "betalingsverkeer", "payments"},
    MessageText{"importers.fresh.complete.response", "brandweer, politie, ambulance, 112",
                "fire, police, ambulance, 112"},
    MessageText{"importers.fresh.complete.crisis", "crisisorganisatie en rekencentra",
                "crisis organisation, data centres"},
    MessageText{"importers.fresh.complete.daily_needs", "dagelijkse behoeften met een leverancier (van 11)",
                "daily needs with a supplier (of 11)"},
    MessageText{"importers.fresh.complete.processes", "processen van gemeenten en diensten",
                "processes of municipalities and services"},
    MessageText{"importers.fresh.complete.backups", "noodvoorzieningen (accu, aggregaat, handwerk)",
                "back-ups (battery, generator, by hand)"},
    MessageText{"importers.fresh.complete.support_points", "kandidaten voor noodsteunpunten",
                "candidates for support points"},
    MessageText{"importers.fresh.complete.walks", "looptijden", "walking times"},
    MessageText{"importers.fresh.complete.channels", "kanalen om inwoners te bereiken", "channels to reach residents"},
    MessageText{"importers.fresh.complete.resources", "schaarse middelen", "scarce means"},
    MessageText{"importers.fresh.complete.measures", "maatregelen", "measures"},
    MessageText{"importers.fresh.complete.plans", "plannen", "plans"},
    MessageText{"importers.fresh.missing",
                "in deze regio ontbreekt nog: {0}. Daarover zegt de studie niets; vul de tabellen aan",
                "this region still lacks: {0}. The study says nothing about it; complete the tables"},
    MessageText{"importers.fresh.state.present", "aanwezig", "present"},
    MessageText{"importers.fresh.state.assumed", "aanname", "assumption"},
    MessageText{"importers.fresh.state.missing", "ontbreekt", "missing"},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::importers::foreign
