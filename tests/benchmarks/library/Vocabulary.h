// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Random.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca::bench {

/// What sentences of one language are made of.
struct Vocabulary {
    QString language;      ///< BCP 47
    QStringList small;     ///< words that hold sentences together
    QStringList stems;
    QStringList endings;   ///< of stems
    QStringList syllables; ///< of made-up names: the long tail of every real vocabulary
    QStringList names;     ///< of corridors and places, in several spellings
};

[[nodiscard]] const std::vector<Vocabulary> &vocabularies();

/// A word as a running text would have it: half are small, one in forty is a name of the atlas, one in twelve made up.
[[nodiscard]] QString word(const Vocabulary &vocabulary, Random &random);
[[nodiscard]] QString name(const Vocabulary &vocabulary, Random &random);

} // namespace ca::bench
