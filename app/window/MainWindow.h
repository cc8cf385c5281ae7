// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class QDockWidget;
class QDragEnterEvent;
class QDropEvent;
class QMimeData;

namespace ca {

class Actions;
class AllPassages;
class CorridorStrip;
class LayerTree;
class LibraryPanel;
class LinkHandler;
class MapCanvas;
class MessageBar;
class PassageList;
class ProjectActions;
class ProjectDesk;
class Reader;
class ReviewPanel;
class SearchBox;
class SegmentSheet;
class Session;
class ShareActions;
struct Hit;

/// The window: the map in the middle, panels around it. Only puts them together; each panel works by itself on
/// the session it is given.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// @p session must outlive the window.
    explicit MainWindow(Session &session);
    ~MainWindow() override;

    [[nodiscard]] MapCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] LayerTree *layerTree() const { return m_layerTree; }
    [[nodiscard]] AllPassages *allPassages() const { return m_allPassages; }
    [[nodiscard]] LibraryPanel *library() const { return m_library; }
    [[nodiscard]] SegmentSheet *sheet() const { return m_sheet; }
    [[nodiscard]] PassageList *passages() const { return m_passages; }
    [[nodiscard]] Reader *reader() const { return m_reader; }
    [[nodiscard]] CorridorStrip *strip() const { return m_strip; }
    [[nodiscard]] SearchBox *searchBox() const { return m_searchBox; }
    [[nodiscard]] MessageBar *messageBar() const { return m_messageBar; }
    [[nodiscard]] LinkHandler *links() const { return m_links; }
    [[nodiscard]] ProjectDesk *projectDesk() const { return m_desk; }
    [[nodiscard]] ShareActions *share() const { return m_share; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void mendHints();
    void buildCentre();
    void buildDocks();
    QDockWidget *addDock(const QString &title, const char *name, QWidget *content, Qt::DockWidgetArea area);
    void buildBars();
    void connectParts();
    void connectSources();
    void setFirstSize();
    void arrangeDocks();
    void bringIntoView(const QString &subject);
    void showReader();
    void read(const QString &passage);
    void addText(const QMimeData &mime);
    void raiseDock(const char *name);
    void exportMap();
    void showFeature(const Hit &hit);

    Session &m_session;
    LinkHandler *m_links;
    MapCanvas *m_canvas;
    MessageBar *m_messageBar;
    Actions *m_actions;
    ProjectDesk *m_desk;
    ProjectActions *m_projectActions;
    ShareActions *m_share;
    LayerTree *m_layerTree;
    AllPassages *m_allPassages;
    LibraryPanel *m_library;
    ReviewPanel *m_review;
    SegmentSheet *m_sheet;
    PassageList *m_passages;
    Reader *m_reader;
    CorridorStrip *m_strip;
    SearchBox *m_searchBox;
    bool m_arranged = false;
};

} // namespace ca
