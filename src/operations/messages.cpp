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
      {"operations.shock.no_queue",
       "Schok '{0}' vraagt meer van '{1}', maar dat heeft geen rooster met personeel, geen meldkamer, geen voorraad "
       "die sneller opraakt (parameter demand.drains.<capacity van de voorraad>) en geen ruimte (parameter "
       "demand.room.<soort object>). Beperk target, of voeg die toe.",
       "Shock '{0}' asks more of '{1}', but that has no roster with staff, no control room, no stock that is used up "
       "faster (parameter demand.drains.<capacity of the stock>) and no room (parameter demand.room.<kind of asset>). "
       "Narrow the target, or add one."},
      {"operations.shock.no_staff",
       "Schok '{0}' raakt rooster '{1}', maar daarvan is niet bekend hoeveel mensen het heeft. Voeg in de tabel "
       "resources een rij toe met kind 'duty_staff' en base '{1}', of beperk target.",
       "Shock '{0}' takes roster '{1}', of which it is not known how many people it has. Add a row with kind "
       "'duty_staff' and base '{1}' to the table resources, or narrow the target."},
      {"operations.derate.single",
       "Schok '{0}' laat van '{1}' maar een deel over, maar van die soort raakt hij er maar één: een half object "
       "bestaat niet. Neem meer objecten in target, splits het object in delen, of kies de soort hit.",
       "Shock '{0}' leaves only a part of '{1}', but takes one of that kind only: there is no half asset. Take more "
       "assets in target, split the asset into parts, or choose the kind hit."},
      {"operations.damage.no_crew",
       "Schok '{0}' brengt schade toe, maar de regio heeft geen herstelploegen. Voeg in de tabel resources een rij toe "
       "met kind 'repair_crew'.",
       "Shock '{0}' does damage, but the region has no repair crews. Add a row with kind 'repair_crew' to the table "
       "resources."},
  };
  return all;
}

}  // namespace veer::operations
