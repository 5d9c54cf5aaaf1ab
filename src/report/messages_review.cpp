#include <array>

#include "report/messages.hpp"

namespace veer::report {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    // How good is this model
    {"report.backtest.heading", "Hoe goed is dit model?", "How good is this model?"},
    {"report.backtest.intro",
     "De cijfers waarop dit rapport rust, zijn naast {0} storingen gelegd die echt gebeurd zijn. Uit niet meer dan de "
     "oorzaak, het seizoen en de omvang is voorspeld wat er te zien zou zijn: {1} waarnemingen.",
     "The figures that this report rests on were held against {0} outages that really happened. From no more than the "
     "cause, the season and the size it was predicted what would be seen: {1} observations."},
    {"report.backtest.share_inside",
     "Van {0} van de waarnemingen raakt wat gezien is het voorspelde bereik (P5–P95); van {1} ligt ook het midden "
     "erin.",
     "For {0} of the observations what was seen touches the predicted range (P5–P95); for {1} its middle lies in it "
     "too."},
    {"report.backtest.width",
     "Het voorspelde bereik is in de regel {0} keer zo breed als wat er tussen storingen verschilt. Een bereik zo "
     "breed "
     "als de wereld is geen voorspelling.",
     "The predicted range is typically {0} times as wide as what differs between outages. A range as wide as the world "
     "is no prediction."},
    {"report.backtest.memory",
     "{0} van de {1} storingen stonden ook in de bronnen van de cijfers: daar is het oordeel deels een herinnering. "
     "Van "
     "de overige storingen zijn {2} van {3} waarnemingen goed voorspeld.",
     "{0} of the {1} outages also stood in the sources of the figures: there the verdict is partly a memory. Of the "
     "other outages {2} of {3} observations were predicted."},
    {"report.backtest.wide",
     "Een bereik P5–P95 hoort ongeveer negen van de tien keer goed te zijn. Hier is het vaker goed: de marges zijn "
     "eerder te ruim dan te krap.",
     "A range P5–P95 should be right about nine times in ten. Here it is right more often: the margins are too wide "
     "rather than too narrow."},
    {"report.backtest.scores_caption", "Per soort waarneming", "By kind of observation"},
    {"report.backtest.caption", "Elke waarneming naast haar voorspelling", "Each observation beside its prediction"},
    {"report.backtest.col.seen", "Waarneming", "Observation"},
    {"report.backtest.col.predicted", "Voorspeld (P5–P95)", "Predicted (P5–P95)"},
    {"report.backtest.col.observed", "Gezien", "Seen"},
    {"report.backtest.col.picture", "Voorspeld (band) en gezien (balk)", "Predicted (band) and seen (bar)"},
    {"report.backtest.col.verdict", "Oordeel", "Verdict"},
    {"report.backtest.col.count", "Aantal", "Number"},
    {"report.backtest.col.inside", "Goed voorspeld", "Predicted"},
    {"report.backtest.col.width", "Breedte ten opzichte van het verschil", "Width against the difference"},
    {"report.backtest.alone", "één storing", "one outage"},
    {"report.backtest.picture", "Voorspeld {0}, mediaan {1}; gezien {2}", "Predicted {0}, median {1}; seen {2}"},
    {"report.backtest.inside", "goed", "inside"},
    {"report.backtest.edge", "aan de rand", "at the edge"},
    {"report.backtest.outside", "mis", "missed"},
    {"report.backtest.outage", "{0}, {1}, {2} klanten", "{0}, {1}, {2} customers"},
    {"report.backtest.new", "nieuw voor de cijfers", "new to the figures"},
    {"report.backtest.after", "{0} uur na het begin", "{0} hours after the start"},
    {"report.backtest.fold", "Alle {0} waarnemingen van {1} storingen, met bron",
     "All {0} observations of {1} outages, with source"},
    {"report.backtest.worst", "Waar het model het verst naast zit", "Where the model is furthest off"},
    {"report.backtest.worst_outside", "{0}: {1}, na {2} uur. Gezien {3}, voorspeld {4} ({5}): buiten het bereik.",
     "{0}: {1}, after {2} hours. Seen {3}, predicted {4} ({5}): outside the range."},
    {"report.backtest.worst_edge", "{0}: {1}, na {2} uur. Gezien {3}, voorspeld {4} ({5}): aan de rand.",
     "{0}: {1}, after {2} hours. Seen {3}, predicted {4} ({5}): at the edge."},
    {"report.backtest.not_tested", "Wat niet getoetst is", "What was not tested"},
    {"report.method.backtest.title", "Toetsing aan echte storingen", "Held against real outages"},
    {"report.method.backtest",
     "Elke voorspelling is het bereik P5–P95 van 4.096 trekkingen. Goed: voorspeld en gezien bereik hebben een waarde "
     "gemeen. De storingen en waarnemingen zitten in het programma; ‘veer backtest’ toont ze ook, en toetst eigen "
     "tabellen. Zie docs/method/backtest.md.",
     "Each prediction is the range P5–P95 of 4,096 draws. Inside: the predicted and the observed range have a value in "
     "common. The outages and observations are part of the program; ‘veer backtest’ shows them too, and tests tables "
     "of your own. See docs/method/backtest.md."},

    // All hazards
    {"report.hazards.heading", "Alle dreigingen naast elkaar", "All hazards side by side"},
    {"report.hazards.intro",
     "De {0} dreigingen van deze regio, elk {1} keer doorgerekend met dezelfde trekkingen. Zwaarste bovenaan. De "
     "andere "
     "hoofdstukken gaan over de dreiging bovenaan dit rapport.",
     "The {0} hazards of this region, each simulated {1} times with the same draws. Heaviest first. The other chapters "
     "are about the hazard at the head of this report."},
    {"report.hazards.caption", "Kerncijfers per dreiging: gemiddelde (P5–P95)", "Key figures by hazard: mean (P5–P95)"},
    {"report.hazards.col.hazard", "Dreiging", "Hazard"},
    {"report.hazards.col.unmet", "Onvervulde persoonsuren, × 1.000", "Unmet person-hours, × 1,000"},
    {"report.hazards.col.needs", "Meeste inwoners zonder water, voedsel, warmte of koelte",
     "Most residents without water, food, warmth or coolness"},
    {"report.hazards.col.dark", "Meeste inwoners zonder stroom", "Most residents without electricity"},
    {"report.hazards.col.recovered", "90 % weer stroom (mediaan)", "90 % have power again (median)"},
    {"report.hazards.col.late", "Processen over hun MTPD", "Processes past their MTPD"},
    {"report.hazards.lost", "in {0} van de herhalingen", "in {0} of the replicas"},
    {"report.hazards.note.recovered",
     "90 % weer stroom: “–” als in elke herhaling minstens 90 % van de inwoners stroom houdt. Dan is er geen uur "
     "waarop "
     "dat deel terugkomt, ook al zit een kleiner deel zonder. Valt de stroom niet in elke herhaling voor meer dan een "
     "tiende uit, dan staat erbij in hoeveel wel; het uur gaat over die herhalingen.",
     "90 % have power again: “–” where at least 90 % of the residents keep it in every replica. Then there is no hour "
     "at which that part returns, though a smaller part is without. Where more than a tenth lose it in some replicas "
     "only, their share is told; the hour is over those replicas."},
    {"report.hazards.note.class",
     "Landelijke klasse: de schaal begint bij een ontwrichting van twee dagen. Een kortere krijgt “–”, ook als zij "
     "veel inwoners raakt; het aantal staat ernaast.",
     "National class: the scale begins at a disruption of two days. A shorter one gets “–”, also where it hits many "
     "residents; the number stands beside it."},
    {"report.hazards.refused", "Niet doorgerekend: {0}", "Not run: {0}"},
    {"report.method.hazards.title", "Dreigingen vergelijken", "Comparing hazards"},
    {"report.method.hazards",
     "Alles behalve de dreiging heeft in elke doorrekening dezelfde trekkingen, zodat verschillen niet van het toeval "
     "komen. Processen zijn die van gemeenten en hulpdiensten. Zie docs/method/hazards.md.",
     "All but the hazard has the same draws in every run, so that differences do not come from chance. Processes are "
     "those of municipalities and emergency services. See docs/method/hazards.md."},

    // Consequences and plans
    {"report.review.heading", "Gevolgen en plannen", "Consequences and plans"},
    {"report.review.intro",
     "{0} gevolgen treden in dit scenario op. Bestaande plannen dekken er {1} geheel en {2} deels; {3} dekt geen "
     "enkel plan.",
     "{0} consequences occur in this scenario. Existing plans cover {1} wholly and {2} partly; {3} are covered by "
     "no plan."},
    {"report.review.reading",
     "Gedekt: de plannen gelden in elk uur waarin het gevolg optreedt, voor ten minste P95 van het aantal. Deels: een "
     "plan noemt het gevolg, maar niet voor alle uren of niet voor genoeg mensen, of het zegt dat niet. "
     "Niet: geen plan noemt het, of wat het noemt geldt alleen in andere uren.",
     "Covered: the plans hold in every hour in which the consequence occurs, for at least P95 of the number. Partly: a "
     "plan names the consequence, but not for all hours or not for enough people, or does not say. Not: no plan names "
     "it, or what names it holds in other hours only."},
    {"report.review.caption", "Gevolgen – {0}", "Consequences – {0}"},
    {"report.review.col.consequence", "Gevolg", "Consequence"},
    {"report.review.col.peak", "Grootste aantal (P5–P95)", "Greatest number (P5–P95)"},
    {"report.review.col.when", "Wanneer", "When"},
    {"report.review.col.verdict", "Plannen dekken het", "Plans cover it"},
    {"report.review.col.plans", "Welke plannen", "Which plans"},
    {"report.review.criterion", "impactcriterium {0}", "impact criterion {0}"},
    {"report.review.at_hour", "{0}, in uur {1}", "{0}, in hour {1}"},
    {"report.review.from_until", "uur {0} tot {1}", "hour {0} to {1}"},
    {"report.review.from_on", "vanaf uur {0}, nog niet voorbij", "from hour {0}, not over yet"},
    {"report.review.plan_hours", "van uur {0} tot {1}", "from hour {0} to {1}"},
    {"report.review.plan_from", "vanaf uur {0}", "from hour {0}"},
    {"report.review.plan_capacity", "{0}: {1}", "{0}: {1}"},
    {"report.review.plan_count", "{0} plannen", "{0} plans"},
    {"report.review.absent", "Treedt niet op: {0}.", "Does not occur: {0}."},
    {"report.coverage.covered", "gedekt", "covered"},
    {"report.coverage.partly", "deels", "partly"},
    {"report.coverage.none", "niet", "not"},
    {"report.method.review.title", "Gevolgen en plannen", "Consequences and plans"},
    {"report.method.review",
     "Een gevolg treedt op zolang het gemiddelde aantal inwoners of objecten de ondergrens van de tabel consequences "
     "haalt. Elk uur telt de capaciteit van de plannen die dan gelden samen, en wordt naast P95 van dat uur gelegd. "
     "Een "
     "plan zonder uren noemt het gevolg en meer niet; een capaciteit in een andere eenheid telt niet. Zie "
     "docs/method/consequences.md.",
     "A consequence occurs as long as the mean number of residents or assets reaches the least of the table "
     "consequences. In each hour the capacities of the plans that hold then add up and are held against P95 of that "
     "hour. A plan without hours names the consequence and no more; a capacity in another unit does not count. See "
     "docs/method/consequences.md."},

    // Sensitivity
    {"report.sensitivity.heading", "Welk onzeker cijfer verklaart de spreiding",
     "Which uncertain figure explains the spread"},
    {"report.sensitivity.intro",
     "Van {0} onzekere cijfers verklaren deze samen ongeveer {1} van de spreiding van het totaal, over {2} "
     "herhalingen. "
     "De rest is toeval per object en samenloop.",
     "Of {0} uncertain figures these together explain about {1} of the spread of the total, over {2} replicas. The "
     "rest "
     "is chance per asset and interplay."},
    {"report.sensitivity.none", "Geen van de {0} onzekere cijfers steekt boven het toeval uit.",
     "None of the {0} uncertain figures stands out above chance."},
    {"report.sensitivity.caption", "Deel van de spreiding dat elk cijfer alleen verklaart",
     "Share of the spread that each figure explains by itself"},
    {"report.sensitivity.col.share", "Deel van de spreiding", "Share of the spread"},
    {"report.sensitivity.col.pawn", "Afstand (PAWN)", "Distance (PAWN)"},
    {"report.sensitivity.noise", "toeval {0}", "chance {0}"},
    {"report.sensitivity.no_flip",
     "Geen aanname laat een rangorde omslaan: {0} paren van een rangorde en een cijfer zijn geprobeerd, en steeds "
     "staat "
     "dezelfde gemeente en dezelfde behoefte bovenaan.",
     "No assumption flips a ranking: {0} pairs of a ranking and a figure were tried, and the same municipality and the "
     "same need always come first."},
    {"report.sensitivity.flips", "Aannamen waarbij een rangorde omslaat ({0} paren geprobeerd):",
     "Assumptions that flip a ranking ({0} pairs tried):"},
    {"report.sensitivity.flip_needs", "{0} ({3}): laag is {1} de zwaarste behoefte, hoog is het {2}.",
     "{0} ({3}): where low, {1} is the heaviest need; where high, it is {2}."},
    {"report.sensitivity.flip_municipalities",
     "{0} ({3}): laag is {1} per inwoner het zwaarst getroffen, hoog is dat {2}.",
     "{0} ({3}): where low, {1} is hit hardest per resident; where high, it is {2}."},
    {"report.method.sensitivity.title", "Gevoeligheid", "Sensitivity"},
    {"report.method.sensitivity",
     "Eerste-orde-index: welk deel van de variantie van het totaal verdwijnt als dit cijfer bekend was, uit dezelfde "
     "herhalingen, met een 95 %-interval (jackknife). PAWN: hoe ver de verdeling van het totaal verschuift als het "
     "cijfer in een klasse ligt; toeval is wat een cijfer zonder invloed haalt. Een rangorde slaat om als een ander "
     "bovenaan staat in het laagste en het hoogste derde deel, elk met drie standaardfouten. Zie "
     "docs/method/sensitivity.md.",
     "First-order index: which share of the variance of the total would go if this figure were known, from the same "
     "replicas, with a 95 % interval (jackknife). PAWN: how far the distribution of the total moves when the figure "
     "lies "
     "in a class; chance is what a figure without influence reaches. A ranking flips when another comes first in the "
     "lowest and in the highest third, each by three standard errors. See docs/method/sensitivity.md."},
    {"report.col.regional_class", "Regionale klasse", "Regional class"},
});

}  // namespace

std::span<const MessageText> review_messages() { return catalogue; }

}  // namespace veer::report
