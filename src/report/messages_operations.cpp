#include <array>

#include "report/messages.hpp"

namespace veer::report {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    {"report.operations.heading", "Brandstof, aggregaten en ploegen", "Fuel, generating sets and crews"},
    {"report.operations.lead",
     "{0} tankwagens bedienen {1} tanks. Gemiddeld staan {2} tanks ({3}) op enig moment droog terwijl niets anders het "
     "overneemt, samen {4} uur ({5}).",
     "{0} trucks serve {1} tanks. On average {2} tanks ({3}) run dry at some moment while nothing else takes over, {4} "
     "hours together ({5})."},
    {"report.operations.lead_open",
     "{0} tankwagens rijden. Gemiddeld staan {1} tanks ({2}) op enig moment droog terwijl niets anders het overneemt, "
     "samen {3} uur ({4}).",
     "{0} trucks drive. On average {1} tanks ({2}) run dry at some moment while nothing else takes over, {3} hours "
     "together ({4})."},
    {"report.operations.reading",
     "Dit hoofdstuk komt uit het volledige model, {0} keer doorgerekend: wagens, aggregaten en mensen zijn hier "
     "schaars "
     "en gaan naar wie voorgaat. Overal elders in dit rapport telt het kernmodel, waarin brandstof vanaf een onzeker "
     "uur vanzelf komt. Volgorde van helpen: {1}.",
     "This chapter comes from the full model, simulated {0} times: here trucks, sets and people are scarce and go to "
     "who "
     "comes first. Everywhere else in this report the core model holds, in which fuel comes by itself from an "
     "uncertain "
     "hour on. Order of helping: {1}."},
    {"report.operations.reading_full",
     "Dit hele rapport komt uit het volledige model. Dit hoofdstuk rust op de eerste {0} herhalingen. Volgorde van "
     "helpen: {1}.",
     "This whole report comes from the full model. This chapter rests on the first {0} replicas. Order of helping: "
     "{1}."},
    {"report.operations.core",
     "Onvervulde persoonsuren in dezelfde herhalingen: {0} met schaarse middelen, {1} in het kernmodel ({2}).",
     "Unmet person-hours in the same replicas: {0} with scarce means, {1} in the core model ({2})."},
    {"report.operations.balance", "Brandstof per dag", "Fuel by day"},
    {"report.operations.balance_caption",
     "Brandstof per dag in liters: gemiddeld (P5–P95). Voorraad bij het begin, met wat in de wagens zit: {0} liter in "
     "{1} depots",
     "Fuel by day in litres: mean (P5–P95). Stock at the start, with what is in the trucks: {0} litres in {1} depots"},
    {"report.operations.col.day", "Dag", "Day"},
    {"report.operations.col.burnt", "Verbruikt", "Burnt"},
    {"report.operations.col.delivered", "Gebracht", "Delivered"},
    {"report.operations.col.supplied", "Aangevoerd van buiten", "Supplied from outside"},
    {"report.operations.col.stock", "Over in depots", "Left in depots"},
    {"report.operations.queue", "Tanks die op een wagen wachten", "Tanks that wait for a truck"},
    {"report.operations.queue_unit", "tanks", "tanks"},
    {"report.operations.tanks_caption",
     "Wie droog komt te staan: de tanks met de grootste kans. Wachten is van de vraag om brandstof tot de wagen er is",
     "Who runs dry: the tanks most likely to. Waiting is from asking for fuel until the truck is there"},
    {"report.operations.all_tanks", "Alle {0} tanks", "All {0} tanks"},
    {"report.operations.all_caption", "Alle tanks die door wagens worden gevuld", "All tanks that trucks fill"},
    {"report.operations.none_dry", "Geen enkele tank kwam droog te staan.", "No tank ran dry."},
    {"report.operations.col.tank", "Tank van", "Tank of"},
    {"report.operations.col.rank", "Rang", "Rank"},
    {"report.operations.col.people", "Inwoners erachter", "Residents behind it"},
    {"report.operations.col.use", "Verbruik (L/uur)", "Burn (L/h)"},
    {"report.operations.col.wait", "Wachten (uur)", "Wait (h)"},
    {"report.operations.col.dry", "Kans op droogstaan", "Chance to run dry"},
    {"report.operations.col.dry_h", "Uren droog", "Hours dry"},
    {"report.operations.mobile", "mobiel aggregaat", "mobile set"},
    {"report.operations.plan", "Ritten in een middelste herhaling", "Trips in a middle replica"},
    {"report.operations.plan_reading",
     "Herhaling {0} heeft van alle herhalingen het middelste aantal uren droog. Zo rijden de wagens daar de eerste 48 "
     "uur; de overige ritten staan in results.json. Het is een voorbeeld van een rittenplan, geen opdracht.",
     "Replica {0} has the middle number of dry hours of all. This is how the trucks drive there in the first 48 hours; "
     "the other trips are in results.json. It is an example of a plan of trips, no order."},
    {"report.operations.map_caption",
     "Ritten van de wagens in de eerste 48 uur (lijnen hemelsbreed) en de tanks, naar de kans om droog te komen staan",
     "Trips of the trucks in the first 48 hours (lines as the crow flies) and the tanks, by their chance to run dry"},
    {"report.operations.legend.depot", "depot", "depot"},
    {"report.operations.legend.never", "tank: nooit of zelden droog (minder dan 5 %)",
     "tank: never or rarely dry (less than 5 %)"},
    {"report.operations.legend.some", "5 tot 50 %", "5 to 50 %"},
    {"report.operations.legend.often", "50 % of meer", "50 % or more"},
    {"report.operations.timetable", "Rittenstaat, eerste 48 uur ({0} stops)", "Timetable, first 48 hours ({0} stops)"},
    {"report.operations.timetable_caption", "Rittenstaat: uren vanaf het begin", "Timetable: hours from the start"},
    {"report.operations.col.truck", "Wagen, rit", "Truck, trip"},
    {"report.operations.col.leaves", "Vertrek", "Leaves"},
    {"report.operations.col.arrives", "Aankomst", "Arrives"},
    {"report.operations.col.done", "Klaar", "Done"},
    {"report.operations.col.to", "Naar", "To"},
    {"report.operations.col.litres", "Liter", "Litres"},
    {"report.operations.col.left", "Nog in de tank (uur)", "Left in the tank (h)"},
    {"report.operations.back", "terug naar {0}", "back to {0}"},
    {"report.operations.orders", "Wie gaat voor?", "Who goes first?"},
    {"report.operations.orders_caption",
     "Drie volgordes van helpen in dezelfde herhalingen; verschil in onvervulde persoonsuren met 95 %-interval",
     "Three orders of helping in the same replicas; difference in unmet person-hours with its 95 % interval"},
    {"report.operations.col.order", "Volgorde", "Order"},
    {"report.operations.col.dry_tanks", "Tanks droog", "Tanks dry"},
    {"report.operations.col.dry_hours", "Uren droog samen", "Hours dry together"},
    {"report.operations.col.more", "Onvervulde persoonsuren erbij", "Unmet person-hours more"},
    {"report.operations.planned", "hiermee is gerekend", "planned with"},
    {"report.operations.feed_ins", "Mobiele aggregaten", "Mobile sets"},
    {"report.operations.feed_ins_reading", "{0} mobiele aggregaten voor {1} aansluitpunten.",
     "{0} mobile sets for {1} feed-in points."},
    {"report.operations.feed_ins_caption", "Aansluitpunten en wanneer er een aggregaat is aangesloten",
     "Feed-in points and when a set is connected"},
    {"report.operations.col.point", "Aansluitpunt van", "Feed-in point of"},
    {"report.operations.col.served", "Krijgt een aggregaat", "Gets a set"},
    {"report.operations.col.connected", "Aangesloten na", "Connected after"},
    {"report.operations.relief", "Dienst en aflossing", "Duty and relief"},
    {"report.operations.relief_reading",
     "Een rooster is verdeeld in ploegen, zodat iedereen rust krijgt; {0} uur is bij diensten van 8 uur negen diensten "
     "per post. Wie elders vastzit (noodsteunpunten) is er niet. Komen er minder mensen dan nodig, dan staat het "
     "rooster "
     "die dienst stil.",
     "A roster is divided into teams, so that everyone rests; {0} hours are nine shifts of 8 hours per post. Who is "
     "tied "
     "elsewhere (support points) is not there. Where fewer come than are needed, the roster stands still for that "
     "shift."},
    {"report.operations.relief_caption", "Per rooster, over de diensten die in de eerste 72 uur beginnen",
     "By roster, over the shifts that begin in the first 72 hours"},
    {"report.operations.col.roster", "Rooster", "Roster"},
    {"report.operations.col.shifts", "Diensten", "Shifts"},
    {"report.operations.col.team", "Ploeg", "Team"},
    {"report.operations.col.tied", "Elders", "Elsewhere"},
    {"report.operations.col.required", "Nodig", "Required"},
    {"report.operations.col.present", "Komt op", "Present"},
    {"report.operations.col.short", "Diensten te kort", "Short shifts"},
    {"report.operations.col.short_chance", "Kans dat het een keer te kort is", "Chance to be short once"},
    {"report.operations.hours", "Waar iedereen in de eerste 72 uur is", "Where everyone is in the first 72 hours"},
    {"report.operations.hours_caption",
     "Persoonsuren in de eerste 72 uur, gemiddeld: ieder uur van ieder mens in een rooster staat er één keer",
     "Person-hours in the first 72 hours, on average: each hour of everyone in a roster stands here once"},
    {"report.operations.col.on_duty", "In dienst", "On duty"},
    {"report.operations.col.resting", "Rust", "Resting"},
    {"report.operations.col.absent", "Komt niet", "Do not come"},
    {"report.operations.col.at_home", "Thuis voor het gezin", "At home with the family"},
    {"report.operations.col.away", "Uitgevallen door de dreiging", "Away by the hazard"},
    {"report.operations.col.together", "Samen", "Together"},
    {"report.operations.shifts", "{0} × {1} uur", "{0} × {1} h"},
    {"report.operations.repairs", "Herstelploegen", "Repair crews"},
    {"report.operations.repairs_text",
     "{0} ploegen herstellen {1} van de {2} schades. Van de schade tot het begin van het werk gaan gemiddeld {3} uur "
     "voorbij ({4}); de laatste is klaar na {5}.",
     "{0} crews mend {1} of {2} damages. From the damage to the start of the work {3} hours pass on average ({4}); the "
     "last is done after {5}."},
    {"report.method.operations.title", "Schaarse middelen", "Scarce means"},
    {"report.method.operations",
     "Een tank vraagt om brandstof als het aggregaat draait en de tank half leeg is. De eerste in de volgorde krijgt "
     "de "
     "wagen die er het eerst kan zijn; reistijd is hemelsbreed × omwegfactor / snelheid. Een depot zonder stroom laadt "
     "niet. Mobiele aggregaten, ploegen en diensten gaan net zo. Liters gaan niet verloren en ontstaan niet: voorraad "
     "+ "
     "wagens + tanks + verbruik is steeds gelijk. Verbruik, lading, voorraad en roosters zijn aannames tot eigenaren "
     "ze "
     "bevestigen.",
     "A tank asks for fuel when its set runs and it is half empty. The first in the order gets the truck that can be "
     "there first; travel time is the straight line × a detour factor / speed. A depot without power loads nobody. "
     "Mobile sets, crews and shifts go likewise. No litre is lost or made: stock + trucks + tanks + burnt stays equal. "
     "Burn, loads, stocks and rosters are assumptions until owners confirm them."},
});

}  // namespace

std::span<const MessageText> operations_messages() { return catalogue; }

}  // namespace veer::report
