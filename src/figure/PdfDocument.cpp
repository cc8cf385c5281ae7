// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfDocument.h"

#include "figure/SvgPath.h"

#include <QCryptographicHash>

namespace ca {

int PdfDocument::reserve()
{
    m_objects.emplace_back();
    return int(m_objects.size());
}

void PdfDocument::set(int number, const QByteArray &body)
{
    m_objects[std::size_t(number) - 1] = body;
}

int PdfDocument::add(const QByteArray &body)
{
    const int number = reserve();
    set(number, body);
    return number;
}

int PdfDocument::addStream(const QByteArray &entries, const QByteArray &bytes, bool plain)
{
    const bool filtered = plain || entries.contains("/Filter");
    const QByteArray data = filtered ? bytes : pdf::deflated(bytes);
    return add("<< " + entries + (filtered ? "" : " /Filter /FlateDecode") + " /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data
               + "\nendstream");
}

QByteArray PdfDocument::toBytes(int root, int info) const
{
    QByteArray bytes = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", table;
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(i + 1) + " 0 obj\n" + m_objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(m_objects.size() + 1), start = QByteArray::number(bytes.size());
    const QByteArray id = '<' + QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex() + '>';
    return bytes + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + count + " /Root " + pdf::reference(root) + " /Info "
        + pdf::reference(info) + " /ID [" + id + ' ' + id + "] >>\nstartxref\n" + start + "\n%%EOF\n";
}

namespace pdf {

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

QByteArray hex4(unsigned value)
{
    return QByteArray::number(value, 16).rightJustified(4, '0').toUpper();
}

QByteArray number(double value, int digits)
{
    return svgpath::number(value, digits);
}

QByteArray text(const QString &value)
{
    QByteArray hex = "<FEFF";
    for (const QChar c : value)
        hex += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return hex + '>';
}

QByteArray name(const QString &value)
{
    QByteArray out = "/";
    for (const char c : value.toUtf8()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '+' || c == '.';
        out += plain ? QByteArray(1, c) : '#' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes).mid(4);  // qCompress puts the length before the stream
}

} // namespace pdf
} // namespace ca
