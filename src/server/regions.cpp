#include "server/regions.hpp"

#include <algorithm>

#include "region/builder.hpp"

namespace veer::server {

namespace {

/// Table and row that a problem is about: the builder knows files and lines, people know ids.
RowProblem located(const Problem& problem, const store::StoredPackage& package) {
  RowProblem out{problem.severity, problem.message, problem.place.table, {}, problem.place.column};
  if (out.table.empty()) out.table = problem.place.file.substr(0, problem.place.file.find('.'));
  const auto found = package.tables.tables.find(out.table);
  if (found == package.tables.tables.end()) {
    out.table.clear();
  } else if (problem.place.row >= 2 && problem.place.row - 2 < found->second.rows.size()) {
    out.row = found->second.rows[problem.place.row - 2].front();
  }
  return out;
}

std::shared_ptr<const Snapshot> snapshot_of(const std::string& id, store::ChangeHead last, store::State state,
                                            Built built) {
  auto out = std::make_shared<Snapshot>();
  out->id = id;
  out->last = std::move(last);
  out->version = state.content_hash();
  out->state = std::move(state);
  out->package = std::move(built.package);
  out->region = *built.region;
  return out;
}

/// The first error, as the error of the whole.
Error first_error(const Built& built) {
  for (const RowProblem& problem : built.problems)
    if (problem.severity == Severity::error)
      return {ErrorKind::invalid_input, problem.message, {{}, problem.table, 0, problem.column}, {}};
  return {ErrorKind::invalid_input, {"server.region.bad", {}}, {}, {}};
}

}  // namespace

Built build(store::StoredPackage package) {
  Built out;
  out.package = std::move(package);
  Diagnostics notes;
  auto region = region::build_region(out.package.tables, notes);
  for (const Problem& problem : notes.problems()) out.problems.push_back(located(problem, out.package));
  if (region) out.region = std::make_shared<const region::Region>(*std::move(region));
  return out;
}

Result<Built> build(const store::State& state) {
  TRY(store::StoredPackage package, store::to_package(state));
  return build(std::move(package));
}

Done Regions::load() {
  TRY(const auto ids, store_.regions());
  for (const std::string& id : ids) {
    TRY(auto heads, store_.heads(id));
    TRY(auto state, store::state_at(store_, id));
    TRY(Built built, build(state));
    if (!built.region) {
      Error error = first_error(built);
      error.context.push_back({"server.region.stored", {id}});
      return fail(std::move(error));
    }
    keep(snapshot_of(id, heads.back(), std::move(state), std::move(built)));
  }
  return {};
}

Result<std::optional<store::ChangeHead>> Regions::import(const store::StoredPackage& package, const std::string& time,
                                                         const std::string& who, const std::string& note) {
  const std::scoped_lock lock(writing_);
  const std::string& id = package.tables.id;
  TRY(store::State state, store::to_state(package));
  const auto before = find(id);
  store::Change change = store::change_between(before ? before->state : store::State{}, state);
  if (before && change.operations.empty()) return std::optional<store::ChangeHead>{};
  change.number = before ? before->last.number + 1 : 1;
  change.time = time;
  change.who = who;
  change.note = note;
  change.kind = store::ChangeKind::import;
  TRY(Built built, build(state));
  if (!built.region) return fail(first_error(built));
  store::State after = before ? before->state : store::State{};
  after.apply(change);
  TRY(store::ChangeHead head, store_.append(id, std::move(change)));
  keep(snapshot_of(id, head, std::move(after), std::move(built)));
  return std::optional(std::move(head));
}

std::vector<std::shared_ptr<const Snapshot>> Regions::all() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::shared_ptr<const Snapshot>> out;
  for (const auto& [id, snapshot] : snapshots_) out.push_back(snapshot);
  return out;
}

std::shared_ptr<const Snapshot> Regions::find(const std::string& id) const {
  const std::scoped_lock lock(mutex_);
  const auto found = snapshots_.find(id);
  return found == snapshots_.end() ? nullptr : found->second;
}

Result<store::ChangeHead> Regions::commit(const Snapshot& base, store::Change change, Built after) {
  const std::scoped_lock lock(writing_);
  const auto now = find(base.id);
  if (!now || now->last.number != base.last.number)
    return fail({ErrorKind::conflict,
                 {"store.change.overtaken", {std::to_string(now ? now->last.number : base.last.number)}},
                 {},
                 {}});
  change.number = base.last.number + 1;
  change.columns = store::columns_of(change.operations);
  store::State state = base.state;
  state.apply(change);
  TRY(store::ChangeHead head, store_.append(base.id, std::move(change)));
  keep(snapshot_of(base.id, head, std::move(state), std::move(after)));
  return head;
}

void Regions::keep(std::shared_ptr<const Snapshot> snapshot) {
  const std::scoped_lock lock(mutex_);
  snapshots_[snapshot->id] = std::move(snapshot);
}

}  // namespace veer::server
