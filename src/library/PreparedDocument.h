// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "anchor/Recognition.h"
#include "atlas/Atlas.h"
#include "base/CancelToken.h"
#include "base/Result.h"
#include "library/Document.h"
#include "library/ShadowText.h"

#include <QByteArray>

namespace ca {

/// Everything that is worked out of a file before it is written to the library, so that several
/// threads can do it at once while one writes.
struct PreparedDocument {
    Document document;          ///< without id and group
    qint64 bytes = 0;           ///< size of the file
    QByteArray original;        ///< the file's bytes where they are to be kept
    QString text;               ///< with \n line ends
    NormalisedText normalised;
    QByteArray pages;           ///< packed offsets where pages begin, see IndexMap
    QByteArray signature;       ///< of the words, for finding near copies
    std::vector<StoredVerdict> verdicts;  ///< of the record's passages, when recognised
    ShadowText shadow;          ///< what full-text search looks into
};

/// How files are taken in.
struct ImportOptions {
    bool keepBytes = false;     ///< keep the file's bytes in the library, too, not only its path
};

/// Reads @p file and prepares it. Blocking; any thread. Warnings tell what the reader had to leave out.
[[nodiscard]] Result<PreparedDocument> prepareDocument(const QString &file, const Atlas &atlas, const ImportOptions &options,
                                                       const CancelToken &cancel = {});
/// Words that come from no file: pasted or dropped.
struct LooseBytes {
    QString name;             ///< stands in for the file's name; its suffix tells the format
    QByteArray bytes;
    bool selection = false;   ///< HTML of which every word was chosen: nothing in it is boilerplate
};
/// The same for them. The bytes are always kept.
[[nodiscard]] Result<PreparedDocument> prepareBytes(const LooseBytes &loose, const Atlas &atlas);

/// Text, normalised text, record and verdicts only.
[[nodiscard]] PreparedDocument recogniseText(ArticleText article, const Atlas &atlas);

} // namespace ca
