// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QFile>

#include <string>

namespace ca {

/// A block of a PBF file as it stands there, packed.
struct PbfFrame {
    qint64 at = 0;            ///< byte where it begins
    std::string type;         ///< "OSMHeader", "OSMData"
    std::string blob;
    std::size_t unpacked = 0; ///< bytes that it says it unpacks to

    [[nodiscard]] bool isEnd() const { return blob.empty(); }
};

/// The blocks of a PBF file one after the other.
class PbfFrames {
public:
    explicit PbfFrames(const QString &file) : m_name(file), m_file(file) {}

    [[nodiscard]] Result<Done> open();
    /// The next one; isEnd() at the end of the file. An error names the byte.
    [[nodiscard]] Result<PbfFrame> next();
    [[nodiscard]] double share() const { return m_size > 0 ? double(m_file.pos()) / double(m_size) : 1; }
    [[nodiscard]] Error damaged(qint64 at, const QString &why) const;

private:
    [[nodiscard]] Error cutShort(qint64 at) const;

    QString m_name;
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace ca
