#pragma once

#include <string>

namespace veer::report {

/// A name in both languages.
struct Name {
  std::string nl;
  std::string en;
};

}  // namespace veer::report
