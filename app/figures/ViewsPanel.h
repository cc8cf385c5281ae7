// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;
class QPushButton;

namespace ca {

class FigureViews;

/// The project's named views as a list: a click goes to one.
class ViewsPanel : public QWidget {
    Q_OBJECT
public:
    /// @p views must outlive the panel.
    explicit ViewsPanel(FigureViews &views, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {320, 170}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *addButton(const QString &text, const char *name, const QString &tip);
    void refill();
    void refresh();
    [[nodiscard]] QString chosen() const;

    FigureViews &m_views;
    QListWidget *m_list;
    QPushButton *m_keep;
    QPushButton *m_replace;
    QPushButton *m_rename;
    QPushButton *m_remove;
};

} // namespace ca
