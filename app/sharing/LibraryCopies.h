// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "reading/ReadingCopy.h"

#include <QHash>

#include <memory>

namespace ca {

/// Where a passage stands in the user's copy; no copy = the library has none.
struct FoundInCopy {
    std::shared_ptr<const ReadingCopy> copy;
    TextRange range;
    Verdict verdict = Verdict::Orphan;
    QString reason;
};

/// Looks passages up in a library, reading each document once. Belongs to the thread of its library.
class LibraryCopies {
public:
    /// @p library may be null: then nothing is found. Must outlive this.
    explicit LibraryCopies(const Library *library) : m_library(library) {}

    /// A passage that was anchored in the text of this checksum.
    [[nodiscard]] FoundInCopy anchored(const QString &textSha256, const TextAnchor &anchor);
    /// A passage of the atlas, as the library found it when the article was taken in.
    [[nodiscard]] FoundInCopy bundled(const Passage &passage);

private:
    std::shared_ptr<const ReadingCopy> read(const QString &key, const std::optional<Document> &document);

    const Library *m_library;
    QHash<QString, std::shared_ptr<const ReadingCopy>> m_read;
};

} // namespace ca
