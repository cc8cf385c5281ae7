// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

/// The atlas as the JSON that other programs rely on: keys may be added, none changes meaning. What is unknown is null;
/// lengths are kilometres, geodesic, rounded to the metre.
namespace ca::atlasjson {

[[nodiscard]] QJsonValue orNull(const QString &text);
[[nodiscard]] double kilometres(double metres);

[[nodiscard]] QJsonObject segment(const Atlas &atlas, const Segment &segment);
[[nodiscard]] QJsonObject subject(const Atlas &atlas, const Subject &subject);
[[nodiscard]] QJsonObject corridor(const Atlas &atlas, const Subject &corridor);
[[nodiscard]] QJsonObject fact(const Fact &fact);
[[nodiscard]] QJsonObject passage(const Passage &passage);
[[nodiscard]] QJsonObject name(const Name &name);

/// A published length beside the line's own.
struct LengthComparison {
    const Fact *fact = nullptr;
    double publishedKm = 0;
    double differenceKm = 0;       ///< line less published
    double differencePercent = 0;  ///< of the published length
};
/// Facts whose value is a number of kilometres, metres or miles; others cannot be compared.
[[nodiscard]] std::vector<LengthComparison> lengthComparisons(const Atlas &atlas, const Segment &segment);

/// Everything about a segment, corridor or other subject: the object of "show".
[[nodiscard]] QJsonObject sheet(const Atlas &atlas, const QString &id);

} // namespace ca::atlasjson
