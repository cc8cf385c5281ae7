// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ProjectSchema.h"

#include "base/Tr.h"
#include "database/SqliteFile.h"

namespace ca::ProjectSchema {
namespace {

constexpr quint32 applicationId = 0x43615072;  // "CaPr"

/// Offsets count code points of the normalised text; a column of one name stands once for the evidence and once for today.
QString placeColumns(const char *prefix)
{
    return QStringLiteral("%1_exact TEXT NOT NULL, %1_prefix TEXT NOT NULL, %1_suffix TEXT NOT NULL, %1_start INTEGER NOT NULL, "
                          "%1_end INTEGER NOT NULL, %1_normalisation INTEGER NOT NULL, %1_document_sha256 TEXT NOT NULL, "
                          "%1_text_sha256 TEXT NOT NULL").arg(QLatin1String(prefix));
}

/// Empty text = unknown; times are ISO 8601, UTC. "position" orders the records in lists.
QStringList firstStep()
{
    return {
        QStringLiteral("CREATE TABLE settings (id TEXT PRIMARY KEY, position INTEGER NOT NULL, value TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE passages (id TEXT PRIMARY KEY, position INTEGER NOT NULL, source TEXT NOT NULL, "
                       "source_url TEXT NOT NULL, archive_url TEXT NOT NULL, retrieved TEXT NOT NULL, %1, %2, "
                       "verdict TEXT NOT NULL, verdict_reason TEXT NOT NULL, verdict_at TEXT NOT NULL, claim TEXT NOT NULL, note TEXT NOT NULL, "
                       "author TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, annotation TEXT NOT NULL, "
                       "extra TEXT NOT NULL) STRICT")
            .arg(placeColumns("original"), placeColumns("present")),
        // No foreign key to passages: a link may also be to a passage of the atlas.
        QStringLiteral("CREATE TABLE links (id TEXT PRIMARY KEY, position INTEGER NOT NULL, passage TEXT NOT NULL, "
                       "subject TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('about', 'context')), claim TEXT NOT NULL, "
                       "note TEXT NOT NULL, author TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, "
                       "origin TEXT NOT NULL CHECK (origin IN ('manual', 'suggested')), score REAL NOT NULL, reasons TEXT NOT NULL, "
                       "annotation TEXT NOT NULL, extra TEXT NOT NULL, removed TEXT NOT NULL, removed_by TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE INDEX links_subject ON links (subject)"),
        QStringLiteral("CREATE INDEX links_passage ON links (passage)"),
        QStringLiteral("CREATE TABLE notes (id TEXT PRIMARY KEY, position INTEGER NOT NULL, target_kind TEXT NOT NULL, "
                       "target TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, created TEXT NOT NULL, "
                       "modified TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE rejected_suggestions (id TEXT PRIMARY KEY, position INTEGER NOT NULL, text_sha256 TEXT NOT NULL, "
                       "exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, start INTEGER NOT NULL, "
                       "\"end\" INTEGER NOT NULL, normalisation INTEGER NOT NULL, subject TEXT NOT NULL, author TEXT NOT NULL, "
                       "created TEXT NOT NULL) STRICT"),
        // Counts edits: tells a working copy with unsaved ones from one without.
        QStringLiteral("INSERT INTO meta (key, value) VALUES ('revision', '0')"),
    };
}

/// Views of the map with their figures, as FigureView writes them.
QStringList secondStep()
{
    return {QStringLiteral("CREATE TABLE views (id TEXT PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, view TEXT NOT NULL, "
                           "author TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL) STRICT")};
}

/// Lines found in OpenStreetMap, one a segment at most, beside the bundled line they are compared with (both as GeoJSON
/// geometries); "drawn" says which of the two the project draws: 1 = the one found.
QStringList thirdStep()
{
    return {QStringLiteral("CREATE TABLE osm_matches (id TEXT PRIMARY KEY, position INTEGER NOT NULL, drawn INTEGER NOT NULL CHECK (drawn IN (0, 1)), "
                           "verdict TEXT NOT NULL, line TEXT NOT NULL, bundled TEXT NOT NULL, extract_date TEXT NOT NULL, files TEXT NOT NULL, "
                           "findings TEXT NOT NULL, author TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL) STRICT")};
}

const SqliteFileKind &kind()
{
    static const SqliteFileKind project{applicationId, tr("project"), {firstStep(), secondStep(), thirdStep()},
                                        QStringLiteral("SELECT count(*) FROM links INDEXED BY links_subject WHERE subject >= ''"), {}, 0, true, true};
    return project;
}

} // namespace

Result<std::unique_ptr<SqlConnection>> open(const QString &path)
{
    Result<std::unique_ptr<SqlConnection>> connection = openSqliteFile(path, kind());
    if (!connection)
        return connection;
    const Result<QVariant> active = (*connection)->value(QStringLiteral(
        "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view') OR (type = 'table' AND rootpage = 0)"));
    if (!active || active->toInt() > 0)
        return Error{tr("The project holds triggers, views or virtual tables, which no version of Corridor Atlas makes; it was not opened."), path};
    return connection;
}

} // namespace ca::ProjectSchema
