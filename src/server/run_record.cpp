#include "server/run_record.hpp"

#include <nlohmann/json.hpp>

namespace veer::server {

using Json = nlohmann::ordered_json;

store::RunRecord record_of(const Run& run) {
  const RunRequest& request = run.request;
  const Json document{{"region", request.region},
                      {"name", request.name},
                      {"hazard", request.hazard},
                      {"season", request.season ? Json(*request.season) : Json()},
                      {"start", request.start ? Json(*request.start) : Json()},
                      {"duration_h", request.duration_h ? Json(*request.duration_h) : Json()},
                      {"replicas", request.replicas},
                      {"overlay", request.overlay},
                      {"placement", request.placement},
                      {"package", request.package},
                      {"all_chapters", request.all_chapters},
                      {"comparison", request.comparison},
                      {"region_version", run.region_version},
                      {"region_change", run.region_change},
                      {"from_cache", run.from_cache},
                      {"started", run.started},
                      {"finished", run.finished},
                      {"seconds", run.seconds},
                      {"failure", run.failure},
                      {"median_replica", run.median_replica}};
  return {run.id,   run.key,     text_of(run.status),
          run.kept, run.created, document.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

Result<Run> run_of(const store::RunRecord& record) {
  const auto status = run_status(record.status);
  try {
    const Json document = Json::parse(record.document);
    Run run;
    run.id = record.id;
    run.key = record.key;
    run.kept = record.kept;
    run.created = record.created;
    run.status = status.value();
    RunRequest& request = run.request;
    request.region = document.at("region");
    request.name = document.at("name");
    request.hazard = document.at("hazard");
    if (document.at("season").is_string()) request.season = document.at("season").get<std::string>();
    if (document.at("start").is_string()) request.start = document.at("start").get<std::string>();
    if (document.at("duration_h").is_number()) request.duration_h = document.at("duration_h").get<double>();
    request.replicas = document.at("replicas");
    request.overlay = document.at("overlay");
    request.placement = document.at("placement");
    request.package = document.value("package", "");  // runs from before there were packages have none
    // Data files of before these existed have neither.
    request.all_chapters = document.value("all_chapters", false);
    request.comparison = document.value("comparison", false);
    run.region_version = document.at("region_version");
    run.region_change = document.at("region_change");
    run.from_cache = document.at("from_cache");
    run.started = document.at("started");
    run.finished = document.at("finished");
    run.seconds = document.at("seconds");
    run.failure = document.at("failure");
    run.median_replica = document.at("median_replica");
    run.share = run.status == RunStatus::done ? 1 : 0;
    return run;
  } catch (const std::exception& error) {  // of JSON, or a status that is none
    return fail({ErrorKind::invalid_input, {"server.run.record", {record.id, error.what()}}, {}, {}});
  }
}

}  // namespace veer::server
