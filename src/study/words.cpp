#include "study/words.hpp"

namespace veer::study {

using report::Name;

Name say(const Texts& texts, const std::string& key, const std::vector<Name>& arguments) {
  Message nl{key, {}};
  Message en{key, {}};
  for (const Name& argument : arguments) {
    nl.arguments.push_back(argument.nl);
    en.arguments.push_back(argument.en);
  }
  return {texts.render(nl, Language::nl), texts.render(en, Language::en)};
}

Name Words::say(const std::string& key, std::vector<std::string> arguments) const {
  const Message message{key, std::move(arguments)};
  return {texts_.render(message, Language::nl), texts_.render(message, Language::en)};
}

Name Words::say(const std::string& key, const std::vector<Name>& arguments) const {
  return study::say(texts_, key, arguments);
}

Name Words::component(cascade::Component component) const {
  if (compiled_.map.is_asset(component)) {
    const std::string& name = region_.assets[component].name;
    return {name, name};
  }
  for (const auto& leaf : compiled_.map.zone_components)
    if (leaf.component == component) {
      const auto& zone = region_.zones[leaf.zone.index()];
      const std::string& area = region_.areas[zone.area.index()].name;
      return say("study.component.zone", std::vector<Name>{service(leaf.need), {area, area}});
    }
  for (std::size_t p = 0; p < region_.processes.size(); ++p)
    if (compiled_.map.processes[p].minimum == component || compiled_.map.processes[p].full == component)
      return {region_.processes[p].name_nl, region_.processes[p].name_en};
  return {compiled_.names[component], compiled_.names[component]};
}

Name Words::service(region::ServiceId service) const {
  return {region_.services[service.index()].name_nl, region_.services[service.index()].name_en};
}

Name Words::service_in_sentence(region::ServiceId id) const {
  const auto lowered = [](std::string text) {
    const auto is = [&text](std::size_t i, char first, char last) {
      return text.size() > i && text[i] >= first && text[i] <= last;
    };
    if (is(0, 'A', 'Z') && !is(1, 'A', 'Z') && !is(1, '0', '9')) text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
  };
  const Name name = service(id);
  return {lowered(name.nl), lowered(name.en)};
}

Name Words::duration(Minutes minutes) const {
  const std::string whole_hours = std::to_string(minutes / minutes_per_hour);
  const std::string rest = std::to_string(minutes % minutes_per_hour);
  if (minutes < 2 * minutes_per_hour && minutes != minutes_per_hour)
    return say(minutes == 1 ? "study.minute" : "study.minutes", {std::to_string(minutes)});
  if (minutes % minutes_per_hour == 0)
    return say(minutes == minutes_per_hour ? "study.hour" : "study.hours", {whole_hours});
  return say(minutes % minutes_per_hour == 1 ? "study.hours_and_minute" : "study.hours_and_minutes",
             {whole_hours, rest});
}

Name Words::hours(double hours, int decimals) const {
  return say("study.hours", std::vector<Name>{{format_decimal(hours, decimals, Language::nl),
                                               format_decimal(hours, decimals, Language::en)}});
}

Name Words::cause(const cascade::Cause& cause) const {
  static constexpr std::array<const char*, 8> keys{"study.cause.hit",
                                                   "study.cause.reservoir_empty",
                                                   "study.cause.generator_no_start",
                                                   "study.cause.generator_broke",
                                                   "study.cause.generator_no_fuel",
                                                   "study.cause.manual_over",
                                                   "study.cause.generator_starting",
                                                   "study.cause.supply_lost"};
  Name needed;
  if (cause.need != cascade::Cause::none)
    needed = service_in_sentence(region_.needs[compiled_.need_of[cause.need].index()].service);
  return say(keys[static_cast<std::size_t>(cause.kind)], std::vector<Name>{component(cause.component), needed});
}

Name Words::held_event(const faulttree::HeldEvent& event, double horizon_h) const {
  using faulttree::HeldEventKind;
  using Kind = HeldEventKind;
  if (event.group >= 0) {
    // The number that many parts share is the figure of a parameter, by which the group is called.
    const std::string& group = compiled_.group_names[static_cast<std::size_t>(event.group)];
    const auto parameter = region_.find_parameter(group);
    const std::string figure = parameter.valid() ? region_.parameters[parameter.index()].subject + ", " +
                                                       region_.parameters[parameter.index()].name
                                                 : group;
    return say(event.kind == Kind::late ? "study.held.shared_late" : "study.held.shared",
               std::vector<Name>{{figure, figure}, hours(horizon_h, 0)});
  }
  const bool generator = event.backup != faulttree::HeldEvent::none &&
                         compiled_.program.backups[event.backup].kind == cascade::BackupKind::generator;
  const bool manual = event.backup != faulttree::HeldEvent::none &&
                      compiled_.program.backups[event.backup].kind == cascade::BackupKind::manual;
  const auto key = [&]() -> const char* {
    switch (event.kind) {
      case Kind::hit:
        return "study.held.hit";
      case Kind::own_failure:
        return "study.held.own_failure";
      case Kind::short_stock:
        return manual ? "study.held.manual" : "study.held.stock";
      case Kind::no_start:
        return "study.held.no_start";
      case Kind::breaks:
        return generator ? "study.held.breaks" : "study.held.manual";
      case Kind::dry:
        return "study.held.dry";
      case Kind::late:
        return generator ? "study.held.late" : "study.held.crew_late";
      case Kind::chain:
      case Kind::follows:
        break;
    }
    return "study.held.chain";
  };
  Name needed;
  if (event.need != faulttree::HeldEvent::none)
    needed = service_in_sentence(region_.needs[compiled_.need_of[event.need].index()].service);
  return say(key(), std::vector<Name>{component(event.component), needed, hours(horizon_h, 0)});
}

std::string Words::cause_id(const cascade::Cause& cause) const {
  if (cause.backup == cascade::Cause::none) return compiled_.names[cause.component];
  const auto& need = region_.needs[compiled_.need_of[cause.need].index()];
  return "backups/" +
         region_.backups[need.backups[cause.backup - compiled_.program.backup_begin[cause.need]].index()].id;
}

}  // namespace veer::study
