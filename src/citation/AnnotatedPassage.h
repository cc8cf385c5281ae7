// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/TextAnchor.h"

#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <vector>

namespace ca {

/// Something a passage speaks of.
struct PassageSubject {
    QString id;               ///< segment or subject of the atlas
    bool context = false;     ///< role context rather than about
    bool operator==(const PassageSubject &) const = default;
};

/// A passage the user marked, with what they say of it: what travels as one W3C Web Annotation.
struct AnnotatedPassage {
    QString id;               ///< an IRI, "urn:uuid:…"
    QJsonObject citation;     ///< CSL-JSON of the source; may be empty
    QString source;           ///< address of the source; empty = none is known
    QString textSha256;       ///< of the normalised text of the document, lower-case hex; may be empty
    QString retrieved;        ///< when the copy was taken, ISO 8601, UTC; may be empty
    TextAnchor anchor;
    std::vector<PassageSubject> subjects;
    QString claim;            ///< event, figure, plan, forecast, opinion, or empty
    QString note;
    QString author;           ///< who made the annotation
    QString created;          ///< ISO 8601, UTC
    QString modified;
    /// Members of a foreign annotation that have no place above, to be written back: the annotation less what was
    /// understood. Under "body" and "target" stands what was left of those.
    QJsonObject extra;
    /// About it or in its context.
    [[nodiscard]] bool speaksOf(const QString &subject) const
    {
        return std::any_of(subjects.begin(), subjects.end(), [&subject](const PassageSubject &one) { return one.id == subject; });
    }
    bool operator==(const AnnotatedPassage &) const = default;
};

} // namespace ca
