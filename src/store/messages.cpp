#include "store/messages.hpp"

namespace veer::store {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"store.full", "de schijf is vol; er is niets opgeslagen. Maak ruimte op de schijf en probeer het opnieuw.",
       "the disk is full; nothing was stored. Make room on the disk and try again."},
      {"store.broken",
       "het opslagbestand kan niet gelezen of geschreven worden ({0}). Controleer de rechten en de schijf.",
       "the data file cannot be read or written ({0}). Check the rights and the disk."},
      {"store.busy", "een ander programma houdt het opslagbestand te lang vast. Probeer het zo opnieuw.",
       "another program holds the data file for too long. Try again in a moment."},
      {"store.not_ours", "dit is geen opslagbestand van Veerkracht, of het is beschadigd ({0}). Zet een back-up terug.",
       "this is no data file of Veerkracht, or it is damaged ({0}). Restore a backup."},
      {"store.newer", "dit opslagbestand is van versie {0}; dit programma kent er {1}. Gebruik een nieuwere veer.",
       "this data file has version {0}; this program knows {1}. Use a newer veer."},
      {"store.folder", "deze map kan niet gemaakt worden ({0})", "this folder cannot be made ({0})"},
      {"store.missing", "dit bestand is er niet; verwacht een opslagbestand of een back-up van Veerkracht",
       "no such file; expected a data file or a backup of Veerkracht"},
      {"store.not_placed", "het bestand kan hier niet neergezet worden ({0})", "the file cannot be put here ({0})"},
      {"store.open_elsewhere", "dit opslagbestand is nog in gebruik. Stop eerst veer serve.",
       "this data file is still in use. Stop veer serve first."},
      {"store.served",
       "dit opslagbestand wordt al gebruikt door een andere veer serve. Open die in de browser of stop haar eerst, of "
       "kies een ander bestand met --data.",
       "another veer serve uses this data file already. Open that one in the browser or stop it first, or choose "
       "another file with --data."},
      {"store.change.unknown", "wijziging {0} van regio '{1}' bestaat niet",
       "change {0} of region '{1}' does not exist"},
      {"store.change.overtaken",
       "intussen is wijziging {0} opgeslagen. Haal de regio opnieuw op en probeer het nog eens.",
       "change {0} was stored meanwhile. Fetch the region again and try once more."},
      {"store.chain.broken",
       "wijziging {0} van regio '{1}' is niet meer wat er is opgeslagen: het bestand is buiten Veerkracht om "
       "gewijzigd. "
       "Zet een back-up terug.",
       "change {0} of region '{1}' is no longer what was stored: the file was altered outside Veerkracht. Restore a "
       "backup."},
      {"store.undo.changed",
       "wijziging {0} kan niet ongedaan gemaakt worden: {1} is daarna gewijzigd. Maak eerst die "
       "latere wijziging ongedaan.",
       "change {0} cannot be taken back: {1} was changed since. Take back that later change first."},
      {"store.undo.changed_more",
       "wijziging {0} kan niet ongedaan gemaakt worden: {1} en nog {2} rijen zijn daarna gewijzigd. Maak eerst die "
       "latere "
       "wijzigingen ongedaan.",
       "change {0} cannot be taken back: {1} and {2} more rows were changed since. Take back those later changes "
       "first."},
      {"store.row.no_id", "een rij van tabel {0} heeft geen id; zonder id kan zij niet opgeslagen worden",
       "a row of table {0} has no id; without one it cannot be stored"},
      {"store.row.twice", "tabel {0} heeft twee rijen met id '{1}'; elk id hoort één keer voor te komen",
       "table {0} has two rows with id '{1}'; every id belongs there once"},
  };
  return all;
}

}  // namespace veer::store
