# mp_parallelize(TARGET...): the annotated loops of these targets run in
# parallel. Their C++ sources are compiled through mp-cxx, and they are linked
# with mp::mp. A launcher that a target has already, such as ccache, is kept.
function(mp_parallelize)
  if(TARGET mp::mp-cxx)
    get_target_property(imported mp::mp-cxx IMPORTED)
  else()
    message(FATAL_ERROR "mp_parallelize: there is no mp-cxx; "
      "mp was built with MP_BUILD_TOOL=OFF")
  endif()
  if(imported)
    get_target_property(mp_cxx mp::mp-cxx LOCATION)
  else()
    # Launchers take no generator expressions before CMake 3.27.
    get_target_property(folder mp-cxx RUNTIME_OUTPUT_DIRECTORY)
    set(mp_cxx ${folder}/mp-cxx)
  endif()
  foreach(target IN LISTS ARGN)
    get_target_property(launcher ${target} CXX_COMPILER_LAUNCHER)
    if(launcher)
      list(PREPEND launcher ${mp_cxx})
    else()
      set(launcher ${mp_cxx})
    endif()
    set_property(TARGET ${target} PROPERTY CXX_COMPILER_LAUNCHER ${launcher})
    # A source that another one includes would not be rewritten.
    set_property(TARGET ${target} PROPERTY UNITY_BUILD OFF)
    target_link_libraries(${target} PRIVATE mp::mp)
    if(NOT imported)
      # Rewritten again when the tool has changed.
      add_dependencies(${target} mp-cxx mp-rewrite)
      get_target_property(sources ${target} SOURCES)
      set_property(SOURCE ${sources} APPEND PROPERTY
        OBJECT_DEPENDS "${folder}/mp-cxx;${folder}/mp-rewrite")
    endif()
  endforeach()
endfunction()
