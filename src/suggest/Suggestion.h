// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// One subject that a passage may speak of.
struct SubjectScore {
    QString id;             ///< segment, corridor, place, agreement or plan of the atlas
    double score = 0;       ///< 0 … 1; see Suggester::likely
    QStringList reasons;    ///< for a reader, translated; at least one
    bool context = false;   ///< only touched upon: a government by its capital's name
};

/// A passage (a sentence) with what it may speak of, best first.
struct Suggestion {
    int start = 0;             ///< UTF-16 in the article's text
    int end = 0;
    int startCodePoint = 0;    ///< the same in code points
    int endCodePoint = 0;
    bool goesOn = false;       ///< names nothing itself: goes on about what was named before
    std::vector<SubjectScore> subjects;
};

} // namespace ca
