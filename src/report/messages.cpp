#include "report/messages.hpp"

#include <array>
#include <vector>

namespace veer::report {

namespace {

// The sentences hold no markup and no "<", ">" or "&": they go into the page as they are.
constexpr auto catalogue = std::to_array<MessageText>({
    // The page as a whole
    {"report.skip", "Naar de inhoud", "Skip to the content"},
    {"report.contents", "Inhoud", "Contents"},
    {"report.show_table", "Toon tabel", "Show table"},
    {"report.mark.example", "voorbeeldgegevens – niet bevestigd", "example data – not confirmed"},
    {"report.mark.confirmed", "bevestigd", "confirmed"},
    {"report.mark.internal", "intern", "internal"},
    {"report.mark.open", "openbaar", "public"},
    {"report.banner.title", "Voorbeeldgegevens – niet bevestigd.", "Example data – not confirmed."},
    {"report.banner.text",
     "Alles wat hier over een genoemd object of proces staat, is een voorbeeld totdat de eigenaar het heeft bevestigd. "
     "Gebruik het om het gesprek te voeren, niet als feit over dat object.",
     "Everything said here of a named object or process is an example until its owner has confirmed it. Use it to "
     "start the conversation, not as a fact about that object."},
    {"report.banner.cancelled",
     "Deze doorrekening is voortijdig gestopt na {0} herhalingen. De marges zijn daardoor ruimer.",
     "This run was stopped early after {0} replicas, so the intervals are wider."},
    {"report.trace.data", "Gegevens:", "Data:"},
    {"report.trace.method", "Methode:", "Method:"},
    {"report.legend.label", "Kleuren: aandeel", "Colours: share"},
    {"report.legend.verdict", "Betekenis van de tekens", "Meaning of the signs"},
    {"report.footer.run",
     "Gemaakt met veer {0}. Regio {1}, scenario {2}, startgetal {3}, {4} herhalingen. Kenmerk {5}: hetzelfde kenmerk "
     "geeft dezelfde getallen.",
     "Made with veer {0}. Region {1}, scenario {2}, seed {3}, {4} replicas. Run {5}: the same run id gives the same "
     "numbers."},
    {"report.footer.licence", "Veerkracht is vrije software onder de EUPL 1.2.",
     "Veerkracht is free software under the EUPL 1.2."},

    // Header
    {"report.header.title", "Hoe veerkrachtig is {0}?", "How resilient is {0}?"},
    {"report.header.over", "Stresstest maatschappelijke weerbaarheid", "Stress test of societal resilience"},
    {"report.header.hazard", "Scenario", "Scenario"},
    {"report.header.start", "Begin van het scenario", "Start of the scenario"},
    {"report.header.season", "Seizoen", "Season"},
    {"report.header.outdoor", "{0} °C buiten", "{0} °C outdoors"},
    {"report.header.residents", "Inwoners (peildatum)", "Residents (reference date)"},
    {"report.header.horizon", "Doorgerekende tijd", "Time simulated"},
    {"report.header.replicas", "Herhalingen", "Replicas"},
    {"report.header.model", "Model", "Model"},
    {"report.header.run", "Kenmerk van de doorrekening", "Run id"},
    {"report.model.core", "kern", "core"},
    {"report.model.full", "volledig", "full"},
    {"report.season.winter", "winter", "winter"},
    {"report.season.spring", "lente", "spring"},
    {"report.season.summer", "zomer", "summer"},
    {"report.season.autumn", "herfst", "autumn"},

    // In two minutes
    {"report.summary.heading", "In twee minuten", "In two minutes"},
    {"report.summary.intro",
     "Wat gebeurt er bij het scenario ‘{0}’? We hebben dit {1} keer doorgerekend, steeds met andere waarden voor wat "
     "we niet zeker weten.",
     "What happens in the scenario ‘{0}’? We simulated it {1} times, each time with other values for what we do not "
     "know for certain."},
    {"report.summary.why", "Onderbouwing", "Where from"},
    {"report.summary.minutes", "ongeveer {0} minuten", "about {0} minutes"},
    {"report.summary.tile_own_figure", "{0} van {1}", "{0} of {1}"},
    {"report.summary.tile_own", "processen van gemeenten en hulpdiensten liggen waarschijnlijk langer stil dan mag",
     "processes of municipalities and emergency services are likely to be down longer than is allowed"},
    {"report.summary.tile_people",
     "van de {0} inwoners kunnen na {1} uur niet meer voorzien in {2} (90 %-marge {3} tot {4})",
     "of the {0} residents can no longer meet this need after {1} hours: {2} (90 % interval {3} to {4})"},
    {"report.summary.tile_recovery",
     "duurt het tot 90 % van de traagste dienst weer werkt: {0} (90 %-marge {1} tot {2} uur)",
     "until 90 % of the slowest service works again: {0} (90 % interval {1} to {2} h)"},
    {"report.summary.people",
     "Het grootste tekort aan eerste levensbehoeften is {0}. Inwoners die daar niet meer in kunnen voorzien, ook niet "
     "uit eigen voorraad: {1}. Na {2} uur is dat {3} van alle inwoners.",
     "The greatest shortage of basic needs is {0}. Residents who can no longer meet it, even from their own reserve: "
     "{1}. After {2} hours that is {3} of all residents."},
    {"report.summary.people_part", "na {0} uur {1}", "{1} after {0} hours"},
    {"report.summary.people_after", "Na het herstel: {0}.", "After recovery: {0}."},
    {"report.summary.first_need", "Voor inwoners gaat het het eerst mis bij {0}. Zonder zitten: {1}.",
     "For residents the first to go wrong is {0}. Without it: {1}."},
    {"report.summary.and", "en", "and"},
    {"report.summary.findings", "Wat opvalt", "What stands out"},
    {"report.summary.timeline", "Wanneer ligt meer dan de helft stil?", "When is more than half down?"},
    {"report.summary.timeline_note",
     "Mediaan over alle berekeningen: het uur waarop voor het eerst de helft van de objecten van een dienst stilligt. "
     "Een klein object telt even zwaar als een groot.",
     "Median over all replicas: the hour at which half of the assets of a service are first down. A small asset counts "
     "as much as a large one."},
    {"report.summary.at_once", "Meteen", "At once"},
    {"report.summary.within", "Binnen {0} uur", "Within {0} hours"},
    {"report.summary.stays", "Helft blijft werken", "Half keeps working"},
    {"report.summary.first_stop", "{0} valt het eerst stil in {1}: na {2} (mediaan).",
     "{0} stops first in {1}: after {2} (median)."},
    {"report.summary.other_places.one", "In de andere gemeente is dat", "In the other municipality that is"},
    {"report.summary.other_places.many", "In de andere {0} gemeenten is dat",
     "In the other {0} municipalities that is"},
    {"report.summary.after_one", "na {0} uur.", "after {0} h."},
    {"report.summary.after_range", "na {0} tot {1} uur.", "after {0} to {1} h."},
    {"report.summary.stops", "Dit zet de eigen processen het vaakst als eerste stil: {0}.",
     "What most often stops own processes first: {0}."},
    {"report.summary.municipality",
     "Naar verhouding treft dit {0} het zwaarst: daar gaat het op dat moment om {1} van de inwoners (90 %-marge {2} "
     "tot {3} %).",
     "In proportion {0} is hit hardest: there it concerns {1} of the residents at that moment (90 % interval {2} to "
     "{3} %)."},
    {"report.summary.own",
     "Bij {1} van de {0} processen van gemeenten en hulpdiensten is de kans 50 % of meer dat ze langer stilliggen dan "
     "de organisatie kan dragen (MTPD).",
     "For {1} of the {0} processes of municipalities and emergency services the chance is 50 % or more that they are "
     "down longer than the organisation can bear (MTPD)."},
    {"report.summary.process", "{0} ({1}), {2}", "{0} ({1}), {2}"},
    {"report.summary.static",
     "Huidige hulpmiddelen vergelijken alleen opgegeven hersteltijden. Zij keuren {0} van deze processen af. Van de "
     "processen die zij goedkeuren, komen er met de klok erbij nog {1} waarschijnlijk te laat terug.",
     "Today’s tools compare stated recovery times only. They reject {0} of these processes. Of those they pass, {1} "
     "more are likely to be back too late once the clock is counted."},
    {"report.summary.recovery", "Het langzaamst terug: {0}. Pas na {1} werkt 90 % weer (mediaan en 90 %-marge).",
     "Slowest to return: {0}. Only after {1} does 90 % work again (median and 90 % interval)."},
    {"report.summary.matters", "De uitkomst hangt het sterkst af van: {0}.", "The outcome depends most on: {0}."},
    {"report.summary.spread", "Van de spreiding komt {0} door wat we nog niet weten en {1} door toeval.",
     "Of the spread, {0} comes from what we do not yet know and {1} from chance."},
    {"report.summary.sure", "Hoe zeker is dit? {0} van de {1} regels met gegevens is een aanname.",
     "How sure is this? {0} of the {1} rows of data are assumptions."},
    {"report.summary.table_caption",
     "Inwoners die een behoefte niet meer kunnen vervullen, na eigen voorraad en vóór onderlinge hulp",
     "Residents with an unmet need, after their own reserve and before mutual help"},
    {"report.summary.reading",
     "Zo leest u de getallen: het eerste getal is het gemiddelde, tussen haakjes staat de 90 %-marge (P5–P95). Bij een "
     "kans staat tussen haakjes het 95 %-interval van die kans. Bij tijden staat de mediaan voorop.",
     "How to read the numbers: the first is the mean, in brackets the 90 % interval (P5–P95). Behind a probability "
     "stands its own 95 % interval. Of times the median comes first."},

    // Own continuity
    {"report.own.heading", "Eigen continuïteit", "Own continuity"},
    {"report.own.intro",
     "Kunnen gemeenten en hulpdiensten zelf doorwerken? Per proces ziet u de kans dat één onderbreking langer duurt "
     "dan de organisatie kan dragen (MTPD).",
     "Can municipalities and emergency services carry on themselves? For each process: the chance that one "
     "interruption lasts longer than the organisation can bear (MTPD)."},
    {"report.own.matrix_caption", "Kans dat de MTPD wordt overschreden: {0}",
     "Probability that the MTPD is exceeded: {0}"},
    {"report.own.list_caption", "Kans dat de MTPD wordt overschreden: overige diensten",
     "Probability that the MTPD is exceeded: other services"},
    {"report.own.per_organisation", "Per organisatie", "Per organisation"},
    {"report.own.fold", "{0}, {1} waarschijnlijk te laat", "{0}, {1} likely too late"},
    {"report.own.detail_caption", "Processen van {0}: doelen en uitkomst", "Processes of {0}: objectives and outcome"},
    {"report.own.objectives", "RTO {0} · MTPD {1}", "RTO {0} · MTPD {1}"},
    {"report.own.mbco", "minimum: {0}", "minimum: {0}"},
    {"report.own.full_level", "volledig niveau: gemiddeld {0} uit", "full level: down {0} on average"},
    {"report.own.assumed", "{0} van de gegevens hieronder is aanname", "{0} of the underlying rows are assumptions"},
    {"report.own.never_fails", "valt niet uit: {0}", "never fails: {0}"},
    {"report.own.longest", "langste uitval {0}", "longest outage {0}"},
    {"report.own.does_not_stop", "valt niet stil", "does not stop"},
    {"report.own.at_most", "soms tot {0}", "at times until {0}"},
    {"report.own.checks_caption", "Toetsen op de doelen: {0} van de {1} kloppen; hieronder de andere",
     "Checks on the objectives: {0} of {1} hold; the others are below"},
    {"report.own.checks_all", "Alle {0} toetsen op de doelen kloppen.", "All {0} checks on the objectives hold."},
    {"report.own.others", "Processen van anderen", "Processes of others"},
    {"report.own.others_intro",
     "Deze processen zijn van aanbieders en andere organisaties. De regio kan ze niet zelf herstellen en vraagt er "
     "geen maatregel voor; hun uitval telt wel mee.",
     "These processes belong to providers and other organisations. The region cannot mend them itself and asks no "
     "measure of them; their failure does count."},
    {"report.verdict.in_time", "op tijd", "in time"},
    {"report.verdict.uncertain", "onzeker", "uncertain"},
    {"report.verdict.too_late", "te laat", "too late"},
    {"report.verdict.in_time_long", "op tijd: kans op overschrijding kleiner dan 5 %",
     "in time: probability below 5 %"},
    {"report.verdict.uncertain_long", "onzeker: kans van 5 tot 50 %", "uncertain: probability from 5 to 50 %"},
    {"report.verdict.too_late_long", "te laat: kans van 50 % of meer", "too late: probability of 50 % or more"},
    {"report.static.holds", "voldoet", "holds"},
    {"report.static.times", "{0} verwacht, {1} nodig", "{0} expected, {1} required"},
    {"report.static.fails", "voldoet niet", "fails"},
    {"report.static.unknown", "niet te bepalen: geen hersteltijden opgegeven",
     "cannot be told: no recovery times stated"},
    {"report.rule.rto_below_mtpd", "RTO korter dan MTPD", "RTO shorter than MTPD"},
    {"report.rule.dependency_rto", "RTO van wat eronder ligt", "RTO of what lies below"},
    {"report.rule.autonomy", "noodvoorziening lang genoeg", "back-up long enough"},
    {"report.kind.municipality", "gemeenten", "municipalities"},
    {"report.kind.safety_region", "veiligheidsregio", "safety region"},
    {"report.kind.fire_service", "brandweer", "fire service"},
    {"report.kind.police", "politie", "police"},
    {"report.kind.ambulance_service", "ambulancedienst", "ambulance service"},
    {"report.kind.ghor", "GHOR", "GHOR"},
    {"report.kind.control_room", "meldkamer", "control room"},
    {"report.kind.provider", "aanbieders", "providers"},
    {"report.kind.national", "landelijk", "national"},
    {"report.kind.other", "overig", "other"},

    // What fails when
    {"report.services.heading", "Wat valt wanneer uit", "What fails when"},
    {"report.services.intro",
     "Welk deel van elke dienst ligt stil, uur na uur? Hoe donkerder, hoe groter het deel dat stilligt.",
     "Which part of each service is down, hour by hour? The darker, the greater the part."},
    {"report.services.caption", "Deel van de objecten dat stilligt: gemiddelde en P5–P95",
     "Share of the assets that is down: mean and P5–P95"},
    {"report.services.assets", "{0}, {1} bevestigd", "{0}, {1} confirmed"},
    {"report.assets.one", "{0} object", "{0} asset"},
    {"report.assets.many", "{0} objecten", "{0} assets"},
    {"report.processes.one", "{0} proces", "{0} process"},
    {"report.processes.many", "{0} processen", "{0} processes"},
    {"report.areas.one", "{0} gebied", "{0} area"},
    {"report.areas.many", "{0} gebieden", "{0} areas"},
    {"report.services.charts", "Verloop per dienst", "Course of each service"},
    {"report.services.charts_intro", "De lijn is het gemiddelde, de band loopt van P5 tot P95.",
     "The line is the mean, the band runs from P5 to P95."},
    {"report.chart.description", "Hoogste gemiddelde: {0}, in uur {1}. De tabel onder de grafiek geeft de getallen.",
     "Highest mean: {0}, at hour {1}. The table with the chart gives the numbers."},
    {"report.chart.hours", "uren sinds het begin", "hours since the start"},
    {"report.pillar.1", "Pijler 1: vitale processen", "Pillar 1: vital processes"},
    {"report.pillar.2", "Pijler 2: weerbare samenleving", "Pillar 2: resilient society"},
    {"report.pillar.3", "Pijler 3: openbaar bestuur en hulpdiensten", "Pillar 3: government and emergency services"},
    {"report.pillar.4", "Pijler 4: weerbare economie", "Pillar 4: resilient economy"},

    // Map
    {"report.map.heading", "Kaart: wie wordt geraakt, en wanneer", "Map: who is hit, and when"},
    {"report.map.intro",
     "De kleur geeft het aandeel van de inwoners van een gebied. Kies een behoefte en verschuif de tijd. De tabel "
     "eronder geeft dezelfde getallen.",
     "The colour gives the share of the residents of an area. Choose a need and move the time. The table below gives "
     "the same numbers."},
    {"report.map.need", "Behoefte", "Need"},
    {"report.map.measure", "Wat telt", "What counts"},
    {"report.map.unmet", "Onvervuld na eigen voorraad", "Unmet after own reserve"},
    {"report.map.without", "Zonder dienst", "Without the service"},
    {"report.map.play", "Afspelen", "Play"},
    {"report.map.pause", "Stoppen", "Stop"},
    {"report.map.time", "Uur sinds het begin", "Hour since the start"},
    {"report.map.hour", "uur {0}", "hour {0}"},
    {"report.map.affected", "geraakt", "affected"},
    {"report.map.of", "{0} van {1} inwoners", "{0} of {1} residents"},
    {"report.map.title", "Kaart van de gebieden naar aandeel geraakte inwoners",
     "Map of the areas by share of residents affected"},
    {"report.map.description",
     "Dikke lijnen zijn gemeentegrenzen. Met de pijltjestoetsen gaat u van gebied naar gebied.",
     "Thick lines are municipal borders. The arrow keys go from area to area."},
    {"report.map.whole", "het gebied met de meeste inwoners", "the area with most residents"},
    {"report.bins.people",
     "P5 en P95 zijn hier randen van klassen van {0} % van de inwoners om wie het gaat (1 van {1} even brede klassen); "
     "voor {2} is een klasse {3} inwoners breed. De marge is nooit te smal, en aan elke kant hoogstens een klasse te "
     "wijd. "
     "Staat er één getal, dan kwam dat er in elke herhaling uit.",
     "P5 and P95 are edges of bins here, of {0} % of the residents concerned (1 of {1} bins of equal width); for {2} a "
     "bin is {3} residents wide. The interval is never too narrow, and at most one bin too wide on each side. A single "
     "number came out in every replica."},
    {"report.bins.share",
     "P5 en P95 zijn randen van klassen van {0} procentpunt: de marge is nooit te smal, en aan elke kant hoogstens een "
     "klasse te wijd. Staat er één getal, dan kwam dat er in elke herhaling uit.",
     "P5 and P95 are edges of bins of {0} percentage points: the interval is never too narrow, and at most one bin too "
     "wide on each side. A single number came out in every replica."},
    {"report.map.top_caption", "De tien gebieden met de meeste geraakte inwoners op het gekozen uur",
     "The ten areas with the most residents affected at the chosen hour"},
    {"report.map.all_caption", "Alle gebieden op het gekozen uur", "All areas at the chosen hour"},
    {"report.map.show_all", "Toon alle {0} gebieden", "Show all {0} areas"},
    {"report.map.moments", "De momenten naast elkaar", "The moments side by side"},
    {"report.map.moments_intro", "Dezelfde kleuren als op de kaart.", "The same colours as on the map."},
    {"report.map.moments_caption", "{0}: inwoners met een onvervulde behoefte per gebied",
     "{0}: residents with an unmet need by area"},

    // Breakdown
    {"report.people.heading", "Per behoefte, gemeente, pijler en spoor", "By need, municipality, pillar and track"},
    {"report.people.intro",
     "Inwoners die een behoefte niet meer kunnen vervullen nadat hun eigen voorraad op is, vóór onderlinge hulp.",
     "Residents who cannot meet a need once their own reserve is used up, before mutual help."},
    {"report.people.by_need", "Per behoefte", "By need"},
    {"report.people.by_municipality", "Per gemeente", "By municipality"},
    {"report.people.by_pillar", "Per pijler", "By pillar"},
    {"report.people.by_track", "Per spoor", "By track"},
    {"report.people.by_service", "Per dienst", "By service"},
    {"report.people.by_service_text", "De cijfers per dienst staan bij", "The figures by service are under"},
    {"report.people.moments_caption", "{0}: inwoners met een onvervulde behoefte (gemiddelde en P5–P95)",
     "{0}: residents with an unmet need (mean and P5–P95)"},
    {"report.people.groups_caption", "{0}: onvervulde persoonsuren × 1.000 per behoefte en groep (mediaan en P5–P95)",
     "{0}: thousands of unmet person-hours by need and group (median and P5–P95)"},
    {"report.people.on_screen",
     "De uren per gemeente, met grafieken en groepen, staan in het rapport op het scherm en in results.xlsx.",
     "The hours by municipality, with charts and groups, stand in the report on screen and in results.xlsx."},
    {"report.people.home",
     "Zo koelt een huis af zonder verwarming, bij {0} °C buiten: de helft van de woningen is na {2} kouder dan {1} °C "
     "(de koudste 5 % al na {3}, 95 % na {4}). In een gemiddeld huis is het na 24 uur {5} °C, na 48 uur {6} °C en na "
     "72 uur {7} °C.",
     "How a home cools down without heating, at {0} °C outside: half of the homes are below {1} °C after {2} (the "
     "coldest 5% already after {3}, 95% after {4}). In a median home it is {5} °C after 24 hours, {6} °C after 48 "
     "hours and {7} °C after 72 hours."},
    {"report.people.home_warm",
     "Bij {0} °C buiten wordt geen huis kouder dan {1} °C: zonder verwarming is het in een gemiddeld huis na 24 uur "
     "{5} °C, na 48 uur {6} °C en na 72 uur {7} °C.",
     "At {0} °C outside no home gets below {1} °C: without heating a median home is at {5} °C after 24 hours, {6} °C "
     "after 48 hours and {7} °C after 72 hours."},
    {"report.people.groups_note", "Groepen overlappen en worden niet opgeteld.",
     "Groups overlap and are not added up."},
    {"report.people.heads", "{0} inwoners", "{0} residents"},
    {"report.people.fold", "{0} inwoners, {1}", "{0} residents, {1}"},
    {"report.people.municipalities_caption",
     "Onvervulde persoonsuren × 1.000 per gemeente en behoefte (mediaan en P5–P95)",
     "Thousands of unmet person-hours by municipality and need (median and P5–P95)"},
    {"report.people.pillar_caption", "De vier pijlers op uur {0}: zwaarst geraakte dienst en behoefte, en processen",
     "The four pillars at hour {0}: worst-hit service and need, and processes"},
    {"report.people.track_caption", "Processen per spoor naar oordeel met de klok",
     "Processes by track and timed verdict"},
    {"report.track.car", "CAR: weerbare samenleving", "CAR: resilient society"},
    {"report.track.veiligheidsdirectie", "Veiligheidsdirectie: gevolgbestrijding",
     "Veiligheidsdirectie: consequence management"},
    {"report.track.provider", "Aanbieders", "Providers"},
    {"report.track.national", "Landelijk", "National"},

    // Phases
    {"report.phases.heading", "Voorkomen – beheerst – hersteld", "Prevented – controlled – recovered"},
    {"report.phases.intro",
     "Veerkracht heeft drie kanten: hoe diep zakt een dienst weg, hoe groot is het verlies bij elkaar, en hoe snel "
     "komt hij terug?",
     "Resilience has three sides: how deep does a service fall, how great is the loss in all, and how fast does it "
     "return?"},
    {"report.phases.picture", "De drie fasen van veerkracht", "The three phases of resilience"},
    {"report.phases.picture_description",
     "Een lijn die van 100 procent wegzakt, laag blijft en terugkomt. Wat overeind blijft is voorkomen, het vlak boven "
     "de lijn is het verlies, de stijging is het herstel.",
     "A line that falls from 100 per cent, stays low and returns. What stays up is prevented, the area above the line "
     "is the loss, the rise is the recovery."},
    {"report.phases.prevented", "voorkomen", "prevented"},
    {"report.phases.controlled", "beheerst: het verlies", "controlled: the loss"},
    {"report.phases.recovered", "hersteld", "recovered"},
    {"report.phases.axis_share", "deel dat werkt", "share that works"},
    {"report.phases.axis_time", "tijd", "time"},
    {"report.phases.caption",
     "Voorkomen is wat op het diepste punt overeind blijft. Beheerst is hoe klein het gekleurde vlak blijft. Hersteld "
     "is hoe snel de lijn weer stijgt.",
     "Prevented is what stays up at the deepest point. Controlled is how small the shaded area stays. Recovered is how "
     "fast the line rises again."},
    {"report.phases.table_caption",
     "De drie fasen in getallen (tussen haakjes P5–P95; – : er viel nooit meer dan 10 % weg)",
     "The three phases in numbers (P5–P95 in brackets; – : never more than 10 % was lost)"},
    {"report.phases.needs", "Behoeften: inwoners die bediend worden", "Needs: residents served"},
    {"report.phases.services", "Diensten: objecten die werken", "Services: assets that work"},

    // Economy
    {"report.economy.heading", "Economie", "Economy"},
    {"report.economy.intro",
     "Hoeveel banen en bedrijven zitten zonder stroom, en wat werkt er nog aan voedsel, betalen en brandstof?",
     "How many jobs and businesses are without power, and what of food, payments and fuel still works?"},
    {"report.economy.caption", "Banen en bedrijfsvestigingen zonder stroom",
     "Jobs and business establishments without power"},
    {"report.economy.jobs", "Banen zonder stroom", "Jobs without power"},
    {"report.economy.businesses", "Bedrijfsvestigingen zonder stroom", "Business establishments without power"},
    {"report.economy.services_caption", "Diensten van pijler 4: deel dat stilligt",
     "Services of pillar 4: share that is down"},

    // Support points
    {"report.support.heading", "Noodsteunpunten", "Support points"},
    {"report.support.lead",
     "Met {0} lokale en {1} coördinerende noodsteunpunten loopt {2} van de inwoners in ten hoogste {3} minuten naar "
     "een "
     "punt; gemiddeld duurt de wandeling {4} minuten.",
     "With {0} local and {1} coordinating support points {2} of the residents walk to one in at most {3} minutes; the "
     "walk takes {4} minutes on average."},
    {"report.support.reading",
     "Niemand heeft deze punten aangewezen: het programma koos ze uit {0} gebouwen en {1} kazernes met als doel: {2}. "
     "De "
     "looptijden gaan over het echte stratennet. Hoeveel punten er horen te zijn, wat zij doen en hoeveel bezoek er "
     "komt, "
     "staat nergens vast: dat zijn aannames die u in de tabellen kunt veranderen.",
     "Nobody appointed these points: the program chose them out of {0} buildings and {1} fire stations with the aim: "
     "{2}. "
     "Walking times follow the real streets. How many points there should be, what they do and how many people come is "
     "settled nowhere: these are assumptions that you can change in the tables."},
    {"report.support.proof.optimal", "Hoe goed is {0}? Zij telt {1} {2}. Dat is bewezen het beste dat kan.",
     "How good is {0}? It counts {1} {2}. That is proven to be the best possible."},
    {"report.support.proof.feasible",
     "Hoe goed is {0}? Zij telt {1} {2}. Geen andere keuze komt voorbij {3}: beter dan {4} % kan het niet.",
     "How good is {0}? It counts {1} {2}. No other choice gets past {3}: nothing is more than {4} % better."},
    {"report.support.map_caption", "Gemiddelde looptijd naar het gekozen noodsteunpunt, per gebied",
     "Mean walking time to the chosen support point, by area"},
    {"report.support.legend", "Kleuren: looptijd", "Colours: walking time"},
    {"report.support.level.local", "lokaal", "local"},
    {"report.support.level.coordinating", "coördinerend", "coordinating"},
    {"report.support.level.water", "alleen water", "water only"},
    {"report.support.walking",
     "Van de inwoners loopt 95 % ten hoogste {1} minuten, de langste wandeling duurt {2} minuten. Binnen 1 "
     "kilometer "
     "woont {3}. Van de 75-plussers haalt {4} het in eigen tempo binnen {5} minuten. {6} inwoners bereiken geen punt "
     "binnen "
     "drie kwartier: voor hen is vervoer nodig.",
     "Of the residents 95 % walk {1} minutes at most, the longest walk takes {2} minutes. Within 1 kilometre live "
     "{3}. "
     "Of those of 75 and over {4} make it within {5} minutes at their own pace. {6} residents reach no point within "
     "three "
     "quarters of an hour: they need transport."},
    {"report.support.couriers",
     "Als telefoon en mobiel net uit zijn, rijden koeriers tussen een lokaal punt en zijn coördinerende punt: "
     "gemiddeld {0} "
     "minuten op de fiets.",
     "When telephone and mobile net are down couriers ride between a local point and its coordinating one: {0} minutes "
     "by "
     "bicycle on average."},
    {"report.support.walking_title", "Deel van de inwoners binnen zoveel minuten lopen",
     "Share of residents within so many minutes on foot"},
    {"report.support.walking_desc", "Binnen {1} minuten is dat {0}.", "Within {1} minutes it is {0}."},
    {"report.support.col.share", "Deel van de inwoners", "Share of residents"},
    {"report.support.open_title", "Lokale punten die open zijn", "Local points that are open"},
    {"report.support.open_unit", "deel van de punten", "share of points"},
    {"report.support.visitors",
     "Op de drukste dag komen naar schatting {0} bezoekers. Dat getal is heel onzeker: niemand heeft het gemeten. In "
     "het "
     "drukste uur zit dan {1} van de punten te vol; komen er zo veel als in de bovenste schatting, dan {2}.",
     "On the busiest day an estimated {0} visitors come. That figure is very uncertain: nobody has measured it. In the "
     "busiest hour {1} of the points are then too full; with as many as in the upper estimate {2}."},
    {"report.support.open_heading", "Is een punt open?", "Is a point open?"},
    {"report.support.open",
     "Een lokaal punt is in de eerste 72 uur gemiddeld {0} open. De keten bepaalt dat: eigen stroom, bedrading, "
     "warmte, "
     "water, verbinding, voorraad en personeel.",
     "A local point is open {0} of the first 72 hours on average. The chain decides: own power, wiring, warmth, water, "
     "radio, stock and staff."},
    {"report.support.closing", "Wat een punt het eerst sluit: {0}. De rest blijft 72 uur open.",
     "What closes a point first: {0}. The others stay open for 72 hours."},
    {"report.support.closing.electricity", "stroom", "power"},
    {"report.support.closing.wiring", "bedrading", "wiring"},
    {"report.support.closing.warmth", "kou", "cold"},
    {"report.support.closing.water", "water", "water"},
    {"report.support.closing.radio", "verbinding", "radio"},
    {"report.support.closing.stock", "voorraad", "stock"},
    {"report.support.closing.staff", "personeel", "staff"},
    {"report.support.closing.other", "iets verderop in de keten", "something further down the chain"},
    {"report.support.municipality_caption",
     "Lokale punten per gemeente: wie er moet zijn en wie er naar verwachting komt (midden en P5–P95)",
     "Local points by municipality: who must be there and who is expected (median and P5–P95)"},
    {"report.support.col.points", "Punten", "Points"},
    {"report.support.col.residents", "Inwoners", "Residents"},
    {"report.support.col.minutes", "Looptijd (min)", "Walk (min)"},
    {"report.support.col.needed", "Nodig tegelijk", "Needed at once"},
    {"report.support.col.called", "Komen, met oproep", "Come, with a call"},
    {"report.support.col.uncalled", "Komen, zonder oproep", "Come, without a call"},
    {"report.support.col.short", "Kans op te weinig", "Chance of too few"},
    {"report.support.col.name", "Punt", "Point"},
    {"report.support.col.level", "Soort", "Level"},
    {"report.support.col.load", "Drukste uur / plaats", "Busiest hour / room"},
    {"report.support.col.staff", "Personeel", "Staff"},
    {"report.support.col.coordinator", "Valt onder", "Coordinated by"},
    {"report.support.col.wiring", "Vermogen, kans dat bedrading het houdt", "Power, chance that the wiring holds"},
    {"report.support.col.open", "Open in 72 uur", "Open in 72 hours"},
    {"report.support.col.closes", "Sluit het eerst door", "Closed first by"},
    {"report.support.shifts", "{0} × {1} diensten", "{0} × {1} shifts"},
    {"report.support.points_caption", "De gekozen noodsteunpunten", "The chosen support points"},
    {"report.support.all_points", "Alle {0} punten", "All {0} points"},
    {"report.support.assumptions", "Welke aanname doet de keuze kantelen?", "Which assumption turns the choice?"},
    {"report.support.flips",
     "De keuze hangt het meest aan wie er komt: {0}. Een plan dat daarvoor is gemaakt is dan {1} % beter en heeft "
     "{2} "
     "andere punten.",
     "The choice hangs most on who comes: {0}. A plan made for that is then {1} % better and has {2} other "
     "points."},
    {"report.support.holds",
     "Geen van de aannames over bezoek doet de keuze kantelen. De grootste invloed heeft: {0}. Een plan dat daarvoor "
     "is "
     "gemaakt is {1} % beter en heeft {2} andere punten.",
     "None of the assumptions about visits turns the choice. Most influence has: {0}. A plan made for that is "
     "{1} % "
     "better and has {2} other points."},
    {"report.support.assumptions_caption", "Hoeveel beter een plan voor een andere aanname dan is",
     "How much better a plan for another assumption is then"},
    {"report.support.col.assumption", "Als waar is", "If true"},
    {"report.support.col.regret", "Beter, minstens–hoogstens", "Better, at least–at most"},
    {"report.support.col.other", "Andere punten", "Other points"},
    {"report.support.col.flips", "Kantelt", "Turns"},
    {"report.support.yes", "ja", "yes"},
    {"report.support.no", "nee", "no"},
    {"report.support.means", "Geld, mensen en voorraad", "Money, people and stock"},
    {"report.support.cost", "Alle punten samen kosten {0} euro eenmalig en {1} euro per jaar (aannames per punt).",
     "All points together cost {0} euros once and {1} euros a year (assumptions per point)."},
    {"report.support.staff",
     "De lokale punten vragen {0} mensen tegelijk, {1} diensten in 72 uur. Een oproep per telefoon werkt maar kort: "
     "spreek "
     "af dat mensen vanzelf komen.",
     "The local points need {0} people at once, {1} shifts in 72 hours. A call by telephone works for a short time "
     "only: "
     "agree that people come by themselves."},
    {"report.support.displaced",
     "De coördinerende punten houden {0} van de {1} brandweermensen tegelijk vast, {2} diensten in 72 uur. Die "
     "ontbreken bij "
     "branden en ongevallen.",
     "The coordinating points tie {0} of the {1} firefighters at once, {2} shifts in 72 hours. They are missing at "
     "fires and "
     "accidents."},
    {"report.support.stock", "Voorraadlijst voor 72 uur", "Stock list for 72 hours"},
    {"report.support.stock_caption", "Voorraad van alle punten samen", "Stock of all points together"},
    {"report.support.col.item", "Wat", "What"},
    {"report.support.col.amount", "Aantal", "Amount"},

    // Held view
    {"report.held.heading", "Wat aan een draadje hangt", "What hangs by a thread"},
    {"report.held.intro",
     "Welke gebeurtenissen leggen een proces stil, ook als het gevaar zelf niets ergers doet dan verwacht? Van {1} "
     "processen vallen er {2} zeker stil binnen {0}; {3} kunnen binnen {0} stilvallen door één enkele gebeurtenis.",
     "Which events stop a process, even when the hazard does no worse than expected? Of {1} processes {2} certainly "
     "stop "
     "within {0}; {3} may stop within {0} by one single event."},
    {"report.held.reading",
     "De kans gaat ervan uit dat alle toevoer meteen wegvalt. Nagespeeld is het deel van de herhalingen waarin het "
     "proces "
     "echt stilviel. Het verschil is tijdwinst door buffers in serie: een accu hier begint pas te lopen als de "
     "voorraad "
     "daar op is.",
     "The chance takes all supply as lost at once. Simulated is the share of replicas in which the process really "
     "stopped. The difference is time gained by buffers in series: a battery here begins only when the stock there is "
     "used up."},
    {"report.held.overview_caption",
     "Hoeveel gebeurtenissen alleen (+ paren) een proces stilleggen, en hoe waarschijnlijk dat is",
     "How many single events (+ pairs) stop a process, and how likely that is"},
    {"report.held.col.singles", "Alleen + paren, {0}", "Alone + pairs, {0}"},
    {"report.held.col.chance", "Kans binnen {0}", "Chance within {0}"},
    {"report.held.simulated", "nagespeeld {0}", "simulated {0}"},
    {"report.held.more_than", "meer dan {0}", "more than {0}"},
    {"report.held.all", "Alle {0} processen", "All {0} processes"},
    {"report.held.pictures", "De zwakste processen getekend", "The weakest processes drawn"},
    {"report.held.picture_legend",
     "Onder elk onderdeel staat waar het op rust. ■ legt het proces alleen al stil, □ samen met iets anders. Wat het "
     "gevaar "
     "zeker raakt, is weggelaten.",
     "Under each part stands what it rests on. ■ stops the process alone, □ together with something else. What the "
     "hazard "
     "certainly hits is left out."},
    {"report.held.picture_title", "{0}, {1}, binnen {2}", "{0}, {1}, within {2}"},
    {"report.held.again", "(staat hierboven)", "(stands above)"},
    {"report.held.details", "Per proces", "By process"},
    {"report.held.chances",
     "Kans {0}, nagespeeld {1}: tijdwinst door buffers in serie {2} procentpunt. Er zijn {3} kleinste combinaties.",
     "Chance {0}, simulated {1}: time gained by buffers in series {2} percentage points. There are {3} smallest "
     "combinations."},
    {"report.held.chances_between",
     "Kans {0} (zeker tussen {4} en {5}), nagespeeld {1}: tijdwinst door buffers in serie {2} procentpunt. Er zijn {3} "
     "kleinste combinaties.",
     "Chance {0} (certainly between {4} and {5}), simulated {1}: time gained by buffers in series {2} percentage "
     "points. "
     "There are {3} smallest combinations."},
    {"report.held.sets_caption", "Wat het binnen {0} stillegt, het waarschijnlijkste eerst",
     "What stops it within {0}, the likeliest first"},
    {"report.held.gains_caption", "Wat versterken oplevert, binnen {0}", "What strengthening gains, within {0}"},
    {"report.held.col.events", "Gebeurtenissen samen", "Events together"},
    {"report.held.col.probability", "Kans", "Chance"},
    {"report.held.col.part", "Wat nooit meer misgaat", "What never goes wrong any more"},
    {"report.held.col.fails", "Kans dat het misgaat", "Chance that it goes wrong"},
    {"report.held.col.without", "Kans op stilvallen wordt", "Chance of stopping becomes"},
    {"report.held.col.less", "Scheelt (procent­punt)", "Less (percentage points)"},
    {"report.held.alone", "legt het proces alleen al stil", "stops the process alone"},

    // What matters most
    {"report.influence.heading", "Wat telt het zwaarst", "What matters most"},
    {"report.influence.intro",
     "Alle inwoners en behoeften samen komen op {0} onvervulde persoonsuren (90 %-marge {1} tot {2}). Welke "
     "onzekerheid bepaalt dat getal het meest? Alleen wat duidelijk van nul verschilt, staat hier.",
     "All residents and needs together come to {0} unmet person-hours (90 % interval {1} to {2}). Which uncertainty "
     "moves that number most? Only what clearly differs from zero is shown."},
    {"report.influence.groups_caption",
     "Onzekere cijfers: samenhang met het totaal aan onvervulde persoonsuren (95 %-interval)",
     "Uncertain figures: correlation with total unmet person-hours (95 % interval)"},
    {"report.influence.assets_caption",
     "Objecten: extra onvervulde persoonsuren als het object langer dan zijn mediaan uitligt (95 %-interval)",
     "Assets: additional unmet person-hours when the asset is down longer than its median (95 % interval)"},
    {"report.influence.range", "{0} tot {1}", "{0} to {1}"},
    {"report.influence.spread_caption", "Waar de spreiding van de uitkomst vandaan komt",
     "Where the spread of the outcome comes from"},
    {"report.influence.shared", "Wat we niet weten (geldt voor veel objecten tegelijk)",
     "What we do not know (holds for many assets at once)"},
    {"report.influence.own", "Toeval per object", "Chance per asset"},

    // Criteria, deadlocks
    {"report.criteria.heading", "Landelijke impactcriteria", "National impact criteria"},
    {"report.criteria.intro",
     "De landelijke klassen maken scenario’s vergelijkbaar. Binnen één klasse zijn ze te grof om maatregelen te "
     "kiezen; daarom staat de ruwe maat erbij.",
     "The national classes make scenarios comparable. Within one class they are too coarse to choose measures by, so "
     "the raw measure stands beside them."},
    {"report.criteria.caption", "Impactcriteria met de ruwe maat", "Impact criteria with the raw measure"},
    {"report.criteria.raw_only", "alleen ruwe maat", "raw measure only"},
    {"report.deadlock.heading", "Vastlopers", "Restart deadlocks"},
    {"report.deadlock.intro", "Deze objecten wachten op elkaar en komen zonder hulp van buiten niet meer op gang.",
     "These assets wait for one another and do not come back without help from outside."},
    {"report.deadlock.caption", "Kringen die niet vanzelf herstarten", "Circles that do not restart by themselves"},

    // How sure
    {"report.certainty.heading", "Hoe zeker is dit", "How sure is this"},
    {"report.certainty.intro",
     "Elk cijfer heeft een bron en een zekerheid. Hier staat hoeveel op aannamen rust, wat niet is meegenomen en hoe "
     "er is gerekend.",
     "Every figure has a source and a confidence. Here is how much rests on assumptions, what is left out and how it "
     "was computed."},
    {"report.certainty.table_caption", "Aantal regels per tabel naar zekerheid",
     "Number of rows per table by confidence"},
    {"report.certainty.all", "Alles samen", "All together"},
    {"report.certainty.not_modelled", "Wat niet is doorgerekend", "What is not modelled"},
    {"report.certainty.not_modelled_intro", "Deze zaken kunnen zwaar wegen, maar zitten niet in de getallen:",
     "These can weigh heavily, but are not in the numbers:"},
    {"report.certainty.method", "Zo is gerekend", "How it was computed"},
    {"report.certainty.method_intro",
     "De volledige beschrijving staat in docs/model.md en docs/method van het project.",
     "The full description is in docs/model.md and docs/method of the project."},
    {"report.certainty.parameters", "Gebruikte cijfers", "Figures used"},
    {"report.certainty.parameters_fold", "{0} cijfers met hun spreiding en bron",
     "{0} figures with their spread and source"},
    {"report.certainty.parameters_caption", "Cijfers waarmee is gerekend", "Figures that the computation uses"},
    {"report.certainty.sources", "Bronnen", "Sources"},
    {"report.certainty.sources_fold", "{0} bronnen", "{0} sources"},
    {"report.certainty.on_screen", "Deze lijst staat in het rapport op het scherm en in results.xlsx.",
     "This list stands in the report on screen and in results.xlsx."},
    {"report.certainty.glossary", "Begrippen", "Glossary"},
    {"report.confidence.measured", "gemeten", "measured"},
    {"report.confidence.register", "register", "register"},
    {"report.confidence.published", "gepubliceerd", "published"},
    {"report.confidence.estimate", "schatting", "estimate"},
    {"report.confidence.assumption", "aanname", "assumption"},
    {"report.table.organisations", "organisaties", "organisations"},
    {"report.table.services", "diensten", "services"},
    {"report.table.areas", "gebieden", "areas"},
    {"report.table.zones", "voedingszones", "feeding zones"},
    {"report.table.cells", "cellen van 250 m", "cells of 250 m"},
    {"report.table.assets", "objecten", "assets"},
    {"report.table.needs", "afhankelijkheden", "dependencies"},
    {"report.table.need_suppliers", "leveranciers per afhankelijkheid", "suppliers by dependency"},
    {"report.table.backups", "noodvoorzieningen", "back-ups"},
    {"report.table.resources", "schaarse middelen", "scarce resources"},
    {"report.table.hazards", "scenario’s", "hazards"},
    {"report.table.shocks", "schokken", "shocks"},
    {"report.table.processes", "processen", "processes"},
    {"report.table.support_points", "noodsteunpunten", "support points"},
    {"report.table.channels", "kanalen", "channels"},
    {"report.table.decisions", "besluiten", "decisions"},
    {"report.table.measures", "maatregelen", "measures"},
    {"report.table.plans", "plannen", "plans"},
    {"report.table.consequences", "gevolgen", "consequences"},
    {"report.table.impact_scales", "schalen van impact", "impact scales"},
    {"report.table.parameters", "cijfers", "figures"},
    {"report.distribution.fixed", "vast", "fixed"},
    {"report.distribution.uniform", "gelijkmatig", "uniform"},
    {"report.distribution.triangular", "driehoek", "triangular"},
    {"report.distribution.exponential", "exponentieel", "exponential"},
    {"report.distribution.weibull", "Weibull", "Weibull"},
    {"report.distribution.lognormal", "lognormaal", "lognormal"},
    {"report.distribution.beta", "bèta", "beta"},
    {"report.distribution.normal", "normaal", "normal"},
    {"report.distribution.empirical", "waargenomen", "empirical"},

    // Columns and units
    {"report.col.affected", "Geraakt (P5–P95)", "Affected (P5–P95)"},
    {"report.col.area", "Gebied", "Area"},
    {"report.col.assumed", "Deel aanname", "Share assumed"},
    {"report.col.bar", "0 tot hoogste", "0 to highest"},
    {"report.col.bar_share", "0 tot 100 %", "0 to 100 %"},
    {"report.col.bar_both", "minder ← 0 → meer tekort", "less ← 0 → more shortage"},
    {"report.col.class", "Landelijke klasse", "National class"},
    {"report.col.confidence", "Zekerheid", "Confidence"},
    {"report.col.correlation", "Rangcorrelatie", "Rank correlation"},
    {"report.col.criterion", "Criterium", "Criterion"},
    {"report.col.deadlock_probability", "Kans dat dit aan het eind nog vastzit",
     "Probability that it is still stuck at the end"},
    {"report.col.depth", "Diepste verlies", "Deepest loss"},
    {"report.col.difference", "Verschil in persoonsuren", "Difference in person-hours"},
    {"report.col.distribution", "Verdeling", "Distribution"},
    {"report.col.first_failure", "Eerste uitval na", "First failure after"},
    {"report.col.half_down", "Helft ligt stil na", "Half is down after"},
    {"report.col.high", "Hoog", "High"},
    {"report.col.hour", "Uur", "Hour"},
    {"report.col.hours_to_90", "90 % terug na", "90 % back after"},
    {"report.col.limiting", "Zwakste schakel (hoe vaak)", "Weakest link (how often)"},
    {"report.col.lost_area", "Verlies in voluren", "Loss in full hours"},
    {"report.col.low", "Laag", "Low"},
    {"report.col.mean_spread", "Gemiddelde (P5–P95)", "Mean (P5–P95)"},
    {"report.col.mtpd_exceeded", "Kans MTPD overschreden", "P(MTPD exceeded)"},
    {"report.col.municipality", "Gemeente", "Municipality"},
    {"report.col.need", "Behoefte", "Need"},
    {"report.col.note", "Toelichting", "Note"},
    {"report.col.outcome", "Uitkomst", "Outcome"},
    {"report.col.parameter", "Cijfer", "Figure"},
    {"report.col.pillar", "Pijler", "Pillar"},
    {"report.col.process", "Proces", "Process"},
    {"report.col.processes", "Processen", "Processes"},
    {"report.col.raw_measure", "Ruwe maat (P5–P95)", "Raw measure (P5–P95)"},
    {"report.col.recovery", "Blijvend terug na", "Up for good after"},
    {"report.col.residents", "Inwoners", "Residents"},
    {"report.col.rto_missed", "Kans RTO gemist", "P(RTO missed)"},
    {"report.col.rule", "Toets", "Check"},
    {"report.col.service", "Dienst", "Service"},
    {"report.col.share", "Aandeel", "Share"},
    {"report.col.slope", "Herstel in % per uur", "Recovery in % per hour"},
    {"report.col.source", "Bron", "Source"},
    {"report.col.static", "Zoals huidige hulpmiddelen (zonder klok)", "As today’s tools (no clock)"},
    {"report.col.table", "Tabel", "Table"},
    {"report.col.timed", "Met de klok: kans te lang stil", "With the clock: P(MTPD exceeded)"},
    {"report.col.too_late", "Waarschijnlijk te laat", "Likely too late"},
    {"report.col.total", "Totaal", "Total"},
    {"report.col.track", "Spoor", "Track"},
    {"report.col.typical", "Gebruikelijk", "Typical"},
    {"report.col.unit", "Eenheid", "Unit"},
    {"report.col.used_by", "Gebruikt door (regels)", "Used by (rows)"},
    {"report.col.what", "Wat", "What"},
    {"report.col.worst_need", "Zwaarst geraakte behoefte", "Worst-hit need"},
    {"report.col.worst_process", "Grootste kans op overschrijding", "Greatest probability"},
    {"report.col.worst_service", "Zwaarst geraakte dienst", "Worst-hit service"},
    {"report.unit.businesses", "vestigingen", "establishments"},
    {"report.unit.hours", "uur", "hours"},
    {"report.unit.jobs", "banen", "jobs"},
    {"report.unit.residents", "inwoners", "residents"},
    {"report.unit.residents_unmet", "inwoners, onvervuld", "residents, unmet"},
    {"report.unit.share_down", "deel dat stilligt", "share that is down"},
});

}  // namespace

std::span<const MessageText> messages() {
  static const std::vector<MessageText> all = [] {
    std::vector<MessageText> both(catalogue.begin(), catalogue.end());
    both.insert(both.end(), method_messages().begin(), method_messages().end());
    both.insert(both.end(), operations_messages().begin(), operations_messages().end());
    both.insert(both.end(), review_messages().begin(), review_messages().end());
    both.insert(both.end(), figure_messages().begin(), figure_messages().end());
    both.insert(both.end(), reach_messages().begin(), reach_messages().end());
    both.insert(both.end(), measure_messages().begin(), measure_messages().end());
    return both;
  }();
  return all;
}

}  // namespace veer::report
