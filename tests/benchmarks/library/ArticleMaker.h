// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca::bench {

/// A made-up article: words in the order of nothing, as many and as different as in a real one.
struct MadeArticle {
    int number = 0;
    QString language;
    QString title;
    QString author;
    QString publisher;
    QString date;                          ///< ISO
    std::vector<QStringList> paragraphs;   ///< of sentences

    /// The numbers of a few articles that count as bundled ones: their passages are known.
    [[nodiscard]] static bool isBundled(int number) { return number % 200 == 0; }
    /// One in fifty is a copy of the one before it with a few sentences changed.
    [[nodiscard]] static bool isCopy(int number) { return number % 50 == 49; }
};

/// The same number gives the same article.
[[nodiscard]] MadeArticle makeArticle(int number);
/// Adds records and passages of the articles that count as bundled to the atlas.
[[nodiscard]] AtlasData withPassages(AtlasData data, int articles);

} // namespace ca::bench
