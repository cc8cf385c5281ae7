// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Suggester.h"
#include "support/RealAtlas.h"

#include <QTest>

#include <thread>

using namespace ca;

/// What suggestions are made of: evidence, reasons, going on, offsets, and texts that mean harm.
class SuggesterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothEnds();
    void modeDecidesBetweenSegments();
    void reasonsTellNamesAndTerms();
    void governmentsAreContext();
    void goesOn_data();
    void goesOn();
    void doesNotGoOn_data();
    void doesNotGoOn();
    void offsetsInCodePoints();
    void scoresAreSane();
    void hostileTexts_data();
    void hostileTexts();
    void threadsShareOne();
    void anEmptyAtlasSuggestsNothing();
};

namespace {

const Suggester &suggester()
{
    static const Suggester one(test::realAtlas());
    return one;
}

/// Likely subjects of the last sentence.
QStringList lastOf(const QString &text)
{
    const ArticleText article = ArticleText::fromPlainText(text);
    const std::vector<Suggestion> suggestions = suggester().suggest(article);
    QStringList ids;
    if (suggestions.empty() || suggestions.back().end != article.text.trimmed().size())
        return ids;
    for (const SubjectScore &subject : suggestions.back().subjects) {
        if (subject.score >= Suggester::likely)
            ids << subject.id;
    }
    return ids;
}

QString fromUtf8(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

void SuggesterTest::bothEnds()
{
    const QString text = QStringLiteral("Trains will run from Horadiz to Aghband.");
    QVERIFY(lastOf(text).contains(QStringLiteral("horadiz-aghband")));
    QVERIFY(lastOf(text).contains(QStringLiteral("zangezur")));
    QVERIFY(!lastOf(QStringLiteral("He likes Horadiz and Aghband.")).contains(QStringLiteral("zangezur")));
    // Several segments one behind the other.
    const QStringList chain = lastOf(QStringLiteral("The Tbilisi–Poti railway was repaired."));
    QVERIFY(chain.contains(QStringLiteral("tbilisi-samtredia")) && chain.contains(QStringLiteral("samtredia-poti")));
}

void SuggesterTest::modeDecidesBetweenSegments()
{
    QVERIFY(lastOf(QStringLiteral("Ferries from Aktau were late.")).contains(QStringLiteral("ferry-aktau-alat")));
    QVERIFY(lastOf(QStringLiteral("Trains from Aktau were late.")).contains(QStringLiteral("beineu-aktau")));
    QVERIFY(lastOf(QStringLiteral("The road to Kajaran is closed.")).contains(QStringLiteral("syunik-road")));
    QVERIFY(lastOf(QStringLiteral("Gas from Igdir reaches Nakhchivan.")).contains(QStringLiteral("igdir-nakhchivan-gas")));
    QVERIFY(!lastOf(QStringLiteral("Gas from Igdir reaches Nakhchivan.")).contains(QStringLiteral("kars-dilucu")));
}

void SuggesterTest::reasonsTellNamesAndTerms()
{
    const auto suggestions = suggester().suggest(fromUtf8("Vaqonlar Horadizdən Ağbəndə gedir və bu yaxşıdır."));
    QCOMPARE(suggestions.size(), std::size_t(1));
    const SubjectScore &best = suggestions[0].subjects.front();
    QCOMPARE(best.id, QStringLiteral("horadiz-aghband"));
    const QString reasons = best.reasons.join(u' ');
    for (const char *word : {"Horadizdən", "Ağbəndə", "Vaqonlar"})
        QVERIFY2(reasons.contains(fromUtf8(word)), qPrintable(reasons));
    for (const SubjectScore &subject : suggestions[0].subjects)
        QVERIFY(!subject.reasons.isEmpty());
}

void SuggesterTest::governmentsAreContext()
{
    const auto suggestions = suggester().suggest(QStringLiteral("Baku said it was content. Snow fell in Baku."));
    QCOMPARE(suggestions.size(), std::size_t(2));
    QVERIFY(suggestions[0].subjects[0].context && suggestions[0].subjects[0].score < Suggester::likely);
    QVERIFY(!suggestions[1].subjects[0].context && suggestions[1].subjects[0].score >= Suggester::likely);
}

void SuggesterTest::goesOn_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << fromUtf8(text); };
    row("TANAP is full. The pipeline will be extended in 2027.");
    row("TANAP is full. It carries 16 bcm.");
    row("TANAP is full. That pipeline, people say, was expensive to build.");
    row("TANAP is full. Nobody minds. The pipeline will be extended.");
    row("TANAP is full.\nThe pipeline will be extended in 2027.");
    row("TANAP загружен. Газопровод построили быстро.");
    row("TANAP doludur və bu. Bu kəmər 2018-ci ildə tikilib.");
    row("TANAP dolu ve bu. Boru hattı 2018'de açıldı.");
    row("TANAP-ը լցված է։ Գազատարը կառուցվել է 2018 թվականին։");
    row("TANAP სავსეა. გაზსადენი 2018 წელს აშენდა.");
}

void SuggesterTest::goesOn()
{
    QFETCH(QString, text);
    QVERIFY(lastOf(text).contains(QStringLiteral("southern-gas-corridor")));
    const auto suggestions = suggester().suggest(text);
    QVERIFY(suggestions.back().goesOn && !suggestions.front().goesOn);
    QVERIFY(suggestions.back().subjects.front().score < suggestions.front().subjects.front().score);
}

void SuggesterTest::doesNotGoOn_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << fromUtf8(text); };
    row("TANAP is full. The railway will be extended in 2027.");              // another kind of way
    row("TANAP is full. Another pipeline will be built in Peru.");            // said to be another
    row("TANAP is full. The BTC pipeline carries oil. The pipeline is long.");// another route between
    row("TANAP is full. The Keystone pipeline will be extended.");            // a name we do not know
    row("TANAP is full.\nOther news\nThe pipeline will be extended.");        // a heading between
    row("TANAP is full. He left. She slept. Rain fell. Night came. Dogs barked. The pipeline was extended.");
    row("TANAP is full. More gas comes from Norway.");
    row("TANAP is full. Norway's gas is cheaper.");
    row("TANAP is full. They had a picnic.");
    row("TANAP is full. The front line moved.");
}

void SuggesterTest::doesNotGoOn()
{
    QFETCH(QString, text);
    const QStringList ids = lastOf(text);
    QVERIFY2(!ids.contains(QStringLiteral("southern-gas-corridor")), qPrintable(ids.join(u' ')));
}

void SuggesterTest::offsetsInCodePoints()
{
    const QString text = fromUtf8("\xf0\x9f\x9a\x82\xf0\x9f\x9a\x82 x. TANAP is here. \xf0\x9f\x9a\x82 TAP carries gas.");
    const auto suggestions = suggester().suggest(text);
    QCOMPARE(suggestions.size(), std::size_t(2));
    for (const Suggestion &s : suggestions) {
        const QList<uint> part = text.toUcs4().mid(s.startCodePoint, s.endCodePoint - s.startCodePoint);
        QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(part.constData()), part.size()), text.mid(s.start, s.end - s.start));
    }
}

void SuggesterTest::scoresAreSane()
{
    const auto suggestions = suggester().suggest(fromUtf8(
        "The Middle Corridor, TANAP, TAP, BTK and the Zangezur corridor meet near Baku and Tbilisi, where trains, ferries and gas from Aktau "
        "to Alat and from Kars to Gyumri via Meghri pass. The line goes on."));
    for (const Suggestion &suggestion : suggestions) {
        double before = 1;
        QStringList seen;
        for (const SubjectScore &subject : suggestion.subjects) {
            QVERIFY(subject.score >= 0 && subject.score <= before);
            QVERIFY(test::realAtlas()->knows(subject.id));
            QVERIFY(!seen.contains(subject.id));
            seen << subject.id;
            before = subject.score;
        }
    }
}

void SuggesterTest::hostileTexts_data()
{
    QTest::addColumn<QString>("text");
    constexpr int million = 1'000'000;
    QTest::newRow("empty") << QString();
    QTest::newRow("no blanks") << QString(million, u'a');
    QTest::newRow("one name without blanks") << QStringLiteral("TANAP").repeated(million / 5);
    QTest::newRow("marks only") << QString(million, QChar(0x301));
    QTest::newRow("marks on a name") << QStringLiteral("Kars") + QString(million, QChar(0x301));
    QTest::newRow("apostrophes") << QStringLiteral("a'").repeated(million / 2);
    QTest::newRow("lone surrogates") << QString(million, QChar(0xd83d));
    QTest::newRow("full stops") << QString(million, u'.');
    QTest::newRow("units") << QStringLiteral("km.").repeated(million / 3);
    QTest::newRow("units apart") << QStringLiteral("km. ").repeated(million / 4);
    QTest::newRow("numbers and units") << QStringLiteral("5 млн. т. ").repeated(million / 10);
    QTest::newRow("quotation marks") << QStringLiteral("“ ”").repeated(million / 3);
    QTest::newRow("a hundred thousand names in one sentence") << QStringLiteral("Kars–Gyumri, Meghri, TANAP, ").repeated(25'000);
    QTest::newRow("a hundred thousand names joined") << QStringLiteral("Baku–Tbilisi–").repeated(50'000);
    QTest::newRow("beginnings of names") << QStringLiteral("Trump Route for International Peace and ").repeated(25'000);
    QTest::newRow("heads") << QStringLiteral("TANAP. ") + QStringLiteral("the pipeline ").repeated(80'000);
    QTest::newRow("terms") << QStringLiteral("railway ").repeated(120'000);
    QTest::newRow("lines") << QString(million, u'\n');
    QTest::newRow("short lines") << QStringLiteral("x\n\n").repeated(million / 3);
    QTest::newRow("controls") << QString(million, QChar(0));
}

void SuggesterTest::hostileTexts()
{
    // Bounded work is seen by the test's time limit, not asserted.
    QFETCH(QString, text);
    const ArticleText article = ArticleText::fromPlainText(text);
    for (const Suggestion &suggestion : suggester().suggest(article)) {
        QVERIFY(suggestion.start >= 0 && suggestion.start < suggestion.end && suggestion.end <= article.text.size());
        QVERIFY(suggestion.subjects.size() < 200);
    }
}

void SuggesterTest::threadsShareOne()
{
    const QString text = QStringLiteral("The Horadiz–Aghband railway is nearly done. The line is long. TAP carries gas.\n").repeated(50);
    const std::size_t expected = suggester().suggest(text).size();
    std::vector<std::size_t> counts(4);
    std::vector<std::thread> threads;
    for (std::size_t &count : counts)
        threads.emplace_back([&count, &text] { count = suggester().suggest(text).size(); });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(counts, std::vector<std::size_t>(4, expected));
}

void SuggesterTest::anEmptyAtlasSuggestsNothing()
{
    const Suggester none(std::make_shared<const Atlas>(AtlasData()));
    QVERIFY(none.suggest(QStringLiteral("TANAP and the Zangezur corridor, wheat by train to Armenia, from Kars to Gyumri by rail.")).empty());
}

QTEST_APPLESS_MAIN(SuggesterTest)
#include "SuggesterTest.moc"
