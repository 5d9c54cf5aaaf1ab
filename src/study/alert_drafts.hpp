#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "reach/cap.hpp"
#include "region/region.hpp"
#include "report/findings.hpp"
#include "study/study.hpp"

namespace veer::study {

/// What a message is about: decides its words, its category and what it asks. In the order in which they are told when
/// more than one part of a combination has begun in the same hour.
enum class AlertTopic : std::uint8_t { power, rain, heat, cold, weather, water, health, digital, hybrid, other };

/// The subject of a hazard that is no combination: its family; of the weather what its shocks say (a shock of heat,
/// cold, rain or flood, else what is hit: sewers and pumps make rain, nothing makes plain weather). A hazard without
/// family is about power when it takes something that delivers electricity, else about the services it takes.
[[nodiscard]] AlertTopic alert_topic(const region::Region& region, region::HazardId hazard);

/// The messages of a plan as drafts in the Common Alerting Protocol 1.2, in Dutch and English.
///
/// Each speaks of what the scenario says at the minute it goes out: of the part of a combination that began last (of
/// the hazard itself otherwise), in the place that it takes: the region, or the municipalities of what is hit. Before
/// anything has happened it speaks of what may come (urgency Expected within an hour, else Future); once every outage
/// is over in 95 of 100 draws of its length, of what is past. In between, words change after two and after twelve
/// hours: what to do now, where help is to be found, whom to look after. Nothing is claimed that the hazard does not
/// say: not the whole region where a part is hit, no cold homes in summer.
///
/// The text of each fits the channel that bears least (reach/cap_text.hpp): it is cut at sentences, and of more than
/// six municipalities three are named in it. The area of the draft always names all of them, with their codes.
[[nodiscard]] std::vector<reach::CapDraft> cap_drafts(const region::Region& region, const Scenario& scenario,
                                                      const report::ReachFinding& finding, const Texts& texts);

/// The same as XML files, with names that tell their place in the plan and their channel: "cap-01-nl-alert.xml".
[[nodiscard]] std::vector<std::pair<std::string, std::string>> cap_files(const region::Region& region,
                                                                         const Scenario& scenario,
                                                                         const report::ReachFinding& finding,
                                                                         const Texts& texts);

}  // namespace veer::study
