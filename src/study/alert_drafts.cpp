#include "study/alert_drafts.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "reach/cap_text.hpp"
#include "region/selector.hpp"

namespace veer::study {

namespace {

using region::Region;
using region::Shock;
using region::ShockKind;

struct Wording {
  const char* word;                       ///< in the keys of the texts
  std::array<const char*, 2> categories;  ///< CAP 1.2, section 3.2.2; nullptr: no second one
  const char* response;
  const char* severity;
};

const Wording& wording(AlertTopic topic) {
  static constexpr std::array<Wording, 10> all{{
      {"power", {"Infra", nullptr}, "Prepare", "Severe"},
      {"rain", {"Met", nullptr}, "Avoid", "Severe"},
      {"heat", {"Met", "Health"}, "Prepare", "Severe"},
      {"cold", {"Met", "Health"}, "Prepare", "Severe"},
      {"weather", {"Met", nullptr}, "Prepare", "Severe"},
      {"water", {"Infra", "Health"}, "Execute", "Severe"},
      {"health", {"Health", nullptr}, "Prepare", "Severe"},
      {"digital", {"Infra", nullptr}, "Prepare", "Moderate"},
      {"hybrid", {"Security", "Infra"}, "Monitor", "Severe"},
      {"other", {"Other", nullptr}, "Prepare", "Moderate"},
  }};
  return all[static_cast<std::size_t>(topic)];
}

/// Whether a shock takes something away where it strikes; more demand and lower trust do not.
bool takes(const Shock& shock) {
  return shock.kind != ShockKind::demand && shock.kind != ShockKind::trust && shock.kind != ShockKind::access;
}

/// Shocks of a hazard, or of one part of a combination.
std::vector<const Shock*> shocks_of(const Region& region, region::HazardId hazard) {
  std::vector<const Shock*> out;
  for (const Shock& shock : region.shocks)
    if (shock.hazard == hazard) out.push_back(&shock);
  return out;
}

/// The services of what a hazard takes away, each once, those of most assets first.
std::vector<region::ServiceId> services_taken(const Region& region, const std::vector<const Shock*>& shocks) {
  std::vector<std::size_t> count(region.services.size(), 0);
  for (const Shock* const shock : shocks) {
    if (!takes(*shock)) continue;
    for (const region::AssetId asset : region::select(shock->target, region))
      if (const region::ServiceId service = region.assets[asset.index()].service; service.valid())
        ++count[service.index()];
  }
  std::vector<region::ServiceId> out;
  for (std::size_t s = 0; s < count.size(); ++s)
    if (count[s] > 0) out.emplace_back(s);
  std::stable_sort(out.begin(), out.end(),
                   [&](region::ServiceId a, region::ServiceId b) { return count[a.index()] > count[b.index()]; });
  return out;
}

/// Where a hazard strikes.
struct Place {
  std::vector<std::size_t> municipalities;  ///< organisations, in order; empty: the region as a whole
  bool whole = false;                       ///< every asset of a kind that is there is taken for certain
};

Place place_of(const Region& region, const std::vector<const Shock*>& shocks) {
  std::set<std::size_t> found;
  std::set<std::size_t> all;
  bool somewhere = true;  // everything hit stands in a municipality
  Place out;
  for (std::size_t o = 0; o < region.organisations.size(); ++o)
    if (region.organisations[o].kind == region::OrganisationKind::municipality) all.insert(o);
  for (const Shock* const shock : shocks) {
    if (!takes(*shock)) continue;
    std::set<std::string> kinds;
    std::set<std::size_t> here;
    const auto targets = region::select(shock->target, region);
    for (const region::AssetId id : targets) {
      const region::Asset& asset = region.assets[id.index()];
      kinds.insert(asset.kind);
      if (asset.municipality.valid()) {
        here.insert(asset.municipality.index());
      } else {
        somewhere = false;
      }
    }
    found.insert(here.begin(), here.end());
    const auto there = std::count_if(region.assets.begin(), region.assets.end(), [&](const region::Asset& asset) {
      return kinds.contains(asset.kind) &&
             (asset.municipality.valid() ? here.contains(asset.municipality.index()) : !somewhere);
    });
    out.whole = out.whole || (shock->kind == ShockKind::hit && shock->share >= 1 && !targets.empty() &&
                              there == static_cast<std::ptrdiff_t>(targets.size()));
  }
  if (somewhere && found != all) out.municipalities.assign(found.begin(), found.end());
  return out;
}

/// Hours that a shock lasts at most in 95 of 100 draws.
double longest_h(const Region& region, const Shock& shock) {
  double hours = shock.start_h + shock.duration_h;
  for (const region::ParameterId id : {shock.start_delay, shock.duration_delay}) {
    if (!id.valid()) continue;
    const region::Parameter& parameter = region.parameters[id.index()];
    const double unit = parameter.unit == region::Unit::minutes ? 1.0 / minutes_per_hour : 1;
    if (const auto values = region::quantiles(parameter)) hours += unit * (*values)[values->size() * 95 / 100];
  }
  return hours;
}

/// What a message can speak of: the hazard, or a part of a combination.
struct Subject {
  region::HazardId hazard;
  AlertTopic topic = AlertTopic::other;
  double from_h = 0;   ///< the first shock
  double until_h = 0;  ///< the last one is over
  Place place;
  std::vector<region::ServiceId> services;
};

Subject subject_of(const Region& region, region::HazardId hazard, double offset_h) {
  const auto shocks = shocks_of(region, hazard);
  Subject out{.hazard = hazard,
              .topic = alert_topic(region, hazard),
              .from_h = std::numeric_limits<double>::infinity(),
              .until_h = 0,
              .place = place_of(region, shocks),
              .services = services_taken(region, shocks)};
  for (const Shock* const shock : shocks) {
    out.from_h = std::min(out.from_h, offset_h + shock->start_h);
    out.until_h = std::max(out.until_h, offset_h + longest_h(region, *shock));
  }
  if (shocks.empty()) out.from_h = offset_h;
  // The weather and a disease are there before they break the first thing, and not only where they do.
  if (out.topic == AlertTopic::heat || out.topic == AlertTopic::cold || out.topic == AlertTopic::weather ||
      out.topic == AlertTopic::health) {
    out.from_h = offset_h;
    out.place.whole = true;
  }
  return out;
}

/// The leaves of a combination with the hour at which they begin; a hazard alone is its own leaf.
void add_subjects(const Region& region, region::HazardId hazard, double offset_h, std::vector<Subject>& out) {
  const region::Hazard& row = region.hazards[hazard.index()];
  if (row.parts.empty()) out.push_back(subject_of(region, hazard, offset_h));
  for (const region::HazardPart& part : row.parts) add_subjects(region, part.hazard, offset_h + part.offset_h, out);
}

/// What a message at some hour is about: what began last and is not over; else what comes first; else what ended last.
const Subject& at_hour(const std::vector<Subject>& subjects, double hour) {
  const Subject* running = nullptr;
  const Subject* coming = nullptr;
  const Subject* past = subjects.data();
  for (const Subject& subject : subjects) {
    if (subject.from_h > hour) {
      if (coming == nullptr || subject.from_h < coming->from_h) coming = &subject;
    } else if (subject.until_h > hour) {
      if (running == nullptr || subject.from_h > running->from_h) running = &subject;
    } else if (subject.until_h > past->until_h || past->from_h > hour) {
      past = &subject;
    }
  }
  return running != nullptr ? *running : coming != nullptr ? *coming : *past;
}

class Writer {
 public:
  Writer(const Region& region, const Scenario& scenario, const Texts& texts)
      : region_(region), scenario_(scenario), texts_(texts) {
    add_subjects(region, scenario.hazard, 0, subjects_);
    for (std::size_t o = 0; o < region.organisations.size(); ++o) {
      const region::Organisation& row = region.organisations[o];
      if (row.kind == region::OrganisationKind::municipality) municipalities_.push_back(o);
      if (row.kind == region::OrganisationKind::safety_region && sender_ == nullptr) sender_ = &row;
    }
  }

  [[nodiscard]] reach::CapDraft draft(const report::ReachMessage& message, std::size_t number) const {
    const double hour = message.send_h;
    const Subject& subject = at_hour(subjects_, hour);
    const Wording& words = wording(subject.topic);
    reach::CapDraft out;
    out.identifier = region_.id + "." + region_.hazards[scenario_.hazard.index()].id + "." + std::to_string(number) +
                     "." + message.channel;
    out.sender = (sender_ == nullptr ? region_.id : sender_->id) + "@" + region_.id;
    out.start = scenario_.start;
    out.sent = to_minutes(hour);
    out.expires = out.sent + 24 * minutes_per_hour;
    out.channel = message.channel;
    out.categories.clear();
    for (const char* const category : words.categories)
      if (category != nullptr) out.categories.emplace_back(category);
    out.response = words.response;
    out.severity = words.severity;
    const std::string stage = stage_of(subject, hour);
    if (stage == "before") {
      out.urgency = subject.from_h - hour <= 1 ? "Expected" : "Future";
      out.certainty = "Likely";
    } else if (stage == "over") {
      out.urgency = "Past";
      out.response = "Monitor";
    } else if (stage != "now") {
      out.urgency = "Expected";
    }
    const auto& where = subject.place.municipalities.empty() ? municipalities_ : subject.place.municipalities;
    for (const std::size_t o : where) out.geocodes.push_back(region_.organisations[o].id);
    for (const auto& [language, tag] : {std::pair{Language::nl, "nl-NL"}, std::pair{Language::en, "en-GB"}})
      out.texts.push_back(text(subject, stage, language, tag));
    return out;
  }

 private:
  [[nodiscard]] static std::string stage_of(const Subject& subject, double hour) {
    if (hour < subject.from_h) return "before";
    if (hour >= subject.until_h) return "over";
    const double since = hour - subject.from_h;
    return since < 2 ? "now" : since < 12 ? "points" : "after";
  }

  [[nodiscard]] std::string say(const std::string& key, Language language,
                                std::vector<std::string> arguments = {}) const {
    return texts_.render({key, std::move(arguments)}, language);
  }

  [[nodiscard]] reach::CapText text(const Subject& subject, const std::string& stage, Language language,
                                    const char* tag) const {
    const bool dutch = language == Language::nl;
    const region::Hazard& told = region_.hazards[subject.hazard.index()];
    const region::Hazard& whole = region_.hazards[scenario_.hazard.index()];
    const std::string name = dutch ? told.name_nl : told.name_en;
    const std::string area = area_of(subject, language);
    const std::string place = subject.place.municipalities.empty() ? "study.cap.region" : "study.cap.where";
    const std::string where =
        say(subject.place.whole ? place : place + ".part", language, {in_short(subject, language)});
    const std::vector<std::string> arguments{where, name, list_of(subject.services, language)};
    // What may come and what is past is said in the same words of everything; what is there now in its own.
    const std::string topic = std::string("study.cap.") + wording(subject.topic).word + ".";
    const std::string own = topic + (stage == "before" ? "now" : stage == "points" || stage == "after" ? stage : "now");
    const bool general = stage == "before" || stage == "over";
    const std::string from = general ? "study.cap." + stage : own;
    std::string instruction =
        stage == "over" ? say("study.cap.over.instruction", language) : say(own + ".instruction", language, arguments);
    if (stage == "after" && subject.topic == AlertTopic::power && scenario_.season == "winter")
      instruction += " " + say("study.cap.winter", language);
    return reach::fitted({tag, dutch ? whole.name_nl : whole.name_en, say(from + ".headline", language, arguments),
                          say("study.cap.exercise", language) + " " + say(from + ".description", language, arguments),
                          std::move(instruction), sender_ == nullptr ? region_.title : sender_->name, area});
  }

  [[nodiscard]] std::string area_of(const Subject& subject, Language language) const {
    return named(subject.place.municipalities, language);
  }

  /// The place as a sentence can bear it: of more than six municipalities three, and how many others. The area of the
  /// message has them all.
  [[nodiscard]] std::string in_short(const Subject& subject, Language language) const {
    constexpr std::size_t most = 6;
    constexpr std::size_t shown = 3;
    auto names = subject.place.municipalities;
    if (names.size() <= most) return named(names, language);
    const std::string others = std::to_string(names.size() - shown);
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) out += (i == 0 ? "" : ", ") + region_.organisations[names[i]].name;
    return out + say("study.cap.others", language, {others});
  }

  [[nodiscard]] std::string named(const std::vector<std::size_t>& names, Language language) const {
    std::string out;
    if (names.empty()) return region_.title;
    for (std::size_t i = 0; i < names.size(); ++i)
      out += (i == 0                  ? ""
              : i + 1 == names.size() ? say("study.cap.and", language)
                                      : std::string(", ")) +
             region_.organisations[names[i]].name;
    return out;
  }

  /// "Betalingsverkeer en contant geld, Mobiele telefonie en data"; at most four.
  [[nodiscard]] std::string list_of(const std::vector<region::ServiceId>& services, Language language) const {
    std::string out;
    for (std::size_t i = 0; i < services.size() && i < 4; ++i) {
      const region::Service& row = region_.services[services[i].index()];
      out += (i == 0 ? "" : "; ") + (language == Language::nl ? row.name_nl : row.name_en);
    }
    return out.empty() ? say("study.cap.nothing", language) : out;
  }

  const Region& region_;
  const Scenario& scenario_;
  const Texts& texts_;
  std::vector<Subject> subjects_;
  std::vector<std::size_t> municipalities_;
  const region::Organisation* sender_ = nullptr;
};

}  // namespace

AlertTopic alert_topic(const Region& region, region::HazardId hazard) {
  const std::string& family = region.hazards[hazard.index()].family;
  if (family == "power") return AlertTopic::power;
  if (family == "water") return AlertTopic::water;
  if (family == "health") return AlertTopic::health;
  if (family == "digital") return AlertTopic::digital;
  if (family == "hybrid") return AlertTopic::hybrid;
  const auto shocks = shocks_of(region, hazard);
  const auto taken = services_taken(region, shocks);
  const auto takes_service = [&](const char* id) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](region::ServiceId s) { return region.services[s.index()].id == id; });
  };
  if (family == "weather") {
    const auto strikes = [&](ShockKind kind) {
      return std::any_of(shocks.begin(), shocks.end(), [&](const Shock* shock) { return shock->kind == kind; });
    };
    if (strikes(ShockKind::rain) || strikes(ShockKind::flood)) return AlertTopic::rain;
    if (strikes(ShockKind::heat)) return AlertTopic::heat;
    if (strikes(ShockKind::cold)) return AlertTopic::cold;
    if (takes_service("sewage") || takes_service("drainage")) return AlertTopic::rain;
    return AlertTopic::weather;
  }
  return takes_service("electricity") ? AlertTopic::power : AlertTopic::other;
}

std::vector<reach::CapDraft> cap_drafts(const Region& region, const Scenario& scenario,
                                        const report::ReachFinding& finding, const Texts& texts) {
  const Writer writer(region, scenario, texts);
  std::vector<reach::CapDraft> out;
  for (const report::ReachMessage& message : finding.messages) out.push_back(writer.draft(message, out.size() + 1));
  return out;
}

std::vector<std::pair<std::string, std::string>> cap_files(const Region& region, const Scenario& scenario,
                                                           const report::ReachFinding& finding, const Texts& texts) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const reach::CapDraft& draft : cap_drafts(region, scenario, finding, texts)) {
    const std::size_t number = out.size() + 1;
    std::string name = "cap-" + std::string(number < 10 ? "0" : "") + std::to_string(number) + "-";
    for (const char c : draft.channel) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      name += plain ? c : '-';
    }
    out.emplace_back(name + ".xml", reach::cap_xml(draft));
  }
  return out;
}

}  // namespace veer::study
