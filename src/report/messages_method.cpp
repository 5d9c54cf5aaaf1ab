#include <array>

#include "report/messages.hpp"

namespace veer::report {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    // Method
    {"report.method.replicas.title", "Herhalen en spreiding", "Replicas and spread"},
    {"report.method.replicas",
     "Het scenario is {0} keer doorgerekend over {1} uur, minuut voor minuut. Elke keer krijgen onzekere cijfers een "
     "andere waarde uit hun verdeling. De marges P5–P95 bevatten 90 % van de uitkomsten. Wat aan het eind niet "
     "hersteld is, staat als meer dan {1} uur. Wat per uur is getekend en wat het zwaarst telt, komt uit de eerste {3} "
     "keer; waardoor een proces uitvalt en welke kringen vastlopen, uit de eerste {4} keer.",
     "The scenario was simulated {0} times over {1} hours, minute by minute. Each time uncertain figures take another "
     "value from their distribution. The interval P5–P95 holds 90 % of the outcomes. What has not recovered by the end "
     "is shown as more than {1} hours. What is drawn by the hour and what matters most come from the first {3} "
     "replicas; why a process fails and which circles wait for themselves from the first {4}."},
    {"report.method.mtpd.title", "Kans op overschrijding", "Probability of exceeding"},
    {"report.method.mtpd",
     "Het deel van de {0} herhalingen waarin één onderbreking van het minimumniveau langer duurt dan de MTPD (of de "
     "RTO). Het interval is het 95 %-interval van Wilson. De grenzen 5 % en 50 % voor ‘op tijd’ en ‘te laat’ zijn een "
     "keuze van dit rapport.",
     "The share of the {0} replicas in which one interruption of the minimum level lasts longer than the MTPD (or the "
     "RTO). The interval is Wilson’s 95 % score interval. The limits of 5 % and 50 % for ‘in time’ and ‘too late’ are "
     "a choice of this report."},
    {"report.method.static.title", "Statisch oordeel naast de klok", "Static verdict beside the clock"},
    {"report.method.static",
     "Het statische oordeel vergelijkt de kortste RTO die aan iets hangt met de langste opgegeven hersteltijd eronder. "
     "Zo werken huidige hulpmiddelen. Het ziet geen noodvoorziening leeglopen en geen herstel dat op iets anders "
     "wacht; de doorrekening met de klok wel.",
     "The static verdict compares the shortest RTO above a thing with the longest recovery time stated below it. That "
     "is how today’s tools work. It sees no back-up run dry and no recovery that waits for something else; the "
     "simulation with the clock does."},
    {"report.method.curve.title", "Deel dat stilligt", "Share that is down"},
    {"report.method.curve",
     "Per uur het deel van de objecten van een dienst dat in die minuut stilligt. De band is P5–P95 over de "
     "herhalingen, op {2} % van het geheel nauwkeurig (de randen van de klassen naar buiten afgerond).",
     "For each hour the share of a service’s assets that is down in that minute. The band is P5–P95 over the replicas, "
     "exact to {2} % of the whole (edges of the bins rounded outward)."},
    {"report.method.unmet.title", "Onvervulde behoefte", "Unmet need"},
    {"report.method.unmet",
     "Een inwoner zonder dienst teert eerst in op wat er in huis is. Pas daarna telt de behoefte als onvervuld. Een "
     "onvervuld persoonsuur is één inwoner, één uur lang. Hulp van buren, noodsteunpunten en overheid is hier nog niet "
     "afgetrokken. Aantallen per gebied zijn P5–P95 op {2} % van de inwoners nauwkeurig.",
     "A resident without a service first lives on what is in the house. Only then does the need count as unmet. An "
     "unmet person-hour is one resident for one hour. Help from neighbours, support points and government has not been "
     "taken off. P5–P95 per area is exact to {2} % of its residents."},
    {"report.method.phases.title", "Drie fasen", "Three phases"},
    {"report.method.phases",
     "Diepste verlies: het grootste deel dat tegelijk wegvalt. Verlies in voluren: het vlak boven de lijn; 10 betekent "
     "tien uur volledige uitval of twintig uur halve uitval. 90 % terug: het uur waarop 90 % blijvend werkt. Herstel: "
     "procentpunten per uur tussen het diepste punt en 90 %.",
     "Deepest loss: the greatest share lost at once. Loss in full hours: the area above the line; 10 means ten hours "
     "of full outage or twenty hours of half. 90 % back: the hour from which 90 % works for good. Recovery: percentage "
     "points per hour between the deepest point and 90 %."},
    {"report.method.economy.title", "Banen en bedrijven", "Jobs and businesses"},
    {"report.method.economy",
     "Banen en vestigingen tellen als zonder stroom wanneer het voedingsgebied waar ze aan hangen geen stroom heeft. "
     "Eigen noodstroom van bedrijven is niet meegeteld. Het is geen schade in euro’s.",
     "Jobs and establishments count as without power when the feeding area they hang on has none. Emergency power of "
     "companies is not counted. It is not a loss in euros."},
    {"report.method.influence.title", "Invloed", "Influence"},
    {"report.method.influence",
     "Cijfers: rangcorrelatie over de herhalingen tussen de getrokken waarde en het totaal aan onvervulde "
     "persoonsuren; −1 en +1 zijn de uitersten. Objecten: het gemiddelde totaal in herhalingen waarin het object "
     "langer dan zijn mediaan uitligt, min dat in de andere. Beide met 95 %-interval; samenhang is nog geen oorzaak.",
     "Figures: rank correlation over the replicas between the value drawn and total unmet person-hours; −1 and +1 are "
     "the extremes. Assets: the mean total in replicas in which the asset is down longer than its median, minus that "
     "in the others. Both with a 95 % interval; correlation is not yet cause."},
    {"report.method.criteria.title", "Impactcriteria", "Impact criteria"},
    {"report.method.criteria",
     "De criteria volgen de landelijke indeling. Waar de klasse niet eerlijk te geven is, staat alleen de ruwe maat.",
     "The criteria follow the national scheme. Where a class cannot honestly be given, only the raw measure is shown."},
    {"report.method.siting.title", "Noodsteunpunten", "Support points"},
    {"report.method.siting",
     "Per vierkant van 250 meter: hoeveel mensen op de derde dag komen, naar hoe koud hun woning dan is en of zij "
     "water in "
     "huis hebben. Gekozen is wat de minste persoonsminuten lopen en koeriersritten vraagt; een ondergrens (Lagrange) "
     "zegt "
     "hoeveel beter het hoogstens kan. Elk gekozen punt wordt een object in de keten met eigen stroom, bedrading, "
     "warmte, "
     "water, verbinding, voorraad en rooster. Een aanname kantelt de keuze als een plan daarvoor er meer dan 0,5 % "
     "beter is.",
     "For each square of 250 metres: how many people come on the third day, by how cold their home then is and whether "
     "they "
     "have water at home. Chosen is what asks the fewest person-minutes of walking and courier rides; a lower bound "
     "(Lagrange) says how much better it can be at most. Each chosen point becomes an asset in the chain with own "
     "power, "
     "wiring, warmth, water, radio, stock and roster. An assumption turns the choice when a plan made for it is more "
     "than "
     "0.5 % better there."},
    {"report.method.held.title", "Aan een draadje", "By a thread"},
    {"report.method.held",
     "Wat het gevaar raakt, ligt de hele termijn stil; elk ander verlies van toevoer telt vanaf minuut 0; niets "
     "herstelt. Een "
     "gebeurtenis is dat een onderdeel het korter volhoudt dan de termijn. De kans komt uit een beslisdiagram met "
     "dezelfde "
     "verdelingen als de simulatie.",
     "What the hazard hits is down over the whole horizon; every other loss of supply counts from minute 0; nothing "
     "recovers. An event is that a part lasts less than the horizon. The chance comes from a decision diagram with the "
     "same "
     "distributions as the simulation."},
    {"report.method.deadlock.title", "Vastlopers", "Restart deadlocks"},
    {"report.method.deadlock",
     "Objecten die elkaar nodig hebben om te starten. De kans is het deel van de eerste {4} herhalingen waarin de "
     "kring na "
     "{1} uur nog stilligt.",
     "Assets that need each other to start. The probability is the share of the first {4} replicas in which the circle "
     "is "
     "still down after {1} hours."},
    {"report.method.confidence.title", "Zekerheid van de gegevens", "Confidence of the data"},
    {"report.method.confidence",
     "Elke regel heeft een zekerheid: gemeten, uit een register, gepubliceerd, schatting of aanname. Het aandeel "
     "aannamen telt regels; het weegt niet hoe zwaar een regel telt. Dat laat ‘Wat telt het zwaarst’ zien.",
     "Every row has a confidence: measured, from a register, published, estimate or assumption. The share of "
     "assumptions counts rows; it does not weigh how much a row matters. ‘What matters most’ shows that."},
    {"report.method.parameters.title", "Cijfers en verdelingen", "Figures and distributions"},
    {"report.method.parameters",
     "Laag, gebruikelijk en hoog leggen samen met de verdeling vast welke waarden worden getrokken. Objecten van één "
     "soort delen een deel van hun onzekerheid: weten we niet hoe lang accu’s meegaan, dan geldt dat voor alle masten "
     "tegelijk.",
     "Low, typical and high, together with the distribution, fix which values are drawn. Assets of one kind share part "
     "of their uncertainty: when we do not know how long batteries last, that holds for all masts at once."},

    // Glossary
    {"report.term.bia.name", "BIA", "BIA"},
    {"report.term.bia",
     "Business-impactanalyse: het overzicht van processen die niet te lang mogen stilliggen, met hun doelen.",
     "Business impact analysis: the overview of processes that may not be down too long, with their objectives."},
    {"report.term.mtpd.name", "MTPD", "MTPD"},
    {"report.term.mtpd",
     "De langste tijd dat een proces mag stilliggen voordat de schade niet meer te dragen is (ISO 22301).",
     "The longest time a process may be down before the damage becomes unacceptable (ISO 22301)."},
    {"report.term.rto.name", "RTO", "RTO"},
    {"report.term.rto", "De tijd waarbinnen een proces weer op gang moet zijn. Altijd korter dan de MTPD.",
     "The time within which a process must be running again. Always shorter than the MTPD."},
    {"report.term.mbco.name", "MBCO", "MBCO"},
    {"report.term.mbco", "Het minimumniveau waarop een proces bij een verstoring moet doorgaan.",
     "The minimum level at which a process must go on during a disruption."},
    {"report.term.process.name", "Proces", "Process"},
    {"report.term.process",
     "Een activiteit van een organisatie die door moet gaan, zoals crisisleiding of burgerzaken.",
     "An activity of an organisation that must go on, such as crisis leadership or civil affairs."},
    {"report.term.replica.name", "Herhaling", "Replica"},
    {"report.term.replica", "Eén doorrekening van het hele scenario met één mogelijke set waarden.",
     "One simulation of the whole scenario with one possible set of values."},
    {"report.term.p5p95.name", "P5–P95 (90 %-marge)", "P5–P95 (90 % interval)"},
    {"report.term.p5p95",
     "In 5 % van de herhalingen is de uitkomst lager dan P5, in 5 % hoger dan P95. De mediaan (P50) ligt in het "
     "midden.",
     "In 5 % of the replicas the outcome is below P5, in 5 % above P95. The median (P50) is the middle."},
    {"report.term.wilson.name", "95 %-interval van een kans", "95 % interval of a probability"},
    {"report.term.wilson",
     "De marge die overblijft doordat er een eindig aantal herhalingen is. Die gaat niet over de juistheid van de "
     "gegevens.",
     "The margin that remains because the number of replicas is finite. It does not speak of the truth of the data."},
    {"report.term.before_help.name", "Vóór onderlinge hulp", "Before mutual help"},
    {"report.term.before_help",
     "Zonder rekening te houden met hulp van buren, vrijwilligers, noodsteunpunten en overheid.",
     "Without counting help from neighbours, volunteers, support points and government."},
    {"report.term.support_point.name", "Noodsteunpunt", "Support point"},
    {"report.term.support_point",
     "Een plek waar inwoners bij een ramp terechtkunnen voor hulp, informatie en het doen van een melding.",
     "A place where residents can go in a disaster for help, information and to report an emergency."},
    {"report.term.own_reserve.name", "Eigen voorraad", "Own reserve"},
    {"report.term.own_reserve",
     "Wat een huishouden in huis heeft om zelf vooruit te kunnen: water, eten, warmte in de muren, een opgeladen "
     "telefoon.",
     "What a household has to carry on by itself: water, food, warmth in the walls, a charged phone."},
});

}  // namespace

std::span<const MessageText> method_messages() { return catalogue; }

}  // namespace veer::report
