# SPDX-License-Identifier: GPL-3.0-or-later
# How the project's libraries and tests are declared.

add_library(ca_options INTERFACE)
target_compile_options(ca_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       $<$<BOOL:${CA_WERROR}>:-Werror>)
# Files compiled several at a time (./run and ./check do) see each other's unnamed namespaces: no fault of theirs.
if(CMAKE_UNITY_BUILD)
  target_compile_options(ca_options INTERFACE -Wno-shadow -Wno-subobject-linkage)
endif()
target_compile_definitions(ca_options INTERFACE QT_NO_CAST_TO_ASCII QT_DEPRECATED_WARNINGS
                           QT_NO_FOREACH QT_NO_KEYWORDS)
# The same picture on every machine: no fused multiply-add where golden images are compared.
target_compile_options(ca_options INTERFACE -ffp-contract=off)

# ca_add_library(<room> LINK <targets>): static library of src/<room>/*.cpp. What a room may link is
# what it may include (tests/layering checks the includes).
function(ca_add_library room)
  cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  add_library(ca_${room} STATIC ${sources})
  set_target_properties(ca_${room} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(ca_${room} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(ca_${room} PUBLIC ${ARG_LINK} PRIVATE ca_options ${ARG_PRIVATE_LINK})
  # What nearly every file includes anyway: reading it is most of the time a file takes.
  list(LENGTH sources files)
  if(files GREATER 12)
    target_precompile_headers(ca_${room} PRIVATE <QHash> <QJsonObject> <QString> <QStringList> <algorithm> <functional>
                              <memory> <optional> <vector>)
  endif()
endfunction()

# Some hundred programs are linked: gold takes half the time of the default linker.
find_program(CA_GOLD ld.gold)
if(CA_GOLD)
  add_link_options(-fuse-ld=gold)
endif()

# ca_add_test(<room> <Name> LINK <targets>): one Qt Test program from <Name>.cpp, run offscreen in the C locale.
function(ca_add_test room name)
  cmake_parse_arguments(ARG "" "" "LINK;SOURCES" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  # One call of moc for the one file that has slots: AUTOMOC takes seconds a program, and there are many.
  set_target_properties(${name} PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
  set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  qt_generate_moc(${CMAKE_CURRENT_SOURCE_DIR}/${name}.cpp ${moc} TARGET ${name})
  set_source_files_properties(${moc} PROPERTIES HEADER_FILE_ONLY ON)
  target_sources(${name} PRIVATE ${moc})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LINK} Qt6::Test ca_test_support ca_options)
  # Tests are compiled more often than they run; what they test is optimised all the same.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/${room})
  add_test(NAME ${room}.${name} COMMAND ${name})
  set_tests_properties(${room}.${name} PROPERTIES
    TIMEOUT 300 LABELS ${room}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false")
endfunction()
