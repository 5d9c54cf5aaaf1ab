#include <cmath>
#include <map>
#include <string_view>

#include "base/text.hpp"
#include "importers/haaglanden/context.hpp"
#include "importers/haaglanden/evidence.hpp"
#include "region/support_figures.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Two of a thousand residents, in whole people: what a municipality could set free beside its own crisis duties.
constexpr double staff_per_thousand = 2;

}  // namespace

void add_support_figures(Context& context) {
  for (const region::StandardFigure& figure : region::support_figures()) {
    const bool published = std::string_view(figure.evidence) != "";
    context.draft.row(
        "parameters",
        {{"id", figure.id},
         {"subject", figure.subject},
         {"parameter", figure.name},
         {"low", canonical_number(figure.low)},
         {"typical", canonical_number(figure.typical)},
         {"high", canonical_number(figure.high)},
         {"unit", figure.unit},
         {"distribution", figure.distribution},
         {"note",
          std::string(published ? std::string("repeats ") + figure.evidence + "; " : std::string()) + figure.note},
         {"source", published ? evidence_source(context.sources, figure.evidence) : assumed().source},
         {"confidence", published ? "estimate" : "assumption"}});
  }
}

void add_support_staff(Context& context) {
  std::map<std::string, double> residents;
  for (const AreaFact& area : context.sources.areas)
    residents[area.municipality] += static_cast<double>(area.residents);
  for (const MunicipalityFact& municipality : context.sources.municipalities)
    context.draft.row("resources",
                      {{"id", "support-staff/" + municipality.id},
                       {"kind", "support_staff"},
                       {"amount", canonical_number(std::round(residents[municipality.id] * staff_per_thousand / 1000))},
                       {"shift_h", "8"},
                       {"source", assumed().source},
                       {"confidence", assumed().confidence}});
}

}  // namespace veer::importers::haaglanden
