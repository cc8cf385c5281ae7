// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/TwoLineDelegate.h"

#include "panels/HtmlWriter.h"

#include <QPainter>

namespace ca {

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
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignBottom,
                      metrics.elidedText(below.join(QStringLiteral(" · ")), Qt::ElideRight, rect.width()));
    painter->restore();
}

} // namespace ca
