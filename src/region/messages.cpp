#include "region/messages.hpp"

#include <array>

namespace veer::region {

namespace {

constexpr std::array catalogue{
    MessageText{"region.parameter.low_above_typical",
                "Parameter {0}: laag ({1}) is hoger dan typisch ({2}). Verwacht: laag ≤ typisch ≤ hoog.",
                "Parameter {0}: low ({1}) is above typical ({2}). Expected: low ≤ typical ≤ high."},
    MessageText{"region.parameter.typical_above_high",
                "Parameter {0}: typisch ({1}) is hoger dan hoog ({2}). Verwacht: laag ≤ typisch ≤ hoog.",
                "Parameter {0}: typical ({1}) is above high ({2}). Expected: low ≤ typical ≤ high."},
    MessageText{"region.parameter.not_finite",
                "Parameter {0} bevat een waarde die geen eindig getal is. Geef gewone getallen.",
                "Parameter {0} holds a value that is not a finite number. Give plain numbers."},
    MessageText{"region.parameter.mean_not_positive",
                "Parameter {0}: een exponentiële verdeling vraagt een gemiddelde (typisch) boven 0; gevonden {2}. Kies "
                "een ander gemiddelde of een andere verdeling.",
                "Parameter {0}: an exponential distribution needs a mean (typical) above 0; found {2}. Choose another "
                "mean or another distribution."},
    MessageText{"region.parameter.p90_not_above_median",
                "Parameter {0}: deze verdeling vraagt 0 < typisch (mediaan) < hoog (P90); gevonden typisch {2} en hoog "
                "{3}. Pas de waarden aan of kies fixed of triangular.",
                "Parameter {0}: this distribution needs 0 < typical (median) < high (P90); found typical {2} and high "
                "{3}. Change the values, or choose fixed or triangular."},
    MessageText{"region.parameter.beta_outside_unit",
                "Parameter {0}: een bètaverdeling vraagt 0 ≤ laag, 0 < typisch (gemiddelde) < 1 en hoog ≤ 1; gevonden "
                "{1}, {2}, {3}. Geef een aandeel tussen 0 en 1 of kies triangular.",
                "Parameter {0}: a beta distribution needs 0 ≤ low, 0 < typical (mean) < 1 and high ≤ 1; found {1}, "
                "{2}, {3}. Give a share between 0 and 1, or choose triangular."},
    MessageText{"region.parameter.no_shape",
                "Parameter {0}: bij laag {1}, typisch {2} en hoog {3} bestaat geen verdeling van deze vorm. Kies "
                "triangular of controleer de waarden.",
                "Parameter {0}: with low {1}, typical {2} and high {3} no distribution of this shape exists. Choose "
                "triangular or check the values."},
    MessageText{"region.parameter.points_ends",
                "Parameter {0}: de punten van een empirische verdeling beginnen bij kans 0 en eindigen bij kans 1, "
                "bijvoorbeeld '0:1 0.5:2 1:8'.",
                "Parameter {0}: the points of an empirical distribution start at probability 0 and end at probability "
                "1, for example '0:1 0.5:2 1:8'."},
    MessageText{"region.parameter.points_order",
                "Parameter {0}: punt {1} is lager dan het punt ervoor. Kansen en waarden mogen niet dalen.",
                "Parameter {0}: point {1} is below the point before it. Probabilities and values may not descend."},
    MessageText{"region.parameter.no_time",
                "Parameter {0} heeft eenheid '{1}', maar hier is een tijd nodig. Gebruik eenheid h of min.",
                "Parameter {0} has unit '{1}', but a time is needed here. Use unit h or min."},
    MessageText{
        "region.parameter.point_form",
        "'{0}' is geen punt. Schrijf een kans en een waarde met een dubbele punt ertussen, bijvoorbeeld '0.5:2'.",
        "'{0}' is no point. Write a probability and a value with a colon between them, for example '0.5:2'."},
    MessageText{"region.parameter.points_unused",
                "Punten horen alleen bij de verdeling empirical. Maak de cel leeg of kies empirical.",
                "Points belong to the distribution empirical only. Empty the cell or choose empirical."},
    MessageText{"region.parameter.share_above_one",
                "{0} is meer dan 1, maar de eenheid is '{1}'. Geef een aandeel tussen 0 en 1.",
                "{0} is above 1, but the unit is '{1}'. Give a share between 0 and 1."},
    MessageText{
        "region.parameter.no_share",
        "Parameter {0} heeft eenheid '{1}', maar hier is een aandeel of kans nodig. Gebruik eenheid fraction of "
        "probability.",
        "Parameter {0} has unit '{1}', but a share or probability is needed here. Use unit fraction or probability."},

    MessageText{"region.refused",
                "{0} is niet geladen; aantal fouten: {1}. Herstel wat hierboven staat en probeer het opnieuw.",
                "{0} is not loaded; number of errors: {1}. Correct what stands above and try again."},
    MessageText{"region.table.missing", "Tabel {0} ontbreekt. Voeg {1} toe, desnoods met alleen een kopregel.",
                "Table {0} is missing. Add {1}, if need be with a header row only."},
    MessageText{"region.table.unknown", "Tabel {0} is onbekend. Haal hem weg of verbeter de naam.",
                "Table {0} is unknown. Remove it or correct the name."},
    MessageText{"region.table.unknown_suggestion", "Tabel {0} is onbekend. Bedoelt u {1}?",
                "Table {0} is unknown. Did you mean {1}?"},
    MessageText{"region.table.column_missing", "Kolom '{0}' ontbreekt; verwacht in de kopregel. Voeg de kolom toe.",
                "Column '{0}' is missing; expected in the header row. Add the column."},
    MessageText{"region.table.column_unknown", "Kolom '{0}' is onbekend. Haal de kolom weg of verbeter de naam.",
                "Column '{0}' is unknown. Remove the column or correct its name."},
    MessageText{"region.table.column_unknown_suggestion", "Kolom '{0}' is onbekend. Bedoelt u '{1}'?",
                "Column '{0}' is unknown. Did you mean '{1}'?"},
    MessageText{"region.table.column_twice", "Kolom '{0}' staat er twee keer. Haal er een weg.",
                "Column '{0}' stands twice. Remove one."},
    MessageText{"region.table.column_utf8",
                "De naam van kolom {0} is geen geldige UTF-8. Sla het bestand op als UTF-8.",
                "The name of column {0} is not valid UTF-8. Save the file as UTF-8."},

    MessageText{"region.cell.utf8", "De tekst is geen geldige UTF-8 (vanaf byte {0}). Sla het bestand op als UTF-8.",
                "The text is not valid UTF-8 (from byte {0}). Save the file as UTF-8."},
    MessageText{"region.cell.empty", "De cel is leeg, maar '{0}' is verplicht. Vul een waarde in.",
                "The cell is empty, but '{0}' is required. Fill in a value."},
    MessageText{"region.cell.id_empty", "De rij heeft geen id. Geef elke rij een eigen id.",
                "The row has no id. Give every row an id of its own."},
    MessageText{"region.cell.id_characters",
                "Id '{0}' bevat een spatie, '|' of ';'. Gebruik bijvoorbeeld een streepje.",
                "Id '{0}' holds a blank, '|' or ';'. Use a hyphen, for example."},
    MessageText{"region.cell.id_duplicate", "Id '{0}' staat al in rij {1}. Geef elke rij een eigen id.",
                "Id '{0}' already stands in row {1}. Give every row an id of its own."},
    MessageText{"region.cell.id_collision",
                "De namen '{0}' en '{1}' geven toevallig hetzelfde interne nummer en zouden dezelfde toevalsgetallen "
                "krijgen. Verander een van beide id's.",
                "The names '{0}' and '{1}' happen to give the same internal number and would share their random draws. "
                "Change one of the two ids."},
    MessageText{
        "region.cell.decimal_comma",
        "'{0}' heeft een komma: gebruik een punt voor decimalen en geen teken voor duizendtallen, bijvoorbeeld 2.5.",
        "'{0}' holds a comma: use a point for decimals and nothing for thousands, for example 2.5."},
    MessageText{"region.cell.not_number", "'{0}' is geen getal. Schrijf alleen cijfers, met een punt voor decimalen.",
                "'{0}' is no number. Write digits only, with a point for decimals."},
    MessageText{"region.cell.not_integer", "'{0}' is geen heel getal. Schrijf alleen cijfers.",
                "'{0}' is no whole number. Write digits only."},
    MessageText{"region.cell.not_boolean", "'{0}' is geen ja of nee. Schrijf true of false.",
                "'{0}' is neither yes nor no. Write true or false."},
    MessageText{"region.cell.negative", "{0} is negatief; verwacht ten minste {1}.",
                "{0} is negative; expected at least {1}."},
    MessageText{"region.cell.below_least", "{0} is te klein; verwacht ten minste {1}.",
                "{0} is too small; expected at least {1}."},
    MessageText{"region.cell.above_most", "{0} is te groot; verwacht ten hoogste {1}.",
                "{0} is too large; expected at most {1}."},
    MessageText{"region.cell.not_in_list", "'{0}' kan hier niet. Kies uit: {1}.",
                "'{0}' is not possible here. Choose from: {1}."},
    MessageText{"region.cell.not_in_list_suggestion", "'{0}' kan hier niet. Bedoelt u '{2}'? Kies uit: {1}.",
                "'{0}' is not possible here. Did you mean '{2}'? Choose from: {1}."},
    MessageText{"region.cell.unknown_id", "'{0}' staat niet in tabel {1}. Voeg het daar toe of verbeter de verwijzing.",
                "'{0}' does not stand in table {1}. Add it there or correct the reference."},
    MessageText{"region.cell.unknown_id_suggestion", "'{0}' staat niet in tabel {1}. Bedoelt u '{2}'?",
                "'{0}' does not stand in table {1}. Did you mean '{2}'?"},
    MessageText{"region.cell.no_table",
                "'{0}' noemt geen bekende tabel. Schrijf tabel/id, met een van de tabellen {1}.",
                "'{0}' names no known table. Write table/id, with one of the tables {1}."},
    MessageText{"region.cell.no_table_suggestion", "'{0}' noemt geen bekende tabel ({1}). Bedoelt u '{2}'?",
                "'{0}' names no known table ({1}). Did you mean '{2}'?"},

    MessageText{"region.organisation.no_municipality",
                "'{0}' is geen gemeente. Verwijs naar een organisatie van soort municipality.",
                "'{0}' is no municipality. Refer to an organisation of kind municipality."},
    MessageText{"region.area.no_residents",
                "Gebied {0} heeft geen inwoners. Klopt dat? Een leeg gebied telt nergens mee.",
                "Area {0} has no residents. Is that right? An empty area counts nowhere."},
    MessageText{"region.area.ages_sum",
                "Gebied {0} heeft {1} inwoners, maar de leeftijdsgroepen tellen op tot {2}. Controleer beide.",
                "Area {0} has {1} residents, but its age groups add up to {2}. Check both."},
    MessageText{"region.area.ages_part",
                "{0} is meer dan {1} ({2}), waar deze groep een deel van is. Controleer beide.",
                "{0} is above {1} ({2}), of which this group is a part. Check both."},
    MessageText{"region.area.zones_sum",
                "Gebied {0} heeft {1} inwoners, maar zijn zones tellen op tot {2}. Maak de sommen gelijk.",
                "Area {0} has {1} residents, but its zones add up to {2}. Make the sums equal."},
    MessageText{
        "region.area.unknown_profile",
        "Voor profiel '{0}' bestaat geen parameter reserve.{0}.<behoefte>. Voeg er een toe of kies een ander profiel.",
        "For profile '{0}' no parameter reserve.{0}.<need> exists. Add one or choose another profile."},
    MessageText{"region.area.unknown_profile_suggestion",
                "Voor profiel '{0}' bestaat geen parameter reserve.{0}.<behoefte>. Bedoelt u '{1}'?",
                "For profile '{0}' no parameter reserve.{0}.<need> exists. Did you mean '{1}'?"},
    MessageText{"region.zone.group_above_residents",
                "De groep telt {0} mensen, meer dan de {1} inwoners van de zone. Controleer beide.",
                "The group counts {0} people, more than the {1} residents of the zone. Check both."},
    MessageText{"region.zone.cells_sum",
                "Zone {0} heeft {1} inwoners, maar haar vakken tellen op tot {2}. Maak de sommen gelijk.",
                "Zone {0} has {1} residents, but its cells add up to {2}. Make the sums equal."},

    MessageText{
        "region.asset.no_restart",
        "Object {0} heeft geen hersteltijd na herstart. Vul restart in, of voeg parameter {1} of default.restart toe.",
        "Asset {0} has no restart time. Fill in restart, or add a parameter {1} or default.restart."},
    MessageText{"region.asset.half_place", "{0} is ingevuld, maar {1} niet. Vul beide in of geen van beide.",
                "{0} is filled in, but {1} is not. Fill in both or neither."},
    MessageText{"region.asset.half_breakdown", "{0} is ingevuld, maar {1} niet. Eigen storingen vragen beide.",
                "{0} is filled in, but {1} is not. Own failures need both."},
    MessageText{"region.asset.no_need",
                "Object {0} heeft geen leverancier: het heeft geen enkele behoefte, terwijl andere van soort {1} die "
                "wel hebben (zoals {2}). Vul de tabel needs aan of bevestig dat het zo is.",
                "Asset {0} has no supplier: it has no need at all, while others of kind {1} do (such as {2}). Complete "
                "the table needs, or confirm that this is right."},
    MessageText{"region.process.no_minimum",
                "Proces {0} heeft geen behoefte op minimumniveau en zou dus nooit uitvallen. Voeg een behoefte toe met "
                "component minimum.",
                "Process {0} has no need at its minimum level and would therefore never fail. Add a need with "
                "component minimum."},

    MessageText{"region.need.component_of_asset",
                "'{0}' kan hier niet: de behoefte van een object heeft geen component. Maak de cel leeg.",
                "'{0}' is not possible here: the need of an asset has no component. Empty the cell."},
    MessageText{"region.need.no_daily_need",
                "'{0}' is geen dagelijkse behoefte. Gebruik een dienst van soort daily_need.",
                "'{0}' is no daily need. Use a service of kind daily_need."},
    MessageText{"region.need.no_daily_need_suggestion", "'{0}' is geen dagelijkse behoefte. Bedoelt u '{1}'?",
                "'{0}' is no daily need. Did you mean '{1}'?"},
    MessageText{"region.need.no_group", "'{0}' is geen bekende groep. Kies uit: {1}.",
                "'{0}' is no known group. Choose from: {1}."},
    MessageText{"region.need.no_group_suggestion", "'{0}' is geen bekende groep. Bedoelt u '{2}'? Kies uit: {1}.",
                "'{0}' is no known group. Did you mean '{2}'? Choose from: {1}."},
    MessageText{"region.need.no_level", "'{0}' is geen niveau van een proces. Schrijf minimum of full.",
                "'{0}' is no level of a process. Write minimum or full."},
    MessageText{"region.need.no_level_suggestion", "'{0}' is geen niveau van een proces. Bedoelt u '{1}'?",
                "'{0}' is no level of a process. Did you mean '{1}'?"},
    MessageText{"region.need.no_supplier",
                "Behoefte {0} heeft geen leverancier. Voeg er een toe in need_suppliers of haal de behoefte weg.",
                "Need {0} has no supplier. Add one in need_suppliers or remove the need."},
    MessageText{"region.need.k_range",
                "'{0}' is geen goed aantal leveranciers. Verwacht: een heel getal van 1 tot en met {1}, of any of all.",
                "'{0}' is no right number of suppliers. Expected: a whole number from 1 to {1}, or any or all."},
    MessageText{"region.need.own_supplier", "{1} levert aan zichzelf in behoefte {0}. Kies een andere leverancier.",
                "{1} supplies itself in need {0}. Choose another supplier."},
    MessageText{"region.need.supplier_twice", "{1} staat twee keer bij behoefte {0}. Haal er een weg.",
                "{1} stands twice with need {0}. Remove one."},

    MessageText{"region.backup.no_capacity",
                "Een back-up van soort {0} heeft een capaciteit nodig. Verwijs naar een parameter in uren.",
                "A back-up of kind {0} needs a capacity. Refer to a parameter in hours."},
    MessageText{"region.backup.misuse",
                "Kolom '{0}' hoort niet bij een back-up van soort {1}. Maak de cel leeg of kies een andere soort.",
                "Column '{0}' does not belong to a back-up of kind {1}. Empty the cell or choose another kind."},
    MessageText{
        "region.backup.order_twice",
        "Volgorde {0} komt bij behoefte {1} ook voor bij {2}. Geef elke back-up van een behoefte een eigen volgorde.",
        "Order {0} of need {1} is also that of {2}. Give each back-up of a need an order of its own."},
    MessageText{
        "region.backup.generator_alone",
        "Behoefte {0}: een noodaggregaat heeft geen eigen starttijd in het kernmodel; zet er een accu of buffer voor.",
        "Need {0}: a generator has no start delay of its own in the core model; put a battery or buffer before it."},

    MessageText{"region.hazard.start_form", "'{0}' is geen tijdstip. Schrijf de lokale tijd als 2023-01-17T17:00.",
                "'{0}' is no moment. Write local time as 2023-01-17T17:00."},
    MessageText{
        "region.hazard.no_outdoor",
        "Parameter {0} ontbreekt; zonder buitentemperatuur is er geen uitspraak over warmte in huis. Voeg hem toe.",
        "Parameter {0} is missing; without an outdoor temperature nothing can be said of warmth at home. Add it."},
    MessageText{"region.hazard.no_shock",
                "Bij dreiging '{0}' staat geen gebeurtenis, dus zij doet niets. Voeg in de tabel shocks een rij toe "
                "met deze dreiging (kolom hazard).",
                "Hazard '{0}' has no event and so does nothing. Add a row for this hazard (column hazard) to the table "
                "shocks."},
    MessageText{
        "region.hazard.part_form",
        "'{0}' is geen deel van een combinatie. Schrijf de dreiging met het uur waarop zij begint: heat-wave@24.",
        "'{0}' is no part of a combination. Write the hazard with the hour it begins: heat-wave@24."},
    MessageText{"region.hazard.part_unknown", "Dreiging '{0}' bestaat niet. Kies er een uit de tabel hazards.",
                "Hazard '{0}' does not exist. Choose one of the table hazards."},
    MessageText{"region.hazard.part_unknown_suggestion", "Dreiging '{0}' bestaat niet. Bedoelt u '{1}'?",
                "Hazard '{0}' does not exist. Do you mean '{1}'?"},
    MessageText{"region.hazard.circle",
                "Deze combinatie bevat langs dreiging {0} zichzelf. Haal een van de twee uit de kring.",
                "By hazard {0} this combination contains itself. Take one of the two out of the circle."},
    MessageText{"region.hazard.part_late",
                "Dreiging '{0}' begint hier in uur {1}, en er wordt tot uur {2} gerekend: zij telt niet mee. Laat haar "
                "eerder beginnen (kolom combines, het getal na @), of reken langer door (kolom horizon_h).",
                "Hazard '{0}' begins here in hour {1}, and the run ends in hour {2}: it does not count. Let it begin "
                "earlier (column combines, the number after @), or let it run longer (column horizon_h)."},
    MessageText{"region.hazard.part_season",
                "Dreiging {0} hoort bij seizoen {1}, deze combinatie rekent met {2}. Zet het seizoen gelijk, of laat "
                "het zo als dat de bedoeling is.",
                "Hazard {0} belongs to season {1}, this combination runs in {2}. Make the seasons equal, or leave it "
                "when that is meant."},
    MessageText{"region.shock.no_share",
                "Gebeurtenis '{0}' raakt met kans 0 niets. Vul een kans boven 0 in (kolom share), of haal de rij weg.",
                "Event '{0}' hits nothing with probability 0. Fill in a probability above 0 (column share), or take "
                "the row away."},
    MessageText{"region.shock.no_length",
                "Gebeurtenis '{0}' duurt 0 uur en doet dus niets. Vul in hoelang zij duurt (kolom duration_h, of een "
                "verdeling in kolom duration_delay).",
                "Event '{0}' lasts 0 hours and so does nothing. Fill in how long it lasts (column duration_h, or a "
                "distribution in column duration_delay)."},
    MessageText{"region.shock.idle_magnitude",
                "Gebeurtenis '{0}' neemt iets helemaal weg of beschadigt het (kolom kind: {1}); hoe sterk zij is telt "
                "niet mee. Maak de sterkte leeg (kolom magnitude), of kies een ander soort gebeurtenis (kolom kind).",
                "Event '{0}' takes something away altogether or damages it (column kind: {1}); how strong it is does "
                "not count. Empty the strength (column magnitude), or choose another kind of event (column kind)."},
    MessageText{"region.shock.no_queue",
                "Gebeurtenis '{0}' vraagt meer van '{1}', maar dat heeft geen rooster met personeel, geen meldkamer, "
                "geen voorraad die sneller opraakt (parameter demand.drains.<parameter van de voorraad>) en geen "
                "ruimte om meer te doen (parameter demand.room.<soort object>). Voeg een van die vier toe, of neem dit "
                "object niet mee (kolom target).",
                "Event '{0}' asks more of '{1}', but that has no roster with staff, no control room, no stock that is "
                "used up faster (parameter demand.drains.<parameter of the stock>) and no room to do more (parameter "
                "demand.room.<kind of asset>). Add one of the four, or leave this asset out (column target)."},
    MessageText{"region.shock.no_staff",
                "Gebeurtenis '{0}' raakt rooster '{1}', maar daarvan is niet bekend hoeveel mensen het heeft. Voeg in "
                "de tabel resources een rij toe met die mensen (kolom kind: duty_staff; kolom base: {1}), of neem dit "
                "rooster niet mee (kolom target).",
                "Event '{0}' takes roster '{1}', of which it is not known how many people it has. Add a row with these "
                "people to the table resources (column kind: duty_staff; column base: {1}), or leave this roster out "
                "(column target)."},
    MessageText{
        "region.shock.single",
        "Gebeurtenis '{0}' laat van '{1}' maar een deel over, maar van die soort raakt zij er maar één: een half "
        "object bestaat niet. Neem meer objecten mee (kolom target), splits het object in delen, of laat het helemaal "
        "uitvallen (kolom kind: hit).",
        "Event '{0}' leaves only a part of '{1}', but takes one of that kind only: there is no half asset. Take more "
        "assets (column target), split the asset into parts, or let it fail altogether (column kind: hit)."},
    MessageText{
        "region.shock.no_crew",
        "Gebeurtenis '{0}' brengt schade toe, maar de regio heeft niemand die herstelt. Voeg in de tabel resources een "
        "rij toe met een herstelploeg (kolom kind: repair_crew), of kies een ander soort gebeurtenis (kolom kind).",
        "Event '{0}' does damage, but the region has nobody who repairs. Add a row with a repair crew to the table "
        "resources (column kind: repair_crew), or choose another kind of event (column kind)."},
    MessageText{
        "region.shock.no_fragility",
        "Gebeurtenis '{0}' is een kracht van het weer, maar van niets wat zij raakt is bekend waar het tegen kan. Voeg "
        "in de tabel parameters een rij toe met id '{1}' (achteraan de soort object), of kies andere objecten (kolom "
        "target).",
        "Event '{0}' is a force of the weather, but of nothing it takes is it known what it withstands. Add a row with "
        "id '{1}' (the kind of asset comes last) to the table parameters, or choose other assets (column target)."},
    MessageText{
        "region.shock.factor_drawn",
        "Gebeurtenis '{0}' (kolom kind: {1}) geldt voor alles wat zij raakt, en vanaf een vast uur. Zet de kans op 1 "
        "(kolom share) en laat toevallig later beginnen of langer duren leeg (kolommen start_delay en duration_delay).",
        "Event '{0}' (column kind: {1}) holds for all that it takes, and from a stated hour on. Make the probability 1 "
        "(column share) and leave beginning later or lasting longer by chance empty (columns start_delay and "
        "duration_delay)."},
    MessageText{"region.shock.above_one",
                "Bij gebeurtenis '{0}' (kolom kind: {1}) is {2} over, maar meer dan alles kan er niet over zijn. Vul "
                "in welk deel over is, van 0 tot en met 1 (kolom magnitude); de helft is 0.5.",
                "Of event '{0}' (column kind: {1}) {2} is left, but no more than all can be left. Fill in which part "
                "is left, from 0 to 1 (column magnitude); half is 0.5."},
    MessageText{"region.shock.no_demand",
                "Gebeurtenis '{0}' maakt de vraag {1} keer zo groot, en dan is er geen vraag. Vul in hoeveel keer zo "
                "groot de vraag wordt: een getal boven 0 (kolom magnitude).",
                "Event '{0}' makes demand {1} times as great, and then there is none. Fill in how many times as great "
                "demand becomes: a number above 0 (column magnitude)."},
    MessageText{"region.shock.no_effect",
                "Gebeurtenis '{0}' (kolom kind: {1}) verandert met sterkte 1 niets. Vul in hoe sterk zij is (kolom "
                "magnitude), of haal de rij weg.",
                "Event '{0}' (column kind: {1}) changes nothing with strength 1. Fill in how strong it is (column "
                "magnitude), or take the row away."},
    MessageText{
        "region.shock.nobody_doubted",
        "Gebeurtenis '{0}' tast het vertrouwen aan in geen enkel kanaal. Kies de afzender van een kanaal (kolom "
        "target; de afzenders staan in tabel channels, kolom sender), of laat de kolom leeg voor alle kanalen.",
        "Event '{0}' lowers trust in no channel at all. Choose the sender of a channel (column target; senders stand "
        "in table channels, column sender), or leave the column empty for all channels."},
    MessageText{
        "region.shock.contradicts",
        "Gebeurtenis '{0}' zegt van '{2}' op hetzelfde ogenblik iets anders dan gebeurtenis '{1}'. Maak beide even "
        "sterk (kolom magnitude), of laat de ene beginnen waar de andere ophoudt (kolommen start_h en duration_h).",
        "Event '{0}' says something else of '{2}' at the same time as event '{1}'. Make both as strong (column "
        "magnitude), or let one begin where the other ends (columns start_h and duration_h)."},
    MessageText{
        "region.shock.after_horizon",
        "Gebeurtenis '{0}' begint in uur {1}, en er wordt tot uur {2} gerekend: zij telt niet mee. Laat haar eerder "
        "beginnen (kolom start_h), of reken bij de dreiging langer door (tabel hazards, kolom horizon_h).",
        "Event '{0}' begins in hour {1}, and the run ends in hour {2}: it does not count. Let it begin earlier (column "
        "start_h), or let the hazard run longer (table hazards, column horizon_h)."},
    MessageText{"region.consequence.no_need",
                "'{0}' is geen dagelijkse behoefte; bij maat {1} is dat nodig. Kies een dienst van soort daily_need.",
                "'{0}' is no daily need, which measure {1} asks for. Choose a service of kind daily_need."},
    MessageText{"region.consequence.no_process",
                "'{0}' is geen vitaal proces; bij maat {1} is dat nodig. Kies een dienst van soort vital.",
                "'{0}' is no vital process, which measure {1} asks for. Choose a service of kind vital."},
    MessageText{"region.scale.classes",
                "'{0}' zijn geen vijf klassen. Schrijf vijf letters van A tot en met E, niet aflopend: ABCDE.",
                "'{0}' are no five classes. Write five letters from A to E, not descending: ABCDE."},
    MessageText{"region.scale.borders",
                "'{0}' zijn geen vier grenzen. Schrijf vier getallen die niet afnemen, met een spatie ertussen.",
                "'{0}' are no four borders. Write four numbers that do not descend, separated by a blank."},
    MessageText{"region.scale.days", "Tot {1} dagen ligt niet na vanaf {0} dagen. Wissel ze om of verbeter ze.",
                "Until {1} days is not after from {0} days. Exchange or mend them."},
    MessageText{"region.shock.no_magnitude.demand",
                "Gebeurtenis '{0}' heeft geen sterkte. Vul in hoeveel keer zo groot de vraag wordt (kolom magnitude): "
                "een getal boven 0, 1.5 is anderhalf keer.",
                "Event '{0}' has no strength. Fill in how many times as great demand becomes (column magnitude): a "
                "number above 0, 1.5 is one and a half times."},
    MessageText{"region.shock.no_magnitude.derate",
                "Gebeurtenis '{0}' heeft geen sterkte. Vul in welk deel nog werkt (kolom magnitude): van 0 tot en met "
                "1, 0.8 is vier vijfde.",
                "Event '{0}' has no strength. Fill in which part still works (column magnitude): from 0 to 1, 0.8 is "
                "four fifths."},
    MessageText{"region.shock.no_magnitude.trust",
                "Gebeurtenis '{0}' heeft geen sterkte. Vul in welk deel van de mensen een bericht nog volgt (kolom "
                "magnitude): van 0 tot en met 1.",
                "Event '{0}' has no strength. Fill in which part of the people still heeds a message (column "
                "magnitude): from 0 to 1."},
    MessageText{"region.shock.no_magnitude.heat",
                "Gebeurtenis '{0}' heeft geen sterkte. Vul in hoe heet het wordt (kolom magnitude): in graden Celsius.",
                "Event '{0}' has no strength. Fill in how hot it becomes (column magnitude): in degrees Celsius."},
    MessageText{"region.shock.no_magnitude.cold",
                "Gebeurtenis '{0}' heeft geen sterkte. Vul in hoe hard het vriest (kolom magnitude): in graden Celsius "
                "onder nul, zonder minteken.",
                "Event '{0}' has no strength. Fill in how hard it freezes (column magnitude): in degrees Celsius below "
                "zero, without a minus sign."},
    MessageText{
        "region.shock.no_magnitude.rain",
        "Gebeurtenis '{0}' heeft geen sterkte. Vul in hoe hard het regent (kolom magnitude): in millimeter per uur.",
        "Event '{0}' has no strength. Fill in how hard it rains (column magnitude): in millimetres an hour."},
    MessageText{"region.shock.no_magnitude.flood",
                "Gebeurtenis '{0}' heeft geen sterkte. Vul in hoe hoog het water staat (kolom magnitude): in meter.",
                "Event '{0}' has no strength. Fill in how high the water stands (column magnitude): in metres."},
    MessageText{"region.selector.form",
                "'{0}' is geen goede voorwaarde. Schrijf sleutel=waarde, meer waarden met '|' ertussen, meer "
                "voorwaarden met ';' ertussen.",
                "'{0}' is no right condition. Write key=value, several values with '|' between them, several "
                "conditions with ';' between them."},
    MessageText{"region.selector.unknown_key",
                "Sleutel '{0}' bestaat niet. Kies uit: id, kind, service, organisation, municipality.",
                "Key '{0}' does not exist. Choose from: id, kind, service, organisation, municipality."},
    MessageText{"region.selector.unknown_key_suggestion", "Sleutel '{0}' bestaat niet. Bedoelt u '{1}'?",
                "Key '{0}' does not exist. Did you mean '{1}'?"},
    MessageText{"region.selector.key_twice",
                "Sleutel '{0}' staat er twee keer. Zet de waarden bij elkaar met '|' ertussen.",
                "Key '{0}' stands twice. Put the values together with '|' between them."},
    MessageText{"region.selector.unknown_value",
                "Waarde '{1}' voor {0} komt nergens voor. Verbeter de waarde of haal haar weg.",
                "Value '{1}' for {0} occurs nowhere. Correct the value or remove it."},
    MessageText{"region.selector.unknown_value_suggestion", "Waarde '{1}' voor {0} komt nergens voor. Bedoelt u '{2}'?",
                "Value '{1}' for {0} occurs nowhere. Did you mean '{2}'?"},
    MessageText{"region.selector.nothing", "De keuze '{0}' treft geen enkel object. Controleer de voorwaarden samen.",
                "The choice '{0}' takes no asset at all. Check the conditions together."},

    MessageText{"region.measure.circle",
                "Deze maatregelen hebben elkaar nodig in een kring: {0}. Dan kan geen ervan beginnen; haal één "
                "voorwaarde weg.",
                "These measures need one another in a circle: {0}. So none can begin; take one prerequisite away."},
    MessageText{"region.measure_account.twice",
                "Maatregel '{0}' staat twee keer in jaar {1}. Geef elke maatregel één rij per jaar.",
                "Measure '{0}' stands twice in year {1}. Give each measure one row a year."},
    MessageText{"region.measure_account.undone",
                "Maatregel '{0}' was in {1} klaar (yes) en hier niet meer ({2}). Wat klaar is, blijft 'yes'.",
                "Measure '{0}' was delivered in {1} (yes) and here no longer is ({2}). What is delivered stays 'yes'."},
    MessageText{"region.measure_account.day", "'{0}' is geen dag van de kalender. Schrijf bijvoorbeeld 2026-07-01.",
                "'{0}' is no day of the calendar. Write for example 2026-07-01."},
    MessageText{
        "region.measure_account.day_without",
        "Dag {0} staat bij delivered '{1}'. Alleen bij 'yes' hoort een dag: die waarop de maatregel ging werken.",
        "Day {0} stands with delivered '{1}'. Only 'yes' has a day: from which the measure works."},
    MessageText{"region.measure_account.day_later",
                "Dag {0} ligt na het jaar van de rij ({1}). Zet 'yes' pas in het jaar waarin de maatregel klaar was.",
                "Day {0} lies after the year of the row ({1}). Put 'yes' in the year in which it was delivered."},
    MessageText{
        "region.measure_account.day_missing",
        "Maatregel '{0}' is hier voor het eerst klaar (yes), zonder dag. Zet in date vanaf welke dag hij werkt.",
        "Measure '{0}' is delivered here for the first time (yes), without a day. Put the day from which it "
        "works in date."},
    MessageText{"region.measure_change.pair",
                "'{0}' is geen kolom=waarde. Schrijf bijvoorbeeld 'low=24;typical=48;high=72'.",
                "'{0}' is no column=value. Write for example 'low=24;typical=48;high=72'."},
    MessageText{"region.measure_change.row_unknown",
                "Tabel {0} heeft geen rij '{1}', en een nieuwe rij kan hier niet. Verwacht: een id uit die tabel.",
                "Table {0} has no row '{1}', and a new row is not possible here. Expected: an id of that table."},
    MessageText{"region.measure_change.column",
                "Kolom '{1}' van tabel {0} kan een maatregel niet zetten. Mogelijk: {2}.",
                "A measure cannot set column '{1}' of table {0}. Possible: {2}."},
    MessageText{"region.measure_change.column_missing", "Een nieuwe rij in {0} vraagt ook kolom '{1}'.",
                "A new row of {0} also needs column '{1}'."},
    MessageText{"region.measure_change.value", "'{2}' past niet in kolom '{1}' van tabel {0}. Verwacht: {3}.",
                "'{2}' does not fit column '{1}' of table {0}. Expected: {3}."},
    MessageText{"region.measure_change.remove",
                "Een maatregel kan alleen rijen uit de tabel backups weghalen, niet uit {0}.",
                "A measure can take rows away from the table backups only, not from {0}."},
    MessageText{"region.measure_change.uptake",
                "Een rij 'low' of 'high' zegt wat er in een cel van parameters komt als weinig of veel mensen meedoen. "
                "Zet dezelfde cellen van {0} ook in een rij 'put' van deze maatregel.",
                "A row 'low' or 'high' says what a cell of parameters becomes when few or many take part. Put the same "
                "cells of {0} in a row 'put' of this measure too."},
    MessageText{
        "region.measure_change.shared",
        "Ook maatregel '{3}' zet kolom '{2}' van rij '{1}' in {0}, en de twee gaan samen. Laat de ene de andere "
        "nodig hebben of uitsluiten, of gebruik een eigen rij.",
        "Measure '{3}' also sets column '{2}' of row '{1}' in {0}, and the two go together. Let one need or "
        "rule out the other, or use a row of its own."},
    MessageText{"region.decision.no_channel",
                "Waarschuwing {0} noemt geen kanaal. Noem in de kolom channels de kanalen waarlangs zij gaat.",
                "Warning {0} names no channel. Name in the column channels those it goes through."},
    MessageText{"region.decision.warning_only",
                "Een waarschuwing heeft geen {0}: zij is gelukt als zij bewoners bereikt. Laat de cel leeg.",
                "A warning has no {0}: it succeeds when it reaches residents. Leave the cell empty."},
    MessageText{"region.decision.not_a_warning",
                "Alleen een waarschuwing gaat langs kanalen; dit is een besluit van de soort {0}. Laat de cel leeg en "
                "noem in de kolom through wat de opdracht nodig heeft.",
                "Only a warning goes through channels; this is a decision of the kind {0}. Leave the cell empty and "
                "name in the column through what the order needs."},
    MessageText{"region.decision.one_limit",
                "Een besluit heeft precies één grens nodig in de kolommen target, need of until; gevonden: {0}.",
                "A decision needs exactly one limit in the columns target, need or until; found: {0}."},
    MessageText{"region.decision.no_daily_need",
                "'{0}' is geen dagelijkse behoefte. Kies een dienst van de soort daily_need.",
                "'{0}' is no daily need. Choose a service of the kind daily_need."},
    MessageText{"region.measure.itself", "Maatregel {0} verwijst naar zichzelf. Haal de verwijzing weg.",
                "Measure {0} refers to itself. Remove the reference."},
    MessageText{
        "region.measure.contradiction",
        "Maatregel {0} vraagt {1} en sluit die ook uit; zo kan hij nooit worden gekozen. Haal een van beide weg.",
        "Measure {0} requires {1} and also excludes it, so it can never be chosen. Remove one of the two."},
    MessageText{"region.walks.minutes",
                "'{0}' is geen looptijd; verwacht minuten van 0 of meer, gescheiden door een spatie.",
                "'{0}' is no walking time; expected minutes of 0 or more, separated by a blank."},
    MessageText{"region.walks.order", "{0} is korter dan de looptijd ervoor. Zet het dichtstbijzijnde punt vooraan.",
                "{0} is shorter than the walking time before it. Put the nearest point first."},
    MessageText{"region.walks.count", "{0} noodsteunpunten, maar {1} looptijden. Geef bij elk punt één looptijd.",
                "{0} support points, but {1} walking times. Give one walking time for each point."},
    MessageText{"region.change.twice",
                "'{0}' staat al in de tabel {1}; een wijziging kan geen rij met dit id toevoegen",
                "'{0}' is in the table {1} already; a change cannot add a row with that id"},
    MessageText{"region.walks.same", "Noodsteunpunt {0} staat twee keer in deze rij. Haal er één weg.",
                "Support point {0} stands in this row twice. Remove one."},
    MessageText{"region.walks.twice", "Vak {0} heeft al een rij met looptijden. Voeg de twee samen.",
                "Cell {0} already has a row of walking times. Join the two."},
    MessageText{"region.plan.confidential",
                "Plan {0} is vertrouwelijk en wordt alleen genoemd. Maak '{1}' leeg; de inhoud hoort hier niet.",
                "Plan {0} is confidential and is only named. Empty '{1}'; its content does not belong here."},
    MessageText{"region.plan.until_before_from", "Tot ({0}) ligt voor vanaf ({1}). Draai ze om.",
                "Until ({0}) lies before from ({1}). Swap them."},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::region
