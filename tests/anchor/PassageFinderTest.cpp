// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/PassageFinder.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ca;

namespace {

// An article of our own about places that do not exist.
const QString heading = QStringLiteral("A note on an invented railway");
const QString opening = QString::fromUtf8(
    "The line from Lowport to Highfield was opened in May. It carries 12 trains a day, and \"not one more\", its owner "
    "says - for now... Nobody lives along it.");
const QString middle = QString::fromUtf8(
    "Freight is another matter: the quarry at Z\u00fcrn\u0259k sends 3,500 tonnes a week. It isn't enough to pay for the "
    "bridge. The bridge took six years to build.");
const QString closing = QStringLiteral(
    "A second track is planned. The owner of the line has not said when it will be laid, or by whom.");

const QString trains = QStringLiteral("It carries 12 trains a day, and \"not one more\", its owner says - for now...");
const QString quarry = QString::fromUtf8("Freight is another matter: the quarry at Z\u00fcrn\u0259k sends 3,500 tonnes a week.");
const QString owner = QStringLiteral("The owner of the line has not said when it will be laid, or by whom.");

QString article(const QStringList &paragraphs = {heading, opening, middle, closing}, const QString &between = QStringLiteral("\n"))
{
    return paragraphs.join(between) + u'\n';
}

Passage passageOf(const QString &text, int paragraph)
{
    const QStringList words = text.split(u' ');
    Passage passage;
    passage.paragraph = paragraph;
    passage.firstWords = words.mid(0, 4).join(u' ');
    passage.lastWords = words.mid(words.size() - std::min<qsizetype>(3, words.size())).join(u' ');
    passage.wordCount = static_cast<int>(words.size());
    passage.sha256 = digest(normalise(text).text);
    return passage;
}

FoundPassage find(const QString &raw, const Passage &passage)
{
    return findPassage(ArticleText::fromPlainText(raw), passage);
}

QString wrap(const QString &paragraph, int width)
{
    QString out;
    int column = 0;
    for (const QString &word : paragraph.split(u' ')) {
        if (column + word.size() > width && column > 0) {
            out += u'\n';
            column = 0;
        } else if (!out.isEmpty()) {
            out += u' ';
        }
        out += word;
        column += static_cast<int>(word.size()) + 1;
    }
    return out;
}

QString wrapped(const QString &raw, int width, const QString &between)
{
    QStringList paragraphs = raw.split(u'\n', Qt::SkipEmptyParts);
    for (QString &paragraph : paragraphs)
        paragraph = wrap(paragraph, width);
    return paragraphs.join(between) + u'\n';
}

QString replaced(QString text, const QString &before, const QString &after)
{
    return text.replace(before, after);
}

} // namespace

class PassageFinderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhereItStands();
    void typographyDoesNotMatter_data();
    void typographyDoesNotMatter();
    void brokenLinesDoNotMatter_data();
    void brokenLinesDoNotMatter();
    void wrappedCopyWithoutItsHeadingIsMoved();
    void missingBoilerplateIsMoved();
    void splitParagraphIsMoved();
    void changedWordsAreNeverExact_data();
    void changedWordsAreNeverExact();
    void deletedIsOrphan();
    void orphanSaysWhatIsThere_data();
    void orphanSaysWhatIsThere();
    void sameWordsTwiceAreToldApartByParagraph();
    void sameWordsTwiceElsewhereAreAmbiguous();
    void sameAnchorsTwiceAreSettledByDigest();
    void changedTwiceIsAmbiguousUnlessOneIsAsLong();
    void fartherLastWordsCountWhenTheDigestAgrees();
    void anchorsEndAtWordBoundaries();
    void shortPassageMayHaveOverlappingAnchors();
    void otherRulesCannotBeCompared();
    void withoutAnchorsNothingIsFound();
    void repetitionWithoutEndIsBounded();
    void randomChangesAreNeverTakenForTheSame();
    void everyVerdictHasItsWord();
};

void PassageFinderTest::findsWhereItStands()
{
    const QString raw = article();
    const FoundPassage found = find(raw, passageOf(trains, 2));
    QCOMPARE(found.verdict, Verdict::Exact);
    QCOMPARE(raw.mid(found.start, found.length), trains);
    QCOMPARE(found.paragraph, 2);
    QVERIFY(found.reason.isEmpty());
}

void PassageFinderTest::typographyDoesNotMatter_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("stands");  // the passage as this copy has it
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << replaced(article(), before, after) << replaced(trains, before, after);
    };
    row("as it was", {}, {});
    row("curly quotation marks", QStringLiteral("\"not one more\""), QString::fromUtf8("\u201cnot one more\u201d"));
    row("nested quotation marks", QStringLiteral("\"not one more\""), QString::fromUtf8("\u00ab\u2018not one more\u2019\u00bb"));
    row("em dash", QStringLiteral("says - for"), QString::fromUtf8("says\u2014for"));
    row("no-break spaces", QStringLiteral("12 trains"), QString::fromUtf8("12\u00a0trains"));
    row("soft hyphen", QStringLiteral("carries"), QString::fromUtf8("car\u00adries"));
    row("double spaces", QStringLiteral(", "), QStringLiteral(",  "));
    row("ellipsis", QStringLiteral("..."), QString::fromUtf8("\u2026"));
    QTest::newRow("CR LF") << article().replace(u'\n', QStringLiteral("\r\n")) << trains;
    QTest::newRow("byte order mark") << QChar(0xFEFF) + article() << trains;
    QTest::newRow("empty lines between") << article({heading, opening, middle, closing}, QStringLiteral("\n\n")) << trains;
    QTest::newRow("line separators") << article().replace(u'\n', QChar(0x2028)) << trains;
    QTest::newRow("decomposed") << article().normalized(QString::NormalizationForm_D) << trains;
}

void PassageFinderTest::typographyDoesNotMatter()
{
    QFETCH(QString, raw);
    const ArticleText text = ArticleText::fromPlainText(raw);
    const FoundPassage found = findPassage(text, passageOf(trains, 2));
    QCOMPARE(found.verdict, Verdict::Exact);
    QTEST(text.text.mid(found.start, found.length), "stands");
    QCOMPARE(found.paragraph, 2);
    QCOMPARE(findPassage(text, passageOf(quarry, 3)).verdict, Verdict::Exact);
}

void PassageFinderTest::brokenLinesDoNotMatter_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("between");
    for (const int width : {10, 30, 60, 72}) {
        QTest::addRow("width %d, empty lines", width) << width << QStringLiteral("\n\n");
        QTest::addRow("width %d, no empty lines", width) << width << QStringLiteral("\n");
    }
}

void PassageFinderTest::brokenLinesDoNotMatter()
{
    QFETCH(int, width);
    QFETCH(QString, between);
    const ArticleText text = ArticleText::fromPlainText(wrapped(article(), width, between));
    for (const auto &[words, paragraph] : {std::pair(trains, 2), std::pair(quarry, 3), std::pair(owner, 4)}) {
        const FoundPassage found = findPassage(text, passageOf(words, paragraph));
        QCOMPARE(found.verdict, Verdict::Exact);
        QCOMPARE(text.text.mid(found.start, found.length).simplified(), words);
        QVERIFY(!found.reason.isEmpty());
    }
}

void PassageFinderTest::wrappedCopyWithoutItsHeadingIsMoved()
{
    const QString raw = wrapped(article({opening, middle, closing}), 40, QStringLiteral("\n\n"));
    const FoundPassage found = find(raw, passageOf(quarry, 3));
    QCOMPARE(found.verdict, Verdict::Moved);
    QCOMPARE(raw.mid(found.start, found.length).simplified(), quarry);
    QVERIFY2(found.reason.contains(QStringLiteral("2")), qPrintable(found.reason));
}

void PassageFinderTest::missingBoilerplateIsMoved()
{
    const QString raw = article({opening, middle, closing});
    const FoundPassage found = find(raw, passageOf(quarry, 3));
    QCOMPARE(found.verdict, Verdict::Moved);
    QCOMPARE(found.paragraph, 2);
    QCOMPARE(raw.mid(found.start, found.length), quarry);
    QVERIFY(!found.reason.isEmpty());
}

void PassageFinderTest::splitParagraphIsMoved()
{
    const QString raw = replaced(article({heading, opening, middle, closing}, QStringLiteral("\n\n")),
                                 QStringLiteral("a day, and"), QStringLiteral("a day,\n\nand"));
    const FoundPassage found = find(raw, passageOf(trains, 2));
    QCOMPARE(found.verdict, Verdict::Moved);
    QCOMPARE(raw.mid(found.start, found.length).simplified(), trains);
}

void PassageFinderTest::changedWordsAreNeverExact_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("a number") << QStringLiteral("3,500 tonnes") << QStringLiteral("3,600 tonnes");
    QTest::newRow("a decimal sign") << QStringLiteral("3,500 tonnes") << QStringLiteral("3.500 tonnes");
    QTest::newRow("a negation") << QStringLiteral("sends 3,500") << QStringLiteral("never sends 3,500");
    QTest::newRow("a letter's case") << QStringLiteral("quarry") << QStringLiteral("Quarry");
    QTest::newRow("an accent") << QString::fromUtf8("Z\u00fcrn\u0259k") << QString::fromUtf8("Zurn\u0259k");
    QTest::newRow("a hyphen lost") << QStringLiteral("matter: the") << QStringLiteral("matter the");
}

void PassageFinderTest::changedWordsAreNeverExact()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const QString raw = replaced(article(), before, after);
    const FoundPassage found = find(raw, passageOf(quarry, 3));
    if (before.contains(QStringLiteral("matter"))) {
        // The change lies in the first words themselves.
        QCOMPARE(found.verdict, Verdict::Orphan);
        return;
    }
    QCOMPARE(found.verdict, Verdict::Changed);
    QCOMPARE(raw.mid(found.start, found.length), replaced(quarry, before, after));
    QVERIFY(!found.reason.isEmpty());
}

void PassageFinderTest::deletedIsOrphan()
{
    const FoundPassage found = find(replaced(article(), trains, {}), passageOf(trains, 2));
    QCOMPARE(found.verdict, Verdict::Orphan);
    QCOMPARE(found.paragraph, 0);
    QCOMPARE(find(QString(), passageOf(trains, 2)).verdict, Verdict::Orphan);
}

void PassageFinderTest::orphanSaysWhatIsThere_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("part");
    QTest::newRow("only the first") << replaced(article(), QStringLiteral("a week"), QStringLiteral("a month"))
                                    << QStringLiteral("first words of the passage are");
    QTest::newRow("only the last") << replaced(article(), QStringLiteral("another matter"), QStringLiteral("different"))
                                   << QStringLiteral("last words of the passage are");
    QTest::newRow("neither") << heading << QStringLiteral("Neither");
    QTest::newRow("the wrong way round") << article({QStringLiteral("3,500 tonnes a week."), QStringLiteral("Freight is another matter: so")})
                                         << QStringLiteral("do not follow");
}

void PassageFinderTest::orphanSaysWhatIsThere()
{
    QFETCH(QString, raw);
    QFETCH(QString, part);
    const FoundPassage found = find(raw, passageOf(quarry, 3));
    QCOMPARE(found.verdict, Verdict::Orphan);
    QVERIFY2(found.reason.contains(part), qPrintable(found.reason));
}

void PassageFinderTest::sameWordsTwiceAreToldApartByParagraph()
{
    const QString raw = article({quarry, opening, middle, quarry});
    QCOMPARE(find(raw, passageOf(quarry, 3)).paragraph, 3);
    QCOMPARE(find(raw, passageOf(quarry, 3)).verdict, Verdict::Exact);
    QCOMPARE(find(raw, passageOf(quarry, 4)).paragraph, 4);
}

void PassageFinderTest::sameWordsTwiceElsewhereAreAmbiguous()
{
    const FoundPassage elsewhere = find(article({quarry, opening, closing, quarry}), passageOf(quarry, 3));
    QCOMPARE(elsewhere.verdict, Verdict::Ambiguous);
    QCOMPARE(elsewhere.paragraph, 1);
    const FoundPassage within = find(article({heading, opening, quarry + u' ' + quarry}), passageOf(quarry, 3));
    QCOMPARE(within.verdict, Verdict::Ambiguous);
}

void PassageFinderTest::sameAnchorsTwiceAreSettledByDigest()
{
    const QString decoy = replaced(quarry, QStringLiteral("3,500"), QStringLiteral("4,100"));
    const QString before = article({heading, opening, decoy + u' ' + quarry});
    const FoundPassage second = find(before, passageOf(quarry, 3));
    QCOMPARE(second.verdict, Verdict::Exact);
    QCOMPARE(second.start, static_cast<int>(before.lastIndexOf(quarry)));
    // The digest outweighs the stated paragraph.
    const FoundPassage moved = find(article({heading, quarry, decoy}), passageOf(quarry, 3));
    QCOMPARE(moved.verdict, Verdict::Moved);
    QCOMPARE(moved.paragraph, 2);
}

void PassageFinderTest::changedTwiceIsAmbiguousUnlessOneIsAsLong()
{
    const QString other = replaced(quarry, QStringLiteral("3,500"), QStringLiteral("4,100"));
    const QString third = replaced(quarry, QStringLiteral("3,500"), QStringLiteral("5,000"));
    const QString longer = replaced(quarry, QStringLiteral("sends"), QStringLiteral("hardly ever sends"));
    QCOMPARE(find(article({heading, opening, other + u' ' + third}), passageOf(quarry, 3)).verdict, Verdict::Ambiguous);
    const QString raw = article({heading, opening, longer + u' ' + other});
    const FoundPassage found = find(raw, passageOf(quarry, 3));
    QCOMPARE(found.verdict, Verdict::Changed);
    QCOMPARE(raw.mid(found.start, found.length), other);
}

void PassageFinderTest::fartherLastWordsCountWhenTheDigestAgrees()
{
    const QString both = QStringLiteral("One hall stood by the old bridge, the other by the old bridge, they say, by the old bridge,");
    const QString raw = article({both + QStringLiteral(" too.")});
    Passage passage = passageOf(both, 1);
    const FoundPassage found = find(raw, passage);
    QCOMPARE(found.verdict, Verdict::Exact);
    QCOMPARE(raw.mid(found.start, found.length), both);
    // Without the digest the nearest last words are taken.
    passage.sha256 = digest(QStringLiteral("something else"));
    const FoundPassage nearest = find(raw, passage);
    QCOMPARE(nearest.verdict, Verdict::Changed);
    QCOMPARE(raw.mid(nearest.start, nearest.length), QStringLiteral("One hall stood by the old bridge,"));
}

void PassageFinderTest::anchorsEndAtWordBoundaries()
{
    Passage passage;
    passage.paragraph = 1;
    passage.firstWords = QStringLiteral("line");
    passage.lastWords = QStringLiteral("in 2");
    passage.wordCount = 4;
    passage.sha256 = digest(QStringLiteral("line ends in 2"));
    const QString raw = QStringLiteral("An airline's liner costs in 2.5 or in 2,000 days. The line ends in 2, they say.");
    const FoundPassage found = find(raw, passage);
    QCOMPARE(found.verdict, Verdict::Exact);
    QCOMPARE(found.start, static_cast<int>(raw.indexOf(QStringLiteral("line ends"))));
    passage.lastWords = QStringLiteral("line");
    QCOMPARE(find(QStringLiteral("An airline's liner."), passage).verdict, Verdict::Orphan);
    QCOMPARE(find(QString::fromUtf8("The line\u2019s end."), passage).verdict, Verdict::Orphan);
}

void PassageFinderTest::shortPassageMayHaveOverlappingAnchors()
{
    for (const QString &words : {QStringLiteral("A second track is planned."), QStringLiteral("A second track"), QStringLiteral("planned.")}) {
        const FoundPassage found = find(article(), passageOf(words, 4));
        QCOMPARE(found.verdict, Verdict::Exact);
        QCOMPARE(found.length, static_cast<int>(words.size()));
    }
}

void PassageFinderTest::otherRulesCannotBeCompared()
{
    Passage passage = passageOf(quarry, 3);
    passage.normalisation = normalisationVersion + 1;
    const FoundPassage found = find(article(), passage);
    QCOMPARE(found.verdict, Verdict::Changed);
    QVERIFY(found.reason.contains(QString::number(passage.normalisation)));
}

void PassageFinderTest::withoutAnchorsNothingIsFound()
{
    Passage passage = passageOf(quarry, 3);
    passage.lastWords.clear();
    QCOMPARE(find(article(), passage).verdict, Verdict::Orphan);
    passage = passageOf(quarry, 3);
    passage.firstWords = QString::fromUtf8(" \u00ad");
    QCOMPARE(find(article(), passage).verdict, Verdict::Orphan);
}

void PassageFinderTest::repetitionWithoutEndIsBounded()
{
    const FoundPassage found = find(QStringLiteral("so it is and ").repeated(50000), passageOf(QStringLiteral("so it is and so it is and so it is"), 1));
    QCOMPARE(found.verdict, Verdict::Ambiguous);
}

void PassageFinderTest::randomChangesAreNeverTakenForTheSame()
{
    QRandomGenerator random(907);
    const QString letters = QString::fromUtf8("abc XYZ 0123.,'\"-\u2014\u2019\n\u00ad\u0259");
    const QList<std::pair<QString, int>> passages{{trains, 2}, {quarry, 3}, {owner, 4}};
    int same = 0;
    for (int round = 0; round < 6000; ++round) {
        QString raw = article();
        for (int changes = random.bounded(1, 6); changes > 0; --changes) {
            const auto at = random.bounded(static_cast<int>(raw.size()));
            raw.replace(at, random.bounded(3), QString(random.bounded(2), letters[random.bounded(static_cast<int>(letters.size()))]));
        }
        const PassageFinder finder(ArticleText::fromPlainText(raw));
        for (const auto &[words, paragraph] : passages) {
            const FoundPassage found = finder.find(passageOf(words, paragraph));
            const QString stands = finder.article().text.mid(found.start, found.length);
            const bool agrees = found.verdict == Verdict::Exact || found.verdict == Verdict::Moved;
            same += agrees ? 1 : 0;
            if (agrees)
                QCOMPARE(normalise(stands).text, normalise(words).text);
            if (found.verdict == Verdict::Changed)
                QVERIFY(normalise(stands).text != normalise(words).text);
        }
    }
    QVERIFY2(same > 3000, "most single changes lie outside a passage");
}

void PassageFinderTest::everyVerdictHasItsWord()
{
    const QList<Verdict> all{Verdict::Exact, Verdict::Moved, Verdict::Changed, Verdict::Ambiguous, Verdict::Orphan};
    QStringList ids;
    for (const Verdict verdict : all) {
        ids << verdictId(verdict);
        QVERIFY(!verdictTitle(verdict).isEmpty());
    }
    QCOMPARE(ids.join(u' '), QStringLiteral("exact moved changed ambiguous orphan"));
}

QTEST_APPLESS_MAIN(PassageFinderTest)
#include "PassageFinderTest.moc"
