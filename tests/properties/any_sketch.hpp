#pragma once

#include <rapidcheck.h>

#include <ostream>

#include "support/small_programs.hpp"

namespace veer::test {

inline std::ostream& operator<<(std::ostream& out, const ProgramSketch& sketch) { return out << told(sketch); }

/// A random small program for a property. What breaks the property is made smaller, part by part, as long as it still
/// does, and printed.
inline ProgramSketch any_sketch() {
  return *rc::gen::shrink(rc::gen::noShrink(rc::gen::map(rc::gen::arbitrary<std::uint64_t>(), random_sketch)),
                          [](ProgramSketch&& sketch) { return rc::seq::fromContainer(smaller(sketch)); });
}

}  // namespace veer::test
