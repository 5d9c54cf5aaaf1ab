#include <array>
#include <string>

#include "importers/haaglanden/measure_rows.hpp"

namespace veer::importers::haaglanden {

namespace {

/// What one process weighs that stays down longer than can be borne, beside a process that weighs 1.
struct ProcessWeight {
  const char* kind;  ///< what stands behind the last slash of its id
  const char* name;
  double low;
  double typical;
  double high;
};

/// Our own weighing, for a region to change: where minutes cost lives 3 to 10, what leads and shelters 2 or 3, what the
/// rest of the day leans on 1, and what can be caught up with afterwards a half or less.
constexpr std::array weights{
    ProcessWeight{"call-taking", "aannemen van noodoproepen", 5, 10, 20},
    ProcessWeight{"dispatch", "aansturing van eenheden", 3, 5, 10},
    ProcessWeight{"paging", "alarmeren met pagers", 2, 3, 5},
    ProcessWeight{"picture", "eerste beeld en opschaling", 1, 2, 3},
    ProcessWeight{"turn-out", "uitrukken van de brandweer", 3, 5, 10},
    ProcessWeight{"extinguishing-water", "bluswater", 2, 3, 5},
    ProcessWeight{"fire-service-command", "regionale leiding van de brandweer", 1, 2, 3},
    ProcessWeight{"emergency-response", "noodhulp van de politie", 3, 5, 10},
    ProcessWeight{"staff-command", "staf grootschalig optreden", 1, 2, 3},
    ProcessWeight{"custody", "arrestantenzorg", 0.5, 1, 2},
    ProcessWeight{"response", "spoedvervoer", 3, 5, 10},
    ProcessWeight{"handover", "overdracht aan een spoedeisende hulp", 3, 5, 10},
    ProcessWeight{"supply", "brandstof, zuurstof en geneesmiddelen van de ambulancezorg", 1, 2, 3},
    ProcessWeight{"fuel", "brandstof voor voertuigen", 1, 2, 3},
    ProcessWeight{"crew-relief", "aflossing van ploegen", 1, 2, 3},
    ProcessWeight{"coordination", "leiding van de geneeskundige hulp", 1, 2, 3},
    ProcessWeight{"patient-spreading", "spreiden van patiënten", 2, 3, 5},
    ProcessWeight{"care-picture", "beeld van de zorgketen", 0.5, 1, 2},
    ProcessWeight{"medical-link", "aansluiting van de witte kolom", 0.5, 1, 2},
    ProcessWeight{"public-health", "advies over gezondheid en hygiëne", 0.5, 1, 2},
    ProcessWeight{"grip-alarm", "alarmeren van de crisisorganisatie", 2, 3, 5},
    ProcessWeight{"rot", "regionaal operationeel team", 2, 3, 5},
    ProcessWeight{"rbt", "regionaal beleidsteam", 1, 2, 3},
    ProcessWeight{"information", "informatiemanagement", 0.5, 1, 2},
    ProcessWeight{"resource-coordination", "verdelen van brandstof en noodstroom", 1, 2, 3},
    ProcessWeight{"logistics", "logistiek en verzorging van eigen mensen", 0.5, 1, 2},
    ProcessWeight{"staff-planning", "personeelsplanning en aflossing", 0.5, 1, 2},
    ProcessWeight{"coordinating-points", "coördinerende noodsteunpunten", 1, 2, 3},
    ProcessWeight{"crisis-team", "crisisteam en beleidsteam", 1, 3, 5},
    ProcessWeight{"crisis-communication", "crisiscommunicatie", 1, 3, 5},
    ProcessWeight{"population-care", "bevolkingszorg", 1, 2, 3},
    ProcessWeight{"shelter", "opvang van inwoners", 1, 2, 3},
    ProcessWeight{"support-points", "noodsteunpunten aansturen", 1, 2, 3},
    ProcessWeight{"social-support", "spoedhulp Wmo en jeugd", 1, 2, 3},
    ProcessWeight{"public-order", "handhaving op straat", 0.5, 1, 2},
    ProcessWeight{"road-clearing", "wegen en voorzieningen vrijhouden", 0.5, 1, 2},
    ProcessWeight{"it-operations", "ICT en rekencentrum", 0.5, 1, 2},
    ProcessWeight{"call-centre", "klantcontact", 0.25, 0.5, 1},
    ProcessWeight{"benefits", "uitkeringen en noodbetalingen", 0.5, 1, 2},
    ProcessWeight{"civil-registration", "aangifte van geboorte en overlijden", 0.25, 0.5, 1},
    ProcessWeight{"burial", "verlof tot begraven of cremeren", 0.25, 0.5, 1},
    ProcessWeight{"travel-documents", "reisdocumenten in nood", 0.1, 0.25, 0.5},
    ProcessWeight{"waste", "afval inzamelen", 0.25, 0.5, 1},
    ProcessWeight{"council", "besluiten van college en raad", 0.25, 0.5, 1},
};

}  // namespace

void add_process_weights(ground::FigureRows& rows) {
  for (const ProcessWeight& weight : weights) {
    const std::string id = std::string("choice.process.") + weight.kind;
    const std::string name = std::string("gewicht van een proces dat te lang stilligt: ") + weight.name;
    rows.add({id.c_str(), "maatregelen wegen", name.c_str(), weight.low, weight.typical, weight.high, "weight", "fixed",
              "", "layout", "assumption", ""});
  }
}

}  // namespace veer::importers::haaglanden
