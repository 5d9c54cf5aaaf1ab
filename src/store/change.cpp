#include "store/change.hpp"

#include <set>

#include "store/sha256.hpp"

namespace veer::store {

const char* text_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::import:
      return "import";
    case ChangeKind::edit:
      return "edit";
    case ChangeKind::undo:
      return "undo";
  }
  return "edit";
}

std::optional<ChangeKind> change_kind(const std::string& text) {
  for (const ChangeKind kind : {ChangeKind::import, ChangeKind::edit, ChangeKind::undo})
    if (text == text_of(kind)) return kind;
  return std::nullopt;
}

std::string hash_of(const std::string& region, const Change& change) {
  Digest digest;
  digest.add("veer-change-1");
  digest.add(region);
  digest.add(change.previous_hash);
  digest.add(change.number);
  digest.add(change.time);
  digest.add(change.who);
  digest.add(change.note);
  digest.add(text_of(change.kind));
  digest.add(change.undoes);
  digest.add(change.columns.size());
  for (const auto& [table, columns] : change.columns) {
    digest.add(table);
    digest.add(columns.size());
    for (const std::string& column : columns) digest.add(column);
  }
  digest.add(change.operations.size());
  for (const Operation& operation : change.operations) {
    digest.add(operation.table);
    digest.add(operation.id);
    digest.add(std::to_string(operation.position));
    digest.add(operation.row ? operation.row->size() + 1 : 0);
    if (!operation.row) continue;
    for (const std::string& cell : *operation.row) digest.add(cell);
  }
  return digest.hex();
}

ChangeHead head_of(const Change& change) {
  ChangeHead head{.number = change.number,
                  .time = change.time,
                  .who = change.who,
                  .note = change.note,
                  .kind = change.kind,
                  .undoes = change.undoes,
                  .put_count = 0,
                  .remove_count = 0,
                  .tables = {},
                  .previous_hash = change.previous_hash,
                  .hash = change.hash};
  std::set<std::string> tables;
  for (const Operation& operation : change.operations) {
    (operation.row ? head.put_count : head.remove_count) += 1;
    tables.insert(operation.table);
  }
  head.tables.assign(tables.begin(), tables.end());
  return head;
}

}  // namespace veer::store
