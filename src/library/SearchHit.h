// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <optional>

namespace ca {

struct SearchHit {
    enum class Kind { Document, Passage, Note, Fact, Segment, Subject, Place };
    Kind kind = Kind::Document;
    QString id;            ///< document id, passage id, note id, fact id, segment or subject id, place id
    QString title;
    QString snippet;       ///< plain text, at most about 160 characters
    int offset = -1;       ///< in the document's text, UTF-16; -1 = none
    QString passage = {};  ///< of a document: the bundled passage the offset lies in; empty = none
    QString found = {};    ///< of a document: the word that was found, as it stands in the snippet
    int copies = 1;        ///< of a document: how many near copies of it the library holds, itself among them
};

/// Which documents a search looks at. What is empty does not narrow it.
struct DocumentFilter {
    QString publisher = {};
    QString issuedFrom = {};    ///< ISO dates, maybe shortened, both ends included; undated documents fall out
    QString issuedTo = {};
    std::optional<QSet<qint64>> documents = {};   ///< only these
    [[nodiscard]] bool empty() const { return publisher.isEmpty() && issuedFrom.isEmpty() && issuedTo.isEmpty() && !documents; }
};

} // namespace ca
