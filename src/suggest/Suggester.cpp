// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Suggester.h"

#include "suggest/Evidence.h"
#include "suggest/Topic.h"

#include <algorithm>

namespace ca {

namespace {

using namespace suggest;

/// Counts code points from one offset to a later one, the text once.
class CodePointCounter {
public:
    explicit CodePointCounter(const QString &text) : m_text(text) {}
    int at(int offset)
    {
        for (; m_at < offset; ++m_at)
            m_count += m_text[m_at].isLowSurrogate() && m_at > 0 && m_text[m_at - 1].isHighSurrogate() ? 0 : 1;
        return m_count;
    }

private:
    const QString &m_text;
    int m_at = 0;
    int m_count = 0;
};

std::vector<SentenceReading> readAll(const ArticleText &article, const Words &words, const Gazetteer &gazetteer)
{
    const Language language = languageOf(words, 0, words.count(), Language::Western);
    std::vector<SentenceReading> readings;
    for (const Sentence &sentence : findSentences(article)) {
        SentenceReading reading = readSentence(words, sentence, gazetteer, language);
        if (reading.firstWord < reading.endWord)
            readings.push_back(std::move(reading));
    }
    return readings;
}

} // namespace

Suggester::Suggester(std::shared_ptr<const Atlas> atlas) : m_gazetteer(std::make_unique<const Gazetteer>(std::move(atlas))) {}

Suggester::~Suggester() = default;

std::vector<Suggestion> Suggester::suggest(const ArticleText &article) const
{
    const Words words(article.text);
    const std::vector<SentenceReading> readings = readAll(article, words, *m_gazetteer);
    const DocumentTopics topics(readings, *m_gazetteer);
    const DocumentContext document{*m_gazetteer, topics, words};
    Topic topic(*m_gazetteer, words);
    CodePointCounter codePoints(article.text);
    std::vector<Suggestion> suggestions;
    for (const SentenceReading &reading : readings) {
        SubjectTable table = Evidence(document, reading, topic.subjects()).judge();
        const bool goesOn = topic.hear(reading, table);
        if (table.isEmpty())
            continue;
        Suggestion suggestion;
        suggestion.start = reading.sentence.start;
        suggestion.end = reading.sentence.end;
        suggestion.startCodePoint = codePoints.at(suggestion.start);
        suggestion.endCodePoint = codePoints.at(suggestion.end);
        suggestion.goesOn = goesOn;
        suggestion.subjects = table.sorted();
        suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
}

std::vector<Suggestion> Suggester::suggest(const QString &text) const
{
    return suggest(ArticleText::fromPlainText(text));
}

} // namespace ca
