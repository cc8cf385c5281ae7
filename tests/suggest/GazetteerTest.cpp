// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Gazetteer.h"
#include "support/RealAtlas.h"

#include <QTest>

using namespace ca;

/// Names of the real atlas in six languages, inflected, never inside a word.
class GazetteerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void findsNot_data();
    void findsNot();
    void offsets_data();
    void offsets();
    void everyNameFindsItself();
    void longestWins();

private:
    [[nodiscard]] QStringList idsIn(const QString &text) const;
    std::unique_ptr<Gazetteer> m_gazetteer;
};

void GazetteerTest::initTestCase()
{
    m_gazetteer = std::make_unique<Gazetteer>(test::realAtlas());
}

QStringList GazetteerTest::idsIn(const QString &text) const
{
    QStringList ids;
    for (const NameMatch &match : m_gazetteer->find(text))
        ids << match.ids;
    ids.removeDuplicates();
    return ids;
}

void GazetteerTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    const auto row = [](const char *text, const char *id) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(id); };
    // English
    row("TRIPP's future", "tripp-meghri");
    row("the Zangezur corridor’s name", "zangezur");
    row("the Southern Gas Corridor", "southern-gas-corridor");
    row("Baku–Tbilisi–Kars", "btk-georgia");
    row("Baku - Tbilisi - Kars", "btk-turkey");
    row("the Rasht–Astara railway", "astara-rasht");
    // Turkish
    row("Zengezur Koridoru'nun açılması için", "zangezur");
    row("Zengezur Koridorunu açmak için ve bu", "zangezur");
    row("Meğri'den geçen yol ve bu", "tripp-meghri");
    row("Trump Yolu'na", "tripp-meghri");
    row("bu hat Kars'ta ve Iğdır'da", "kars-dilucu");
    row("bu gaz TANAP'ın içinde ve", "tanap-phase1-west");
    row("Güney Gaz Koridoruyla bu yıl ve", "southern-gas-corridor");
    row("Orta Koridor üzerinden ve", "middle-corridor");
    // Azerbaijani
    row("Zəngəzur dəhlizinin açılması və bu", "zangezur");
    row("Zəngəzur dəhlizindən və bu", "zangezur");
    row("Mehridən keçən yol və bu", "tripp-meghri");
    row("Naxçıvanda və bu", "place-nakhchivan");
    row("Naxçıvana və bu", "place-nakhchivan");
    row("Orta Dəhlizlə və bu", "middle-corridor");
    row("Cənub Qaz Dəhlizində və bu", "southern-gas-corridor");
    row("Şimal-Cənub dəhlizi", "north-south");
    // Russian
    row("Зангезурский коридор", "zangezur");
    row("Зангезурского коридора", "zangezur");
    row("о Зангезурском коридоре", "zangezur");
    row("по Южному газовому коридору", "southern-gas-corridor");
    row("Средним коридором", "middle-corridor");
    row("маршрута Трампа", "tripp-meghri");
    row("Мегринской железной дороги", "tripp-meghri");
    row("в Нахичевани", "place-nakhchivan");
    row("в Мегри", "tripp-meghri");
    row("Трансанатолийским газопроводом", "tanap-phase0-east");
    row("Баку – Тбилиси – Карс", "btk-georgia");
    row("коридора «Север – Юг»", "north-south");
    row("Сюника", "place-syunik");
    // Armenian
    row("Մեղրիում", "tripp-meghri");
    row("Մեղրու", "tripp-meghri");
    row("Զանգեզուրի միջանցքը", "zangezur");
    row("Զանգեզուրում", "place-syunik");
    row("Թրամփի ուղու", "tripp-meghri");
    row("Նախիջևանից", "place-nakhchivan");
    row("Երասխում", "sadarak-yeraskh");
    row("Միջին միջանցքով", "middle-corridor");
    // Georgian
    row("მეღრიში", "tripp-meghri");
    row("მეღრში", "tripp-meghri");
    row("შუა დერეფნის", "middle-corridor");
    row("ზანგეზურის დერეფანში", "zangezur");
    row("ბაქო-თბილისი-ყარსის", "btk-georgia");
    row("ნახიჩევანიდან", "place-nakhchivan");
    // without the letters' marks, in capitals, with a line break or a soft hyphen inside
    row("NAXCIVAN", "place-nakhchivan");
    row("ZENGEZUR KORIDORU", "zangezur");
    row("Southern\nGas Corridor", "southern-gas-corridor");
    row("Nakh\u00ADchivan", "place-nakhchivan");
}

void GazetteerTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, id);
    const QStringList ids = idsIn(text);
    QVERIFY2(ids.contains(id), qPrintable(text + QStringLiteral(" gives ") + ids.join(u' ')));
}

void GazetteerTest::findsNot_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             "Karsavina danced", "the Karst plateau", "kars", "Markars", "potion and potis", "a poti of soup", "meghri", "tap into it", "Tapestry",
             "TAPE", "Gorizia", "Karsa", "Baku2", "Meghrinsk", "Nakhchivanistan", "Rashtriya", "Astaraga", "btk", "Astarama bu ve", "Карсавина",
             "Карсун", "Потирают", "Мегрийцев", "Зангезурчик", "Միջինում", "մեղր", "მეღვინე", "ყარსიანი", "aras", "Georgia Power",
             "humanitarian corridor", "corridors of power", "Baku–Tbilisi–Ceyhan", "Azerbaijan Airlines", "north-south divide", "Karsen bu ve da için", "Naxçıvande və bu"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void GazetteerTest::findsNot()
{
    QFETCH(QString, text);
    const QStringList ids = idsIn(text);
    QVERIFY2(ids.isEmpty(), qPrintable(ids.join(u' ')));
}

void GazetteerTest::offsets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("dotted capital I") << QStringLiteral("İİİ İğdır'da ve bu") << QStringLiteral("İğdır'da");
    QTest::newRow("schwa") << QStringLiteral("əəə Zəngəzur dəhlizinə və bu") << QStringLiteral("Zəngəzur dəhlizinə");
    QTest::newRow("decomposed") << QStringLiteral("bu ve Meg\u0306ri'de ve") << QStringLiteral("Meg\u0306ri'de");
    QTest::newRow("dot above after I") << QStringLiteral("I\u0307g\u0306d\u0131r bu ve") << QStringLiteral("I\u0307g\u0306d\u0131r");
    QTest::newRow("surrogates before") << QStringLiteral("\U0001F682\U0001F682 TANAP.") << QStringLiteral("TANAP");
    QTest::newRow("Armenian ligature") << QStringLiteral("Սև Նախիջևանում։") << QStringLiteral("Նախիջևանում");
    QTest::newRow("Armenian u") << QStringLiteral("ուուու Մեղրիում։") << QStringLiteral("Մեղրիում");
    QTest::newRow("soft sign") << QStringLiteral("конь в Нахичевань") << QStringLiteral("Нахичевань");
    QTest::newRow("zero-width") << QStringLiteral("\u200b\u200bTRIPP\u200b.") << QStringLiteral("TRIPP");
}

void GazetteerTest::offsets()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    const std::vector<NameMatch> matches = m_gazetteer->find(text);
    QVERIFY(!matches.empty());
    for (const NameMatch &match : matches)
        QCOMPARE(text.mid(match.start, match.end - match.start), found);
}

void GazetteerTest::everyNameFindsItself()
{
    // In whatever case a table writes it, a name of the atlas must be found where it stands.
    int missed = 0;
    for (const Name &name : test::realAtlas()->data().names) {
        if (name.name == QLatin1String("Middle Corridor branch"))
            continue;  // too general to be looked for
        const QStringList ids = idsIn(name.name);
        if (!ids.contains(name.subject)) {
            ++missed;
            qInfo().noquote() << name.subject << name.name << ids;
        }
    }
    QCOMPARE(missed, 0);
}

void GazetteerTest::longestWins()
{
    QCOMPARE(idsIn(QStringLiteral("East Zangezur")).contains(QStringLiteral("place-syunik")), false);
    QVERIFY(idsIn(QStringLiteral("East Zangezur")).contains(QStringLiteral("place-karabakh-east-zangezur")));
    const std::vector<NameMatch> matches = m_gazetteer->find(QStringLiteral("Baku–Tbilisi–Kars railway"));
    for (const NameMatch &match : matches)
        QCOMPARE(match.end - match.start, 17);
}

QTEST_APPLESS_MAIN(GazetteerTest)
#include "GazetteerTest.moc"
