#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/api.hpp"
#include "server/change_input.hpp"

namespace veer::server {

/// Who changes something, and why.
struct Author {
  std::string who;
  std::string note;
};

/// Reads `wie` and `notitie` of a JSON object; what is wrong with them, and members that are not known, go to
/// `problems`.
[[nodiscard]] Author parse_author(std::string_view json, std::initializer_list<std::string_view> known,
                                  const Speech& say, std::vector<FieldProblem>& problems);
/// What is wrong with them, however they came.
void check_author(const Author& author, const Speech& say, std::vector<FieldProblem>& problems);

/// A body that calls itself anything but JSON is refused: a page of elsewhere cannot send one that does so unasked.
[[nodiscard]] std::optional<Problem> must_be_json(const Request& request, const Speech& say);

/// A change that is about to be made.
struct Writing {
  std::shared_ptr<const Snapshot> base;
  Author author;
  std::vector<store::Operation> operations;
  ChangeInput input;                   ///< where the rows stood in the request
  std::vector<FieldProblem> problems;  ///< met so far
  bool only_check = false;
  store::ChangeKind kind = store::ChangeKind::edit;
  std::uint64_t undoes = 0;
};

/// Checks the region that would result; stores the change when all is well and it is not only a check. All problems
/// come in one answer.
[[nodiscard]] Reply store_change(const Services& services, Writing writing, const Speech& say);

/// The member `paginering` of a list.
[[nodiscard]] std::string paging_json(const Page& page, std::size_t total);

}  // namespace veer::server
