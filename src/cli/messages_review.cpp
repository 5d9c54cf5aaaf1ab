#include <array>

#include "cli/messages.hpp"

namespace veer::cli {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    {"cli.backtest.examples",
     "Voorbeelden:\n  veer backtest\n  veer backtest storingen.csv waarnemingen.csv\n\nZonder tabellen: de storingen "
     "die met het programma meekomen. De vorm van de tabellen en wat er voorspeld wordt: docs/method/backtest.md.",
     "Examples:\n  veer backtest\n  veer backtest cases.csv observations.csv\n\nWithout tables: the outages that come "
     "with the program. The form of the tables and what is predicted: docs/method/backtest.md."},
    {"cli.backtest.cases", "tabel met de storingen; geen: die van het programma",
     "table of the outages; none: those of the program"},
    {"cli.backtest.observations", "tabel met wat er gezien is", "table of what was seen"},
    {"cli.backtest.both", "Bij {0} hoort een tweede tabel met wat er gezien is. Noem die erachter.",
     "{0} needs a second table of what was seen. Name it behind."},

    {"cli.hazards.examples",
     "Voorbeelden:\n  veer hazards regions/haaglanden\n  veer hazards regions/haaglanden extreme-rain\n\nZelf een "
     "dreiging maken: docs/gids-dreiging-maken.md.",
     "Examples:\n  veer hazards regions/haaglanden\n  veer hazards regions/haaglanden extreme-rain\n\nMake a hazard of "
     "your own: docs/gids-dreiging-maken.md (in Dutch)."},
    {"cli.hazards.id", "leg deze dreiging uit", "explain this hazard"},
    {"cli.hazards.family.power", "Elektriciteit", "Electricity"},
    {"cli.hazards.family.weather", "Weer", "Weather"},
    {"cli.hazards.family.health", "Gezondheid", "Health"},
    {"cli.hazards.family.digital", "Digitaal", "Digital"},
    {"cli.hazards.family.water", "Drinkwater", "Drinking water"},
    {"cli.hazards.family.hybrid", "Hybride campagne", "Hybrid campaign"},
    {"cli.hazards.family.combination", "Combinaties", "Combinations"},
    {"cli.hazards.family.other", "Overige", "Other"},
    {"cli.hazards.more", "Uitleg bij één ervan: veer hazards REGION {0}",
     "One of them explained: veer hazards REGION {0}"},
    {"cli.hazards.frame", "Begin {0}, {1}, doorgerekend over {2} uur", "Start {0}, {1}, run over {2} hours"},
    {"cli.hazards.parts", "Deze combinatie bestaat uit:", "This combination is made of:"},
    {"cli.hazards.shocks", "Wat er gebeurt:", "What happens:"},
    {"cli.hazards.sources", "Bronnen:", "Sources:"},

    {"cli.study.hazard_of", "dreiging {0} van {1}", "hazard {0} of {1}"},

    {"cli.review.help", "leg de gevolgen van een dreiging naast de bestaande plannen",
     "hold the consequences of a hazard against existing plans"},
    {"cli.review.examples",
     "Voorbeelden:\n  veer review regions/haaglanden\n  veer review regions/haaglanden --hazard extreme-rain --json\n\n"
     "Wat als gevolg telt en wat plannen dekken, staat in de tabellen consequences en plans: "
     "docs/method/consequences.md.",
     "Examples:\n  veer review regions/haaglanden\n  veer review regions/haaglanden --hazard extreme-rain "
     "--json\n\nWhat "
     "counts as a consequence and what plans cover stands in the tables consequences and plans: "
     "docs/method/consequences.md."},
    {"cli.review.json", "schrijf de uitkomst als JSON", "write the outcome as JSON"},
    {"cli.review.count", "{0}: {1} gevolgen treden op. Gedekt {2}, deels {3}, niet {4}. Treedt niet op: {5}.",
     "{0}: {1} consequences occur. Covered {2}, partly {3}, not {4}. Not occurring: {5}."},
    {"cli.review.row", "  [{0}] {1}: {2} {3} (P5–P95 {4}–{5}) in uur {6}, van uur {7} tot {8}",
     "  [{0}] {1}: {2} {3} (P5–P95 {4}–{5}) in hour {6}, from hour {7} to {8}"},
    {"cli.review.on", "het einde", "the end"},
    {"cli.review.plans", "      {0} Plannen: {1}", "      {0} Plans: {1}"},

    {"cli.import.campaign", "speel een publiekscampagne (tas, plan, praat) als maatregel",
     "play a public campaign (kit, plan, talk) as a measure"},
    {"cli.import.campaign.examples",
     "Voorbeeld:\n  veer import campaign --into mijn-regio --uptake low --out met-campagne\n\nReken beide door en "
     "vergelijk: de trekkingen zijn gelijk. Hoeveel mensen meedoen is onzeker: doe het met low, typical en high.",
     "Example:\n  veer import campaign --into my-region --uptake low --out with-campaign\n\nRun both and compare: the "
     "draws are the same. How many take part is uncertain: do it with low, typical and high."},
    {"cli.import.campaign.uptake", "welke waarde van de parameter campaign.uptake",
     "which value of the parameter campaign.uptake"},
    {"cli.import.campaign.done",
     "{0} % van de huishoudens die geen 72 uur vooruit konden, kan dat nu: {1} reserves in {2} gebieden",
     "{0} % of the households that did not last 72 hours now do: {1} reserves in {2} areas"},
    {"cli.import.survey", "maak profielen van voorbereiding uit een enquête onder inwoners",
     "make preparedness profiles from a survey of residents"},
    {"cli.import.survey.examples",
     "Voorbeeld:\n  veer import survey enquete.csv --into mijn-regio\n\nKolommen: area (gebied of gemeente), weight "
     "(mag "
     "ontbreken) en per behoefte <behoefte>_h of <behoefte>_days, zoals water_days. Zie docs/method/people.md.",
     "Example:\n  veer import survey survey.csv --into my-region\n\nColumns: area (area or municipality), weight (may "
     "be "
     "absent) and for each need <need>_h or <need>_days, such as water_days. See docs/method/people.md."},
    {"cli.import.survey.file", "tabel met antwoorden (CSV)", "table of answers (CSV)"},
    {"cli.import.survey.profile",
     "Profiel {0}: {1} gebieden, {2} antwoorden (waard {3} gelijke), {4} behoeften gevraagd",
     "Profile {0}: {1} areas, {2} answers (worth {3} equal ones), {4} needs asked"},
    {"cli.import.survey.correction",
     "Wat mensen zeggen is vermenigvuldigd met {0}: parameter survey.correction. Verander die rij en lees opnieuw in.",
     "What people say was multiplied by {0}: parameter survey.correction. Change that row and import again."},
    {"cli.import.survey.unread",
     "Niet gelezen kolommen: {0}. Gelezen worden area, weight en <behoefte>_h of <behoefte>_days.",
     "Columns not read: {0}. Read are area, weight and <need>_h or <need>_days."},
    {"cli.import.survey.rest", "Niet gevraagd, dus onveranderd: {0}", "Not asked, so unchanged: {0}"},

    {"cli.evidence.help", "noem elk cijfer met bron, zekerheid en waar het gebruikt wordt",
     "list every figure with source, confidence and where it is used"},
    {"cli.evidence.examples",
     "Voorbeelden:\n  veer evidence regions/haaglanden\n  veer evidence regions/haaglanden --confidence assumption "
     "--sort "
     "used\n  veer evidence regions/haaglanden --find accu --json\n\nZonder regio: de cijfers die in het programma "
     "zelf zitten.",
     "Examples:\n  veer evidence regions/haaglanden\n  veer evidence regions/haaglanden --confidence assumption --sort "
     "used\n  veer evidence regions/haaglanden --find battery --json\n\nWithout a region: the figures that are part of "
     "the program."},
    {"cli.evidence.region", "regiopakket; geen: de cijfers van het programma",
     "region package; none: the figures of the program"},
    {"cli.evidence.confidence", "alleen met deze zekerheid", "only with this confidence"},
    {"cli.evidence.find", "alleen met dit woord in id, onderwerp, bron of gebruik",
     "only with this word in id, subject, source or use"},
    {"cli.evidence.sort", "volgorde", "order"},
    {"cli.evidence.unused", "alleen wat nergens gebruikt wordt", "only what is used nowhere"},
    {"cli.evidence.json", "schrijf de lijst als JSON", "write the list as JSON"},
    {"cli.evidence.figure", "{0}  {1}", "{0}  {1}"},
    {"cli.evidence.value", "    {0} (laag {1}, hoog {2}) {3}; verdeling {4}; zekerheid {5}",
     "    {0} (low {1}, high {2}) {3}; distribution {4}; confidence {5}"},
    {"cli.evidence.source", "    bron: {0}", "    source: {0}"},
    {"cli.evidence.assumed", "aanname van dit model", "assumption of this model"},
    {"cli.evidence.assumed.reason", "aanname van dit model ({0})", "assumption of this model ({0})"},
    {"cli.evidence.used", "    gebruikt: {0}", "    used: {0}"},
    {"cli.evidence.idle", "    gebruikt: nergens; bewaard als naslag", "    used: nowhere; kept for reference"},
    {"cli.evidence.rows", "{0} ({1} rijen)", "{0} ({1} rows)"},
    {"cli.evidence.rule.warmth", "regel voor kou in huis", "rule for cold at home"},
    {"cli.evidence.rule.support_points", "keuze van noodsteunpunten", "choice of support points"},
    {"cli.evidence.rule.operations", "schaarse middelen (volledig model)", "scarce means (full model)"},
    {"cli.evidence.rule.help", "hulp en kwetsbare mensen", "help and vulnerable people"},
    {"cli.evidence.rule.reach", "bereik van berichten", "reach of messages"},
    {"cli.evidence.rule.fragility", "wat tegen welke kracht kan", "what stands which intensity"},
    {"cli.evidence.rule.measures", "keuze van maatregelen", "choice of measures"},
    {"cli.evidence.rule.costs", "economische schade", "economic loss"},
    {"cli.evidence.rule.backtest", "toetsing aan echte storingen", "test against real outages"},
    {"cli.evidence.from", "afgeleid: {0}", "worked out: {0}"},
    {"cli.evidence.count",
     "{0} cijfers. Gemeten {1}, register {2}, gepubliceerd {3}, schatting {4}, aanname {5}. Nergens gebruikt: {6}.",
     "{0} figures. Measured {1}, register {2}, published {3}, estimate {4}, assumption {5}. Used nowhere: {6}."},
});

}  // namespace

std::span<const MessageText> review_messages() { return catalogue; }

}  // namespace veer::cli
