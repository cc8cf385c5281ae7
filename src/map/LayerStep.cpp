// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LayerStep.h"

#include "base/Tr.h"
#include "map/BaseLayers.h"

namespace ca {
namespace {

constexpr double leastRing = 0.8;   // logical pixels; smaller islands and lakes are dropped
constexpr double leastLine = 1.5;
constexpr double leastUserLine = 0.5;
constexpr double outlineWidth = 1;  // of dots
constexpr std::optional<std::uint32_t> wholeRings = 0;  // kind of rings that are no cutRing

class StepList {
public:
    explicit StepList(const Frame &frame) : m_frame(frame) {}

    void fill(const char *id, StyleColor color)
    {
        if (const PreparedLayer *layer = find(id); layer && layer->kind == GeometryKind::Polygon)
            add(LayerStep::Action::Fill, *layer, id, id, leastRing).line.color = m_frame.compiled->color(color);
    }
    void stroke(const char *id, StyleLine key, const char *reported, std::optional<std::uint32_t> kind = {})
    {
        const PreparedLayer *layer = find(id);
        if (!layer || layer->kind == GeometryKind::Point)
            return;
        const LineStyle &line = m_frame.compiled->line(key);
        if (line.casing.isValid() && line.casingWidth > 0) {
            LayerStep &casing = add(LayerStep::Action::Stroke, *layer, id, "", leastLine);
            casing.kind = kind;
            casing.line.color = line.casing;
            casing.line.width = line.width + 2 * line.casingWidth;
        }
        LayerStep &core = add(LayerStep::Action::Stroke, *layer, id, reported, leastLine);
        core.kind = layer->kind == GeometryKind::Polygon ? wholeRings : kind;
        core.line = line;
        const PreparedShapes &cut = layer->level(m_frame.view.metresPerPixel).outlines;
        if (cut.parts.empty())
            return;
        LayerStep &rest = add(LayerStep::Action::Stroke, *layer, id, reported, leastLine);
        rest.shapes = &cut;
        rest.line = line;
    }

    void addUserLayer(const UserLayer &layer)
    {
        const LayerStyle &style = layer.style;
        const PreparedLevel &level = layer.shapes->level(m_frame.view.metresPerPixel);
        switch (layer.shapes->kind) {
        case GeometryKind::Point:
            addDots(layer, level, style.pointOutline, style.pointSize / 2 + outlineWidth);
            addDots(layer, level, style.pointColor, style.pointSize / 2);
            break;
        case GeometryKind::Line:
            addLines(layer, level.shapes);
            break;
        case GeometryKind::Polygon:
            if (style.fill.isValid())
                addUser(layer, LayerStep::Action::Fill, level.shapes, style.fill, leastRing);
            addLines(layer, level.outlines);
            break;
        }
    }

    void addPicture(const UserLayer &layer)
    {
        LayerStep step;
        step.action = LayerStep::Action::Picture;
        step.layer = step.group = layer.visibilityId();
        step.picture = layer.picture.get();
        step.opacity = layer.style.opacity;
        m_steps.push_back(std::move(step));
    }

    /// The edge of what the base map covers.
    void addNeatLine()
    {
        if (const PreparedLayer *frame = find("frame"))
            add(LayerStep::Action::Stroke, *frame, "neat-line", "", leastLine).line.color = m_frame.compiled->color(StyleColor::Frame);
    }

    std::vector<LayerStep> take() { return std::move(m_steps); }

private:
    [[nodiscard]] const PreparedLayer *find(const char *id) const { return m_frame.scene.layer(QLatin1String(id)); }

    LayerStep &add(LayerStep::Action action, const PreparedLayer &layer, const char *group, const char *reported, double leastSize)
    {
        LayerStep step;
        step.action = action;
        step.group = QLatin1String(group);
        step.layer = QLatin1String(reported);
        step.shapes = &layer.level(m_frame.view.metresPerPixel).shapes;
        step.leastSize = leastSize;
        m_steps.push_back(std::move(step));
        return m_steps.back();
    }

    LayerStep &addUser(const UserLayer &layer, LayerStep::Action action, const PreparedShapes &shapes, QColor color, double leastSize)
    {
        LayerStep step;
        step.action = action;
        step.layer = step.group = layer.visibilityId();
        step.shapes = &shapes;
        step.leastSize = leastSize;
        color.setAlphaF(float(color.alphaF() * layer.style.opacity));
        step.line.color = color;
        m_steps.push_back(std::move(step));
        return m_steps.back();
    }

    void addLines(const UserLayer &layer, const PreparedShapes &shapes)
    {
        const LineStyle &line = layer.style.line;
        if (line.casing.isValid() && line.casingWidth > 0)
            addUser(layer, LayerStep::Action::Stroke, shapes, line.casing, leastUserLine).line.width = line.width + 2 * line.casingWidth;
        if (!line.color.isValid() || line.width <= 0)
            return;
        LayerStep &step = addUser(layer, LayerStep::Action::Stroke, shapes, line.color, leastUserLine);
        step.line.width = line.width;
        step.line.dashes = line.dashes;
    }

    void addDots(const UserLayer &layer, const PreparedLevel &level, const QColor &color, double radius)
    {
        if (color.isValid() && layer.style.pointSize > 0)
            addUser(layer, LayerStep::Action::Dots, level.shapes, color, 0).radius = radius;
    }

    const Frame &m_frame;
    std::vector<LayerStep> m_steps;
};

} // namespace

std::vector<LayerStep> layerSteps(const Frame &frame)
{
    const auto visible = [&](const char *id) { return frame.request.visibility.layer(QLatin1String(id)); };
    StepList steps(frame);
    if (visible("seas"))
        steps.fill("frame", StyleColor::Sea);
    if (visible("land"))
        steps.fill("land", StyleColor::Land);
    if (visible("land") || visible("seas"))
        steps.stroke("coast", StyleLine::Coast, "coast");
    if (visible("rivers"))
        steps.stroke("rivers", StyleLine::River, "rivers");
    if (visible("lakes")) {
        steps.fill("lakes", StyleColor::Lake);
        steps.stroke("lakes", StyleLine::Lake, "lakes");
    }
    const auto userVisible = [&](const UserLayer &layer) { return frame.request.visibility.layer(layer.visibilityId()); };
    for (const UserLayer &layer : frame.request.userLayers) {
        if (layer.picture && userVisible(layer))
            steps.addPicture(layer);
    }
    if (visible("borders")) {
        steps.stroke("borders", StyleLine::Border, "borders", plainBorder);
        // Dashed where the data themselves hold two outlines, so that neither is drawn as settled.
        steps.stroke("borders", StyleLine::Overlap, "overlaps", overlapBorder);
        steps.stroke("disputed", StyleLine::Disputed, "disputed");
    }
    if (visible("graticule"))
        steps.stroke("graticule", StyleLine::Graticule, "");
    steps.addNeatLine();
    for (const UserLayer &layer : frame.request.userLayers) {
        if (layer.shapes && userVisible(layer))
            steps.addUserLayer(layer);
    }
    return steps.take();
}

QString layerTitle(const Frame &frame, const QString &group)
{
    for (const UserLayer &layer : frame.request.userLayers) {
        if (layer.visibilityId() == group)
            return layer.title;
    }
    if (group == QLatin1String("frame"))
        return baseLayerTitle(QStringLiteral("seas"));
    if (group == QLatin1String("disputed"))
        return tr("Disputed borders");
    if (group == QLatin1String("graticule"))
        return tr("Graticule");
    if (group == QLatin1String("neat-line"))
        return tr("Edge of the map data");
    return baseLayerTitle(group);
}

} // namespace ca
