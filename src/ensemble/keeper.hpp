#pragma once

#include <string>
#include <vector>

#include "ensemble/checkpoint.hpp"
#include "ensemble/company.hpp"

namespace veer::ensemble {

/// Which replicas an outcome holds, and how they come into it and leave it as parts: from files, from other processes.
/// For one thread.
class Keeper {
 public:
  Keeper(const World& world, RunMark mark, Outcome& outcome, Store* store, std::uint32_t rank)
      : world_(world), mark_(std::move(mark)), outcome_(outcome), store_(store), rank_(rank) {}

  /// Takes over what the store holds of this run, and leaves it there as one file.
  /// @param most  replicas asked for
  /// @errors as Part::read and Store; invalid_input: a file of another run; conflict: more replicas than asked for, or
  /// the same ones twice
  [[nodiscard]] Done find(std::uint32_t most);
  /// These were worked out and their records stand there.
  void add(std::span<const Kept> pieces);
  /// Puts a part of another process in the place of its replicas.
  /// @param from  who sent it, for errors
  [[nodiscard]] Done merge(std::string bytes, const std::string& from);

  [[nodiscard]] std::string bytes() const { return to_bytes(mark_, outcome_, kept_); }
  /// Writes what is done to the store, when there is one.
  [[nodiscard]] Done save();
  /// Writes everything as one file and removes the others: @pre all parts of other processes are merged.
  [[nodiscard]] Done save_all();

  [[nodiscard]] const RunMark& mark() const { return mark_; }
  [[nodiscard]] const ReplicaSet& done() const { return done_; }

 private:
  [[nodiscard]] Done merge(const Part& part);
  [[nodiscard]] Error error_at(ErrorKind kind, Message message, const std::string& name) const;

  const World& world_;
  RunMark mark_;
  Outcome& outcome_;
  Store* store_;
  std::uint32_t rank_;
  std::vector<Kept> kept_;
  ReplicaSet done_;
};

}  // namespace veer::ensemble
