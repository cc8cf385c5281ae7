// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureClip.h"

#include "figure/FigureWriter.h"

#include <QImage>
#include <QMimeData>

namespace ca {

namespace {

/// What the figure says in words, a line each, the title first.
QStringList linesOf(const FigureComposition &figure)
{
    const FigureContent &content = figure.content;
    QStringList lines{content.title, content.subtitle};
    lines << content.notes.plainText() << content.credits << content.disclaimer;
    lines.removeAll(QString());
    return lines;
}

QString htmlOf(const FigureComposition &figure, const QByteArray &png)
{
    QString html = QStringLiteral("<figure><img width=\"%1\" height=\"%2\" alt=\"%3\" src=\"data:image/png;base64,%4\"/><figcaption>")
                       .arg(qRound(figure.page.width())).arg(qRound(figure.page.height()))
                       .arg(figure.content.title.toHtmlEscaped(), QString::fromLatin1(png.toBase64()));
    for (const QString &line : linesOf(figure))
        html += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
    return html + QStringLiteral("</figcaption></figure>");
}

} // namespace

Result<FigureClip> FigureClip::of(const FigureComposition &figure, const WriteOptions &options)
{
    FigureClip clip;
    for (const auto &[format, into] : {std::pair(FigureFormat::Png, &FigureClip::png), std::pair(FigureFormat::Svg, &FigureClip::svg),
                                      std::pair(FigureFormat::Pdf, &FigureClip::pdf)}) {
        const Result<QByteArray> bytes = FigureWriter::encode(figure, format, options);
        if (!bytes)
            return bytes.error();
        clip.*into = *bytes;
    }
    clip.text = linesOf(figure).join(u'\n');
    clip.html = htmlOf(figure, clip.png);
    return clip;
}

std::unique_ptr<QMimeData> FigureClip::mime() const
{
    auto mime = std::make_unique<QMimeData>();
    mime->setImageData(QImage::fromData(png, "PNG"));  // for systems that know no PNG on the clipboard
    mime->setData(QStringLiteral("image/png"), png);
    mime->setData(QStringLiteral("image/svg+xml"), svg);
    mime->setData(QStringLiteral("application/pdf"), pdf);
    mime->setHtml(html);
    mime->setText(text);
    return mime;
}

} // namespace ca
