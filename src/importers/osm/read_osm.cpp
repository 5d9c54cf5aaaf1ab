#include "importers/osm/read_osm.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <exception>
#include <fstream>
#include <optional>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>
#include <string>
#include <vector>

#include "formats/files.hpp"
#include "importers/osm/collected.hpp"
#include "importers/osm/crop.hpp"
#include "importers/osm/tags.hpp"

namespace veer::importers::osm {

namespace {

/// The value of a tag, or "".
std::string_view tag(const osmium::TagList& tags, const char* key) {
  const char* const value = tags.get_value_by_key(key);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// Which of our kinds a thing is, as "amenity=school"; "" for none.
std::string place_kind(const osmium::TagList& tags) {
  std::string_view key;
  std::string_view value;
  for (const PlaceTag& wanted : place_tags()) {
    if (wanted.key != key) {
      key = wanted.key;
      value = tag(tags, key.data());
    }
    if (value == wanted.value) return std::string(key) + "=" + std::string(value);
  }
  return {};
}

std::string_view power_kind(const osmium::TagList& tags) {
  static constexpr std::array<std::string_view, 5> kinds{"substation", "plant", "generator", "line", "cable"};
  const std::string_view power = tag(tags, "power");
  return std::find(kinds.begin(), kinds.end(), power) == kinds.end() ? std::string_view() : power;
}

std::vector<std::int32_t> voltages(std::string_view list) {
  std::vector<std::int32_t> volts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    std::int32_t value = 0;
    const auto [stop, status] = std::from_chars(list.data(), list.data() + end, value);
    if (status == std::errc() && stop == list.data() + end && value > 0) volts.push_back(value);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return volts;
}

/// Sorts nodes and ways of the stream into what we use.
class Collector {
 public:
  Collector(const CropTest& crop, bool addresses) : crop_(crop), addresses_(addresses) {}

  void take(const osmium::memory::Buffer& buffer) {
    for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
      if (object.type() == osmium::item_type::node) {
        take_node(static_cast<const osmium::Node&>(object));
      } else if (object.type() == osmium::item_type::way) {
        take_way(static_cast<const osmium::Way&>(object));
      } else {
        ++counts().relations_read;
      }
    }
  }
  Collected finish() && { return std::move(out_); }

 private:
  Counts& counts() { return out_.map.counts; }

  void take_node(const osmium::Node& node) {
    ++counts().nodes_read;
    if (!node.location().valid()) {
      ++counts().nodes_without_place;
      return;
    }
    const geo::LonLat place{node.location().lon(), node.location().lat()};
    if (!crop_.near(place)) {
      ++counts().nodes_outside;
      return;
    }
    geo::Bounds& bounds = counts().bounds;
    bounds = {std::min(bounds.west, place.lon), std::min(bounds.south, place.lat), std::max(bounds.east, place.lon),
              std::max(bounds.north, place.lat)};
    out_.nodes.push_back({node.id(), place});
    const osmium::TagList& tags = node.tags();
    if (tags.empty()) return;
    if (stops_walkers(tag(tags, "barrier"), tag(tags, "foot"), tag(tags, "access"))) {
      out_.closed_gates.push_back(node.id());
      ++counts().closed_gates;
    }
    take_things(
        tags, "n" + std::to_string(node.id()),
        [&](Address thing) {
          thing.place = place;
          keep(std::move(thing), out_.map.addresses, counts().addresses_outside, place);
        },
        [&](PlaceOfInterest thing) {
          thing.place = place;
          keep(std::move(thing), out_.map.places, counts().items_outside, place);
        },
        [&](PowerItem thing) {
          thing.course = {place};
          keep(std::move(thing), out_.map.power, counts().items_outside, place);
        });
  }

  template <class Thing>
  void keep(Thing thing, std::vector<Thing>& list, std::size_t& outside, geo::LonLat place) {
    if (crop_.inside(place)) {
      list.push_back(std::move(thing));
    } else {
      ++outside;
    }
  }

  /// Hands out what the tags make of a node or way; says whether there was anything.
  template <class TakeAddress, class TakePlace, class TakePower>
  bool take_things(const osmium::TagList& tags, const std::string& id, TakeAddress&& address, TakePlace&& place,
                   TakePower&& power) const {
    bool any = false;
    if (addresses_ && tags.has_key("addr:housenumber")) {
      address(Address{{}, std::string(tag(tags, "addr:postcode"))});
      any = true;
    }
    if (std::string kind = place_kind(tags); !kind.empty()) {
      place(PlaceOfInterest{id, std::move(kind), std::string(tag(tags, "name")), {}});
      any = true;
    }
    if (const std::string_view kind = power_kind(tags); !kind.empty()) {
      power(PowerItem{id, std::string(kind), std::string(tag(tags, "name")), voltages(tag(tags, "voltage")), {}});
      any = true;
    }
    return any;
  }

  void take_way(const osmium::Way& way) {
    ++counts().ways_read;
    const osmium::TagList& tags = way.tags();
    const Collected::Way line{way.id(), out_.refs.size(), way.nodes().size()};
    const Walkable street = take_street(tags, line);
    const bool any = take_things(
        tags, "w" + std::to_string(way.id()),
        [&](Address thing) { out_.addresses.push_back({line, std::move(thing)}); },
        [&](PlaceOfInterest thing) { out_.places.push_back({line, std::move(thing)}); },
        [&](PowerItem thing) { out_.power.push_back({line, std::move(thing)}); });
    if (!any && street != Walkable::yes) {
      if (street == Walkable::no_street) ++counts().ways_unused;
      return;
    }
    for (const osmium::NodeRef& ref : way.nodes()) out_.refs.push_back(ref.ref());
  }

  /// Keeps a way that may be walked; counts other streets by what keeps us from them.
  Walkable take_street(const osmium::TagList& tags, const Collected::Way& line) {
    const Walkable verdict = walkable({.highway = tag(tags, "highway"),
                                       .foot = tag(tags, "foot"),
                                       .access = tag(tags, "access"),
                                       .motorroad = tag(tags, "motorroad")});
    if (verdict == Walkable::for_vehicles_only) ++counts().streets_for_vehicles;
    if (verdict == Walkable::forbidden) ++counts().streets_forbidden;
    if (verdict != Walkable::yes) return verdict;
    const auto is = [&](const char* key) {
      const std::string_view value = tag(tags, key);
      return !value.empty() && value != "no";
    };
    unsigned traits = walking::plain;
    if (is("bridge")) traits |= walking::bridge;
    if (is("tunnel")) traits |= walking::tunnel;
    if (tag(tags, "highway") == "steps") traits |= walking::steps;
    Collected::Street street;
    static_cast<Collected::Way&>(street) = line;
    street.traits = static_cast<std::uint8_t>(traits);
    out_.streets.push_back(street);
    return verdict;
  }

  const CropTest& crop_;
  bool addresses_;
  Collected out_;
};

Error broken(ErrorKind kind, std::string key, std::string_view name, std::vector<std::string> arguments = {}) {
  return {.kind = kind,
          .message = {std::move(key), std::move(arguments)},
          .place = {.file = std::string(name), .table = {}, .row = 0, .column = {}},
          .context = {}};
}

/// The libosmium name of the form of a file that begins like this (unpacked); nothing for another kind of file.
std::optional<std::string> form_of(std::string_view begin) {
  // A block header of at most 64 KiB, big-endian length first, that names its type.
  if (begin.size() > 16 && begin[0] == 0 && begin.substr(4, 16).find("OSMHeader") != std::string_view::npos)
    return "pbf";
  if (begin.starts_with("\xEF\xBB\xBF")) begin.remove_prefix(3);
  const std::size_t text = begin.find_first_not_of(" \t\r\n");
  if (text == std::string_view::npos) return std::nullopt;
  begin.remove_prefix(text);
  if (begin.starts_with("<osm ") || begin.starts_with("<osm>")) return "osm";
  if (begin.starts_with("<?xml") && begin.find("<osm") != std::string_view::npos) return "osm";
  return std::nullopt;
}

Result<OsmMap> read(const osmium::io::File& file, std::string_view name, const Crop& crop, std::size_t threads) {
  const CropTest test(crop);
  Collected collected;
  try {
    Collector collector(test, crop.addresses);
    osmium::io::Reader reader{file, osmium::io::read_meta::no};
    while (const osmium::memory::Buffer buffer = reader.read()) collector.take(buffer);
    reader.close();
    collected = std::move(collector).finish();
  } catch (const std::exception& error) {
    return fail(broken(ErrorKind::invalid_input, "importers.osm.damaged", name, {error.what()}));
  }
  if (collected.map.counts.nodes_read == 0) return fail(broken(ErrorKind::invalid_input, "importers.osm.empty", name));
  OsmMap map = assemble(std::move(collected), test, threads);
  if (map.streets.pieces.empty()) {
    const bool elsewhere = !crop.outline.empty() && map.counts.nodes_outside > 0;
    return fail(
        broken(ErrorKind::invalid_input, elsewhere ? "importers.osm.elsewhere" : "importers.osm.no_street", name));
  }
  return map;
}

}  // namespace

bool is_osm(std::string_view begin) { return form_of(begin).has_value(); }

Result<OsmMap> read_osm(const std::filesystem::path& path, const Crop& crop, std::size_t threads) {
  const std::string name = path.filename().string();
  TRY(formats::InputFile input, formats::InputFile::open(path));
  std::array<char, 4096> begin{};
  TRY(const std::size_t size, input.read(begin));
  if (size == 0) return fail(broken(ErrorKind::invalid_input, "importers.osm.empty", name));
  auto form = form_of({begin.data(), size});
  if (!form) return fail(broken(ErrorKind::invalid_input, "importers.osm.format", name));
  std::ifstream packed(path, std::ios::binary);
  if (packed.get() == 0x1f && packed.get() == 0x8b) {
    if (*form == "pbf") return fail(broken(ErrorKind::invalid_input, "importers.osm.packed", name));
    *form += ".gz";
  }
  return read(osmium::io::File(path.string(), *form), name, crop, threads);
}

Result<OsmMap> parse_osm(std::string_view bytes, std::string_view name, const Crop& crop) {
  if (bytes.empty()) return fail(broken(ErrorKind::invalid_input, "importers.osm.empty", name));
  const auto form = form_of(bytes.substr(0, 4096));
  if (!form) return fail(broken(ErrorKind::invalid_input, "importers.osm.format", name));
  return read(osmium::io::File(bytes.data(), bytes.size(), *form), name, crop, 1);
}

}  // namespace veer::importers::osm
