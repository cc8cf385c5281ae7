// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "osm/MatchRow.h"
#include "panels/RichPanel.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace ca {

class MapCanvas;
class Session;
struct Done;

/// Segments and their lines in OpenStreetMap: what a run found and what the project keeps. The selected one is shown on the map
/// beside the bundled line. Nothing is accepted but by a click, and every click can be undone.
class MatchReview : public QWidget {
    Q_OBJECT
public:
    MatchReview(Session &session, MapCanvas &canvas, LinkHandler &links, QWidget *parent = nullptr);

    /// What a run found takes the place of what one found before.
    void setFound(std::vector<RouteMatch> found);
    [[nodiscard]] const std::vector<MatchRow> &rows() const { return m_rows; }

    void acceptSelected();
    void keepBundled();
    void acceptAllMatched();
    void forgetSelected();

Q_SIGNALS:
    void matchRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildButtons();
    void refill();
    void fillTree(const QString &current);
    void takeCurrent();
    void refreshButtons();
    void showLines();
    void showDetails();
    void tell(const Result<Done> &done);
    void decide(bool drawn);
    [[nodiscard]] const MatchRow *current() const;
    [[nodiscard]] const Segment *bundled(const QString &segment) const;
    [[nodiscard]] std::vector<ProjectMatch> acceptable() const;

    Session &m_session;
    MapCanvas &m_canvas;
    std::vector<RouteMatch> m_found;
    std::vector<MatchRow> m_rows;
    QTreeWidget *m_tree;
    RichPanel *m_details;
    QLabel *m_legend;
    QPushButton *m_accept;
    QPushButton *m_keep;
    QPushButton *m_acceptAll;
    QPushButton *m_forget;
};

} // namespace ca
