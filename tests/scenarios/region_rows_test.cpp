#include "store/region_rows.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "importers/package/package.hpp"
#include "store/sqlite_store.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::store;
namespace fs = std::filesystem;

namespace {

fs::path shipped(const std::string& name) { return fs::path(std::getenv("VEER_SOURCE_DIR")) / "regions" / name; }

region::Tables read(const fs::path& path) {
  Diagnostics notes;
  auto tables = importers::read_package(path, notes);
  REQUIRE(tables);
  return *std::move(tables);
}

/// Every file of the one folder, byte for byte in the other.
void check_same_files(const fs::path& a, const fs::path& b) {
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(a)) {
    const std::string name = entry.path().filename().string();
    if (name == "LICENSE" || name == "README.md") continue;
    CAPTURE(name);
    CHECK(test::bytes_of(entry.path()) == test::bytes_of(b / name));
    ++files;
  }
  CHECK(files >= 22);
}

Change first_change(const State& state) {
  Change change = change_between({}, state);
  change.number = 1;
  change.time = "2026-01-01T00:00:00Z";
  change.who = "proef";
  change.kind = ChangeKind::import;
  return change;
}

}  // namespace

TEST_CASE("region rows: Haaglanden, imported, exported, imported into an empty store and exported again: same bytes") {
  const test::TemporaryFolder folder;
  const StoredPackage package{read(shipped("haaglanden")), {{"LICENSE", "ODbL\n"}}};
  const auto store = *open_sqlite_store(folder / "one.db");
  REQUIRE(store->append("haaglanden", first_change(*to_state(package))));
  const State state = *state_at(*store, "haaglanden");
  const StoredPackage out = *to_package(state);
  REQUIRE(importers::write_package(out.tables, folder / "once"));
  check_same_files(shipped("haaglanden"), folder / "once");
  CHECK(out.files.at("LICENSE") == "ODbL\n");

  const auto empty = make_memory_store();
  const State second = *to_state({read(folder / "once"), out.files});
  CHECK(second.content_hash() == state.content_hash());
  REQUIRE(empty->append("haaglanden", first_change(second)));
  REQUIRE(importers::write_package(to_package(*state_at(*empty, "haaglanden"))->tables, folder / "twice"));
  check_same_files(folder / "once", folder / "twice");
}

TEST_CASE("region rows: a row taken out and put back by undo stands where it stood") {
  const StoredPackage package{read(shipped("dorp")), {}};
  const auto store = make_memory_store();
  REQUIRE(store->append("dorp", first_change(*to_state(package))));
  const State start = *state_at(*store, "dorp");
  const auto& first = *start.table("assets")->in_order().front();
  Change gone;
  gone.number = 2;
  gone.operations = {{"assets", first.first, first.second.position, std::nullopt}};
  gone.columns = columns_of(gone.operations);
  REQUIRE(store->append("dorp", gone));
  const State without = *state_at(*store, "dorp");
  CHECK(without.row("assets", first.first) == nullptr);
  Change back;
  back.number = 3;
  back.operations = *undo_operations(*store->change("dorp", 2), start, without, without);
  back.columns = columns_of(back.operations);
  REQUIRE(store->append("dorp", back));
  const test::TemporaryFolder folder;
  REQUIRE(importers::write_package(to_package(*state_at(*store, "dorp"))->tables, folder / "dorp"));
  check_same_files(shipped("dorp"), folder / "dorp");
}

TEST_CASE("region rows: a change cannot be taken back over a later change of the same row; the error names the row") {
  const auto store = make_memory_store();
  REQUIRE(store->append("dorp", first_change(*to_state({read(shipped("dorp")), {}}))));
  const auto edit = [&](std::uint64_t number, const std::string& title) {
    Change change;
    change.number = number;
    change.operations = {{metadata_table, "title", 2, Row{"title", title}}};
    change.columns = columns_of(change.operations);
    REQUIRE(store->append("dorp", change));
  };
  edit(2, "Twee");
  edit(3, "Drie");
  const auto refused = undo_operations(*store->change("dorp", 2), *state_at(*store, "dorp", 1),
                                       *state_at(*store, "dorp", 2), *state_at(*store, "dorp"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::conflict);
  CHECK(refused.error().message.arguments.at(1) == "_pakket/title");
}

TEST_CASE("region rows: two dates differ in the cells that were changed, and in nothing else") {
  const State before = *to_state({read(shipped("dorp")), {}});
  region::Tables tables = read(shipped("dorp"));
  auto& assets = tables.tables["assets"];
  const std::string changed = assets.rows[0][0];
  const std::string removed = assets.rows.back()[0];
  assets.rows[0][1] = "Andere naam";
  assets.rows.pop_back();
  assets.rows.push_back(assets.rows[0]);
  assets.rows.back()[0] = "nieuw";
  const auto tables_that_differ = difference(before, *to_state({tables, {}}));
  REQUIRE(tables_that_differ.size() == 1);
  CHECK(tables_that_differ[0].added == std::vector<std::string>{"nieuw"});
  CHECK(tables_that_differ[0].removed == std::vector{removed});
  REQUIRE(tables_that_differ[0].changed.size() == 1);
  CHECK(tables_that_differ[0].changed[0].id == changed);
  CHECK(tables_that_differ[0].changed[0].cells.at(0).after == "Andere naam");
}

TEST_CASE("region rows: a package with the same id twice is refused with its place") {
  region::Tables tables = read(shipped("dorp"));
  tables.tables["assets"].rows.push_back(tables.tables["assets"].rows.front());
  const auto state = to_state({tables, {}});
  REQUIRE_FALSE(state);
  CHECK(state.error().place.table == "assets");
  CHECK(state.error().place.row == tables.tables["assets"].rows.size() + 1);
}
