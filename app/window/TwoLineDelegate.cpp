// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/TwoLineDelegate.h"

#include "panels/HtmlWriter.h"

#include <QPainter>
#include <QTextLayout>

namespace ca {

namespace {

/// One line, cut with … where it is too long, @p found in bold.
void drawMarked(QPainter &painter, const QFont &font, const QRect &rect, const QString &text, const QString &found)
{
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, font);
    if (const qsizetype at = found.isEmpty() ? -1 : shown.indexOf(found); at >= 0) {
        QTextLayout::FormatRange bold;
        bold.start = static_cast<int>(at);
        bold.length = static_cast<int>(found.size());
        bold.format.setFontWeight(QFont::Bold);
        layout.setFormats({bold});
    }
    layout.beginLayout();
    layout.createLine().setLineWidth(rect.width() * 2);
    layout.endLayout();
    painter.setClipRect(rect);
    layout.draw(&painter, rect.topLeft());
}

} // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, QFontMetrics(option.font).height() * 2 + 10};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter->fillRect(option.rect, ground);
    const QRect rect = option.rect.adjusted(10, 4, -10, -4);
    const QFontMetrics metrics(option.font);
    painter->setPen(ink);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignTop,
                      metrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
    QStringList below{index.data(KindRole).toString(), index.data(DetailRole).toString()};
    below.removeAll(QString());
    painter->setPen(HtmlWriter::mixed(ink, ground, 0.65));
    const QRect line(rect.left(), rect.bottom() - metrics.height() + 1, rect.width(), metrics.height());
    drawMarked(*painter, option.font, line, below.join(QStringLiteral(" · ")), index.data(FoundRole).toString());
    painter->restore();
}

} // namespace ca
