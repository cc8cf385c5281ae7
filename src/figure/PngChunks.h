// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace ca {

/// Puts a PNG together, chunk by chunk, in the order of the calls.
class PngChunks {
public:
    /// 8 bits a channel.
    PngChunks(QSize size, bool alpha);
    void setResolution(double dpi);
    /// @p key: 1 to 79 characters of Latin-1. Latin-1 text is written so that every program reads it, other text as UTF-8.
    void addText(const QString &key, const QString &value);
    /// Always as UTF-8.
    void addUtf8(const QString &key, const QByteArray &utf8);
    /// @p stream: all rows, filtered, as one zlib stream.
    void addPixels(const QByteArray &stream);
    /// The whole file.
    [[nodiscard]] QByteArray finished();

private:
    void add(const char *type, const QByteArray &data);
    QByteArray m_file;
};

} // namespace ca
