# For a library that is loaded when it is first used (src/base/late_call.hpp): its headers for `target`, without linking it,
# and the name under which a linked program would ask for it as the definition `definition`.
#
#   veer_late_library(veer_geo PROJ::proj VEER_PROJ_LIBRARY)
function(veer_late_library target imported definition)
  get_target_property(file ${imported} IMPORTED_LOCATION)
  if(NOT file)
    get_target_property(file ${imported} IMPORTED_LOCATION_NONE)
  endif()
  file(REAL_PATH "${file}" file)
  string(REGEX MATCH "lib[^/]*\\.so\\.[0-9]+" name "${file}")
  if(name STREQUAL "")
    message(FATAL_ERROR "expected ${imported} as lib….so.<number>, found: ${file}")
  endif()
  target_include_directories(${target} SYSTEM PRIVATE $<TARGET_PROPERTY:${imported},INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_definitions(${target} PRIVATE ${definition}="${name}")
endfunction()
