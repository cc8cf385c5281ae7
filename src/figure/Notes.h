// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "citation/AnnotatedPassage.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// The sources of a figure, numbered: each record once, however many facts and passages cite it.
struct Notes {
    struct Note {
        int number = 0;            ///< from 1
        QString record;            ///< record id; for a source that only the user has, its own key, which no record has
        QJsonObject own;           ///< CSL-JSON of such a source, else empty
        QString citation;
        QString url;               ///< empty = the references give none
        int facts = 0;             ///< facts of the chosen subjects that cite it
        int passages = 0;          ///< passages of it that speak of the chosen subjects
        QStringList marks;         ///< of the contradictions of its passages: "a", "b" …
        bool operator==(const Note &) const = default;
    };
    /// Something the articles say that other sources contradict or qualify.
    struct Caveat {
        QString mark;              ///< "a", "b" …
        QString statement;
        std::vector<int> numbers;  ///< notes that say so
        bool operator==(const Caveat &) const = default;
    };
    std::vector<Note> notes;
    std::vector<Caveat> caveats;

    [[nodiscard]] bool empty() const { return notes.empty(); }
    bool operator==(const Notes &) const = default;

    /// The passages chosen by id first (bundled ones, and those of @p own); then articles whose passages speak of
    /// @p subjects, in article order, and those of @p own that do; then the records of their facts, a corridor's with those of its segments; then those
    /// that only a contradiction cites. Unknown ids give nothing.
    [[nodiscard]] static Notes of(const Atlas &atlas, const QStringList &subjects, const QStringList &passages = {},
                                  const std::vector<AnnotatedPassage> &own = {});
    /// One line of plain text a note: for text chunks and metadata.
    [[nodiscard]] QStringList plainText() const;
};

} // namespace ca
