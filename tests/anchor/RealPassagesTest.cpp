// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/PassageFinder.h"
#include "anchor/Recognition.h"
#include "document/TextExtractor.h"
#include "support/RealAtlas.h"

#include <QTest>

#include <functional>

using namespace ca;

/// The passages of the atlas on the real articles, as they are and as other programs may have saved them.
class RealPassagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void allAreExact_data();
    void allAreExact();
    void anotherArticleHoldsNone();
    void withoutTheFirstLineTheyAreMoved();
    void everyArticleIsRecognised();

private:
    std::vector<std::pair<const Record *, QString>> m_articles;  ///< record, text
};

namespace {

QString straight(QString text)
{
    for (const char16_t c : u"\u2018\u2019")
        text.replace(QChar(c), u'\'');
    for (const char16_t c : u"\u201c\u201d")
        text.replace(QChar(c), u'"');
    return text.replace(QChar(0x2013), QStringLiteral(" - ")).replace(QChar(0x2026), QStringLiteral("..."));
}

/// Lines of about 70 characters, broken at blanks; paragraphs set apart by empty lines.
QString hardWrapped(const QString &text)
{
    QString out;
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts)) {
        int column = 0;
        for (const QString &word : paragraph.simplified().split(u' ')) {
            const bool full = column + word.size() > 70;
            out += column == 0 ? QString() : QString(full ? u'\n' : u' ');
            out += word;
            column = (full ? 0 : column) + static_cast<int>(word.size()) + 1;
        }
        out += QStringLiteral("\n\n");
    }
    return out;
}

using Change = std::function<QString(const QString &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

void RealPassagesTest::initTestCase()
{
    CA_NEED_TEST_DATA();
    for (const Record &record : test::realAtlas()->data().records) {
        const QString file = test::articleFile(record);
        if (file.isEmpty())
            continue;
        const Result<ExtractedText> text = TextExtractor::read(file);
        QVERIFY2(text.ok(), qPrintable(text.error().text()));
        m_articles.emplace_back(&record, text->text);
    }
    QCOMPARE(m_articles.size(), std::size_t(5));
}

void RealPassagesTest::allAreExact_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("as distributed") << Change([](const QString &t) { return t; });
    QTest::newRow("CR LF") << Change([](QString t) { return t.replace(u'\n', QStringLiteral("\r\n")); });
    QTest::newRow("straight quotation marks and hyphens") << Change(straight);
    QTest::newRow("decomposed") << Change([](const QString &t) { return t.normalized(QString::NormalizationForm_D); });
    QTest::newRow("no-break spaces") << Change([](QString t) { return t.replace(u' ', QChar(0xA0)); });
    QTest::newRow("hard-wrapped") << Change(hardWrapped);
}

void RealPassagesTest::allAreExact()
{
    QFETCH(Change, change);
    int exact = 0;
    for (const auto &[record, text] : m_articles) {
        const PassageFinder finder(ArticleText::fromPlainText(change(text)));
        for (const Passage &passage : test::realAtlas()->data().passages) {
            if (passage.record != record->id)
                continue;
            const FoundPassage found = finder.find(passage);
            QVERIFY2(found.verdict == Verdict::Exact, qPrintable(passage.id + u' ' + verdictId(found.verdict) + u' ' + found.reason));
            const QString stands = normalise(finder.article().text.mid(found.start, found.length)).text;
            QCOMPARE(digest(stands), passage.sha256);
            ++exact;
        }
    }
    QCOMPARE(exact, 114);
}

void RealPassagesTest::anotherArticleHoldsNone()
{
    for (const auto &[record, text] : m_articles) {
        const PassageFinder finder(ArticleText::fromPlainText(text));
        for (const Passage &passage : test::realAtlas()->data().passages) {
            const Verdict verdict = finder.find(passage).verdict;
            if (passage.record != record->id)
                QVERIFY2(verdict == Verdict::Orphan, qPrintable(passage.id + u' ' + verdictId(verdict)));
        }
    }
}

void RealPassagesTest::withoutTheFirstLineTheyAreMoved()
{
    const auto &[record, text] = m_articles.front();
    const PassageFinder finder(ArticleText::fromPlainText(text.mid(text.indexOf(u'\n') + 1)));
    for (const Passage &passage : test::realAtlas()->data().passages) {
        if (passage.record != record->id)
            continue;
        const FoundPassage found = finder.find(passage);
        QCOMPARE(found.verdict, Verdict::Moved);
        QCOMPARE(found.paragraph, passage.paragraph - 1);
    }
}

void RealPassagesTest::everyArticleIsRecognised()
{
    for (const auto &[record, text] : m_articles)
        QCOMPARE(recognise(PassageFinder(ArticleText::fromPlainText(text)), *test::realAtlas()).record, record->id);
}

QTEST_APPLESS_MAIN(RealPassagesTest)
#include "RealPassagesTest.moc"
