#include "study/messages.hpp"

namespace veer::study {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"study.hazard.unknown", "Dreiging '{0}' bestaat niet in deze regio. Kies uit: {1}.", "Hazard '{0}' does not exist in this region. Choose from: {1}."},
      {"study.hazard.near", "Dreiging '{0}' bestaat niet in deze regio. Bedoelt u '{1}'?", "Hazard '{0}' does not exist in this region. Do you mean '{1}'?"},
      {"study.season.unknown", "Seizoen '{0}' bestaat niet. Kies uit: winter, spring, summer, autumn.", "Season '{0}' does not exist. Choose from: winter, spring, summer, autumn."},
      {"study.parameter.missing", "Parameter '{0}' ontbreekt. Voeg een rij toe aan de tabel parameters.", "Parameter '{0}' is missing. Add a row to the table parameters."},
      {"study.asset.unknown", "Object '{0}' bestaat niet in deze regio.", "Asset '{0}' does not exist in this region."},
      {"study.asset.near", "Object '{0}' bestaat niet in deze regio. Bedoelt u '{1}'?", "Asset '{0}' does not exist in this region. Do you mean '{1}'?"},

      {"study.hours", "{0} uur", "{0} hours"},
      {"study.moment", "{0} uur", "{0} hours"},
      {"study.moment.after", "daarna ({0} uur)", "after ({0} hours)"},
      {"study.component.zone", "{0} in {1}", "{0} in {1}"},
      {"study.unit.residents", "inwoners", "residents"},
      {"study.unit.euro", "euro", "euros"},

      {"study.group.all", "alle inwoners", "all residents"},
      {"study.group.over_65", "65 jaar en ouder", "65 and over"},
      {"study.group.dependent_care", "afhankelijk van zorg", "dependent on care"},
      {"study.group.medical_power", "medische apparatuur op stroom", "medical equipment on mains"},
      {"study.group.alarm_users", "met persoonsalarm", "with a personal alarm"},
      {"study.group.high_rise", "hoge verdiepingen", "upper floors of high-rise"},
      {"study.group.low_income", "laag inkomen", "low income"},

      {"study.cause.hit", "{0}: valt zelf uit en heeft geen noodvoorziening", "{0}: goes down itself and has no back-up"},
      {"study.cause.reservoir_empty", "{0}: de accu of voorraad voor {1} is leeg", "{0}: the battery or stock for {1} is empty"},
      {"study.cause.generator_no_start", "{0}: het noodaggregaat start niet", "{0}: the generator does not start"},
      {"study.cause.generator_broke", "{0}: het noodaggregaat gaat stuk", "{0}: the generator breaks down"},
      {"study.cause.generator_no_fuel", "{0}: de brandstof van het noodaggregaat is op", "{0}: the generator runs out of fuel"},
      {"study.cause.manual_over", "{0}: met de hand werken kan nog niet of niet meer ({1})", "{0}: working by hand is not yet or no longer possible ({1})"},
      {"study.cause.supply_lost", "{0}: geen {1} en geen noodvoorziening", "{0}: no {1} and no back-up"},

      {"study.rule.rto_below_mtpd", "Hersteltijddoel (RTO) {0}; de langste toelaatbare uitval (MTPD) is {1}. Het doel moet korter zijn.",
       "Recovery time objective (RTO) {0}; maximum tolerable period of disruption (MTPD) {1}. The objective must be shorter."},
      {"study.rule.dependency_rto", "Rust op '{0}' met hersteltijddoel {1}; het eigen doel is {2}. Waar een proces op rust, moet even snel of sneller terug zijn.",
       "Rests on '{0}' with recovery objective {1}; its own objective is {2}. What a process rests on must be back as fast or faster."},
      {"study.rule.autonomy", "{0}: eigen noodstroom voor {1}; het scenario duurt {2}. Er is geen afspraak over bijvullen.", "{0}: own emergency power for {1}; the scenario lasts {2}. There is no promise to refuel."},
      {"study.rule.autonomy.resupply", "{0}: eigen noodstroom voor {1}; het scenario duurt {2}. Er is een afspraak over bijvullen.", "{0}: own emergency power for {1}; the scenario lasts {2}. There is a promise to refuel."},

      {"study.deadlock", "{0} onderdelen wachten op elkaar en komen niet vanzelf terug, onder andere {1} en {2}.", "{0} parts wait for one another and do not come back by themselves, among them {1} and {2}."},

      {"study.criterion.needs", "Gebrek aan eerste levensbehoeften (water, voedsel, warmte)", "Lack of primary needs (water, food, warmth)"},
      {"study.criterion.needs.note", "Meeste inwoners tegelijk zonder één van deze, na eigen voorraad. Klasse volgens de landelijke schaal voor 2 tot 6 dagen; de grenzen zijn uit het hoofd en niet nagekeken.",
       "Most residents at once without one of these, after their own reserve. Class by the national scale for 2 to 6 days; its bounds are recalled and not checked."},
      {"study.criterion.costs", "Kosten", "Costs"},
      {"study.criterion.costs.note", "Gerekend met {0} euro per inwoner per uur zonder stroom (FIN05, prijspeil 2003 omgerekend naar 2025). Alleen de stroomuitval zelf.",
       "Computed with {0} euros per resident and hour without power (FIN05, price level 2003 converted to 2025). Only the power outage itself."},
      {"study.criterion.daily_life", "Verstoring van het dagelijks leven", "Disruption of daily life"},
      {"study.criterion.daily_life.note", "Meeste inwoners tegelijk zonder stroom. Klasse volgens de landelijke schaal voor 2 tot 6 dagen; de grenzen zijn uit het hoofd en niet nagekeken.",
       "Most residents at once without power. Class by the national scale for 2 to 6 days; its bounds are recalled and not checked."},

      {"study.not_modelled.polarisation", "Polarisatie, extremisme en onrust: die zijn niet uit uitval te berekenen.", "Polarisation, extremism and unrest: they cannot be computed from outages."},
      {"study.not_modelled.disinformation", "Desinformatie en vertrouwen in de overheid.", "Disinformation and trust in government."},
      {"study.not_modelled.mutual_help", "Hulp van buren en vrijwilligers: alle cijfers zijn vóór onderlinge hulp.", "Help from neighbours and volunteers: all figures are before mutual help."},
      {"study.not_modelled.support_points", "Noodsteunpunten en nooddrinkwater: wat zij opvangen is nog niet afgetrokken.", "Support points and emergency drinking water: what they take up is not deducted."},
      {"study.not_modelled.fuel_sharing", "Strijd om dezelfde tankwagens en losse aggregaten: elk contract wordt apart nagekomen.", "Competition for the same fuel trucks and mobile sets: each contract is kept on its own."},
      {"study.not_modelled.staff", "Personeel dat niet kan komen, behalve waar het als rooster in de tabellen staat.", "Staff who cannot come, except where a roster stands in the tables."},
      {"study.not_modelled.traffic", "Verkeer: vaste wegen en files vertragen in dit model nog niemand.", "Traffic: blocked roads and queues delay no one in this model."},
      {"study.not_modelled.emergency_calls", "Drukte bij 112: alleen of bellen kan, niet hoe lang men wacht.", "Load on 112: only whether calling is possible, not how long one waits."},
      {"study.not_modelled.neighbours", "Hulp van buiten de regio: de buurregio's hebben dezelfde uitval.", "Help from outside the region: the neighbouring regions have the same outage."},
      {"study.not_modelled.presence", "Forenzen, toeristen en scholieren: de cijfers gaan over inwoners.", "Commuters, tourists and pupils: the figures are about residents."},
      {"study.not_modelled.military", "Militaire dreiging en vertrouwelijke plannen: die worden alleen genoemd, nooit opgeslagen.", "Military threats and confidential plans: only named, never stored."},

      {"study.explain.never_down", "{0} bleef in deze doorrekening de hele tijd werken.", "{0} kept working throughout this replica."},
      {"study.explain.down", "{0} viel uit na {1}.", "{0} went down after {1}."},
      {"study.explain.back", "{0} kwam terug na {1}; dat is {2} na de uitval.", "{0} came back after {1}; that is {2} after it went down."},
      {"study.explain.not_back", "{0} was aan het einde ({1}) nog niet terug.", "{0} was not back at the end ({1})."},
      {"study.explain.hit", "Reden: de dreiging trof {0} zelf, van {1} tot {2}.", "Reason: the hazard struck {0} itself, from {1} to {2}."},
      {"study.explain.breakdown", "Reden: {0} ging zelf stuk, van {1} tot {2}.", "Reason: {0} broke down itself, from {1} to {2}."},
      {"study.explain.need", "Reden: er was geen {0} meer voor {1}.", "Reason: there was no {0} any more for {1}."},
      {"study.explain.supply", "Van de {0} leveranciers werkten er nog {1}; nodig: {2}. Uitgevallen: {3}.", "Of the {0} suppliers {1} were still working; needed: {2}. Down: {3}."},
      {"study.explain.and_more", "{0} en nog {1}", "{0} and {1} more"},
      {"study.explain.reservoir", "De accu of voorraad was leeg na {0}.", "The battery or stock was empty after {0}."},
      {"study.explain.reservoir.unused", "De accu of voorraad was al leeg.", "The battery or stock was already empty."},
      {"study.explain.generator.no_start", "Het noodaggregaat startte niet.", "The generator did not start."},
      {"study.explain.generator.broke", "Het noodaggregaat startte en ging stuk na {0} draaien.", "The generator started and broke down after running {0}."},
      {"study.explain.generator.no_fuel", "Het noodaggregaat startte; na {0} draaien was de tank leeg en er kwam geen brandstof.", "The generator started; after running {0} its tank was empty and no fuel came."},
      {"study.explain.generator.late_fuel", "Het noodaggregaat startte; na {0} draaien was de tank leeg. De brandstof zou pas na {1} komen.", "The generator started; after running {0} its tank was empty. Fuel would only come after {1}."},
      {"study.explain.manual.not_yet", "Met de hand werken kon pas vanaf {0}.", "Working by hand was only possible from {0}."},
      {"study.explain.manual.over", "Met de hand werken hield {0} stand.", "Working by hand held out for {0}."},
      {"study.explain.no_backup", "Er was geen noodvoorziening.", "There was no back-up."},
      {"study.explain.because", "Waarom {0} er niet was:", "Why {0} was not there:"},
      {"study.explain.told_before", "{0}: zie hierboven.", "{0}: see above."},
      {"study.explain.recovery", "Alles wat het nodig heeft was er weer na {0}; opstarten duurde {1}.", "Everything it needs was there again after {0}; restarting took {1}."},
  };
  return all;
}

}  // namespace veer::study
