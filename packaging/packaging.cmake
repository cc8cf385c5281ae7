# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the Debian package (cpack -G DEB in the build folder).
set(APP_ID org.corridoratlas.CorridorAtlas)
install(TARGETS corridor-atlas RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# Where PdfProcess looks for it.
install(TARGETS corridor-atlas-pdf RUNTIME DESTINATION libexec/corridor-atlas)
install(FILES ${CMAKE_BINARY_DIR}/share/corridor-atlas/atlas.gpkg DESTINATION ${CMAKE_INSTALL_DATADIR}/corridor-atlas)
install(FILES packaging/${APP_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/${APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/${APP_ID}.mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages RENAME ${APP_ID}.xml)
install(FILES packaging/${APP_ID}.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/corridor-atlas.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md CHANGELOG.md geodata/LICENCES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/corridor-atlas)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME corridor-atlas)
set(CPACK_PACKAGE_VENDOR "Corridor Atlas contributors")
set(CPACK_PACKAGE_CONTACT "Corridor Atlas contributors <maintainers@corridoratlas.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DESCRIPTION
    "Shows the transit corridors of the South Caucasus on a map and joins each segment with the passages of the articles that speak of it. Exports map images with their sources.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded at run time, so dpkg-shlibdeps does not see it: the SQLite driver and PROJ's database.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, proj-data")
include(CPack)
