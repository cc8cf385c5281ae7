// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF's half of EvidenceFiles.h: the few fields of a directory that lead to the text, read by hand.
#include "base/Tr.h"
#include "document/XmlGuard.h"
#include "figure/EvidenceFiles.h"
#include "figure/FigureEvidence.h"

#include <QtEndian>

namespace ca::evidencefiles {

namespace {

Error damaged()
{
    return {tr("the TIFF is damaged or cut short"), {}, 0};
}

/// Numbers of a TIFF: of its byte order, and as wide as its kind has them (big ones have offsets of 64 bits).
class Directories {
public:
    explicit Directories(QFile &file) : m_file(file)
    {
        const QByteArray head = file.read(16);
        m_little = head.startsWith("II");
        m_big = head.size() == 16 && number(head, 2, 2) == 43;
        m_next = m_big ? number(head, 8, 8) : number(head, 4, 4);
    }

    /// Goes through the directories for @p tag; null where none has it.
    Result<QByteArray> text(quint64 tag)
    {
        constexpr int mostDirectories = 64, mostEntries = 4096;
        for (int i = 0; i < mostDirectories && m_next != 0; ++i) {
            const QByteArray head = bytes(m_next, m_big ? 8 : 2);
            const quint64 entries = head.isEmpty() ? 0 : number(head, 0, int(head.size()));
            if (entries == 0 || entries > mostEntries)
                return damaged();
            const int size = m_big ? 20 : 12, wide = m_big ? 8 : 4;
            const QByteArray table = bytes(m_next + quint64(head.size()), qint64(entries) * size + wide);
            if (table.isEmpty())
                return damaged();
            for (int entry = 0; entry < int(entries); ++entry) {
                if (number(table, entry * size, 2) == tag)
                    return value(table.mid(entry * size, size), m_next + quint64(head.size()) + quint64(entry) * quint64(size));
            }
            m_next = number(table, int(entries) * size, wide);
        }
        return QByteArray();
    }

private:
    [[nodiscard]] quint64 number(const QByteArray &from, int at, int width) const
    {
        quint64 value = 0;
        for (int i = 0; i < width && at + i < from.size(); ++i)
            value |= quint64(quint8(from.at(at + i))) << (8 * (m_little ? i : width - 1 - i));
        return value;
    }

    /// All @p count of them, or none.
    QByteArray bytes(quint64 at, qint64 count)
    {
        if (at > quint64(m_file.size()) || count > m_file.size() - qint64(at) || !m_file.seek(qint64(at)))
            return {};
        const QByteArray read = m_file.read(count);
        return read.size() == count ? read : QByteArray();
    }

    /// Type and number of an entry, then the text or where it stands. The text ends with a zero.
    Result<QByteArray> value(const QByteArray &entry, quint64 at)
    {
        const int wide = m_big ? 8 : 4;
        const quint64 count = number(entry, 4, wide);
        constexpr quint64 ascii = 2;
        if (number(entry, 2, 2) != ascii || count == 0)
            return damaged();
        if (count > quint64(FigureEvidence::maxBytes) * 2)  // in XML with escapes
            return Error{tr("the metadata of the TIFF are longer than any this program writes"), {}, 0};
        const bool inside = count <= quint64(wide);
        QByteArray text = bytes(inside ? at + 4 + quint64(wide) : number(entry, 4 + wide, wide), qint64(count));
        if (text.isEmpty())
            return damaged();
        while (text.endsWith('\0'))
            text.chop(1);
        return text;
    }

    QFile &m_file;
    bool m_little = true;
    bool m_big = false;
    quint64 m_next = 0;
};

/// GDAL escapes values before it makes XML of them, which escapes them once more.
QString unescaped(QString text)
{
    return text.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">")).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

} // namespace

Result<QByteArray> inTiff(QFile &file)
{
    constexpr quint64 gdalMetadata = 42112;  // "GDAL_METADATA": <GDALMetadata><Item name="…">…</Item></GDALMetadata>
    const Result<QByteArray> xml = Directories(file).text(gdalMetadata);
    if (!xml || xml->isNull())
        return xml;
    const CancelToken cancel;
    XmlGuard reader(*xml, QStringLiteral("GDAL_METADATA"), cancel);
    while (reader.next()) {
        if (reader.isStart() && reader.is("Item") && reader.attribute("name").compare(QLatin1String("CorridorAtlas"), Qt::CaseInsensitive) == 0) {
            const QByteArray text = unescaped(reader.innerText()).toUtf8();
            const Result<Done> read = reader.status();
            return read ? Result<QByteArray>(text) : Result<QByteArray>(read.error());
        }
    }
    const Result<Done> read = reader.status();
    return read ? Result<QByteArray>(QByteArray()) : Result<QByteArray>(read.error());
}

} // namespace ca::evidencefiles
