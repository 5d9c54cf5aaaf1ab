#include <array>

#include "base/text.hpp"
#include "geo/rd.hpp"
#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

/// Every school, community building, library and sports centre is a candidate for a local point, every fire station for
/// a coordinating one. Nobody has chosen any of them.
void add_candidates(Context& context) {
  const auto candidate = [&](const std::string& id, const std::string& name, const char* level,
                             const std::string& organisation, geo::LonLat place, const char* functions,
                             const char* visitors, const Origin& origin) {
    const geo::LonLat at = geo::rounded(place, 4);
    context.draft.row("support_points", {{"id", id},
                                         {"name", name},
                                         {"level", level},
                                         {"organisation", organisation},
                                         {"area", context.sources.areas[context.territory.cell_at(place).area].id},
                                         {"lon", canonical_number(at.lon)},
                                         {"lat", canonical_number(at.lat)},
                                         {"functions", functions},
                                         {"capacity_per_h", visitors},
                                         {"confirmed", "false"},
                                         {"source", origin.source},
                                         {"confidence", origin.confidence}});
  };
  PostcodeNumbers numbers(context);
  for (const PoiFact* poi :
       pois(context, {"amenity=school", "amenity=community_centre", "amenity=library", "leisure=sports_centre"})) {
    const std::string id = numbers.next("local", poi->place);
    candidate(id, poi->name.empty() ? by_postcode(context, "Gebouw", id) : poi->name, "local", poi->municipality,
              poi->place, "information help_requests charging", "60", {"osm", "assumption"});
  }
  for (const FacilityFact* fact : facilities(context, "fire_station")) {
    const std::string id = numbers.next("coordinating", fact->place);
    candidate(id,
              fact->name.find("(un") == std::string::npos ? fact->name : by_postcode(context, "Brandweerkazerne", id),
              "coordinating", "vrh", fact->place, "information help_requests radio_link first_aid", "40",
              {"facilities", "assumption"});
  }
}

struct ChannelRow {
  const char* id;
  const char* nl;
  const char* en;
  const char* sender;
  const char* receiver;
  const char* reach;
  double delay_h;
};
constexpr std::array channels{
    ChannelRow{"nl-alert", "NL-Alert", "NL-Alert (cell broadcast)", "mobile-core/1", "mobile", "TEL15", 0.25},
    ChannelRow{"nl-alert-late", "NL-Alert over een haperend net", "NL-Alert over a failing network", "mobile-core/1",
               "mobile", "TEL14", 1},
    ChannelRow{"radio", "Regionale rampenzender op batterijradio", "Regional broadcaster on battery radio",
               "broadcast-mast/west", "", "POP03", 0.5},
    ChannelRow{"television", "Televisie", "Television", "broadcast-studio/west", "electricity", "channel.television",
               0.5},
    ChannelRow{"website-regional", "Website van de veiligheidsregio", "Website of the safety region", "data-centre/vrh",
               "mobile", "channel.website", 0.5},
    ChannelRow{"social-media", "Sociale media", "Social media", "mobile-core/2", "mobile", "channel.social_media",
               0.25},
    ChannelRow{"sound-truck", "Geluidswagens van politie en brandweer", "Vehicles with loudspeakers", "", "",
               "channel.sound_truck", 4},
    ChannelRow{"notice-board", "Borden bij noodsteunpunten en gemeentehuizen",
               "Notice boards at support points and town halls", "", "", "channel.notice_board", 6},
    ChannelRow{"door-to-door", "Buren en vrijwilligers aan de deur", "Neighbours and volunteers at the door", "", "",
               "channel.door_to_door", 8},
};

void channel(Context& context, const ChannelRow& row) {
  context.draft.row("channels", {{"id", row.id},
                                 {"name_nl", row.nl},
                                 {"name_en", row.en},
                                 {"sender", row.sender},
                                 {"receiver_service", row.receiver},
                                 {"reach", row.reach},
                                 {"delay_h", canonical_number(row.delay_h)},
                                 {"source", assumed().source},
                                 {"confidence", assumed().confidence}});
}

void add_channels(Context& context) {
  for (const ChannelRow& row : channels) channel(context, row);
  for (const MunicipalityFact& municipality : context.sources.municipalities) {
    const std::string id = "website/" + municipality.id;
    const std::string nl = "Website van " + municipality.name;
    const std::string en = "Website of " + municipality.name;
    const std::string sender = "data-centre/" + municipality.id;
    channel(context, {id.c_str(), nl.c_str(), en.c_str(), sender.c_str(), "mobile", "channel.website", 0.5});
  }
}

struct PlanRow {
  const char* id;
  const char* name;
  const char* organisation;
  const char* kind;
  const char* consequence;
  const char* from_h;
  const char* until_h;
  const char* capacity;
  const char* unit;
  bool confidential;
  const char* covers = "";
};
/// Public names only. Which consequence a plan covers, from when and how far, is to be filled in by its owner; two
/// norms are known, and hours and numbers of continuity plans are ours.
constexpr std::array plans{
    PlanRow{"regional-crisis-plan", "Regionaal crisisplan Haaglanden", "vrh", "crisis_plan", "Leiding en coördinatie",
            "", "", "", "", false, "no-crisis-rooms"},
    PlanRow{"regional-risk-profile", "Regionaal risicoprofiel Haaglanden", "vrh", "risk_profile",
            "Uitval van nutsvoorzieningen", "", "", "", "", false},
    PlanRow{"policy-plan", "Beleidsplan Veiligheidsregio Haaglanden", "vrh", "policy_plan", "", "", "", "", "", false},
    PlanRow{"population-care", "Bevolkingszorg op orde", "vrh", "guide",
            "Opvang van inwoners, 200 in elk van de negen gemeenten", "3", "48", "1800", "personen", false,
            "cold-homes"},
    PlanRow{"emergency-water", "Nooddrinkwaterplan van het drinkwaterbedrijf", "dunea", "provider_plan",
            "Nooddrinkwater, drie liter per persoon per dag", "24", "", "2500", "personen per punt", false, "no-water"},
    PlanRow{"power-failure", "Incidentbestrijdingsplan uitval elektriciteit", "vrh", "incident_plan",
            "Uitval van elektriciteit", "", "", "", "", false, "no-light no-112 no-fuel"},
    PlanRow{"ghor-care", "Regionaal GHOR-crisismodel", "ghor-haaglanden", "crisis_plan", "Opschaling van zorg", "", "",
            "", "", false, "no-care no-emergency-care nursing-homes medical-power"},
    PlanRow{"calamity-water", "Calamiteitenplan waterschap", "delfland", "provider_plan", "Wateroverlast en lozing", "",
            "", "", "", false, "polders sewers"},
    PlanRow{"lcp-electricity", "Landelijk crisisplan elektriciteit", "rijk", "national_plan",
            "Uitval van elektriciteit", "", "", "", "", false},
    PlanRow{"lcp-military", "Landelijk crisisplan militaire dreigingen (LCP-MD)", "rijk", "national_plan", "", "", "",
            "", "", true},
    PlanRow{"continuity-control-room", "Continuïteitsplan meldkamer, met uitwijk", "meldkamer", "continuity_plan",
            "Uitwijk van meldtafels en radio", "1", "72", "2", "processen", false, "late-control-room"},
    PlanRow{"continuity-fire-service", "Continuïteitsplan brandweer", "brandweer-haaglanden", "continuity_plan",
            "Uitrukken zonder stroom en telefonie", "0", "24", "3", "processen", false, "late-fire-service"},
    PlanRow{"continuity-ambulances", "Continuïteitsplan ambulancezorg", "ambulance-haaglanden", "continuity_plan",
            "Rijden vanaf vaste plaatsen", "0", "24", "2", "processen", false, "late-ambulances"},
    PlanRow{"continuity-safety-region", "Continuïteitsplan veiligheidsregio", "vrh", "continuity_plan",
            "Crisisorganisatie op een tweede plaats", "4", "72", "2", "processen", false,
            "late-crisis-teams late-public-information"},
    // What the police keep up is confidential; that the plan exists is not.
    PlanRow{"continuity-police", "Continuïteitsplan politie", "politie-den-haag", "continuity_plan", "", "", "", "", "",
            true},
};

/// A municipality keeps its counters, social support and IT going by hand for two days, one process of each at a time;
/// of the rest its plan says nothing. Assumption, as everything said of a plan of one owner.
void add_municipal_plans(Context& context) {
  for (const MunicipalityFact& municipality : context.sources.municipalities)
    context.draft.row("plans", {{"id", "continuity-" + municipality.id},
                                {"name", "Continuïteitsplan gemeente " + municipality.name},
                                {"organisation", municipality.id},
                                {"kind", "continuity_plan"},
                                {"consequence", "Burgerzaken, sociaal domein en ICT"},
                                {"from_h", "4"},
                                {"until_h", "48"},
                                {"capacity", "1"},
                                {"unit", "processen"},
                                {"confidential", "false"},
                                {"covers", "late-civil-affairs late-social-support late-municipal-it"},
                                {"source", "general-knowledge"},
                                {"confidence", "assumption"}});
}

void add_plans(Context& context) {
  for (const PlanRow& row : plans)
    context.draft.row("plans", {{"id", row.id},
                                {"name", row.name},
                                {"organisation", row.organisation},
                                {"kind", row.kind},
                                {"consequence", row.consequence},
                                {"from_h", row.from_h},
                                {"until_h", row.until_h},
                                {"capacity", row.capacity},
                                {"unit", row.unit},
                                {"confidential", row.confidential ? "true" : "false"},
                                {"covers", row.covers},
                                {"source", "general-knowledge"},
                                {"confidence", "assumption"}});
}

struct ResourceRow {
  const char* id;
  const char* kind;
  const char* amount;
  const char* base;
  const char* shift_h;
  const char* speed_kmh;
};
constexpr std::array resources{
    ResourceRow{"fuel-trucks", "fuel_truck", "6", "fuel-depot/haaglanden", "12", "30"},
    ResourceRow{"fuel-trucks-rotterdam", "fuel_truck", "4", "fuel-depot/rotterdam", "12", "30"},
    ResourceRow{"mobile-generators", "mobile_generator", "8", "fuel-depot/haaglanden", "", "30"},
    ResourceRow{"repair-crews-grid", "repair_crew", "12", "", "12", "30"},
    ResourceRow{"duty-officers", "duty_staff", "60", "roster/vrh", "12", ""},
    ResourceRow{"firefighters", "duty_staff", "1200", "roster/brandweer", "24", ""},
    ResourceRow{"water-tankers", "water_truck", "20", "", "12", "30"},
};

void add_resources(Context& context) {
  for (const ResourceRow& row : resources)
    context.draft.row("resources", {{"id", row.id},
                                    {"kind", row.kind},
                                    {"amount", row.amount},
                                    {"base", row.base},
                                    {"shift_h", row.shift_h},
                                    {"speed_kmh", row.speed_kmh},
                                    {"source", assumed().source},
                                    {"confidence", assumed().confidence}});
}

}  // namespace

void add_response(Context& context) {
  add_candidates(context);
  add_channels(context);
  add_decisions(context);
  add_plans(context);
  add_municipal_plans(context);
  add_resources(context);
}

}  // namespace veer::importers::haaglanden
