// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/MapCanvas.h"

#include "canvas/MapInteraction.h"
#include "canvas/SegmentStepper.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <QEvent>
#include <QPainter>

namespace ca {

namespace {

constexpr int historyDelayMs = 500;
constexpr double pickTolerance = 6;  // logical pixels

} // namespace

MapCanvas::MapCanvas(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("mapCanvas"));
    setAccessibleName(tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);

    m_startTimer.setSingleShot(true);
    m_historyTimer.setSingleShot(true);
    m_historyTimer.setInterval(historyDelayMs);
    connect(&m_startTimer, &QTimer::timeout, this, &MapCanvas::wantPicture);
    connect(&m_historyTimer, &QTimer::timeout, this, [this] { remember(m_view); });
    connect(&m_live, &LiveMap::pictureChanged, this, &MapCanvas::takePicture);
    connect(&session, &Session::sceneChanged, this, &MapCanvas::takeScene);
    connect(&session, &Session::lookChanged, this, &MapCanvas::schedule);
    connect(&session, &Session::visibilityChanged, this, &MapCanvas::schedule);
    connect(&session.layers(), &LayerList::changed, this, &MapCanvas::schedule);
    connect(&session, &Session::atlasFailed, this, [this] {
        m_failed = true;
        update();
    });
    const Selection &selection = session.selection();
    connect(&selection, &Selection::subjectChanged, this, &MapCanvas::schedule);
    connect(&selection, &Selection::subjectChanged, this, &MapCanvas::describe);
    connect(&selection, &Selection::passageChanged, this, &MapCanvas::schedule);
    connect(&selection, &Selection::hoverChanged, this, &MapCanvas::schedule);
    connect(&m_overlay, &MapOverlay::changed, this, qOverload<>(&QWidget::update));
    // Last: from here on events reach the members above.
    m_interaction = new MapInteraction(session, *this);
    if (session.scene())
        takeScene();
}

MapCanvas::~MapCanvas() = default;

bool MapCanvas::ready() const
{
    return m_session.scene() && m_view.projection;
}

void MapCanvas::takeScene()
{
    const auto &projection = m_session.scene()->projection();
    // Not m_view itself: setView() would find nothing changed, and nothing would be drawn.
    MapView view = m_view;
    view.projection = projection;
    view.size = QSizeF(size());
    // The same map with other lines on it looks where it did.
    if (m_view.projection && m_view.projection->recipe() == projection->recipe())
        return setView(view);
    m_history.clear();
    if (m_view.projection) {
        // Another projection: the same place at the same true scale.
        const LatLon centre = m_view.projection->inverse(m_view.centre);
        const QPointF middle(view.size.width() / 2, view.size.height() / 2);
        const double resolution = m_view.groundResolution(middle);
        view.centre = projection->forward(centre);
        view.metresPerPixel *= resolution / view.groundResolution(middle);
        setView(view);
    } else {
        m_view = view;
        showDefault();
    }
    remember(m_view);
}

void MapCanvas::setView(const MapView &view)
{
    MapView limited = view.limited(worldExtent());
    if (limited == m_view && !m_stale)
        return;
    m_view = limited;
    m_historyTimer.start();
    schedule();
    Q_EMIT viewChanged();
}

RenderRequest MapCanvas::request() const
{
    return m_session.request(m_view, devicePixelRatioF());
}

std::vector<Hit> MapCanvas::hitsAt(QPointF at) const
{
    return ready() ? HitTester::hits(request(), at, pickTolerance, &m_paths) : std::vector<Hit>();
}

void MapCanvas::showDefault()
{
    if (ready())
        setView(m_view.fitted(defaultExtent()));
}

void MapCanvas::showAll()
{
    QStringList ids;
    for (const CorridorMember &member : m_session.atlas() ? m_session.atlas()->data().members
                                                          : std::vector<CorridorMember>())
        if (m_session.visibility().strand(member.corridor, member.segment))
            ids << member.segment;
    fit(ids);
}

void MapCanvas::fit(const QStringList &ids)
{
    if (!ready())
        return;
    constexpr double margin = 36;       // logical pixels, room for labels at the ends
    constexpr double placeScale = 500;  // metres a pixel around a single place
    const Box box = m_session.scene()->boundsOf(ids);
    if (box.empty())
        return;
    MapView view = m_view.fitted(box, margin);
    if (box.width() < 1 && box.height() < 1)
        view.metresPerPixel = placeScale;
    setView(view);
}

void MapCanvas::showExtent(const GeoBox &extent)
{
    if (ready() && !extent.empty())
        setView(m_view.fitted(extent));
}

void MapCanvas::goTo(LatLon place, double metresPerPixel)
{
    if (!ready() || !place.valid())
        return;
    MapView view = m_view;
    view.centre = view.projection->forward(place);
    view.metresPerPixel = metresPerPixel;
    setView(view);
}

void MapCanvas::zoomBy(double factor)
{
    if (ready())
        setView(m_view.zoomedAt({m_view.size.width() / 2, m_view.size.height() / 2}, factor));
}

void MapCanvas::goBack()
{
    remember(m_view);
    if (canGoBack())
        restore(m_history.back());
}

void MapCanvas::goForward()
{
    if (canGoForward())
        restore(m_history.forward());
}

void MapCanvas::restore(const MapView &view)
{
    MapView resized = view;
    resized.size = m_view.size;
    setView(resized);
    m_historyTimer.stop();
    Q_EMIT historyChanged();
}

void MapCanvas::remember(const MapView &view)
{
    m_historyTimer.stop();
    m_history.push(view);
    Q_EMIT historyChanged();
}

bool MapCanvas::stepSegment(int by)
{
    const QString id = steppedSegment(m_session, by);
    if (id.isEmpty())
        return false;
    m_session.selection().selectSubject(id);
    const Box box = ready() ? m_session.scene()->boundsOf({id}) : Box();
    if (!box.empty() && !m_view.box().contains(box))
        fit({id});
    return true;
}

void MapCanvas::schedule()
{
    m_stale = true;
    if (!m_startTimer.isActive())
        m_startTimer.start(0);
    update();
}

void MapCanvas::wantPicture()
{
    if (!ready() || size().isEmpty() || !m_stale)
        return;
    m_stale = false;
    m_live.want(request());
}

void MapCanvas::takePicture()
{
    update();
    if (!m_stale && m_live.current())
        Q_EMIT rendered();
}

void MapCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto style = m_session.style();
    painter.fillRect(rect(), style ? style->colors.value(QStringLiteral("paper"), palette().color(QPalette::Base))
                                   : palette().color(QPalette::Base));
    if (m_live.hasPicture())
        m_live.paint(painter, m_view);
    else
        paintNotice(painter);
    if (m_live.hasPicture() && ready())
        m_overlay.paint(painter, m_view);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void MapCanvas::paintNotice(QPainter &painter) const
{
    const auto style = m_session.style();
    painter.setPen(style && style->dark ? Qt::lightGray : Qt::darkGray);
    painter.drawText(rect(), Qt::AlignCenter,
                     m_failed ? tr("There is no atlas to show.") : tr("Loading the atlas …"));
}

void MapCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool first = ready() && !m_live.hasPicture();
    m_view.size = QSizeF(size());
    if (!ready())
        return;
    if (first)
        showDefault();
    schedule();
    Q_EMIT viewChanged();
}

void MapCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        schedule();
}

bool MapCanvas::event(QEvent *event)
{
    return (m_interaction && m_interaction->handle(event)) || QWidget::event(event);
}

void MapCanvas::describe()
{
    const QString id = m_session.selection().subject();
    const Segment *segment = m_session.atlas() ? m_session.atlas()->segment(id) : nullptr;
    QString text = m_session.nameOf(id);
    if (segment)
        text += QStringLiteral(", ") + describe::status(m_session.atlas()->status(id)) + QStringLiteral(", ")
            + describe::kilometres(segment->lengthMetres);
    setAccessibleDescription(text);
}

} // namespace ca
