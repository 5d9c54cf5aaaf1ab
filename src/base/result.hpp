#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

#include "base/error.hpp"

namespace veer {

/// A value, or the one error that kept us from it. Use only what `std::expected` also has.
template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value.
using Done = Result<void>;

/// An error as the failing branch of any Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

namespace detail {
[[noreturn]] void ensure_failed(const char* condition, std::string_view sentence, const char* file, int line);
}

}  // namespace veer

#define VEER_CONCAT_(a, b) a##b
#define VEER_CONCAT(a, b) VEER_CONCAT_(a, b)
#define VEER_TRY_(temporary, declaration, expression)                                 \
  auto&& temporary = (expression);                                                    \
  if (!temporary) return tl::unexpected<::veer::Error>(std::move(temporary).error()); \
  declaration = *std::move(temporary)

/// `TRY(const auto rows, read_rows(path));` declares `rows`, or returns the error to the caller.
#define TRY(declaration, ...) VEER_TRY_(VEER_CONCAT(try_, __COUNTER__), declaration, (__VA_ARGS__))

/// `TRY_DONE(write(path));` goes on when it succeeded, or returns the error to the caller.
#define TRY_DONE(...)                                                                                                \
  do {                                                                                                               \
    if (auto try_done = (__VA_ARGS__); !try_done) return tl::unexpected<::veer::Error>(std::move(try_done).error()); \
  } while (false)

/// What cannot be unless we erred: ends the program with the sentence, in release too.
#define ENSURE(condition, sentence) \
  ((condition) ? static_cast<void>(0) : ::veer::detail::ensure_failed(#condition, sentence, __FILE__, __LINE__))
