#include "cascade/messages.hpp"

namespace veer::cascade {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"cascade.exchange.bad", "Geen geldig bestand in de vorm region-cascade-1: bij {0} wordt verwacht: {1}.",
       "Not a valid region-cascade-1 file: at {0} expected: {1}."},
      {"cascade.shock.full_model",
       "Schok '{0}' is van de soort '{1}'. Die hoort bij het volledige model; het kernmodel rekent alleen met 'hit'. "
       "Haal deze schok weg of kies een andere dreiging.",
       "Shock '{0}' is of kind '{1}', which belongs to the full model; the core model only simulates 'hit'. Remove "
       "this shock or choose another hazard."},
      {"cascade.engine.no_vectors",
       "Deze computer heeft geen SSE4 of beter; de rekenmethode 'lanes' kan hier niet. Kies --engine intervals.",
       "This computer lacks SSE4 or better, which the engine 'lanes' needs. Choose --engine intervals."},
      {"cascade.process.no_minimum",
       "Proces '{0}' heeft geen behoefte op minimumniveau. Voeg in de tabel needs een rij toe met component 'minimum'.",
       "Process '{0}' has no need at its minimum level. Add a row with component 'minimum' to the table needs."},
  };
  return all;
}

}  // namespace veer::cascade
