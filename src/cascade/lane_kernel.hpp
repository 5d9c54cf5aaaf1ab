#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "cascade/plan.hpp"
#include "cascade/program.hpp"

/// What the vector code of the lanes engine works on. One *lane* is one replica; a *chunk* is 32 of them.
namespace veer::cascade::lanes {

inline constexpr std::uint32_t chunk_lanes = 32;

/// One down interval in each lane of a chunk. No interval: start = nothing, end = 0. Three intervals or more, kept
/// elsewhere: start = end = nothing.
struct alignas(64) Chunk {
  std::array<std::uint16_t, chunk_lanes> start;
  std::array<std::uint16_t, chunk_lanes> end;
  bool operator==(const Chunk&) const = default;
};
inline constexpr std::uint16_t nothing = 0xffff;

/// Where the further intervals of a component in a chunk are; 0: there are none.
struct Tail {
  std::uint32_t second = 0;  ///< index in the pool of second intervals
  std::uint32_t more = 0;    ///< first of the lanes with three intervals or more
};

/// Random numbers of one component in one chunk, drawn when first asked for. Rows of 32: restart; then for each
/// back-up of its needs capacity, run, from; then for each hit and four times for each breakdown start, end.
struct Draws {
  std::vector<std::uint16_t> rows;
  std::uint64_t ready = 0;  ///< bit 0 restart, bit 1 hits, bit 2 + i back-up i
  /// Makes room for a component and forgets what was drawn.
  void reset(const Program& program, const Plan& plan, Component component);
};
/// A component with more back-ups than this is worked out lane by lane.
inline constexpr std::uint32_t most_backups = 60;

/// A batch: what the kernel reads.
struct Task {
  const Program* program = nullptr;
  const Plan* plan = nullptr;
  const std::uint32_t* tables = nullptr;        ///< tables × 1024
  const std::uint32_t* shared = nullptr;        ///< groups × chunks × 32, in the order of the kernel
  const std::uint32_t* supplier_row = nullptr;  ///< by entry of Program::suppliers: where its row in the store begins
  std::uint32_t chunks = 0;                     ///< of the store: row length of shared, first and tail
  std::uint32_t first_replica = 0;
  const Chunk* first = nullptr;   ///< slots × chunks
  const Tail* tail = nullptr;     ///< slots × chunks
  const Chunk* second = nullptr;  ///< the pool
};

/// What came out for a component in a chunk: lanes (bits) that must be worked out one by one, and whether any lane has
/// a second interval.
struct Worked {
  std::uint32_t one_by_one = 0;
  bool second = false;
};

/// The vector code for one kind of processor.
struct Kernel {
  const char* name = "";     ///< avx512, avx2 or sse4
  std::uint32_t lanes = 32;  ///< of one vector

  /// Where the shared word of a lane stands in its chunk: even lanes of a vector before odd ones.
  [[nodiscard]] std::uint32_t shared_place(std::uint32_t lane) const {
    const std::uint32_t in_vector = lane % lanes;
    return lane - in_vector + in_vector / 2 + (in_vector % 2) * (lanes / 2);
  }
  /// Fills Task::shared for one chunk.
  void (*share)(const Program& program, std::uint32_t chunk, std::uint32_t chunks, std::uint32_t group_replica,
                std::uint32_t* shared) = nullptr;
  /// Draws the restarts of one component in one chunk into the first row.
  void (*draw_restart)(const Task& task, Component component, std::uint32_t chunk, Draws& draws) = nullptr;
  /// Works out one component in one chunk. `second` is written only when the result says so.
  Worked (*work_out)(const Task& task, Component component, std::uint32_t chunk, Draws& draws, Chunk& first,
                     Chunk& second) = nullptr;
  /// Adds weight × length of the interval in each lane. @pre 0 <= weight < 2³²
  void (*add_lengths)(const Chunk& chunk, std::int64_t weight, std::int64_t* sums) = nullptr;
};

/// Names of the kernels this machine can run, best first; none on a machine without SSE4.
[[nodiscard]] std::vector<std::string> kernel_names();
/// The kernel of that name, or the best one for an empty name. @pre the name is one of kernel_names()
[[nodiscard]] Kernel find_kernel(const std::string& name);

}  // namespace veer::cascade::lanes
