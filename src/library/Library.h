// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "anchor/PassageFinder.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ca {

/// A text in the library. @c record is the bundled record it was recognised as, or empty.
/// The title is the record's, or else the first words of the text.
struct Document {
    qint64 id = 0;
    QString fileName;      ///< name without folder
    QString path;          ///< where it was taken from
    QString title;
    QString sha256;        ///< of the file's bytes
    QString record;
    QDateTime added;       ///< UTC
    int exact = 0;         ///< passages of the record found exact, and moved, when it was added
    int moved = 0;
    bool known = false;    ///< of the result of an addition: the same bytes were in the library already
};

struct SearchHit {
    enum class Kind { Document, Passage, Fact, Segment, Subject, Place };
    Kind kind = Kind::Document;
    QString id;            ///< document id, passage id, fact id, segment or subject id, place id
    QString title;
    QString snippet;       ///< plain text, at most about 160 characters
    int offset = -1;       ///< in the document's text, UTF-16; -1 = none
};

/// The user's own copies of articles: one SQLite file (WAL, FTS5), or in memory. Not thread-safe:
/// one Library object belongs to the thread that opened it; several objects may have the same file
/// open, also in other threads and processes.
class Library {
public:
    /// Opens or creates @p path (its folder must exist); ":memory:" keeps nothing. Fails for other
    /// files (wrong type, damaged, newer schema, unreadable folder), which are left untouched.
    static Result<std::unique_ptr<Library>> open(const QString &path);
    ~Library();

    /// Takes a file in (plain text so far, see TextExtractor) and recognises the bundled article it
    /// is a copy of: the record with most passages exact or moved, at least half of them. The same
    /// bytes are kept once: added again, they are recognised anew (the atlas may be newer), with a
    /// warning. Different copies of one article are all kept. Bad files are refused with the reason.
    Result<Document> add(const QString &file, const Atlas &atlas);
    /// Adds every supported file of a folder (not its sub-folders), by name; bad ones become
    /// warnings, and so does the number of files of other types. Cancelled, it returns what was added.
    Result<std::vector<Document>> addFolder(const QString &folder, const Atlas &atlas, const CancelToken &cancel = {});
    /// Removing what is not there is no error.
    Result<Done> remove(qint64 id);

    [[nodiscard]] std::vector<Document> documents() const;  ///< by id, that is in order of adding
    [[nodiscard]] std::optional<Document> document(qint64 id) const;
    /// The copy with most exact passages, then most moved, then the oldest.
    [[nodiscard]] std::optional<Document> documentForRecord(const QString &record) const;
    [[nodiscard]] ArticleText text(qint64 id) const;        ///< empty when there is no such document
    /// Full-text search of documents, any spelling, best first; a word of three letters or more may
    /// be the beginning of a longer one, all must occur. Offsets are those of text().
    [[nodiscard]] std::vector<SearchHit> search(const QString &words, int limit = 50) const;
    [[nodiscard]] QString path() const;

private:
    struct Private;
    explicit Library(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ca
