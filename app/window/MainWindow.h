// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class QDragEnterEvent;
class QDropEvent;
class QMimeData;
class QStackedWidget;

namespace ca {

class Actions;
class AllPassages;
class CheckPanel;
class CorridorStrip;
class FigureDesk;
class FigureTools;
class LayerTree;
class LibraryPanel;
class LinkHandler;
class MapCanvas;
class MessageBar;
class OsmDesk;
class PanelDocks;
class PassageList;
class ProjectActions;
class ProjectDesk;
class Reader;
class ReviewPanel;
class SearchBox;
class SegmentSheet;
class Session;
class StatusLine;
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
    [[nodiscard]] FigureDesk *figures() const { return m_figures; }
    [[nodiscard]] FigureTools *figureTools() const { return m_figureTools; }
    [[nodiscard]] OsmDesk *osm() const { return m_osm; }
    [[nodiscard]] CheckPanel *check() const { return m_check; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void mendHints();
    void buildCentre();
    void buildBars();
    void connectParts();
    void connectSources();
    void connectFigures();
    void connectOsm();
    void bringIntoView(const QString &subject);
    void showReader();
    void read(const QString &passage);
    void addText(const QMimeData &mime);
    void takeFiles(const QStringList &files);
    void tellWritten(const QString &path, const QStringList &warnings);
    void showFeature(const Hit &hit);

    Session &m_session;
    LinkHandler *m_links;
    QStackedWidget *m_centre;    ///< map or figure
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
    StatusLine *m_status;
    FigureDesk *m_figures;
    FigureTools *m_figureTools;
    CheckPanel *m_check;
    OsmDesk *m_osm;
    PanelDocks *m_docks = nullptr;
};

} // namespace ca
