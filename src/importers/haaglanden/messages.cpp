#include "importers/haaglanden/messages.hpp"

#include <array>

namespace veer::importers::haaglanden {

std::span<const MessageText> messages() {
  static constexpr std::array all{
      MessageText{"importers.haaglanden.column", "kolom '{0}' ontbreekt; zet hem in de kopregel van dit bronbestand",
                  "column '{0}' is missing; add it to the header row of this source file"},
      MessageText{"importers.haaglanden.number",
                  "'{0}' is geen getal; verwacht een getal met een punt als decimaalteken",
                  "'{0}' is not a number; expected a number with a decimal point"},
      MessageText{"importers.haaglanden.count", "'{0}' is geen aantal; verwacht een geheel getal van 0 of meer",
                  "'{0}' is not a count; expected a whole number of 0 or more"},
      MessageText{
          "importers.haaglanden.missing",
          "geen bestand in deze map heeft de inhoud van {0}; docs/method/haaglanden.md zegt waar het vandaan komt",
          "no file in this folder holds what {0} does; docs/method/haaglanden.md says where it comes from"},
      MessageText{"importers.haaglanden.several",
                  "meer dan één bestand past: {0}; laat er één in de map, of leg het goede op {1}",
                  "more than one file fits: {0}; leave one of them in the folder, or put the right one at {1}"},
      MessageText{"importers.haaglanden.postcode",
                  "postcode {0} heeft wel een omtrek maar geen inwonertal; voeg de regel toe",
                  "postcode {0} has an outline but no residents; add its row"},
      MessageText{
          "importers.haaglanden.municipality",
          "postcode {0} ligt in gemeente {1}, die niet in haaglanden_facts.csv staat; maak beide bestanden gelijk",
          "postcode {0} lies in municipality {1}, which haaglanden_facts.csv does not name; make the two files agree"},
      MessageText{"importers.haaglanden.addresses",
                  "{0} van {1} adressen weggelaten: hun postcode hoort niet bij de regio of ontbreekt",
                  "{0} of {1} addresses left out: their postcode is not of this region or missing"},
      MessageText{"importers.haaglanden.station",
                  "station '{0}' staat niet in dit bestand; gebruik de versie van januari 2017",
                  "station '{0}' is not in this file; use the version of January 2017"},
  };
  return all;
}

}  // namespace veer::importers::haaglanden
