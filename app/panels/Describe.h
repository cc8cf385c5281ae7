// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

/// What panels, tips and lists say of things in a few words; all translated, none escaped for HTML.
namespace ca::describe {

[[nodiscard]] QString kilometres(double metres);                    ///< "42 km", below 10 km "4.6 km"
[[nodiscard]] QString modes(const Segment &segment);                ///< "rail, road"
[[nodiscard]] QString status(const CurrentStatus &status);          ///< "under construction, as of 2026-02-27"
[[nodiscard]] QString passageCount(std::size_t count);              ///< "12 passages", "no passage"
[[nodiscard]] QString coordinates(LatLon at);                       ///< "39.1234° N, 46.2345° E"; empty when undefined
[[nodiscard]] QString scale(double denominator);                    ///< "1:1 250 000", rounded to three digits
/// Passages that name the subject itself, without those of its whole corridor.
[[nodiscard]] std::size_t ownPassages(const Atlas &atlas, const QString &subject);

/// Share of a segment's length that has one precision.
struct PrecisionShare {
    Precision precision;
    double metres = 0;
    double share = 0;      ///< 0..1
};
/// Best known first; shares sum to 1.
[[nodiscard]] std::vector<PrecisionShare> precisionShares(const Segment &segment);
/// What a precision means for the reader, one sentence.
[[nodiscard]] QString precisionNote(Precision precision);
[[nodiscard]] QString provenance(const QString &id);                ///< "OpenStreetMap", "Global Energy Monitor" …
[[nodiscard]] QString attribute(const QString &id);                 ///< heading of a group of facts
[[nodiscard]] QString language(const QString &code);                ///< "Armenian"
[[nodiscard]] const QStringList &labelLanguages();                  ///< codes of those that labels can be in
/// What can be chosen, title and value, in the order in which it is offered.
[[nodiscard]] QList<std::pair<QString, QString>> languageChoices();
[[nodiscard]] QList<std::pair<QString, QString>> namePolicyChoices();
/// Which borders are drawn as disputed, between whom and by which source; or that the atlas holds no data on that.
[[nodiscard]] QString disputes(const Atlas &atlas);

} // namespace ca::describe
