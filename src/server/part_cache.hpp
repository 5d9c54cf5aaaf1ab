#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/result.hpp"
#include "store/store.hpp"

namespace veer::server {

/// A part of results as it goes out.
struct ReadyPart {
  std::string media;
  std::string packed;  ///< with gzip; empty: not worth it
  std::string plain;
  std::string etag;  ///< with its quotes
};

/// The parts of results that were asked for last, ready to be sent: neither read, unpacked nor hashed again.
///
/// Results of a key never change, so nothing goes stale. What was used longest ago leaves when there is no room; a part
/// that would take more than an eighth of the room is read each time. Safe for many threads.
class PartCache {
 public:
  static constexpr std::size_t usual_bytes = std::size_t{64} << 20U;
  explicit PartCache(const store::Store& store, std::size_t most_bytes = usual_bytes)
      : store_(store), most_bytes_(most_bytes) {}
  PartCache(const PartCache&) = delete;
  PartCache& operator=(const PartCache&) = delete;
  ~PartCache() = default;

  /// @returns  null: there is no such part
  /// @errors as the store; invalid_input: it cannot be unpacked
  [[nodiscard]] Result<std::shared_ptr<const ReadyPart>> find(const std::string& key, const std::string& name);
  [[nodiscard]] std::size_t bytes() const;  ///< that it holds now

 private:
  using Name = std::pair<std::string, std::string>;  ///< key of the results, name of the part
  struct Held {
    std::shared_ptr<const ReadyPart> part;
    std::list<Name>::iterator use;
  };

  const store::Store& store_;
  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::map<Name, Held> held_;
  std::list<Name> uses_;  ///< the last used first
  std::size_t bytes_ = 0;
};

}  // namespace veer::server
