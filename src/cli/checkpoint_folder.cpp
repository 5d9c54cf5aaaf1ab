#include "cli/checkpoint_folder.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include "formats/files.hpp"

namespace veer::cli {

namespace fs = std::filesystem;

Result<std::unique_ptr<CheckpointFolder>> CheckpointFolder::open(const fs::path& folder, double every_s,
                                                                 Context& context) {
  std::error_code problem;
  if (fs::exists(folder, problem) && !fs::is_directory(folder, problem))
    return fail({ErrorKind::conflict, {"cli.checkpoint.no_folder", {}}, {.file = folder.string()}, {}});
  fs::create_directories(folder, problem);
  if (problem)
    return fail(
        {ErrorKind::unavailable, {"cli.checkpoint.unavailable", {problem.message()}}, {.file = folder.string()}, {}});
  return std::unique_ptr<CheckpointFolder>(new CheckpointFolder(folder, every_s, context));
}

CheckpointFolder::CheckpointFolder(fs::path folder, double every_s, Context& context)
    : folder_(std::move(folder)),
      every_(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(every_s))),
      next_(Clock::now() + every_),
      context_(context) {}

Result<std::vector<std::string>> CheckpointFolder::names() {
  std::vector<std::string> out;
  std::error_code problem;
  for (fs::directory_iterator entry(folder_, problem), end; !problem && entry != end; entry.increment(problem))
    if (const std::string name = entry->path().filename().string(); name.ends_with(".part") && name.front() != '.')
      out.push_back(name);
  if (problem)
    return fail(
        {ErrorKind::unavailable, {"cli.checkpoint.unavailable", {problem.message()}}, {.file = folder_.string()}, {}});
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::string> CheckpointFolder::read(const std::string& name) {
  return formats::read_file(folder_ / name, std::numeric_limits<std::size_t>::max());
}

Done CheckpointFolder::write(const std::string& name, std::string_view bytes) {
  const auto begin = Clock::now();
  TRY_DONE(formats::write_file_atomically(folder_ / name, bytes));
  const auto end = Clock::now();
  next_ = end + std::max(every_, 20 * (end - begin));
  return {};
}

Done CheckpointFolder::remove(const std::string& name) {
  std::error_code problem;
  fs::remove(folder_ / name, problem);
  if (problem)
    return fail(
        {ErrorKind::unavailable, {"cli.checkpoint.unavailable", {problem.message()}}, {.file = shown(name)}, {}});
  return {};
}

std::string CheckpointFolder::shown(const std::string& name) const { return (folder_ / name).string(); }

bool CheckpointFolder::due() { return Clock::now() >= next_; }

void CheckpointFolder::found(std::uint32_t replicas) {
  if (replicas == 0) return;
  context_.err << context_.texts.render(
                      {"cli.checkpoint.found", {format_count(replicas, context_.language), folder_.string()}},
                      context_.language)
               << '\n';
}

}  // namespace veer::cli
