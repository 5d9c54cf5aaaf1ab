#include "mip/messages.hpp"

namespace veer::mip {

std::span<const MessageText> messages() {
  static constexpr MessageText all[] = {
      {"mip.cbc.not_started", "Het rekenprogramma '{0}' is niet te starten. Installeer het pakket coinor-cbc.",
       "The solver '{0}' cannot be started. Install the package coinor-cbc."},
      {"mip.cbc.unreadable", "De uitkomst van het rekenprogramma CBC is niet te lezen: '{0}'.",
       "The answer of the solver CBC cannot be read: '{0}'."},
      {"mip.scratch", "De tijdelijke map is niet te beschrijven. Maak ruimte of wijs met TMPDIR een andere map aan.",
       "The temporary folder cannot be written. Make room, or name another folder with TMPDIR."},
  };
  return all;
}

}  // namespace veer::mip
