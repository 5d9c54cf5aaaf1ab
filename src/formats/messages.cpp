#include "formats/messages.hpp"

#include <array>

namespace veer::formats {

namespace {

constexpr std::array catalogue{
    // Files
    MessageText{"formats.not_found", "dit bestand is er niet; controleer de naam en de map", "there is no such file; check the name and the folder"},
    MessageText{"formats.is_folder", "dit is een map; hier wordt een bestand verwacht", "this is a folder; a file is expected here"},
    MessageText{"formats.not_readable", "het bestand kan niet worden gelezen ({0}); controleer de rechten", "the file cannot be read ({0}); check the permissions"},
    MessageText{"formats.damaged_gzip", "het gz-bestand is beschadigd of afgebroken; haal het opnieuw op", "the gz file is damaged or cut off; fetch it again"},
    MessageText{"formats.file_too_large", "het bestand is groter dan {0} MiB; zo groot is geen bestand van een regiopakket. Controleer of dit het goede bestand is", "the file is larger than {0} MiB; no file of a region package is that large. Check whether this is the right file"},
    MessageText{"formats.disk_full", "de schijf is vol of het bestand wordt te groot; er is niets gewijzigd. Maak ruimte vrij en probeer het opnieuw", "the disk is full or the file grows too large; nothing was changed. Free some space and try again"},
    MessageText{"formats.not_writable", "hier mag niet worden geschreven; er is niets gewijzigd. Kies een andere map of vraag schrijfrechten", "no permission to write here; nothing was changed. Choose another folder or ask for permission"},
    MessageText{"formats.not_a_folder", "een deel van dit pad is een bestand, geen map; er is niets gewijzigd. Kies een andere map", "a part of this path is a file, not a folder; nothing was changed. Choose another folder"},
    MessageText{"formats.no_folder", "de map bestaat niet en kan hier niet worden gemaakt; er is niets gewijzigd. Kies een andere map", "the folder does not exist and cannot be made here; nothing was changed. Choose another folder"},
    MessageText{"formats.not_a_file", "op deze plek staat een map of apparaat; er is niets gewijzigd. Kies een andere bestandsnaam", "a folder or device stands here; nothing was changed. Choose another file name"},
    MessageText{"formats.write_failed", "schrijven is mislukt ({0}); er is niets gewijzigd", "writing failed ({0}); nothing was changed"},
    // CSV
    MessageText{"formats.empty_table", "het bestand is leeg; verwacht een eerste rij met kolomnamen", "the file is empty; expected a first row with column names"},
    MessageText{"formats.not_text", "byte {0} komt in tekst niet voor; dit is geen CSV-bestand. Sla de tabel op als \"CSV UTF-8\"", "byte {0} does not occur in text; this is no CSV file. Save the table as \"CSV UTF-8\""},
    MessageText{"formats.broken_utf8", "byte 0x{0} op plek {1} van de rij is geen geldige UTF-8. Sla de tabel op als \"CSV UTF-8\"", "byte 0x{0} at position {1} of the row is not valid UTF-8. Save the table as \"CSV UTF-8\""},
    MessageText{"formats.row_too_long", "de rij is langer dan {0} KiB; dit lijkt geen CSV-bestand. Controleer of dit het goede bestand is", "the row is longer than {0} KiB; this does not look like a CSV file. Check whether this is the right file"},
    MessageText{"formats.too_many_rows", "de tabel heeft meer dan {0} rijen; dit is meer dan een regiopakket heeft. Controleer of dit het goede bestand is", "the table has more than {0} rows; that is more than a region package has. Check whether this is the right file"},
    MessageText{"formats.quote_open", "een aanhalingsteken dat in deze rij begint, wordt nergens gesloten. Zet er een \" achter, of schrijf een aanhalingsteken in een cel als \"\"", "a quotation mark that opens in this row is never closed. Add a \" behind it, or write a quotation mark in a cell as \"\""},
    MessageText{"formats.quote_inside", "in cel {0} staat een aanhalingsteken midden in de tekst. Zet de hele cel tussen \" en schrijf het teken zelf als \"\"", "cell {0} has a quotation mark inside its text. Put the whole cell between \" and write the mark itself as \"\""},
    MessageText{"formats.lone_return", "in cel {0} staat een los regeleinde (CR). Zet de cel tussen \" of sla de tabel op met gewone regeleinden", "cell {0} has a lone carriage return. Put the cell between \" or save the table with ordinary line ends"},
    MessageText{"formats.cell_count", "verwacht {0} cellen, gevonden {1}. Controleer of een komma in een cel tussen aanhalingstekens staat", "expected {0} cells, found {1}. Check whether a comma inside a cell stands between quotation marks"},
    MessageText{"formats.column_unnamed", "kolom {0} heeft geen naam; geef elke kolom een naam of verwijder haar", "column {0} has no name; give every column a name or remove it"},
    MessageText{"formats.column_twice", "kolom '{0}' komt twee keer voor; verwijder er een", "column '{0}' occurs twice; remove one of them"},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::formats
