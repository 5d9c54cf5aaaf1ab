#include <array>

#include "report/messages.hpp"

namespace veer::report {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    {"report.measures.heading", "Maatregelen en geld", "Measures and money"},
    {"report.measures.lead",
     "Met {0} maatregelen voor samen {1} vallen er {2} gewogen persoon-uren zonder eerste levensbehoefte minder ({3}), "
     "en {4} kritieke processen minder over hun uiterste grens. Dat is gerekend als het scenario op een willekeurig "
     "moment in de planjaren toeslaat.",
     "With {0} measures for {1} in all there are {2} fewer weighted person-hours without a daily need ({3}), and {4} "
     "fewer critical processes beyond what can be borne, if the hazard strikes at a random moment of the plan."},
    {"report.measures.assumed",
     "Bedragen en effecten per maatregel zijn aannames van dit project, nog niet door de eigenaren bevestigd. Hoe het "
     "geld verdeeld wordt, is niet besloten: dit hoofdstuk rekent met de landelijke bedragen in de gegevens (FIN01), "
     "verdeeld naar "
     "inwoners, met de regio als kassier.",
     "Costs and effects of measures are assumptions of this project, not yet confirmed by their owners. How the money "
     "is divided has not been decided: this chapter takes the national sums of the data (FIN01), divided by "
     "population, "
     "with "
     "the region as cashier."},
    {"report.measures.years_caption", "Wat wanneer begint", "What begins when"},
    {"report.measures.proof.optimal",
     "Op de optelbare benadering is bewezen dat er geen beter pakket is. De engine heeft het hele pakket daarna "
     "nagespeeld: {1}.",
     "On the additive surrogate no package is better; that is proven. The engine then played the whole package: {1}."},
    {"report.measures.proof.feasible",
     "Op de optelbare benadering kan een ander pakket hoogstens {0} beter zijn. De engine heeft het hele pakket daarna "
     "nagespeeld: {1}.",
     "On the additive surrogate another package can be at most {0} better. The engine then played the whole package: "
     "{1}."},
    {"report.measures.break_even",
     "Bij {0} euro per gewogen persoon-uur betaalt het pakket zich terug als het scenario elk jaar een kans heeft van "
     "{1} % of meer. Een gewone kosten-batentoets met een kleine kans wijst bijna alles af; deze kans laat zien "
     "waar de grens ligt.",
     "At {0} euro per weighted person-hour the package pays from a yearly probability of {1} %. A plain "
     "cost-benefit test with a small probability rejects nearly everything; this probability shows where the border "
     "lies."},
    {"report.measures.payers", "Wie betaalt", "Who pays"},
    {"report.measures.payers_caption", "Gevraagd en beschikbaar, per betaler en jaar",
     "Asked and available, by payer and year"},
    {"report.measures.otherwise", "Wat als het geld anders komt", "What if the money comes otherwise"},
    {"report.measures.otherwise_caption",
     "Per geldscenario: wat dan het beste pakket bespaart, en wat er overblijft als het eerste jaar van dit plan al "
     "begonnen is",
     "By money scenario: what the best package saves, and what is left when the first year of this plan has begun"},
    {"report.measures.not_payable", "niet vol te houden", "cannot be kept up"},
    {"report.measures.keep_first",
     "Nu beginnen, wat er ook komt: {0}. Daarmee mist de regio in het slechtste geldscenario {1} van wat daar "
     "mogelijk was.",
     "Begin now, whatever comes: {0}. In the worst money scenario the region then misses {1} of what was possible."},
    {"report.measures.front_title", "Wat meer of minder geld koopt (miljoen uren, miljoen euro)",
     "What more or less money buys (million hours, million euros)"},
    {"report.measures.front_desc", "Bespaarde gewogen persoon-uren tegen de kosten van het beste pakket",
     "Weighted person-hours saved against the cost of the best package"},
    {"report.measures.next_euro",
     "Duizend euro erbij bespaart op de benadering: {0} persoon-uren (per jaar waarin het geld komt).",
     "A thousand euros more save on the surrogate: {0} person-hours (by the year in which the money comes)."},
    {"report.measures.rules", "Andere manieren om te kiezen", "Other ways to choose"},
    {"report.measures.rules_caption", "Hetzelfde geld, een andere regel; alles nagespeeld",
     "The same money, another rule; all played by the engine"},
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
    {"report.measures.map_scale",
     "Beide kaarten hebben dezelfde schaal: van {0} (licht) tot {1} uren per inwoner (donker), gemiddeld per gemeente.",
     "Both maps have the same scale: from {0} (light) to {1} hours per resident (dark), means of municipalities."},
    {"report.measures.municipalities_caption", "Wat het plan per gemeente doet",
     "What the plan does in each municipality"},
    {"report.measures.by_municipality", "Per gemeente", "By municipality"},
    {"report.measures.municipality",
     "Het plan bespaart hier {0} gewogen persoon-uren ({1} van wat er zonder gedragen wordt).",
     "The plan saves {0} weighted person-hours here ({1} of what is borne without)."},
    {"report.measures.own", "Zelf uitvoeren:", "To carry out itself:"},
    {"report.measures.consulted", "Bij betrokken:", "Involved in:"},
    {"report.measures.catalogue", "De catalogus", "The catalogue"},
    {"report.measures.catalogue_caption",
     "Maatregelen uit dit budget, meeste uren per euro eerst; elk op zichzelf doorgerekend",
     "Measures of this budget, most hours per euro first; each played by itself"},
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
    {"report.measures.col.kept", "Met dit eerste jaar", "With this first year"},
    {"report.measures.col.first", "Begint in het eerste jaar", "Begin in the first year"},
    {"report.measures.col.rule", "Regel", "Rule"},
    {"report.measures.col.tail", "In de slechtste runs", "In the worst runs"},
    {"report.measures.col.gaps", "Processen", "Processes"},
    {"report.measures.col.worst", "Minst bediende gemeente", "Least served municipality"},
    {"report.measures.col.regret", "Grootste spijt", "Largest regret"},
    {"report.measures.col.municipality", "Gemeente", "Municipality"},
    {"report.measures.col.borne", "Zonder maatregelen", "Without measures"},
    {"report.measures.col.share_saved", "Deel", "Share"},
    {"report.measures.col.own_money", "Eigen geld", "Own money"},
    {"report.measures.col.measure", "Maatregel", "Measure"},
    {"report.measures.col.owner", "Wie", "Who"},
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
