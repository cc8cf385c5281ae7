// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ca::gdal {

/// A file in GDAL's memory, in a folder of its own that goes with it. Private to this room.
class MemoryFile {
public:
    explicit MemoryFile(const QByteArray &name, const QByteArray &bytes = {});
    ~MemoryFile();
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    [[nodiscard]] QByteArray path() const { return m_folder + '/' + m_name; }
    /// Of the file, or of the one beside it whose name is longer by @p suffix; null where there is none.
    [[nodiscard]] QByteArray bytes(const char *suffix = "") const;

private:
    QByteArray m_folder;
    QByteArray m_name;
};

} // namespace ca::gdal
