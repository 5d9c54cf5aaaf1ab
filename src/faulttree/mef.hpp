#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "faulttree/model.hpp"

namespace veer::faulttree {

/// Reads a model in the Open-PSA Model Exchange Format (XML).
///
/// Read are fault trees with all connectives, components, basic and house events, parameters, the expressions of
/// expression.hpp and common-cause groups. Event trees, substitutions, alignments and private names are refused by
/// name; labels and attributes are passed over.
/// @param shown  what errors call the file
/// @errors invalid_input: not well-formed, a document type, something not defined, defined twice or going in a circle,
/// an unknown element, a wrong number of inputs; unsupported: an element of the format that is not read. Each names the
/// line.
/// The structure it takes is that of schema/open-psa-mef.rng (a test holds the two against each other).
/// @source Open-PSA Model Exchange Format 2.0d
[[nodiscard]] Result<Model> read_mef(std::string_view text, const std::string& shown);

/// Writes a model in the same format; `read_mef` gives the same model back, formulas inside formulas as written.
[[nodiscard]] std::string to_mef(const Model& model);

}  // namespace veer::faulttree
