#include "study/messages.hpp"

#include <array>

namespace veer::study {

namespace {

// {0}: where ("in delen van Delft"), {1}: the hazard or the part of it that is meant, {2}: the services it takes.
constexpr auto catalogue = std::to_array<MessageText>({
    {"study.cap.exercise", "Dit is een oefening.", "This is an exercise."},
    {"study.cap.and", " en ", " and "},
    {"study.cap.others", " en nog {0} gemeenten", " and {0} other municipalities"},
    {"study.cap.where", "in {0}", "in {0}"},
    {"study.cap.where.part", "in delen van {0}", "in parts of {0}"},
    {"study.cap.region", "in de hele regio", "in the whole region"},
    {"study.cap.region.part", "in delen van de regio", "in parts of the region"},
    {"study.cap.nothing", "geen", "none"},
    {"study.cap.before.headline", "OEFENING – {1}: bereid u voor", "EXERCISE – {1}: prepare now"},
    {"study.cap.before.description", "Wij verwachten {0}: {1}. Nu is er nog niets aan de hand.",
     "We expect {0}: {1}. Nothing has happened yet."},
    {"study.cap.over.headline", "OEFENING – {1}: bijna voorbij", "EXERCISE – {1}: nearly over"},
    {"study.cap.over.description", "De oorzaak is weg: {1}. Herstellen kan op sommige plaatsen langer duren.",
     "The cause is gone: {1}. Recovery can take longer in some places."},
    {"study.cap.over.instruction", "Kijk of alles bij u weer werkt. Help wie dat nog niet kan. Vul uw voorraad aan.",
     "See whether everything works again at your home. Help those who are not there yet. Restock."},
    {"study.cap.winter", "Verwarm samen één kamer.", "Heat one room together."},
    {"study.cap.power.now.headline", "OEFENING – Stroomstoring: dit kunt u nu doen",
     "EXERCISE – Power cut: what you can do now"},
    {"study.cap.power.now.description",
     "De stroom is uitgevallen {0}. Wij weten niet hoe lang dat duurt. Mobiele telefoons kunnen binnen enkele uren "
     "uitvallen.",
     "Electricity is out {0}. We do not know for how long. Mobile telephones may fail within hours."},
    {"study.cap.power.now.instruction",
     "Bel nu wie u nodig heeft en spaar daarna uw telefoon. Zet een radio op batterijen op de rampenzender. Tap water "
     "af. Kijk bij uw buren of zij hulp nodig hebben. Gebruik binnen geen barbecue of aggregaat: gevaar voor "
     "koolmonoxide.",
     "Call whom you need now, then save your telephone. Tune a battery radio to the emergency broadcaster. Draw water. "
     "See whether your neighbours need help. Use no barbecue or generator indoors: danger of carbon monoxide."},
    {"study.cap.power.points.headline", "OEFENING – Hier vindt u hulp zonder telefoon",
     "EXERCISE – Where to find help without a telephone"},
    {"study.cap.power.points.description", "De stroom is nog niet overal terug {0}. Bellen lukt misschien niet.",
     "Electricity is not yet back everywhere {0}. Calling may not work."},
    {"study.cap.power.points.instruction",
     "Ga in nood naar het dichtstbijzijnde noodsteunpunt of de brandweerkazerne. Daar kunt u 112 laten waarschuwen. Ga "
     "ook als u wilt helpen: u hoeft niet op een oproep te wachten.",
     "In an emergency go to the nearest support point or fire station. There 112 can be alerted for you. Go too if you "
     "want to help: you need not wait to be called."},
    {"study.cap.power.after.headline", "OEFENING – Let op elkaar; volgend bericht over drie uur",
     "EXERCISE – Look after one another; next message in three hours"},
    {"study.cap.power.after.description", "De stroom is nog niet overal terug {0}. Voorraden kunnen opraken.",
     "Electricity is not yet back everywhere {0}. Supplies may run low."},
    {"study.cap.power.after.instruction",
     "Ga langs bij wie oud, ziek of alleen is. Is er geen water uit de kraan? Haal het bij een uitgiftepunt. Luister "
     "om de drie uur naar de rampenzender.",
     "Call on whoever is old, ill or alone. No water from the tap? Fetch it at a distribution point. Listen to the "
     "emergency broadcaster every three hours."},
    {"study.cap.rain.now.headline", "OEFENING – Wateroverlast: blijf binnen en blijf droog",
     "EXERCISE – Flooding by rain: stay inside and dry"},
    {"study.cap.rain.now.description", "Er is wateroverlast {0}. Straten, tunnels en kelders kunnen onder water staan.",
     "There is flooding by rain {0}. Streets, tunnels and cellars may be under water."},
    {"study.cap.rain.now.instruction",
     "Ga niet de weg op. Rijd of loop niet door water: u ziet geen putten. Ga niet naar een kelder die volloopt. Zet "
     "spullen hoog. Bel 112 alleen bij levensgevaar.",
     "Stay off the road. Do not drive or walk through water: open drains cannot be seen. Keep out of a cellar that is "
     "filling. Move things up. Call 112 only when a life is in danger."},
    {"study.cap.rain.points.headline", "OEFENING – Wateroverlast: help elkaar",
     "EXERCISE – Flooding by rain: help one another"},
    {"study.cap.rain.points.description",
     "De wateroverlast is nog niet overal voorbij {0}. Hulpdiensten hebben het druk en zijn later bij u.",
     "Flooding is not yet over everywhere {0}. The emergency services are busy and will take longer."},
    {"study.cap.rain.points.instruction",
     "Kijk of buren hulp nodig hebben. Raak geen stekkers of apparaten aan die nat zijn. Spoel het toilet niet door "
     "als het riool vol staat.",
     "See whether neighbours need help. Do not touch wet plugs or appliances. Do not flush the toilet when the sewer "
     "is full."},
    {"study.cap.rain.after.headline", "OEFENING – Wateroverlast: pas op met vuil water",
     "EXERCISE – Flooding by rain: beware of dirty water"},
    {"study.cap.rain.after.description", "De gevolgen van de regen zijn nog niet overal voorbij {0}.",
     "The effects of the rain are not yet over everywhere {0}."},
    {"study.cap.rain.after.instruction",
     "Het water op straat is vuil. Was uw handen en houd kinderen eruit. Ga langs bij wie oud, ziek of alleen is. "
     "Reken op langere reistijd.",
     "The water in the street is dirty. Wash your hands and keep children out. Call on whoever is old, ill or alone. "
     "Expect longer journeys."},
    {"study.cap.heat.now.headline", "OEFENING – Hitte: drink, blijf koel, let op elkaar",
     "EXERCISE – Heat: drink, stay cool, look after one another"},
    {"study.cap.heat.now.description", "Het is gevaarlijk warm {0}.", "It is dangerously hot {0}."},
    {"study.cap.heat.now.instruction",
     "Drink genoeg, ook zonder dorst. Blijf uit de zon en doe het rustig aan. Houd uw huis koel: gordijnen dicht "
     "overdag, ramen open in de nacht. Bel of bezoek wie oud, ziek of alleen is.",
     "Drink enough, also when not thirsty. Stay out of the sun and take it easy. Keep your home cool: curtains closed "
     "by day, windows open at night. Call or visit whoever is old, ill or alone."},
    {"study.cap.heat.points.headline", "OEFENING – Hitte: zoek een koele plek", "EXERCISE – Heat: find a cool place"},
    {"study.cap.heat.points.description", "Het blijft gevaarlijk warm {0}.", "It stays dangerously hot {0}."},
    {"study.cap.heat.points.instruction",
     "Is het thuis te warm? Ga naar een koele plek, zoals een bibliotheek of winkel. Is iemand suf of verward? Koel "
     "die persoon en bel 112.",
     "Too hot at home? Go to a cool place such as a library or a shop. Is somebody drowsy or confused? Cool that "
     "person and call 112."},
    {"study.cap.heat.after.headline", "OEFENING – Hitte houdt aan: ga langs bij wie alleen is",
     "EXERCISE – Heat continues: call on whoever is alone"},
    {"study.cap.heat.after.description",
     "Het blijft gevaarlijk warm {0}. Elke dag wordt het zwaarder voor wie oud of ziek is.",
     "It stays dangerously hot {0}. Each day is harder on the old and the ill."},
    {"study.cap.heat.after.instruction",
     "Ga elke dag langs bij wie oud, ziek of alleen is. Zorg dat zij drinken en koel kunnen slapen.",
     "Call every day on whoever is old, ill or alone. See that they drink and can sleep in a cool room."},
    {"study.cap.cold.now.headline", "OEFENING – Strenge kou: blijf warm, let op elkaar",
     "EXERCISE – Severe cold: stay warm, look after one another"},
    {"study.cap.cold.now.description", "Het is gevaarlijk koud {0}.", "It is dangerously cold {0}."},
    {"study.cap.cold.now.instruction",
     "Blijf binnen als het kan. Verwarm één kamer. Bel of bezoek wie oud, ziek of alleen is. Gebruik binnen geen "
     "barbecue of aggregaat: gevaar voor koolmonoxide.",
     "Stay inside when you can. Heat one room. Call or visit whoever is old, ill or alone. Use no barbecue or "
     "generator indoors: danger of carbon monoxide."},
    {"study.cap.cold.points.headline", "OEFENING – Kou: zoek een warme plek", "EXERCISE – Cold: find a warm place"},
    {"study.cap.cold.points.description", "Het blijft gevaarlijk koud {0}.", "It stays dangerously cold {0}."},
    {"study.cap.cold.points.instruction",
     "Is het thuis te koud? Ga naar buren, familie of een plek die warm is. Neem dekens en medicijnen mee.",
     "Too cold at home? Go to neighbours, family or a place that is warm. Take blankets and medicines."},
    {"study.cap.cold.after.headline", "OEFENING – Kou houdt aan: ga langs bij wie alleen is",
     "EXERCISE – Cold continues: call on whoever is alone"},
    {"study.cap.cold.after.description", "Het blijft gevaarlijk koud {0}.", "It stays dangerously cold {0}."},
    {"study.cap.cold.after.instruction",
     "Ga elke dag langs bij wie oud, ziek of alleen is. Kijk of zij warm zijn en eten.",
     "Call every day on whoever is old, ill or alone. See that they are warm and eat."},
    {"study.cap.weather.now.headline", "OEFENING – Gevaarlijk weer: pas op", "EXERCISE – Dangerous weather: take care"},
    {"study.cap.weather.now.description", "Het weer is gevaarlijk {0}: {1}.", "The weather is dangerous {0}: {1}."},
    {"study.cap.weather.now.instruction",
     "Ga alleen de weg op als het moet. Volg het weerbericht. Bel of bezoek wie oud, ziek of alleen is.",
     "Travel only when you must. Follow the forecast. Call or visit whoever is old, ill or alone."},
    {"study.cap.weather.points.headline", "OEFENING – Gevaarlijk weer: help elkaar",
     "EXERCISE – Dangerous weather: help one another"},
    {"study.cap.weather.points.description", "Het weer blijft gevaarlijk {0}: {1}.",
     "The weather stays dangerous {0}: {1}."},
    {"study.cap.weather.points.instruction", "Kijk of buren hulp nodig hebben. Hulp kan later komen dan u gewend bent.",
     "See whether neighbours need help. Help may come later than usual."},
    {"study.cap.weather.after.headline", "OEFENING – Gevaarlijk weer houdt aan",
     "EXERCISE – Dangerous weather continues"},
    {"study.cap.weather.after.description", "Het weer blijft gevaarlijk {0}: {1}.",
     "The weather stays dangerous {0}: {1}."},
    {"study.cap.weather.after.instruction",
     "Ga elke dag langs bij wie oud, ziek of alleen is. Luister om de drie uur naar de rampenzender.",
     "Call every day on whoever is old, ill or alone. Listen to the emergency broadcaster every three hours."},
    {"study.cap.water.now.headline", "OEFENING – Geen drinkwater: dit kunt u nu doen",
     "EXERCISE – No drinking water: what you can do now"},
    {"study.cap.water.now.description",
     "Er komt geen of te weinig drinkwater uit de kraan {0}. Wij weten niet hoe lang dat duurt.",
     "No drinking water, or too little, comes from the tap {0}. We do not know for how long."},
    {"study.cap.water.now.instruction",
     "Gebruik water dat u in huis hebt zuinig: eerst om te drinken. Doe de kranen dicht. Koop niet meer dan u nodig "
     "hebt. Kijk bij uw buren of zij water hebben.",
     "Use the water you have sparingly: drinking comes first. Close the taps. Buy no more than you need. See whether "
     "your neighbours have water."},
    {"study.cap.water.points.headline", "OEFENING – Hier krijgt u drinkwater",
     "EXERCISE – Where to get drinking water"},
    {"study.cap.water.points.description", "Het drinkwater is nog niet overal terug {0}.",
     "Drinking water is not yet back everywhere {0}."},
    {"study.cap.water.points.instruction",
     "Haal drinkwater bij een uitgiftepunt: drie liter per persoon per dag. Neem flessen mee. Haal ook voor wie zelf "
     "niet kan gaan.",
     "Fetch drinking water at a distribution point: three litres per person per day. Bring bottles. Fetch for those "
     "who cannot go too."},
    {"study.cap.water.after.headline", "OEFENING – Nog geen drinkwater: let op elkaar",
     "EXERCISE – Still no drinking water: look after one another"},
    {"study.cap.water.after.description", "Het drinkwater is nog niet overal terug {0}.",
     "Drinking water is not yet back everywhere {0}."},
    {"study.cap.water.after.instruction",
     "Ga langs bij wie oud, ziek of alleen is en breng water. Is het water terug? Laat de kraan twee minuten lopen "
     "voordat u ervan drinkt.",
     "Call on whoever is old, ill or alone and bring water. Is the water back? Let the tap run for two minutes before "
     "you drink."},
    {"study.cap.health.now.headline", "OEFENING – Veel zieken: bescherm uzelf en anderen",
     "EXERCISE – Many people ill: protect yourself and others"},
    {"study.cap.health.now.description", "Veel mensen zijn ziek {0}. Zorg en diensten hebben te weinig mensen.",
     "Many people are ill {0}. Care and services are short of people."},
    {"study.cap.health.now.instruction",
     "Bent u ziek? Blijf thuis en bel de huisarts, ga er niet heen. Was vaak uw handen. Bel 112 alleen bij "
     "levensgevaar. Vraag wie alleen is of er hulp nodig is.",
     "Are you ill? Stay at home and call your GP, do not go there. Wash your hands often. Call 112 only when a life is "
     "in danger. Ask whoever is alone whether help is needed."},
    {"study.cap.health.points.headline", "OEFENING – Veel zieken: spaar de zorg",
     "EXERCISE – Many people ill: spare the care"},
    {"study.cap.health.points.description", "Veel mensen zijn ziek {0}. U wacht langer op zorg dan u gewend bent.",
     "Many people are ill {0}. You wait longer for care than usual."},
    {"study.cap.health.points.instruction",
     "Gaat uw vraag niet over iets dringends? Wacht ermee. Haal medicijnen op tijd. Koop niet meer dan u nodig hebt.",
     "Is your question not urgent? Let it wait. Fetch medicines in time. Buy no more than you need."},
    {"study.cap.health.after.headline", "OEFENING – Veel zieken: zorg voor elkaar",
     "EXERCISE – Many people ill: care for one another"},
    {"study.cap.health.after.description", "Veel mensen zijn ziek {0}. Dat duurt nog dagen.",
     "Many people are ill {0}. That will last for days."},
    {"study.cap.health.after.instruction",
     "Doe boodschappen voor zieke buren en zet ze voor de deur. Bel elke dag met wie alleen is.",
     "Shop for neighbours who are ill and leave it at the door. Call whoever is alone every day."},
    {"study.cap.digital.now.headline", "OEFENING – Digitale storing: dit kunt u nu doen",
     "EXERCISE – Digital disruption: what you can do now"},
    {"study.cap.digital.now.description", "Er is een digitale storing {0}: {1}. Dit werkt niet of slecht: {2}.",
     "There is a digital disruption {0}: {1}. This does not work, or badly: {2}."},
    {"study.cap.digital.now.instruction",
     "Werkt bellen niet? Probeer wifi, een vaste lijn of een ander netwerk. Houd contant geld in huis. Klik niet op "
     "berichten over de storing. Luister naar de rampenzender.",
     "Cannot call? Try Wi-Fi, a landline or another network. Keep cash at home. Do not click on messages about the "
     "disruption. Listen to the emergency broadcaster."},
    {"study.cap.digital.points.headline", "OEFENING – Digitale storing: zo komt u verder",
     "EXERCISE – Digital disruption: how to get by"},
    {"study.cap.digital.points.description",
     "De digitale storing is nog niet voorbij {0}. Dit werkt niet of slecht: {2}.",
     "The digital disruption is not over {0}. This does not work, or badly: {2}."},
    {"study.cap.digital.points.instruction",
     "Betaal contant als pinnen niet lukt. Hebt u hulp nodig en kunt u niet bellen? Ga naar de brandweerkazerne of het "
     "politiebureau. Kan het wachten? Wacht ermee.",
     "Pay cash when cards fail. You need help and cannot call? Go to the fire or police station. Can it wait? Let it "
     "wait."},
    {"study.cap.digital.after.headline", "OEFENING – Digitale storing duurt voort",
     "EXERCISE – Digital disruption continues"},
    {"study.cap.digital.after.description",
     "De digitale storing is nog niet voorbij {0}. Dit werkt niet of slecht: {2}.",
     "The digital disruption is not over {0}. This does not work, or badly: {2}."},
    {"study.cap.digital.after.instruction",
     "Help wie geen contant geld heeft of niet kan bellen. Geloof alleen berichten van de overheid zelf.",
     "Help those without cash or a way to call. Believe messages of the authorities only."},
    {"study.cap.hybrid.now.headline", "OEFENING – Storingen met opzet: blijf rustig, luister goed",
     "EXERCISE – Disruption on purpose: keep calm, listen well"},
    {"study.cap.hybrid.now.description", "Iemand verstoort met opzet voorzieningen {0}. Dit is of wordt geraakt: {2}.",
     "Somebody is disrupting services on purpose {0}. This is hit or will be: {2}."},
    {"study.cap.hybrid.now.instruction",
     "Zet een radio op batterijen op de rampenzender. Geloof alleen berichten van de overheid en stuur geruchten niet "
     "door. Houd contant geld en water in huis. Ziet u iets verdachts? Meld het bij de politie.",
     "Tune a battery radio to the emergency broadcaster. Believe messages of the authorities only and do not pass on "
     "rumours. Keep cash and water at home. You see something suspicious? Tell the police."},
    {"study.cap.hybrid.points.headline", "OEFENING – Storingen met opzet: hier vindt u hulp",
     "EXERCISE – Disruption on purpose: where to find help"},
    {"study.cap.hybrid.points.description", "De storingen zijn nog niet voorbij {0}. Nieuwe storingen kunnen volgen.",
     "The disruptions are not over {0}. New ones may follow."},
    {"study.cap.hybrid.points.instruction",
     "Ga in nood naar het dichtstbijzijnde noodsteunpunt of de brandweerkazerne. Controleer een bericht bij een tweede "
     "bron voordat u het gelooft.",
     "In an emergency go to the nearest support point or fire station. Check a message with a second source before you "
     "believe it."},
    {"study.cap.hybrid.after.headline", "OEFENING – Storingen met opzet: let op elkaar",
     "EXERCISE – Disruption on purpose: look after one another"},
    {"study.cap.hybrid.after.description", "De storingen zijn nog niet voorbij {0}. Nieuwe storingen kunnen volgen.",
     "The disruptions are not over {0}. New ones may follow."},
    {"study.cap.hybrid.after.instruction",
     "Ga langs bij wie oud, ziek of alleen is. Stuur geruchten niet door. Luister om de drie uur naar de rampenzender.",
     "Call on whoever is old, ill or alone. Do not pass on rumours. Listen to the emergency broadcaster every three "
     "hours."},
    {"study.cap.other.now.headline", "OEFENING – {1}: dit kunt u nu doen", "EXERCISE – {1}: what you can do now"},
    {"study.cap.other.now.description", "Er is iets aan de hand {0}: {1}. Dit werkt niet of slecht: {2}.",
     "Something has happened {0}: {1}. This does not work, or badly: {2}."},
    {"study.cap.other.now.instruction",
     "Luister naar de rampenzender. Kijk bij uw buren of zij hulp nodig hebben. Bel 112 alleen bij levensgevaar.",
     "Listen to the emergency broadcaster. See whether your neighbours need help. Call 112 only when a life is in "
     "danger."},
    {"study.cap.other.points.headline", "OEFENING – {1}: hier vindt u hulp", "EXERCISE – {1}: where to find help"},
    {"study.cap.other.points.description", "Het is nog niet voorbij {0}. Dit werkt niet of slecht: {2}.",
     "It is not over {0}. This does not work, or badly: {2}."},
    {"study.cap.other.points.instruction", "Ga in nood naar het dichtstbijzijnde noodsteunpunt of de brandweerkazerne.",
     "In an emergency go to the nearest support point or fire station."},
    {"study.cap.other.after.headline", "OEFENING – {1}: let op elkaar", "EXERCISE – {1}: look after one another"},
    {"study.cap.other.after.description", "Het is nog niet voorbij {0}. Dit werkt niet of slecht: {2}.",
     "It is not over {0}. This does not work, or badly: {2}."},
    {"study.cap.other.after.instruction",
     "Ga langs bij wie oud, ziek of alleen is. Luister om de drie uur naar de rampenzender.",
     "Call on whoever is old, ill or alone. Listen to the emergency broadcaster every three hours."},
});

}  // namespace

std::span<const MessageText> cap_messages() { return catalogue; }

}  // namespace veer::study
