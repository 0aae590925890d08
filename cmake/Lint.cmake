# The linters: target `tidy` runs clang-tidy over what is built, each file again
# only after it, a header or the checks have changed; the test `format` compares
# the sources with what clang-format makes of them.

find_program(MP_CLANG_TIDY NAMES clang-tidy-22)
find_program(MP_CLANG_FORMAT NAMES clang-format-22)

file(GLOB_RECURSE mp_headers CONFIGURE_DEPENDS
  include/*.hpp runtime/*.hpp runtime/*.h tool/*.h bench/*.hpp)
file(GLOB_RECURSE mp_sources CONFIGURE_DEPENDS runtime/*.cpp tool/*.cpp)

if(MP_CLANG_TIDY)
  set(mp_tidied)
  foreach(source ${mp_sources})
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR} ${source})
    set(stamp ${PROJECT_BINARY_DIR}/tidy/${name}.ok)
    get_filename_component(folder ${stamp} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${stamp}
      COMMAND ${MP_CLANG_TIDY} -p ${PROJECT_BINARY_DIR} --quiet ${source}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${source} ${mp_headers} ${PROJECT_SOURCE_DIR}/.clang-tidy
      COMMENT "clang-tidy ${name}" VERBATIM)
    list(APPEND mp_tidied ${stamp})
  endforeach()
  add_custom_target(tidy DEPENDS ${mp_tidied})
endif()

if(MP_BUILD_TESTS AND MP_CLANG_FORMAT)
  # Test inputs are left out: how they are laid out is part of what they test.
  file(GLOB_RECURSE mp_formatted CONFIGURE_DEPENDS
    bench/*.cpp examples/*.cpp test/runtime/*.cpp test/runtime/*.hpp)
  add_test(NAME format COMMAND ${MP_CLANG_FORMAT} --dry-run --Werror
    ${mp_headers} ${mp_sources} ${mp_formatted})
endif()
