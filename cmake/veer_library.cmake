# One call per folder of src/: declares the library, its unit tests and what it may use.
#
#   veer_library(cascade USES region LINKS fmt::fmt)
#
# Sources are every *.cpp of the folder (and its sub-folders); *_test.cpp become the test
# program <name>_tests, labelled "unit".
function(veer_library name)
  cmake_parse_arguments(ARG "" "" "USES;LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  set(uses "")
  foreach(use IN LISTS ARG_USES)
    list(APPEND uses veer_${use})
  endforeach()
  if(sources)
    add_library(veer_${name} STATIC ${sources})
    target_link_libraries(veer_${name} PUBLIC veer_settings ${uses} PRIVATE ${ARG_LINKS})
  else()  # headers only
    add_library(veer_${name} INTERFACE)
    target_link_libraries(veer_${name} INTERFACE veer_settings ${uses})
  endif()
  if(tests)
    veer_test(${name}_tests LABEL unit SOURCES ${tests} USES ${name})
    target_link_libraries(${name}_tests PRIVATE ${ARG_LINKS})
  endif()
endfunction()

# A doctest program; `support` holds the main function and the test helpers.
function(veer_test name)
  cmake_parse_arguments(ARG "" "LABEL" "SOURCES;USES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set(uses "")
  foreach(use IN LISTS ARG_USES)
    list(APPEND uses veer_${use})
  endforeach()
  target_link_libraries(${name} PRIVATE ${uses} veer_test_main ${ARG_LINKS})
  add_test(NAME ${name} COMMAND ${name} --no-intro)
  set_tests_properties(${name} PROPERTIES
    LABELS "${ARG_LABEL}"
    ENVIRONMENT "VEER_SOURCE_DIR=${CMAKE_SOURCE_DIR};VEER_BINARY_DIR=${CMAKE_BINARY_DIR}")
endfunction()

add_library(veer_test_main STATIC "${CMAKE_SOURCE_DIR}/tests/support/test_main.cpp")
target_link_libraries(veer_test_main PUBLIC veer_settings)
target_include_directories(veer_test_main PUBLIC "${CMAKE_SOURCE_DIR}/tests")
