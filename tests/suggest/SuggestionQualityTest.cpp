// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Corpus.h"
#include "suggest/Suggester.h"
#include "support/RealAtlas.h"

#include <QTest>

using namespace ca;
using test::GoldArticle;
using test::GoldSentence;

/// How good suggestions are on the test articles, sentence by sentence. CORRIDOR_ATLAS_SHOW_MISSES=1 prints what went wrong in dev.
class SuggestionQualityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void development();
    void heldOut();
};

namespace {

struct Count {
    int hits = 0, wrong = 0, missed = 0;
    [[nodiscard]] double precision() const { return hits + wrong ? double(hits) / (hits + wrong) : 1; }
    [[nodiscard]] double recall() const { return hits + missed ? double(hits) / (hits + missed) : 1; }
    void operator+=(const Count &o) { hits += o.hits; wrong += o.wrong; missed += o.missed; }
    void compare(const QSet<QString> &gold, const QSet<QString> &found, const QSet<QString> &optional)
    {
        hits += static_cast<int>((gold & found).size());
        missed += static_cast<int>((gold - found).size());
        wrong += static_cast<int>((found - gold - optional).size());
    }
};

struct Quality {
    Count corridors, segments;        ///< of sentences that name something or nothing
    Count goesOn;                     ///< corridors of those that go on
    int sentences = 0;
    void operator+=(const Quality &o)
    {
        corridors += o.corridors;
        segments += o.segments;
        goesOn += o.goesOn;
        sentences += o.sentences;
    }
};

struct Found {
    QSet<QString> corridors, segments;
};

Found foundIn(const GoldSentence &sentence, const std::vector<Suggestion> &suggestions)
{
    const Atlas &atlas = *test::realAtlas();
    Found found;
    for (const Suggestion &suggestion : suggestions) {
        // The greater part of the suggestion lies in the sentence.
        const int common = std::min(sentence.end, suggestion.end) - std::max(sentence.start, suggestion.start);
        if (common * 2 <= suggestion.end - suggestion.start)
            continue;
        for (const SubjectScore &subject : suggestion.subjects) {
            if (subject.score < Suggester::likely || subject.context)
                continue;
            if (atlas.segment(subject.id))
                found.segments.insert(subject.id);
            else if (atlas.subject(subject.id)->kind == SubjectKind::Corridor)
                found.corridors.insert(subject.id);
        }
    }
    return found;
}

QString list(const QSet<QString> &ids)
{
    QStringList sorted(ids.begin(), ids.end());
    sorted.sort();
    return sorted.join(u' ');
}

void showMiss(const GoldArticle &article, const GoldSentence &sentence, const Found &found)
{
    const bool right = (sentence.corridors - found.corridors).isEmpty() && (sentence.segments - found.segments).isEmpty()
        && (found.corridors - sentence.corridors - sentence.optional).isEmpty()
        && (found.segments - sentence.segments - sentence.optional).isEmpty();
    if (!right)
        qInfo().noquote() << article.name << '|' << sentence.text << "\n    gold " << list(sentence.corridors) << ';' << list(sentence.segments)
                          << "\n    found" << list(found.corridors) << ';' << list(found.segments);
}

Quality qualityOf(const GoldArticle &article, const Suggester &suggester, bool show)
{
    Quality quality;
    const std::vector<Suggestion> suggestions = suggester.suggest(article.text);
    for (const GoldSentence &sentence : article.sentences) {
        const Found found = foundIn(sentence, suggestions);
        ++quality.sentences;
        if (sentence.kind == GoldSentence::Kind::GoesOn) {
            quality.goesOn.compare(sentence.corridors, found.corridors, sentence.optional);
        } else {
            quality.corridors.compare(sentence.corridors, found.corridors, sentence.optional);
            quality.segments.compare(sentence.segments, found.segments, sentence.optional);
        }
        if (show)
            showMiss(article, sentence, found);
    }
    return quality;
}

QString row(const QString &name, const Quality &q)
{
    const auto number = [](double value) { return QString::number(value, 'f', 2).rightJustified(6); };
    return name.leftJustified(10) + QString::number(q.sentences).rightJustified(5) + number(q.corridors.precision()) + number(q.corridors.recall())
        + number(q.segments.precision()) + number(q.segments.recall()) + number(q.goesOn.precision()) + number(q.goesOn.recall());
}

Quality measure(const QString &part)
{
    const Suggester suggester(test::realAtlas());
    const bool show = part == QLatin1String("dev") && qEnvironmentVariableIsSet("CORRIDOR_ATLAS_SHOW_MISSES");
    std::map<QString, Quality> byLanguage;
    Quality all;
    for (const GoldArticle &article : test::readCorpus(part)) {
        const Quality quality = qualityOf(article, suggester, show);
        byLanguage[article.language()] += quality;
        all += quality;
    }
    qInfo().noquote() << part << "\n           sent.  corridors   segments    goes-on\n                  prec.  rec.  prec.  rec.  prec.  rec.";
    for (const auto &[language, quality] : byLanguage)
        qInfo().noquote() << row(language, quality);
    qInfo().noquote() << row(QStringLiteral("all"), all);
    return all;
}

} // namespace

void SuggestionQualityTest::development()
{
    const Quality q = measure(QStringLiteral("dev"));
    QVERIFY(q.sentences > 150);
    QVERIFY(q.corridors.precision() >= 0.9);
    QVERIFY(q.corridors.recall() >= 0.85);
    QVERIFY(q.segments.precision() >= 0.8);
    QVERIFY(q.segments.recall() >= 0.7);
    QVERIFY(q.goesOn.recall() >= 0.4);
}

void SuggestionQualityTest::heldOut()
{
    if (qEnvironmentVariableIsSet("CORRIDOR_ATLAS_ONLY_DEV"))
        QSKIP("tuning");
    const Quality q = measure(QStringLiteral("held-out"));
    QVERIFY(q.sentences > 80);
    // What was reached when they were first measured, less a small margin: 1.00, 1.00, 0.94, 0.94, 0.67.
    QVERIFY(q.corridors.precision() >= 0.95);
    QVERIFY(q.corridors.recall() >= 0.95);
    QVERIFY(q.segments.precision() >= 0.9);
    QVERIFY(q.segments.recall() >= 0.9);
    QVERIFY(q.goesOn.recall() >= 0.6);
}

QTEST_APPLESS_MAIN(SuggestionQualityTest)
#include "SuggestionQualityTest.moc"
