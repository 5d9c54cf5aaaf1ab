#include "cli/messages.hpp"

#include <array>

namespace veer::cli {

namespace {

constexpr std::array catalogue{
    MessageText{"cli.package.region", "regiopakket: een map met datapackage.json, een .xlsx- of een .gpkg-bestand",
                "region package: a folder with datapackage.json, an .xlsx or a .gpkg file"},
    MessageText{"cli.validate.help", "controleer een regiopakket en meld alle problemen tegelijk",
                "check a region package and report all problems at once"},
    MessageText{"cli.validate.examples",
                "Voorbeelden:\n  veer validate regions/dorp\n  veer validate regio.xlsx --json\n\nAfsluitcode 0 als er "
                "geen fouten zijn (waarschuwingen mogen), anders 1.",
                "Examples:\n  veer validate regions/dorp\n  veer validate region.xlsx --json\n\nExit code 0 when there "
                "are no errors (warnings are fine), else 1."},
    MessageText{"cli.validate.json", "schrijf de uitkomst als JSON", "write the outcome as JSON"},
    MessageText{"cli.convert.help", "zet een regiopakket om naar een andere vorm: map met CSV, werkmap of GeoPackage",
                "convert a region package to another form: folder with CSV, workbook or GeoPackage"},
    MessageText{
        "cli.convert.examples",
        "Voorbeelden:\n  veer convert regions/dorp dorp.xlsx\n  veer convert dorp.xlsx dorp.gpkg\n  veer convert "
        "dorp.gpkg regions/dorp --overwrite\n\nDe vormen bevatten hetzelfde; heen en terug geeft dezelfde bytes.",
        "Examples:\n  veer convert regions/dorp dorp.xlsx\n  veer convert dorp.xlsx dorp.gpkg\n  veer convert "
        "dorp.gpkg regions/dorp --overwrite\n\nThe forms hold the same; there and back gives the same bytes."},
    MessageText{"cli.convert.to", "waarheen; de uitgang (.xlsx, .gpkg of geen) zegt in welke vorm",
                "where to; the ending (.xlsx, .gpkg or none) says in which form"},
    MessageText{"cli.convert.overwrite", "vervang wat er al staat", "replace what is already there"},
    MessageText{"cli.convert.exists", "bestaat al; kies een andere naam of geef --overwrite",
                "exists already; choose another name or give --overwrite"},
    MessageText{"cli.convert.done", "{0}: {1} tabellen met {2} rijen en {3} omtrekken geschreven",
                "{0}: {1} tables with {2} rows and {3} outlines written"},
    MessageText{"cli.about", "Veerkracht: wat valt wanneer uit, wie raakt het, wat houdt ons overeind.",
                "Veerkracht: what fails when, whom it hits, what holds us up."},
    MessageText{"cli.examples",
                "Voorbeelden:\n  veer study regions/haaglanden\n  veer explain regions/dorp --asset pomp\n  veer "
                "validate regio.xlsx\n\nAfsluitcodes: 0 klaar, 1 fouten in de gegevens, 2 fout in de opdracht, 3 niet "
                "gevonden,\n4 niet ondersteund, 5 niet te lezen of te schrijven, 6 bestaat al, 130 afgebroken.",
                "Examples:\n  veer study regions/haaglanden\n  veer explain regions/dorp --asset pomp\n  veer validate "
                "region.xlsx\n\nExit codes: 0 done, 1 errors in the data, 2 command line off, 3 not found,\n4 "
                "unsupported, 5 cannot be read or written, 6 exists already, 130 cancelled."},
    MessageText{"cli.lang", "taal van de uitvoer: nl of en (anders die van het systeem)",
                "language of the output: nl or en (else the system's)"},
    MessageText{"cli.suggest", "'{0}' is geen opdracht van veer. Bedoelt u '{1}'?",
                "'{0}' is not a veer command. Do you mean '{1}'?"},
    MessageText{"cli.problem.error", "FOUT", "ERROR"},
    MessageText{"cli.problem.warning", "let op", "warning"},
    MessageText{"cli.problem.more", "… en nog {0} meldingen", "… and {0} more"},
    MessageText{"cli.problem.count", "{0} fouten, {1} waarschuwingen", "{0} errors, {1} warnings"},
    MessageText{"cli.progress", "{0} van {1} doorrekeningen, nog {2} s", "{0} of {1} replicas, {2} s left"},
    MessageText{"cli.run.hazard", "dreiging uit de tabel hazards", "hazard from the table hazards"},
    MessageText{"cli.run.season", "ander seizoen dan dat van de dreiging", "another season than the hazard's"},
    MessageText{"cli.run.start", "ander begin dan dat van de dreiging (lokale tijd)",
                "another start than the hazard's (local time)"},
    MessageText{"cli.run.start.bad", "'{0}' is geen tijdstip. Schrijf het als 2023-01-17T17:00.",
                "'{0}' is not a time. Write it as 2023-01-17T17:00."},
    MessageText{"cli.run.seed", "startgetal van het toeval", "seed of the random numbers"},
    MessageText{"cli.run.replicas", "aantal doorrekeningen", "number of replicas"},
    MessageText{"cli.run.error", "stop zodra de standaardfout van het totaal kleiner is dan dit deel, bijvoorbeeld 1%",
                "stop when the standard error of the total is below this share, e.g. 1%"},
    MessageText{"cli.run.error.bad", "'{0}' is geen deel tussen 0 en 1. Schrijf bijvoorbeeld 1% of 0.01.",
                "'{0}' is not a share between 0 and 1. Write for instance 1% or 0.01."},
    MessageText{"cli.run.threads", "aantal rekenkernen; de uitkomst verandert er niet door",
                "number of threads; the result does not depend on it"},
    MessageText{"cli.run.engine",
                "rekenmethode: events, intervals of lanes; de uitkomst verandert er niet door, de snelheid wel",
                "engine: events, intervals or lanes; the result does not depend on it, the speed does"},
    MessageText{"cli.study.help", "reken een dreiging door en schrijf het rapport met de gegevens ernaast",
                "run a hazard and write the report with its data beside it"},
    MessageText{"cli.study.examples",
                "Voorbeelden:\n  veer study regions/haaglanden\n  veer study regions/haaglanden --hazard power-24h "
                "--out out/dag\n  veer study regions/haaglanden --audience openbaar\n\nSchrijft report.html, "
                "results.json, results.gpkg, results.geojson en results.xlsx.",
                "Examples:\n  veer study regions/haaglanden\n  veer study regions/haaglanden --hazard power-24h --out "
                "out/day\n  veer study regions/haaglanden --audience openbaar\n\nWrites report.html, results.json, "
                "results.gpkg, results.geojson and results.xlsx."},
    MessageText{"cli.study.out", "map voor de uitkomsten (anders out/<regio>)",
                "folder for the results (else out/<region>)"},
    MessageText{"cli.study.audience", "intern, of openbaar: zonder zwakke plekken en plaatsen van objecten",
                "intern, or openbaar: without weak points and places of assets"},
    MessageText{"cli.study.only", "alleen deze onderdelen: ensemble (de doorrekening en alles wat daaruit volgt)",
                "only these parts: ensemble (the simulation and all that follows from it)"},
    MessageText{"cli.study.json", "schrijf de uitkomst als JSON in plaats van de samenvatting",
                "write the results as JSON instead of the summary"},
    MessageText{"cli.study.written",
                "Geschreven in {0}: report.html (open dit in een browser), results.xlsx, results.gpkg, "
                "results.geojson, results.json",
                "Written to {0}: report.html (open this in a browser), results.xlsx, results.gpkg, results.geojson, "
                "results.json"},
    MessageText{"cli.simulate.help", "reken een dreiging vele malen door en geef de totalen",
                "run a hazard many times and give the totals"},
    MessageText{"cli.simulate.examples",
                "Voorbeelden:\n  veer simulate regions/haaglanden --replicas 10000\n  veer simulate regions/haaglanden "
                "--error 1% --json",
                "Examples:\n  veer simulate regions/haaglanden --replicas 10000\n  veer simulate regions/haaglanden "
                "--error 1% --json"},
    MessageText{"cli.simulate.json", "schrijf de uitkomst als JSON", "write the outcome as JSON"},
    MessageText{"cli.simulate.done", "{0} doorrekeningen. Onvervulde persoon-uren, vóór onderlinge hulp:",
                "{0} replicas. Unmet person-hours, before mutual help:"},
    MessageText{
        "cli.simulate.cancelled",
        "Afgebroken na {0} doorrekeningen; dit is wat er tot nu toe is. Onvervulde persoon-uren, vóór onderlinge hulp:",
        "Stopped after {0} replicas; this is what there is so far. Unmet person-hours, before mutual help:"},
    MessageText{"cli.simulate.line", "  {0}: {1} (± {2}; P5–P95 {3}–{4})", "  {0}: {1} (± {2}; P5–P95 {3}–{4})"},
    MessageText{"cli.simulate.total", "Totaal", "Total"},
    MessageText{"cli.explain.help", "vertel in zinnen waarom iets in één doorrekening uitviel en terugkwam",
                "tell in sentences why something went down and came back in one replica"},
    MessageText{"cli.explain.examples",
                "Voorbeelden:\n  veer explain regions/haaglanden --replica 7 --asset crisis-room/GM0518\n  veer "
                "explain regions/dorp --asset processes/crisisbeheersing",
                "Examples:\n  veer explain regions/haaglanden --replica 7 --asset crisis-room/GM0518\n  veer explain "
                "regions/dorp --asset processes/crisisbeheersing"},
    MessageText{"cli.explain.replica", "nummer van de doorrekening", "number of the replica"},
    MessageText{"cli.explain.asset", "id van een object, of processes/<id>, of zones/<id>/<behoefte>",
                "id of an asset, or processes/<id>, or zones/<id>/<need>"},
    MessageText{"cli.explain.example_data", "(voorbeeldgegevens – niet bevestigd)", "(example data – not confirmed)"},
    MessageText{"cli.bench.help", "meet hoe snel deze computer een regio doorrekent",
                "measure how fast this machine runs a region"},
    MessageText{"cli.bench.examples",
                "Voorbeelden:\n  veer bench regions/haaglanden\n  veer bench model.json --seconds 5\n\nControleert "
                "eerst dat alle rekenmethoden hetzelfde geven.",
                "Examples:\n  veer bench regions/haaglanden\n  veer bench model.json --seconds 5\n\nFirst checks that "
                "all engines give the same."},
    MessageText{"cli.bench.seconds", "meet elke rekenmethode minstens zo lang", "measure each engine at least this long"},
    MessageText{"cli.bench.json", "schrijf de uitkomst als JSON", "write the outcome as JSON"},
    MessageText{"cli.bench.unequal",
                "De rekenmethoden geven op deze computer niet dezelfde uitkomst. Gebruik --engine events en meld dit.",
                "The engines do not give the same result on this machine. Use --engine events and report this."},
    MessageText{"cli.bench.subject", "{0} onderdelen, {1} behoeften, {2} tijdstappen. Alle rekenmethoden geven hetzelfde.",
                "{0} components, {1} needs, {2} ticks. All engines give the same."},
    MessageText{"cli.bench.rate", "  {0}, {1} kern(en): {2} doorrekeningen per seconde",
                "  {0}, {1} thread(s): {2} replicas a second"},
    MessageText{"cli.bench.rate.floor", "  {0}, {1} kern(en): {2} doorrekeningen per seconde ({3} % van de ondergrens)",
                "  {0}, {1} thread(s): {2} replicas a second ({3} % of the floor)"},
    MessageText{"cli.bench.floor", "ondergrens (alleen trekken, opzoeken en bijhouden)",
                "floor (drawing, looking up and keeping only)"},
    MessageText{"cli.bench.compare", "Eén maatregel meer kost {0} van een hele doorrekening (mediaan van 100 wijzigingen).",
                "One more measure costs {0} of a full run (median of 100 edits)."},
    MessageText{"cli.bench.depth", "  {0} stappen van de bron: {1} wijzigingen, mediaan {2}, hoogste {3}",
                "  {0} steps from the source: {1} edits, median {2}, highest {3}"},
    MessageText{"cli.bench.memory", "Meeste geheugen: {0} MiB", "Peak memory: {0} MiB"},
    MessageText{"cli.cascade.help", "reken een bestand in de vorm region-cascade-1 door, een regel per doorrekening",
                "run a region-cascade-1 file, a line per replica"},
    MessageText{"cli.cascade.examples", "Voorbeeld:\n  veer cascade model.json --replicas 20",
                "Example:\n  veer cascade model.json --replicas 20"},
    MessageText{"cli.cascade.model", "bestand in de vorm region-cascade-1", "region-cascade-1 file"},
    MessageText{"cli.cascade.first", "nummer van de eerste doorrekening", "number of the first replica"},
    MessageText{"cli.cascade.vectors", "rekenen met deze vectoren (anders de beste van deze computer)",
                "vector code to use (else the best of this machine)"},
    MessageText{"cli.cascade.batch", "doorrekeningen tegelijk, bij lanes", "replicas at once, for lanes"},
    MessageText{"cli.cascade.floor",
                "met --quiet: geen doorrekening, alleen wat geen rekenmethode kan missen (voor metingen)",
                "with --quiet: no engine, only what none can do without (for measurements)"},
    MessageText{"cli.cascade.quiet", "geen regels: houd bij wat een ensemble bijhoudt en geef daar één kenmerk van",
                "no lines: keep what an ensemble keeps and print one digest of it"},
    MessageText{"cli.site.help", "kies de beste plaatsen, met bewijs hoe goed het antwoord is",
                "choose the best sites, with a proof of how good the answer is"},
    MessageText{
        "cli.site.examples",
        "Voorbeelden:\n  veer site --instance pmed pmed1.txt\n  veer site --instance sscflp p1.txt --time 10 "
        "--json\n\nUitkomst: waarde, grens (beter kan niet), afstand daartussen, en of het antwoord bewezen is.",
        "Examples:\n  veer site --instance pmed pmed1.txt\n  veer site --instance sscflp p1.txt --time 10 "
        "--json\n\nResult: value, bound (nothing is better), the gap between them, and whether it is proven."},
    MessageText{
        "cli.site.instance",
        "soort van het bestand: pmed (p-mediaan), pmedcap (met capaciteit), sscflp (capaciteit en vaste kosten)",
        "kind of the file: pmed (p-median), pmedcap (with capacity), sscflp (capacity and fixed costs)"},
    MessageText{"cli.site.file", "bestand met het vraagstuk", "file with the problem"},
    MessageText{"cli.site.time", "stop na zoveel seconden met het beste tot dan toe en de grens daarvan",
                "stop after this many seconds with the best so far and its bound"},
    MessageText{"cli.site.json", "schrijf de uitkomst als JSON", "write the outcome as JSON"},
    MessageText{"cli.site.sites", "Plaatsen (nummer in het bestand, vanaf 1): {0}",
                "Sites (number in the file, from 1): {0}"},
    MessageText{"cli.site.optimal", "Waarde {0}, bewezen het beste, in {1} s", "Value {0}, proven best, in {1} s"},
    MessageText{"cli.site.feasible", "Waarde {0}, ten hoogste {1} % boven het beste (grens {2}), in {3} s",
                "Value {0}, at most {1} % above the best (bound {2}), in {3} s"},
    MessageText{"cli.hazards.help", "noem de dreigingen van een regio", "list the hazards of a region"},
    MessageText{"cli.hazards.examples", "Voorbeeld:\n  veer hazards regions/haaglanden",
                "Example:\n  veer hazards regions/haaglanden"},
    MessageText{"cli.hazards.json", "schrijf de lijst als JSON", "write the list as JSON"},
    MessageText{"cli.import.help", "bouw een regiopakket uit een map met bronbestanden",
                "build a region package from a folder of source files"},
    MessageText{"cli.import.haaglanden", "bouw regions/haaglanden", "build regions/haaglanden"},
    MessageText{"cli.import.examples", "Voorbeeld:\n  veer import haaglanden BRONNEN --out regions/haaglanden",
                "Example:\n  veer import haaglanden SOURCES --out regions/haaglanden"},
    MessageText{"cli.import.sources", "map met de bronbestanden (zie docs/method/haaglanden.md)",
                "folder with the source files (see docs/method/haaglanden.md)"},
    MessageText{"cli.import.out", "waar het pakket komt", "where the package goes"},
};

}  // namespace

std::span<const MessageText> messages() { return catalogue; }

}  // namespace veer::cli
