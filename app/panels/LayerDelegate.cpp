// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/LayerDelegate.h"

#include "map/MapPainter.h"
#include "panels/HtmlWriter.h"
#include "panels/LayerModel.h"
#include "window/Session.h"
#include "panels/DetailFont.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace ca {

namespace {

constexpr int boxSize = 16;
constexpr int sampleWidth = 30;
constexpr int gap = 6;

LayerModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<LayerModel::Kind>(index.data(LayerModel::KindRole).toInt());
}

bool hasSample(LayerModel::Kind kind)
{
    return kind == LayerModel::Kind::Segment || kind == LayerModel::Kind::Corridor
        || kind == LayerModel::Kind::Subject || kind == LayerModel::Kind::UserLayer;
}

QFont titleFont(QFont font, LayerModel::Kind kind)
{
    font.setBold(kind == LayerModel::Kind::Group || kind == LayerModel::Kind::Corridor);
    return font;
}

} // namespace

LayerDelegate::LayerDelegate(const Session &session, QObject *parent) : QStyledItemDelegate(parent), m_session(session)
{
}

QRect LayerDelegate::checkBoxRect(const QRect &row)
{
    return {row.left() + 2, row.center().y() - boxSize / 2, boxSize, boxSize};
}

QSize LayerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = QFontMetrics(option.font).height();
    const int detail = QFontMetrics(detailFont(option.font)).height();
    if (kindOf(index) == LayerModel::Kind::Group)
        return {120, line + 14};
    const bool two = !index.data(LayerModel::DetailRole).toString().isEmpty();
    return {120, two ? line + detail + 8 : line + 10};
}

void LayerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.features = QStyleOptionViewItem::None;
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);

    QRect rest = option.rect.adjusted(2, 0, -4, 0);
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        QStyleOptionButton box;
        box.rect = checkBoxRect(option.rect);
        box.palette = option.palette;
        box.state = QStyle::State_Enabled | (check.toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, row.widget);
        rest.setLeft(box.rect.right() + gap);
    }
    if (hasSample(kindOf(index))) {
        const bool narrow = kindOf(index) == LayerModel::Kind::Subject || kindOf(index) == LayerModel::Kind::UserLayer;
        const int width = narrow ? 18 : sampleWidth;
        paintSample(*painter, QRect(rest.left(), rest.top(), width, rest.height()), index);
        rest.setLeft(rest.left() + width + gap);
    }
    paintTexts(*painter, rest, option, index);
    painter->restore();
}

void LayerDelegate::paintSample(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const auto style = m_session.style();
    if (!style)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF sample(rect.left(), rect.center().y() - 5, rect.width(), 10);
    const QString corridor = index.data(LayerModel::CorridorRole).toString();
    switch (kindOf(index)) {
    case LayerModel::Kind::Corridor:
        painter.setPen(Qt::NoPen);
        painter.setBrush(style->corridorColor(corridor));
        painter.drawRoundedRect(sample.adjusted(0, 2, 0, -2), 3, 3);
        break;
    case LayerModel::Kind::Segment:
        MapPainter::paintLineSample(painter, sample, *style, corridor,
                                    static_cast<Mode>(index.data(LayerModel::ModeRole).toInt()),
                                    static_cast<Status>(index.data(LayerModel::StatusRole).toInt()));
        break;
    case LayerModel::Kind::UserLayer:
        if (const LayerList::Entry *entry = m_session.layers().entry(index.data(LayerModel::IdRole).toString()))
            MapPainter::paintLayerSample(painter, sample, entry->style, entry->data->kind());
        break;
    default:
        MapPainter::paintSubjectSymbol(painter, sample.center(), 11, *style,
                                       static_cast<SubjectKind>(index.data(LayerModel::SubjectKindRole).toInt()));
        break;
    }
    painter.restore();
}

void LayerDelegate::paintTexts(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor ground = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);
    const QFont font = titleFont(option.font, kindOf(index));
    const QFont small = detailFont(option.font);
    const QString title = index.data(Qt::DisplayRole).toString();
    const QString detail = index.data(LayerModel::DetailRole).toString();
    const int line = QFontMetrics(font).height();
    const int height = line + (detail.isEmpty() ? 0 : QFontMetrics(small).height());
    int top = rect.top() + (rect.height() - height) / 2;

    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRect(rect.left(), top, rect.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(title, Qt::ElideRight, rect.width()));
    if (detail.isEmpty())
        return;
    top += line;
    painter.setFont(small);
    painter.setPen(HtmlWriter::mixed(color, ground, 0.66));
    painter.drawText(QRect(rect.left(), top, rect.width(), height - line), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(detail, Qt::ElideRight, rect.width()));
}

bool LayerDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const auto flip = [&] { return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole); };
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
        return flip();
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonPress
        && event->type() != QEvent::MouseButtonDblClick)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const QRect box = checkBoxRect(option.rect).adjusted(-3, -3, 3, 3);
    if (mouse->button() != Qt::LeftButton || !box.contains(mouse->position().toPoint()))
        return false;
    // A press on the box must not select the row; the release flips it.
    return event->type() != QEvent::MouseButtonRelease || flip();
}

} // namespace ca
