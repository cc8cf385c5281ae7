// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/NotesBlock.h"

#include "base/Tr.h"
#include "map/Fonts.h"
#include "map/PaintGroups.h"

#include <QFontMetricsF>

#include <algorithm>

namespace ca {

namespace {

constexpr double labelWidth = 18;
constexpr double itemGap = 1.5;
constexpr double titleGap = 3;
constexpr double columnGap = 16;

QFont textFont()
{
    return mapFont(9);
}

QString noteText(const Notes::Note &note)
{
    QString text = note.citation;
    if (!note.marks.isEmpty())
        text += QStringLiteral(" [%1]").arg(note.marks.join(QStringLiteral(", ")));
    if (!note.url.isEmpty()) {
        QString address = note.url;
        for (const QString &prefix : {QStringLiteral("https://"), QStringLiteral("http://"), QStringLiteral("www.")}) {
            if (address.startsWith(prefix))
                address = address.mid(prefix.size());
        }
        text += QStringLiteral(". ") + address;
    }
    return text;
}

QString caveatText(const Notes::Caveat &caveat)
{
    QStringList numbers;
    for (const int number : caveat.numbers)
        numbers << QString::number(number);
    if (numbers.isEmpty())
        return caveat.statement;
    return tr("Contradicted or qualified: %1 (%2)").arg(caveat.statement, numbers.join(QStringLiteral(", ")));
}

/// Whether one of the sources that are printed bears the mark.
bool marked(const Notes &notes, const QString &mark, int shown)
{
    for (int i = 0; i < shown; ++i) {
        if (notes.notes[std::size_t(i)].marks.contains(mark))
            return true;
    }
    return false;
}

} // namespace

NotesBlock::NotesBlock(const Notes &notes, double width, int columns, int shown)
    : m_title(tr("Sources"), mapFont(10, true), width)
{
    const double columnWidth = (width - (columns - 1) * columnGap) / columns;
    m_columnPitch = columnWidth + columnGap;
    const int total = int(notes.notes.size());
    shown = std::min(shown, total);
    for (int i = 0; i < shown; ++i) {
        const Notes::Note &note = notes.notes[std::size_t(i)];
        add(QString::number(note.number), noteText(note), columnWidth, note.url);
    }
    if (shown < total)
        add({}, tr("and %1 more sources, listed inside the file").arg(total - shown), columnWidth);
    for (const Notes::Caveat &caveat : notes.caveats) {
        if (marked(notes, caveat.mark, shown))
            add(caveat.mark, caveatText(caveat), columnWidth);
    }
    std::vector<double> heights;
    for (const Item &item : m_items)
        heights.push_back(item.text.height());
    m_flow = Columns::flow(heights, itemGap, columns);
}

void NotesBlock::add(const QString &label, const QString &text, double width, const QString &url)
{
    m_items.push_back({label, TextBlock(text, textFont(), width - labelWidth), url});
}

double NotesBlock::height() const
{
    return m_items.empty() ? 0 : m_title.height() + titleGap + m_flow.height;
}

int NotesBlock::fitting(const Notes &notes, double width, int columns, double height)
{
    int low = 0, high = int(notes.notes.size());
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (NotesBlock(notes, width, columns, middle).height() <= height)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void NotesBlock::paint(QPainter &painter, QPointF topLeft, const QColor &ink) const
{
    m_title.paint(painter, topLeft, ink);
    const QFontMetricsF metrics(textFont());
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const Columns::Place place = m_flow.places[i];
        const QPointF at = topLeft + QPointF(place.column * m_columnPitch, m_title.height() + titleGap + place.top);
        const TextBlock label(m_items[i].label, textFont(), labelWidth);
        label.paint(painter, at + QPointF(labelWidth - 5 - metrics.horizontalAdvance(m_items[i].label), 0), ink);
        const PaintLink link(painter, m_items[i].url);
        m_items[i].text.paint(painter, at + QPointF(labelWidth, 0), ink);
    }
}

} // namespace ca
