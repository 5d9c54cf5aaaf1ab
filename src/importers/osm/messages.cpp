#include "importers/osm/messages.hpp"

#include <array>

namespace veer::importers::osm {

std::span<const MessageText> messages() {
  static constexpr std::array all{
      MessageText{
          "importers.osm.format",
          "dit is geen OpenStreetMap-bestand; verwacht een .osm.pbf-, .osm- of .osm.gz-bestand, bijvoorbeeld van "
          "download.geofabrik.de",
          "this is no OpenStreetMap file; expected .osm.pbf, .osm or .osm.gz, for example from "
          "download.geofabrik.de"},
      MessageText{"importers.osm.packed", "een .osm.pbf-bestand is al ingepakt; pak het eerst uit met gunzip",
                  "an .osm.pbf file is packed already; unpack it first with gunzip"},
      MessageText{"importers.osm.empty", "het bestand is leeg; verwacht een kaart met straten. Download het opnieuw",
                  "the file is empty; expected a map with streets. Download it again"},
      MessageText{"importers.osm.damaged", "het bestand is beschadigd of houdt te vroeg op ({0}); download het opnieuw",
                  "the file is damaged or ends too early ({0}); download it again"},
      MessageText{"importers.osm.no_street",
                  "in het bestand staat geen straat waarover te lopen is; verwacht wegen met de tag highway en hun "
                  "knopen",
                  "the file holds no street that may be walked; expected ways with the tag highway and their nodes"},
      MessageText{"importers.osm.elsewhere",
                  "het bestand gaat over een ander gebied dan de regio: geen straat ligt erin; kies het bestand van de "
                  "provincie",
                  "the file is about another area than the region: no street lies in it; choose the file of the "
                  "province"},
  };
  return all;
}

}  // namespace veer::importers::osm
