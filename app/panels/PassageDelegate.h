// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ca {

/// Draws rows of PassageModel: the paraphrase on as many lines as it needs, and a small line of details.
class PassageDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Layout {
        QRect title;
        QRect detail;
    };
    [[nodiscard]] Layout layout(const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &rect) const;
};

} // namespace ca
