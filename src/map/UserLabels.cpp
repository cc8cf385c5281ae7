// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of the user's layers: what their column says, beside, along or inside.
#include "map/LabelCandidate.h"

namespace ca {
namespace {

constexpr double likeApart = 40;  // pixels to the next label of the same text

class LayerLabels {
public:
    LayerLabels(const Frame &frame, const UserLayer &layer, LabelCandidates &out)
        : m_frame(frame), m_layer(layer), m_level(layer.shapes->level(frame.view.metresPerPixel)), m_out(out),
          m_style(layer.visibilityId()), m_idPrefix(m_style + QLatin1Char(':')), m_column(m_level.table ? m_level.table->columnIndex(layer.style.labelColumn) : -1)
    {
    }

    void add()
    {
        if (m_column < 0)
            return;
        m_level.shapes.tree.query(m_frame.planeBox(labelMargin), [this](std::size_t first, std::size_t end) {
            for (std::size_t p = first; p < end && !m_frame.cancel.cancelled(); ++p)
                addPart(p);
        });
    }

private:
    void addPart(std::size_t p)
    {
        const PreparedShapes::Part &part = m_level.shapes.parts[p];
        LabelCandidate candidate;
        candidate.label.text = m_level.table->columns[std::size_t(m_column)].values.text(part.feature);
        if (candidate.label.text.isEmpty())
            return;
        candidate.label.style = m_style;
        candidate.idPrefix = m_idPrefix;
        candidate.label.priority = LabelPriority::userLayer;
        candidate.number = part.feature;
        candidate.part = std::int64_t(p);
        candidate.measure = LabelText::measure(candidate.label.text, m_layer.style.label);
        candidate.sameTextApart = likeApart;
        if (place(candidate, part))
            m_out.push_back(std::move(candidate));
    }

    bool place(LabelCandidate &candidate, const PreparedShapes::Part &part) const
    {
        const Box box = m_level.shapes.tree.box(std::size_t(&part - m_level.shapes.parts.data()));
        switch (m_layer.shapes->kind) {
        case GeometryKind::Point:
            candidate.pointed = true;
            candidate.label.anchor = m_frame.view.toScreen(m_level.shapes.vertices[part.first].plane());
            candidate.around = m_layer.style.pointSize / 2;
            return true;
        case GeometryKind::Line: {
            // Lines shorter than their names are not worth the search for a straight run.
            if (std::max(box.width(), box.height()) < candidate.measure.width * m_frame.view.metresPerPixel)
                return false;
            const PlaneLine line = m_frame.screenLine(m_level.shapes.line(part), m_level.shapes.rank(part));
            candidate.spots = spotsAlong(clipLine(line, m_frame.screenBox(labelMargin)), candidate.measure, m_layer.style.line.width / 2);
            candidate.label.anchor = candidate.spots.empty() ? QPointF() : candidate.spots.front().baseline;
            return !candidate.spots.empty();
        }
        case GeometryKind::Polygon:
            if (box.width() < candidate.measure.width * m_frame.view.metresPerPixel)
                return false;
            candidate.label.anchor = m_frame.view.toScreen(box.centre());
            candidate.spots = {{candidate.label.anchor + QPointF(-candidate.measure.width / 2, candidate.measure.ascent / 2), 0}};
            return true;
        }
        return false;
    }

    const Frame &m_frame;
    const UserLayer &m_layer;
    const PreparedLevel &m_level;
    LabelCandidates &m_out;
    QString m_style, m_idPrefix;
    int m_column;
};

} // namespace

void addUserLayerLabels(const Frame &frame, LabelCandidates &out)
{
    for (const UserLayer &layer : frame.request.userLayers) {
        const LayerStyle &style = layer.style;
        const double scale = frame.view.metresPerPixel;
        if (layer.shapes && !style.labelColumn.isEmpty() && scale >= style.labelFrom && scale <= style.labelTo
            && frame.request.visibility.layer(layer.visibilityId()))
            LayerLabels(frame, layer, out).add();
    }
}

} // namespace ca
