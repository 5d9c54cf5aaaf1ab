# What holds for every target: the language, the warnings, the sanitizers, the linker.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

option(VEER_TESTS "Build the tests; off, the program builds without doctest and rapidcheck" ON)
option(VEER_COVERAGE "Measure the line coverage of src" OFF)
option(VEER_BENCH "Build the programs that veer is measured against" OFF)
option(VEER_MPI "Share an ensemble among processes, where MPI is installed" ON)
option(VEER_FUZZ "Build the fuzz targets (clang only)" OFF)
set(VEER_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize=")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(veer_settings INTERFACE)
target_include_directories(veer_settings INTERFACE "${CMAKE_SOURCE_DIR}/src")
target_compile_options(veer_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Wcast-qual -Woverloaded-virtual -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports overlapping copies in its own std::string (GCC bug 105651) and unset members in moved variants (bug 80635) that cannot happen.
  target_compile_options(veer_settings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
  find_program(MOLD_PROGRAM mold)
  if(MOLD_PROGRAM)
    target_link_options(veer_settings INTERFACE -fuse-ld=mold)
  endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # std::stable_sort of libstdc++ 12 uses std::get_temporary_buffer, which the same library calls deprecated.
  # And std::array deduces the type of a catalogue of more than 256 messages in one expression.
  target_compile_options(veer_settings INTERFACE -Wno-deprecated-declarations -fbracket-depth=1024)
endif()
if(VEER_FUZZ)
  # Counters for the fuzzer in every library; its main function only in the fuzz targets themselves.
  target_compile_options(veer_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(VEER_SANITIZE)
  target_compile_options(veer_settings INTERFACE -fsanitize=${VEER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(veer_settings INTERFACE -fsanitize=${VEER_SANITIZE})
  if(VEER_SANITIZE MATCHES "address" AND VEER_SANITIZE MATCHES "undefined")
    # What these find, the address sanitizer stops at too (a null or wild address, an object too small), or no processor of
    # ours minds (alignment). They are a quarter of the time of building and a check at each access.
    target_compile_options(veer_settings INTERFACE -fno-sanitize=null,object-size,alignment)
  endif()
endif()
if(VEER_COVERAGE)
  target_compile_options(veer_settings INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(veer_settings INTERFACE --coverage)
endif()

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)

# Several processes: where MPI is installed (section [mpi] of packages.txt). Without it veer does all it can alone.
if(VEER_MPI)
  set(MPI_CXX_SKIP_MPICXX TRUE)  # the C interface; the one of C++ has left the standard
  find_package(MPI COMPONENTS CXX)
endif()
if(NOT MPI_CXX_FOUND)
  message(STATUS "Without MPI: veer runs as one process, and the tests of several are left out")
endif()
