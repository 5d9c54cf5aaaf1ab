#include "report/outputs.hpp"

#include <string>

#include "formats/files.hpp"
#include "report/audience.hpp"
#include "report/geojson.hpp"
#include "report/geopackage.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/workbook.hpp"

namespace veer::report {

Done write_outputs(const Findings& findings, Language language, const Texts& texts,
                   const std::filesystem::path& out_dir) {
  // The folder comes first: who may not write here should not wait for the files to be made.
  TRY(auto staged, formats::StagedFolder::beside(out_dir));
  const Findings shown = for_audience(findings, findings.audience);
  TRY_DONE(staged.write("report.html", html_report(shown, language, texts)));
  TRY(const std::string workbook, results_workbook(shown, language, texts));
  TRY_DONE(staged.write("results.xlsx", workbook));
  TRY_DONE(staged.write("results.gpkg", results_geopackage(shown, language, texts)));
  TRY_DONE(staged.write("results.geojson", results_geojson(shown, language, texts)));
  // In the open version it holds nothing, and so takes the place of what an internal run left here.
  TRY_DONE(staged.write("support_points.geojson", support_points_geojson(shown, language, texts)));
  TRY_DONE(staged.write("results.json", results_json(shown)));
  return staged.commit();
}

}  // namespace veer::report
