// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/ZipReader.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "document/TextLines.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace ca::ZipReader {
namespace {

struct Close {
    void operator()(archive *a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, Close>;

Error damaged(archive *a)
{
    const char *detail = archive_error_string(a);
    return Error::of(tr("Its ZIP container is damaged or cut short (%1).")
                       .arg(detail ? QString::fromUtf8(detail) : tr("no detail known")));
}

/// libarchive's names depend on the locale when asked for as text; as bytes they do not.
QString nameOf(archive_entry *entry)
{
    const char *utf8 = archive_entry_pathname_utf8(entry);
    return QString::fromUtf8(utf8 ? utf8 : archive_entry_pathname(entry));
}

Result<Archive> open(const QByteArray &bytes)
{
    Archive a(archive_read_new());
    if (!a || archive_read_support_format_zip_seekable(a.get()) != ARCHIVE_OK)
        return Error::of(tr("ZIP containers cannot be read on this computer."));
    if (archive_read_open_memory(a.get(), bytes.constData(), static_cast<size_t>(bytes.size())) != ARCHIVE_OK)
        return damaged(a.get());
    return Result<Archive>(std::move(a));
}

/// Unpacks the entry the archive stands at, as long as the limits allow.
class Unpacking {
public:
    Unpacking(archive *a, qint64 packedBytes, const CancelToken &cancel)
        : m_archive(a), m_packed(packedBytes), m_cancel(cancel) {}

    Result<QByteArray> part(const QString &name)
    {
        QByteArray out;
        char buffer[65536];
        for (;;) {
            if (m_cancel.cancelled())
                return Error::of(readingCancelled());
            const la_ssize_t got = archive_read_data(m_archive, buffer, sizeof buffer);
            if (got < 0)
                return damaged(m_archive);
            if (got == 0)
                return out;
            out.append(buffer, got);
            m_total += got;
            if (isBomb(out.size()))
                return Error::of(tr("Its part %1 unpacks to far more than any document needs (a ZIP bomb?); at most "
                                        "%2 MB are unpacked.").arg(name).arg(limits::zipEntryBytes / limits::megabyte));
        }
    }

private:
    /// The packed size of the whole container stands for that of a part, whose own entry may lie.
    [[nodiscard]] bool isBomb(qint64 size) const
    {
        return size > limits::zipEntryBytes || m_total > limits::zipTotalBytes
            || (m_total > limits::megabyte && m_total > m_packed * limits::zipRatio);
    }

    archive *m_archive;
    qint64 m_packed;
    qint64 m_total = 0;
    const CancelToken &m_cancel;
};

using Visit = std::function<Result<Done>(archive *, archive_entry *, const QString &)>;

/// Calls @p visit for each file in the container; stops at its first failure.
Result<Done> forEachFile(const QByteArray &bytes, const std::function<Visit(archive *)> &visitor)
{
    Result<Archive> opened = open(bytes);
    if (!opened)
        return opened.error();
    archive *a = opened->get();
    const Visit visit = visitor(a);
    archive_entry *entry = nullptr;
    for (int count = 0;; ++count) {
        const int status = archive_read_next_header(a, &entry);
        if (status == ARCHIVE_EOF)
            return Done{};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged(a);
        if (count == limits::zipEntries)
            return Error::of(tr("It holds more than %1 files; no document does.").arg(limits::zipEntries));
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        const Result<Done> done = visit(a, entry, nameOf(entry));
        if (!done)
            return done;
    }
}

} // namespace

Result<QStringList> names(const QByteArray &bytes)
{
    QStringList found;
    const Result<Done> done = forEachFile(bytes, [&found](archive *) {
        return [&found](archive *, archive_entry *, const QString &name) -> Result<Done> {
            found << name;
            return Done{};
        };
    });
    return done ? Result<QStringList>(found) : Result<QStringList>(done.error());
}

Result<QHash<QString, QByteArray>> read(const QByteArray &bytes, const std::function<bool(const QString &)> &wanted,
                                        const CancelToken &cancel)
{
    QHash<QString, QByteArray> parts;
    const Result<Done> done = forEachFile(bytes, [&](archive *opened) -> Visit {
        const auto unpacking = std::make_shared<Unpacking>(opened, bytes.size(), cancel);
        return [&, unpacking](archive *, archive_entry *entry, const QString &name) -> Result<Done> {
            if (!wanted(name))
                return Done{};
            if (archive_entry_is_encrypted(entry))
                return Error::of(tr("It is protected by a password."));
            Result<QByteArray> part = unpacking->part(name);
            if (!part)
                return part.error();
            parts.insert(name, *part);
            return Done{};
        };
    });
    return done ? Result<QHash<QString, QByteArray>>(parts) : Result<QHash<QString, QByteArray>>(done.error());
}

} // namespace ca::ZipReader
