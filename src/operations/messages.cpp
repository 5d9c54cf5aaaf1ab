#include "operations/messages.hpp"

namespace veer::operations {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"operations.truck.no_stock",
       "Tankwagens '{0}' staan bij een depot zonder voorraad. Vul bij base een asset in en voeg in de tabel resources "
       "een "
       "rij toe met kind 'fuel_stock', dezelfde base en bij amount het aantal liters.",
       "The trucks '{0}' stand at a depot without a stock. Fill in an asset as base, and add a row to the table "
       "resources with kind 'fuel_stock', the same base, and litres as amount."},
      {"operations.roster.no_requirement",
       "Van het personeel '{0}' is niet bekend hoeveel mensen tegelijk nodig zijn. Voeg in de tabel parameters een rij "
       "toe met id '{1}'.",
       "Of the staff '{0}' it is not known how many are needed at once. Add a row with id '{1}' to the table "
       "parameters."},
      {"operations.post.no_roster",
       "De posten '{0}' halen mensen uit een rooster dat geen personeel heeft. Vul bij base een asset van de soort "
       "roster in, met een rij van kind 'duty_staff' op dezelfde base.",
       "The posts '{0}' take people from a roster that has no staff. Fill in an asset of kind roster as base, with a "
       "row of kind 'duty_staff' on the same base."},
      {"operations.supply.no_stock",
       "Aanvoer '{0}' heeft geen depot met voorraad. Vul bij base het depot in van een rij met kind 'fuel_stock'.",
       "Supply '{0}' has no depot with a stock. Fill in as base the depot of a row with kind 'fuel_stock'."},
  };
  return all;
}

}  // namespace veer::operations
