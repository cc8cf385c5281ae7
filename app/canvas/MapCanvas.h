// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/MapOverlay.h"
#include "canvas/ViewHistory.h"
#include "map/HitTester.h"
#include "map/LiveMap.h"
#include "map/StrandPathCache.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace ca {

class MapInteraction;
class Session;

/// The map on the screen: a view, the latest picture of it, and the job that makes the next one. While a job
/// runs the last picture is shown moved and scaled, so that the map always answers at once.
class MapCanvas : public QWidget {
    Q_OBJECT
public:
    explicit MapCanvas(Session &session, QWidget *parent = nullptr);
    ~MapCanvas() override;

    /// False until the scene is there; views and hits mean nothing before.
    [[nodiscard]] bool ready() const;
    [[nodiscard]] const MapView &view() const { return m_view; }
    void setView(const MapView &view);             ///< kept within the atlas
    /// What a rendering of the present view would need; call only when ready().
    [[nodiscard]] RenderRequest request() const;
    /// What the picture on the screen holds.
    [[nodiscard]] const DrawnSummary &summary() const { return m_live.summary(); }
    [[nodiscard]] std::vector<Hit> hitsAt(QPointF at) const;

    /// What lies over the map on the screen, and nowhere else.
    [[nodiscard]] MapOverlay &overlay() { return m_overlay; }

    void showDefault();
    void showAll();                                ///< every segment that is shown
    void fit(const QStringList &ids);              ///< segments, or subjects with a place
    void showExtent(const GeoBox &extent);         ///< degrees
    void goTo(LatLon place, double metresPerPixel);
    void zoomBy(double factor);                    ///< about the centre, > 1 = closer
    void goBack();
    void goForward();
    [[nodiscard]] bool canGoBack() const { return m_history.canGoBack(); }
    [[nodiscard]] bool canGoForward() const { return m_history.canGoForward(); }
    /// Selects the next or previous segment and brings it into view; false beyond the ends.
    bool stepSegment(int by);

    QSize sizeHint() const override { return {900, 620}; }
    QSize minimumSizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    void viewChanged();
    void historyChanged();
    void rendered();                               ///< a picture of the present view is on the screen
    void pointedAt(ca::LatLon place);              ///< undefined when the pointer has left
    void openRequested(const QString &subject);    ///< Enter
    void passageRequested(const QString &subject); ///< link words of an article to this
    void featureChosen(const ca::Hit &hit);        ///< of one of the user's layers

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeScene();
    void takePicture();
    void schedule();
    void wantPicture();
    void remember(const MapView &view);
    void restore(const MapView &view);
    void paintNotice(QPainter &painter) const;
    void describe();

    Session &m_session;
    MapInteraction *m_interaction = nullptr;
    LiveMap m_live;
    MapOverlay m_overlay;
    mutable StrandPathCache m_paths;
    MapView m_view;
    ViewHistory m_history;
    QTimer m_startTimer;       ///< collects changes of one round of events
    QTimer m_historyTimer;     ///< a view counts once it has stood still
    bool m_stale = true;       ///< what should be on the screen has not been asked for yet
    bool m_failed = false;
};

} // namespace ca
