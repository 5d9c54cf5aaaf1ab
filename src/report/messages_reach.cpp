#include <array>

#include "report/messages.hpp"

namespace veer::report {

namespace {

constexpr auto catalogue = std::to_array<MessageText>({
    {"report.reach.heading", "Bereik: wie hoort een bericht nog?", "Reach: who still hears a message?"},
    {"report.reach.doubt",
     "Wantrouwen: van uur {0} tot uur {1} slaat maar {2} acht op een bericht langs {3}. Dat zit in alle cijfers hier.",
     "Distrust: from hour {0} until hour {1} only {2} heed a message through {3}. All figures here contain it."},
    {"report.reach.lead",
     "In het eerste uur bereikt een bericht {0} van de inwoners. Na 2 uur is dat {1}, na 8 uur {2} en na een dag {3}.",
     "In the first hour a message reaches {0} of the residents. After 2 hours that is {1}, after 8 hours {2} and after "
     "a day {3}."},
    {"report.reach.intro",
     "Een kanaal werkt alleen als het bij de zender én bij de ontvanger werkt: de zender heeft stroom, het net is er, "
     "en de telefoon of radio heeft nog een volle accu of batterij.",
     "A channel only works when it works at the sender and at the receiver: the sender has power, the net is there, "
     "and "
     "the telephone or radio still has a charged battery."},
    {"report.reach.chart", "Bereikbare inwoners", "Residents within reach"},
    {"report.reach.chart_unit", "deel met minstens één werkend kanaal", "share with at least one working channel"},
    {"report.reach.channels_caption", "Wie een kanaal bereikt, per moment (donker: weinig)",
     "Whom a channel reaches, by moment (dark: few)"},
    {"report.reach.together", "alle kanalen samen", "all channels together"},
    {"report.reach.bounds", "grenzen, hoe de groepen ook overlappen (%)", "bounds, however the audiences overlap (%)"},
    {"report.reach.plan_heading", "Welke berichten bereiken op tijd de meeste mensen?",
     "Which messages reach most people in time?"},
    {"report.reach.messages.one", "één bericht", "one message"},
    {"report.reach.messages.many", "{0} berichten", "{0} messages"},
    {"report.reach.plan",
     "Met {0} zijn binnen {1} ongeveer {2} inwoners te bereiken ({3}). Geen andere keuze van zoveel berichten bereikt "
     "er meer dan {4}.",
     "With {0} about {2} residents ({3}) can be reached within {1}. No other choice of as many messages reaches more "
     "than {4}."},
    {"report.reach.plan_caption", "De berichten in de volgorde waarin zij het meeste toevoegen",
     "The messages in the order in which they add most"},
    {"report.reach.starts_caption", "Wat evenveel berichten bereiken als er eerst wordt gewacht",
     "What as many messages reach after waiting first"},
    {"report.reach.needs_nothing", "Zonder net of stroom werken alleen: {0}. Zij kosten uren en mensen.",
     "Without net or power only these work: {0}. They take hours and people."},
    {"report.reach.areas_fold", "De gebieden die het slechtst bereikt worden", "The areas that are reached worst"},
    {"report.reach.areas_caption", "Bereik op uur {0}, laagste eerst", "Reach at hour {0}, lowest first"},
    {"report.reach.col.channel", "Kanaal", "Channel"},
    {"report.reach.col.send", "Verzonden (uur:minuut)", "Sent (hour:minute)"},
    {"report.reach.col.arrives", "Binnen", "Comes in"},
    {"report.reach.col.gained", "Inwoners erbij", "Residents added"},
    {"report.reach.col.reached", "Inwoners bereikt", "Residents reached"},
    {"report.reach.col.not_before", "Niets verzonden vóór", "Nothing sent before"},
    {"report.reach.col.share", "Deel", "Share"},
    {"report.reach.col.share_spread", "Deel bereikt (P5–P95)", "Share reached (P5–P95)"},

    {"report.clock.heading", "Beslisklok: tot wanneer helpt een besluit nog?",
     "Decision clock: until when does a decision help?"},
    {"report.clock.lead",
     "Tijdens een storing weet niemand hoe lang zij duurt. Deze klok zegt per besluit hoe lang men kan wachten.",
     "During an outage nobody knows how long it will last. This clock says for each decision how long one can wait."},
    {"report.clock.intro",
     "Vet: tot dat moment werkt het besluit nog in 95 % van de gevallen waarin het nodig is; daarachter: in 50 %. "
     "Tijden "
     "zijn uren en minuten na het begin. Een besluit werkt als de opdracht nog kan worden doorgegeven en de tijd tot "
     "het "
     "effect korter is dan wat er nog over is.",
     "Bold: up to that moment the decision still works in 95 % of the cases in which it is needed; behind it: in 50 %. "
     "Times are hours and minutes after the start. A decision works when the order can still be passed on and it takes "
     "effect before what is left runs out."},
    {"report.clock.caption", "Hoe lang wachten kan, bij een kortere en een langere storing",
     "How long one can wait, in a shorter and a longer outage"},
    {"report.clock.col.decision", "Besluit", "Decision"},
    {"report.clock.via", "gaat via {0}", "goes through {0}"},
    {"report.clock.col.lost", "Een uur later kost, bij de langste storing",
     "An hour later costs, in the longest outage"},
    {"report.clock.agreed", "vooraf afgesproken", "agreed beforehand"},
    {"report.clock.if_agreed", "zonder oproep: {0} / {1}", "without a call: {0} / {1}"},
    {"report.clock.not_needed", "niet nodig", "not needed"},
    {"report.clock.never", "al te laat", "too late"},
    {"report.clock.end", "tot het eind", "to the end"},
    {"report.clock.uncalled_heading", "Ga zonder oproep", "Go without being called"},
    {"report.clock.uncalled",
     "Voor deze besluiten valt het net weg voordat de tijd om is. Wie vooraf afspreekt wie waarheen gaat als de stroom "
     "uitvalt, wint die tijd: dan is er geen bericht nodig.",
     "For these decisions the net is lost before the time is up. Agreeing beforehand who goes where when the power "
     "fails wins that time: then no message is needed."},

    {"report.help.heading", "Hulp en kwetsbare mensen", "Help and vulnerable people"},
    {"report.help.lead", "Buren, vrijwilligers en noodsteunpunten vangen samen ongeveer {0} van het tekort op.",
     "Neighbours, volunteers and support points together take away about {0} of the shortage."},
    {"report.help.intro",
     "De rest van dit rapport telt tekorten vóór onderlinge hulp. Hier staat wat hulp daarvan afhaalt, in de eerste "
     "{0} "
     "herhalingen. Niemand wordt twee keer geholpen met hetzelfde: eerst buren, dan vrijwilligers, dan een bezoek aan "
     "een noodsteunpunt.",
     "The rest of this report counts shortages before mutual help. This is what help takes away, in the first {0} "
     "replicas. Nobody is helped twice with the same: first neighbours, then volunteers, then a visit to a support "
     "point."},
    {"report.help.needs_caption", "Tekort en hulp, duizenden persoonsuren",
     "Shortage and help, thousands of person-hours"},
    {"report.help.col.need", "Behoefte", "Need"},
    {"report.help.col.before", "Vóór hulp", "Before help"},
    {"report.help.col.neighbours", "Buren", "Neighbours"},
    {"report.help.col.volunteers", "Vrijwilligers", "Volunteers"},
    {"report.help.col.points", "Noodsteunpunten", "Support points"},
    {"report.help.col.left", "Blijft over", "Left"},
    {"report.help.col.left_share", "Deel dat overblijft", "Share left"},
    {"report.help.tiring_caption", "Wie buren tegelijk kunnen helpen: helpers raken moe",
     "Whom neighbours can help at once: helpers tire"},
    {"report.help.col.day", "Dag", "Day"},
    {"report.help.col.capacity", "Mensen tegelijk (P5–P95)", "People at once (P5–P95)"},
    {"report.help.volunteers_heading", "Vrijwilligers", "Volunteers"},
    {"report.help.volunteers",
     "{0} mensen staan op een lijst. Een oproep gaat met de telefoon; wie in een gebied zonder mobiel net woont, "
     "krijgt "
     "hem niet en komt alleen als dat is afgesproken.",
     "{0} people are on a list. A call goes by telephone; who lives in an area without mobile net does not get it and "
     "only comes where that was agreed."},
    {"report.help.volunteers_caption", "Hoeveel vrijwilligers komen, naar het moment van de oproep",
     "How many volunteers come, by the moment of the call"},
    {"report.help.col.call", "Oproep", "Call"},
    {"report.help.col.come", "Komen (P5–P95)", "Come (P5–P95)"},
    {"report.help.call_at", "op uur {0}", "at hour {0}"},
    {"report.help.uncalled", "zonder oproep", "without a call"},
    {"report.help.visits_heading", "Bezoek aan noodsteunpunten", "Visits to support points"},
    {"report.help.no_visits", "Er zijn geen noodsteunpunten gekozen; bezoek en wachtrijen zijn niet doorgerekend.",
     "No support points were chosen; visits and queues were not worked out."},
    {"report.help.visits",
     "In het hele scenario komen {0} bezoekers, van wie er {1} geholpen worden. Het is het drukst op uur {2}. Het "
     "meest "
     "staan er {3} mensen tegelijk te wachten; samen wachten zij {4} uur.",
     "Over the whole scenario {0} visitors come, of whom {1} are served. The busiest hour is hour {2}. At most {3} "
     "people wait at once; together they wait {4} hours."},
    {"report.help.visits_chart", "Bezoekers", "Visitors"},
    {"report.help.visits_unit", "mensen per uur, alle punten samen", "people an hour, all points together"},
    {"report.help.queue_chart", "Wachtrij", "Queue"},
    {"report.help.queue_unit", "mensen die wachten, alle punten samen", "people waiting, all points together"},
    {"report.help.vulnerable_heading", "Kwetsbare mensen", "Vulnerable people"},
    {"report.help.vulnerable",
     "Hoeveel mensen zonder zitten nadat hun eigen accu, fles of voorraad op is. De groepen overlappen; tel ze niet "
     "op.",
     "How many people are without after their own battery, cylinder or stock is used up. Groups overlap; do not add "
     "them up."},
    {"report.help.vulnerable_caption", "Mensen die zonder zitten, per moment (P5–P95)",
     "People who are without, by moment (P5–P95)"},
    {"report.help.col.group", "Groep", "Group"},
    {"report.help.col.heads", "Mensen", "People"},
    {"report.help.calls_heading", "Oproepen naar 112", "Calls to 112"},
    {"report.help.calls",
     "Het aantal mensen dat wil bellen stijgt. Wie geen net heeft kan niet bellen; wie wel belt, krijgt niet altijd "
     "gehoor als er meer oproepen zijn dan de meldkamer aankan.",
     "More people want to call. Who has no net cannot; who can is not always answered when there are more calls than "
     "the control room can take."},
    {"report.help.calls_caption", "Oproepen in het hele scenario (P5–P95)", "Calls over the whole scenario (P5–P95)"},
    {"report.help.col.calls", "Oproepen", "Calls"},
    {"report.help.col.number", "Aantal", "Number"},
    {"report.help.calls.wanted", "die mensen willen doen", "that people want to make"},
    {"report.help.calls.impossible", "onmogelijk: geen net", "impossible: no net"},
    {"report.help.calls.unanswered", "niet beantwoord", "not answered"},
    {"report.help.calls.answered", "beantwoord", "answered"},
    {"report.help.harm_heading", "Doden en vergiftigingen", "Deaths and poisonings"},
    {"report.help.harm",
     "Alleen waar een bron een cijfer geeft. De marges zijn wijd en de bronnen gaan over andere steden en seizoenen.",
     "Only where a source gives a figure. Intervals are wide and the sources are about other cities and seasons."},
    {"report.help.harm_caption", "Extra slachtoffers (P5–P95) en waarop dat rust",
     "Extra victims (P5–P95) and what that rests on"},
    {"report.help.col.people", "Mensen (P5–P95)", "People (P5–P95)"},
    {"report.help.col.rests_on", "Rust op (laag – gebruikelijk – hoog)", "Rests on (low – typical – high)"},
    {"report.help.unrest_heading", "Onrust-indicator", "Unrest indicator"},
    {"report.help.unrest",
     "Een getal van 0 tot 100 om momenten te vergelijken: een indicator, geen voorspelling. Formule: 100 × ({0}), "
     "waarbij "
     "elke behoefte staat voor het deel van de inwoners dat er na hulp zonder zit.",
     "A number from 0 to 100 to compare moments by: an indicator, no prediction. Formula: 100 × ({0}), where each need "
     "stands for the share of residents who are without it after help."},
    {"report.help.unrest_chart", "Onrust-indicator", "Unrest indicator"},
    {"report.help.unrest_unit", "0 tot 100", "0 to 100"},

    {"report.method.reach.title", "Bereik", "Reach"},
    {"report.method.reach",
     "Van elk kanaal is het deel van de inwoners dat het bereikt zolang het werkt een onzeker cijfer. Een kanaal telt "
     "in "
     "een zone als de zender werkt, de zone de dienst heeft die de ontvanger nodig heeft en het toestel nog stroom "
     "heeft. Groepen van verschillende kanalen zijn onafhankelijk genomen; de grenzen gelden voor elke overlap. "
     "Kanalen met dezelfde zender en ontvanger tellen als één. Het plan kiest steeds het bericht dat het meeste "
     "toevoegt; het bewijs staat in docs/method/reach.md.",
     "The share of residents whom a channel reaches while it works is an uncertain figure. A channel counts in a zone "
     "when the sender works, the zone has the service that the receiver needs and the device still has power. "
     "Audiences "
     "of different channels are taken as independent; the bounds hold for any overlap. Channels with the same sender "
     "and receiver count as one. The plan takes the message that adds most, again and again; the proof stands in "
     "docs/method/reach.md."},
    {"report.method.clock.title", "Beslisklok", "Decision clock"},
    {"report.method.clock",
     "Per herhaling: tot welke minuut de opdracht nog kan worden doorgegeven (de helft van de objecten van de dienst "
     "werkt) en de tijd tot het effect past voor de grens. Bij een waarschuwing: tot wanneer zij de helft bereikt van "
     "wie "
     "het kanaal kan bereiken. Besluiten, eigenaren en tijden staan in de tabel decisions van de regio.",
     "For each replica: up to which minute the order can be passed on (half of the assets of the service work) and the "
     "time to the effect fits before the limit. For a warning: until when it reaches half of those the channel can "
     "reach. Decisions, owners and times stand in the table decisions of the region."},
    {"report.method.help.title", "Hulp", "Help"},
    {"report.method.help",
     "Per gebied en uur: buren helpen zoveel mensen als hun index, hun aantal en hun vermoeidheid toelaten, meest "
     "dringende behoefte eerst; dan vrijwilligers die gekomen zijn; dan bezoekers van een noodsteunpunt dat open is. "
     "Wat niemand opvangt, blijft over. Alle cijfers zijn onzeker en per herhaling getrokken; de meeste zijn aannamen. "
     "Zie docs/method/help.md.",
     "By area and hour: neighbours help as many people as their index, number and tiredness allow, most urgent need "
     "first; then volunteers who have come; then visitors of a support point that is open. What nobody takes away is "
     "left. All figures are uncertain and drawn for each replica; most are assumptions. See docs/method/help.md."},
});

}  // namespace

std::span<const MessageText> reach_messages() { return catalogue; }

}  // namespace veer::report
