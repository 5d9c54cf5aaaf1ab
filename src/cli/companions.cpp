#include "cli/companions.hpp"

#include <ostream>

namespace veer::cli {

namespace {

LastWords last_words(const Launch& launch, const std::string& folder, const Context& context) {
  const std::string rest = folder.empty() ? context.texts.render("cli.ranks.nothing_kept", context.language)
                                          : context.texts.render({"cli.ranks.kept", {folder}}, context.language);
  const auto say = [&](const Message& message) {
    return "veer: " + context.texts.render(message, context.language) + " " + rest + "\n";
  };
  LastWords out;
  for (std::uint32_t rank = 0; rank < launch.size; ++rank)
    out.lost.push_back(say({"cli.ranks.lost", {std::to_string(rank)}}));
  out.stopped = say({"cli.ranks.stopped", {}});
  return out;
}

}  // namespace

void Companions::say(const Error& error, Context& context) {
  // Of those that were not begun only the first process knows why.
  if (error.kind == ErrorKind::cancelled) return;
  context.err << "veer: " << error.text(context.texts, context.language) << std::endl;
}

Result<Companions> Companions::gather(const std::string& folder, double every_s, Context& context) {
  Companions out;
  if (!folder.empty()) {
    TRY(out.store_, CheckpointFolder::open(folder, every_s, context));
  }
  if (const auto launch = launched()) {
    TRY(out.ranks_, join(*launch, last_words(*launch, folder, context)));
  }
  return out;
}

}  // namespace veer::cli
