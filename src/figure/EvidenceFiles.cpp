// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/EvidenceFiles.h"

#include "base/Tr.h"
#include "document/PdfProcess.h"
#include "document/XmlGuard.h"
#include "document/ZipReader.h"
#include "figure/FigureEvidence.h"

#include <QRegularExpression>
#include <QtEndian>

#include <zlib.h>

namespace ca::evidencefiles {

namespace {

Error damagedPng()
{
    return Error::of(tr("the PNG is damaged or cut short"));
}

Error tooLong()
{
    return Error::of(tr("the evidence in the file has more than the %1 MB that are read").arg(FigureEvidence::maxBytes >> 20));
}

/// A zlib stream, unpacked as far as evidence may go.
Result<QByteArray> inflated(const QByteArray &packed)
{
    QByteArray out;
    char piece[65536];
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    if (inflateInit(&stream) != Z_OK)
        return damagedPng();
    int status = Z_OK;
    while (status == Z_OK && out.size() <= FigureEvidence::maxBytes) {
        stream.next_out = reinterpret_cast<Bytef *>(piece);
        stream.avail_out = sizeof piece;
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(piece, qsizetype(sizeof piece - stream.avail_out));
    }
    inflateEnd(&stream);
    if (out.size() > FigureEvidence::maxBytes)
        return tooLong();
    return status == Z_STREAM_END ? Result<QByteArray>(out) : Result<QByteArray>(damagedPng());
}

/// The text of an iTXt chunk (PNG § 11.3.4.5): keyword, 0, packed?, method, language, 0, translated keyword, 0, text. Null
/// when the keyword is another.
Result<QByteArray> textOf(const QByteArray &chunk)
{
    const QByteArray keyword("CorridorAtlas\0", 14);
    if (!chunk.startsWith(keyword))
        return QByteArray();
    const qsizetype language = chunk.indexOf('\0', keyword.size() + 2);
    const qsizetype translated = language < 0 ? -1 : chunk.indexOf('\0', language + 1);
    if (translated < 0)
        return damagedPng();
    const QByteArray text = chunk.mid(translated + 1);
    return chunk.at(keyword.size()) == 1 ? inflated(text) : Result<QByteArray>(text);
}

} // namespace

Result<QByteArray> inPng(QFile &file)
{
    constexpr int mostChunks = 1'000'000;  // an encoder writes one for every 8 kB; 300 megapixels have some ten thousand
    constexpr qint64 signature = 8, frame = 12;
    qint64 at = signature;
    for (int count = 0; count < mostChunks; ++count) {
        if (!file.seek(at))
            return damagedPng();
        const QByteArray head = file.read(8);
        if (head.size() != 8)
            return damagedPng();
        const qint64 length = qFromBigEndian<quint32>(head.constData());
        const QByteArray type = head.mid(4);
        if (at + frame + length > file.size())
            return damagedPng();
        if (type == "IEND")
            return QByteArray();
        if (type == "iTXt" && length > FigureEvidence::maxBytes) {
            if (file.read(14) == QByteArray("CorridorAtlas\0", 14))
                return tooLong();
        } else if (type == "iTXt") {
            const QByteArray chunk = file.read(length);
            if (chunk.size() != length)
                return damagedPng();
            const Result<QByteArray> text = textOf(chunk);
            if (!text || !text->isNull())
                return text;
        }
        at += frame + length;
    }
    return damagedPng();
}

Result<QByteArray> inXml(const QByteArray &xml, const QString &part)
{
    const CancelToken cancel;
    XmlGuard reader(xml, part, cancel);
    while (reader.next()) {
        if (!reader.isStart() || !reader.is("evidence") || reader.space() != QLatin1String(FigureEvidence::xmlNamespace))
            continue;
        const QByteArray text = reader.innerText().toUtf8();
        const Result<Done> read = reader.status();
        return read ? Result<QByteArray>(text) : Result<QByteArray>(read.error());
    }
    const Result<Done> read = reader.status();
    return read ? Result<QByteArray>(QByteArray()) : Result<QByteArray>(read.error());
}

Result<QByteArray> inOffice(const QByteArray &zip)
{
    // Programs that save the file anew give its custom parts other numbers.
    static const QRegularExpression item(QStringLiteral("^customXml/item[0-9]{0,4}\\.xml$"), QRegularExpression::CaseInsensitiveOption);
    const auto parts = ZipReader::read(zip, [](const QString &name) { return item.match(name).hasMatch(); }, {});
    if (!parts)
        return parts.error();
    QStringList names = parts->keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const Result<QByteArray> found = inXml(parts->value(name), name);
        if (!found || !found->isNull())
            return found;
    }
    return QByteArray();
}

Result<QByteArray> inPdf(const QByteArray &pdf)
{
    const auto found = PdfProcess::attachment(pdf, QStringLiteral("corridor-atlas.json"), FigureEvidence::maxBytes, {});
    if (!found)
        return found.error();
    return found->value_or(QByteArray());
}

} // namespace ca::evidencefiles
