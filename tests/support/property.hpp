#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <sstream>
#include <utility>

namespace veer::test {

// A sanitizer looks at every access, which is the same in most cases, and takes its time: a quarter of them will do.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int sanitizer_share = 4;
#else
inline constexpr int sanitizer_share = 1;
#endif

/// Runs a property a fixed number of times on random input; shrinks a failing case and prints it.
template <class Property>
bool holds(const char* name, int cases, Property&& property) {
  rc::detail::TestParams parameters;
  parameters.maxSuccess = (cases + sanitizer_share - 1) / sanitizer_share;
  // The seed stands in the source so that a failure is there again on the next run.
  parameters.seed = 20230117;
  rc::detail::TestMetadata metadata;
  metadata.id = name;
  const auto result = rc::detail::checkTestable(std::forward<Property>(property), metadata, parameters);
  if (!result.template is<rc::detail::SuccessResult>()) {
    std::ostringstream text;
    rc::detail::printResultMessage(result, text);
    MESSAGE(text.str());
    return false;
  }
  return true;
}

}  // namespace veer::test
