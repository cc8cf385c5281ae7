// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/BaseMap.h"
#include "base/CancelToken.h"
#include "map/LabelLayout.h"
#include "map/RenderRequest.h"

#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QStringList>

#include <tuple>
#include <vector>

namespace ca {

class LayerCache;

/// What a rendering put on the map: the legend and the credits are built from this alone.
struct DrawnSummary {
    struct Line {
        QString corridor;
        Mode mode;
        Status status;
        bool operator==(const Line &) const = default;
        bool operator<(const Line &other) const
        {
            return std::tie(corridor, mode, status) < std::tie(other.corridor, other.mode, other.status);
        }
    };
    std::vector<Line> lines;              ///< distinct, sorted
    std::vector<Precision> precisions;    ///< distinct, sorted
    std::vector<WaypointKind> symbols;    ///< distinct, sorted
    bool subjectSymbols = false;
    bool gaugeBreaks = false;
    QStringList layers;                   ///< ids of base layers drawn; "overlaps": borders of areas inside two outlines,
                                          ///< "disputed": stretches of borders that a source calls so
    QStringList segments;                 ///< ids, sorted
    QStringList provenances;              ///< of the segments drawn: their legs and waypoints
    QStringList extractDates;             ///< ISO, distinct, sorted: of the legs drawn that come from an extract of OpenStreetMap
    /// A layer of the user's of which something was drawn.
    struct Added {
        QString title;
        LayerStyle style;
        std::optional<GeometryKind> kind; ///< none = a picture
        Credit credit = {};               ///< as UserLayer's
        bool operator==(const Added &) const = default;
    };
    std::vector<Added> added;             ///< uppermost first
    std::vector<Credit> credits;          ///< whom the picture owes
    int labelsInOtherLanguage = 0;        ///< places labelled in a fallback language
};

/// Draws a request on any paint device, in screen coordinates (the caller scales the painter for its device).
/// All geometry is clipped before it is painted, since not every paint engine clips. Canvas, preview, PNG, SVG,
/// PDF and printer all come through here. Thread-safe: no state.
namespace MapPainter {

DrawnSummary paint(QPainter &painter, const RenderRequest &request, const CancelToken &cancel = {});
/// The same with labels placed before (so that a file has exactly the labels of the canvas).
DrawnSummary paint(QPainter &painter, const RenderRequest &request, const std::vector<PlacedLabel> &labels,
                   const CancelToken &cancel = {});
/// Image of request.view.size × devicePixelRatio pixels, premultiplied. Null when cancelled, or when there
/// is no scene, no style or no size. @p cache, where there is one, spares drawing the same layers again.
QImage render(const RenderRequest &request, DrawnSummary *summary = nullptr, const CancelToken &cancel = {},
              LayerCache *cache = nullptr);

/// Samples for legends and trees.
void paintLineSample(QPainter &painter, const QRectF &rect, const MapStyle &style, const QString &corridor, Mode mode,
                     Status status);
/// A border that is drawn as disputed, or as the edge of an area within two outlines.
void paintBorderSample(QPainter &painter, const QRectF &rect, const MapStyle &style, bool disputed);
void paintPrecisionSample(QPainter &painter, const QRectF &rect, const MapStyle &style, Precision precision);
void paintWaypointSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style, WaypointKind kind);
void paintGaugeBreakSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style);
void paintSubjectSymbol(QPainter &painter, QPointF centre, double size, const MapStyle &style, SubjectKind kind);
/// A layer of the user's; @p kind none = a picture.
void paintLayerSample(QPainter &painter, const QRectF &rect, const LayerStyle &style, std::optional<GeometryKind> kind);

} // namespace MapPainter
} // namespace ca
