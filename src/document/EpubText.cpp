// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/EpubText.h"

#include "base/Tr.h"
#include "document/DublinCore.h"
#include "document/HtmlDecoding.h"
#include "document/HtmlText.h"
#include "document/HtmlTree.h"
#include "document/XmlGuard.h"
#include "document/ZipReader.h"

#include <QDir>
#include <QUrl>

namespace ca::EpubText {
namespace {

using EpubParts = QHash<QString, QByteArray>;

Result<QString> packagePath(const QByteArray &container, const CancelToken &cancel)
{
    XmlGuard xml(container, QStringLiteral("META-INF/container.xml"), cancel);
    while (xml.next())
        if (xml.isStart() && xml.is("rootfile"))
            return xml.attribute("full-path");
    const Result<Done> status = xml.status();
    return status ? Error{tr("It does not say where its contents are; the file is damaged."), {}, 0} : status.error();
}

/// Names of the chapters' parts, in reading order.
Result<QStringList> chapters(const QByteArray &package, const QString &path, const CancelToken &cancel)
{
    QHash<QString, QString> parts;
    QStringList order;
    const QString folder = path.contains(u'/') ? path.section(u'/', 0, -2) + u'/' : QString();
    XmlGuard xml(package, path, cancel);
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        const bool isContents = xml.attribute("properties").split(u' ').contains(QLatin1String("nav"));
        if (xml.is("item") && !isContents && xml.attribute("media-type").contains(QLatin1String("html")))
            parts.insert(xml.attribute("id"), QDir::cleanPath(folder + QUrl::fromPercentEncoding(xml.attribute("href").toUtf8())));
        else if (xml.is("itemref") && xml.attribute("linear") != QLatin1String("no"))
            order << xml.attribute("idref");
    }
    const Result<Done> status = xml.status();
    if (!status)
        return status.error();
    QStringList found;
    for (const QString &id : order)
        if (parts.contains(id) && !found.contains(parts.value(id)))
            found << parts.value(id);
    return found;
}

/// Fonts may be obfuscated; chapters that are encrypted cannot be read.
bool isProtected(const QByteArray &encryption, const CancelToken &cancel)
{
    XmlGuard xml(encryption, QStringLiteral("META-INF/encryption.xml"), cancel);
    while (xml.next())
        if (xml.isStart() && xml.is("CipherReference") && xml.attribute("URI").contains(QLatin1String("htm")))
            return true;
    return false;
}

Result<Done> addChapter(const QByteArray &page, TextLines &lines, const CancelToken &cancel)
{
    const Result<DecodedHtml> html = decodeHtml(page);
    if (!html)
        return html.error();
    const Result<HtmlTree> tree = HtmlTree::parse(html->text, cancel);
    if (!tree)
        return tree.error();
    HtmlText::appendWhole(*tree, lines);
    return lines.isTooLong() ? Result<Done>(Error{tooMuchText(), {}, 0}) : Result<Done>(Done{});
}

bool isEpubPart(const QString &name)
{
    const QString lower = name.toLower();
    return lower.startsWith(QLatin1String("meta-inf/")) || lower.endsWith(QLatin1String(".opf")) || lower.endsWith(QLatin1String("html"))
        || lower.endsWith(QLatin1String(".htm")) || lower.endsWith(QLatin1String(".xml"));
}

} // namespace

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel)
{
    const Result<EpubParts> zip = ZipReader::read(bytes, isEpubPart, cancel);
    if (!zip)
        return zip.error();
    if (isProtected(zip->value(QStringLiteral("META-INF/encryption.xml")), cancel))
        return Error{tr("It is protected against copying (DRM)."), {}, 0};
    const Result<QString> path = packagePath(zip->value(QStringLiteral("META-INF/container.xml")), cancel);
    if (!path)
        return path.error();
    const QByteArray package = zip->value(*path);
    const Result<QStringList> order = chapters(package, *path, cancel);
    if (!order)
        return order.error();
    DocumentParts parts;
    TextLines lines;
    int missing = 0;
    for (const QString &chapter : *order) {
        missing += zip->contains(chapter) ? 0 : 1;
        const Result<Done> done = addChapter(zip->value(chapter), lines, cancel);
        if (!done)
            return done.error();
    }
    if (missing > 0)
        parts.remarks << (missing == 1 ? tr("1 chapter is missing in the file.") : tr("%1 chapters are missing in the file.").arg(missing));
    DublinCore::addTo(parts.csl, package, QStringLiteral("opf"), cancel);
    parts.csl.setType(QStringLiteral("book"));
    parts.text = lines.take();
    return parts;
}

} // namespace ca::EpubText
