// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/PreparedDocument.h"

#include "base/Tr.h"
#include "document/Checksum.h"
#include "document/TextExtractor.h"
#include "library/CopyGroups.h"
#include "library/IndexMap.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace ca {
namespace {

/// What the file states, with the record's own members before them; the house's remarks on a record stay in the atlas.
QJsonObject mergedCsl(const QJsonObject &stated, const Record *record)
{
    QJsonObject csl = stated;
    const QJsonObject known = record ? record->csl : QJsonObject();
    for (auto member = known.begin(); member != known.end(); ++member) {
        if (member.key() != QLatin1String("custom"))
            csl.insert(member.key(), member.value());
    }
    return csl;
}

QString titleFor(const Record *record, const QString &fallback)
{
    if (!record)
        return fallback;
    const QString title = record->titleText();
    return title.isEmpty() ? record->shortCitation() : title;
}

std::vector<StoredVerdict> verdictsOf(const PassageFinder &finder, const Atlas &atlas, const QString &record)
{
    std::vector<StoredVerdict> verdicts;
    for (const Passage &passage : atlas.data().passages) {
        if (passage.record == record && !record.isEmpty())
            verdicts.push_back({passage.id, finder.find(passage)});
    }
    return verdicts;
}

PreparedDocument prepare(ExtractedText extracted, const Atlas &atlas)
{
    PreparedDocument out = recogniseText(ArticleText::fromPlainText(extracted.text), atlas);
    out.bytes = extracted.bytes;
    out.pages = packOffsets({extracted.pages.begin(), extracted.pages.end()});
    out.signature = CopyGroups::signatureOf(out.normalised.text);
    Document &document = out.document;
    const Record *record = atlas.record(document.record);
    document.title = titleFor(record, extracted.title);
    document.sha256 = extracted.sha256;
    document.added = QDateTime::currentDateTimeUtc();
    document.format = extracted.format;
    document.textSha256 = digest(out.normalised.text);
    document.csl = mergedCsl(extracted.csl, record);
    out.shadow = ShadowText::of(document.title, out.text);
    return out;
}

Result<QByteArray> originalOf(const QString &file, const QString &sha256)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error{tr("It cannot be read: %1.").arg(in.errorString()), file};
    QByteArray bytes = in.readAll();
    if (sha256Of(bytes) != sha256)
        return Error{tr("It changed while it was read."), file};
    return bytes;
}

} // namespace

PreparedDocument recogniseText(ArticleText article, const Atlas &atlas)
{
    const PassageFinder finder(std::move(article));
    const Recognition recognition = recognise(finder, atlas);
    PreparedDocument out;
    out.text = finder.article().text;
    out.normalised = finder.normalised();
    out.document.record = recognition.record;
    out.document.exact = recognition.exact;
    out.document.moved = recognition.moved;
    out.verdicts = verdictsOf(finder, atlas, recognition.record);
    return out;
}

Result<PreparedDocument> prepareDocument(const QString &file, const Atlas &atlas, const ImportOptions &options,
                                         const CancelToken &cancel)
{
    Result<ExtractedText> extracted = TextExtractor::read(file, cancel);
    if (!extracted)
        return extracted.error();
    if (cancel.cancelled())
        return Error{tr("It was stopped."), file};
    const QStringList remarks = extracted->remarks;
    PreparedDocument prepared = prepare(std::move(*extracted), atlas);
    const QFileInfo info(file);
    prepared.document.fileName = info.fileName();
    prepared.document.path = info.absoluteFilePath();
    if (options.keepBytes) {
        Result<QByteArray> original = originalOf(file, prepared.document.sha256);
        if (!original)
            return original.error();
        prepared.original = std::move(*original);
        prepared.document.keepsBytes = true;
    }
    Result<PreparedDocument> result(std::move(prepared));
    for (const QString &remark : remarks)
        result.warn({QStringLiteral("%1: %2").arg(info.fileName(), remark)});
    return result;
}

Result<PreparedDocument> prepareBytes(const LooseBytes &loose, const Atlas &atlas)
{
    Result<ExtractedText> extracted = loose.selection ? TextExtractor::readSelection(QString::fromUtf8(loose.bytes))
                                                      : TextExtractor::readBytes(loose.name, loose.bytes);
    if (!extracted)
        return Error{extracted.error().message, loose.name, 0};
    PreparedDocument prepared = prepare(std::move(*extracted), atlas);
    prepared.document.fileName = loose.name;
    prepared.original = loose.bytes;
    prepared.document.keepsBytes = true;
    return prepared;
}

} // namespace ca
