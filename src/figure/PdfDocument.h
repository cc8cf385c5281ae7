// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace ca {

/// The objects of a PDF file (ISO 32000-1) while it is written. Objects are numbered from 1 in the order in which they are
/// asked for, so that the same calls give the same bytes.
class PdfDocument {
public:
    /// A number for an object that comes later.
    [[nodiscard]] int reserve();
    void set(int number, const QByteArray &body);
    int add(const QByteArray &body);
    /// @p entries of the dictionary besides length and filter. Compressed unless @p entries name a filter or @p plain is set.
    int addStream(const QByteArray &entries, const QByteArray &bytes, bool plain = false);

    /// The whole file. Its identifier is made of its content.
    [[nodiscard]] QByteArray toBytes(int root, int info) const;

private:
    std::vector<QByteArray> m_objects;
};

namespace pdf {

[[nodiscard]] QByteArray reference(int number);              ///< "12 0 R"
[[nodiscard]] QByteArray hex4(unsigned value);               ///< four hexadecimal digits
[[nodiscard]] QByteArray number(double value, int digits = 2);
[[nodiscard]] QByteArray text(const QString &value);         ///< text string, UTF-16
[[nodiscard]] QByteArray name(const QString &value);         ///< "/Noto#20Sans"
[[nodiscard]] QByteArray deflated(const QByteArray &bytes);  ///< for FlateDecode

} // namespace pdf
} // namespace ca
