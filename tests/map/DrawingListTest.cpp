// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn over what, as text: the layer steps, the strands and the labels of a small scene, lowest first.
#include "Golden.h"
#include "UserLayers.h"
#include "map/LabelLayout.h"
#include "map/LayerStep.h"
#include "map/StrandGeometry.h"

#include <QtTest>

using namespace ca;

namespace {

QString wordOf(LayerStep::Action action)
{
    if (action == LayerStep::Action::Fill)
        return QStringLiteral("fill");
    if (action == LayerStep::Action::Stroke)
        return QStringLiteral("stroke");
    return action == LayerStep::Action::Dots ? QStringLiteral("dots") : QStringLiteral("other");
}

QString number(double value)
{
    return QString::number(value, 'g', 4);
}

QString dashesOf(const LineStyle &line)
{
    QStringList lengths;
    for (const qreal length : line.dashes)
        lengths << number(length);
    return lengths.isEmpty() ? QStringLiteral("solid") : lengths.join(QLatin1Char(','));
}

QString stepsOf(const Frame &frame)
{
    QString text;
    for (const LayerStep &step : layerSteps(frame)) {
        QStringList words{wordOf(step.action), step.layer.isEmpty() ? QStringLiteral("-") : step.layer, step.line.color.name(QColor::HexArgb)};
        if (step.action == LayerStep::Action::Stroke)
            words << number(step.line.width) << dashesOf(step.line);
        if (step.action == LayerStep::Action::Dots)
            words << number(step.radius);
        if (step.kind)
            words << QStringLiteral("kind %1").arg(*step.kind);
        words << QStringLiteral("%1 parts").arg(step.shapes->parts.size());
        text += words.join(QLatin1String(" | ")) + QLatin1Char('\n');
    }
    return text;
}

QString strandsOf(const Frame &frame)
{
    QString text;
    for (const DrawnStrand &strand : drawnStrands(frame)) {
        text += QStringLiteral("strand | %1 | %2 | %3 | %4 | lane %5 | %6 %7 | %8 px\n")
                    .arg(strand.strand->corridor, frame.scene.atlas().data().segments[strand.strand->segment].id, toId(strand.strand->mode),
                         toId(strand.strand->status), number(strand.strand->lane), number(strand.line.width), dashesOf(strand.line))
                    .arg(strand.length, 0, 'f', 0);
    }
    return text;
}

QString labelsOf(const RenderRequest &request)
{
    QString text;
    for (const PlacedLabel &label : LabelLayout::place(request)) {
        text += QStringLiteral("label | %1 | %2 | %3 | %4 %5\n").arg(label.id, label.text, label.style)
                    .arg(label.baseline.x(), 0, 'f', 0).arg(label.baseline.y(), 0, 'f', 0);
    }
    return text;
}

} // namespace

class DrawingListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingInItsOrder()
    {
        BaseMap base = test::baseMap();
        FeatureTable &borders = base.layers[2].levels[0].features;
        test::addFeature(borders, 2, {{{38.5, 45.1}, {39, 45.2}}});
        borders.columns = {{QStringLiteral("kind"), {QVariant(), QStringLiteral("overlap")}}};
        RenderRequest request = test::request(test::scene(test::atlasData(), base));
        request.visibility.hiddenLayers.clear();  // the graticule too
        LayerStyle areas = test::areaLook(QColor(0, 128, 0, 128));
        areas.line.color = QColor(0, 64, 0);
        areas.line.width = 1.5;
        areas.line.dashes = {4, 2};
        areas.line.casing = Qt::white;
        areas.line.casingWidth = 1;
        areas.opacity = 0.5;
        LayerStyle dots = test::dotLook(Qt::red, 7);
        dots.pointOutline = Qt::white;
        dots.labelColumn = QStringLiteral("title");
        FeatureTable towns = test::table(GeometryKind::Point, {{{{38.4, 46.5}}}, {{{41.6, 46.2}}}});
        towns.columns = {{QStringLiteral("title"), {QStringLiteral("First"), QStringLiteral("Second")}}};
        const auto &projection = request.view.projection;
        request.userLayers = {
            test::userLayer(QStringLiteral("areas"), test::table(GeometryKind::Polygon, {{test::square(43.5, 41, 44, 41.5)}, {test::square(44, 41, 44.1, 41.5)}}), areas, projection),
            test::userLayer(QStringLiteral("lines"), test::table(GeometryKind::Line, {{test::parallel(41.8, 43.2, 46.8)}}), test::lineLook(Qt::blue, 2), projection),
            test::userLayer(QStringLiteral("towns"), towns, dots, projection),
            test::userLayer(QStringLiteral("hidden"), towns, dots, projection)};
        request.visibility.hiddenLayers << QStringLiteral("user:hidden");
        const Frame frame(request);
        const QString difference = test::compareText(QStringLiteral("drawing.txt"), stepsOf(frame) + strandsOf(frame) + labelsOf(request));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

QTEST_MAIN(DrawingListTest)
#include "DrawingListTest.moc"
