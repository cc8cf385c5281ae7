// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QLockFile>
#include <QUrl>

namespace ca {

/// By what a server's file is known again.
struct PartNotes {
    QUrl url;
    QByteArray etag;
    QByteArray lastModified;
    qint64 total = -1;     ///< bytes of the whole; -1 = not told
    bool operator==(const PartNotes &) const = default;

    /// For If-Range: a strong ETag, else the date; empty = the file cannot be known again.
    [[nodiscard]] QByteArray validator() const;
};

/// What has come so far of a file, kept as TARGET.part with its notes in TARGET.part.json, both beside the target. Locked
/// against a second program while it is open. Not thread-safe.
class PartFile {
public:
    explicit PartFile(const QString &target);
    ~PartFile();

    /// Makes the folder, takes the lock, and takes up what is there of @p url; what is of another address starts anew.
    [[nodiscard]] Result<Done> open(const QUrl &url);
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] const PartNotes &notes() const { return m_notes; }
    [[nodiscard]] QString path() const { return m_file.fileName(); }
    /// Nothing has come yet of the file that @p notes are about.
    [[nodiscard]] Result<Done> restart(const PartNotes &notes);
    [[nodiscard]] Result<Done> append(const QByteArray &bytes);
    /// Room for @p bytes more? @returns an error that tells both figures.
    [[nodiscard]] Result<Done> need(qint64 bytes) const;
    /// In one step: whoever looks sees the old file or the whole new one, dated @p modified where that is valid.
    [[nodiscard]] Result<Done> moveToTarget(const QDateTime &modified);
    void remove();
    /// Keeps what is there.
    void close();

    /// Bytes that are kept of @p url beside @p target; 0 = none that can be taken up.
    [[nodiscard]] static qint64 keptBytes(const QString &target, const QUrl &url);

private:
    QString m_target;
    QFile m_file;
    QLockFile m_lock;
    PartNotes m_notes;

    [[nodiscard]] Error failure(const QString &what) const;
};

} // namespace ca
