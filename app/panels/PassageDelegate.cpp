// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/PassageDelegate.h"

#include "panels/HtmlWriter.h"
#include "panels/PassageModel.h"
#include "panels/DetailFont.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace ca {

namespace {

constexpr int padX = 8;
constexpr int padY = 6;
constexpr int wrap = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

bool isArticle(const QModelIndex &index)
{
    return index.data(PassageModel::PassageRole).toString().isEmpty();
}

QFont titleFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setBold(isArticle(index));
    return font;
}

QString titleText(const QModelIndex &index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    return index.data(PassageModel::WarningRole).toBool() ? QStringLiteral("\u26a0 ") + text : text;
}

/// Width a row will have: the view's, less the indentation of its level, which no option tells in sizeHint().
int rowWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (!view)
        return 260;
    const int levels = index.parent().isValid() ? 2 : 1;
    return view->viewport()->width() - levels * view->indentation();
}

} // namespace

PassageDelegate::Layout PassageDelegate::layout(const QStyleOptionViewItem &option, const QModelIndex &index,
                                                const QRect &rect) const
{
    const QRect inner = rect.adjusted(2, padY, -padX, -padY);
    const QFontMetrics title(titleFont(option, index));
    const QFontMetrics detail(detailFont(option.font));
    const QRect room(inner.topLeft(), QSize(std::max(40, inner.width()), 4000));
    Layout result;
    result.title = title.boundingRect(room, wrap, titleText(index));
    const QRect below = room.translated(0, result.title.height() + 2);
    result.detail = detail.boundingRect(below, wrap, index.data(PassageModel::DetailRole).toString());
    // The texts are drawn with the room's width, so that wrapping is what was measured.
    result.title.setLeft(room.left());
    result.title.setWidth(room.width());
    result.detail.setLeft(room.left());
    result.detail.setWidth(room.width());
    return result;
}

QSize PassageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row(0, 0, rowWidth(option, index), 4000);
    return {120, layout(option, index, row).detail.bottom() + padY + 1};
}

void PassageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem row = option;
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
    const Layout texts = layout(option, index, option.rect);
    painter->setFont(titleFont(option, index));
    painter->setPen(color);
    painter->drawText(texts.title, wrap, titleText(index));
    painter->setFont(detailFont(option.font));
    painter->setPen(HtmlWriter::mixed(color, ground, 0.66));
    painter->drawText(texts.detail, wrap, index.data(PassageModel::DetailRole).toString());
    if (!isArticle(index) && !selected) {
        painter->setPen(HtmlWriter::mixed(option.palette.color(QPalette::Text), ground, 0.1));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    painter->restore();
}

} // namespace ca
