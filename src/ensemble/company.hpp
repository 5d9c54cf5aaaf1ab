#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace veer::ensemble {

/// Where finished replicas are kept, so that a later run goes on from there: files by name. For one thread at a time.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  Store(Store&&) = delete;
  Store& operator=(Store&&) = delete;
  virtual ~Store() = default;

  /// What it holds, in ascending order.
  [[nodiscard]] virtual Result<std::vector<std::string>> names() = 0;
  [[nodiscard]] virtual Result<std::string> read(const std::string& name) = 0;
  /// Whole or not at all; replaces a file of that name.
  [[nodiscard]] virtual Done write(const std::string& name, std::string_view bytes) = 0;
  [[nodiscard]] virtual Done remove(const std::string& name) = 0;
  /// The name as people know it, for errors.
  [[nodiscard]] virtual std::string shown(const std::string& name) const = 0;
  /// Whether it is time to write what is done.
  [[nodiscard]] virtual bool due() = 0;
  /// Told once, before the first replica: how many were found.
  virtual void found(std::uint32_t replicas) = 0;
};

/// The processes that share the work of one ensemble, this one included. For one thread at a time.
///
/// A message that is sent arrives, in the order of sending; when a process is lost the run ends, and these do not
/// return.
class Peers {
 public:
  Peers() = default;
  Peers(const Peers&) = delete;
  Peers& operator=(const Peers&) = delete;
  Peers(Peers&&) = delete;
  Peers& operator=(Peers&&) = delete;
  virtual ~Peers() = default;

  [[nodiscard]] virtual std::uint32_t rank() const = 0;
  [[nodiscard]] virtual std::uint32_t size() const = 0;
  virtual void send(std::uint32_t to, std::string_view bytes) = 0;
  [[nodiscard]] virtual std::string receive(std::uint32_t from) = 0;
};

/// Whom an ensemble works with. Both outlive the run.
struct Company {
  Store* store = nullptr;  ///< nothing is kept without one
  Peers* peers = nullptr;  ///< alone without them

  [[nodiscard]] std::uint32_t rank() const { return peers == nullptr ? 0 : peers->rank(); }
  [[nodiscard]] std::uint32_t size() const { return peers == nullptr ? 1 : peers->size(); }
};

}  // namespace veer::ensemble
