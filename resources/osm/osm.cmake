# SPDX-License-Identifier: GPL-3.0-or-later
# Which tags make which layer, embedded.
qt_add_resources(ca_osm osm_layers PREFIX /osm BASE ${CMAKE_CURRENT_LIST_DIR} FILES ${CMAKE_CURRENT_LIST_DIR}/layers.map)
