#include "backtest/messages.hpp"

namespace veer::backtest {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"backtest.column.missing", "De kolom '{0}' ontbreekt. Voeg die toe.", "Column '{0}' is missing. Add it."},
      {"backtest.cell.empty", "Hier staat niets. Vul de naam van de storing in.",
       "Nothing stands here. Fill in the name of the outage."},
      {"backtest.number", "Verwacht een getal van {0} tot en met {1}, gevonden '{2}'.",
       "Expected a number from {0} to {1}, found '{2}'."},
      {"backtest.word", "Onbekend woord '{0}'. Kies uit: {1}.", "Unknown word '{0}'. Choose one of: {1}."},
      {"backtest.word.near", "Onbekend woord '{0}'. Bedoelt u '{1}'? Kies uit: {2}.",
       "Unknown word '{0}'. Did you mean '{1}'? Choose one of: {2}."},
      {"backtest.case.twice", "De storing '{0}' staat er twee keer. Geef elke storing een eigen naam.",
       "The outage '{0}' stands here twice. Give each a name of its own."},
      {"backtest.case.unknown", "De storing '{0}' staat niet in de tabel met storingen. Voeg die daar toe.",
       "The outage '{0}' is not in the table of outages. Add it there."},
      {"backtest.case.near", "De storing '{0}' staat niet in de tabel met storingen. Bedoelt u '{1}'?",
       "The outage '{0}' is not in the table of outages. Did you mean '{1}'?"},
      {"backtest.range", "De bovengrens is lager dan de ondergrens {0}. Wissel ze om of verbeter ze.",
       "The upper end is below the lower end {0}. Exchange or mend them."},
      {"backtest.observable.share_customers_without_power", "deel van de klanten nog zonder stroom",
       "share of customers still without power"},
      {"backtest.observable.hours_to_full_restoration", "uren tot de laatste klant", "hours to the last customer"},
      {"backtest.observable.share_mobile_sites_down", "deel van de zendmasten uit", "share of mobile sites down"},
      {"backtest.observable.share_mobile_users_connected", "deel van de mobiele gebruikers met verbinding",
       "share of mobile users connected"},
      {"backtest.observable.share_reached_by_mobile_warning", "deel bereikt door een waarschuwing op de telefoon",
       "share reached by a mobile warning"},
      {"backtest.observable.share_emergency_radio_sites_up", "deel van de masten voor hulpdiensten in de lucht",
       "share of emergency radio sites up"},
      {"backtest.observable.calls_112_factor_peak", "oproepen naar 112, keer normaal", "calls to 112, times normal"},
      {"backtest.observable.share_payment_terminals_up", "deel van de betaalautomaten dat werkt",
       "share of payment terminals up"},
      {"backtest.observable.share_traffic_signals_up", "deel van de verkeerslichten dat werkt",
       "share of traffic signals up"},
      {"backtest.observable.share_fuel_stations_open", "deel van de tankstations open", "share of fuel stations open"},
      {"backtest.observable.share_high_rise_upper_floors_with_water", "deel van de hoge verdiepingen met water",
       "share of upper floors with water"},
      {"backtest.observable.share_hospital_acute_up", "deel van de ziekenhuizen met acute zorg",
       "share of hospitals with acute care"},
      {"backtest.observable.share_district_heating_down_after_power_return",
       "deel zonder stadswarmte nadat er weer stroom is", "share without district heat after power is back"},
      {"backtest.observable.hours_until_sewer_overflow_dry", "uren tot het riool overstort bij droog weer",
       "hours until sewers overflow in dry weather"},
      {"backtest.observable.hours_emergency_lighting", "uren noodverlichting", "hours of emergency lighting"},
      {"backtest.observable.lift_entrapments_per_100k", "mensen vast in de lift per 100.000",
       "people stuck in lifts per 100,000"},
      {"backtest.observable.co_poisonings_per_100k", "koolmonoxidevergiftigingen per 100.000",
       "carbon monoxide poisonings per 100,000"},
      {"backtest.observable.excess_mortality_share", "extra sterfte als deel van normaal",
       "extra deaths as a share of normal"},
  };
  return all;
}

}  // namespace veer::backtest
