#include "importers/package/datapackage.hpp"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "formats/geojson.hpp"
#include "importers/package/forms.hpp"

namespace veer::importers {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t deepest = 32;

/// Reads members of the JSON and says what is odd.
class Reader {
 public:
  Reader(std::string file, Diagnostics& notes) : file_(std::move(file)), notes_(notes) {}

  DataPackage read(const Json& root) {
    DataPackage package;
    region::Tables& meta = package.meta;
    meta.id = text(root, "name", true);
    meta.title = text(root, "title", true);
    meta.reference_date = text(root, "reference_date", false);
    meta.licence = licence(root);
    for (const Json& attribution : list(root, "attributions")) {
      if (attribution.is_string())
        meta.attributions.push_back(attribution.get<std::string>());
      else
        notes_.error({"importers.metadata_type", {"attributions", "[\"…\"]"}}, place());
    }
    package.outlines = file_name(text(root, "outlines", false));
    if (!root.contains("resources")) notes_.error({"importers.metadata_type", {"resources", "[{…}]"}}, place());
    for (const Json& resource : list(root, "resources")) take_resource(resource, package);
    return package;
  }

 private:
  Place place() const { return {file_, {}, 0, {}}; }

  std::string text(const Json& object, const char* key, bool required) {
    const auto found = object.find(key);
    if (found == object.end() || (found->is_string() && found->get_ref<const std::string&>().empty())) {
      if (required) notes_.error({"importers.metadata_missing", {key}}, place());
      return {};
    }
    if (found->is_string()) return found->get<std::string>();
    notes_.error({"importers.metadata_type", {key, "\"…\""}}, place());
    return {};
  }

  Json list(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return Json::array();
    if (found->is_array()) return *found;
    notes_.error({"importers.metadata_type", {key, "[…]"}}, place());
    return Json::array();
  }

  std::string licence(const Json& object) {
    const Json all = list(object, "licenses");
    if (all.empty()) return {};
    if (!all[0].is_object()) {
      notes_.error({"importers.metadata_type", {"licenses", "[{\"title\": \"…\"}]"}}, place());
      return {};
    }
    return text(all[0], all[0].contains("title") ? "title" : "name", false);
  }

  /// A name beside datapackage.json, or "" with an error when it points elsewhere.
  std::string file_name(std::string path) {
    const std::filesystem::path given(path);
    if (path.empty() ||
        (given.filename() == given && path != "." && path != ".." && path.find('\\') == std::string::npos))
      return path;
    notes_.error({"importers.resource_path", {path}}, place());
    return {};
  }

  void take_resource(const Json& resource, DataPackage& package) {
    if (!resource.is_object()) {
      notes_.error({"importers.metadata_type", {"resources", "{\"name\": \"…\", \"path\": \"…\"}"}}, place());
      return;
    }
    const std::string name = text(resource, "name", true);
    const std::string file = file_name(text(resource, "path", true));
    if (name.empty() || file.empty()) return;
    if (region::schema(name) == nullptr) {
      warn_unknown_table(name, file_, notes_);
      return;
    }
    if (!package.files.emplace(name, file).second) notes_.error({"importers.table_twice", {name}}, place());
    const std::string own = licence(resource);
    if (!own.empty()) package.meta.table_licences[name] = own;
  }

  std::string file_;
  Diagnostics& notes_;
};

/// The part of a licence's text that can be its name: Frictionless asks for one of letters, digits, dots and dashes.
std::string licence_name(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    if (kept)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name;
}

Json licences(const std::string& text) { return Json::array({Json{{"name", licence_name(text)}, {"title", text}}}); }

const char* field_type(formats::ColumnType type) {
  switch (type) {
    case formats::ColumnType::number:
      return "number";
    case formats::ColumnType::integer:
      return "integer";
    case formats::ColumnType::boolean:
      return "boolean";
    case formats::ColumnType::text:
      break;
  }
  return "string";
}

Json number_of(double value) {
  if (value == std::floor(value) && std::fabs(value) < 1e15) return static_cast<long long>(value);
  return value;
}

Json field_of(const region::ColumnSchema& column) {
  Json field{{"name", column.name}, {"type", field_type(column.type)}, {"description", column.description}};
  if (column.type == formats::ColumnType::boolean) {
    field["trueValues"] = {"true"};
    field["falseValues"] = {"false"};
  }
  Json constraints = Json::object();
  if (column.required) constraints["required"] = true;
  if (!column.values.empty()) {
    Json values = Json::array();
    std::string_view rest = column.values;
    for (std::size_t bar = 0; bar != std::string_view::npos;
         rest = bar == std::string_view::npos ? rest : rest.substr(bar + 1)) {
      bar = rest.find('|');
      values.push_back(rest.substr(0, bar));
    }
    constraints["enum"] = std::move(values);
  }
  if (std::isfinite(column.least)) constraints["minimum"] = number_of(column.least);
  if (std::isfinite(column.most)) constraints["maximum"] = number_of(column.most);
  if (!constraints.empty()) field["constraints"] = std::move(constraints);
  return field;
}

Json schema_of(const region::TableSchema& table, const region::Tables& tables) {
  Json fields = Json::array();
  Json foreign = Json::array();
  for (const region::ColumnSchema& column : table.columns) {
    fields.push_back(field_of(column));
    // Lists and cells "table/id" are references that Frictionless cannot express.
    const bool plain =
        !column.references.empty() && !column.list && column.references.find('|') == std::string_view::npos;
    if (plain && tables.tables.contains(std::string(column.references))) {
      // An empty resource name means: this same table.
      const std::string_view target = column.references == table.name ? std::string_view{} : column.references;
      foreign.push_back({{"fields", column.name}, {"reference", {{"resource", target}, {"fields", "id"}}}});
    }
  }
  Json schema{{"fields", std::move(fields)}, {"missingValues", {""}}, {"primaryKey", "id"}};
  if (!foreign.empty()) schema["foreignKeys"] = std::move(foreign);
  return schema;
}

}  // namespace

Result<DataPackage> parse_datapackage(std::string_view text, const std::string& shown_file, Diagnostics& notes) {
  const auto refused = [&shown_file](std::string key, std::vector<std::string> arguments) {
    return fail(Error{ErrorKind::invalid_input, {std::move(key), std::move(arguments)}, {shown_file, {}, 0, {}}, {}});
  };
  if (!formats::json_nesting_within(text, deepest)) return refused("formats.json_too_deep", {std::to_string(deepest)});
  try {
    const Json root = Json::parse(text);
    if (!root.is_object()) return refused("importers.metadata_type", {"datapackage.json", "{…}"});
    return Reader(shown_file, notes).read(root);
  } catch (const nlohmann::json::parse_error& problem) {
    return refused("formats.broken_json", {std::to_string(problem.byte)});
  } catch (const nlohmann::json::exception&) {
    return refused("formats.broken_json", {"0"});
  }
}

std::string to_datapackage(const region::Tables& tables) {
  Json root{{"profile", "tabular-data-package"}, {"name", tables.id}, {"title", tables.title}};
  root["reference_date"] = tables.reference_date;
  if (!tables.licence.empty()) root["licenses"] = licences(tables.licence);
  root["attributions"] = tables.attributions;
  if (!tables.outlines.empty()) root["outlines"] = "outlines.geojson";
  Json resources = Json::array();
  for (const region::TableSchema& table : region::schemas()) {
    const std::string name(table.name);
    if (!tables.tables.contains(name)) continue;
    Json resource{{"profile", "tabular-data-resource"},
                  {"name", name},
                  {"path", name + ".csv"},
                  {"description", table.description},
                  {"format", "csv"},
                  {"mediatype", "text/csv"},
                  {"encoding", "utf-8"}};
    if (const auto own = tables.table_licences.find(name); own != tables.table_licences.end())
      resource["licenses"] = licences(own->second);
    resource["schema"] = schema_of(table, tables);
    resources.push_back(std::move(resource));
  }
  root["resources"] = std::move(resources);
  return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace veer::importers
