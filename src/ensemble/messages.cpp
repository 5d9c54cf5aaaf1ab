#include "ensemble/messages.hpp"

namespace veer::ensemble {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"ensemble.checkpoint.no_part",
       "is geen bestand van --checkpoint. Geef een map waarin veer alleen zelf schrijft, of verwijder dit bestand.",
       "is not a file of --checkpoint. Give a folder in which only veer writes, or remove this file."},
      {"ensemble.checkpoint.version",
       "is geschreven door een andere versie van veer. Gebruik die versie, of geef een lege map aan --checkpoint.",
       "was written by another version of veer. Use that version, or give --checkpoint an empty folder."},
      {"ensemble.checkpoint.damaged",
       "is beschadigd of afgekapt. Verwijder dit bestand; veer rekent dan opnieuw wat erin stond.",
       "is damaged or cut off. Remove this file; veer then works out again what it held."},
      {"ensemble.checkpoint.other_run",
       "hoort bij een andere doorrekening. Verwacht: {0}. Gevonden: {1}. Ook de gegevens van de regio moeten gelijk "
       "zijn. Geef de opdracht van toen, of een lege map aan --checkpoint.",
       "belongs to another run. Expected: {0}. Found: {1}. The data of the region must be the same too. Give the "
       "command of that run, or give --checkpoint an empty folder."},
      {"ensemble.checkpoint.more",
       "bevat doorrekeningen tot en met nummer {0}; gevraagd zijn er {1}. Vraag er ten minste {0} met --replicas, of "
       "geef een lege map aan --checkpoint.",
       "holds replicas up to number {0}; {1} are asked for. Ask for at least {0} with --replicas, or give --checkpoint "
       "an empty folder."},
      {"ensemble.checkpoint.overlap",
       "bevat doorrekeningen die ook in een ander bestand van deze map staan. Verwijder dit bestand; veer rekent dan "
       "opnieuw wat ontbreekt.",
       "holds replicas that another file of this folder holds too. Remove this file; veer then works out again what is "
       "missing."},
      {"ensemble.peers.other_run",
       "Rekenproces {0} heeft een andere regio of andere instellingen dan rekenproces 0. Verwacht: {1}. Gevonden: {2}. "
       "Geef alle rekenprocessen dezelfde bestanden en dezelfde versie van veer.",
       "Rank {0} has another region or other settings than rank 0. Expected: {1}. Found: {2}. Give all ranks the same "
       "files and the same version of veer."},
      {"ensemble.peers.refused", "Rekenproces 0 begint niet; zijn melding zegt waarom.",
       "Rank 0 does not begin; its message says why."},
  };
  return all;
}

}  // namespace veer::ensemble
