// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ca {

class Session;

/// Draws rows of LayerModel: check box, a sample as the map draws it, the name, and a smaller line of details.
class LayerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit LayerDelegate(const Session &session, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    /// Where the check box of a row of this rectangle is drawn.
    [[nodiscard]] static QRect checkBoxRect(const QRect &row);

private:
    void paintSample(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintTexts(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
                    const QModelIndex &index) const;
    const Session &m_session;
};

} // namespace ca
