#include "formats/files.hpp"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <zlib.h>

#include "formats/messages.hpp"
#include "support/full_disk.hpp"
#include "support/temporary_folder.hpp"

using namespace veer;
using namespace veer::formats;
using test::bytes_of;
using test::put;
using Names = std::set<std::string>;

namespace {

void put_gzip(const std::filesystem::path& path, const std::string& bytes) {
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
}

}  // namespace

TEST_CASE("files: plain and packed files give the same bytes") {
  const test::TemporaryFolder folder;
  std::string bytes(3'000'000, 'a');
  bytes[1'234'567] = '\0';
  put(folder / "a.txt", bytes);
  put_gzip(folder / "a.txt.gz", bytes);
  CHECK(*read_file(folder / "a.txt") == bytes);
  CHECK(*read_file(folder / "a.txt.gz") == bytes);
}

TEST_CASE("files: exactly the bound is read, one byte more is refused, also unpacked") {
  const test::TemporaryFolder folder;
  put(folder / "a", "12345");
  put_gzip(folder / "b.gz", std::string(100'000, 'x'));
  CHECK(read_file(folder / "a", 5));
  CHECK(read_file(folder / "a", 4).error().message.key == "formats.file_too_large");
  CHECK(read_file(folder / "b.gz", 99'999).error().message.key == "formats.file_too_large");
}

TEST_CASE("files: a missing file, a folder and a cut-off gz are told apart") {
  const test::TemporaryFolder folder;
  CHECK(read_file(folder / "none").error().kind == ErrorKind::not_found);
  CHECK(read_file(folder.path()).error().message.key == "formats.is_folder");
  put_gzip(folder / "a.gz", std::string(1000, 'x') + "end");
  const std::string whole = bytes_of(folder / "a.gz");
  put(folder / "a.gz", whole.substr(0, whole.size() - 6));
  CHECK(read_file(folder / "a.gz").error().message.key == "formats.damaged_gzip");
}

TEST_CASE("files: an atomic write replaces the file and leaves nothing beside it") {
  const test::TemporaryFolder folder;
  put(folder / "a.txt", "old");
  REQUIRE(write_file_atomically(folder / "a.txt", "new"));
  CHECK(bytes_of(folder / "a.txt") == "new");
  CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("files: a disk that runs full while writing leaves the old file and nothing else") {
  const test::TemporaryFolder folder;
  put(folder / "a.txt", "old");
  Done written;
  {
    const test::FullDisk full(1000);
    REQUIRE(full.works());
    written = write_file_atomically(folder / "a.txt", std::string(5000, 'x'));
  }
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::unavailable);
  CHECK(written.error().message.key == "formats.disk_full");
  CHECK(bytes_of(folder / "a.txt") == "old");
  CHECK(folder.names() == Names{"a.txt"});
}

TEST_CASE("files: a real small disk says the same") {
  const test::TemporaryFolder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0) {
    MESSAGE("skipped: mounting a small disk needs rights that this machine does not give");
    return;
  }
  put(folder / "a.txt", "old");
  const auto written = write_file_atomically(folder / "a.txt", std::string(200'000, 'x'));
  const std::string after = bytes_of(folder / "a.txt");
  const Names names = folder.names();
  ::umount(folder.path().c_str());
  REQUIRE_FALSE(written);
  CHECK(written.error().message.key == "formats.disk_full");
  CHECK(after == "old");
  CHECK(names == Names{"a.txt"});
}

TEST_CASE("files: places that cannot be written are named, and devices and folders are left alone") {
  const test::TemporaryFolder folder;
  put(folder / "file", "x");
  CHECK(write_file_atomically(folder / "file/below", "y").error().message.key == "formats.not_a_folder");
  CHECK(write_file_atomically(folder / "no/such", "y").error().message.key == "formats.no_folder");
  CHECK(write_file_atomically(folder.path(), "y").error().message.key == "formats.not_a_file");
  CHECK(write_file_atomically("/dev/full", "y").error().message.key == "formats.not_a_file");
  CHECK_FALSE(write_file_atomically("/proc/veer.txt", "y"));
  CHECK(folder.names() == Names{"file"});
}

TEST_CASE("files: a staged folder appears as a whole, also below folders that are not there yet") {
  const test::TemporaryFolder folder;
  {
    auto staged = StagedFolder::beside(folder / "a/b/out/");
    REQUIRE(staged);
    REQUIRE(staged->write("x", "1"));
    REQUIRE(staged->write("y", "2"));
    CHECK_FALSE(std::filesystem::exists(folder / "a/b/out"));
    REQUIRE(staged->commit());
  }
  CHECK(bytes_of(folder / "a/b/out/x") == "1");
  CHECK(bytes_of(folder / "a/b/out/y") == "2");
}

TEST_CASE("files: what is not committed disappears, with the folders made for it") {
  const test::TemporaryFolder folder;
  {
    auto staged = StagedFolder::beside(folder / "a/b");
    REQUIRE(staged);
    REQUIRE(staged->write("x", "1"));
  }
  CHECK(folder.names().empty());
}

TEST_CASE("files: committing into a folder replaces and removes what was named and keeps the rest") {
  const test::TemporaryFolder folder;
  const auto out = folder / "out";
  std::filesystem::create_directory(out);
  put(out / "x", "old");
  put(out / "gone", "old");
  put(out / "LICENSE", "kept");
  auto staged = StagedFolder::beside(out);
  REQUIRE(staged);
  REQUIRE(staged->write("x", "new"));
  REQUIRE(staged->write("y", "new"));
  staged->remove("gone");
  staged->remove("never there");
  REQUIRE(staged->commit());
  CHECK(bytes_of(out / "x") == "new");
  CHECK(bytes_of(out / "LICENSE") == "kept");
  CHECK_FALSE(std::filesystem::exists(out / "gone"));
  CHECK(folder.names() == Names{"out"});
}

TEST_CASE("files: a commit that fails halfway puts everything back") {
  const test::TemporaryFolder folder;
  const auto out = folder / "out";
  std::filesystem::create_directories(out / "second");  // a folder stands where a file should come
  put(out / "first", "old");
  auto staged = StagedFolder::beside(out);
  REQUIRE(staged);
  REQUIRE(staged->write("first", "new"));
  REQUIRE(staged->write("second", "new"));
  const auto committed = staged->commit();
  REQUIRE_FALSE(committed);
  CHECK(committed.error().message.key == "formats.not_a_file");
  CHECK(bytes_of(out / "first") == "old");
  CHECK(std::filesystem::is_directory(out / "second"));
  CHECK(folder.names() == Names{"out"});
}

TEST_CASE("files: a staged folder on a full disk, below a file or where none may write fails without a trace") {
  const test::TemporaryFolder folder;
  put(folder / "file", "x");
  CHECK(StagedFolder::beside(folder / "file").error().message.key == "formats.not_a_folder");
  CHECK(StagedFolder::beside(folder / "file/below").error().message.key == "formats.not_a_folder");
  CHECK_FALSE(StagedFolder::beside("/proc/veer/out"));
  Done written;
  {
    auto staged = StagedFolder::beside(folder / "out");
    REQUIRE(staged);
    const test::FullDisk full(1000);
    written = staged->write("x", std::string(5000, 'x'));
  }
  CHECK(written.error().message.key == "formats.disk_full");
  CHECK(folder.names() == Names{"file"});
}

TEST_CASE("files: every sentence is there in both languages") {
  const Texts texts{messages()};
  for (const auto& [key, entry] : texts.entries()) {
    CHECK(key.starts_with("formats."));
    CHECK_FALSE(entry.nl.empty());
    CHECK_FALSE(entry.en.empty());
  }
}
