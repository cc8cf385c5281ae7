// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PptxFile.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"
#include "figure/OfficePackage.h"
#include "figure/OfficePicture.h"
#include "figure/OfficeWords.h"
#include "figure/PptxParts.h"

#include <cmath>

namespace ca::pptxfile {

namespace {

const std::set<FigureElement> slideText{FigureElement::Title, FigureElement::Subtitle, FigureElement::Credits, FigureElement::Disclaimer};

constexpr char slidePart[] = "ppt/slides/slide1.xml";
constexpr char notesPart[] = "ppt/notesSlides/notesSlide1.xml";
constexpr char masterPart[] = "ppt/slideMasters/slideMaster1.xml";
constexpr char layoutPart[] = "ppt/slideLayouts/slideLayout1.xml";
constexpr char notesMasterPart[] = "ppt/notesMasters/notesMaster1.xml";
constexpr char presentationPart[] = "ppt/presentation.xml";
constexpr char slideTheme[] = "ppt/theme/theme1.xml";
constexpr char notesTheme[] = "ppt/theme/theme2.xml";  // a master may not share its theme (§ 14.2.7)
constexpr char pptxPicture[] = "ppt/media/image1.png";

QByteArray slideType(const char *part)
{
    return QByteArray("application/vnd.openxmlformats-officedocument.presentationml.") + part + "+xml";
}

/// Text of the figure that is text on the slide.
struct Box {
    FigureElement element;
    const char *placeholder;  ///< attributes of p:ph; null = a text box of its own
};

class Slide {
public:
    Slide(const FigureComposition &figure, const OfficePicture &picture) : m_figure(figure), m_picture(picture)
    {
        add({FigureElement::Title, "type=\"title\""});
        add({FigureElement::Subtitle, "type=\"body\" sz=\"quarter\" idx=\"1\""});
        add({FigureElement::Credits, nullptr});
        add({FigureElement::Disclaimer, nullptr});
    }

    [[nodiscard]] QString width() const { return officexml::emu(m_figure.page.width() * slideScale()); }
    [[nodiscard]] QString height() const { return officexml::emu(m_figure.page.height() * slideScale()); }
    [[nodiscard]] bool canBe() const
    {
        return shortest() * slideScale() >= leastSide - 0.5 && longest() * slideScale() <= mostSide + 0.5;
    }

    /// CT_Slide (§ 19.3.1.38): cSld, clrMapOvr.
    [[nodiscard]] QByteArray xml(const QByteArray &picture) const
    {
        // The order is that in which shapes are read aloud, and in which they cover each other.
        QString before, after;
        int id = 3;
        for (const Box &box : m_boxes)
            (standsBefore(box) ? before : after) += shape(box, id++, paragraph(box));
        const QString background = QStringLiteral("<p:bg><p:bgPr><a:solidFill><a:srgbClr val=\"%1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>").arg(hex(m_figure.paper()));
        return (QLatin1String(officexml::head) + QStringLiteral("<p:sld") + pptxparts::namespaces() + QStringLiteral("><p:cSld>") + background
                + QStringLiteral("<p:spTree>") + pptxparts::treeHead() + before + pictureShape(picture) + after
                + QStringLiteral("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>")).toUtf8();
    }

    /// What master and layout say of where title and subtitle stand.
    [[nodiscard]] QString placeholders() const
    {
        QString shapes;
        int id = 2;
        for (const Box &box : m_boxes) {
            if (box.placeholder)
                shapes += shape(box, id++, QStringLiteral("<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>%1</a:t></a:r></a:p>").arg(xmlEscaped(figureElementTitle(box.element))));
        }
        return shapes;
    }

private:
    static constexpr double leastSide = 96, mostSide = 56 * 96.0;  // pixels: 1 and 56 inches (§ 19.7.12)
    [[nodiscard]] double longest() const { return std::max(m_figure.page.width(), m_figure.page.height()); }
    [[nodiscard]] double shortest() const { return std::min(m_figure.page.width(), m_figure.page.height()); }
    [[nodiscard]] double slideScale() const { return longest() > mostSide ? mostSide / longest() : std::max(1.0, leastSide / shortest()); }
    static QString hex(const QColor &colour) { return colour.name().mid(1).toUpper(); }

    [[nodiscard]] QRectF rectOf(const Box &box) const
    {
        const QRectF rect = m_figure.layout.rect(box.element);
        return {rect.topLeft() * m_figure.layout.scale, rect.size() * m_figure.layout.scale};
    }
    [[nodiscard]] QString wordsOf(const Box &box) const { return m_figure.layout.words(box.element, m_figure.content); }
    [[nodiscard]] bool standsBefore(const Box &box) const { return box.placeholder && !rectOf(box).intersects(m_picture.rect); }

    void add(const Box &box)
    {
        if (!wordsOf(box).isEmpty() && m_figure.layout.find(box.element))
            m_boxes.push_back(box);
    }

    /// Where a part of the figure's page stands on the slide.
    [[nodiscard]] QString transform(const QRectF &pagePixels) const
    {
        const double scale = slideScale();
        return QStringLiteral("<a:xfrm><a:off x=\"%1\" y=\"%2\"/><a:ext cx=\"%3\" cy=\"%4\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>")
            .arg(officexml::emu(pagePixels.x() * scale), officexml::emu(pagePixels.y() * scale),
                 officexml::emu(pagePixels.width() * scale), officexml::emu(pagePixels.height() * scale));
    }

    /// CT_Picture (§ 19.3.1.37).
    [[nodiscard]] QString pictureShape(const QByteArray &id) const
    {
        return QStringLiteral("<p:pic><p:nvPicPr><p:cNvPr id=\"2\" name=\"%1\" descr=\"%2\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>"
                              "<p:blipFill><a:blip r:embed=\"%3\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%4</p:spPr></p:pic>")
            .arg(xmlEscaped(figureElementTitle(FigureElement::Map)), xmlEscaped(m_picture.description), QString::fromLatin1(id), transform(m_picture.rect));
    }

    /// CT_Shape (§ 19.3.1.43).
    [[nodiscard]] QString shape(const Box &box, int id, const QString &paragraphs) const
    {
        const QString own = box.placeholder ? QStringLiteral("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph %1/></p:nvPr>").arg(QLatin1String(box.placeholder))
                                            : QStringLiteral("<p:cNvSpPr txBox=\"1\"/><p:nvPr/>");
        return QStringLiteral("<p:sp><p:nvSpPr><p:cNvPr id=\"%1\" name=\"%2\"/>%3</p:nvSpPr><p:spPr>%4<a:noFill/></p:spPr><p:txBody>"
                              "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr><a:lstStyle/>%5</p:txBody></p:sp>")
            .arg(QString::number(id), xmlEscaped(figureElementTitle(box.element)), own,
                 transform(rectOf(box)), paragraphs);
    }

    [[nodiscard]] QString paragraph(const Box &box) const
    {
        const QFont font = m_figure.layout.font(box.element);
        const int pixels = fittingPixels(wordsOf(box), font, m_figure.layout.rect(box.element).size());
        // Hundredths of a point; a line is as high as the figure sets it, 92 % of what the font asks for.
        const long size = std::lround(pixels * m_figure.layout.scale * slideScale() * 75);
        const QColor colour = box.placeholder ? m_figure.map.style->color(QStringLiteral("ink")) : m_figure.fine();
        const QString ink = QStringLiteral("<a:solidFill><a:srgbClr val=\"%1\"/></a:solidFill>").arg(hex(colour));
        const QString look = QStringLiteral(" sz=\"%1\" b=\"%2\" i=\"%3\"").arg(QString::number(std::max(100L, size)), QString::number(font.bold()), QString::number(font.italic()));
        return QStringLiteral("<a:p><a:pPr><a:lnSpc><a:spcPct val=\"92000\"/></a:lnSpc></a:pPr>") + officewords::drawingRuns(wordsOf(box), look, ink) + QStringLiteral("</a:p>");
    }

    const FigureComposition &m_figure;
    const OfficePicture &m_picture;
    std::vector<Box> m_boxes;
};

/// Speaker notes (§ 19.3.1.26): everything that a reader of the slide may be asked.
QByteArray notesXml(OfficePackage &package, const officewords::Words &words)
{
    QString text;
    const auto paragraph = [&](const QString &runs) { text += QStringLiteral("<a:p>") + runs + QStringLiteral("</a:p>"); };
    const auto heading = [&](const QString &title) { paragraph(officewords::drawingRuns(title, QStringLiteral(" b=\"1\""), {})); };
    paragraph(officewords::drawingRuns(words.description, {}, {}));
    if (!words.sources.empty())
        heading(words.sourcesTitle);
    for (const officewords::Source &source : words.sources) {
        QString runs = officewords::drawingRuns(QStringLiteral("%1. %2").arg(source.number).arg(source.text), {}, {});
        if (!source.address.isEmpty()) {
            const QByteArray link = package.relateToWeb(notesPart, source.address);
            const QString click = link.isEmpty() ? QString() : QStringLiteral("<a:hlinkClick r:id=\"%1\"/>").arg(QString::fromLatin1(link));
            runs += officewords::drawingRuns(QStringLiteral(" "), {}, {}) + officewords::drawingRuns(source.address, {}, {}, click);
        }
        paragraph(runs);
    }
    for (const officewords::Caveat &caveat : words.caveats)
        paragraph(officewords::drawingRuns(QStringLiteral("%1: %2").arg(caveat.mark, caveat.text), {}, {}));
    if (!words.credits.isEmpty())
        heading(words.creditsTitle);
    for (const QString &line : {words.credits, words.disclaimer, words.software}) {
        if (!line.isEmpty())
            paragraph(officewords::drawingRuns(line, {}, {}));
    }
    const QString shapes = QStringLiteral(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>"
        "<p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr>"
        "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>") + text
        + QStringLiteral("</p:txBody></p:sp>");
    return (QLatin1String(officexml::head) + QStringLiteral("<p:notes") + pptxparts::namespaces() + QStringLiteral("><p:cSld><p:spTree>")
            + pptxparts::treeHead() + shapes + QStringLiteral("</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>")).toUtf8();
}

/// The parts around the slide, each with the relationships that ECMA-376 part 1 § 13.3 asks of it.
void addFrame(OfficePackage &package, const Slide &slide)
{
    package.relate({}, "officeDocument", presentationPart);
    const QByteArray master = package.relate(presentationPart, "slideMaster", masterPart);
    const QByteArray notesMaster = package.relate(presentationPart, "notesMaster", notesMasterPart);
    const QByteArray onlySlide = package.relate(presentationPart, "slide", slidePart);
    package.relate(presentationPart, "theme", slideTheme);
    package.add(presentationPart, slideType("presentation.main"), pptxparts::presentation(slide.width(), slide.height(), master, notesMaster, onlySlide));
    const QByteArray layout = package.relate(masterPart, "slideLayout", layoutPart);
    package.relate(masterPart, "theme", slideTheme);
    package.add(masterPart, slideType("slideMaster"), pptxparts::slideMaster(slide.placeholders(), layout));
    package.relate(layoutPart, "slideMaster", masterPart);
    package.add(layoutPart, slideType("slideLayout"), pptxparts::slideLayout(slide.placeholders()));
    package.relate(notesMasterPart, "theme", notesTheme);
    package.add(notesMasterPart, slideType("notesMaster"), pptxparts::notesMaster());
    for (const char *theme : {slideTheme, notesTheme})
        package.add(theme, "application/vnd.openxmlformats-officedocument.theme+xml", pptxparts::theme());
}

} // namespace

Result<QByteArray> encode(const FigureComposition &figure, const WriteOptions &options)
{
    const Result<OfficePicture> picture = OfficePicture::of(figure, slideText, options);
    if (!picture)
        return picture.error();
    const Slide slide(figure, *picture);
    if (!slide.canBe())
        return Error{tr("a page of %1 × %2 pixels is too long and narrow for a slide").arg(figure.page.width()).arg(figure.page.height()), {}, 0};
    OfficePackage package;
    addFrame(package, slide);
    package.relate(slidePart, "slideLayout", layoutPart);
    const QByteArray image = package.relate(slidePart, "image", pptxPicture);
    package.relate(slidePart, "notesSlide", notesPart);
    package.add(slidePart, slideType("slide"), slide.xml(image));
    package.relate(notesPart, "notesMaster", notesMasterPart);
    package.relate(notesPart, "slide", slidePart);
    package.add(notesPart, slideType("notesSlide"), notesXml(package, officewords::of(figure)));
    package.add(pptxPicture, {}, picture->png);
    package.addProperties(FigureMetadata::of(figure));
    package.addEvidence(presentationPart, FigureEvidence::of(figure, options.view));
    return package.finished();
}

} // namespace ca::pptxfile
