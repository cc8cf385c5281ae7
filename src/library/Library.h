// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "library/Document.h"
#include "library/LibraryImport.h"
#include "library/SearchHit.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ca {

/// The user's own copies of articles: one SQLite file (WAL, FTS5), or in memory. Not thread-safe:
/// one Library object belongs to the thread that opened it; several objects may have the same file
/// open, also in other threads and processes.
class Library {
public:
    /// Opens or creates @p path (its folder must exist); ":memory:" keeps nothing. Fails for other
    /// files (wrong type, damaged, newer schema, unreadable folder), which are left untouched.
    static Result<std::unique_ptr<Library>> open(const QString &path);
    ~Library();

    /// Takes a file in (see TextExtractor for the formats) and recognises the bundled article it
    /// is a copy of: the record with most passages exact or moved, at least half of them. The same
    /// bytes are kept once: added again, they are recognised anew (the atlas may be newer), with a
    /// warning. Different copies of one article are all kept, as one group. Bad files are refused with the reason.
    Result<Document> add(const QString &file, const Atlas &atlas, const ImportOptions &options = {});
    /// Writes what prepareDocument() made.
    Result<Document> store(const PreparedDocument &prepared);
    /// The same for several in one transaction. An entry for each; one that fails leaves the others.
    std::vector<Result<Document>> store(const std::vector<PreparedDocument> &prepared);
    /// Removing what is not there is no error.
    Result<Done> remove(qint64 id);
    /// The record of a document as the user edited it; the title follows it where it has one.
    Result<Done> setCsl(qint64 id, const QJsonObject &csl);
    /// Were all documents last recognised with the passages of this atlas?
    [[nodiscard]] bool knows(const Atlas &atlas) const;
    /// Looks for the bundled passages in every document anew unless it knows() the atlas. Blocking; a few
    /// milliseconds a document.
    Result<Done> recogniseAgain(const Atlas &atlas, const CancelToken &cancel = {});

    [[nodiscard]] std::vector<Document> documents() const;  ///< by id, that is in order of adding
    [[nodiscard]] std::optional<Document> document(qint64 id) const;
    /// The copy with most exact passages, then most moved, then the oldest.
    [[nodiscard]] std::optional<Document> documentForRecord(const QString &record) const;
    /// The bundled records the library holds a copy of.
    [[nodiscard]] QSet<QString> records() const;
    [[nodiscard]] std::optional<Document> documentWithBytes(const QString &sha256) const;
    [[nodiscard]] std::optional<Document> documentWithText(const QString &textSha256) const;
    /// Near copies of the same text, the document itself among them, by id.
    [[nodiscard]] std::vector<Document> copiesOf(const Document &document) const;
    [[nodiscard]] ArticleText text(qint64 id) const;        ///< empty when there is no such document
    [[nodiscard]] NormalisedText normalised(qint64 id) const;
    /// UTF-16 offsets in text() where pages begin; empty for formats without pages.
    [[nodiscard]] std::vector<int> pages(qint64 id) const;
    /// The file's bytes, where they were kept; empty otherwise.
    [[nodiscard]] QByteArray original(qint64 id) const;
    /// Where the passages of its record stand, in order of the text.
    [[nodiscard]] std::vector<StoredVerdict> verdicts(qint64 id) const;
    /// Compares stored texts and bytes with their checksums and runs SQLite's whole integrity check, which opening does
    /// not for large libraries. Blocking, milliseconds a document. What passed is remembered with its day.
    Result<Done> verify();
    /// The day verify() last passed; invalid = never.
    [[nodiscard]] QDate verified() const;

    /// Full-text search of documents, any spelling, best first; a word of three letters or more may
    /// be the beginning of a longer one, all must occur. Offsets are those of text(). Near copies count once.
    [[nodiscard]] std::vector<SearchHit> search(const QString &words, int limit = 50, const DocumentFilter &filter = {}) const;
    /// What filters can choose from, sorted.
    [[nodiscard]] QStringList publishers() const;
    [[nodiscard]] QString path() const;

private:
    struct Private;
    explicit Library(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ca
