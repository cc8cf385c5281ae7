// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Suggester.h"
#include "support/RealAtlas.h"

#include <QTest>

using namespace ca;

/// Sentences that only look as if they spoke of a route: none may be suggested for a corridor or segment.
class TrapsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void acceptsBesideThem_data();
    void acceptsBesideThem();
};

namespace {

QStringList waysIn(const QString &text)
{
    static const Suggester suggester(test::realAtlas());
    const Atlas &atlas = *test::realAtlas();
    QStringList ways;
    for (const Suggestion &suggestion : suggester.suggest(text)) {
        for (const SubjectScore &subject : suggestion.subjects) {
            const bool way = atlas.segment(subject.id) || atlas.subject(subject.id)->kind == SubjectKind::Corridor;
            if (way && subject.score >= Suggester::likely)
                ways << subject.id;
        }
    }
    return ways;
}

} // namespace

void TrapsTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             // Georgia, the state
             "Trains between Atlanta and Savannah in Georgia were late.", "Georgia Power will build a gas pipeline near Augusta.",
             "The Georgia Senate approved a railway tunnel.", "The port of Savannah, Georgia, handled more containers.",
             // governments
             "Baku said that the railway would be built.", "Ankara denies that a train was stopped at the border.",
             "Baku and Ankara agreed on rail freight.", "Ankara and Istanbul elect new mayors.", "Yerevan expects talks on transport links.",
             "Баку и Ереван обсудили железные дороги.", "Ankara, demiryolu iddialarını yalanladı.", "Bakı dəmir yolu ilə bağlı iddiaları təkzib edib.",
             // TAP, SCP, BTK and others
             "Utilities want to TAP INTO cheap natural gas.", "TAP Air Portugal cancelled a flight.", "The SCP Foundation is a shared fiction.",
             "BTK blocked three websites.", "IGB is a grocer in Australia.", "He turned the tap of the gas bottle.",
             // other pipelines, corridors, lines
             "There is a pipeline of projects worth billions.", "The corridors of power are long.", "A humanitarian corridor was opened for the wounded.",
             "The middle corridor of the building leads to the station.", "Middle corridor seats on the train are cheaper.",
             "The Lobito Corridor in Angola carries copper by rail.", "The BTC pipeline carries oil from Baku to Ceyhan.",
             "TurkStream is a gas pipeline under the Black Sea.", "В гуманитарном коридоре стоят грузовики.", "İnsani yardım koridoru açıldı.",
             "Okul koridorunda trenler sergilendi.", "The North-South divide in railway spending grows.",
             // people, food, sport
             "Aras Bulut took the train to work.", "Zangezur sausages go well with Kars cheese.", "A roast turkey went by train to Kent.",
             "Selim Kaya drives a truck.", "Sam and Liman met at the railway station.", "Dinamo Batumi lost the match at home.",
             "Azerbaijan Airlines opened a route to Lisbon.", "Turkish Airlines flies from Istanbul to Kars.",
             // nothing before that it could go on about
             "The line will be finished in 2026.", "It will carry 16 bcm a year.", "Линию планируют завершить в 2026 году.", "Bu xətt gələn il açılacaq."})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TrapsTest::refuses()
{
    QFETCH(QString, text);
    const QStringList ways = waysIn(text);
    QVERIFY2(ways.isEmpty(), qPrintable(ways.join(u' ')));
}

void TrapsTest::acceptsBesideThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *text, const char *id) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(id); };
    row("TAP carries gas to Italy.", "tap-italy");
    row("Freight on BTK doubled.", "btk-georgia");
    row("Baku said that the Zangezur corridor would open.", "zangezur");
    row("Unlike the BTC oil pipeline, TANAP carries gas.", "southern-gas-corridor");
    row("TANAP was built quickly. The pipeline cost less than planned.", "southern-gas-corridor");
    row("Georgia and Türkiye repaired the Baku–Tbilisi–Kars railway.", "middle-corridor");
}

void TrapsTest::acceptsBesideThem()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    QVERIFY2(waysIn(text).contains(id), qPrintable(waysIn(text).join(u' ')));
}

QTEST_APPLESS_MAIN(TrapsTest)
#include "TrapsTest.moc"
