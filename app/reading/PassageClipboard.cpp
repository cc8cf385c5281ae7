// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/PassageClipboard.h"

#include "citation/CitationFormat.h"
#include "citation/FragmentLink.h"
#include "citation/PassageCopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace ca {

namespace {

Locator locatorOf(const ReadingCopy &copy, TextRange words)
{
    if (const int page = copy.pageAt(words.start); page > 0)
        return {Locator::Kind::Page, QString::number(page)};
    const int paragraph = copy.article().paragraphAt(words.start);
    return paragraph > 0 ? Locator{Locator::Kind::Paragraph, QString::number(paragraph)} : Locator{};
}

} // namespace

QMimeData *passageMime(const ReadingCopy &copy, TextRange words)
{
    const QJsonObject &csl = copy.document.csl;
    const Result<TextAnchor> anchor = copy.finder->make(words);
    const QUrl page(csl.value(QLatin1String("URL")).toString());
    const QUrl link = anchor ? quotationUrl(page, *anchor) : page;
    const CitationOptions options{locatorOf(copy, words), copy.document.added.date().toString(Qt::ISODate), false};
    const PassageCopy passage = copyPassage(copy.quotation(words), citationformat::chicagoNote(csl, options), link.toString(QUrl::FullyEncoded),
                                            csl.value(QLatin1String("language")).toString());
    auto *mime = new QMimeData;
    mime->setText(passage.text);
    mime->setHtml(passage.html);
    return mime;
}

void copyToClipboard(const ReadingCopy &copy, TextRange words)
{
    QGuiApplication::clipboard()->setMimeData(passageMime(copy, words));
}

} // namespace ca
