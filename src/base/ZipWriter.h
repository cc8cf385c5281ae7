// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace ca {

/// A ZIP archive in memory (PKWARE APPNOTE 6.3, no ZIP64: under 4 GB and 65 535 files), the same bytes for the same files:
/// every file is dated 1980-01-01.
class ZipWriter {
public:
    enum class Method { Stored, Deflated };
    /// @p name in UTF-8, with '/' between folders.
    void add(const QByteArray &name, const QByteArray &content, Method method = Method::Deflated);
    /// The archive; nothing can be added afterwards.
    [[nodiscard]] QByteArray finished();

private:
    struct Entry {
        QByteArray name;
        quint32 crc = 0, packed = 0, size = 0, offset = 0;
        quint16 method = 0;
        quint16 flags = 0;
    };
    void putFields(const Entry &entry);

    QByteArray m_bytes;
    std::vector<Entry> m_entries;
};

} // namespace ca
