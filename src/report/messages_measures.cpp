#include <array>

#include "report/messages.hpp"

namespace veer::report {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    {"report.measures.heading", "Maatregelen en geld", "Measures and money"},
    {"report.measures.full_model", ", in het volledige model", ", in the full model"},
    {"report.measures.lead",
     "Dit plan neemt {0} maatregelen voor samen {1}, van {2} tot en met {3}. Gekozen en gerekend voor: {4}. Uren zijn "
     "gewogen persoon-uren zonder eerste levensbehoefte, als het scenario op een willekeurig moment in deze jaren "
     "toeslaat.",
     "This plan takes {0} measures for {1} in all, from {2} to {3}. Chosen and computed for: {4}. Hours are weighted "
     "person-hours without a daily need, if the hazard strikes at a random moment of these years."},
    {"report.measures.buys_caption", "Wat het koopt", "What it buys"},
    {"report.measures.col.less", "Minder", "Less"},
    {"report.measures.col.of", "Zonder plan", "Without the plan"},
    {"report.measures.buys.unmet", "Uren, gemiddeld", "Hours, on average"},
    {"report.measures.buys.tail", "Uren in de slechtste 5 % van de runs", "Hours in the worst 5 % of the runs"},
    {"report.measures.buys.gaps", "Eigen processen over hun uiterste grens (gewogen)",
     "Own processes beyond what can be borne (weighted)"},
    {"report.measures.buys.worst", "Uren in de minst bediende gemeente: {0}",
     "Hours in the least served municipality: {0}"},
    {"report.measures.board_caption", "Wat, wanneer, wie doet het en wie betaalt", "What, when, who does it, who pays"},
    {"report.measures.year", "{0}: gevraagd {1}, beschikbaar {2}", "{0}: asked {1}, available {2}"},
    {"report.measures.year_kept", "{0}: gevraagd {1}, beschikbaar {2} (waarvan {3} over van eerder)",
     "{0}: asked {1}, available {2} (of which {3} left of earlier)"},
    {"report.measures.year_others", "; anderen betalen {0}", "; others pay {0}"},
    {"report.measures.year_short", "{0}: gevraagd {1}, beschikbaar {2}, tekort {4}",
     "{0}: asked {1}, available {2}, short {4}"},
    {"report.measures.rest", "en nog {0} kleinere maatregelen (zie de lijst per jaar)",
     "and {0} smaller measures (see the list by year)"},
    {"report.measures.fate.stays", "blijft", "stays"},
    {"report.measures.fate.later", "later", "later"},
    {"report.measures.fate.lost", "vervalt", "falls away"},
    {"report.measures.fate.dropped", "stopt", "stops"},
    {"report.measures.col.if_cut", "Bij korting", "With the cut"},
    {"report.measures.col.if_stops", "Geld stopt", "Money stops"},
    {"report.measures.if_caption", "Wat als het geld niet komt, nadat het eerste jaar begonnen is",
     "What if the money does not come, after the first year has begun"},
    {"report.measures.col.money", "Geld, alle jaren", "Money, all years"},
    {"report.measures.col.lost_hours", "Verlies aan uren", "Hours lost"},
    {"report.measures.col.falls_away", "Wat vervalt", "What falls away"},
    {"report.measures.nothing_lost", "niets", "nothing"},
    {"report.measures.fall_away.one", "één maatregel: zie de kolom hierboven", "one measure: see the column above"},
    {"report.measures.fall_away.many", "{0} maatregelen: zie de kolom hierboven", "{0} measures: see the column above"},
    {"report.measures.break_even",
     "Bij {0} euro per gewogen persoon-uur betaalt het plan zich terug als het scenario per jaar een kans van {1} % of "
     "meer heeft.",
     "At {0} euro per weighted person-hour the plan pays from a yearly probability of {1} %."},
    {"report.measures.break_even_often",
     "Bij {0} euro per gewogen persoon-uur betaalt het plan zich pas terug als het scenario vaker dan {1} keer per "
     "jaar "
     "komt: op uren alleen is het te duur.",
     "At {0} euro per weighted person-hour the plan pays only if the scenario comes more than {1} times a year: on "
     "hours "
     "alone it costs too much."},
    {"report.measures.not_asked",
     "Het plan vraagt {0} van het beschikbare geld niet: wat nog zou kunnen beginnen, past niet in het geld van zijn "
     "jaar of "
     "bespaart binnen deze jaren niets meer.",
     "The plan does not ask for {0} of the money: what could still begin does not fit the money of its year or saves "
     "nothing "
     "more within these years."},
    {"report.measures.proof.optimal",
     "Op de som van de waarden per maatregel is bewezen dat er geen beter plan is; de getallen hier zijn die van het "
     "hele plan, nagespeeld.",
     "On the sum of the worths of measures it is proven that no plan is better; the figures here are those of the "
     "whole plan, played."},
    {"report.measures.proof.feasible",
     "Op de som van de waarden per maatregel is bewezen dat een ander plan hoogstens {0} beter kan zijn. Van wat is "
     "nagespeeld, is dit plan het beste; de getallen hier zijn die van het hele plan, nagespeeld.",
     "On the sum of the worths of measures it is proven that another plan can be at most {0} better. Of what was "
     "played this plan is the best; the figures here are those of the whole plan, played."},
    {"report.measures.below_minimum",
     "Gevraagd was dat in het laatste jaar in elke gemeente {0} wegvalt van wat zij draagt. Geen van de nagespeelde "
     "plannen haalt dat: de minst bediende gemeente blijft {1} procentpunt lager.",
     "Asked was that in the last year {0} of what each municipality bears is taken away. No plan that was played "
     "reaches that: the municipality served least stays {1} percentage points lower."},
    {"report.measures.points", "{0} procentpunt", "{0} percentage points"},
    {"report.measures.assumed",
     "Van {0} van de {1} maatregelen ({2} van het geld) zijn bedrag en effect een aanname, nog niet door de eigenaar "
     "bevestigd. Hoe het geld verdeeld wordt, is niet besloten; hier naar inwoners, met de regio als kassier.",
     "Of {0} of the {1} measures ({2} of the money) cost and effect are an assumption, not yet confirmed by the owner. "
     "How the money is divided has not been decided; here by population, with the region as cashier."},
    {"report.measures.margins", "± is de marge van 95 %, uit {0} herhalingen van elk pakket.",
     "± is the margin of 95 %, from {0} replicas of each package."},
    {"report.measures.col.kept_money", "Over van eerder", "Left of earlier"},
    {"report.measures.otherwise_read",
     "De tweede kolom uren houdt het eerste jaar van dit plan vast: dat is dan al begonnen. Wat niet onderhouden kan "
     "worden, stopt, en zijn aanschaf is verloren. Alle uren zijn nagespeeld.",
     "The second column of hours keeps the first year of this plan: it has begun by then. What cannot be kept up "
     "stops, and its purchase is lost. All hours are played."},
    {"report.measures.otherwise_caption", "Per geldscenario: het beste plan, en wat er van dit plan overblijft",
     "By money scenario: the best plan, and what is left of this one"},
    {"report.measures.col.best", "Beste plan", "Best plan"},
    {"report.measures.col.kept", "Met dit eerste jaar", "With this first year"},
    {"report.measures.col.lost", "Vervalt", "Falls away"},
    {"report.measures.col.instead", "Komt erbij", "Comes instead"},
    {"report.measures.keep_first",
     "Nu beginnen, wat er ook komt: {0}. Daarmee mist de regio in het slechtste geldscenario {1} van wat daar mogelijk "
     "was (gekozen op de som van losse waarden, nagespeeld).",
     "Begin now, whatever comes: {0}. In the worst money scenario the region then misses {1} of what was possible "
     "(chosen on the sum of single worths, played)."},
    {"report.measures.front", "Wat meer of minder geld koopt", "What more or less money buys"},
    {"report.measures.front_read",
     "Elk punt is het meeste dat een nagespeeld plan met dat geld haalt; het zwarte punt is het geld van dit plan. De "
     "maten zijn elk voor zich: het plan met de meeste uren is niet altijd dat met de meeste processen.",
     "Each point is the most that any played plan reaches with that money; the black point is the money of this plan. "
     "Each measure stands by itself: the plan with most hours is not always that with most processes."},
    {"report.measures.front_title", "Gemiddeld bespaard, miljoen uren", "Saved on average, million hours"},
    {"report.measures.front_tail_title", "Bespaard in de slechtste 5 % van de runs, miljoen uren",
     "Saved in the worst 5 % of the runs, million hours"},
    {"report.measures.front_desc", "Bespaarde gewogen persoon-uren tegen het geld van alle jaren",
     "Weighted person-hours saved against the money of all years"},
    {"report.measures.front_x", "geld van alle jaren, miljoen euro", "money of all years, million euros"},
    {"report.measures.front_point", "{0} van het geld, {1}: {2} uren", "{0} of the money, {1}: {2} hours"},
    {"report.measures.front_caption", "Het meeste dat met zoveel geld kan, per maat",
     "The most that so much money can do"},
    {"report.measures.order", "In welke volgorde", "In which order"},
    {"report.measures.order_read",
     "Eén voor één gekocht: steeds de maatregel die per euro het meest toevoegt aan wat er al is, elke keer opnieuw "
     "doorgerekend. Wie maar een deel kan doen, begint bovenaan. Samen is deze volgorde {0} waard; het pakket {1}.",
     "Bought one by one: each time the measure that adds most per euro to what is there already, played again each "
     "time. Whoever can do a part only begins at the top. Together this order is worth {0}; the package {1}."},
    {"report.measures.next_euro",
     "Duizend euro erbij bespaart op de som van losse waarden (niet nagespeeld): {0} uren, per jaar waarin het geld "
     "komt.",
     "A thousand euros more save on the sum of single worths (not played): {0} hours, by the year in which the money "
     "comes."},
    {"report.measures.rules_caption",
     "Hetzelfde geld, een andere regel: van alle nagespeelde plannen het beste onder die regel",
     "The same money, another rule: of all plans played the best under that rule"},
    {"report.measures.regret_caption",
     "Spijt: deel van wat er gedragen wordt dat een plan laat liggen, per scenario en als er ander geld komt",
     "Regret: the part of what is borne that a plan leaves, by hazard and when other money comes"},
    {"report.measures.regret_read",
     "Gehouden tegen het beste nagespeelde plan voor dat scenario met dat geld. Bij ander geld is het eerste jaar al "
     "begonnen; de rest is opnieuw gekozen, en het slechtste scenario staat er. Een plan dat niet is nagespeeld kan "
     "meer "
     "besparen: de echte spijt kan groter zijn.",
     "Held against the best plan played for that hazard with that money. With other money the first year has begun; "
     "the rest is chosen again, and the worst hazard is shown. A plan that was not played may save more: true regret "
     "may be larger."},
    {"report.measures.municipality", "Zonder plan {0} gewogen persoon-uren, met het plan {1}: {2} minder ({3}).",
     "Without the plan {0} weighted person-hours, with the plan {1}: {2} fewer ({3})."},
    {"report.measures.municipality_years",
     "Wat hier begint te helpen (uren die elke maatregel alleen hier bespaart), en wat het plan hier dat jaar bespaart",
     "What begins to help here (hours that each measure alone saves here), and what the plan saves here in that year"},
    {"report.measures.col.helps_here", "Begint te helpen", "Begins to help"},
    {"report.measures.col.saved_there", "Bespaard hier", "Saved here"},
    {"report.measures.municipality_pays",
     "Gevraagd van de gemeente zelf: {0}. Ging het geld rechtstreeks naar gemeenten, dan droeg deze gemeente {1} van "
     "de "
     "regionale maatregelen: samen {2}. Haar eigen maatregelen in dit plan kosten {3}; bij eigen bijdrage betaalt zij "
     "daar een deel van.",
     "Asked of the municipality itself: {0}. If the money went to municipalities directly, it would bear {1} of the "
     "regional measures: {2} in all. Its own measures in this plan cost {3}; with co-funding it pays a part of those."},
    {"report.measures.municipality_misses", "{0}: hier {1} uren minder bespaard; het plan haalt dan nog {2} weg.",
     "{0}: {1} hours less saved here; the plan then still takes away {2}."},
    {"report.measures.own", "Zelf uitvoeren", "To carry out itself"},
    {"report.measures.own_not_chosen", "Eigen maatregelen die niet gekozen zijn", "Measures of its own, not chosen"},
    {"report.measures.not_chosen", "{0}: {1} eenmalig, {2} per jaar; bespaart in de regio {3} uren, processen {4}",
     "{0}: {1} once, {2} a year; saves {3} hours in the region, processes {4}"},
    {"report.measures.not_chosen_silent", "{0}: {1} eenmalig, {2} per jaar; effect nog niet uit te drukken",
     "{0}: {1} once, {2} a year; effect cannot be expressed yet"},
    {"report.measures.answers", "Eindverantwoordelijk voor", "Accountable for"},
    {"report.measures.consulted", "Wordt geraadpleegd over", "Is consulted on"},
    {"report.measures.informed", "Wordt geïnformeerd over", "Is informed of"},
    {"report.measures.none", "geen in dit plan", "none in this plan"},
    {"report.measures.account", "Verantwoording", "Account"},
    {"report.measures.account_caption", "Gepland, uitgegeven, klaar, en wat het bespaart aan het eind van het jaar",
     "Planned, spent, delivered, and what it saves at the end of the year"},
    {"report.measures.account_rows", "Per maatregel en jaar", "By measure and year"},
    {"report.measures.col.planned", "Gepland", "Planned"},
    {"report.measures.col.spent", "Uitgegeven", "Spent"},
    {"report.measures.col.promised", "Beloofd", "Promised"},
    {"report.measures.col.delivered", "Klaar", "Delivered"},
    {"report.measures.col.partly", "Deels", "Partly"},
    {"report.measures.col.promised_worth", "Uren beloofd", "Hours promised"},
    {"report.measures.col.delivered_worth", "Uren klaar", "Hours delivered"},
    {"report.measures.col.state", "Stand", "State"},
    {"report.measures.col.note", "Opmerking", "Note"},
    {"report.measures.delivered.no", "nog niet", "not yet"},
    {"report.measures.delivered.partly", "deels", "partly"},
    {"report.measures.delivered.yes", "klaar", "delivered"},
    {"report.measures.col.owner", "Wie doet het", "Who does it"},
    {"report.measures.years_caption", "Wat wanneer begint", "What begins when"},
    {"report.measures.payers", "Wie betaalt", "Who pays"},
    {"report.measures.payers_caption", "Gevraagd en beschikbaar, per betaler en jaar",
     "Asked and available, by payer and year"},
    {"report.measures.otherwise", "Wat als het geld anders komt", "What if the money comes otherwise"},
    {"report.measures.not_payable", "niet vol te houden", "cannot be kept up"},
    {"report.measures.rules", "Andere manieren om te kiezen", "Other ways to choose"},
    {"report.measures.rule.person-hours", "Meeste persoon-uren", "Most person-hours"},
    {"report.measures.rule.tail", "Beste in de slechtste runs", "Best in the worst runs"},
    {"report.measures.rule.worst-municipality", "Minst bediende gemeente", "Least served municipality"},
    {"report.measures.rule.continuity", "Eigen processen", "Own processes"},
    {"report.measures.rule.regret", "Minste spijt", "Least regret"},
    {"report.measures.money.announced", "Zoals aangekondigd", "As announced"},
    {"report.measures.money.low", "Laag deel voor de regio", "Low part for the region"},
    {"report.measures.money.high", "Hoog deel voor de regio", "High part for the region"},
    {"report.measures.money.cut", "Met korting op de rijksbijdrage", "With the cut on the grant"},
    {"report.measures.money.stops", "Na het eerste jaar niets", "Nothing after the first year"},
    {"report.measures.map_before", "Gewogen uren per inwoner: zonder maatregelen",
     "Weighted hours per resident: without measures"},
    {"report.measures.map_after", "Gewogen uren per inwoner: met dit plan",
     "Weighted hours per resident: with this plan"},
    {"report.measures.map_gone", "Gewogen uren per inwoner: wat er weggaat",
     "Weighted hours per resident: what goes away"},
    {"report.measures.map_scale",
     "De eerste twee kaarten hebben dezelfde schaal: van 0 (licht) tot {0} uren per inwoner (donker), gemiddeld per "
     "gemeente. De derde heeft een eigen schaal: van 0 tot {1} uren.",
     "The first two maps have the same scale: from 0 (light) to {0} hours per resident (dark), means of "
     "municipalities. "
     "The third has its own: from 0 to {1} hours."},
    {"report.measures.municipalities_caption", "Wat het plan per gemeente doet",
     "What the plan does in each municipality"},
    {"report.measures.by_municipality", "Per gemeente", "By municipality"},
    {"report.measures.catalogue", "De catalogus", "The catalogue"},
    {"report.measures.catalogue_caption",
     "Maatregelen uit dit budget, meeste uren per euro eerst; elk op zichzelf doorgerekend",
     "Measures of this budget, most hours per euro first; each played by itself"},
    {"report.measures.uptake_intro",
     "Niemand weet hoeveel mensen meedoen met een campagne. Wat het bespaart als weinig, als verwacht en als veel "
     "mensen meedoen:",
     "Nobody knows how many people take part in a campaign. What it saves when few, as expected and many do:"},
    {"report.measures.uptake", "{0}: weinig {1}, verwacht {2}, veel {3} persoonuren",
     "{0}: few {1}, expected {2}, many {3} person-hours"},
    {"report.measures.show_catalogue", "Toon {0} maatregelen", "Show {0} measures"},
    {"report.measures.silent",
     "{0} maatregelen waarvan het model het effect nog niet kan uitdrukken: niet geschat, niet afgekeurd",
     "{0} measures whose effect the model cannot express yet: not guessed, not rejected"},
    {"report.measures.others", "{0} maatregelen die anderen betalen en beslissen",
     "{0} measures that others pay for and decide"},
    {"report.measures.col.year", "Jaar", "Year"},
    {"report.measures.col.begins", "Begint", "Begins"},
    {"report.measures.col.cost", "Kosten", "Cost"},
    {"report.measures.col.budget", "Budget", "Budget"},
    {"report.measures.col.saved", "Bespaarde uren", "Hours saved"},
    {"report.measures.col.payer", "Betaler", "Payer"},
    {"report.measures.col.asked", "Gevraagd", "Asked"},
    {"report.measures.col.available", "Beschikbaar", "Available"},
    {"report.measures.col.gap", "Tekort", "Gap"},
    {"report.measures.col.share", "Deel van het budget", "Share of the budget"},
    {"report.measures.col.count", "Maatregelen", "Measures"},
    {"report.measures.col.scenario", "Geldscenario", "Money scenario"},
    {"report.measures.col.rule", "Regel", "Rule"},
    {"report.measures.col.tail", "In de slechtste runs", "In the worst runs"},
    {"report.measures.col.gaps", "Processen (gewogen)", "Processes (weighted)"},
    {"report.measures.col.worst", "Minst bediende gemeente", "Least served municipality"},
    {"report.measures.col.regret", "Grootste spijt", "Largest regret"},
    {"report.measures.col.municipality", "Gemeente", "Municipality"},
    {"report.measures.col.borne", "Zonder maatregelen", "Without measures"},
    {"report.measures.col.share_saved", "Deel", "Share"},
    {"report.measures.col.own_money", "Eigen geld", "Own money"},
    {"report.measures.col.measure", "Maatregel", "Measure"},
    {"report.measures.col.task", "Sluit aan op", "Joins"},
    {"report.measures.col.cost_plan", "Kosten in het plan", "Cost in the plan"},
    {"report.measures.col.per_1000", "Uren per € 1.000", "Hours per € 1,000"},
    {"report.method.measures.title", "Maatregelen en geld", "Measures and money"},
    {"report.method.measures",
     "Elke maatregel is een wijziging van de tabellen van de regio. De engine speelt de regio met en zonder, op "
     "dezelfde "
     "toevalsgetallen, en het verschil is wat de maatregel waard is; uren wegen naar behoefte (parameters "
     "choice.weight). Gekozen wordt op opgetelde waarden, met een bovengrens (Lagrange, vertakken en begrenzen); "
     "daarna "
     "wordt het hele pakket nagespeeld en de waarde rond het pakket opnieuw gemeten. Een maatregel werkt na zijn "
     "doorlooptijd, en kost onderhoud zolang hij werkt.",
     "Each measure is a change of the region's tables. The engine plays the region with and without it, on the same "
     "random numbers, and the difference is what the measure is worth; hours weigh by need (parameters "
     "choice.weight). "
     "The choice is made on sums of worth, with an upper bound (Lagrange, branch and bound); then the whole package is "
     "played and worth is measured again around it. A measure works after its lead time, and costs upkeep while it "
     "works."},
});

}  // namespace

std::span<const MessageText> measure_messages() { return catalogue; }

}  // namespace veer::report
