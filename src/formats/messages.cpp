#include "formats/messages.hpp"

#include <array>

namespace veer::formats {

namespace {

constexpr std::array catalogue{
    // Files
    MessageText{"formats.not_found", "dit bestand is er niet; controleer de naam en de map",
                "there is no such file; check the name and the folder"},
    MessageText{"formats.is_folder", "dit is een map; hier wordt een bestand verwacht",
                "this is a folder; a file is expected here"},
    MessageText{"formats.not_readable", "het bestand kan niet worden gelezen ({0}); controleer de rechten",
                "the file cannot be read ({0}); check the permissions"},
    MessageText{"formats.damaged_gzip", "het gz-bestand is beschadigd of afgebroken; haal het opnieuw op",
                "the gz file is damaged or cut off; fetch it again"},
    MessageText{"formats.file_too_large",
                "het bestand is groter dan {0} MiB; zo groot is geen bestand van een regiopakket. Controleer of dit "
                "het goede bestand is",
                "the file is larger than {0} MiB; no file of a region package is that large. Check whether this is the "
                "right file"},
    MessageText{"formats.disk_full",
                "de schijf is vol of het bestand wordt te groot; er is niets gewijzigd. Maak ruimte vrij en probeer "
                "het opnieuw",
                "the disk is full or the file grows too large; nothing was changed. Free some space and try again"},
    MessageText{"formats.not_writable",
                "hier mag niet worden geschreven; er is niets gewijzigd. Kies een andere map of vraag schrijfrechten",
                "no permission to write here; nothing was changed. Choose another folder or ask for permission"},
    MessageText{"formats.not_a_folder",
                "een deel van dit pad is een bestand, geen map; er is niets gewijzigd. Kies een andere map",
                "a part of this path is a file, not a folder; nothing was changed. Choose another folder"},
    MessageText{"formats.no_folder",
                "de map bestaat niet en kan hier niet worden gemaakt; er is niets gewijzigd. Kies een andere map",
                "the folder does not exist and cannot be made here; nothing was changed. Choose another folder"},
    MessageText{"formats.not_a_file",
                "op deze plek staat een map of apparaat; er is niets gewijzigd. Kies een andere bestandsnaam",
                "a folder or device stands here; nothing was changed. Choose another file name"},
    MessageText{"formats.write_failed", "schrijven is mislukt ({0}); er is niets gewijzigd",
                "writing failed ({0}); nothing was changed"},
    // CSV
    MessageText{"formats.empty_table", "het bestand is leeg; verwacht een eerste rij met kolomnamen",
                "the file is empty; expected a first row with column names"},
    MessageText{"formats.not_text",
                "byte {0} komt in tekst niet voor; dit is geen CSV-bestand. Sla de tabel op als \"CSV UTF-8\"",
                "byte {0} does not occur in text; this is no CSV file. Save the table as \"CSV UTF-8\""},
    MessageText{"formats.broken_utf8",
                "byte 0x{0} op plek {1} van de rij is geen geldige UTF-8. Sla de tabel op als \"CSV UTF-8\"",
                "byte 0x{0} at position {1} of the row is not valid UTF-8. Save the table as \"CSV UTF-8\""},
    MessageText{
        "formats.row_too_long",
        "de rij is langer dan {0} KiB; dit lijkt geen CSV-bestand. Controleer of dit het goede bestand is",
        "the row is longer than {0} KiB; this does not look like a CSV file. Check whether this is the right file"},
    MessageText{"formats.too_many_rows",
                "de tabel heeft meer dan {0} rijen; dit is meer dan een regiopakket heeft. Controleer of dit het goede "
                "bestand is",
                "the table has more than {0} rows; that is more than a region package has. Check whether this is the "
                "right file"},
    MessageText{"formats.quote_open",
                "een aanhalingsteken dat in deze rij begint, wordt nergens gesloten. Zet er een \" achter, of schrijf "
                "een aanhalingsteken in een cel als \"\"",
                "a quotation mark that opens in this row is never closed. Add a \" behind it, or write a quotation "
                "mark in a cell as \"\""},
    MessageText{"formats.quote_inside",
                "in cel {0} staat een aanhalingsteken midden in de tekst. Zet de hele cel tussen \" en schrijf het "
                "teken zelf als \"\"",
                "cell {0} has a quotation mark inside its text. Put the whole cell between \" and write the mark "
                "itself as \"\""},
    MessageText{
        "formats.lone_return",
        "in cel {0} staat een los regeleinde (CR). Zet de cel tussen \" of sla de tabel op met gewone regeleinden",
        "cell {0} has a lone carriage return. Put the cell between \" or save the table with ordinary line ends"},
    MessageText{"formats.cell_count",
                "verwacht {0} cellen, gevonden {1}. Controleer of een komma in een cel tussen aanhalingstekens staat",
                "expected {0} cells, found {1}. Check whether a comma inside a cell stands between quotation marks"},
    MessageText{
        "formats.foreign_cells",
        "verwacht {0} cellen zoals in de kopregel, gevonden {1}; gelezen met scheidingsteken '{2}'. Controleer het "
        "scheidingsteken, en zet cellen waar het in voorkomt tussen aanhalingstekens",
        "expected {0} cells as in the header row, found {1}; read with separator '{2}'. Check the separator, and put "
        "cells that hold it between quotes"},
    MessageText{"formats.column_unnamed", "kolom {0} heeft geen naam; geef elke kolom een naam of verwijder haar",
                "column {0} has no name; give every column a name or remove it"},
    MessageText{"formats.column_twice", "kolom '{0}' komt twee keer voor; verwijder er een",
                "column '{0}' occurs twice; remove one of them"},
    // Workbooks
    MessageText{
        "formats.damaged_zip",
        "dit is geen geldig XLSX-bestand of het is beschadigd (onderdeel '{0}' ontbreekt of is niet leesbaar). Sla het "
        "opnieuw op als .xlsx",
        "this is no valid XLSX file, or it is damaged (part '{0}' is missing or unreadable). Save it again as .xlsx"},
    MessageText{"formats.no_workbook", "dit is geen Excel-werkmap (xl/workbook.xml ontbreekt). Sla het op als .xlsx",
                "this is no Excel workbook (xl/workbook.xml is missing). Save it as .xlsx"},
    MessageText{"formats.broken_xml", "de inhoud is beschadigd (regel {0}: {1}). Sla het bestand opnieuw op",
                "the content is damaged (line {0}: {1}). Save the file again"},
    MessageText{
        "formats.beyond_header",
        "er staat tekst in kolom {0}, rechts van de laatste kolomnaam. Geef die kolom een naam of maak de cel leeg",
        "there is text in column {0}, right of the last column name. Name that column or empty the cell"},
    MessageText{"formats.sheet_name", "'{0}' kan geen bladnaam zijn: hooguit 31 tekens en geen [ ] : * ? / \\",
                "'{0}' cannot name a sheet: at most 31 characters and none of [ ] : * ? / \\"},
    MessageText{"formats.sheet_twice", "blad '{0}' komt twee keer voor", "sheet '{0}' occurs twice"},
    MessageText{"formats.sheet_too_large",
                "{0} rijen en {1} kolommen passen niet op een blad van een werkmap (hooguit 1.048.575 rijen en 16.384 "
                "kolommen, minstens 1 kolom). Gebruik de mapvorm met CSV",
                "{0} rows and {1} columns do not fit a sheet of a workbook (at most 1,048,575 rows and 16,384 columns, "
                "at least 1 column). Use the folder form with CSV"},
    MessageText{
        "formats.cell_too_long",
        "de cel heeft {0} tekens; in een werkmap passen er 32.767. Maak de tekst korter of gebruik de mapvorm met CSV",
        "the cell has {0} characters; a workbook holds 32,767. Shorten the text or use the folder form with CSV"},
    MessageText{"formats.workbook_failed",
                "de werkmap kan niet worden geschreven ({0}); er is niets gewijzigd. Controleer of er ruimte is in de "
                "map voor tijdelijke bestanden",
                "the workbook cannot be written ({0}); nothing was changed. Check whether the folder for temporary "
                "files has room"},
    MessageText{"formats.no_temporary_room",
                "er is geen plaats voor tijdelijke bestanden; er is niets gewijzigd. Maak ruimte vrij of zet TMPDIR op "
                "een map waarin mag worden geschreven",
                "there is no room for temporary files; nothing was changed. Free some space or set TMPDIR to a folder "
                "that may be written to"},
    // GeoPackage and GeoJSON
    MessageText{"formats.geopackage_failed", "het GeoPackage kan niet worden geschreven ({0}); er is niets gewijzigd",
                "the GeoPackage cannot be written ({0}); nothing was changed"},
    MessageText{"formats.no_geopackage",
                "dit is geen geldig GeoPackage of het is beschadigd ({0}). Sla het opnieuw op als .gpkg",
                "this is no valid GeoPackage, or it is damaged ({0}). Save it again as .gpkg"},
    MessageText{"formats.layer_name", "laag '{0}' heeft geen naam of komt twee keer voor",
                "layer '{0}' has no name or occurs twice"},
    MessageText{"formats.layer_geometry", "verwacht punten of vlakken, gevonden {0}",
                "expected points or polygons, found {0}"},
    MessageText{"formats.broken_text", "de tekst is geen geldige UTF-8; voer haar opnieuw in",
                "the text is not valid UTF-8; enter it again"},
    MessageText{"formats.no_vector_file",
                "dit is geen GeoPackage of shapefile, of het is beschadigd ({0}); haal het opnieuw op",
                "this is no GeoPackage or shapefile, or it is damaged ({0}); fetch it again"},
    MessageText{
        "formats.reference_wrong",
        "de laag zegt in {0} te zijn, maar de coördinaten (x {1}, y {2}) zijn dat niet. Geef de laag het juiste "
        "coördinatenstelsel (EPSG:28992 of EPSG:4326) en sla haar opnieuw op",
        "the layer says that it is in {0}, but its coordinates (x {1}, y {2}) are not. Give the layer the right "
        "coordinate system (EPSG:28992 or EPSG:4326) and save it again"},
    MessageText{
        "formats.reference_unknown",
        "de laag zegt niet in welk coördinatenstelsel zij is, en aan de coördinaten (x {0}, y {1}) is het niet te "
        "zien. Geef haar EPSG:28992 of EPSG:4326 (bij een shapefile: het bestand .prj)",
        "the layer does not say in which coordinate system it is, and its coordinates (x {0}, y {1}) do not tell. "
        "Give it EPSG:28992 or EPSG:4326 (a shapefile: the file .prj)"},
    MessageText{"formats.reference_swapped", "x en y zijn verwisseld (x {0}, y {1}); wissel ze om",
                "x and y are changed over (x {0}, y {1}); swap them"},
    MessageText{"formats.layer_empty", "de laag heeft geen rijen; haal het bestand opnieuw op",
                "the layer has no rows; fetch the file again"},
    MessageText{"formats.no_ods", "dit is geen OpenDocument-rekenblad (content.xml ontbreekt). Sla het op als .ods",
                "this is no OpenDocument spreadsheet (content.xml is missing). Save it as .ods"},
    MessageText{"formats.json_too_deep",
                "de JSON is dieper genest dan {0} lagen; dit is geen bestand van een regiopakket",
                "the JSON nests deeper than {0} levels; this is no file of a region package"},
    MessageText{"formats.broken_json",
                "dit is geen geldige JSON (fout bij byte {0}); controleer of het bestand volledig is",
                "this is not valid JSON (error at byte {0}); check whether the file is complete"},
    MessageText{"formats.no_collection",
                "verwacht GeoJSON met \"type\": \"FeatureCollection\" en een lijst \"features\"",
                "expected GeoJSON with \"type\": \"FeatureCollection\" and a list \"features\""},
    MessageText{"formats.no_feature", "onderdeel {0} van \"features\" is geen Feature",
                "member {0} of \"features\" is no Feature"},
    MessageText{"formats.feature_geometry",
                "feature {0}: geometrie '{1}' past hier niet; verwacht alleen Point, of alleen Polygon en MultiPolygon",
                "feature {0}: geometry '{1}' does not fit here; expected only Point, or only Polygon and MultiPolygon"},
    MessageText{"formats.feature_coordinates",
                "feature {0}: de coördinaten hebben niet de vorm die bij de geometrie hoort",
                "feature {0}: the coordinates do not have the shape of the geometry"},
    MessageText{"formats.feature_place",
                "feature {0}: ({1}, {2}) ligt niet op aarde; verwacht lengtegraad en breedtegraad in graden (WGS 84). "
                "Zet RD-coördinaten eerst om",
                "feature {0}: ({1}, {2}) is not on earth; expected longitude and latitude in degrees (WGS 84). Convert "
                "RD coordinates first"},
    MessageText{"formats.feature_ring", "feature {0}: een ring is niet gesloten of heeft minder dan vier punten",
                "feature {0}: a ring is not closed or has fewer than four points"},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::formats
