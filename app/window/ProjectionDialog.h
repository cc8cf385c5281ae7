// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/CrsCatalogue.h"
#include "window/ProjectionCheck.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace ca {

/// Asks for any projection: by EPSG code, PROJ string, WKT, or from the systems PROJ knows, those meant for the place in
/// view first. What is typed is tried at once, on a worker. Ends in chosen() or rejected().
class ProjectionDialog : public QDialog {
    Q_OBJECT
public:
    /// @p view is what the map shows, @p current the definition in use.
    ProjectionDialog(const GeoBox &view, const QString &current, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QListView *list() const { return m_list; }
    /// The answer to what was typed last; an empty one until there is one.
    [[nodiscard]] const ProjectionCheck &check() const { return m_check; }
    [[nodiscard]] bool hasCatalogue() const { return m_catalogue != nullptr; }

    void accept() override;

Q_SIGNALS:
    void chosen(const QString &definition, const QString &title);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void readCatalogue();
    void takeText();
    void fillList();
    void takeRow(const QModelIndex &row);
    void startCheck();
    void takeCheck(const ProjectionCheck &check);

    GeoBox m_view;
    std::shared_ptr<const CrsCatalogue> m_catalogue;  ///< null until it is read
    ProjectionCheck m_check;
    bool m_acceptWhenChecked = false;
    QTimer m_delay;                                   ///< a pause in typing
    QLineEdit *m_edit;
    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_verdict;
    QLabel *m_scales;
    QPushButton *m_use = nullptr;
};

} // namespace ca
