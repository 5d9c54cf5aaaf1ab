#include "support_points/messages.hpp"

namespace veer::support_points {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"support_points.parameter.missing", "parameter '{0}' ontbreekt; voeg een rij toe aan de tabel parameters",
       "parameter '{0}' is missing; add a row to the table parameters"},
      {"support_points.cancelled", "het kiezen van noodsteunpunten is afgebroken",
       "choosing support points was cancelled"},
      {"support_points.no_electricity", "de regio heeft geen dienst 'electricity'; voeg haar toe aan de tabel services",
       "the region has no service 'electricity'; add it to the table services"},
      {"support_points.no_walks",
       "deze regio heeft geen looptijden; maak ze met `veer import walking OSM_BESTAND REGIO` (docs/method/walking.md)",
       "this region has no walking times; make them with `veer import walking OSM_FILE REGION` "
       "(docs/method/walking.md)"},
      {"support_points.no_candidates",
       "deze regio heeft geen kandidaten voor een lokaal noodsteunpunt; voeg rijen toe aan support_points",
       "this region has no candidates for a local support point; add rows to support_points"},
      {"support_points.point.unknown", "noodsteunpunt '{0}' bestaat niet; kies een id uit de tabel support_points",
       "support point '{0}' does not exist; choose an id of the table support_points"},
      {"support_points.point.near", "noodsteunpunt '{0}' bestaat niet; bedoelt u '{1}'?",
       "support point '{0}' does not exist; do you mean '{1}'?"},
      {"support_points.point.both", "noodsteunpunt '{0}' moet en mag niet tegelijk; laat één van beide weg",
       "support point '{0}' must and must not be chosen; leave one of the two out"},
      {"support_points.too_many.local",
       "gevraagd zijn {0} lokale noodsteunpunten, maar er zijn {1} kandidaten die mee mogen doen; vraag er minder of "
       "voeg "
       "kandidaten toe",
       "{0} local support points were asked for, but {1} candidates may take part; ask for fewer or add candidates"},
      {"support_points.too_many.coordinating",
       "gevraagd zijn {0} coördinerende noodsteunpunten, maar er zijn {1} kandidaten die mee mogen doen; vraag er "
       "minder "
       "of voeg kandidaten toe",
       "{0} coordinating support points were asked for, but {1} candidates may take part; ask for fewer or add "
       "candidates"},
      {"support_points.option.together", "{0} en {1} gaan niet samen; kies er één",
       "{0} and {1} do not go together; choose one"},
      {"support_points.objective.walk", "zo min mogelijk lopen", "least walking"},
      {"support_points.objective.cover", "zo veel mogelijk bezoekers binnen bereik", "most visitors within reach"},
      {"support_points.objective.gradual", "zo veel mogelijk bezoekers binnen bereik, geleidelijk afnemend",
       "most visitors within reach, fading with distance"},
      {"support_points.objective.backup", "zo veel mogelijk bezoekers binnen bereik van twee punten",
       "most visitors within reach of two points"},
      {"support_points.objective.everyone", "iedereen binnen bereik met zo min mogelijk punten",
       "everybody within reach with fewest points"},
      {"support_points.objective.furthest", "de langste loop zo kort mogelijk",
       "the longest walk as short as possible"},
      {"support_points.objective.capacity", "zo min mogelijk lopen, met plaats voor iedereen in het drukste uur",
       "least walking, with room for everybody in the busiest hour"},
      {"support_points.about.plan", "de keuze", "the choice"},
      {"support_points.about.coordinating", "de coördinerende punten bij deze lokale",
       "the coordinating points for these local ones"},
      {"support_points.unit.person_minutes", "persoonsminuten per dag", "person-minutes a day"},
      {"support_points.unit.visitors", "bezoekers per dag", "visitors a day"},
      {"support_points.unit.points", "punten", "points"},
      {"support_points.unit.minutes", "minuten", "minutes"},
      {"support_points.assumption.typical", "bezoek volgt koude woningen en eigen voorbereiding (waar mee gerekend is)",
       "visits follow cold homes and readiness (what was planned for)"},
      {"support_points.assumption.mild", "zacht weer: koude woningen tellen niet mee",
       "mild weather: cold homes do not count"},
      {"support_points.assumption.frost", "strenge vorst: koude woningen komen het meest",
       "severe frost: cold homes come most"},
      {"support_points.assumption.ready_stay", "wie voorbereid is, blijft bijna altijd thuis",
       "who is prepared nearly always stays at home"},
      {"support_points.assumption.everyone", "iedere inwoner komt even vaak", "every resident comes equally often"},
      {"support_points.assumption.vulnerable", "vooral 65-plussers komen", "mostly people of 65 and over come"},
      {"support_points.assumption.low_income", "vooral huishoudens met een laag inkomen komen",
       "mostly households with a low income come"},
  };
  return all;
}

}  // namespace veer::support_points
