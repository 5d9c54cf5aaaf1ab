#pragma once

#include <span>

#include "base/text.hpp"

namespace veer::report {

/// The words of the HTML report; those of the other outputs are in `data_messages`.
[[nodiscard]] std::span<const MessageText> messages();

/// What the report says of its methods and terms; a catalogue of its own because it reads as a text. Part of
/// `messages`.
[[nodiscard]] std::span<const MessageText> method_messages();

/// The chapter of fuel, mobile sets, crews and people on duty. Part of `messages`.
[[nodiscard]] std::span<const MessageText> operations_messages();

/// The chapters of reach, the decision clock and help. Part of `messages`.
[[nodiscard]] std::span<const MessageText> reach_messages();

/// The words of the chapters on hazards, consequences, sensitivity and the test against real outages. Part of
/// `messages`.
[[nodiscard]] std::span<const MessageText> review_messages();

/// The names of uncertain figures; see `figure_phrase`.
[[nodiscard]] std::span<const MessageText> figure_messages();

/// The chapter of measures and money; part of `messages`.
[[nodiscard]] std::span<const MessageText> measure_messages();

}  // namespace veer::report
