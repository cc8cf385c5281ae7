// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/AnchorFinder.h"

#include <QTest>

#include <limits>

using namespace ca;

namespace {

const QString heading = QStringLiteral("A note on an invented railway");
const QString first = QString::fromUtf8("The line from Lowport to Highfield was opened in May 1974. It carries 12 trains a day, "
                                        "and \"not one more\", its owner says – for now. Nobody lives along it.");
const QString second = QString::fromUtf8("Freight is another matter: the quarry at Zürnək sends 3,500 tonnes a week by rail. It isn't "
                                         "enough to pay for the bridge across the infrastructure yard. The bridge took six years to build.");
const QString third = QStringLiteral("A second track is planned. The owner of the line has not said when it will be laid, or by whom.");
const QString quarry = QString::fromUtf8("the quarry at Zürnək sends 3,500 tonnes a week by rail");

QString article()
{
    return QStringList{heading, first, second, third}.join(u'\n') + u'\n';
}

AnchorFinder finderOf(const QString &text)
{
    return AnchorFinder(ArticleText::fromPlainText(text));
}

TextAnchor anchorOf(const QString &text, const QString &quote, int from = 0)
{
    const auto at = static_cast<int>(text.indexOf(quote, from));
    return *finderOf(text).make({at, static_cast<int>(quote.size())});
}

AnchorMatch find(const QString &copy, const TextAnchor &anchor)
{
    return finderOf(copy).find(anchor);
}

QString with(QString text, const QString &before, const QString &after)
{
    return text.replace(before, after);
}

QString textAt(const QString &copy, TextRange range)
{
    return ArticleText::fromPlainText(copy).text.mid(range.start, range.length);
}

} // namespace

class AnchorFinderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anchorHoldsWordsAndContext();
    void anchorCountsCodePoints();
    void anchorKeepsGraphemeClusters();
    void anchorOfNothingFails_data();
    void anchorOfNothingFails();
    void fewWordsAreWarnedOf();
    void wordsThatStandTwiceGetMoreContext();
    void foundWhereTheyStand();
    void sameWords_data();
    void sameWords();
    void changedWords_data();
    void changedWords();
    void differencesPointIntoTheCopy();
    void movedSaysWhatDiffers();
    void removedIsOrphan();
    void nearTwinIsNotTaken();
    void twinWithoutItsPlaceIsAmbiguous();
    void twinsAreToldByContext();
    void copiedParagraphIsAmbiguous();
    void partOfTheSentencesIsChanged();
    void aPartOfAWordIsFoundInItsPlace();
    void aNumberCutOffIsNotTheSame();
    void bareQuotation();
    void otherRulesAreNeverExact();
    void emptyAnchorIsOrphan();
    void repetitionWithoutEndIsBounded_data();
    void repetitionWithoutEndIsBounded();
    void reviewPutsTheWorstFirst();
    void differencesBetweenCopies();
};

void AnchorFinderTest::anchorHoldsWordsAndContext()
{
    const TextAnchor anchor = anchorOf(article(), QStringLiteral("not one more"));
    QCOMPARE(anchor.exact, QStringLiteral("not one more"));
    QCOMPARE(anchor.prefix, QStringLiteral("74. It carries 12 trains a day, and '").right(32));
    QCOMPARE(anchor.suffix.size(), 32);
    QVERIFY(anchor.suffix.startsWith(QStringLiteral("', its owner says-for now.")));
    QCOMPARE(normalise(article()).text.mid(anchor.start, anchor.end - anchor.start), anchor.exact);
    const TextAnchor start = anchorOf(article(), heading);
    QVERIFY(start.prefix.isEmpty());
    QCOMPARE(start.start, 0);
}

void AnchorFinderTest::anchorCountsCodePoints()
{
    const QString text = QString::fromUtf8("Two 🚂🚂 engines stand in the yard all day");
    const TextAnchor anchor = anchorOf(text, QStringLiteral("stand in the yard"));
    QCOMPARE(anchor.start, 15);
    QCOMPARE(anchor.end, 32);
    QCOMPARE(find(text, anchor).verdict, Verdict::Exact);
}

void AnchorFinderTest::anchorKeepsGraphemeClusters()
{
    const QString text = QString::fromUtf8("A q\u0323\u0307 in a word and a family 👩‍👧 here");
    const auto at = static_cast<int>(text.indexOf(u'q'));
    QCOMPARE(finderOf(text).make({at + 1, 1})->exact, normalise(text.mid(at, 3)).text);
    const auto woman = static_cast<int>(text.indexOf(QString::fromUtf8("👩")));
    QCOMPARE(finderOf(text).make({woman + 1, 1})->exact, normalise(QString::fromUtf8("👩‍👧")).text);
}

void AnchorFinderTest::anchorOfNothingFails_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::newRow("empty") << 3 << 0;
    QTest::newRow("a blank") << 1 << 1;
    QTest::newRow("before the text") << -1 << 3;
    QTest::newRow("beyond the text") << 2 << 1000000;
    QTest::newRow("overflow") << 5 << std::numeric_limits<int>::max();
}

void AnchorFinderTest::anchorOfNothingFails()
{
    QFETCH(int, start);
    QFETCH(int, length);
    const Result<TextAnchor> made = finderOf(article()).make({start, length});
    QVERIFY(!made.ok());
    QVERIFY(!made.error().message.isEmpty());
}

void AnchorFinderTest::fewWordsAreWarnedOf()
{
    const AnchorFinder finder = finderOf(article());
    QVERIFY(finder.make({0, static_cast<int>(heading.size())})->exact == heading);
    QVERIFY(finder.make({0, static_cast<int>(heading.size())}).warnings().isEmpty());
    QCOMPARE(finder.make({0, 6}).warnings().size(), 1);
}

void AnchorFinderTest::wordsThatStandTwiceGetMoreContext()
{
    QCOMPARE(anchorOf(article(), quarry).prefix.size(), 32);
    QVERIFY(anchorOf(article() + article(), quarry).prefix.size() > 32);
}

void AnchorFinderTest::foundWhereTheyStand()
{
    const AnchorMatch match = find(article(), anchorOf(article(), quarry));
    QCOMPARE(match.verdict, Verdict::Exact);
    QCOMPARE(textAt(article(), match.range), quarry);
    QCOMPARE(match.score, 1.0);
    QVERIFY(match.reason.isEmpty() && match.others.empty() && match.differences.empty());
}

void AnchorFinderTest::sameWords_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("copy");
    const QString bridge = QStringLiteral("pay for the bridge across the infrastructure yard.");
    const auto row = [](const char *name, const QString &quote, const QString &copy) { QTest::newRow(name) << quote << copy; };
    row("hyphen at a line's end", bridge, with(article(), QStringLiteral("infrastructure"), QStringLiteral("infra-\nstructure")));
    row("soft hyphen at a line's end", bridge, with(article(), QStringLiteral("infrastructure"), QString::fromUtf8("infra\u00AD\nstructure")));
    row("page break", bridge, with(article(), QStringLiteral("across the "), QStringLiteral("across the\n\n17\n\f")));
    row("page break in a word", bridge, with(article(), QStringLiteral("infrastructure"), QStringLiteral("infra-\n\n17\n\fstructure")));
    row("ligature", first, with(article(), QStringLiteral("fi"), QString::fromUtf8("ﬁ")));
    row("footnotes", quarry, with(article(), QStringLiteral("tonnes a"), QStringLiteral("tonnes[14] a")));
    row("raised footnote", quarry, with(article(), QStringLiteral("tonnes a"), QString::fromUtf8("tonnes¹⁴ a")));
    row("full-width figures", quarry, with(article(), QStringLiteral("3,500"), QString::fromUtf8("３,５００")));
    row("capitals", heading, with(article(), heading, heading.toUpper()));
    row("paragraphs merged", first + u'\n' + second, with(article(), QStringLiteral("\n"), QStringLiteral(" ")));
    row("bullets", first + u'\n' + second, with(article(), QStringLiteral("\n"), QString::fromUtf8("\n• ")));
    row("guillemets", first, with(with(article(), QStringLiteral("\"not"), QString::fromUtf8("«not")), QStringLiteral("more\""), QString::fromUtf8("more»")));
}

void AnchorFinderTest::sameWords()
{
    QFETCH(QString, quote);
    QFETCH(QString, copy);
    const AnchorMatch match = find(copy, anchorOf(article(), quote));
    QVERIFY2(match.verdict == Verdict::Exact, qPrintable(verdictId(match.verdict) + match.reason));
}

void AnchorFinderTest::changedWords_data()
{
    using Matter = AnchorDifference::Matter;
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<Matter>("matter");
    const auto row = [](const char *name, const QString &before, const QString &after, Matter matter) { QTest::newRow(name) << before << after << matter; };
    row("number", QStringLiteral("3,500"), QStringLiteral("3,600"), Matter::Number);
    row("decimal point", QStringLiteral("3,500"), QStringLiteral("3.500"), Matter::Number);
    row("negation added", QStringLiteral("sends"), QStringLiteral("never sends"), Matter::Negation);
    row("negation in Russian", QStringLiteral("sends"), QStringLiteral("не sends"), Matter::Negation);
    row("negation in Turkish", QStringLiteral("sends"), QStringLiteral("değil sends"), Matter::Negation);
    row("negation in Armenian", QStringLiteral("sends"), QString::fromUtf8("ոչ sends"), Matter::Negation);
    row("unit", QStringLiteral("tonnes"), QStringLiteral("miles"), Matter::Unit);
    row("word", QStringLiteral("quarry"), QStringLiteral("mine"), Matter::Words);
    row("look-alike letter", QStringLiteral("quarry"), QString::fromUtf8("quаrry"), Matter::Words);
    row("case", QStringLiteral("quarry"), QStringLiteral("Quarry"), Matter::Case);
    row("mark", QStringLiteral("week by"), QStringLiteral("week, by"), Matter::Punctuation);
}

void AnchorFinderTest::changedWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(AnchorDifference::Matter, matter);
    const QString copy = with(article(), before, after);
    const AnchorMatch match = find(copy, anchorOf(article(), quarry));
    QCOMPARE(match.verdict, Verdict::Changed);
    QCOMPARE(match.differences.size(), std::size_t(1));
    QCOMPARE(match.differences.front().matter, matter);
    QCOMPARE(textAt(copy, match.range), with(quarry, before, after));
    QVERIFY(!match.reason.isEmpty());
}

void AnchorFinderTest::differencesPointIntoTheCopy()
{
    const QString copy = with(with(article(), QStringLiteral("3,500"), QStringLiteral("3,600")), QStringLiteral("a week "), QStringLiteral(""));
    const AnchorMatch match = find(copy, anchorOf(article(), quarry));
    QCOMPARE(match.differences.size(), std::size_t(2));
    QCOMPARE(match.differences[0].kind, AnchorDifference::Kind::Replaced);
    QCOMPARE(match.differences[0].before, QStringLiteral("3,500"));
    QCOMPARE(match.differences[0].after, QStringLiteral("3,600"));
    QCOMPARE(textAt(copy, match.differences[0].range), QStringLiteral("3,600"));
    QCOMPARE(match.differences[1].kind, AnchorDifference::Kind::Removed);
    QCOMPARE(match.differences[1].before, QStringLiteral("a week"));
    QCOMPARE(match.differences[1].range.length, 0);
}

void AnchorFinderTest::movedSaysWhatDiffers()
{
    const QString copy = QStringList{heading, second, third, first}.join(u'\n');
    const AnchorMatch match = find(copy, anchorOf(article(), second));
    QCOMPARE(match.verdict, Verdict::Moved);
    QCOMPARE(textAt(copy, match.range), second);
    QVERIFY(!match.reason.isEmpty());
}

void AnchorFinderTest::removedIsOrphan()
{
    const AnchorMatch match = find(with(article(), quarry, QString()), anchorOf(article(), quarry));
    QCOMPARE(match.verdict, Verdict::Orphan);
    QCOMPARE(match.range, TextRange());
    QVERIFY(!match.reason.isEmpty());
}

void AnchorFinderTest::nearTwinIsNotTaken()
{
    const QString twin = with(quarry, QStringLiteral("3,500"), QStringLiteral("2,100"));
    const QString copy = with(article(), quarry, QString()) + QStringLiteral("In the year before, ") + twin + QStringLiteral(", it is said.\n");
    const AnchorMatch match = find(copy, anchorOf(article(), quarry));
    QVERIFY(match.verdict == Verdict::Orphan || match.verdict == Verdict::Changed);
}

void AnchorFinderTest::twinWithoutItsPlaceIsAmbiguous()
{
    const QString line = QStringLiteral("No ship was turned away by the harbour that year.");
    const QString text = QStringLiteral("Lowport had 12 ships. ") + line + QStringLiteral(" It was calm.\nHighfield had 15 ships. ") + line
        + QStringLiteral(" It rained.\n");
    const TextAnchor anchor = anchorOf(text, line);
    const QString copy = text.mid(text.indexOf(u'\n') + 1);
    QCOMPARE(find(copy, anchor).verdict, Verdict::Ambiguous);
}

void AnchorFinderTest::twinsAreToldByContext()
{
    const QString line = QStringLiteral("No ship was turned away by the harbour that year.");
    const QString text = QStringLiteral("Lowport had 12 ships. ") + line + QStringLiteral(" It was calm.\nHighfield had 15 ships. ") + line
        + QStringLiteral(" It rained.\n");
    const auto at = static_cast<int>(text.lastIndexOf(line));
    const TextAnchor anchor = anchorOf(text, line, at);
    const QString copy = QStringLiteral("Something new stands at the head of it all.\n") + text;
    const AnchorMatch match = find(copy, anchor);
    QCOMPARE(match.verdict, Verdict::Exact);
    QCOMPARE(match.range.start, static_cast<int>(copy.lastIndexOf(line)));
}

void AnchorFinderTest::copiedParagraphIsAmbiguous()
{
    const QString copy = QStringList{heading, first, second, third, first, second, third}.join(u'\n');
    const AnchorMatch match = find(copy, anchorOf(article(), quarry));
    QCOMPARE(match.verdict, Verdict::Ambiguous);
    QCOMPARE(match.others.size(), std::size_t(1));
    QCOMPARE(textAt(copy, match.range), quarry);
    QCOMPARE(textAt(copy, match.others.front()), quarry);
}

void AnchorFinderTest::partOfTheSentencesIsChanged()
{
    const QString copy = with(article(), QStringLiteral("The line from Lowport to Highfield was opened in May 1974."), QStringLiteral("Nobody knows when it was built."));
    const AnchorMatch match = find(copy, anchorOf(article(), first));
    QCOMPARE(match.verdict, Verdict::Changed);
    QVERIFY(textAt(copy, match.range).contains(QStringLiteral("Nobody lives along it.")));
}

void AnchorFinderTest::aPartOfAWordIsFoundInItsPlace()
{
    const QString part = QStringLiteral("structure yard. The bridge took six");
    const TextAnchor anchor = anchorOf(article(), part);
    QCOMPARE(find(article(), anchor).verdict, Verdict::Exact);
    const QString copy = QStringLiteral("A line more.\n") + article();
    const AnchorMatch match = find(copy, anchor);
    QCOMPARE(match.verdict, Verdict::Exact);
    QCOMPARE(textAt(copy, match.range), part);
}

void AnchorFinderTest::aNumberCutOffIsNotTheSame()
{
    const QString quote = QStringLiteral("It carries 12");
    const AnchorMatch match = find(with(article(), QStringLiteral("12 trains"), QStringLiteral("127 trains")), anchorOf(article(), quote));
    QVERIFY(match.verdict != Verdict::Exact && match.verdict != Verdict::Moved);
}

void AnchorFinderTest::bareQuotation()
{
    TextAnchor bare;
    bare.exact = normalise(quarry).text;
    QCOMPARE(find(article(), bare).verdict, Verdict::Moved);
    QCOMPARE(find(article() + article(), bare).verdict, Verdict::Ambiguous);
    bare.exact = QStringLiteral("words that never stood in this article at all");
    QCOMPARE(find(article(), bare).verdict, Verdict::Orphan);
}

void AnchorFinderTest::otherRulesAreNeverExact()
{
    TextAnchor anchor = anchorOf(article(), quarry);
    anchor.normalisation = 2;
    const AnchorMatch match = find(article(), anchor);
    QCOMPARE(match.verdict, Verdict::Changed);
    QVERIFY(match.reason.contains(u'2'));
}

void AnchorFinderTest::emptyAnchorIsOrphan()
{
    QCOMPARE(find(article(), TextAnchor()).verdict, Verdict::Orphan);
    QCOMPARE(find(QString(), anchorOf(article(), quarry)).verdict, Verdict::Orphan);
    TextAnchor wild = anchorOf(article(), quarry);
    wild.start = std::numeric_limits<int>::max();
    wild.end = -7;
    QCOMPARE(find(article(), wild).verdict, Verdict::Exact);
}

void AnchorFinderTest::repetitionWithoutEndIsBounded_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("one long word") << QStringLiteral("a");
    QTest::newRow("one short word") << QStringLiteral("a ");
    QTest::newRow("two words") << QStringLiteral("aa bb ");
    QTest::newRow("marks") << QStringLiteral(".,");
    QTest::newRow("hyphens at line ends") << QStringLiteral("aa-\n");
    QTest::newRow("numbers on lines") << QStringLiteral("7\n\n");
    QTest::newRow("brackets") << QStringLiteral("[");
}

void AnchorFinderTest::repetitionWithoutEndIsBounded()
{
    QFETCH(QString, unit);
    const AnchorFinder finder = finderOf(unit.repeated(2'000'000 / unit.size()));
    const Result<TextAnchor> made = finder.make({1'000'000, 20'000});
    QVERIFY(made.ok());
    const AnchorMatch here = finder.find(*made);
    QVERIFY(here.verdict == Verdict::Exact || here.verdict == Verdict::Ambiguous);
    TextAnchor other = *made;
    other.exact.insert(other.exact.size() / 2, QStringLiteral(" zz 12 "));
    const AnchorMatch match = finder.find(other);
    QVERIFY(match.verdict != Verdict::Exact && match.verdict != Verdict::Moved);
}

void AnchorFinderTest::reviewPutsTheWorstFirst()
{
    const std::vector<Verdict> verdicts{Verdict::Moved, Verdict::Exact, Verdict::Changed, Verdict::Orphan, Verdict::Ambiguous, Verdict::Orphan};
    QCOMPARE(reviewOrder(verdicts), (std::vector<std::size_t>{3, 5, 4, 2, 0}));
}

void AnchorFinderTest::differencesBetweenCopies()
{
    QVERIFY(passageDifferences(first, first).empty());
    const QString other = with(with(first, QStringLiteral("May 1974"), QStringLiteral("May 1975")), QStringLiteral("Nobody"), QStringLiteral("Hardly anybody"));
    const std::vector<AnchorDifference> found = passageDifferences(first, other);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].matter, AnchorDifference::Matter::Number);
    QCOMPARE(other.mid(found[0].range.start, found[0].range.length), QStringLiteral("1975"));
    QCOMPARE(other.mid(found[1].range.start, found[1].range.length), QStringLiteral("Hardly anybody"));
    QCOMPARE(passageDifferences(QString(), first).size(), std::size_t(1));
    QCOMPARE(passageDifferences(first, QString()).front().kind, AnchorDifference::Kind::Removed);
}

QTEST_APPLESS_MAIN(AnchorFinderTest)
#include "AnchorFinderTest.moc"
