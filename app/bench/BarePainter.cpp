// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BarePainter.h"

#include "geo/Polyline.h"
#include "map/LabelPainter.h"
#include "map/LabelPictures.h"
#include "map/LayerStep.h"
#include "map/StrandGeometry.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace ca {

namespace {

constexpr double margin = 4;  // logical pixels around the view

/// The parts of a step that meet the view, simplified.
std::vector<QPolygonF> polygonsOf(const Frame &frame, const LayerStep &step)
{
    std::vector<QPolygonF> polygons;
    step.shapes->tree.query(frame.planeBox(margin), [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i) {
            const PreparedShapes::Part &part = step.shapes->parts[i];
            if (!step.kind || part.kind == *step.kind)
                polygons.push_back(toPolygon(frame.screenLine(step.shapes->line(part), step.shapes->rank(part))));
        }
    });
    return polygons;
}

QPolygonF centresOf(const Frame &frame, const LayerStep &step)
{
    QPolygonF centres;
    step.shapes->tree.query(frame.planeBox(margin), [&](std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i)
            centres << frame.view.toScreen(step.shapes->vertices[step.shapes->parts[i].first].plane());
    });
    return centres;
}

} // namespace

BarePainter::BarePainter(const RenderRequest &request)
    : m_image((request.view.size * request.devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied),
      m_paper(request.style->color(QStringLiteral("paper")))
{
    m_image.setDevicePixelRatio(request.devicePixelRatio);
    addLayers(request);
    addCorridors(request);
    addLabels(request);
}

void BarePainter::addLayers(const RenderRequest &request)
{
    const Frame frame(request);
    for (const LayerStep &step : layerSteps(frame)) {
        switch (step.action) {
        case LayerStep::Action::Fill:
            m_pieces.push_back({Piece::Kind::Area, polygonsOf(frame, step), step.line.color, 0});
            break;
        case LayerStep::Action::Stroke:
            m_pieces.push_back({Piece::Kind::Lines, polygonsOf(frame, step), step.line.color, step.line.width});
            break;
        case LayerStep::Action::Dots:
            m_pieces.push_back({Piece::Kind::Dots, {centresOf(frame, step)}, step.line.color, step.radius});
            break;
        case LayerStep::Action::Picture:
            break;  // the floor has none
        }
    }
}

void BarePainter::addCorridors(const RenderRequest &request)
{
    const Frame frame(request);
    for (const DrawnStrand &strand : drawnStrands(frame)) {
        Piece piece{Piece::Kind::Lines, {}, strand.line.color, strand.line.width};
        for (const ClippedRun &run : strand.runs)
            piece.polygons.push_back(toPolygon(run.points));
        m_pieces.push_back(std::move(piece));
    }
}

void BarePainter::addLabels(const RenderRequest &request)
{
    const Frame frame(request);
    for (const PlacedLabel &label : LabelLayout::place(request)) {
        const auto picture = LabelPictures::of(label.text, LabelPainter::styleOf(frame, label), label.angle, request.devicePixelRatio);
        m_labels.push_back({picture.image, (label.baseline * request.devicePixelRatio).toPoint() - picture.baseline});
    }
}

const QImage &BarePainter::paint()
{
    m_image.fill(m_paper);
    QPainter painter(&m_image);
    for (const Piece &piece : m_pieces)
        paintPiece(painter, piece);
    for (const Label &label : m_labels)
        painter.drawImage(QPointF(label.at) / m_image.devicePixelRatio(), label.image);
    return m_image;
}

void BarePainter::paintPiece(QPainter &painter, const Piece &piece)
{
    painter.setRenderHint(QPainter::Antialiasing, piece.kind != Piece::Kind::Area);
    switch (piece.kind) {
    case Piece::Kind::Area: {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (const QPolygonF &ring : piece.polygons)
            path.addPolygon(ring);
        painter.fillPath(path, piece.color);
        break;
    }
    case Piece::Kind::Lines:
        painter.setPen(QPen(piece.color, piece.size, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        for (const QPolygonF &line : piece.polygons)
            painter.drawPolyline(line);
        break;
    case Piece::Kind::Dots:
        painter.setPen(Qt::NoPen);
        painter.setBrush(piece.color);
        for (const QPointF centre : piece.polygons.front())
            painter.drawEllipse(centre, piece.size, piece.size);
        painter.setBrush(Qt::NoBrush);
        break;
    }
}

} // namespace ca
