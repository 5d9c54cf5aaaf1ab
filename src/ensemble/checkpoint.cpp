#include "ensemble/checkpoint.hpp"

#include <algorithm>
#include <array>

#include "ensemble/bytes.hpp"

namespace veer::ensemble {

namespace {

constexpr std::string_view magic = "veerpart";
/// Counts up when the layout changes, and when a rule of the engine changes what a replica gives.
constexpr std::uint32_t version = 2;

static_assert(sizeof(PhaseRun) == 5 * sizeof(float), "no padding reaches a file");

/// Calls the visitor with everything that is kept of replicas, in the order of the file.
template <class AnyOutcome, class Visitor>
void each_section(AnyOutcome& outcome, Visitor&& visit) {
  for (auto* const curves :
       {&outcome.area_unmet, &outcome.area_without, &outcome.municipality_unmet, &outcome.municipality_without,
        &outcome.region_unmet, &outcome.region_without, &outcome.services, &outcome.economy})
    Curves::each_number(*curves, [&visit](auto& numbers) { visit.sums(numbers); });
  visit.sums(outcome.group_unmet);
  visit.sums(outcome.down_count);
  visit.sums(outcome.full_down_minutes);
  for (auto& runs : outcome.processes) visit.runs(runs);
  const std::size_t replicas = outcome.total_unmet_h.size();
  visit.records(outcome.unmet, replicas == 0 ? 0 : outcome.unmet.size() / replicas);
  visit.records(outcome.total_unmet_h, 1);
  for (auto& minutes : outcome.asset_down) visit.curved(minutes);
  for (auto& phases : outcome.service_phases) visit.curved(phases);
  for (auto& phases : outcome.need_phases) visit.curved(phases);
}

/// The replicas of a stretch of which hourly values are kept.
std::uint32_t curved_count(const Stretch& stretch) {
  return stretch.first >= curve_replicas ? 0 : std::min(stretch.count, curve_replicas - stretch.first);
}

class SectionWriter {
 public:
  SectionWriter(ByteWriter& out, std::span<const Kept> kept) : out_(out), kept_(kept) {
    for (const Kept& kept_here : kept) {
      all_ += kept_here.replicas.count;
      curved_ += curved_count(kept_here.replicas);
    }
  }
  template <class Value>
  void sums(const std::vector<Value>& values) {
    out_.value(std::uint64_t{values.size() * sizeof(Value)});
    out_.elements(std::span<const Value>(values));
  }
  template <class Value>
  void records(const std::vector<Value>& values, std::size_t stride) {
    out_.value(std::uint64_t{all_ * stride * sizeof(Value)});
    for (const Kept& kept : kept_)
      out_.elements(std::span<const Value>(values).subspan(kept.slot * stride, kept.replicas.count * stride));
  }
  template <class Value>
  void curved(const std::vector<Value>& values) {
    out_.value(std::uint64_t{curved_ * sizeof(Value)});
    for (const Kept& kept : kept_)
      if (const std::uint32_t count = curved_count(kept.replicas); count > 0)
        out_.elements(std::span<const Value>(values).subspan(kept.slot, count));
  }
  void runs(const std::vector<region::ProcessRun>& runs) {
    out_.value(std::uint64_t{all_ * 5 * sizeof(std::int32_t)});
    for (const Kept& kept : kept_)
      for (const auto& run : std::span(runs).subspan(kept.slot, kept.replicas.count)) {
        const std::array<std::int32_t, 5> words{run.first_failure, run.recovered, run.longest, run.down,
                                                run.interruptions};
        out_.elements(std::span<const std::int32_t>(words));
      }
  }

 private:
  ByteWriter& out_;
  std::span<const Kept> kept_;
  std::size_t all_ = 0;
  std::size_t curved_ = 0;
};

class SectionReader {
 public:
  SectionReader(ByteReader& in, std::span<const Stretch> stretches) : in_(in), stretches_(stretches) {}

  template <class Value>
  void sums(std::vector<Value>& values) {
    const char* from = section(values.size() * sizeof(Value));
    if (from == nullptr) return;
    for (Value& value : values) {
      Value more;
      std::memcpy(&more, from, sizeof more);
      from += sizeof more;
      // Without sign: a file that was made up may not overflow.
      if constexpr (sizeof(Value) > sizeof(std::uint64_t)) {
        value += more;
      } else {
        value = static_cast<Value>(static_cast<std::uint64_t>(value) + static_cast<std::uint64_t>(more));
      }
    }
  }
  template <class Value>
  void records(std::vector<Value>& values, std::size_t stride) {
    std::size_t count = 0;
    for (const Stretch& stretch : stretches_) count += stretch.count;
    const char* from = section(count * stride * sizeof(Value));
    if (from == nullptr) return;
    for (const Stretch& stretch : stretches_)
      from = copy(from, values.data() + stretch.first * stride, stretch.count * stride);
  }
  template <class Value>
  void curved(std::vector<Value>& values) {
    std::size_t count = 0;
    for (const Stretch& stretch : stretches_) count += curved_count(stretch);
    const char* from = section(count * sizeof(Value));
    if (from == nullptr) return;
    for (const Stretch& stretch : stretches_)
      if (const std::uint32_t here = curved_count(stretch); here > 0)
        from = copy(from, values.data() + stretch.first, here);
  }
  void runs(std::vector<region::ProcessRun>& runs) {
    std::size_t count = 0;
    for (const Stretch& stretch : stretches_) count += stretch.count;
    std::array<std::int32_t, 5> words{};
    const char* from = section(count * sizeof words);
    if (from == nullptr) return;
    for (const Stretch& stretch : stretches_)
      for (std::uint32_t i = 0; i < stretch.count; ++i) {
        std::memcpy(words.data(), from, sizeof words);
        from += sizeof words;
        runs[stretch.first + i] = {words[0], words[1], words[2], words[3], static_cast<std::uint16_t>(words[4])};
      }
  }
  [[nodiscard]] bool fits() const { return fits_ && in_.rest().empty(); }

 private:
  /// The bytes of the next section; nullptr: it is not that long.
  const char* section(std::size_t size) {
    const auto piece = fits_ ? in_.text() : std::nullopt;
    fits_ = piece && piece->size() == size;
    return fits_ ? piece->data() : nullptr;
  }
  template <class Value>
  const char* copy(const char* from, Value* to, std::size_t count) {
    std::memcpy(to, from, count * sizeof(Value));
    return from + count * sizeof(Value);
  }
  ByteReader& in_;
  std::span<const Stretch> stretches_;
  bool fits_ = true;
};

tl::unexpected<Error> refuse(const char* key, const std::string& shown) {
  return fail({ErrorKind::invalid_input, {key, {}}, {.file = shown}, {}});
}

}  // namespace

std::string to_bytes(const RunMark& mark, const Outcome& outcome, std::span<const Kept> kept) {
  ByteWriter out;
  out.elements(std::span(magic));
  out.value(version);
  out.value(mark.digest);
  out.text(mark.label);
  out.value(static_cast<std::uint32_t>(kept.size()));
  for (const Kept& one : kept) {
    out.value(one.replicas.first);
    out.value(one.replicas.count);
  }
  each_section(outcome, SectionWriter(out, kept));
  out.value(checksum(out.bytes()));
  return out.take();
}

Result<Part> Part::read(std::string bytes, std::string shown) {
  ByteReader in(bytes);
  if (in.take(magic.size()) != magic) return refuse("ensemble.checkpoint.no_part", shown);
  if (const auto found = in.value<std::uint32_t>(); found && *found != version)
    return refuse("ensemble.checkpoint.version", shown);
  constexpr std::size_t sum_size = sizeof(std::uint64_t);
  if (in.rest().size() < sum_size) return refuse("ensemble.checkpoint.damaged", shown);
  const std::string_view covered = std::string_view(bytes).substr(0, bytes.size() - sum_size);
  if (ByteReader(std::string_view(bytes).substr(covered.size())).value<std::uint64_t>() != checksum(covered))
    return refuse("ensemble.checkpoint.damaged", shown);
  Part out;
  const auto digest = in.value<std::uint64_t>();
  const auto label = in.text();
  const auto stretches = in.value<std::uint32_t>();
  if (!digest || !label || !stretches) return refuse("ensemble.checkpoint.damaged", shown);
  for (std::uint32_t i = 0; i < *stretches; ++i) {
    const auto first = in.value<std::uint32_t>();
    const auto count = in.value<std::uint32_t>();
    if (!first || !count || *count == 0 || *first > most_replicas || *count > most_replicas - *first ||
        !out.replicas_.add({*first, *count}))
      return refuse("ensemble.checkpoint.damaged", shown);
    out.in_order_.push_back({*first, *count});
  }
  if (in.rest().size() < sum_size) return refuse("ensemble.checkpoint.damaged", shown);
  out.mark_ = {*digest, std::string(*label)};
  out.sections_at_ = bytes.size() - in.rest().size();
  out.bytes_ = std::move(bytes);
  out.shown_ = std::move(shown);
  return out;
}

Done Part::add_to(Outcome& outcome) const {
  std::string_view sections(bytes_);
  sections.remove_prefix(sections_at_);
  sections.remove_suffix(sizeof(std::uint64_t));
  ByteReader in(sections);
  SectionReader reader(in, in_order_);
  each_section(outcome, reader);
  if (!reader.fits()) return refuse("ensemble.checkpoint.damaged", shown_);
  return {};
}

}  // namespace veer::ensemble
