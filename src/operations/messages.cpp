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
      {"operations.shock.not_drawn",
       "Schok '{0}' (demand, derate of access) geldt voor alles wat hij raakt, vanaf een vast uur: share moet 1 zijn "
       "en "
       "start_delay en duration_delay blijven leeg.",
       "Shock '{0}' (demand, derate or access) holds for all its targets from a fixed hour on: share must be 1, and "
       "start_delay and duration_delay stay empty."},
      {"operations.shock.no_queue",
       "Schok '{0}' raakt '{1}', maar demand werkt alleen op roosters met personeel, en derate ook op brandstofdepots "
       "met voorraad. Beperk target, of kies de soort hit.",
       "Shock '{0}' takes '{1}', but demand works on rosters with staff only, and derate also on fuel depots with a "
       "stock. Narrow the target, or choose the kind hit."},
      {"operations.damage.no_crew",
       "Schok '{0}' brengt schade toe, maar de regio heeft geen herstelploegen. Voeg in de tabel resources een rij toe "
       "met kind 'repair_crew'.",
       "Shock '{0}' does damage, but the region has no repair crews. Add a row with kind 'repair_crew' to the table "
       "resources."},
  };
  return all;
}

}  // namespace veer::operations
