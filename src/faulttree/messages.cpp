#include "faulttree/messages.hpp"

namespace veer::faulttree {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"faulttree.expression.domain",
       "Een kans kan niet worden berekend: verwacht {0}, gevonden: {1}. Verbeter deze uitdrukking.",
       "A probability cannot be computed: expected {0}, found: {1}. Correct this expression."},
      {"faulttree.probability.range",
       "De kans van gebeurtenis '{0}' is {1}. Een kans ligt tussen 0 en 1; verbeter de uitdrukking.",
       "The probability of event '{0}' is {1}. A probability lies between 0 and 1; correct the expression."},
      {"faulttree.group.members",
       "Groep '{0}' heeft {1} leden. Een groep met gemeenschappelijke oorzaak heeft er minstens twee.",
       "Group '{0}' has {1} members. A common-cause group has at least two."},
      {"faulttree.group.level",
       "Groep '{0}': factor van niveau {1} past niet. Geef de niveaus zonder gaten: bij beta-factor het aantal leden, "
       "bij MGL vanaf 2, bij de andere vanaf 1.",
       "Group '{0}': the factor of level {1} does not fit. Give the levels without gaps: the number of members for "
       "beta-factor, from 2 for MGL, from 1 for the others."},
      {"faulttree.group.factor", "Groep '{0}': factor {1} ligt niet tussen 0 en 1.",
       "Group '{0}': factor {1} does not lie between 0 and 1."},
      {"faulttree.group.sum",
       "Groep '{0}': de factoren tellen op tot {1}. Bij phi-factor is dat 1, bij alpha-factor meer dan 0.",
       "Group '{0}': the factors add up to {1}. They are to add up to 1 for phi-factor, to more than 0 for "
       "alpha-factor."},
      {"faulttree.group.large",
       "Groep '{0}' met {1} leden geeft meer dan {2} gezamenlijke uitvallen. Deel de groep op of geef minder niveaus.",
       "Group '{0}' of {1} members gives more than {2} common failures. Split the group or give fewer levels."},
      {"faulttree.top.unknown", "Er is geen poort '{0}'. Kies een poort die in het bestand staat.",
       "There is no gate '{0}'. Choose a gate of the file."},
      {"faulttree.top.unknown_suggestion", "Er is geen poort '{0}'. Bedoelt u '{1}'?",
       "There is no gate '{0}'. Do you mean '{1}'?"},
      {"faulttree.top.none", "Het bestand heeft geen topgebeurtenis. Geef met --top-event de naam van een poort.",
       "The file has no top event. Name a gate with --top-event."},
      {"faulttree.top.several", "Het bestand heeft {0} topgebeurtenissen: {1}. Kies er een met --top-event.",
       "The file has {0} top events: {1}. Choose one with --top-event."},
      {"faulttree.memory",
       "Het antwoord past niet in {0} GiB. Geef meer met --memory, vraag minder combinaties met --list, of alleen de "
       "kans met --no-cutsets.",
       "The answer does not fit in {0} GiB. Allow more with --memory, ask for fewer sets with --list, or for the "
       "probability alone with --no-cutsets."},
      {"faulttree.stopped", "Gestopt voordat het antwoord er was (afgebroken, of de tijd van --timeout was om).",
       "Stopped before the answer was there (interrupted, or the time of --timeout was up)."},
      {"faulttree.too_wide",
       "Een deel van de boom dat niet kan worden opgesplitst heeft {0} gebeurtenissen; hoogstens {1} kan worden "
       "berekend.",
       "A part of the tree that cannot be split has {0} events; at most {1} can be computed."},
      {"faulttree.held.circle",
       "Een kring van {0} onderdelen die van elkaar afhangen vraagt meer dan {1} poorten. Kies een kortere horizon, of "
       "een "
       "gevaar dat meer van de kring zeker treft.",
       "A circle of {0} parts that hang on one another needs more than {1} gates. Choose a shorter horizon, or a "
       "hazard "
       "that surely hits more of it."},
      {"faulttree.held.groups",
       "Er hangt te veel samen: {0} groepen van figuren die samen variëren, hoogstens {1} kan. Laat minder figuren van "
       "een groep afhangen.",
       "Too much hangs together: {0} groups of figures that vary as one, at most {1} can be. Let fewer figures follow "
       "a "
       "group."},
      {"faulttree.mef.root", "Het eerste element is <{0}>; in een Open-PSA-bestand is dat <opsa-mef>.",
       "The first element is <{0}>; in an Open-PSA file it is <opsa-mef>."},
      {"faulttree.mef.unsupported",
       "<{0}> wordt niet gelezen. Gelezen worden foutenbomen, gebeurtenissen, parameters en groepen met "
       "gemeenschappelijke oorzaak; haal het andere weg.",
       "<{0}> is not read. Fault trees, events, parameters and common-cause groups are; remove the rest."},
      {"faulttree.mef.private",
       "<{0}> heeft role=\"private\"; eigen namen worden niet gelezen. Maak de namen openbaar.",
       "<{0}> has role=\"private\"; private names are not read. Make the names public."},
      {"faulttree.mef.nameless", "<{0}> heeft geen naam. Geef een attribuut name.",
       "<{0}> has no name. Add an attribute name."},
      {"faulttree.mef.twice", "'{0}' is al gedefinieerd in regel {1}. Haal een van beide weg of geef een andere naam.",
       "'{0}' is already defined in line {1}. Remove one of the two or choose another name."},
      {"faulttree.mef.undefined", "'{0}' is nergens gedefinieerd. Voeg de definitie toe.",
       "'{0}' is not defined anywhere. Add its definition."},
      {"faulttree.mef.undefined_suggestion", "'{0}' is nergens gedefinieerd. Bedoelt u '{1}'?",
       "'{0}' is not defined anywhere. Do you mean '{1}'?"},
      {"faulttree.mef.kind", "'{0}' wordt hier gebruikt als {1}, maar is in regel {3} gedefinieerd als {2}.",
       "'{0}' is used here as {1}, but line {3} defines it as {2}."},
      {"faulttree.mef.circle", "Kringverwijzing: {0}. Een foutenboom en zijn parameters hebben geen kringen.",
       "Circular reference: {0}. A fault tree and its parameters have no circles."},
      {"faulttree.mef.content", "<{0}> heeft {1} onderdelen; verwacht wordt er precies een.",
       "<{0}> has {1} parts; exactly one is expected."},
      {"faulttree.mef.leaf", "In <{0}> staat <{1}>; daar hoort niets in te staan. Haal het weg.",
       "<{0}> holds <{1}>; nothing belongs in it. Remove that."},
      {"faulttree.mef.text",
       "In <{0}> staat losse tekst. Tekst hoort alleen in <label> en <attributes>; haal haar weg.",
       "<{0}> holds loose text. Text belongs in <label> and <attributes> only; remove it."},
      {"faulttree.mef.nesting",
       "<{0}> staat in <{1}>. Een bestand bevat foutenbomen, een foutenboom onderdelen, en model-data alleen "
       "definities.",
       "<{0}> stands in <{1}>. A file holds fault trees, a fault tree components, and model-data definitions only."},
      {"faulttree.mef.inputs", "Poort <{0}> heeft {1} ingangen; verwacht: {2}.",
       "Gate <{0}> has {1} inputs; expected: {2}."},
      {"faulttree.mef.count", "<{0}>: attribuut {1} is '{3}'; verwacht een geheel getal van 1 tot en met {2}.",
       "<{0}>: attribute {1} is '{3}'; expected a whole number from 1 to {2}."},
      {"faulttree.mef.truth", "<{0}> heeft de waarde '{1}'; verwacht: true of false.",
       "<{0}> has the value '{1}'; expected: true or false."},
      {"faulttree.mef.formula",
       "<{0}> is geen poort of gebeurtenis; verwacht: and, or, not, atleast, xor, nand, nor, iff, imply, cardinality, "
       "gate, basic-event, house-event of constant.",
       "<{0}> is no gate or event; expected: and, or, not, atleast, xor, nand, nor, iff, imply, cardinality, gate, "
       "basic-event, house-event or constant."},
      {"faulttree.mef.number", "<{0}> heeft de waarde '{1}'; verwacht een getal.",
       "<{0}> has the value '{1}'; expected a number."},
      {"faulttree.mef.expression",
       "De uitdrukking <{0}> wordt niet gelezen. Vervang haar door een getal of een bekende verdeling.",
       "The expression <{0}> is not read. Replace it by a number or a known distribution."},
      {"faulttree.mef.arguments", "<{0}> heeft {1} argumenten; verwacht: {2}.",
       "<{0}> has {1} arguments; expected: {2}."},
      {"faulttree.mef.group_model",
       "Groep '{0}' heeft model '{1}'; verwacht: beta-factor, MGL, alpha-factor of phi-factor.",
       "Group '{0}' has model '{1}'; expected: beta-factor, MGL, alpha-factor or phi-factor."},
      {"faulttree.mef.group_content",
       "Een groep bestaat uit members, distribution en factors; bij <{0}> klopt dat niet.",
       "A group consists of members, distribution and factors; that fails at <{0}>."},
      {"faulttree.mef.empty", "Het bestand bevat geen poorten. Een foutenboom heeft minstens een <define-gate>.",
       "The file has no gates. A fault tree has at least one <define-gate>."},
  };
  return all;
}

}  // namespace veer::faulttree
