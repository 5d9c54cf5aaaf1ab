#include "ensemble/keeper.hpp"

#include <algorithm>

#include "ensemble/room.hpp"

namespace veer::ensemble {

namespace {

/// Ascending by rank as text too.
std::string file_of(std::uint32_t rank) {
  std::string number = std::to_string(rank);
  number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
  return "rank-" + number + ".part";
}

}  // namespace

Error Keeper::error_at(ErrorKind kind, Message message, const std::string& name) const {
  return {kind, std::move(message), {.file = store_->shown(name)}, {}};
}

Done Keeper::find(std::uint32_t most) {
  if (store_ == nullptr) return {};
  TRY(const auto names, store_->names());
  for (const std::string& name : names) {
    TRY(std::string bytes, store_->read(name));
    TRY(const Part part, Part::read(std::move(bytes), store_->shown(name)));
    if (part.mark() != mark_)
      return fail(error_at(ErrorKind::invalid_input,
                           {"ensemble.checkpoint.other_run", {mark_.label, part.mark().label}}, name));
    if (part.replicas().end() > most)
      return fail(error_at(ErrorKind::conflict,
                           {"ensemble.checkpoint.more", {std::to_string(part.replicas().end()), std::to_string(most)}},
                           name));
    const auto& stretches = part.replicas().stretches();
    const auto known = [this](const Stretch& stretch) { return done_.holds(stretch); };
    // Left behind by a run that ended between writing everything as one file and removing the others.
    if (std::all_of(stretches.begin(), stretches.end(), known)) continue;
    ReplicaSet together = done_;
    for (const Stretch& stretch : stretches)
      if (!together.add(stretch)) return fail(error_at(ErrorKind::conflict, {"ensemble.checkpoint.overlap", {}}, name));
    TRY_DONE(merge(part));
  }
  // Ranks of this run will write files of these names: what they hold must be safe before.
  if (!names.empty() && names != std::vector<std::string>{file_of(0)}) TRY_DONE(save_all());
  store_->found(done_.count());
  return {};
}

void Keeper::add(std::span<const Kept> pieces) {
  for (const Kept& piece : pieces) {
    ENSURE(done_.add(piece.replicas), "no replica is worked out twice");
    const bool follows = !kept_.empty() && kept_.back().replicas.end() == piece.replicas.first &&
                         kept_.back().slot + kept_.back().replicas.count == piece.slot;
    if (follows) {
      kept_.back().replicas.count += piece.replicas.count;
    } else {
      kept_.push_back(piece);
    }
  }
}

Done Keeper::merge(std::string bytes, const std::string& from) {
  TRY(const Part part, Part::read(std::move(bytes), from));
  return merge(part);
}

Done Keeper::merge(const Part& part) {
  const std::uint32_t end = std::max(static_cast<std::uint32_t>(outcome_.total_unmet_h.size()), part.replicas().end());
  grow_to(outcome_, end, world_.population.municipalities().size());
  TRY_DONE(part.add_to(outcome_));
  for (const Stretch& stretch : part.replicas().stretches()) {
    const Kept kept{stretch, stretch.first};
    add({&kept, 1});
  }
  return {};
}

Done Keeper::save() {
  if (store_ == nullptr) return {};
  return store_->write(file_of(rank_), bytes());
}

Done Keeper::save_all() {
  if (store_ == nullptr) return {};
  TRY_DONE(save());
  TRY(const auto names, store_->names());
  for (const std::string& name : names)
    if (name != file_of(rank_)) TRY_DONE(store_->remove(name));
  return {};
}

}  // namespace veer::ensemble
