#pragma once

#include <memory>

#include "cli/checkpoint_folder.hpp"
#include "cli/ranks.hpp"

namespace veer::cli {

/// Whom a run works with, as the command line and the launcher say: the folder of finished replicas, and the other
/// processes. Empty for a run alone that keeps nothing.
class Companions {
 public:
  /// @param folder   of --checkpoint; empty: none
  /// @param every_s  seconds between two writings
  /// @errors as CheckpointFolder::open and join
  [[nodiscard]] static Result<Companions> gather(const std::string& folder, double every_s, Context& context);

  [[nodiscard]] ensemble::Company company() const { return {store_.get(), ranks_.get()}; }
  /// Whether this process is the one that tells the result.
  [[nodiscard]] bool is_first() const { return ranks_ == nullptr || ranks_->rank() == 0; }
  /// What the run gave, once all processes are done. An error of one ends all of them: with other processes it is said
  /// here, since the end of this object is the end of this process.
  template <class T>
  [[nodiscard]] Result<T> parted(Result<T> result, Context& context) {
    if (result && ranks_ != nullptr) ranks_->close();
    if (!result && ranks_ != nullptr) say(result.error(), context);
    return result;
  }

 private:
  static void say(const Error& error, Context& context);

  std::unique_ptr<CheckpointFolder> store_;
  std::unique_ptr<Ranks> ranks_;
};

}  // namespace veer::cli
