// SPDX-License-Identifier: GPL-3.0-or-later
#include "Synthetic.h"
#include "map/CompiledStyle.h"
#include "map/Contrast.h"

#include <QtTest>

using namespace ca;

class CompiledStyleTest : public QObject {
    Q_OBJECT

    const Atlas m_atlas{test::atlasData()};

    static std::shared_ptr<const MapStyle> parsed(const QString &statements)
    {
        return *MapStyle::parse(QStringLiteral("name x\nbase light\n") + statements, QStringLiteral("x.style"));
    }

private Q_SLOTS:
    void sameAsTheStyle()
    {
        const auto style = test::style(QStringLiteral("light"));
        const CompiledStyle compiled(*style, m_atlas);
        for (qsizetype i = 0; i < styleColorKeys().size(); ++i)
            QCOMPARE(compiled.color(StyleColor(i)), style->color(styleColorKeys()[i]));
        for (qsizetype i = 0; i < styleLineKeys().size(); ++i)
            QCOMPARE(compiled.line(StyleLine(i)), style->line(styleLineKeys()[i]));
        for (qsizetype i = 0; i < styleTextKeys().size(); ++i)
            QCOMPARE(compiled.text(StyleText(i)), style->text(styleTextKeys()[i]));
        const auto corridors = m_atlas.corridors();
        for (std::size_t c = 0; c < corridors.size(); ++c) {
            QCOMPARE(compiled.corridorColor(c), style->corridorColor(corridors[c]->id));
            QCOMPARE(compiled.corridorTextColor(c), style->corridorTextColor(corridors[c]->id));
            for (const QString &mode : allIds<Mode>()) {
                for (const QString &status : allIds<Status>())
                    QCOMPARE(compiled.segmentLine(c, *fromId<Mode>(mode), *fromId<Status>(status)),
                             style->segmentLine(corridors[c]->id, *fromId<Mode>(mode), *fromId<Status>(status)));
            }
        }
    }

    void enumsAndWordsAgree()
    {
        QCOMPARE(styleColorKeys().value(int(StyleColor::Uncertainty)), QStringLiteral("uncertainty"));
        QCOMPARE(styleColorKeys().size(), int(StyleColor::Uncertainty) + 1);
        QCOMPARE(styleLineKeys().value(int(StyleLine::Graticule)), QStringLiteral("graticule"));
        QCOMPARE(styleLineKeys().size(), int(StyleLine::Graticule) + 1);
        QCOMPARE(styleTextKeys().value(int(StyleText::Credit)), QStringLiteral("credit"));
        QCOMPARE(styleTextKeys().size(), int(StyleText::Credit) + 1);
    }

    void saysWhatDoesNotFit()
    {
        const auto style = parsed(QStringLiteral("corridor red #d55e00\ncorridor nowhere #000000\ncorridor blue #0072b2\n"));
        QStringList texts;
        const CompiledStyle compiled(*style, m_atlas);
        for (const Error &warning : compiled.warnings())
            texts << warning.text();
        QVERIFY(texts.contains(QStringLiteral("x.style:4:10: the atlas has no corridor “nowhere”")));
        QVERIFY(texts.contains(QStringLiteral("x.style: the corridor “pipe” has no colour of its own")));
        QVERIFY(!texts.join(u'\n').contains(QStringLiteral("“red”")));
        QVERIFY(!texts.filter(QStringLiteral("light.style")).isEmpty());  // what the base names and this atlas has not
    }

    void compiledOnce()
    {
        const auto style = test::style(QStringLiteral("light")), copy = test::style(QStringLiteral("light"));
        const auto compiled = CompiledStyle::of(style, m_atlas);
        QCOMPARE(CompiledStyle::of(style, m_atlas), compiled);
        QVERIFY(CompiledStyle::of(copy, m_atlas) != compiled);
        AtlasData fewer = test::atlasData();
        fewer.subjects.erase(fewer.subjects.begin());
        QVERIFY(CompiledStyle::of(style, Atlas(fewer)) != compiled);
    }

    void marksAndDashesFollowModeAndStatus()
    {
        const auto style = parsed(QStringLiteral("line mode-sea width=6 marks=ships\nline status-closed width=0.5 dashes=3,3 marks=crosses"));
        const LineStyle line = style->segmentLine({}, Mode::Sea, Status::Closed);
        QCOMPARE(line.mark, LineMark::Ships);
        QCOMPARE(line.stateMark, LineMark::Crosses);
        QCOMPARE(line.width, 3.0);
        QCOMPARE(line.dashes, (QVector<qreal>{6, 6}));  // written for 3 px, drawn for a mode 6 px wide
    }

    void contrastIsWcags()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
        QCOMPARE(readableOn(Qt::black, Qt::white, 4.5), QColor(Qt::black));
        for (const QColor &ground : {QColor(Qt::white), QColor(0x18, 0x1b, 0x1e), QColor(0x80, 0x80, 0x80)})
            QVERIFY(contrastRatio(readableOn(QColor(0xe6, 0x9f, 0x00), ground, 4.5), ground) >= 4.5);
    }
};

QTEST_GUILESS_MAIN(CompiledStyleTest)
#include "CompiledStyleTest.moc"
