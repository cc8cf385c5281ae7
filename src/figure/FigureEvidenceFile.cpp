// SPDX-License-Identifier: GPL-3.0-or-later
// FigureEvidence::readFrom().
#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "figure/EvidenceFiles.h"
#include "figure/FigureEvidence.h"

#include <QFile>
#include <QFileInfo>

namespace ca {

namespace {

enum class Kind { Png, Tiff, Pdf, Zip, Xml, Unknown };

/// By the first bytes, whatever the file is called.
Kind kindOf(const QByteArray &head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return Kind::Png;
    for (const QByteArray &mark : {QByteArray("II*\0", 4), QByteArray("MM\0*", 4), QByteArray("II+\0", 4), QByteArray("MM\0+", 4)}) {
        if (head.startsWith(mark))
            return Kind::Tiff;
    }
    if (head.startsWith("PK\x03\x04"))
        return Kind::Zip;
    if (head.contains("%PDF-"))  // readers allow some bytes before it
        return Kind::Pdf;
    const QByteArray text = (head.startsWith("\xef\xbb\xbf") ? head.mid(3) : head).trimmed();
    return text.startsWith('<') ? Kind::Xml : Kind::Unknown;
}

/// The whole file, for those kinds that cannot be read piece by piece.
Result<QByteArray> contentOf(QFile &file)
{
    if (file.size() > limits::packedFileBytes)
        return Error{tr("the file has %1 MB, more than the %2 that are looked through for evidence")
                         .arg(file.size() / limits::megabyte).arg(limits::packedFileBytes / limits::megabyte), {}, 0};
    return file.read(limits::packedFileBytes + 1);
}

/// Null where there is none.
Result<QByteArray> jsonIn(QFile &file)
{
    const QByteArray head = file.read(1024);
    file.seek(0);
    const Kind kind = kindOf(head);
    if (kind == Kind::Png)
        return evidencefiles::inPng(file);
    if (kind == Kind::Tiff)
        return evidencefiles::inTiff(file);
    if (kind == Kind::Unknown)
        return QByteArray();
    const Result<QByteArray> content = contentOf(file);
    if (!content)
        return content;
    return kind == Kind::Pdf ? evidencefiles::inPdf(*content)
        : kind == Kind::Zip  ? evidencefiles::inOffice(*content)
                             : evidencefiles::inXml(*content, QFileInfo(file).fileName());
}

} // namespace

Result<FigureEvidence> FigureEvidence::readFrom(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return Error{tr("there is no such file"), path, 0};
    if (!file.open(QIODevice::ReadOnly))
        return Error{tr("cannot be read: %1").arg(file.errorString()), path, 0};
    const Result<QByteArray> json = jsonIn(file);
    if (!json)
        return Error{json.error().message, path, 0};
    if (json->isNull())
        return Error{tr("the file carries no evidence of a figure"), path, 0};
    Result<FigureEvidence> evidence = fromJson(*json);
    if (!evidence)
        return Error{evidence.error().message, path, 0};
    return evidence;
}

} // namespace ca
