#include <array>

#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

struct DecisionRow {
  const char* id;
  const char* nl;
  const char* en;
  const char* kind;
  const char* owner;
  const char* channels;
  const char* through;
  const char* lead;
  const char* target;
  const char* need;
  const char* until;
};

/// Who decides and what an order needs are our own layout; the safety region knows better and may change the rows.
constexpr std::array decisions{
    DecisionRow{"warn/nl-alert", "Waarschuwen met NL-Alert", "Warn by NL-Alert", "warning", "vrh",
                "nl-alert nl-alert-late", "", "decision.warning.lead", "", "", ""},
    DecisionRow{"warn/radio", "Waarschuwen langs de rampenzender", "Warn through the emergency broadcaster", "warning",
                "vrh", "radio", "", "decision.warning.lead", "", "", ""},
    DecisionRow{"warn/social-media", "Waarschuwen langs sociale media", "Warn through social media", "warning", "vrh",
                "social-media", "", "decision.warning.lead", "", "", ""},
    DecisionRow{"open/112", "Noodsteunpunten openen voordat 112 onbereikbaar is",
                "Open support points before 112 cannot be reached", "opening", "vrh", "", "mobile",
                "decision.opening.lead", "", "alarm", ""},
    DecisionRow{"open/warmth", "Noodsteunpunten openen voordat woningen te koud zijn",
                "Open support points before homes are too cold", "opening", "vrh", "", "mobile",
                "decision.opening.lead", "", "warmth", ""},
    DecisionRow{"fuel/crisis-rooms", "Brandstof bestellen voor de crisisruimten", "Order fuel for the crisis rooms",
                "fuel", "vrh", "", "fixed_telecom", "decision.fuel.lead", "kind=crisis_room", "", ""},
    DecisionRow{"fuel/control-room", "Brandstof bestellen voor de meldkamer", "Order fuel for the control room", "fuel",
                "meldkamer", "", "fixed_telecom", "decision.fuel.lead", "kind=control_room", "", ""},
    DecisionRow{"fuel/hospitals", "Brandstof bestellen voor de ziekenhuizen", "Order fuel for the hospitals", "fuel",
                "ghor-haaglanden", "", "fixed_telecom", "decision.fuel.lead", "kind=hospital_acute", "", ""},
    DecisionRow{"fuel/water", "Brandstof bestellen voor de drinkwaterproductie", "Order fuel for drinking-water plants",
                "fuel", "dunea", "", "fixed_telecom", "decision.fuel.lead", "kind=water_production", "", ""},
    DecisionRow{"relief/crisis-teams", "Aflossing oproepen voor de crisisteams", "Call relief for the crisis teams",
                "relief", "vrh", "", "mobile", "decision.relief.lead", "", "", "decision.relief.shift"},
    DecisionRow{"relief/firefighters", "Aflossing oproepen voor de brandweer", "Call relief for the fire service",
                "relief", "brandweer-haaglanden", "", "c2000", "decision.relief.lead", "", "", "decision.relief.shift"},
    DecisionRow{"move/nursing-homes", "Verhuizing van verpleeghuizen voorbereiden", "Prepare to move nursing homes",
                "relocation", "ghor-haaglanden", "", "mobile", "decision.relocation.lead", "kind=nursing_home", "", ""},
};

}  // namespace

void add_decisions(Context& context) {
  for (const DecisionRow& row : decisions)
    context.draft.row("decisions", {{"id", row.id},
                                    {"name_nl", row.nl},
                                    {"name_en", row.en},
                                    {"kind", row.kind},
                                    {"owner", row.owner},
                                    {"channels", row.channels},
                                    {"through", row.through},
                                    {"lead", row.lead},
                                    {"target", row.target},
                                    {"need", row.need},
                                    {"until", row.until},
                                    {"source", assumed().source},
                                    {"confidence", assumed().confidence}});
}

}  // namespace veer::importers::haaglanden
