// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mutations.h"

#include "anchor/AnchorFinder.h"
#include "anchor/PassageFinder.h"
#include "support/RealAtlas.h"
#include "support/TestData.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace ca;
using namespace ca::test;

namespace {

struct Original {
    QString name;
    QString text;
    std::unique_ptr<AnchorFinder> finder;
};

/// Blocks that differ in a name and in numbers only, with sentences that are in all of them.
QString repetitiveText(Dice &dice)
{
    static const QStringList ports{QStringLiteral("Lowport"), QStringLiteral("Highfield"), QStringLiteral("Grey Bay"), QStringLiteral("Sandholm")};
    QString text = QStringLiteral("Yearly returns of the four harbours\n");
    for (int block = 0; block < 24; ++block) {
        const QString port = ports[block % 4];
        const int year = 2015 + block / 4;
        const int wagons = dice.between(1000, 9999);
        text += QStringLiteral("In %1 the harbour of %2 handled %3 wagons. ").arg(year).arg(port).arg(wagons);
        if (dice.chance(60))
            text += QStringLiteral("No ship was turned away. ");
        text += QStringLiteral("The figure was %1 percent above that of %2. The ministry did not comment.").arg(dice.between(1, 30)).arg(year - 1);
        text += dice.chance(30) ? QStringLiteral("\nThe return was signed by the harbour master.\n") : QStringLiteral("\n");
    }
    return text;
}

/// What became of one kind of mutation.
struct Tally {
    int all = 0;
    int kept = 0;         ///< the passage's words are there still
    int found = 0;        ///< of those: exact or moved
    int changed = 0;      ///< the passage is there with other words
    int changedSeen = 0;  ///< of those: its place is shown, as changed or among the ambiguous
    int gone = 0;
    int orphans = 0;      ///< of passages gone: said to be
};

bool isOn(TextRange found, TextRange truth)
{
    const int shared = std::min(found.end(), truth.end()) - std::max(found.start, truth.start);
    const int longer = std::max(found.length, truth.length);
    return shared > 0 && longer - shared <= std::max(3, longer / 10);
}

bool touches(TextRange found, TextRange truth)
{
    return std::min(found.end(), truth.end()) > std::max(found.start, truth.start);
}

/// One copy of a text with its passage, however mutated.
struct Copy {
    QString text;     ///< marked
    QStringList names;
    bool edited = false;
    QStringList passages;  ///< what stands between the marks after the edits
};

Copy mutate(const QString &markedText, Dice &dice)
{
    Copy copy{markedText, {}, dice.chance(55), {}};
    const auto apply = [&](const Mutation &mutation) {
        copy.text = mutation.apply(copy.text, dice);
        copy.names << QString::fromLatin1(mutation.name);
    };
    for (int i = copy.edited ? dice.between(1, 3) : 0; i > 0; --i)
        apply(dice.of(edits()));
    copy.passages = passages(copy.text);
    const bool setAnew = dice.chance(copy.edited ? 40 : 80);
    if (setAnew)
        apply(dice.chance(50) ? dice.of(rewrappings()) : dice.of(retypesettings()));
    if (!setAnew || dice.chance(40)) {
        const Mutation &saved = dice.of(resavings());
        // Nobody puts blank lines between the halves of a word.
        if (!(setAnew && qstrcmp(saved.name, "blank lines") == 0))
            apply(saved);
    }
    return copy;
}

/// A stretch that begins and ends at words: a part of a sentence, a sentence, several.
TextRange somePassage(const QString &text, Dice &dice)
{
    std::vector<int> starts;
    for (int i = 0; i < text.size(); ++i) {
        if (text[i].isLetterOrNumber() && (i == 0 || text[i - 1].isSpace()))
            starts.push_back(i);
    }
    const auto count = static_cast<int>(starts.size());
    static const std::vector<int> lengths{3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 60};
    const int words = std::min(dice.of(lengths), count - 1);
    const int first = dice.below(count - words);
    const int start = starts[static_cast<std::size_t>(first)];
    int end = starts[static_cast<std::size_t>(first + words)];
    while (end > start && text[end - 1].isSpace())
        --end;
    return {start, end - start};
}

TextRange someSentences(const QString &text, Dice &dice)
{
    const Document document = documentOf(text);
    const auto p = static_cast<std::size_t>(dice.below(static_cast<int>(document.size())));
    const QStringList &sentences = document[p];
    const int first = dice.below(static_cast<int>(sentences.size()));
    const int last = std::min(static_cast<int>(sentences.size()) - 1, first + dice.below(3));
    const QString quote = sentences.mid(first, last - first + 1).join(u' ');
    int start = 0;
    for (std::size_t i = 0; i < p; ++i)
        start += static_cast<int>(document[i].join(u' ').size()) + 1;
    if (first > 0)
        start += static_cast<int>(sentences.mid(0, first).join(u' ').size()) + 1;
    return {start, static_cast<int>(quote.size())};
}

} // namespace

/// Anchors on thousands of copies whose truth is known: none may be taken for exact or moved where other
/// words stand, or in another place.
class AnchorMutationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noWrongAnchorIsAccepted_data();
    void noWrongAnchorIsAccepted();
    void bundledArticles();
    void cleanupTestCase();

private:
    void add(const QString &name, const QString &text);
    void tryCopy(const Original &original, TextRange passage, Dice &dice);
    void tryPassage(const Passage &passage, const QString &markedText, Dice &dice);
    void judge(const AnchorMatch &match, const Copy &copy, const QString &quote, const QString &name);

    std::vector<Original> m_originals;
    QMap<QString, Tally> m_tallies;
    int m_copies = 0;
    int m_wrong = 0;
    int m_missed = 0;
};

void AnchorMutationTest::add(const QString &name, const QString &text)
{
    m_originals.push_back({name, text, std::make_unique<AnchorFinder>(ArticleText::fromPlainText(text))});
}

void AnchorMutationTest::initTestCase()
{
    const QDir corpus(sourcePath(QStringLiteral("tests/anchor/corpus")));
    for (const QString &name : corpus.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name)) {
        QFile file(corpus.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        add(name, QString::fromUtf8(file.readAll()));
    }
    QCOMPARE(m_originals.size(), std::size_t(6));
    Dice dice(7);
    add(QStringLiteral("repetitive"), repetitiveText(dice));
    add(QStringLiteral("repetitive 2"), repetitiveText(dice));
}

/// An edit that is taken back may leave two blanks, or one before a comma.
QString withoutStrayBlanks(QString text)
{
    text = text.simplified();
    for (const QChar mark : QStringView(u".,;:!?\u0589\u2019\u201d\"'\u00bb"))
        text.replace(QString(u' ') + mark, QString(mark));
    return text;
}

/// Which of the places have the words cited still: what stood between the marks before the copy was set anew.
std::vector<bool> unchanged(const QStringList &passagesNow, const QString &quote, Qt::CaseSensitivity cases)
{
    std::vector<bool> same;
    for (const QString &now : passagesNow)
        same.push_back(withoutStrayBlanks(now).compare(withoutStrayBlanks(quote), cases) == 0);
    return same;
}

bool hasLetters(const ArticleText &article, TextRange range, const QString &quote)
{
    const auto letters = [](QString text) {
        static const QRegularExpression head(QStringLiteral("\\d* Review of Small Harbours|\n- \\d+ -\n|\n\\d+\n"));
        text.remove(head);
        text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        return text.normalized(QString::NormalizationForm_KC);
    };
    return letters(article.text.mid(range.start, range.length)) == letters(quote);
}

void AnchorMutationTest::judge(const AnchorMatch &match, const Copy &copy, const QString &quote, const QString &name)
{
    ++m_copies;
    const Truth truth = truthOf(copy.text);
    // A heading set in capitals does not tell how it was written before.
    const bool inCapitals = copy.names.contains(QStringLiteral("heading in capitals"));
    const std::vector<bool> same = unchanged(copy.passages, quote, inCapitals ? Qt::CaseInsensitive : Qt::CaseSensitive);
    const QString what = name + QStringLiteral(" “") + quote + QStringLiteral("”");
    QCOMPARE(truth.places.size(), same.size());
    Tally &tally = m_tallies[copy.edited ? copy.names.first() : QStringLiteral("unedited: ") + copy.names.first()];
    const bool accepted = match.verdict == Verdict::Exact || match.verdict == Verdict::Moved;
    bool right = false;
    bool reassembled = false;  // the words as cited, in part where they stood: a sentence alike came beside the rest
    bool seen = false;
    bool kept = false;
    for (std::size_t i = 0; i < same.size(); ++i) {
        kept = kept || same[i];
        right = right || (same[i] && isOn(match.range, truth.places[i]));
        reassembled = reassembled || (touches(match.range, truth.places[i]) && hasLetters(truth.article, match.range, quote));
        seen = seen || (match.verdict != Verdict::Orphan && touches(match.range, truth.places[i]));
        for (const TextRange &other : match.others)
            seen = seen || touches(other, truth.places[i]);
    }
    if (accepted && !right && !reassembled) {
        ++m_wrong;
        qWarning().noquote() << "WRONG" << verdictId(match.verdict) << what << copy.names.join(u'+') << "found:"
                             << truth.article.text.mid(match.range.start, match.range.length);
    }
    ++tally.all;
    tally.kept += kept ? 1 : 0;
    tally.found += kept && accepted && right ? 1 : 0;
    tally.changed += !kept && !same.empty() ? 1 : 0;
    tally.changedSeen += !kept && seen ? 1 : 0;
    tally.gone += same.empty() ? 1 : 0;
    tally.orphans += same.empty() && match.verdict == Verdict::Orphan ? 1 : 0;
    if (!copy.edited && !accepted) {
        ++m_missed;
        qWarning().noquote() << "MISSED" << verdictId(match.verdict) << match.reason << what << copy.names.join(u'+');
    }
}

void AnchorMutationTest::tryCopy(const Original &original, TextRange passage, Dice &dice)
{
    const Result<TextAnchor> anchor = original.finder->make(passage);
    QVERIFY2(anchor.ok(), qPrintable(anchor.error().text()));
    const QString quote = original.text.mid(passage.start, passage.length);
    const Copy copy = mutate(marked(original.text, passage), dice);
    const AnchorFinder finder(ArticleText::fromPlainText(unmarked(copy.text)));
    judge(finder.find(*anchor), copy, quote, original.name);
}

void AnchorMutationTest::noWrongAnchorIsAccepted_data()
{
    QTest::addColumn<int>("original");
    QTest::addColumn<int>("copies");
    for (std::size_t i = 0; i < m_originals.size(); ++i)
        QTest::newRow(qPrintable(m_originals[i].name)) << static_cast<int>(i) << 1400;
}

void AnchorMutationTest::noWrongAnchorIsAccepted()
{
    QFETCH(int, original);
    QFETCH(int, copies);
    const Original &from = m_originals[static_cast<std::size_t>(original)];
    Dice dice(static_cast<quint32>(original) + 1);
    for (int i = 0; i < copies; ++i)
        tryCopy(from, dice.chance(50) ? somePassage(from.text, dice) : someSentences(from.text, dice), dice);
    QCOMPARE(m_wrong, 0);
    QCOMPARE(m_missed, 0);
}

/// The passages of the atlas: as quotations of the user's own copy, and by their first and last words.
void AnchorMutationTest::bundledArticles()
{
    CA_NEED_TEST_DATA();
    Dice dice(99);
    for (const Record &record : realAtlas()->data().records) {
        QFile file(articleFile(record));
        if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        const QString text = ArticleText::fromPlainText(QString::fromUtf8(file.readAll())).text;
        const Original original{record.id, text, std::make_unique<AnchorFinder>(ArticleText::fromPlainText(text))};
        const PassageFinder finder(ArticleText::fromPlainText(text));
        for (const Passage &passage : realAtlas()->data().passages) {
            if (passage.record != record.id)
                continue;
            const FoundPassage found = finder.find(passage);
            for (int i = 0; i < 12; ++i) {
                tryCopy(original, {found.start, found.length}, dice);
                tryPassage(passage, marked(text, {found.start, found.length}), dice);
            }
        }
    }
    QCOMPARE(m_wrong, 0);
    QCOMPARE(m_missed, 0);
}

void AnchorMutationTest::tryPassage(const Passage &passage, const QString &markedText, Dice &dice)
{
    const QString quote = passages(markedText).value(0);
    const Copy copy = mutate(markedText, dice);
    const FoundPassage found = findPassage(ArticleText::fromPlainText(unmarked(copy.text)), passage);
    AnchorMatch match;
    match.verdict = found.verdict;
    match.range = {found.start, found.length};
    match.reason = found.reason;
    judge(match, copy, quote, passage.id);
}

void AnchorMutationTest::cleanupTestCase()
{
    Tally edited;
    for (auto it = m_tallies.cbegin(); it != m_tallies.cend(); ++it) {
        const Tally &t = it.value();
        qInfo("%-48s %5d copies; kept %5d, found %5d; changed %5d, shown %5d; gone %4d, orphans %4d", qPrintable(it.key()),
              t.all, t.kept, t.found, t.changed, t.changedSeen, t.gone, t.orphans);
        if (it.key().startsWith(QStringLiteral("unedited")))
            continue;
        edited.kept += t.kept;
        edited.found += t.found;
        edited.changed += t.changed;
        edited.changedSeen += t.changedSeen;
        edited.gone += t.gone;
        edited.orphans += t.orphans;
    }
    qInfo("%d copies, %d wrong, %d harmless ones missed; edited: kept %d found %d, changed %d shown %d, gone %d orphans %d", m_copies, m_wrong,
          m_missed, edited.kept, edited.found, edited.changed, edited.changedSeen, edited.gone, edited.orphans);
    QVERIFY(m_copies >= 10000);
    // Floors, some way under what is reached.
    QVERIFY(edited.found * 100 >= edited.kept * 88);
    QVERIFY(edited.changedSeen * 100 >= edited.changed * 60);
    QVERIFY(edited.orphans * 100 >= edited.gone * 35);
}

QTEST_APPLESS_MAIN(AnchorMutationTest)
#include "AnchorMutationTest.moc"
