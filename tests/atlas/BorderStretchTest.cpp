// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/BorderStretch.h"

#include <QTest>

using namespace ca;

class BorderStretchTest : public QObject {
    Q_OBJECT

    /// Two features of XA-XB, one each way round, and one of XA-XC.
    static FeatureTable borders()
    {
        FeatureTable table;
        table.kind = GeometryKind::Line;
        table.columns = {{QStringLiteral("left_iso"), {}}, {QStringLiteral("right_iso"), {}}, {QStringLiteral("kind"), {}}};
        const auto add = [&](const char *left, const char *right, const GeoLine &line) {
            table.beginFeature(std::int64_t(table.featureCount()) + 1);
            table.addPart(line);
            table.columns[0].values.push_back(QString::fromLatin1(left));
            table.columns[1].values.push_back(QString::fromLatin1(right));
            table.columns[2].values.push_back(QStringLiteral("border"));
        };
        add("XA", "XB", {{39, 45}, {41, 45}});
        add("XB", "XA", {{41, 45}, {41, 47}});
        add("XA", "XC", {{39, 45}, {39, 43}});
        return table;
    }

private Q_SLOTS:
    void parses()
    {
        const auto whole = BorderStretch::parse(QStringLiteral("XA-XB"));
        QVERIFY(whole.ok() && !whole->box);
        const auto part = BorderStretch::parse(QStringLiteral("XB-XA in 44.5, -39, 46, 40.25"));
        QVERIFY2(part.ok(), qPrintable(part.error().text()));
        QCOMPARE(*part->box, (GeoBox{44.5, -39, 46, 40.25}));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "the northern part", "XA", "xa-xb", "XA-XB-XC", "XA-XA", "XA-XB in", "XA-XB in 1,2,3", "XA-XB in 46,39,45,40",
                                 "XA-XB in 45,40,46,39", "XA-XB in 45,39,46,95", "XA-XB in 45,39,460,40", " XA-XB"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto stretch = BorderStretch::parse(text);
        QVERIFY(!stretch.ok());
        QVERIFY(!stretch.error().message.isEmpty());
    }

    void findsTheBorderWhicheverSideComesFirst()
    {
        for (const char *text : {"XA-XB", "XB-XA"})
            QCOMPARE(BorderStretch::parse(QString::fromLatin1(text))->lines(borders()).size(), std::size_t(2));
        QCOMPARE(BorderStretch::parse(QStringLiteral("XB-XC"))->lines(borders()).size(), std::size_t(0));
    }

    void cutsToTheBox()
    {
        const auto lines = BorderStretch::parse(QStringLiteral("XA-XB in 44,40,46,42"))->lines(borders());
        QCOMPARE(lines.size(), std::size_t(2));
        QCOMPARE(lines[0], (GeoLine{{40, 45}, {41, 45}}));
        QCOMPARE(lines[1], (GeoLine{{41, 45}, {41, 46}}));
        QVERIFY(BorderStretch::parse(QStringLiteral("XA-XB in 10,10,11,11"))->lines(borders()).empty());
    }
};

QTEST_GUILESS_MAIN(BorderStretchTest)
#include "BorderStretchTest.moc"
