#include <algorithm>
#include <map>
#include <mutex>

#include "store/store.hpp"

namespace veer::store {

namespace {

class MemoryStore final : public Store {
 public:
  Result<std::vector<std::string>> regions() const override {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> out;
    for (const auto& [region, changes] : changes_) out.push_back(region);
    return out;
  }

  Result<std::vector<ChangeHead>> heads(const std::string& region) const override {
    const std::scoped_lock lock(mutex_);
    std::vector<ChangeHead> out;
    for (const Change& change : chain(region)) out.push_back(head_of(change));
    return out;
  }

  Result<Change> change(const std::string& region, std::uint64_t number) const override {
    const std::scoped_lock lock(mutex_);
    const auto& changes = chain(region);
    if (number == 0 || number > changes.size())
      return fail({ErrorKind::not_found, {"store.change.unknown", {std::to_string(number), region}}, {}, {}});
    return changes[number - 1];
  }

  Done replay(const std::string& region, std::uint64_t last,
              const std::function<Done(const Change&)>& take) const override {
    std::vector<Change> changes;
    {
      const std::scoped_lock lock(mutex_);
      changes = chain(region);
    }
    for (const Change& change : changes) {
      if (last != 0 && change.number > last) break;
      TRY_DONE(take(change));
    }
    return {};
  }

  Result<std::vector<std::uint64_t>> touching(const std::string& region, const std::string& table,
                                              const std::string& id) const override {
    const std::scoped_lock lock(mutex_);
    std::vector<std::uint64_t> out;
    for (const Change& change : chain(region)) {
      const auto& rows = change.operations;
      if (std::any_of(rows.begin(), rows.end(),
                      [&](const Operation& operation) { return operation.table == table && operation.id == id; }))
        out.push_back(change.number);
    }
    return out;
  }

  Result<ChangeHead> append(const std::string& region, Change change) override {
    const std::scoped_lock lock(mutex_);
    const auto& changes = chain(region);
    if (change.number != changes.size() + 1)
      return fail({ErrorKind::conflict, {"store.change.overtaken", {std::to_string(changes.size())}}, {}, {}});
    change.previous_hash = changes.empty() ? "" : changes.back().hash;
    change.hash = hash_of(region, change);
    changes_[region].push_back(std::move(change));
    return head_of(changes_[region].back());
  }

  Done put_run(const RunRecord& run) override {
    const std::scoped_lock lock(mutex_);
    runs_[run.id] = run;
    return {};
  }

  Result<std::vector<RunRecord>> runs() const override {
    const std::scoped_lock lock(mutex_);
    std::vector<RunRecord> out;
    for (const auto& [id, run] : runs_) out.push_back(run);
    std::sort(out.begin(), out.end(), [](const RunRecord& a, const RunRecord& b) {
      return a.created != b.created ? a.created > b.created : a.id > b.id;
    });
    return out;
  }

  Done remove_run(const std::string& id) override {
    const std::scoped_lock lock(mutex_);
    const auto found = runs_.find(id);
    if (found == runs_.end()) return {};
    const std::string key = found->second.key;
    runs_.erase(found);
    const bool used = std::any_of(runs_.begin(), runs_.end(), [&](const auto& run) { return run.second.key == key; });
    if (!used) results_.erase(key);
    return {};
  }

  Done put_results(const std::string& key, const std::vector<ResultFile>& files) override {
    const std::scoped_lock lock(mutex_);
    for (const ResultFile& file : files) results_[key][file.name] = file;
    return {};
  }

  Result<std::optional<ResultFile>> result(const std::string& key, const std::string& name) const override {
    const std::scoped_lock lock(mutex_);
    const auto found = results_.find(key);
    if (found == results_.end() || !found->second.contains(name)) return std::optional<ResultFile>{};
    return std::optional(found->second.at(name));
  }

  Result<std::vector<std::string>> result_names(const std::string& key) const override {
    const std::scoped_lock lock(mutex_);
    std::vector<std::string> out;
    if (const auto found = results_.find(key); found != results_.end())
      for (const auto& [name, file] : found->second) out.push_back(name);
    return out;
  }

 private:
  const std::vector<Change>& chain(const std::string& region) const {
    static const std::vector<Change> none;
    const auto found = changes_.find(region);
    return found == changes_.end() ? none : found->second;
  }

  mutable std::mutex mutex_;
  std::map<std::string, std::vector<Change>> changes_;
  std::map<std::string, RunRecord> runs_;
  std::map<std::string, std::map<std::string, ResultFile>> results_;
};

}  // namespace

std::unique_ptr<Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

}  // namespace veer::store
