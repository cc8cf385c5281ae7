// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// One objection to an atlas: which table, which row, what is wrong.
struct AtlasProblem {
    QString table;                    ///< segments, corridors, facts, names, records, passages, …
    QString row;                      ///< the row's id (or index for tables without ids)
    std::size_t index = 0;            ///< index of the row in its table of AtlasData; legs and waypoints are
                                      ///< tables of their own, counted through all segments
    QString message;
    bool operator==(const AtlasProblem &) const = default;
};

/// Everything the atlas promises about itself: unique and known ids, every source present,
/// coordinates in range, legs that touch, waypoints on their line, anchors of one to five words,
/// declared joins within 50 m or with a reason, known attributes and status words.
[[nodiscard]] std::vector<AtlasProblem> checkAtlas(const AtlasData &data);

/// The words allowed where the atlas keeps plain text: attributes of facts, provenances, name policies.
[[nodiscard]] const QStringList &factAttributes();
[[nodiscard]] const QStringList &provenances();
[[nodiscard]] const QStringList &namePolicyWords();
/// True for 2026, 2026-01 and 2026-01-15, real days only.
[[nodiscard]] bool isIsoDate(const QString &date);

} // namespace ca
