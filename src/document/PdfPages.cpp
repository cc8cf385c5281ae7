// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/PdfPages.h"

namespace ca {
namespace {

constexpr quint32 magic = 0x43504446;  // "CPDF"; format 1, between two programs of one build

void prepare(QDataStream &stream)
{
    stream.setVersion(QDataStream::Qt_6_4);
    stream.setFloatingPointPrecision(QDataStream::SinglePrecision);
}

} // namespace

QDataStream &operator<<(QDataStream &out, const PdfWord &w)
{
    return out << w.text << w.left << w.top << w.right << w.bottom << w.spaceAfter << w.isTurned;
}

QDataStream &operator>>(QDataStream &in, PdfWord &w)
{
    return in >> w.text >> w.left >> w.top >> w.right >> w.bottom >> w.spaceAfter >> w.isTurned;
}

QDataStream &operator<<(QDataStream &out, const PdfPage &p)
{
    return out << p.width << p.height << p.words;
}

QDataStream &operator>>(QDataStream &in, PdfPage &p)
{
    return in >> p.width >> p.height >> p.words;
}

QDataStream &operator<<(QDataStream &out, const PdfAttachment &a)
{
    prepare(out);
    return out << magic << static_cast<quint8>(a.status) << a.found << a.content;
}

QDataStream &operator>>(QDataStream &in, PdfAttachment &a)
{
    prepare(in);
    quint32 mark = 0;
    quint8 status = 0;
    in >> mark >> status >> a.found >> a.content;
    if (mark != magic || status > static_cast<quint8>(PdfContents::Status::TooManyWords))
        in.setStatus(QDataStream::ReadCorruptData);
    a.status = static_cast<PdfContents::Status>(status);
    return in;
}

QDataStream &operator<<(QDataStream &out, const PdfContents &c)
{
    prepare(out);
    out << magic << static_cast<quint8>(c.status) << c.pageCount << c.unreadable << c.complaints;
    return out << c.title << c.author << c.subject << c.created << c.xmp << c.pages;
}

QDataStream &operator>>(QDataStream &in, PdfContents &c)
{
    prepare(in);
    quint32 mark = 0;
    quint8 status = 0;
    in >> mark >> status;
    if (mark != magic || status > static_cast<quint8>(PdfContents::Status::TooManyWords)) {
        in.setStatus(QDataStream::ReadCorruptData);
        return in;
    }
    c.status = static_cast<PdfContents::Status>(status);
    in >> c.pageCount >> c.unreadable >> c.complaints;
    return in >> c.title >> c.author >> c.subject >> c.created >> c.xmp >> c.pages;
}

} // namespace ca
