// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/LifeCycle.h"

#include <QtTest>

using namespace ca;

namespace {

/// "railway=rail disused=yes"; the views are into @p text.
std::vector<OsmTag> tagsIn(std::string_view text)
{
    std::vector<OsmTag> tags;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        tags.push_back({word.substr(0, word.find('=')), word.substr(word.find('=') + 1)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return tags;
}

} // namespace

class LifeCycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void styles_data()
    {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<QString>("stage");   // empty = not there
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *tags, const char *stage, const char *value) { QTest::newRow(tags) << QByteArray(tags) << QString::fromLatin1(stage) << QByteArray(value); };
        row("railway=rail", "operating", "rail");
        row("highway=primary", "", "");
        row("railway=no", "", "");
        row("railway=construction construction=rail", "construction", "rail");
        row("railway=construction", "construction", "");
        row("railway=construction construction=yes", "construction", "");
        row("railway=construction construction:railway=light_rail construction=rail", "construction", "light_rail");
        row("construction:railway=rail", "construction", "rail");
        row("railway=rail construction=yes", "construction", "rail");
        row("railway=proposed proposed=rail", "proposed", "rail");
        row("proposed:railway=rail", "proposed", "rail");
        row("railway=planned planned=rail", "proposed", "rail");
        row("planned:railway=narrow_gauge", "proposed", "narrow_gauge");
        row("railway=disused disused=rail", "disused", "rail");
        row("railway=disused disused:railway=rail", "disused", "rail");
        row("disused:railway=rail", "disused", "rail");
        row("disused:railway=yes", "disused", "");
        row("railway=rail disused=yes", "disused", "rail");
        row("railway=rail disused=no", "operating", "rail");
        row("railway=abandoned", "abandoned", "");
        row("abandoned:railway=rail", "abandoned", "rail");
        row("railway=rail abandoned=yes", "abandoned", "rail");
        row("railway=no abandoned:railway=rail", "abandoned", "rail");
        row("railway=razed razed=rail", "razed", "rail");
        row("razed:railway=rail", "razed", "rail");
        row("demolished:railway=rail", "razed", "rail");
        row("removed:railway=rail", "razed", "rail");
        row("dismantled:railway=rail", "razed", "rail");
        row("railway=dismantled", "razed", "");
        // Several at once: what goes on now, then what was, then what is wanted.
        row("disused:railway=rail razed:railway=rail", "razed", "rail");
        row("abandoned:railway=narrow_gauge construction:railway=rail", "construction", "rail");
        row("proposed:railway=light_rail construction:railway=rail", "construction", "rail");
        row("proposed:railway=rail abandoned:railway=rail", "abandoned", "rail");
        // A track in use beside which another is built, and a road that is built beside it.
        row("railway=rail construction:railway=rail", "operating", "rail");
        row("railway=rail highway=construction construction=primary", "operating", "rail");
        // Keys that end alike are others.
        row("construction:old_railway=rail", "", "");
        row("disused:railway:rail=yes", "", "");
    }

    void styles()
    {
        QFETCH(QByteArray, tags);
        QFETCH(QString, stage);
        QFETCH(QByteArray, value);
        const std::vector<OsmTag> given = tagsIn(std::string_view(tags.constData(), std::size_t(tags.size())));
        const Lived lived = lifeCycleOf(given, "railway");
        QCOMPARE(lived.present(), !stage.isEmpty());
        if (lived.present())
            QCOMPARE(toId(lived.stage), stage);
        QCOMPARE(QByteArray(lived.value.data(), qsizetype(lived.value.size())), value);
    }
};

QTEST_GUILESS_MAIN(LifeCycleTest)
#include "LifeCycleTest.moc"
