// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/PassageFinder.h"
#include "anchor/TextAnchor.h"
#include "atlas/Vocabulary.h"
#include "figure/FigureView.h"
#include "project/ProjectMatch.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What a project holds, as values. Ids are UUIDs without braces, given by Project where they are left empty; so are
/// order, author, created and modified. Times are UTC, to the millisecond. `order` is the record's place in lists.
namespace ca {

/// A quotation in one copy of a document.
struct PassagePlace {
    TextAnchor anchor;
    QString documentSha256;  ///< of the file's bytes; lower-case hex, like the next
    QString textSha256;      ///< of the normalised text; the anchor's offsets count in it
    bool operator==(const PassagePlace &) const = default;
};

/// How finding the passage again ended the last time.
struct PassageCheck {
    std::optional<Verdict> verdict;  ///< none = never looked for
    QString reason;
    QDateTime checked;
    bool operator==(const PassageCheck &) const = default;
};

/// A passage the user marked. What was quoted, from which copy and when it was retrieved is evidence and never changes;
/// where it stands now may.
struct ProjectPassage {
    QString id;
    qint64 order = 0;
    QJsonObject source;      ///< CSL-JSON item
    QString sourceUrl;
    QString archiveUrl;
    QString retrieved;       ///< ISO 8601, maybe shortened; empty = unknown
    PassagePlace original;   ///< evidence: kept as it was when the passage was marked
    PassagePlace present;    ///< where it stands now
    PassageCheck check;
    std::optional<Claim> claim;  ///< of a passage that is linked to nothing; links have their own, and their own notes
    QString note;
    QString author;          ///< who marked it
    QDateTime created;
    QDateTime modified;
    QString annotation;      ///< id of the annotation it came as, if that named no subject
    QJsonObject extra;       ///< members of an imported annotation that mean nothing here; kept for its export
    bool operator==(const ProjectPassage &) const = default;
};

enum class LinkOrigin { Manual, Suggested };

/// One passage speaks of one subject. A removed link stays in the file, with who removed it and when.
struct ProjectLink {
    QString id;
    qint64 order = 0;
    QString passage;               ///< of this project, or a bundled one of the atlas
    QString subject;               ///< segment or subject of the atlas
    bool context = false;          ///< role: about (false) or context
    std::optional<Claim> claim;
    QString note;
    QString author;
    QDateTime created;
    QDateTime modified;
    LinkOrigin origin = LinkOrigin::Manual;
    double score = 0;              ///< of the suggestion, 0 … 1; 0 for a manual link
    QStringList reasons;           ///< of the suggestion
    QString annotation;            ///< links made by one act share it: one annotation on export
    QJsonObject extra;             ///< like ProjectPassage::extra
    QDateTime removed;             ///< invalid = the link stands
    QString removedBy;
    [[nodiscard]] bool stands() const { return !removed.isValid(); }
    bool operator==(const ProjectLink &) const = default;
};

/// A passage on its way into a project.
struct PassageWithLinks {
    ProjectPassage passage;
    std::vector<ProjectLink> links;
    bool ofAtlas = false;          ///< the passage is a bundled one: a project keeps the links, not the passage
};

enum class NoteTarget { Project, Passage, Link, Subject, Document };

struct ProjectNote {
    QString id;
    qint64 order = 0;
    NoteTarget kind = NoteTarget::Project;
    QString target;                ///< id of what the note is on; a document's is its text's SHA-256; empty for the project
    QString text;
    QString author;
    QDateTime created;
    QDateTime modified;
    bool operator==(const ProjectNote &) const = default;
};

/// A suggestion the user said no to, so that it is not made again.
struct RejectedSuggestion {
    QString id;
    qint64 order = 0;
    QString textSha256;
    TextAnchor anchor;
    QString subject;
    QString author;
    QDateTime created;
    bool operator==(const RejectedSuggestion &) const = default;
};

/// A view of the map with its figure, under a name.
struct ProjectView {
    QString id;
    qint64 order = 0;
    QString name;                  ///< no two views' differ only in case; also the name of the view itself
    FigureView view;
    QString author;
    QDateTime created;
    QDateTime modified;
    bool operator==(const ProjectView &) const = default;
};

struct ProjectSetting {
    QString id;                    ///< the key
    qint64 order = 0;
    QJsonValue value;
    bool operator==(const ProjectSetting &) const = default;
};

} // namespace ca
