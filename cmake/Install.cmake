# What `cmake --install` puts where: the library, its headers, the two commands
# and the CMake package `mp`.
include(CMakePackageConfigHelpers)

set(mp_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/mp)
set(mp_installed mp)
if(MP_BUILD_TOOL)
  list(APPEND mp_installed mp-rewrite mp-cxx)
endif()

install(TARGETS ${mp_installed} EXPORT mpTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/mp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.hpp")
install(EXPORT mpTargets NAMESPACE mp:: DESTINATION ${mp_package_dir})

configure_package_config_file(cmake/mpConfig.cmake.in
  ${PROJECT_BINARY_DIR}/mpConfig.cmake INSTALL_DESTINATION ${mp_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/mpConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/mpConfig.cmake
  ${PROJECT_BINARY_DIR}/mpConfigVersion.cmake
  cmake/MpParallelize.cmake
  DESTINATION ${mp_package_dir})
install(FILES LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
