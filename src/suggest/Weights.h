// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How much each kind of evidence weighs, from 0 to 1; from Suggester::likely on a suggestion is made.
namespace ca::suggest::weight {

// Names of subjects
inline constexpr double spelledOut = 0.95;
inline constexpr double weakBesideTerm = 0.85;     ///< a name with other meanings, beside a term of its trade
inline constexpr double weakInTopic = 0.75;        ///< … in a text that names its corridor plainly
inline constexpr double place = 0.8;
inline constexpr double wideBesideTerm = 0.55;     ///< a country or region, beside a term of transport or gas
inline constexpr double wide = 0.4;
inline constexpr double government = 0.3;          ///< a capital's name for its government
inline constexpr double grain = 0.8;

// Places on segments
inline constexpr double bothEndsJoined = 0.9;      ///< "Kars–Dilucu", and a railway
inline constexpr double bothEnds = 0.85;
inline constexpr double bothEndsGeneral = 0.72;    ///< goods or a route at large instead of the segment's own mode
inline constexpr double joinedWithoutTerm = 0.65;
inline constexpr double twoPlaces = 0.72;
inline constexpr double twoPlacesGeneral = 0.6;
inline constexpr double pairOfTopic = 0.58;        ///< no term, but the sentence before was about the corridor
inline constexpr double chain = 0.62;              ///< "Tbilisi–Poti": segments one behind the other
inline constexpr double onePlace = 0.66;
inline constexpr double onePlaceGeneral = 0.56;
inline constexpr double corridorOfPlace = 0.55;    ///< a place on several segments of one corridor
inline constexpr double unlikely = 0.3;

} // namespace ca::suggest::weight
