#include "server/stand.hpp"

namespace veer::server {

StandQuery stand_query(Query& query, const Speech& say) {
  constexpr std::int64_t most = 1'000'000'000;
  StandQuery out{query.number("opNummer", 1, most), query.instant("opTijdstip")};
  if (out.number && out.instant) query.wrong("opTijdstip", say("server.query.one_of_two", {"opNummer", "opTijdstip"}));
  return out;
}

tl::expected<std::uint64_t, Refusal> number_of(const Services& services, const Snapshot& snapshot,
                                               std::optional<std::int64_t> number, std::optional<Instant> instant,
                                               const char* name, const Speech& say) {
  if (number) {
    if (static_cast<std::uint64_t>(*number) <= snapshot.last.number) return static_cast<std::uint64_t>(*number);
    const std::string reason =
        say("server.query.number", {"0", std::to_string(snapshot.last.number), std::to_string(*number)});
    return refuse(Problem{400, title_of(400, say), say("server.query.wrong", {"1"}), {{name, reason}}});
  }
  if (!instant) return snapshot.last.number;
  auto heads = services.store.heads(snapshot.id);
  if (!heads) return refuse(heads.error());
  return store::number_at(*heads, format_instant(*instant));
}

tl::expected<Stand, Refusal> stand_of(const Services& services, const std::shared_ptr<const Snapshot>& snapshot,
                                      const StandQuery& asked, const Speech& say) {
  const auto number = number_of(services, *snapshot, asked.number, asked.instant, "opNummer", say);
  if (!number) return refuse(number.error());
  if (*number == snapshot->last.number)
    return Stand{*number, std::shared_ptr<const store::StoredPackage>(snapshot, &snapshot->package)};
  if (*number == 0) return refuse(not_found(say, say("server.stand.none", {snapshot->id})));
  auto package = [&]() -> Result<store::StoredPackage> {
    TRY(const store::State state, store::state_at(services.store, snapshot->id, *number));
    return store::to_package(state);
  }();
  if (!package) return refuse(package.error());
  return Stand{*number, std::make_shared<const store::StoredPackage>(*std::move(package))};
}

}  // namespace veer::server
