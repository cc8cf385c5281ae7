// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>

namespace ca {

/// Text of a file, unpacked piece by piece. Throws std::exception where the file cannot be read or is damaged.
class PackedText {
public:
    /// @param packing "gz", "bz2" or nothing.
    PackedText(const QString &file, const QByteArray &packing);
    ~PackedText();

    /// The next piece; empty at the end. Then the whole file has been checked.
    [[nodiscard]] std::string read();
    /// Of the file, 0 to 1.
    [[nodiscard]] double share() const;

private:
    struct Unpacker;
    std::unique_ptr<Unpacker> m_unpacker;
};

} // namespace ca
