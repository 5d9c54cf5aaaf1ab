#include "cli/package_messages.hpp"

#include <array>

namespace veer::cli {

namespace {

constexpr std::array catalogue{
    MessageText{"cli.package.region", "regiopakket: een map met datapackage.json, een .xlsx- of een .gpkg-bestand", "region package: a folder with datapackage.json, an .xlsx or a .gpkg file"},
    MessageText{"cli.validate.help", "controleer een regiopakket en meld alle problemen tegelijk", "check a region package and report all problems at once"},
    MessageText{"cli.validate.examples",
                "Voorbeelden:\n  veer validate regions/dorp\n  veer validate regio.xlsx --json\n\nAfsluitcode 0 als er geen fouten zijn (waarschuwingen mogen), anders 1.",
                "Examples:\n  veer validate regions/dorp\n  veer validate region.xlsx --json\n\nExit code 0 when there are no errors (warnings are fine), else 1."},
    MessageText{"cli.validate.json", "schrijf de uitkomst als JSON", "write the outcome as JSON"},
    MessageText{"cli.convert.help", "zet een regiopakket om naar een andere vorm: map met CSV, werkmap of GeoPackage", "convert a region package to another form: folder with CSV, workbook or GeoPackage"},
    MessageText{"cli.convert.examples",
                "Voorbeelden:\n  veer convert regions/dorp dorp.xlsx\n  veer convert dorp.xlsx dorp.gpkg\n  veer convert dorp.gpkg regions/dorp --overwrite\n\nDe vormen bevatten hetzelfde; heen en terug geeft dezelfde bytes.",
                "Examples:\n  veer convert regions/dorp dorp.xlsx\n  veer convert dorp.xlsx dorp.gpkg\n  veer convert dorp.gpkg regions/dorp --overwrite\n\nThe forms hold the same; there and back gives the same bytes."},
    MessageText{"cli.convert.to", "waarheen; de uitgang (.xlsx, .gpkg of geen) zegt in welke vorm", "where to; the ending (.xlsx, .gpkg or none) says in which form"},
    MessageText{"cli.convert.overwrite", "vervang wat er al staat", "replace what is already there"},
    MessageText{"cli.convert.exists", "bestaat al; kies een andere naam of geef --overwrite", "exists already; choose another name or give --overwrite"},
    MessageText{"cli.convert.done", "{0}: {1} tabellen met {2} rijen en {3} omtrekken geschreven", "{0}: {1} tables with {2} rows and {3} outlines written"},
};

}  // namespace

std::span<const MessageText> package_messages() { return catalogue; }

}  // namespace veer::cli
