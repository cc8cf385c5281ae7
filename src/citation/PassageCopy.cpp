// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/PassageCopy.h"

#include "citation/WellFormed.h"

#include <QStringList>

namespace ca {

namespace {

/// Paragraphs of a quotation; each keeps its words.
QStringList paragraphsOf(const QString &quotation)
{
    QStringList paragraphs;
    const QStringList lines = xmlText(quotation).replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n').split(u'\n');
    for (const QString &line : lines) {
        if (const QString words = line.trimmed(); !words.isEmpty())
            paragraphs << words;
    }
    return paragraphs;
}

QString plain(const QStringList &paragraphs, const RichText &citation, const QString &link)
{
    QStringList parts;
    if (!paragraphs.isEmpty())
        parts << QStringLiteral("“%1”").arg(paragraphs.join(QStringLiteral("\n\n")));
    QStringList source;
    if (!citation.isEmpty())
        source << QStringLiteral("— ") + citation.plainText();
    if (!link.isEmpty())
        source << link;
    if (!source.isEmpty())
        parts << source.join(u'\n');
    return parts.join(QStringLiteral("\n\n"));
}

QString html(const QStringList &paragraphs, const RichText &citation, const QString &link, const QString &language)
{
    const QString cite = link.isEmpty() ? QString() : QStringLiteral(" cite=\"%1\"").arg(link.toHtmlEscaped());
    const QString lang = language.isEmpty() ? QString() : QStringLiteral(" lang=\"%1\"").arg(language.toHtmlEscaped());
    QString html;
    if (!paragraphs.isEmpty()) {
        html += QStringLiteral("<blockquote%1%2>").arg(cite, lang);
        for (const QString &paragraph : paragraphs)
            html += QStringLiteral("<p>%1</p>").arg(paragraph.toHtmlEscaped());
        html += QStringLiteral("</blockquote>");
    }
    QString source = citation.html();
    if (!link.isEmpty()) {
        const QString anchor = QStringLiteral("<a href=\"%1\">%2</a>").arg(link.toHtmlEscaped(), link.toHtmlEscaped());
        source += (source.isEmpty() ? QString() : QStringLiteral("<br>")) + anchor;
    }
    return source.isEmpty() ? html : html + QStringLiteral("<p>— %1</p>").arg(source);
}

} // namespace

PassageCopy copyPassage(const QString &quotation, const RichText &citation, const QString &link, const QString &language)
{
    const QStringList paragraphs = paragraphsOf(quotation);
    const QString address = isWebAddress(link) ? xmlText(link) : QString();
    return {plain(paragraphs, citation, address), html(paragraphs, citation, address, xmlText(oneLine(language)))};
}

} // namespace ca
