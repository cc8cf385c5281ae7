// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/DocxFile.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"
#include "figure/DocxParts.h"
#include "figure/FigureText.h"
#include "figure/OfficePackage.h"
#include "figure/OfficePicture.h"
#include "figure/OfficeWords.h"
#include "map/Fonts.h"

#include <cmath>

namespace ca::docxfile {

namespace {

const std::set<FigureElement> documentText{FigureElement::Title, FigureElement::Subtitle, FigureElement::Notes, FigureElement::Credits, FigureElement::Disclaimer};

constexpr char documentPart[] = "word/document.xml";
constexpr char docxPicture[] = "word/media/image1.png";

QByteArray wordType(const char *part)
{
    return QByteArray("application/vnd.openxmlformats-officedocument.wordprocessingml.") + part + "+xml";
}

/// Twentieths of a point.
QString twips(double pixels)
{
    return QString::number(std::lround(pixels * 15));
}

/// The sheet and how large the picture stands on it; logical pixels.
struct Sheet {
    static constexpr double margin = 54;         ///< 14 mm
    static constexpr double longest = 22 * 96;   ///< Word knows no larger page
    static constexpr double smallestType = 9;    ///< of legends, layout units
    static constexpr double shortSideOfA5 = 148 / 25.4 * 96;

    QSizeF page;
    double titlePixels = 0;
    double subtitlePixels = 0;
    QSizeF picture;

    Sheet(const FigureComposition &figure, const QRectF &rect) : page(figure.page)
    {
        if (std::min(page.width(), page.height()) < shortSideOfA5)
            page = QSizeF(210, 297) * (96 / 25.4);
        if (const double side = std::max(page.width(), page.height()); side > longest)
            page *= longest / side;
        const double scale = page == figure.page ? figure.layout.scale : 1;
        titlePixels = figure.layout.titlePixels * scale;
        subtitlePixels = figure.layout.subtitlePixels() * scale;
        const double width = page.width() - 2 * margin;
        const double height = std::max(page.height() / 3, page.height() - 2 * margin - headingHeight(figure, width) - captionHeight);
        const double most = std::min({1.0, width / rect.width(), height / rect.height()});
        // Smaller, so that the small print stays on the page; but the smallest type keeps its 6 pt.
        const double wanted = (height - smallPrintHeight(figure, width)) / rect.height();
        const double legible = figuretext::smallestPixels / (smallestType * figure.layout.scale);
        picture = rect.size() * std::min(most, std::max(wanted, legible));
    }

private:
    static constexpr double captionHeight = 44;  ///< two lines and their gaps

    /// Generous: another font must not push the picture to the next page.
    [[nodiscard]] double headingHeight(const FigureComposition &figure, double width) const
    {
        const double title = TextBlock(figure.content.title, mapFont(titlePixels, true), width).height();
        const double subtitle = TextBlock(figure.content.subtitle, mapFont(subtitlePixels), width).height();
        return (title + subtitle) * 1.1 + 12;
    }

    /// Of credits and disclaimer, which stay on the page where no sources come between.
    [[nodiscard]] static double smallPrintHeight(const FigureComposition &figure, double width)
    {
        if (!figure.content.notes.empty())
            return 0;
        constexpr double pixels = 11, gap = 8;
        double height = 0;
        for (const QString &text : {figure.content.credits, figure.content.disclaimer})
            height += text.isEmpty() ? 0 : TextBlock(text, mapFont(pixels), width).height() * 1.15 + gap;
        return height;
    }
};

/// The body of word/document.xml.
class Body {
public:
    Body(OfficePackage &package, const officewords::Words &words) : m_package(package), m_words(words) {}

    void add(const FigureComposition &figure, const OfficePicture &picture, const Sheet &sheet)
    {
        paragraph("Heading1", runs(figure.content.title));
        paragraph("Subtitle", runs(figure.content.subtitle));
        paragraph("Figure", inlinePicture(picture, sheet.picture));
        caption(figure);
        if (!figure.content.notes.empty())
            addSources();
        if (!figure.content.credits.isEmpty())
            paragraph("Small", runs(m_words.credits));
        paragraph("Small", runs(m_words.disclaimer, QStringLiteral("<w:i/><w:iCs/>")));
    }

    /// CT_Document (§ 17.2.3): body with its paragraphs, last the properties of the section (§ 17.6.17).
    [[nodiscard]] QByteArray xml(const Sheet &sheet) const
    {
        const QString orientation = sheet.page.width() > sheet.page.height() ? QStringLiteral(" w:orient=\"landscape\"") : QString();
        const QString section =
            QStringLiteral("<w:sectPr><w:pgSz w:w=\"%1\" w:h=\"%2\"%3/><w:pgMar w:top=\"%4\" w:right=\"%4\" w:bottom=\"%4\" w:left=\"%4\" w:header=\"%5\""
                           " w:footer=\"%5\" w:gutter=\"0\"/></w:sectPr>")
                .arg(twips(sheet.page.width()), twips(sheet.page.height()), orientation, twips(Sheet::margin), twips(Sheet::margin / 2));
        return (QLatin1String(officexml::head)
                + QStringLiteral("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                                 " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                                 " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                                 " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                                 " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>")
                + m_xml + section + QStringLiteral("</w:body></w:document>")).toUtf8();
    }

private:
    /// @param properties children of w:rPr that come after the fonts and before the language (§ 17.3.2.28).
    static QString runs(const QString &text, const QString &properties = {}, const QString &style = {})
    {
        QString xml;
        for (const officexml::Run &run : officexml::runs(text)) {
            QString look = style.isEmpty() ? QString() : QStringLiteral("<w:rStyle w:val=\"%1\"/>").arg(style);
            if (!run.font.isEmpty())
                look += QStringLiteral("<w:rFonts w:ascii=\"%1\" w:eastAsia=\"%1\" w:hAnsi=\"%1\" w:cs=\"%1\"/>").arg(run.font);
            look += properties;
            if (!run.language.isEmpty())
                look += QStringLiteral("<w:lang w:val=\"%1\"/>").arg(run.language);
            if (!look.isEmpty())
                look = QStringLiteral("<w:rPr>") + look + QStringLiteral("</w:rPr>");
            xml += QStringLiteral("<w:r>") + look + QStringLiteral("<w:t xml:space=\"preserve\">") + xmlEscaped(run.text) + QStringLiteral("</w:t></w:r>");
        }
        return xml;
    }

    /// @param list numbers of the list it belongs to; 0 = none.
    void paragraph(const char *style, const QString &content, int list = 0)
    {
        if (content.isEmpty())
            return;
        const QString numbers = list ? QStringLiteral("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%1\"/></w:numPr>").arg(list) : QString();
        m_xml += QStringLiteral("<w:p><w:pPr><w:pStyle w:val=\"") + QLatin1String(style) + QStringLiteral("\"/>") + numbers + QStringLiteral("</w:pPr>") + content
            + QStringLiteral("</w:p>");
    }

    /// CT_Inline (§ 20.4.2.8): extent, effectExtent, docPr, cNvGraphicFramePr, a:graphic.
    QString inlinePicture(const OfficePicture &picture, QSizeF size)
    {
        const QByteArray id = m_package.relate(documentPart, "image", docxPicture);
        return QStringLiteral(
                   "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%1\" cy=\"%2\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>"
                   "<wp:docPr id=\"1\" name=\"%3\" descr=\"%4\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
                   "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
                   "<pic:cNvPr id=\"1\" name=\"%3\" descr=\"%4\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"%5\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                   "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%1\" cy=\"%2\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
                   "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
            .arg(officexml::emu(size.width()), officexml::emu(size.height()), xmlEscaped(figureElementTitle(FigureElement::Map)),
                 xmlEscaped(picture.description), QString::fromLatin1(id));
    }

    /// Numbered by a field (§ 17.16.5.63), so that it counts on where it is pasted into a longer text.
    void caption(const FigureComposition &figure)
    {
        const QString words = figure.content.title.isEmpty() ? m_words.description : figure.content.title + QStringLiteral(". ") + m_words.description;
        paragraph("Caption", runs(tr("Figure") + u' ') + QStringLiteral("<w:fldSimple w:instr=\" SEQ Figure \\* ARABIC \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
                      + runs(QStringLiteral(". ") + words));
    }

    void addSources()
    {
        paragraph("Heading2", runs(m_words.sourcesTitle));
        for (const officewords::Source &source : m_words.sources)
            paragraph("Source", runs(source.text) + link(source.address), 1);
        for (const officewords::Caveat &caveat : m_words.caveats)
            paragraph("Source", runs(caveat.text), 2);
    }

    QString link(const QString &address)
    {
        if (address.isEmpty())
            return {};
        const QByteArray id = m_package.relateToWeb(documentPart, address);
        const QString space = runs(QStringLiteral(" "));
        if (id.isEmpty())
            return space + runs(address);
        return space + QStringLiteral("<w:hyperlink r:id=\"%1\" w:history=\"1\">").arg(QString::fromLatin1(id)) + runs(address, {}, QStringLiteral("Hyperlink"))
            + QStringLiteral("</w:hyperlink>");
    }

    OfficePackage &m_package;
    const officewords::Words &m_words;
    QString m_xml;
};

/// The parts that the document refers to by their kind alone.
void addStyles(OfficePackage &package, const Sheet &sheet)
{
    const auto add = [&](const char *name, const char *relationship, const char *type, const QByteArray &content) {
        package.add(name, wordType(type), content);
        package.relate(documentPart, relationship, name);
    };
    add("word/styles.xml", "styles", "styles", docxparts::styles(int(std::lround(sheet.titlePixels * 1.5)), int(std::lround(sheet.subtitlePixels * 1.5))));
    add("word/numbering.xml", "numbering", "numbering", docxparts::numbering());
    add("word/fontTable.xml", "fontTable", "fontTable", docxparts::fontTable());
    add("word/settings.xml", "settings", "settings", docxparts::settings());
}

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const Result<OfficePicture> picture = OfficePicture::of(figure, documentText, options);
    if (!picture)
        return picture.error();
    const Sheet sheet(figure, picture->rect);
    const officewords::Words words = officewords::of(figure);
    OfficePackage package;
    package.relate({}, "officeDocument", documentPart);
    Body body(package, words);
    body.add(figure, *picture, sheet);
    package.add(documentPart, wordType("document.main"), body.xml(sheet));
    addStyles(package, sheet);
    package.add(docxPicture, {}, picture->png);
    package.addProperties(FigureMetadata::of(figure));
    package.addEvidence(documentPart, FigureEvidence::of(figure, options.view));
    return package.finished();
}

} // namespace ca::docxfile
