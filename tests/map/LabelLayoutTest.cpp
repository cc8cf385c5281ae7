// SPDX-License-Identifier: GPL-3.0-or-later
#include "Golden.h"
#include "Synthetic.h"
#include "map/LabelGrid.h"
#include "map/LabelLayout.h"
#include "map/StrandGeometry.h"

#include <QtTest>

using namespace ca;

class LabelLayoutTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Scene> m_scene;

    static TurnedBox boxOf(const PlacedLabel &l)
    {
        return TurnedBox::ofText(l.baseline, l.box.width(), l.baseline.y() - l.box.top(), l.box.bottom() - l.baseline.y(), l.angle, 0);
    }
    static const PlacedLabel *find(const std::vector<PlacedLabel> &labels, const QString &text)
    {
        const auto found = std::find_if(labels.begin(), labels.end(), [&](const PlacedLabel &l) { return l.text == text; });
        return found == labels.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        loadFonts();
        m_scene = test::scene();
    }

    void acceptedLabels()
    {
        QString text;
        for (const PlacedLabel &l : LabelLayout::place(test::request(m_scene))) {
            text += QStringLiteral("%1 | %2 | %3 | %4 %5 | %6\n").arg(l.id, l.text, l.style).arg(l.baseline.x(), 0, 'f', 0)
                        .arg(l.baseline.y(), 0, 'f', 0).arg(int(std::lround(l.angle)));
        }
        const QString difference = test::compareText(QStringLiteral("labels.txt"), text);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

    void noTwoOverlapAndNoneIsCut_data()
    {
        QTest::addColumn<double>("factor");
        for (const double factor : {0.5, 1.0, 2.0, 4.0, 12.0})
            QTest::addRow("zoom %.1f", factor) << factor;
    }
    void noTwoOverlapAndNoneIsCut()
    {
        QFETCH(double, factor);
        RenderRequest request = test::request(m_scene);
        request.view = request.view.zoomedAt(request.view.toScreen(LatLon{40.02, 45}), factor);
        const auto labels = LabelLayout::place(request);
        QVERIFY(!labels.empty());
        const QRectF map(QPointF(0, 0), request.view.size);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            QVERIFY2(map.contains(boxOf(labels[i]).bounds()), qPrintable(labels[i].text));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(!boxOf(labels[i]).meets(boxOf(labels[k])), qPrintable(labels[i].text + " / " + labels[k].text));
        }
    }

    void sameRequestSameLabels()
    {
        const RenderRequest request = test::request(m_scene);
        RenderRequest twice = request;
        twice.devicePixelRatio = 2;
        QCOMPARE(LabelLayout::place(request), LabelLayout::place(request));
        QCOMPARE(LabelLayout::place(twice), LabelLayout::place(request));  // layout knows no device
    }

    void labelsStayWhilePanning()
    {
        const RenderRequest request = test::request(m_scene);
        const auto before = LabelLayout::place(request);
        for (const QPointF by : {QPointF(13, 0), QPointF(-7, 21), QPointF(0.5, -40)}) {
            RenderRequest moved = request;
            moved.view = request.view.panned(by);
            const auto after = LabelLayout::place(moved);
            const QRectF inner = QRectF(QPointF(0, 0), request.view.size).adjusted(60, 60, -60, -60);
            for (const PlacedLabel &label : before) {
                // Names of areas may step aside to stay whole; all that sit on something stay.
                if (!inner.contains(boxOf(label).bounds()) || label.id.startsWith("country") || label.id.startsWith("corridor"))
                    continue;
                const PlacedLabel *again = find(after, label.text);
                QVERIFY2(again, qPrintable(label.text));
                QVERIFY2(QLineF(again->baseline, label.baseline + by).length() < 0.01, qPrintable(label.text));
            }
        }
    }

    void townsKeepOffTheCorridors()
    {
        RenderRequest request = test::request(m_scene);
        const auto labels = LabelLayout::place(request);
        const Frame frame(request);
        const PlacedLabel *town = find(labels, QStringLiteral("Bigtown"));
        QVERIFY(town);
        for (const DrawnStrand &strand : drawnStrands(frame)) {
            for (std::size_t i = 1; i < strand.path.points.size(); ++i)
                QVERIFY(!boxOf(*town).meetsLine(strand.path.points[i - 1], strand.path.points[i]));
        }
    }

    void importantBeforeUnimportant()
    {
        const auto labels = LabelLayout::place(test::request(m_scene));
        QVERIFY(find(labels, QStringLiteral("Capital")));
        QVERIFY(!find(labels, QStringLiteral("Hamlet")));  // 900 people, at this scale
        RenderRequest close = test::request(m_scene, {640, 480}, {44.25, 38.65, 44.35, 38.75});
        QVERIFY(find(LabelLayout::place(close), QStringLiteral("Hamlet")));
    }

    void languagesFallBackAndSaySo()
    {
        RenderRequest request = test::request(m_scene);
        request.language = QStringLiteral("az");
        const auto labels = LabelLayout::place(request);
        const PlacedLabel *capital = find(labels, QStringLiteral("Paytaxt"));
        QVERIFY(capital);
        QVERIFY(!capital->fallbackLanguage);
        const PlacedLabel *country = find(labels, QStringLiteral("Westland"));
        QVERIFY(country);
        QVERIFY(country->fallbackLanguage);
    }

    void namesOfWhatIsOutOfViewAreNotShown()
    {
        // Eastport lies just beyond the eastern edge: its name would fit in view, but point at nothing.
        RenderRequest request = test::request(m_scene);
        const double x = request.view.toScreen(LatLon{40, 46}).x();
        request.view = request.view.panned({request.view.size.width() - x + 4, 0});
        QVERIFY(!find(LabelLayout::place(request), QStringLiteral("Eastport")));
        request.view = request.view.panned({-30, 0});
        const auto labels = LabelLayout::place(request);
        const PlacedLabel *port = find(labels, QStringLiteral("Eastport"));
        QVERIFY(port);
        QVERIFY(port->box.right() < request.view.size.width());
    }

    void hiddenLayersHaveNoLabels()
    {
        RenderRequest request = test::request(m_scene);
        request.visibility.hiddenLayers << "places" << "countries" << "lakes" << "rivers" << "stations" << "symbols";
        request.visibility.hiddenCorridors << "red" << "blue" << "pipe";
        QVERIFY(LabelLayout::place(request).empty());
        request = test::request(m_scene);
        request.labels = false;
        QVERIFY(LabelLayout::place(request).empty());
    }

    void textReadsUpright()
    {
        for (const PlacedLabel &label : LabelLayout::place(test::request(m_scene)))
            QVERIFY2(label.angle > -90.001 && label.angle < 90.001, qPrintable(label.text));
    }

    void cancelledPlacesNothing()
    {
        CancelToken token;
        token.cancel();
        QVERIFY(LabelLayout::place(test::request(m_scene), token).empty());
    }
};

QTEST_MAIN(LabelLayoutTest)
#include "LabelLayoutTest.moc"
