// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/MarkPainter.h"

#include "panels/HtmlWriter.h"
#include "reading/MarkBook.h"

namespace ca {

namespace {

constexpr double light = 0.16;
constexpr double strong = 0.45;
constexpr double proposed = 0.09;

QTextEdit::ExtraSelection paint(const ReaderMark &mark, const QColor &color, double strength, QTextDocument &document,
                                const QPalette &palette)
{
    QTextEdit::ExtraSelection selection;
    const int last = document.characterCount() - 1;
    selection.cursor = QTextCursor(&document);
    selection.cursor.setPosition(std::min(mark.range.start, last));
    selection.cursor.setPosition(std::min(mark.range.end(), last), QTextCursor::KeepAnchor);
    selection.format.setBackground(HtmlWriter::mixed(color, palette.color(QPalette::Base), strength));
    if (mark.kind != ReaderMark::Kind::Bundled) {
        selection.format.setUnderlineStyle(mark.kind == ReaderMark::Kind::Own ? QTextCharFormat::SingleUnderline
                                                                              : QTextCharFormat::DotLine);
        selection.format.setUnderlineColor(HtmlWriter::mixed(color, palette.color(QPalette::Text), 0.75));
    }
    return selection;
}

double strengthOf(const ReaderMark &mark)
{
    return mark.kind == ReaderMark::Kind::Suggested ? proposed : light;
}

} // namespace

QColor markColor(const ReaderMark &mark, const Atlas &atlas, const MapStyle &style, const QPalette &palette)
{
    const QString corridor = markbook::corridorOf(mark, atlas);
    // Places, agreements and plans lie on no corridor.
    return corridor.isEmpty() ? HtmlWriter::mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.4)
                              : style.corridorColor(corridor);
}

QList<QTextEdit::ExtraSelection> paintMarks(const std::vector<ReaderMark> &marks, const ReaderMark *chosen, QTextDocument &document,
                                            const Atlas &atlas, const MapStyle &style, const QPalette &palette)
{
    QList<QTextEdit::ExtraSelection> selections;
    const auto color = [&](const ReaderMark &mark) { return markColor(mark, atlas, style, palette); };
    for (const ReaderMark &mark : marks) {
        if (mark.found() && &mark != chosen)
            selections << paint(mark, color(mark), strengthOf(mark), document, palette);
    }
    if (chosen && chosen->found())
        selections << paint(*chosen, color(*chosen), strong, document, palette);
    return selections;
}

} // namespace ca
