#include "siting/messages.hpp"

namespace veer::siting {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"siting.benchmark.short",
       "Het bestand houdt te vroeg op: hier wordt '{0}' verwacht. Is het bestand heel, en is dit de juiste soort?",
       "The file ends too early: '{0}' is expected here. Is the file whole, and of this kind?"},
      {"siting.benchmark.number", "Verwacht een getal voor '{0}', gevonden '{1}'.",
       "Expected a number for '{0}', found '{1}'."},
      {"siting.benchmark.whole", "Verwacht een heel getal voor '{0}', gevonden {1}.",
       "Expected a whole number for '{0}', found {1}."},
      {"siting.benchmark.range", "Verwacht voor '{0}' een getal van {1} tot en met {2}, gevonden {3}.",
       "Expected for '{0}' a number from {1} to {2}, found {3}."},
      {"siting.benchmark.long",
       "Na het laatste verwachte getal staat nog '{0}'. Kloppen de aantallen op de eerste regel?",
       "After the last number expected there is '{0}'. Are the counts on the first line right?"},
      {"siting.benchmark.large", "{0} klanten bij {1} plaatsen is te groot; ten hoogste {2} kosten worden gelezen.",
       "{0} customers by {1} sites is too large; at most {2} costs are read."},
      {"siting.benchmark.apart",
       "Het netwerk valt uiteen: van punt {0} is punt {1} niet te bereiken. Voeg een verbinding toe.",
       "The network falls apart: point {1} cannot be reached from point {0}. Add an edge."},
      {"siting.case.bad",
       "Gegevens voor de plaatskeuze kloppen niet bij '{0}' (nummer {1}): verwacht evenveel waarden als plaatsen of "
       "bewoners, niet negatief, en elke plaats één keer.",
       "The data of the siting are off at '{0}' (number {1}): expected as many values as sites or residents, none "
       "negative, and each site once."},
      {"siting.none_allowed", "Geen keuze voldoet aan alle eisen. Verruim het aantal, het budget of de capaciteit.",
       "No choice meets all rules. Allow more sites, budget or capacity."},
      {"siting.none_found", "In de gegeven tijd is geen antwoord gevonden. Geef meer tijd.",
       "No answer was found in the time given. Give more time."},
  };
  return all;
}

}  // namespace veer::siting
