// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportTextDocument.h"

#include "citation/WellFormed.h"
#include "report/ReportOutline.h"

#include <QAbstractTextDocumentLayout>
#include <QDirIterator>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <mutex>

namespace ca {

namespace {

using Kind = ReportBlock::Kind;

const QColor ink(0x1b, 0x1f, 0x24), soft(0x56, 0x60, 0x6b), rule(0xcf, 0xd6, 0xdd), linkInk(0x0b, 0x5c, 0xad), warnInk(0x8a, 0x3b, 0x00);

/// Blocks that must not stand last on a page.
constexpr int keepWithNext = QTextFormat::UserProperty + 1;

double screenDpi()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? screen->logicalDotsPerInchY() : 96;
}

class Filler {
public:
    Filler(QTextDocument &document, const QPaintDevice &device) : m_cursor(&document), m_dpi(screenDpi()), m_deviceDpi(device.logicalDpiX()) {}

    void fill(const std::vector<ReportBlock> &blocks)
    {
        // One layout at the end, not one for each insertion.
        m_cursor.beginEditBlock();
        for (const ReportBlock &one : blocks)
            block(one);
        m_cursor.endEditBlock();
    }

private:
    /// Formats of blocks and tables count in pixels of the screen, which Qt scales to those of the device.
    [[nodiscard]] double points(double size) const { return size * m_dpi / 72.0; }
    /// But for these: Qt takes them for pixels of the device.
    [[nodiscard]] double indent(double size) const { return size * m_deviceDpi / 72.0; }

    QTextCharFormat characters(double size, bool bold = false, const QColor &colour = ink) const
    {
        QTextCharFormat format;
        QFont font = reportFont(size);
        font.setBold(bold);
        format.setFont(font);
        format.setForeground(colour);
        return format;
    }

    QTextBlockFormat block(double above, double below, double left = 0, bool keep = false) const
    {
        QTextBlockFormat format;
        format.setTopMargin(points(above));
        format.setBottomMargin(points(below));
        format.setLeftMargin(indent(left));
        format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
        if (keep)
            format.setProperty(keepWithNext, true);
        return format;
    }

    void insert(const ReportText &runs, const QTextCharFormat &base)
    {
        for (const ReportRun &run : runs) {
            QTextCharFormat format = base;
            if (run.bold || run.warning)
                format.setFontWeight(QFont::Bold);
            format.setFontItalic(run.italic);
            if (run.warning)
                format.setForeground(warnInk);
            // A link inside the document has no target that Qt could write.
            if (!run.link.isEmpty() && !run.link.startsWith(u'#')) {
                format.setAnchor(true);
                format.setAnchorHref(run.link);
                format.setForeground(linkInk);
            }
            m_cursor.insertText(xmlText(run.text).replace(u'\n', QChar::LineSeparator), format);
        }
    }

    void paragraph(const ReportText &runs, const QTextBlockFormat &format, const QTextCharFormat &characters)
    {
        if (m_first)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format, characters);
        m_first = false;
        insert(runs, characters);
    }

    void cell(QTextTable *table, int row, int column, const ReportText &runs, const QTextCharFormat &format)
    {
        const QTextTableCell place = table->cellAt(row, column);
        QTextTableCellFormat border;
        border.setBottomBorder(points(0.5));
        border.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        border.setBottomBorderBrush(rule);
        border.setTopPadding(points(2.5));
        border.setBottomPadding(points(2.5));
        border.setRightPadding(points(5));
        // The format of a cell is also that of its first block's characters: one must not overwrite the other.
        border.merge(format);
        m_cursor = place.firstCursorPosition();
        m_cursor.setBlockFormat(block(0, 0));
        QTextTableCell(place).setFormat(border);
        insert(runs, format);
    }

    void table(const ReportBlock &one)
    {
        const int head = one.columns.empty() ? 0 : 1;
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(0);
        format.setHeaderRowCount(head);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QList<QTextLength> widths;
        for (const int width : one.widths)
            widths << QTextLength(QTextLength::PercentageLength, width);
        format.setColumnWidthConstraints(widths);
        m_cursor.insertBlock(block(0, 0), characters(2));
        QTextTable *made = m_cursor.insertTable(int(one.rows.size()) + head, int(one.widths.size()), format);
        for (std::size_t i = 0; i < one.columns.size(); ++i) {
            ReportRun run;
            run.text = one.columns[i];
            cell(made, 0, int(i), {run}, characters(9, true, soft));
        }
        for (std::size_t row = 0; row < one.rows.size(); ++row) {
            for (std::size_t column = 0; column < one.rows[row].size(); ++column)
                cell(made, int(row) + head, int(column), one.rows[row][column], characters(9));
        }
        m_cursor = made->lastCursorPosition();
        m_cursor.movePosition(QTextCursor::NextBlock);
        m_cursor.setBlockFormat(block(0, 0));
        m_cursor.setBlockCharFormat(characters(2));
    }

    void source(const ReportBlock &one)
    {
        ReportRun number;
        number.text = QStringLiteral("%1.\t").arg(one.number);
        ReportText runs{number};
        runs.insert(runs.end(), one.text.begin(), one.text.end());
        QTextBlockFormat format = block(0, 3, 26);
        format.setTextIndent(-indent(26));
        format.setTabPositions({QTextOption::Tab(points(26), QTextOption::LeftTab)});
        paragraph(runs, format, characters(9));
    }

    void block(const ReportBlock &one)
    {
        switch (one.kind) {
        case Kind::Title: return paragraph(one.text, block(0, 2), characters(21, true));
        case Kind::Subtitle: return paragraph(one.text, block(0, 12), characters(10.5, false, soft));
        case Kind::Heading: return paragraph(one.text, block(18, 5, 0, true), characters(14, true));
        case Kind::Subheading: return paragraph(one.text, block(13, 3, 0, true), characters(11, true));
        case Kind::Small: return paragraph(one.text, block(0, 9), characters(8.5, false, soft));
        case Kind::Quotation: return paragraph(one.text, block(2, 2, 14, true), characters(10));
        case Kind::Table: return table(one);
        case Kind::Source: return source(one);
        case Kind::Paragraph: return paragraph(one.text, block(2, 2, 0, true), characters(10));
        }
    }

    QTextCursor m_cursor;
    double m_dpi;
    double m_deviceDpi;
    bool m_first = true;
};

int pageOf(const QTextDocument &document, double y)
{
    return int(y / document.pageSize().height());
}

/// Where a block's first line really stands, also after Qt has moved it to the next page.
double firstLine(const QTextBlock &block)
{
    const QRectF box = block.document()->documentLayout()->blockBoundingRect(block);
    const QTextLayout *layout = block.layout();
    return box.top() + (layout && layout->lineCount() ? layout->lineAt(0).y() : 0);
}

bool isSpacer(const QTextBlock &block)
{
    return block.text().isEmpty();
}

bool keepsWithNext(const QTextBlock &block)
{
    return block.blockFormat().property(keepWithNext).toBool();
}

QTextBlock nextText(QTextBlock block)
{
    do
        block = block.next();
    while (block.isValid() && isSpacer(block));
    return block;
}

/// A heading right above a subheading goes with it.
QTextBlock firstOfGroup(const QTextDocument &document, QTextBlock block)
{
    for (QTextBlock above = block.previous(); above.isValid() && keepsWithNext(above); above = above.previous()) {
        if (pageOf(document, firstLine(above)) != pageOf(document, firstLine(block)))
            break;
        block = above;
    }
    return block;
}

/// Moves blocks that stand last on a page to the next, to what they introduce. One pass: a break moves only what follows.
void keepTogether(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlock next = keepsWithNext(block) ? nextText(block) : QTextBlock();
        if (!next.isValid() || pageOf(document, firstLine(block)) == pageOf(document, firstLine(next)))
            continue;
        const QTextBlock first = firstOfGroup(document, block);
        QTextBlockFormat format = first.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(first).setBlockFormat(format);
    }
}

} // namespace

QFont reportFont(double points)
{
    static std::once_flag once;
    std::call_once(once, [] {
        QDirIterator fonts(QStringLiteral(":/fonts"), {QStringLiteral("*.ttf")}, QDir::Files);
        while (fonts.hasNext())
            QFontDatabase::addApplicationFont(fonts.next());
    });
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Armenian"), QStringLiteral("Noto Sans Georgian")});
    font.setPointSizeF(points);
    font.setHintingPreference(QFont::PreferNoHinting);
    // 100 % changes no advance but keeps Qt from forming ligatures, whose glyphs no text can be copied from in a PDF.
    font.setLetterSpacing(QFont::PercentageSpacing, 100);
    return font;
}

void fillTextDocument(QTextDocument &document, const ReportContent &content, QPaintDevice &device, const QSizeF &page)
{
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    document.setDefaultFont(reportFont(10));
    document.documentLayout()->setPaintDevice(&device);
    document.setPageSize(page);
    Filler(document, device).fill(reportOutline(content));
    keepTogether(document);
}

} // namespace ca
