#include <array>

#include "importers/haaglanden/context.hpp"

namespace veer::importers::haaglanden {

namespace {

struct OrganisationRow {
  const char* id;
  const char* name;
  const char* kind;
  const char* track;
};
constexpr std::array organisations{
    OrganisationRow{"vrh", "Veiligheidsregio Haaglanden", "safety_region", "veiligheidsdirectie"},
    OrganisationRow{"brandweer-haaglanden", "Brandweer Haaglanden", "fire_service", "veiligheidsdirectie"},
    OrganisationRow{"politie-den-haag", "Politie, eenheid Den Haag", "police", "veiligheidsdirectie"},
    OrganisationRow{"ambulance-haaglanden", "Ambulancedienst Haaglanden", "ambulance_service", "veiligheidsdirectie"},
    OrganisationRow{"ghor-haaglanden", "GHOR Haaglanden", "ghor", "veiligheidsdirectie"},
    OrganisationRow{"meldkamer", "Meldkamer Den Haag (De Yp)", "control_room", "veiligheidsdirectie"},
    OrganisationRow{"rijk", "Rijk en landelijke voorzieningen", "national", "national"},
    OrganisationRow{"tennet", "TenneT", "provider", "provider"},
    OrganisationRow{"stedin", "Stedin", "provider", "provider"},
    OrganisationRow{"westland-infra", "Westland Infra", "provider", "provider"},
    OrganisationRow{"grid-neighbours", "Netbeheerders van de buurregio's (samen)", "provider", "provider"},
    OrganisationRow{"mobile-operators", "Mobiele netwerkaanbieders (samen)", "provider", "provider"},
    OrganisationRow{"fixed-operators", "Aanbieders van vaste netten (samen)", "provider", "provider"},
    OrganisationRow{"dunea", "Dunea", "provider", "provider"},
    OrganisationRow{"evides", "Evides", "provider", "provider"},
    OrganisationRow{"delfland", "Hoogheemraadschap van Delfland", "provider", "provider"},
    OrganisationRow{"heat-companies", "Warmtebedrijven (samen)", "provider", "provider"},
    OrganisationRow{"housing", "Verhuurders en eigenaren van hoogbouw (samen)", "other", "provider"},
    OrganisationRow{"fuel-suppliers", "Brandstofleveranciers en tankstations (samen)", "provider", "provider"},
    OrganisationRow{"payments", "Banken en betalingsverkeer (samen)", "provider", "provider"},
    OrganisationRow{"supermarkets", "Supermarkten en hun distributie (samen)", "provider", "provider"},
    OrganisationRow{"hmc", "Haaglanden Medisch Centrum", "provider", "provider"},
    OrganisationRow{"haga", "HagaZiekenhuis", "provider", "provider"},
    OrganisationRow{"reinier-de-graaf", "Reinier de Graaf", "provider", "provider"},
    OrganisationRow{"general-practitioners", "Huisartsen en huisartsenposten (samen)", "provider", "provider"},
    OrganisationRow{"home-care", "Thuiszorg (samen)", "provider", "provider"},
    OrganisationRow{"nursing-homes", "Verpleeghuizen (samen)", "provider", "provider"},
    OrganisationRow{"pharmacies", "Apotheken en groothandel (samen)", "provider", "provider"},
    OrganisationRow{"omroep-west", "Omroep West", "provider", "provider"},
    OrganisationRow{"public-transport", "MRDH en HTM", "provider", "provider"},
    OrganisationRow{"rail", "Spoorbeheerder", "provider", "provider"},
    OrganisationRow{"schools", "Scholen (samen)", "other", "car"},
    OrganisationRow{"weather", "Het weer (van niemand)", "other", "national"},
};

}  // namespace

void add_catalogue(Context& context) {
  for (const MunicipalityFact& municipality : context.sources.municipalities)
    context.draft.row("organisations", {{"id", municipality.id},
                                        {"name", municipality.name},
                                        {"kind", "municipality"},
                                        {"track", "car"},
                                        {"source", "cbs-municipalities"},
                                        {"confidence", "register"}});
  for (const OrganisationRow& row : organisations)
    context.draft.row("organisations", {{"id", row.id},
                                        {"name", row.name},
                                        {"kind", row.kind},
                                        {"track", row.track},
                                        {"source", "general-knowledge"},
                                        {"confidence", "assumption"}});
  add_services(context.draft);
}

}  // namespace veer::importers::haaglanden
