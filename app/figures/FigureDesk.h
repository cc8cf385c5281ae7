// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/FigureDocument.h"
#include "figures/FigureJob.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QAction;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace ca {

class Atlas;
class FigureMaker;
class FigurePage;
class MapCanvas;
class SceneSource;
class Session;

/// Figure mode of the window: joins the document, the job that draws it and the page, and puts the page in the map's place.
/// Panels for figures hang on to it.
class FigureDesk : public QObject {
    Q_OBJECT
public:
    /// All outlive the desk. @p centre holds the map; the page is added to it.
    FigureDesk(Session &session, MapCanvas &canvas, QStackedWidget &centre, QObject *parent);
    ~FigureDesk() override;

    [[nodiscard]] FigureDocument &document() { return m_document; }
    [[nodiscard]] FigurePage *page() const { return m_page; }
    /// As shown last; null before the first.
    [[nodiscard]] std::shared_ptr<const FigureComposition> composition() const;
    [[nodiscard]] QStringList warnings() const;
    /// What makes figures, for those who write files; null before the atlas is read. Thread-safe.
    [[nodiscard]] std::shared_ptr<FigureMaker> maker();

    [[nodiscard]] bool shown() const { return m_shown; }
    /// The first time the figure begins with what the map shows; from then on it is kept. Nothing before the map is ready.
    void setShown(bool shown);
    /// Whether there is a figure, shown or not.
    [[nodiscard]] bool begun() const { return m_begun; }
    /// Another figure, as kept in a project or a file; shows it.
    void open(const FigureView &view);
    /// The same as one step called @p step where there is a figure already, and without showing it.
    void adopt(const FigureView &view, const QString &step);
    /// Extent, layers and names as on the map now, as one step.
    void takeMapsView();
    /// The page as somebody else sees it; none = as it is.
    void setFilter(FigureJob::Filter filter);

    void fillMenu(QMenu &menu);
    void fillToolBar(QToolBar &bar);

Q_SIGNALS:
    void shownChanged(bool shown);
    void composed();                       ///< composition() and the page's picture are new
    void failed(const QString &reason);    ///< the figure as it is now cannot be drawn

private:
    QAction *make(const QString &text, const char *icon, const QKeySequence &shortcut);
    void connectActions();
    void refresh();
    void want();
    void remake();
    void takeScene();
    void take(const PagePicture &picture);

    Session &m_session;
    MapCanvas &m_canvas;
    QStackedWidget &m_centre;
    FigureDocument m_document;
    FigurePage *m_page;
    std::shared_ptr<FigureMaker> m_maker;
    std::shared_ptr<const Atlas> m_makerAtlas;   ///< of m_maker
    std::shared_ptr<SceneSource> m_makerSource;  ///< of m_maker
    std::unique_ptr<FigureJob> m_job;
    QTimer m_wantTimer;                    ///< collects changes of one round of events
    QTimer m_slowTimer;                    ///< tells of pictures that take their time
    QAction *m_show;
    QAction *m_takeView;
    QAction *m_fit;
    QAction *m_actualSize;
    QAction *m_restoreAll;
    bool m_shown = false;
    bool m_begun = false;                  ///< there is a figure
    bool m_passagesStale = true;
    FigureJob::Filter m_filter;
};

} // namespace ca
