// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArticleMaker.h"

#include "Random.h"
#include "Vocabulary.h"
#include "anchor/Normaliser.h"

#include <QJsonObject>

#include <algorithm>

namespace ca::bench {
namespace {

constexpr quint64 seed = 20240607;

QString sentence(const Vocabulary &vocabulary, Random &random)
{
    QStringList words;
    for (int left = random.between(6, 28); left > 0; --left) {
        words << word(vocabulary, random);
        if (left > 3 && random.oneIn(11))
            words.back() += u',';
    }
    if (random.oneIn(6))
        words.insert(words.size() / 2, QString::number(random.between(2, 2030)));
    words.front()[0] = words.front()[0].toUpper();
    return words.join(u' ') + (random.oneIn(15) ? u'?' : u'.');
}

/// English is half of what an analyst reads.
const Vocabulary &languageOf(Random &random)
{
    const auto &all = vocabularies();
    return random.oneIn(2) ? all.front() : all[static_cast<std::size_t>(random.below(static_cast<int>(all.size())))];
}

void changeSome(MadeArticle &article, const Vocabulary &vocabulary, Random &random)
{
    for (int left = 3; left > 0; --left) {
        QStringList &some = article.paragraphs[static_cast<std::size_t>(random.below(static_cast<int>(article.paragraphs.size())))];
        some[random.below(static_cast<int>(some.size()))] = sentence(vocabulary, random);
    }
}

Passage passageOf(const QString &text, const QString &record, int paragraph)
{
    const QStringList words = text.split(u' ');
    Passage passage;
    passage.id = QStringLiteral("%1-p%2").arg(record).arg(paragraph);
    passage.record = record;
    passage.paragraph = paragraph;
    passage.firstWords = words.mid(0, 5).join(u' ');
    passage.lastWords = words.mid(std::max<qsizetype>(0, words.size() - 5)).join(u' ');
    passage.wordCount = static_cast<int>(words.size());
    passage.sha256 = digest(normalise(text).text);
    return passage;
}

} // namespace

MadeArticle makeArticle(int number)
{
    const bool copy = MadeArticle::isCopy(number);
    Random random(seed + static_cast<quint64>(copy ? number - 1 : number));
    const Vocabulary &vocabulary = languageOf(random);
    MadeArticle article;
    article.number = number;
    article.language = vocabulary.language;
    article.title = sentence(vocabulary, random).left(90).section(u' ', 0, -2);
    article.author = QStringLiteral("%1 %2").arg(name(vocabulary, random), name(vocabulary, random));
    article.publisher = QStringLiteral("Made-up Gazette %1").arg(random.below(40));
    article.date = QStringLiteral("%1-%2-%3").arg(random.between(2015, 2025)).arg(random.between(1, 12), 2, 10, QLatin1Char('0'))
                       .arg(random.between(1, 28), 2, 10, QLatin1Char('0'));
    for (int left = random.between(8, 45); left > 0; --left) {
        QStringList sentences;
        for (int more = random.between(2, 6); more > 0; --more)
            sentences << sentence(vocabulary, random);
        article.paragraphs.push_back(sentences);
    }
    if (copy)
        changeSome(article, vocabulary, random);
    return article;
}

AtlasData withPassages(AtlasData data, int articles)
{
    for (int number = 0; number < articles; ++number) {
        if (!MadeArticle::isBundled(number))
            continue;
        const MadeArticle article = makeArticle(number);
        const QString record = QStringLiteral("made-%1").arg(number);
        data.records.push_back({record, QJsonObject{{QStringLiteral("id"), record}, {QStringLiteral("title"), article.title}}});
        for (std::size_t i = 0; i < article.paragraphs.size(); ++i)
            data.passages.push_back(passageOf(article.paragraphs[i].join(u' '), record, static_cast<int>(i) + 2));
    }
    return data;
}

} // namespace ca::bench
