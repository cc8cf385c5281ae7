// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/Bibliography.h"

#include "base/Tr.h"
#include "citation/BibTex.h"
#include "citation/CitationFormat.h"
#include "citation/CslJson.h"
#include "citation/Ris.h"

#include <QCollator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace ca {

namespace {

using Style = RichText (*)(const QJsonObject &, const CitationOptions &);

std::vector<RichText> entries(const std::vector<QJsonObject> &items, Style style)
{
    std::vector<RichText> all;
    for (const QJsonObject &item : items)
        all.push_back(style(item, {}));
    QCollator collator(QLocale::English);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setIgnorePunctuation(true);
    std::stable_sort(all.begin(), all.end(), [&collator](const RichText &a, const RichText &b) {
        return collator.compare(a.plainText(), b.plainText()) < 0;
    });
    return all;
}

QByteArray textFile(const std::vector<RichText> &entries)
{
    QString text;
    for (const RichText &entry : entries)
        text += entry.plainText() + QStringLiteral("\n\n");
    text.chop(1);
    return text.toUtf8();
}

QByteArray htmlFile(const std::vector<RichText> &entries)
{
    const QString title = tr("Sources").toHtmlEscaped();
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<title>%1</title>\n"
                                  "<style>body { max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; "
                                  "line-height: 1.45; color-scheme: light dark } p { padding-left: 2em; text-indent: -2em }</style>\n"
                                  "</head>\n<body>\n<h1>%1</h1>\n").arg(title);
    for (const RichText &entry : entries)
        html += QStringLiteral("<p>") + entry.html() + QStringLiteral("</p>\n");
    return (html + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

/// Keys are made from the records, so that the same sources get the same ids.
void giveIdentity(std::vector<QJsonObject> &items)
{
    const QStringList keys = bibtex::keys(items);
    QSet<QString> taken;
    for (std::size_t i = 0; i < items.size(); ++i) {
        QString id = items[i].value(QLatin1String("id")).toVariant().toString();
        if (id.isEmpty() || taken.contains(id)) {
            id = keys[qsizetype(i)];
            for (int n = 2; taken.contains(id); ++n)
                id = keys[qsizetype(i)] + QStringLiteral("-%1").arg(n);
            items[i].insert(QLatin1String("id"), id);
        }
        taken.insert(id);
        if (items[i].value(QLatin1String("type")).toString().isEmpty())
            items[i].insert(QLatin1String("type"), QStringLiteral("document"));
    }
}

} // namespace

std::vector<BibliographyKind> bibliographyKinds()
{
    using F = BibliographyFormat;
    return {{F::CslJson, QStringLiteral("json"), tr("CSL-JSON for Zotero and others (*.json)")},
            {F::BibLaTeX, QStringLiteral("bib"), tr("biblatex (*.bib)")},
            {F::BibTeX, QStringLiteral("bib"), tr("BibTeX (*.bib)")},
            {F::Ris, QStringLiteral("ris"), tr("RIS for EndNote and others (*.ris)")},
            {F::ChicagoText, QStringLiteral("txt"), tr("Chicago notes, text (*.txt)")},
            {F::ChicagoHtml, QStringLiteral("html"), tr("Chicago notes, web page (*.html)")},
            {F::ApaText, QStringLiteral("txt"), tr("APA references, text (*.txt)")},
            {F::ApaHtml, QStringLiteral("html"), tr("APA references, web page (*.html)")}};
}

std::optional<BibliographyFormat> bibliographyFormat(const QString &file, const QString &filter)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    std::optional<BibliographyFormat> bySuffix, byFilter;
    for (const BibliographyKind &kind : bibliographyKinds()) {
        if (kind.filter == filter && kind.suffix == suffix)
            return kind.format;
        if (kind.filter == filter)
            byFilter = kind.format;
        if (kind.suffix == suffix && !bySuffix)
            bySuffix = kind.format;
    }
    return bySuffix ? bySuffix : byFilter;
}

std::vector<QJsonObject> bibliographyItems(const std::vector<Document> &documents, const Atlas &atlas)
{
    std::vector<QJsonObject> items;
    QSet<qint64> groups;
    for (const Document &document : documents) {
        if (groups.contains(document.group))
            continue;
        groups.insert(document.group);
        items.push_back(document.csl);
    }
    if (documents.empty()) {
        for (const Record &record : atlas.data().records)
            items.push_back(record.csl);
    }
    giveIdentity(items);
    return items;
}

Result<QByteArray> bibliography(const std::vector<QJsonObject> &items, BibliographyFormat format)
{
    switch (format) {
    case BibliographyFormat::CslJson: return csljson::write(items);
    case BibliographyFormat::BibLaTeX: return bibtex::write(items, bibtex::Dialect::BibLaTeX);
    case BibliographyFormat::BibTeX: return bibtex::write(items, bibtex::Dialect::BibTeX);
    case BibliographyFormat::Ris: return ris::write(items);
    case BibliographyFormat::ChicagoText: return textFile(entries(items, citationformat::chicagoNote));
    case BibliographyFormat::ChicagoHtml: return htmlFile(entries(items, citationformat::chicagoNote));
    case BibliographyFormat::ApaText: return textFile(entries(items, citationformat::apaReference));
    case BibliographyFormat::ApaHtml: return htmlFile(entries(items, citationformat::apaReference));
    }
    return Error{tr("there is no such format"), {}, 0};
}

} // namespace ca
