#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <sstream>
#include <utility>

namespace veer::test {

/// So many cases, or under a sanitizer a quarter of them: for properties whose cases take long there and are much
/// alike.
constexpr int fewer_under_sanitizer(int cases) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return (cases + 3) / 4;
#else
  return cases;
#endif
}

/// Runs a property a fixed number of times on random input; shrinks a failing case and prints it.
template <class Property>
bool holds(const char* name, int cases, Property&& property) {
  rc::detail::TestParams parameters;
  parameters.maxSuccess = cases;
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
