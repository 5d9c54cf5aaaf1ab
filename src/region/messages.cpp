#include "region/messages.hpp"

#include <array>

namespace veer::region {

namespace {

constexpr std::array catalogue{
    MessageText{"region.parameter.low_above_typical", "Parameter {0}: laag ({1}) is hoger dan typisch ({2}). Verwacht: laag ≤ typisch ≤ hoog.",
                "Parameter {0}: low ({1}) is above typical ({2}). Expected: low ≤ typical ≤ high."},
    MessageText{"region.parameter.typical_above_high", "Parameter {0}: typisch ({1}) is hoger dan hoog ({2}). Verwacht: laag ≤ typisch ≤ hoog.",
                "Parameter {0}: typical ({1}) is above high ({2}). Expected: low ≤ typical ≤ high."},
    MessageText{"region.parameter.not_finite", "Parameter {0} bevat een waarde die geen eindig getal is. Geef gewone getallen.",
                "Parameter {0} holds a value that is not a finite number. Give plain numbers."},
    MessageText{"region.parameter.mean_not_positive", "Parameter {0}: een exponentiële verdeling vraagt een gemiddelde (typisch) boven 0; gevonden {2}. Kies een ander gemiddelde of een andere verdeling.",
                "Parameter {0}: an exponential distribution needs a mean (typical) above 0; found {2}. Choose another mean or another distribution."},
    MessageText{"region.parameter.p90_not_above_median", "Parameter {0}: deze verdeling vraagt 0 < typisch (mediaan) < hoog (P90); gevonden typisch {2} en hoog {3}. Pas de waarden aan of kies fixed of triangular.",
                "Parameter {0}: this distribution needs 0 < typical (median) < high (P90); found typical {2} and high {3}. Change the values, or choose fixed or triangular."},
    MessageText{"region.parameter.beta_outside_unit", "Parameter {0}: een bètaverdeling vraagt 0 ≤ laag, 0 < typisch (gemiddelde) < 1 en hoog ≤ 1; gevonden {1}, {2}, {3}. Geef een aandeel tussen 0 en 1 of kies triangular.",
                "Parameter {0}: a beta distribution needs 0 ≤ low, 0 < typical (mean) < 1 and high ≤ 1; found {1}, {2}, {3}. Give a share between 0 and 1, or choose triangular."},
    MessageText{"region.parameter.no_shape", "Parameter {0}: bij laag {1}, typisch {2} en hoog {3} bestaat geen verdeling van deze vorm. Kies triangular of controleer de waarden.",
                "Parameter {0}: with low {1}, typical {2} and high {3} no distribution of this shape exists. Choose triangular or check the values."},
    MessageText{"region.parameter.points_ends", "Parameter {0}: de punten van een empirische verdeling beginnen bij kans 0 en eindigen bij kans 1, bijvoorbeeld '0:1 0.5:2 1:8'.",
                "Parameter {0}: the points of an empirical distribution start at probability 0 and end at probability 1, for example '0:1 0.5:2 1:8'."},
    MessageText{"region.parameter.points_order", "Parameter {0}: punt {1} is lager dan het punt ervoor. Kansen en waarden mogen niet dalen.",
                "Parameter {0}: point {1} is below the point before it. Probabilities and values may not descend."},
    MessageText{"region.parameter.no_time", "Parameter {0} heeft eenheid '{1}', maar hier is een tijd nodig. Gebruik eenheid h of min.",
                "Parameter {0} has unit '{1}', but a time is needed here. Use unit h or min."},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::region
