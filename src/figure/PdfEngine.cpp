// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfEngine.h"

#include "figure/FigureElement.h"
#include "figure/PdfImage.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace ca {

using pdf::number;

namespace {

constexpr double slant = 0.2126;       ///< of letters whose font has no italic
constexpr double leastTurn = 0.5;     ///< degrees; readers of PDF put lines together that are turned less

QByteArray rgb(const QColor &color)
{
    return number(color.redF(), 4) + ' ' + number(color.greenF(), 4) + ' ' + number(color.blueF(), 4);
}

/// How much of what is below a brush covers: Qt's patterns of single pixels are as good as tints on paper.
double coverage(const QBrush &brush)
{
    switch (brush.style()) {
    case Qt::Dense1Pattern: return 0.94;
    case Qt::Dense2Pattern: return 0.88;
    case Qt::Dense3Pattern: return 0.63;
    case Qt::Dense4Pattern: return 0.5;
    case Qt::Dense5Pattern: return 0.37;
    case Qt::Dense6Pattern: return 0.12;
    case Qt::Dense7Pattern: return 0.06;
    case Qt::SolidPattern: return 1;
    default: return 0.2;
    }
}

/// Whether the text stands so that readers see one line.
bool upright(double angle)
{
    const double rest = std::abs(std::remainder(angle, 90));
    return rest < leastTurn;
}

} // namespace

PdfEngine::PdfEngine(QSizeF page, PdfDocument &document, std::vector<Phrase> phrases)
    : m_page(page), m_document(document), m_phrases(std::move(phrases)),
      m_toPoints(pointsPerPixel, 0, 0, -pointsPerPixel, 0, page.height() * pointsPerPixel)
{
}

void PdfEngine::beginGroup(const QString &, const QString &title)
{
    flushText();
    m_groups.push_back({title});
}

void PdfEngine::endGroup()
{
    flushText();
    if (m_groups.empty())
        return;
    if (m_groups.back().layer != Group::none) {
        leaveClip();
        m_content += "EMC\n";
    }
    m_groups.pop_back();
}

/// Before anything is drawn: the groups begun become layers, and the clip is set. Groups in which nothing is drawn leave nothing.
void PdfEngine::enter()
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        Group &group = m_groups[i];
        if (group.layer != Group::none)
            continue;
        leaveClip();
        group.layer = m_layers.size();
        const int object = m_document.add("<< /Type /OCG /Name " + pdf::text(group.title) + " >>");
        m_layers.push_back({group.title, object, {}});
        (i == 0 ? m_top : m_layers[m_groups[i - 1].layer].inside).push_back(group.layer);
        const QByteArray name = "/L" + QByteArray::number(m_layers.size());
        m_layerResources += name + ' ' + pdf::reference(object) + ' ';
        m_content += "/OC " + name + " BDC\n";
    }
    if (m_inClip || !clip())
        return;
    m_content += "q " + outline(*clip(), QTransform()) + (clip()->fillRule() == Qt::OddEvenFill ? "W* n\n" : "W n\n");
    m_inClip = true;
}

void PdfEngine::leaveClip()
{
    if (m_inClip)
        m_content += "Q\n";
    m_inClip = false;
}

QByteArray PdfEngine::coordinates(QPointF point) const
{
    const QPointF points = m_toPoints.map(point);
    return number(points.x()) + ' ' + number(points.y()) + ' ';
}

QByteArray PdfEngine::outline(const QPainterPath &path, const QTransform &toPage) const
{
    QByteArray out;
    const auto at = [&](int i) { return coordinates(toPage.map(QPointF(path.elementAt(i)))); };
    int start = 0;
    const auto closeIfBack = [&](int end) {
        if (end > start + 1 && QPointF(path.elementAt(start)) == QPointF(path.elementAt(end - 1)))
            out += "h\n";
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        switch (path.elementAt(i).type) {
        case QPainterPath::MoveToElement:
            closeIfBack(i);
            start = i;
            out += at(i) + "m\n";
            break;
        case QPainterPath::LineToElement:
            out += at(i) + "l\n";
            break;
        case QPainterPath::CurveToElement:
            out += at(i) + at(i + 1) + at(i + 2) + "c\n";
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break;  // taken with the curve they belong to
        }
    }
    closeIfBack(path.elementCount());
    return out;
}

void PdfEngine::setAlpha(double fill, double stroke)
{
    const QByteArray entries = "<< /ca " + number(fill, 3) + " /CA " + number(stroke, 3) + " >>";
    QByteArray &name = m_states[entries];
    if (name.isEmpty()) {
        name = "/A" + QByteArray::number(m_states.size());
        m_stateResources += name + ' ' + entries + ' ';
    }
    m_content += name + " gs ";
}

void PdfEngine::setFill(const QColor &color)
{
    m_content += rgb(color) + " rg ";
}

void PdfEngine::setStroke(const QColor &color, double width, const QPen &pen)
{
    const int cap = pen.capStyle() == Qt::FlatCap ? 0 : pen.capStyle() == Qt::RoundCap ? 1 : 2;
    const int join = pen.joinStyle() == Qt::RoundJoin ? 1 : pen.joinStyle() == Qt::BevelJoin ? 2 : 0;
    QByteArray dashes;
    if (pen.style() != Qt::SolidLine) {
        for (const qreal length : pen.dashPattern())
            dashes += number(length * width * pointsPerPixel, 3) + ' ';
    }
    m_content += rgb(color) + " RG " + number(width * pointsPerPixel, 3) + " w " + QByteArray::number(cap) + " J " + QByteArray::number(join) + " j "
        + (join == 0 ? number(std::max(1.0, pen.miterLimit())) + " M " : QByteArray()) + '[' + dashes + "] "
        + number(dashes.isEmpty() ? 0 : pen.dashOffset() * width * pointsPerPixel, 3) + " d ";
}

void PdfEngine::drawPath(const QPainterPath &path)
{
    flushText();
    if (path.elementCount() < 2 || (!hasPen() && !hasBrush()))
        return;
    enter();
    setAlpha(hasBrush() ? brush().color().alphaF() * coverage(brush()) * opacity() : 1, hasPen() ? pen().color().alphaF() * opacity() : 1);
    if (hasBrush())
        setFill(brush().color());
    if (hasPen())
        setStroke(pen().color(), penWidth(), pen());
    m_content += '\n' + outline(path, toPage());
    const QByteArray star = path.fillRule() == Qt::OddEvenFill ? "*" : "";
    m_content += (!hasBrush() ? QByteArray("S") : hasPen() ? "B" + star : "f" + star) + '\n';
}

void PdfEngine::drawRects(const QRectF *rects, int count)
{
    for (int i = 0; i < count; ++i) {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addRect(rects[i]);
        drawPath(path);
    }
}

void PdfEngine::writeImage(const QRectF &target, const QImage &part)
{
    enter();
    QByteArray &name = m_images[part.cacheKey()];
    if (name.isEmpty()) {
        name = "/I" + QByteArray::number(m_images.size());
        m_imageResources += name + ' ' + pdf::reference(pdf::addImage(m_document, part)) + ' ';
    }
    // An image fills the unit square, its top at 1.
    const QTransform square = QTransform(target.width(), 0, 0, -target.height(), target.x(), target.bottom()) * toPage() * m_toPoints;
    m_content += "q ";
    setAlpha(opacity(), 1);
    for (const double value : {square.m11(), square.m12(), square.m21(), square.m22(), square.dx(), square.dy()})
        m_content += number(value, 4) + ' ';
    m_content += "cm " + name + " Do Q\n";
}

void PdfEngine::writeText(const DrawnText &text)
{
    enter();
    if (text.haloed())
        writeHalo(text);
    for (const DrawnText::Line &line : text.lines) {
        writeLine(text, line);
        noteLinks(text, line);
    }
}

void PdfEngine::writeHalo(const DrawnText &text)
{
    const QPen pen(text.halo, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    setAlpha(1, text.halo.alphaF());
    setStroke(text.halo, 2 * text.haloWidth * text.scale(), pen);
    m_content += '\n' + outline(text.outlines(), text.toPage) + "S\n";
}

/// Readers put the letters of slanted lines together wrongly, or not at all: the words are given to them.
void PdfEngine::writeLine(const DrawnText &text, const DrawnText::Line &line)
{
    const std::vector<PdfFonts::Run> runs = m_fonts.shaped(line.text, text.font);
    const bool known = std::all_of(runs.begin(), runs.end(), [](const PdfFonts::Run &run) { return run.known; });
    const bool told = !known || runs.empty() || !upright(text.angle());
    if (told)
        m_content += "/Span << /ActualText " + pdf::text(line.text) + " >> BDC\n";
    setAlpha(text.color.alphaF(), 1);
    setFill(text.color);
    if (runs.empty()) {
        QPainterPath letters;
        letters.setFillRule(Qt::WindingFill);
        letters.addText(line.at, text.font, line.text);
        m_content += '\n' + outline(letters, text.toPage) + "f\n";
    }
    for (const PdfFonts::Run &run : runs)
        writeRun(text, line, run);
    if (told)
        m_content += "EMC\n";
}

void PdfEngine::writeRun(const DrawnText &text, const DrawnText::Line &line, const PdfFonts::Run &run)
{
    const double size = text.font.pixelSize();
    const QTransform place = QTransform(1, 0, 0, -1, line.at.x() + run.places.front().x(), line.at.y() + run.places.front().y()) * text.toPage * m_toPoints;
    const QTransform letters = (run.slanted ? QTransform(1, 0, slant, 1, 0, 0) : QTransform()) * place;
    m_content += "BT /F" + QByteArray::number(run.font) + ' ' + number(size) + " Tf ";
    for (const double value : {letters.m11(), letters.m12(), letters.m21(), letters.m22()})
        m_content += number(value, 5) + ' ';
    m_content += number(letters.dx(), 3) + ' ' + number(letters.dy(), 3) + " Tm [<";
    double pen = 0;  // thousandths of the size
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const double wanted = (run.places[i].x() - run.places.front().x()) * 1000 / size;
        if (const double gap = std::round(pen - wanted); gap != 0) {
            m_content += '>' + number(gap, 0) + '<';
            pen -= gap;
        }
        m_content += pdf::hex4(run.glyphs[i]);
        pen += run.widths[i];
    }
    m_content += ">] TJ ET\n";
}

void PdfEngine::noteLinks(const DrawnText &text, const DrawnText::Line &line)
{
    if (!m_links.empty())
        return addLink(text, line, 0, line.end - line.at.x(), m_links.back());
    const QFontMetricsF metrics(text.font);
    for (const Phrase &phrase : m_phrases) {
        for (qsizetype at = line.text.indexOf(phrase.text); at >= 0; at = line.text.indexOf(phrase.text, at + phrase.text.size())) {
            const double from = metrics.horizontalAdvance(line.text.left(at));
            addLink(text, line, from, from + metrics.horizontalAdvance(phrase.text), phrase.url);
        }
    }
}

void PdfEngine::addLink(const DrawnText &text, const DrawnText::Line &line, double from, double to, const QString &url)
{
    const double size = text.font.pixelSize();
    const QRectF rect(line.at.x() + from, line.at.y() - size * 0.85, to - from, size * 1.1);
    m_written.push_back({(text.toPage * m_toPoints).mapRect(rect), url});
}

void PdfEngine::beginLink(const QString &url)
{
    flushText();
    m_links.push_back(url);
}

void PdfEngine::endLink()
{
    flushText();
    if (!m_links.empty())
        m_links.pop_back();
}

int PdfEngine::writePage(int pages)
{
    leaveClip();
    const int content = m_document.addStream({}, m_content);
    QByteArray links;
    for (const Link &link : m_written) {
        const QByteArray address = webAddress(link.url);
        if (address.isEmpty())
            continue;
        const QRectF &r = link.rect;
        links += pdf::reference(m_document.add("<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 /Rect [" + number(r.left()) + ' ' + number(r.top()) + ' '
                                               + number(r.right()) + ' ' + number(r.bottom()) + "] /A << /S /URI /URI <" + address.toHex() + "> >> >>"))
            + ' ';
    }
    const QByteArray resources = "<< /ProcSet [/PDF /Text /ImageB /ImageC] /Font << " + m_fonts.write(m_document) + ">> /ExtGState << " + m_stateResources
        + ">> /XObject << " + m_imageResources + ">> /Properties << " + m_layerResources + ">> >>";
    const double width = m_page.width() * pointsPerPixel, height = m_page.height() * pointsPerPixel;
    return m_document.add("<< /Type /Page /Parent " + pdf::reference(pages) + " /MediaBox [0 0 " + number(width) + ' ' + number(height)
                          + "] /Group << /S /Transparency /CS /DeviceRGB /I true >> /Resources " + resources + " /Contents " + pdf::reference(content)
                          + (links.isEmpty() ? QByteArray() : " /Annots [" + links + ']') + " >>");
}

QByteArray PdfEngine::order(const std::vector<std::size_t> &layers) const
{
    QByteArray list;
    for (const std::size_t i : layers) {
        list += pdf::reference(m_layers[i].object) + ' ';
        if (!m_layers[i].inside.empty())
            list += '[' + order(m_layers[i].inside) + "] ";
    }
    return list;
}

QByteArray PdfEngine::layers() const
{
    if (m_layers.empty())
        return {};
    QByteArray all;
    for (const Layer &layer : m_layers)
        all += pdf::reference(layer.object) + ' ';
    return "/OCProperties << /OCGs [" + all + "] /D << /Order [" + order(m_top) + "] >> >>";
}

} // namespace ca
