# SPDX-License-Identifier: GPL-3.0-or-later
# Icons of the window, embedded.
file(GLOB icon_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.svg)
qt_add_resources(ca_app icons PREFIX /icons BASE ${CMAKE_CURRENT_LIST_DIR} FILES ${icon_files})
