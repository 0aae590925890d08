# The linters: target `tidy` runs clang-tidy over what is built, each file again
# only after it, a header of its part or the checks have changed; the test
# `format` compares the sources with what clang-format makes of them.

find_program(MP_CLANG_TIDY NAMES clang-tidy-22)
find_program(MP_CLANG_FORMAT NAMES clang-format-22)
if(MP_BUILD_TESTS AND NOT MP_CLANG_TIDY)
  message(WARNING "mp: there is no clang-tidy-22, so there is no target `tidy`")
endif()
if(MP_BUILD_TESTS AND NOT MP_CLANG_FORMAT)
  message(WARNING "mp: there is no clang-format-22, so there is no test `format`")
endif()

file(GLOB_RECURSE mp_runtime_headers CONFIGURE_DEPENDS
  include/*.hpp runtime/*.hpp)
file(GLOB_RECURSE mp_tool_headers CONFIGURE_DEPENDS tool/*.h)
file(GLOB_RECURSE mp_bench_headers CONFIGURE_DEPENDS bench/*.hpp)
file(GLOB_RECURSE mp_runtime_sources CONFIGURE_DEPENDS runtime/*.cpp)
file(GLOB_RECURSE mp_tool_sources CONFIGURE_DEPENDS tool/*.cpp)

set(mp_tidy_options -p ${PROJECT_BINARY_DIR} --quiet)
if(MP_BUILD_TOOL AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # clang-tidy can't use g++'s precompiled header. Without it a file is read with
  # just what it includes, which is faster and shows what it forgot.
  get_target_property(folder mpToolLib BINARY_DIR)
  list(APPEND mp_tidy_options --removed-arg=-include
    --removed-arg=${folder}/CMakeFiles/mpToolLib.dir/cmake_pch.hxx)
endif()

# Appends to mp_tidied what says that SOURCES are tidy.
function(mp_tidy sources headers)
  foreach(source IN LISTS ${sources})
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${source})
    set(stamp ${PROJECT_BINARY_DIR}/tidy/${name}.ok)
    get_filename_component(folder ${stamp} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${MP_CLANG_TIDY} ${mp_tidy_options} ${source}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${source} ${${headers}} ${PROJECT_SOURCE_DIR}/.clang-tidy
      COMMENT "clang-tidy ${name}" VERBATIM)
    list(APPEND mp_tidied ${stamp})
  endforeach()
  set(mp_tidied ${mp_tidied} PARENT_SCOPE)
endfunction()

if(MP_CLANG_TIDY)
  set(mp_tidied)
  mp_tidy(mp_runtime_sources mp_runtime_headers)
  if(MP_BUILD_TOOL)
    mp_tidy(mp_tool_sources mp_tool_headers)
  endif()
  add_custom_target(tidy DEPENDS ${mp_tidied})
  if(MP_BUILD_TOOL)
    # clang-tidy reads Clang's headers as the compiler does, precompiled.
    add_dependencies(tidy mpToolLib)
  endif()
endif()

if(MP_BUILD_TESTS AND MP_CLANG_FORMAT)
  # Test inputs are left out: how they are laid out is part of what they test.
  file(GLOB_RECURSE mp_formatted CONFIGURE_DEPENDS
    bench/*.cpp examples/*.cpp test/runtime/*.cpp test/runtime/*.hpp)
  add_test(NAME format COMMAND ${MP_CLANG_FORMAT} --dry-run --Werror
    ${mp_runtime_headers} ${mp_runtime_sources} ${mp_tool_headers}
    ${mp_tool_sources} ${mp_bench_headers} ${mp_formatted})
endif()
