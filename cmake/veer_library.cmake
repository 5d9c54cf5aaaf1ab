# One call per folder of src/: declares the library, its unit tests and what it may use.
#
#   veer_library(cascade USES region LINKS fmt::fmt THREADS)
#
# Sources are every *.cpp of the folder (and its sub-folders); *_test.cpp become the test
# program <name>_tests, labelled "unit". THREADS: the folder starts threads, so that its tests run under the thread
# sanitizer too. A use that cmake/layers.txt does not allow stops the configuration.
function(veer_library name)
  cmake_parse_arguments(ARG "THREADS" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  veer_check_layer(${name} ${ARG_USES})
  set(uses "")
  foreach(use IN LISTS ARG_USES)
    list(APPEND uses veer_${use})
  endforeach()
  if(sources)
    add_library(veer_${name} STATIC ${sources})
    target_link_libraries(veer_${name} PUBLIC veer_settings ${uses} PRIVATE ${ARG_LINKS})
    veer_precompile(veer_${name} library)
  else()  # headers only
    add_library(veer_${name} INTERFACE)
    target_link_libraries(veer_${name} INTERFACE veer_settings ${uses})
  endif()
  if(tests AND VEER_TESTS)
    veer_test(${name}_tests LABEL unit SOURCES ${tests} USES ${name} LINKS ${ARG_LINKS})
    # What is tested is built as it is shipped; the questions asked of it need no more than a quick compilation, and none
    # at all where a sanitizer doubles its time.
    target_compile_options(${name}_tests PRIVATE $<$<CONFIG:Release>:-O1>)
    if(VEER_SANITIZE)
      target_compile_options(${name}_tests PRIVATE -O0)
      veer_precompile(${name}_tests test)
    endif()
    if(ARG_THREADS)
      set_property(TEST ${name}_tests APPEND PROPERTY LABELS threads)
      add_dependencies(checks_threads ${name}_tests)
    endif()
  endif()
endfunction()

# A sanitizer build reads the headers that nearly every file includes once for all (kind: "library" or "test", which are
# compiled differently): that is a third of its time. No other build does, so that each file must name what it uses.
function(veer_precompile target kind)
  if(VEER_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    if(NOT TARGET veer_often_included_by_${kind})
      set(source "${CMAKE_BINARY_DIR}/often_included_by_${kind}.cpp")
      file(CONFIGURE OUTPUT "${source}" CONTENT "")
      add_library(veer_often_included_by_${kind} OBJECT "${source}")
      target_link_libraries(veer_often_included_by_${kind} PRIVATE veer_settings)
      target_precompile_headers(veer_often_included_by_${kind} PRIVATE
        <algorithm> <array> <charconv> <cmath> <filesystem> <fstream> <functional> <map> <memory> <mutex> <numeric>
        <optional> <ostream> <set> <span> <sstream> <string> <string_view> <thread> <utility> <vector>
        <fmt/format.h> <nlohmann/json.hpp>)
      if(kind STREQUAL "test")
        target_compile_options(veer_often_included_by_test PRIVATE -O0)
        target_precompile_headers(veer_often_included_by_test PRIVATE <doctest/doctest.h>)
      endif()
    endif()
    target_precompile_headers(${target} REUSE_FROM veer_often_included_by_${kind})
  endif()
endfunction()

# Stops when library `name` uses a folder that cmake/layers.txt does not allow it.
function(veer_check_layer name)
  file(STRINGS "${CMAKE_SOURCE_DIR}/cmake/layers.txt" line REGEX "^${name}:")
  if(line STREQUAL "")
    message(FATAL_ERROR "src/${name} is not in cmake/layers.txt; add the line \"${name}: <folders it may include>\".")
  endif()
  string(REGEX REPLACE "^${name}:" "" allowed "${line}")
  separate_arguments(allowed)
  foreach(use IN LISTS ARGN)
    if(NOT use IN_LIST allowed)
      message(FATAL_ERROR "src/${name} uses src/${use}, which cmake/layers.txt does not allow (allowed: ${allowed}).")
    endif()
  endforeach()
endfunction()

# A target for each label, also for one that has no test.
foreach(label unit property scenario oracle corpus house threads)
  add_custom_target(checks_${label})
endforeach()

# A doctest program:
#
#   veer_test(scenario_tests LABEL scenario SOURCES ${files} USES study LINKS rapidcheck)
#
# It is also built by the target checks_<label>, so that a sanitizer run builds what it runs and no more.
# Programs that use the region or what lies above it get the helpers of tests/support too, those that use cascade or study
# also its small programs.
function(veer_test name)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;USES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set(uses "")
  set(support veer_test_main)
  foreach(use IN LISTS ARG_USES)
    list(APPEND uses veer_${use})
    if(use MATCHES "^(cascade|operations|study)$")
      set(support veer_test_programs)
    elseif(NOT use MATCHES "^(base|graph|geo|walking|formats|mip|siting)$" AND NOT support STREQUAL "veer_test_programs")
      set(support veer_test_support)
    endif()
  endforeach()
  target_link_libraries(${name} PRIVATE ${support} ${uses} ${ARG_LINKS})
  add_test(NAME ${name} COMMAND ${name} --no-intro)
  veer_label(${name} ${ARG_LABEL})
  add_dependencies(checks_${ARG_LABEL} ${name})
endfunction()

# What every test gets: its label, the folders it may look in, and a limit that says "hangs" instead of waiting.
function(veer_label name label)
  set_tests_properties(${name} PROPERTIES
    LABELS "${label}"
    TIMEOUT 1800
    ENVIRONMENT "VEER_SOURCE_DIR=${CMAKE_SOURCE_DIR};VEER_BINARY_DIR=${CMAKE_BINARY_DIR};TSAN_OPTIONS=${veer_tsan_options};ASAN_OPTIONS=${veer_asan_options};UBSAN_OPTIONS=${veer_ubsan_options}")
endfunction()

# Read by the run-time of a sanitizer build and by nothing else.
set(veer_asan_options "detect_stack_use_after_return=1:strict_string_checks=1")
set(veer_ubsan_options "print_stacktrace=1:halt_on_error=1")
set(veer_tsan_options "halt_on_error=1:second_deadlock_stack=1:suppressions=${CMAKE_SOURCE_DIR}/tools/tsan.supp")
