#include "cascade/messages.hpp"

namespace veer::cascade {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"cascade.exchange.bad", "Geen geldig bestand in de vorm region-cascade-1: bij {0} wordt verwacht: {1}.",
       "Not a valid region-cascade-1 file: at {0} expected: {1}."},
      {"cascade.shock.full_model",
       "Schok '{0}' is van de soort '{1}'. Die hoort bij het volledige model, waarmee `veer simulate` en `veer study` "
       "rekenen; hier kan alleen het kernmodel. Haal deze schok weg of kies een andere dreiging.",
       "Shock '{0}' is of kind '{1}', which belongs to the full model that `veer simulate` and `veer study` run; here "
       "only the core model will do. Remove this shock or choose another hazard."},
      {"cascade.engine.no_vectors",
       "Deze computer heeft geen SSE4 of beter; de rekenmethode 'lanes' kan hier niet. Kies --engine intervals.",
       "This computer lacks SSE4 or better, which the engine 'lanes' needs. Choose --engine intervals."},
      {"cascade.engine.full_model",
       "Deze regio heeft een noodaggregaat met een starttijd die de accu ervoor niet overbrugt. Dat kan alleen de "
       "rekenmethode 'events', niet '{0}'. Laat --engine weg of kies --engine events.",
       "This region has a generator with a start delay that the battery before it does not bridge. Only the engine "
       "'events' can work that out, not '{0}'. Leave out --engine or choose --engine events."},
      {"cascade.engine.directed",
       "Deze dreiging heeft het volledige model nodig (ploegen, roosters, bereikbaarheid). Dat kan alleen de "
       "rekenmethode "
       "'events', niet '{0}'. Laat --engine weg of kies --engine events.",
       "This hazard needs the full model (crews, rosters, access). Only the engine 'events' can work that out, not "
       "'{0}'. Leave out --engine or choose --engine events."},
      {"cascade.process.no_minimum",
       "Proces '{0}' heeft geen behoefte op minimumniveau. Voeg in de tabel needs een rij toe met component 'minimum'.",
       "Process '{0}' has no need at its minimum level. Add a row with component 'minimum' to the table needs."},
  };
  return all;
}

}  // namespace veer::cascade
