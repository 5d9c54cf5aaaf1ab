#include "server/part_cache.hpp"

#include <optional>

#include "server/negotiation.hpp"
#include "store/sha256.hpp"

namespace veer::server {

namespace {

constexpr std::size_t tag_digits = 20;
constexpr std::size_t least_parts = 8;  ///< that find room at once

std::size_t size_of(const ReadyPart& part) { return part.packed.size() + part.plain.size(); }

Result<ReadyPart> ready(store::ResultFile file) {
  ReadyPart out{.media = std::move(file.media),
                .packed = {},
                .plain = {},
                .etag = "\"" + store::sha256_hex(file.bytes).substr(0, tag_digits) + "\""};
  if (file.encoding.empty()) {
    out.plain = std::move(file.bytes);
    return out;
  }
  auto plain = gunzip(file.bytes);
  if (!plain) return fail({ErrorKind::invalid_input, {"store.not_ours", {file.name}}, {}, {}});
  out.plain = *std::move(plain);
  out.packed = std::move(file.bytes);
  return out;
}

}  // namespace

Result<std::shared_ptr<const ReadyPart>> PartCache::find(const std::string& key, const std::string& name) {
  const Name wanted{key, name};
  {
    const std::scoped_lock lock(mutex_);
    if (const auto known = held_.find(wanted); known != held_.end()) {
      uses_.splice(uses_.begin(), uses_, known->second.use);
      return known->second.part;
    }
  }
  TRY(auto file, store_.result(key, name));
  if (!file) return std::shared_ptr<const ReadyPart>{};
  TRY(ReadyPart fresh, ready(*std::move(file)));
  auto part = std::make_shared<const ReadyPart>(std::move(fresh));
  const std::scoped_lock lock(mutex_);
  if (size_of(*part) > most_bytes_ / least_parts || held_.contains(wanted)) return part;
  uses_.push_front(wanted);
  held_[wanted] = {part, uses_.begin()};
  bytes_ += size_of(*part);
  while (bytes_ > most_bytes_) {
    const auto oldest = held_.find(uses_.back());
    bytes_ -= size_of(*oldest->second.part);
    held_.erase(oldest);
    uses_.pop_back();
  }
  return part;
}

std::size_t PartCache::bytes() const {
  const std::scoped_lock lock(mutex_);
  return bytes_;
}

}  // namespace veer::server
