// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/MatchReview.h"
#include "osm/OsmSets.h"
#include "osm/OsmTask.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QMenu;
class QTemporaryDir;

namespace ca {

class BaseMapSwitch;
class LinkHandler;
class MapCanvas;
class TaskBar;

/// What the window does with extracts of OpenStreetMap: layers made of them, kept and switched; corridors matched to them.
/// Slow work is done on a worker, one piece at a time; what went wrong is told by Session::message and changes nothing.
class OsmDesk : public QObject {
    Q_OBJECT
public:
    /// All outlive the desk; @p window carries dialogs.
    OsmDesk(Session &session, MapCanvas &canvas, LinkHandler &links, QWidget &window);
    ~OsmDesk() override;

    void fillMenu(QMenu &menu);
    [[nodiscard]] MatchReview *review() const { return m_review; }
    [[nodiscard]] TaskBar *taskBar() const { return m_bar; }
    [[nodiscard]] const OsmSets &sets() const { return m_sets; }
    [[nodiscard]] BaseMapSwitch *baseMap() const { return m_baseMap; }
    [[nodiscard]] bool busy() const;

    void chooseAndImport();
    /// Makes a set of layers of @p files and shows it.
    void import(const QStringList &files);
    /// Asks whether @p files, just downloaded, are to be imported.
    void offerImport(const QStringList &files);
    void chooseAndMatch();
    void match(const QStringList &files, const QStringList &segments);
    /// The layers of this set and no other's; null = none.
    void show(const OsmSet *set);
    void remove(const OsmSet &set);
    /// The base map made of the set's extracts, whether its layers are shown or not; null = the bundled one.
    void useAsBaseMap(const OsmSet *set);

Q_SIGNALS:
    void imported(const ca::OsmSet &set);
    void importFailed();
    void matched();
    void matchFailed();

private:
    void start(OsmTask *task);
    void fillSets(QMenu &menu);
    void concludeImport(const OsmSet &begun, const Result<ExtractImportReport> &report);
    void concludeMatch(Result<std::vector<RouteMatch>> matches);
    [[nodiscard]] bool shown(const OsmSet &set) const;
    void fillBaseMaps(QMenu &menu, const std::vector<OsmSet> &sets);

    Session &m_session;
    QWidget &m_window;
    std::unique_ptr<QTemporaryDir> m_scratch;   ///< of the sets where nothing is remembered
    OsmSets m_sets;
    MatchReview *m_review;
    TaskBar *m_bar;
    QPointer<OsmTask> m_task;
    BaseMapSwitch *m_baseMap;
};

} // namespace ca
