#include "importers/messages.hpp"

#include <array>

namespace veer::importers {

namespace {

constexpr std::array catalogue{
    MessageText{"importers.campaign.twice",
                "Gebied {0} heeft al een campagne achter de rug. Begin met het pakket van vóór de campagne.",
                "Area {0} has had a campaign already. Start from the package before the campaign."},
    MessageText{"importers.survey.no_area",
                "De enquête heeft geen kolom 'area' met het gebied of de gemeente van elke deelnemer. Voeg die toe.",
                "The survey has no column 'area' with the area or municipality of each respondent. Add it."},
    MessageText{"importers.survey.no_need",
                "De enquête vraagt naar geen enkele behoefte. Noem kolommen <behoefte>_h of <behoefte>_days, met een "
                "behoefte uit: {0}.",
                "The survey asks after no daily need. Name columns <need>_h or <need>_days, with a need of: {0}."},
    MessageText{
        "importers.survey.need",
        "Behoefte '{0}' bestaat niet in deze regio. Noem de kolom naar een behoefte, of laat haar weg. Behoeften "
        "zijn: {1}.",
        "Need '{0}' does not exist in this region. Name the column after a need, or leave it out. Needs are: "
        "{1}."},
    MessageText{"importers.survey.need_near",
                "Behoefte '{0}' bestaat niet in deze regio. Bedoelt u kolom '{1}'? Laat de kolom anders weg. Behoeften "
                "zijn: {2}.",
                "Need '{0}' does not exist in this region. Do you mean column '{1}'? Else leave the column out. Needs "
                "are: {2}."},
    MessageText{"importers.survey.twice",
                "Naar '{0}' wordt twee keer gevraagd: in '{1}' en in '{2}'. Houd een van de twee kolommen over.",
                "'{0}' is asked twice: in '{1}' and in '{2}'. Keep one of the two columns."},
    MessageText{
        "importers.survey.area",
        "Gebied of gemeente '{0}' bestaat niet in deze regio (rijen: {1}). De ids staan in tabel areas, kolommen "
        "id en municipality.",
        "Area or municipality '{0}' does not exist in this region (rows: {1}). The ids stand in table areas, "
        "columns id and municipality."},
    MessageText{
        "importers.survey.area_near",
        "Gebied of gemeente '{0}' bestaat niet in deze regio (rijen: {1}). Er op lijken: {2}. Alle ids staan in "
        "tabel areas, kolommen id en municipality.",
        "Area or municipality '{0}' does not exist in this region (rows: {1}). Alike are: {2}. All ids stand in "
        "table areas, columns id and municipality."},
    MessageText{
        "importers.survey.area_empty",
        "Het gebied is niet ingevuld (rijen: {0}). Vul een gebied of gemeente in uit tabel areas, kolommen id en "
        "municipality, of laat de rij weg.",
        "The area is empty (rows: {0}). Fill in an area or municipality of table areas, columns id and "
        "municipality, or leave the row out."},
    MessageText{
        "importers.survey.number",
        "'{0}' is geen getal van 0 tot en met {1}. Vul in hoelang het huishouden vooruit kan, of laat de cel leeg "
        "als er niet geantwoord is.",
        "'{0}' is no number from 0 to {1}. Fill in how long the household manages, or leave the cell empty "
        "where nobody answered."},
    MessageText{"importers.survey.weight",
                "Gewicht '{0}' is geen getal van 0 tot en met {1}. Vul in hoe zwaar het antwoord telt; 1 is gewoon.",
                "Weight '{0}' is no number from 0 to {1}. Fill in how much the answer counts; 1 is usual."},
    MessageText{"importers.survey.wrong",
                "De enquête heeft {0} fouten en is niet ingelezen. Verbeter ze en lees opnieuw in.",
                "The survey has {0} faults and was not read. Mend them and import again."},
    MessageText{"importers.survey.wrong_one",
                "De enquête heeft een fout en is niet ingelezen. Verbeter die en lees opnieuw in.",
                "The survey has a fault and was not read. Mend it and import again."},
    MessageText{"importers.survey.correction",
                "De correctie is {0}; verwacht een getal boven 0 en hoogstens 1. Mensen zeggen meer te hebben dan zij "
                "hebben, niet minder.",
                "The correction is {0}; expected a number above 0 and at most 1. People say that they have more than "
                "they have, not less."},
    MessageText{
        "importers.survey.few",
        "De antwoorden zijn samen {0} gelijke antwoorden waard; er zijn er {1} nodig voor een profiel. Voeg "
        "deelnemers toe of maak de gewichten gelijkmatiger.",
        "The answers together are worth {0} equal ones; a profile takes {1}. Add respondents or make the weights "
        "more even."},
    MessageText{"importers.package_missing",
                "hier staat geen regiopakket; verwacht een map met datapackage.json, een .xlsx- of een .gpkg-bestand",
                "there is no region package here; expected a folder with datapackage.json, an .xlsx or a .gpkg file"},
    MessageText{
        "importers.package_form",
        "aan '{0}' is niet te zien in welke vorm het regiopakket is; verwacht een map, een .xlsx- of een .gpkg-bestand",
        "'{0}' does not tell in which form the region package is; expected a folder, an .xlsx or a .gpkg file"},
    MessageText{"importers.package_refused",
                "het regiopakket kan niet worden gelezen: {0} fouten. Los ze op en probeer het opnieuw",
                "the region package cannot be read: {0} errors. Solve them and try again"},
    MessageText{"importers.table_missing_csv", "tabel '{0}' ontbreekt; verwacht het bestand {1} naast datapackage.json",
                "table '{0}' is missing; expected the file {1} beside datapackage.json"},
    MessageText{"importers.table_missing_sheet", "tabel '{0}' ontbreekt; verwacht een blad '{0}' in deze werkmap",
                "table '{0}' is missing; expected a sheet '{0}' in this workbook"},
    MessageText{"importers.table_missing_layer", "tabel '{0}' ontbreekt; verwacht een laag '{0}' in dit GeoPackage",
                "table '{0}' is missing; expected a layer '{0}' in this GeoPackage"},
    MessageText{"importers.column_missing", "kolom '{0}' ontbreekt; verwacht in de rij met kolomnamen",
                "column '{0}' is missing; expected in the row with column names"},
    MessageText{"importers.column_unknown", "kolom '{0}' hoort niet bij tabel '{1}'. Verwijder haar",
                "column '{0}' does not belong to table '{1}'. Remove it"},
    MessageText{"importers.column_unknown_near", "kolom '{0}' hoort niet bij tabel '{1}'; bedoelt u '{2}'?",
                "column '{0}' does not belong to table '{1}'; did you mean '{2}'?"},
    MessageText{"importers.row_empty", "de rij is leeg en is overgeslagen", "the row is empty and was skipped"},
    MessageText{"importers.table_twice", "tabel '{0}' komt twee keer voor; verwijder er een",
                "table '{0}' occurs twice; remove one of them"},
    MessageText{"importers.table_unknown", "'{0}' is geen tabel van een regiopakket en is overgeslagen",
                "'{0}' is no table of a region package and was skipped"},
    MessageText{"importers.table_unknown_near",
                "'{0}' is geen tabel van een regiopakket en is overgeslagen; bedoelt u '{1}'?",
                "'{0}' is no table of a region package and was skipped; did you mean '{1}'?"},
    MessageText{"importers.file_unused", "dit bestand hoort niet bij het regiopakket en is overgeslagen",
                "this file is no part of the region package and was skipped"},
    MessageText{"importers.file_unlisted",
                "dit bestand is gelezen, maar staat niet bij de resources in datapackage.json",
                "this file was read, but datapackage.json does not list it under resources"},
    MessageText{"importers.metadata_missing", "'{0}' ontbreekt; verwacht een tekst die niet leeg is",
                "'{0}' is missing; expected a text that is not empty"},
    MessageText{"importers.metadata_type", "'{0}' heeft niet de verwachte vorm; verwacht {1}",
                "'{0}' does not have the expected form; expected {1}"},
    MessageText{"importers.metadata_unknown", "gegeven '{0}' is onbekend en is overgeslagen",
                "item '{0}' is unknown and was skipped"},
    MessageText{"importers.resource_path",
                "pad '{0}' wijst buiten de map; verwacht een bestandsnaam zonder map, zoals areas.csv",
                "path '{0}' points outside the folder; expected a file name without folder, such as areas.csv"},
    MessageText{"importers.outline_twice", "gebied '{0}' heeft meer dan één omtrek; verwijder er een",
                "area '{0}' has more than one outline; remove one of them"},
    MessageText{"importers.outline_without_id", "omtrek {0} heeft geen id; verwacht de id van een gebied",
                "outline {0} has no id; expected the id of an area"},
    MessageText{"importers.outline_kind", "verwacht vlakken (Polygon of MultiPolygon), gevonden punten of niets",
                "expected polygons (Polygon or MultiPolygon), found points or nothing"},
    MessageText{
        "importers.outline_open",
        "de omtrek van gebied '{0}' is niet gesloten of heeft te weinig punten; zonder dat is hij niet terug te lezen",
        "the outline of area '{0}' is not closed or has too few points; like that it cannot be read back"},
    MessageText{"importers.point_moved",
                "het punt van '{0}' ligt niet op lon, lat van de rij; de kolommen gelden. Werk lon en lat bij als het "
                "punt is verplaatst",
                "the point of '{0}' does not lie at lon, lat of its row; the columns count. Update lon and lat if the "
                "point was moved"},
    MessageText{
        "importers.walks.no_street",
        "binnen {1} m van '{0}' ligt geen straat waarover te lopen is; er zijn geen looptijden. Controleer lon en "
        "lat, of het kaartbestand",
        "within {1} m of '{0}' there is no street that may be walked; it has no walking times. Check lon and lat, "
        "or the map file"},
    MessageText{
        "importers.walks.island",
        "'{0}' ligt aan straten die niet met het grote stratennet zijn verbonden; alleen wat op dat eiland ligt is "
        "te voet bereikbaar",
        "'{0}' lies at streets that are not joined to the main network; only what lies on that island can be "
        "reached on foot"},
    MessageText{
        "importers.walks.nothing",
        "de regio heeft geen rijen in tabel {0}; looptijden gaan van cells naar support_points. Vul die tabellen "
        "eerst",
        "the region has no rows in table {0}; walks go from cells to support_points. Fill these tables first"},
    MessageText{"importers.ground.no_addresses",
                "gebied {0} heeft {1} inwoners maar geen adres om ze over te verdelen; vul de adressen aan",
                "area {0} has {1} residents but no address to spread them over; complete the addresses"},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::importers
