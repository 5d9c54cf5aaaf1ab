#include "measures/messages.hpp"

#include <array>

namespace veer::measures {

namespace {

constexpr std::array catalogue{
    MessageText{"measures.budget.amount", "'{0}' is geen bedrag. Schrijf bijvoorbeeld 250000, 640k of 1.28M.",
                "'{0}' is no amount. Write for example 250000, 640k or 1.28M."},
    MessageText{"measures.budget.negative", "Bedrag '{0}' is negatief. Een budget is 0 of meer.",
                "Amount '{0}' is negative. A budget is 0 or more."},
    MessageText{"measures.budget.zero", "In '{0}' is geen enkel bedrag groter dan 0. Geef minstens één jaar geld.",
                "In '{0}' no amount is above 0. Give at least one year money."},
    MessageText{"measures.budget.part", "'{0}' is geen jaar=bedrag. Schrijf bijvoorbeeld 2025=640k,2026=1.28M.",
                "'{0}' is no year=amount. Write for example 2025=640k,2026=1.28M."},
    MessageText{"measures.budget.twice", "Jaar {0} staat twee keer in het budget. Geef elk jaar één bedrag.",
                "Year {0} stands twice in the budget. Give each year one amount."},
    MessageText{"measures.budget.missing",
                "Jaar {0} ontbreekt in het budget. Geef alle jaren van het eerste tot het laatste; 0 mag.",
                "Year {0} is missing in the budget. Give all years from the first to the last; 0 is fine."},
    MessageText{"measures.key.empty",
                "Verdeelsleutel '{0}' telt op tot 0 en verdeelt dus niets. Kies een andere sleutel of vul de gegevens "
                "aan.",
                "Key '{0}' adds up to 0 and so divides nothing. Choose another key, or fill in the data."},
    MessageText{"measures.cancelled", "Het kiezen is afgebroken.", "Choosing was cancelled."},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::measures
