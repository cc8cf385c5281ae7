# SPDX-License-Identifier: GPL-3.0-or-later
# Word lists of the suggestions, embedded.
file(GLOB suggest_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.txt)
qt_add_resources(ca_suggest suggest_words PREFIX /suggest BASE ${CMAKE_CURRENT_LIST_DIR} FILES ${suggest_files})
