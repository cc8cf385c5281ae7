// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Normaliser.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace ca;

namespace {

/// Characters that the rules treat, letters of the region's scripts, marks that compose or not,
/// conjoining Hangul, a singleton (U+212B) and pairs beyond the BMP.
const QList<uint> &alphabet()
{
    static const QList<uint> points = QString(QStringLiteral("abZ .,\n\t-'\"`")
        + QString::fromUtf8("\u00a0\u00ad\u200b\u200d\ufeff\u2060\u2028\u2018\u201d\u00ab\u02bc\u2013\u2014\u2212\u2026"
                            "\u0259\u0131\u015f\u011f\u0565\u0582\u0587\u10d0\u10ef\u0439\u0451\u0301\u0306\u0323\u0327"
                            "\u00e9\u1e69\u212b\u1100\u1161\u11a8\uac00\u09c7\u09be\u1fef\U0001d11e\U0001f600")).toUcs4();
    return points;
}

QString randomText(QRandomGenerator &random, int longest)
{
    QString text;
    const int length = random.bounded(longest + 1);
    for (int i = 0; i < length; ++i) {
        const char32_t point = alphabet()[random.bounded(static_cast<int>(alphabet().size()))];
        text += QString::fromUcs4(&point, 1);
    }
    return text;
}

/// The rules once more, as plain replacements one after the other.
QString byReplacement(const QString &text)
{
    QString t = text.normalized(QString::NormalizationForm_C);
    t.remove(QRegularExpression(QStringLiteral("[\u00AD\u200B\u200C\u200D\u2060\uFEFF]")));
    t.replace(QRegularExpression(QStringLiteral("['\"`\u00B4\u2018-\u201F\u2032-\u2036\u00AB\u00BB\u2039\u203A\u02BC\uFF02\uFF07]+")),
              QStringLiteral("'"));
    const QString space = QStringLiteral("[\t\n\u000B\u000C\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]*");
    t.replace(QRegularExpression(QStringLiteral("%1([-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+%1)+").arg(space)), QStringLiteral("-"));
    t.replace(QChar(0x2026), QStringLiteral("..."));
    return t.simplified();
}

} // namespace

class NormaliserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheRules_data();
    void followsTheRules();
    void digestIsOfTheUtf8();
    void originLeadsBackToTheCharacter();
    void sourceRangeLeavesOutWhatWasJoined_data();
    void sourceRangeLeavesOutWhatWasJoined();
    void sourceRangeClampsOffsets();
    void randomTextAgreesWithTheRulesOneByOne();
    void loneSurrogatesPass();
    void randomMapAscendsAndSlicesMapBack();
};

void NormaliserTest::followsTheRules_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *input, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(input) << QString::fromUtf8(expected);
    };
    row("empty", "", "");
    row("nothing to do", "Two trains a day.", "Two trains a day.");
    row("decomposed to composed", "Nu\u0308vedi", "N\u00fcvedi");
    row("composed stays", "N\u00fcvedi", "N\u00fcvedi");
    row("marks in canonical order", "s\u0307\u0323", "\u1e69");
    row("singleton", "5 \u212b", "5 \u00c5");
    row("soft hyphen in a word", "rail\u00adway", "railway");
    row("invisible ones", "\ufeffrail\u200b\u200c\u200d\u2060way", "railway");
    row("no-break and thin space", "43\u00a0km\u202fof\u2009track", "43 km of track");
    row("line ends", "one\r\ntwo\nthree\u2028four", "one two three four");
    row("white space at the ends", " \t one \n", "one");
    row("quotation marks", "\u201cso\u201d \u00abso\u00bb \u201eso\u201f \"so\" \u2039so\u203a", "'so' 'so' 'so' 'so' 'so'");
    row("apostrophes", "it's it\u2019s it`s it\u00b4s it\u02bcs it\u2032s it\uff07s", "it's it's it's it's it's it's it's");
    row("a run of quotation marks", "\u2018\u201cso\u201d\u2019", "'so'");
    row("quotation marks apart are no run", "' '", "' '");
    row("soft hyphen within a run of quotation marks", "\"\u00ad'so", "'so");
    row("dash with spaces", "a port \u2014 and a line", "a port-and a line");
    row("dash without spaces", "a port\u2014and a line", "a port-and a line");
    row("every dash", "1\u20102\u20113\u20124\u20135\u20146\u20157\u22128\ufe589\ufe630\uff0d1", "1-2-3-4-5-6-7-8-9-0-1");
    row("a run of dashes", "so -- or --- so", "so-or-so");
    row("a run of dashes with spaces", "so - \u2013 so", "so-so");
    row("dash at the ends", " - so - ", "-so-");
    row("dash before a line end", "so \u2014\nor so", "so-or so");
    row("ellipsis", "and so on\u2026", "and so on...");
    row("Azerbaijani", "Z\u0259ng\u0259zur d\u0259hlizi \u2013 M\u0259hri", "Z\u0259ng\u0259zur d\u0259hlizi-M\u0259hri");
    row("Armenian", "\u0544\u0565\u0572\u0580\u056b\u055d \u00ab\u0569\u0580\u056b\u0583\u00bb",
        "\u0544\u0565\u0572\u0580\u056b\u055d '\u0569\u0580\u056b\u0583'");
    row("Georgian", "\u10e4\u10dd\u10d7\u10d8 \u2015 \u10d1\u10d0\u10d7\u10e3\u10db\u10d8", "\u10e4\u10dd\u10d7\u10d8-\u10d1\u10d0\u10d7\u10e3\u10db\u10d8");
    row("Cyrillic decomposed", "\u0438\u0306", "\u0439");
    row("case and letters stay", "\u0130REVAN \u0131", "\u0130REVAN \u0131");
    row("conjoining Hangul", "\u1100\u1161\u11a8", "\uac01");
    row("file separator is no white space", "a\x1c" "b", "a\x1c" "b");
}

void NormaliserTest::followsTheRules()
{
    QFETCH(QString, input);
    const NormalisedText normalised = normalise(input);
    QTEST(normalised.text, "expected");
    QCOMPARE(normalised.origin.size(), static_cast<std::size_t>(normalised.text.size()) + 1);
    QCOMPARE(normalised.origin.back(), static_cast<int>(input.size()));
}

void NormaliserTest::digestIsOfTheUtf8()
{
    QCOMPARE(digest(QString()), QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(digest(QStringLiteral("abc")), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    // printf 'M\xc9\x99hri' | sha256sum
    QCOMPARE(digest(QString::fromUtf8("M\u0259hri")), QStringLiteral("028c71ba229a0c43f9fb721579e016fb9f5d4dd4aeb6528ef2bbdd3fdadbee75"));
    QCOMPARE(digest(normalise(QString::fromUtf8("\u201cso\u201d \u2014 so")).text), digest(QStringLiteral("'so'-so")));
}

void NormaliserTest::originLeadsBackToTheCharacter()
{
    const QString source = QString::fromUtf8(" a\u00ad  u\u0308 \u2014 \u2026b ");
    const NormalisedText normalised = normalise(source);
    QCOMPARE(normalised.text, QString::fromUtf8("a \u00fc-...b"));
    QCOMPARE(normalised.origin, (std::vector<int>{1, 3, 5, 7, 10, 10, 10, 11, 13}));
}

void NormaliserTest::sourceRangeLeavesOutWhatWasJoined_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("sought");    // normalised
    QTest::addColumn<QString>("expected");  // as it stands in the source
    const auto row = [](const char *name, const char *source, const char *sought, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(sought) << QString::fromUtf8(expected);
    };
    row("soft hyphen before the end", "rail\u00adway line", "railway", "rail\u00adway");
    row("soft hyphen after the end", "by rail\u00ad way", "rail", "rail");
    row("spaces after the end", "by rail  \n and road", "by rail", "by rail");
    row("decomposed last letter", "at Nu\u0308 now", "at N\u00fc", "at Nu\u0308");
    row("run of quotation marks at the end", "the \u201c\u2018so\u2019\u201d end", "'so'", "\u201c\u2018so\u2019\u201d");
    row("dash at the start", "so \u2014 or so", "-or", "\u2014 or");
    row("dash at the end", "so \u2014 or so", "so-", "so \u2014");
    row("part of an ellipsis", "so\u2026 on", "so.", "so\u2026");
    row("pair", "a \U0001f600 b", "\U0001f600", "\U0001f600");
}

void NormaliserTest::sourceRangeLeavesOutWhatWasJoined()
{
    QFETCH(QString, source);
    QFETCH(QString, sought);
    const NormalisedText normalised = normalise(source);
    const int at = static_cast<int>(normalised.text.indexOf(sought));
    QVERIFY(at >= 0);
    const TextRange range = normalised.sourceRange(source, at, static_cast<int>(sought.size()));
    QTEST(source.mid(range.start, range.length), "expected");
}

void NormaliserTest::sourceRangeClampsOffsets()
{
    const QString source = QStringLiteral("  so  ");
    const NormalisedText normalised = normalise(source);
    QCOMPARE(normalised.sourceRange(source, 0, 99), (TextRange{2, 2}));
    QCOMPARE(normalised.sourceRange(source, 9, 1).length, 0);
    QCOMPARE(normalised.sourceRange(source, -3, 4), (TextRange{2, 2}));
    QCOMPARE(normalised.sourceRange(source, 1, std::numeric_limits<int>::max()), (TextRange{3, 1}));
    QCOMPARE(normalise(QString()).sourceRange(QString(), 0, 1), (TextRange{0, 0}));
}

void NormaliserTest::randomTextAgreesWithTheRulesOneByOne()
{
    QRandomGenerator random(20251021);
    for (int round = 0; round < 20000; ++round) {
        const QString source = randomText(random, 24);
        QCOMPARE(normalise(source).text, byReplacement(source));
    }
}

void NormaliserTest::loneSurrogatesPass()
{
    const QString source = QString(u'a') + QChar(0xD834) + QStringLiteral("b ") + QChar(0xDD1E);
    QCOMPARE(normalise(source).text, source);
    QCOMPARE(normalise(source).origin, (std::vector<int>{0, 1, 2, 3, 4, 5}));
}

void NormaliserTest::randomMapAscendsAndSlicesMapBack()
{
    QRandomGenerator random(8082025);
    for (int round = 0; round < 20000; ++round) {
        const QString source = randomText(random, 24);
        const NormalisedText n = normalise(source);
        QVERIFY(std::is_sorted(n.origin.begin(), n.origin.end()));
        QCOMPARE(n.origin.size(), static_cast<std::size_t>(n.text.size()) + 1);
        const int size = static_cast<int>(n.text.size());
        const int start = random.bounded(size + 1);
        const int stop = start + random.bounded(size - start + 1);
        const auto cutsCharacter = [&n, size](int i) {
            const auto at = static_cast<std::size_t>(i);
            return i > 0 && i < size && (n.origin[at] == n.origin[at - 1] || n.text[i].isLowSurrogate());
        };
        if (cutsCharacter(start) || cutsCharacter(stop))
            continue;
        const TextRange range = n.sourceRange(source, start, stop - start);
        QVERIFY(range.start >= 0 && range.length >= 0 && range.end() <= source.size());
        QCOMPARE(normalise(source.mid(range.start, range.length)).text, n.text.mid(start, stop - start).trimmed());
    }
}

QTEST_APPLESS_MAIN(NormaliserTest)
#include "NormaliserTest.moc"
