// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// The closed vocabularies of the atlas: how each is written in files (toId/fromId, stable) and
/// how it is told to a reader (title, translated).
namespace ca {

enum class Mode { Rail, Road, Sea, GasPipeline, Field, Other };
enum class Status { Operating, Construction, Planned, Announced, Suspended, Closed, Dismantled, Unknown };
/// How well a leg's line is known, best first.
enum class Precision { Surveyed, Traced, Generalised, Schematic, Estimated };
enum class WaypointKind { Station, Port, BorderCrossing, CompressorStation, Terminal, Field, Landfall, City, Junction };
enum class SubjectKind { Corridor, Agreement, Plan, Place, Context };
enum class Role { Main, Branch, Alternative };
enum class Claim { Event, Figure, Plan, Forecast, Opinion };
enum class NamePolicy { Neutral, Armenian, Azerbaijani, Both };

template <class E>
struct Vocabulary;  // specialised in Vocabulary.cpp for each enum above

template <class E>
[[nodiscard]] QString toId(E value);                       ///< e.g. "gas-pipeline"
template <class E>
[[nodiscard]] std::optional<E> fromId(const QString &id);  ///< nullopt for unknown words
template <class E>
[[nodiscard]] QString title(E value);                      ///< e.g. "gas pipeline", translated
template <class E>
[[nodiscard]] QStringList allIds();

} // namespace ca
