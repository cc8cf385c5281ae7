// SPDX-License-Identifier: GPL-3.0-or-later
// What the bundled styles promise: of all, and of the two that exist for a purpose.
#include "map/CompiledStyle.h"
#include "map/Contrast.h"
#include "store/AtlasFile.h"
#include "support/TestData.h"

#include <QSet>
#include <QtTest>

using namespace ca;

class BundledStylesTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const Atlas> m_atlas;

    static void everyStyle()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : MapStyle::bundledNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    /// All that tells two lines apart but colour.
    static QString form(const LineStyle &line)
    {
        QString form = QStringLiteral("%1 %2 %3").arg(int(line.mark)).arg(int(line.stateMark)).arg(line.outline.isValid());
        for (const qreal dash : line.dashes)
            form += QLatin1Char(' ') + QString::number(dash, 'f', 2);
        return form;
    }

    static std::vector<QColor> allColors(const MapStyle &style)
    {
        std::vector<QColor> all{style.corridorFallback};
        for (const QColor &color : style.colors)
            all.push_back(color);
        for (const QColor &color : style.corridors)
            all.push_back(color);
        for (const LineStyle &line : style.lines)
            all.insert(all.end(), {line.color, line.casing, line.outline});
        for (const TextStyle &text : style.texts)
            all.insert(all.end(), {text.color, text.halo});
        for (const GeometryKind kind : {GeometryKind::Point, GeometryKind::Line, GeometryKind::Polygon}) {
            const LayerStyle layer = style.layer({}, kind);
            all.insert(all.end(), {layer.fill, layer.line.color, layer.pointColor, layer.pointOutline, layer.label.color, layer.label.halo});
        }
        return all;
    }

    /// A colour as it looks on an opaque ground.
    static QColor over(const QColor &color, const QColor &ground)
    {
        const auto mix = [&](float a, float b) { return a + (b - a) * color.alphaF(); };
        return QColor::fromRgbF(mix(ground.redF(), color.redF()), mix(ground.greenF(), color.greenF()), mix(ground.blueF(), color.blueF()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto atlas = AtlasFile::readAtlas(test::atlasPath());
        QVERIFY2(atlas.ok(), qPrintable(atlas.error().text()));
        m_atlas = *atlas;
    }

    void compileWithoutWarnings_data() { everyStyle(); }
    void compileWithoutWarnings()
    {
        QFETCH(QString, name);
        const CompiledStyle compiled(*MapStyle::bundled(name), *m_atlas);
        QVERIFY2(compiled.warnings().empty(), compiled.warnings().empty() ? "" : qPrintable(compiled.warnings().front().text()));
    }

    void statusesDifferWithoutColourAndWidth_data() { everyStyle(); }
    void statusesDifferWithoutColourAndWidth()
    {
        QFETCH(QString, name);
        const auto style = MapStyle::bundled(name);
        for (const QString &mode : allIds<Mode>()) {
            QSet<QString> forms;
            for (const QString &status : allIds<Status>())
                forms << form(style->segmentLine(QStringLiteral("zangezur"), *fromId<Mode>(mode), *fromId<Status>(status)));
            QCOMPARE(forms.size(), allIds<Status>().size());
        }
        QVERIFY(style->segmentLine({}, Mode::Rail, Status::Operating).dashes.isEmpty());
        for (const Status status : {Status::Planned, Status::Announced, Status::Construction})
            QVERIFY(!style->segmentLine({}, Mode::Rail, status).dashes.isEmpty());
    }

    void modesDifferByMoreThanWidth_data() { everyStyle(); }
    void modesDifferByMoreThanWidth()
    {
        QFETCH(QString, name);
        const auto style = MapStyle::bundled(name);
        QSet<QString> forms;
        for (const Mode mode : {Mode::Rail, Mode::Road, Mode::Sea, Mode::GasPipeline, Mode::Field})
            forms << form(style->segmentLine({}, mode, Status::Operating));
        QCOMPARE(forms.size(), 5);
    }

    void greyHasNoChroma()
    {
        const auto style = MapStyle::bundled(QStringLiteral("grey"));
        for (const QColor &color : allColors(*style)) {
            if (color.isValid())
                QVERIFY2(color.red() == color.green() && color.green() == color.blue(), qPrintable(color.name()));
        }
        for (const Subject *corridor : m_atlas->corridors()) {
            const QColor text = style->corridorTextColor(corridor->id);
            QVERIFY(text.red() == text.green() && text.green() == text.blue());
            // Lines show on paper, the palest too.
            QVERIFY(contrastRatio(style->corridorColor(corridor->id), style->color("land")) >= 3);
        }
    }

    void greyCorridorsDiffer()
    {
        const auto style = MapStyle::bundled(QStringLiteral("grey"));
        QSet<int> greys;
        for (const Subject *corridor : m_atlas->corridors())
            greys << style->corridorColor(corridor->id).red() / 24;  // steps that can be told apart in print
        QCOMPARE(greys.size(), qsizetype(m_atlas->corridors().size()));
    }

    /// Against the halo and against whatever may lie under the text where the halo ends.
    void contrastIsEnoughToRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("contrast") << QStringLiteral("contrast");
        QTest::newRow("grey") << QStringLiteral("grey");
    }
    void contrastIsEnoughToRead()
    {
        QFETCH(QString, name);
        const auto style = MapStyle::bundled(name);
        const QStringList onWater{"sea", "lake", "river"};
        for (auto text = style->texts.begin(); text != style->texts.end(); ++text) {
            QList<QColor> grounds{style->color("land"), style->color("paper")};
            if (onWater.contains(text.key()))
                grounds = {style->color("sea"), style->color("lake"), style->color("land")};
            if (text.key() == QLatin1String("credit"))
                grounds = {over(style->color("plate"), style->color("sea")), over(style->color("plate"), style->color("land"))};
            for (const QColor &ground : grounds) {
                const QColor behind = over(text->halo, ground);
                const QByteArray what = text.key().toUtf8() + " on " + ground.name().toUtf8();
                QVERIFY2(contrastRatio(text->color, ground) >= 4.5, what.constData());
                QVERIFY2(contrastRatio(text->color, behind) >= 4.5, what.constData());
            }
        }
        for (const Subject *corridor : m_atlas->corridors())
            QVERIFY(contrastRatio(style->corridorTextColor(corridor->id), over(style->text("corridor").halo, style->color("land"))) >= 4.5);
    }

    void contrastLinesStandOut()
    {
        const auto style = MapStyle::bundled(QStringLiteral("contrast"));
        for (const Subject *corridor : m_atlas->corridors()) {
            for (const char *ground : {"land", "sea"})
                QVERIFY(contrastRatio(style->corridorColor(corridor->id), style->color(QLatin1String(ground))) >= 3);
        }
        for (const char *line : {"border", "coast", "disputed"})
            QVERIFY(contrastRatio(style->line(QLatin1String(line)).color, style->color("land")) >= 3);
    }

    void corridorNamesCanBeRead_data() { everyStyle(); }
    void corridorNamesCanBeRead()
    {
        QFETCH(QString, name);
        const auto style = MapStyle::bundled(name);
        const QColor halo = QColor(style->text("corridor").halo.rgb());
        for (const Subject *corridor : m_atlas->corridors())
            QVERIFY(contrastRatio(style->corridorTextColor(corridor->id), halo) >= 4.5);
    }
};

QTEST_GUILESS_MAIN(BundledStylesTest)
#include "BundledStylesTest.moc"
