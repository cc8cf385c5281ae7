// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/PhraseTable.h"

#include "atlas/Folding.h"

namespace ca::suggest {

namespace {

std::uint64_t letterKey(int node, QChar letter)
{
    return (static_cast<std::uint64_t>(node) << 16) | letter.unicode();
}

std::uint64_t edgeKey(int node, int stem)
{
    return (static_cast<std::uint64_t>(node) << 32) | static_cast<std::uint32_t>(stem);
}

} // namespace

/// Walks the tree of phrases from one word on.
class PhraseTable::Search {
public:
    Search(const PhraseTable &table, const Words &words, int first, int end, Language language, std::vector<PhraseHit> &hits)
        : m_table(table), m_words(words), m_first(first), m_end(end), m_language(language), m_hits(hits)
    {
    }

    void from(int node, int word) const
    {
        if (word >= m_end)
            return;
        std::vector<Prefix> prefixes;
        m_table.prefixesOf(m_words.folded(word), prefixes);
        for (const Prefix &prefix : prefixes) {
            const auto edges = m_table.m_edges.find(edgeKey(node, prefix.stem));
            if (edges == m_table.m_edges.end())
                continue;
            for (const Edge &edge : edges->second) {
                if (fits(edge, word, prefix.length))
                    arrive(edge.next, word, prefix.length);
            }
        }
    }

private:
    [[nodiscard]] bool fits(const Edge &edge, int word, int length) const
    {
        const Gap gap = m_words.at(word).gap;
        const bool joined = word == m_first || gap <= Gap::Dash || (edge.acrossMarks && gap == Gap::Mark);
        return joined && endsWell(m_words, word, length, edge.form, m_language);
    }

    void arrive(int node, int word, int stemLength) const
    {
        const Node &reached = m_table.m_nodes[static_cast<std::size_t>(node)];
        for (const int value : reached.values)
            m_hits.push_back({value, m_first, word, m_words.endOfFolded(word, stemLength)});
        if (reached.hasEdges)
            from(node, word + 1);
    }

    const PhraseTable &m_table;
    const Words &m_words;
    int m_first;
    int m_end;
    Language m_language;
    std::vector<PhraseHit> &m_hits;
};

PhraseTable::PhraseTable() : m_stemAt{-1}, m_nodes(1) {}

void PhraseTable::addName(const QString &name, int value)
{
    add(name, value, true);
}

void PhraseTable::addPattern(const QString &pattern, int value)
{
    add(pattern, value, false);
}

void PhraseTable::add(const QString &phrase, int value, bool inflected)
{
    const Words words(phrase);
    if (words.count() > 0)
        addFrom(0, words, 0, value, inflected);
}

void PhraseTable::addFrom(int node, const Words &phrase, int word, int value, bool inflected)
{
    if (word == phrase.count()) {
        std::vector<int> &values = m_nodes[static_cast<std::size_t>(node)].values;
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(value);
        return;
    }
    const int after = phrase.at(word).end;
    const bool anyEnding = !inflected && after < phrase.text().size() && phrase.text()[after] == u'*';
    const bool last = word + 1 == phrase.count();
    const QString original = phrase.original(word).toString();
    const std::vector<StemForm> forms =
        inflected ? formsOf(original, last)
                  : std::vector<StemForm>{{fold(original), anyEnding ? Ending::Any : Ending::None, true, phrase.at(word).script}};
    for (const StemForm &form : forms) {
        // "*" is a mark of the pattern, not of the text.
        const bool marks = word > 0 && inflected && phrase.at(word).gap == Gap::Mark;
        if (!form.stem.isEmpty())
            addFrom(child(node, form, marks), phrase, word + 1, value, inflected);
    }
}

int PhraseTable::stemId(const QString &stem)
{
    int node = 0;
    for (const QChar letter : stem) {
        const auto [found, added] = m_letters.try_emplace(letterKey(node, letter), static_cast<int>(m_stemAt.size()));
        if (added)
            m_stemAt.push_back(-1);
        node = found->second;
    }
    int &id = m_stemAt[static_cast<std::size_t>(node)];
    if (id < 0)
        id = m_stems++;
    return id;
}

int PhraseTable::child(int node, const StemForm &form, bool acrossMarks)
{
    std::vector<Edge> &edges = m_edges[edgeKey(node, stemId(form.stem))];
    for (const Edge &edge : edges) {
        if (edge.form == form && edge.acrossMarks == acrossMarks)
            return edge.next;
    }
    const int next = static_cast<int>(m_nodes.size());
    edges.push_back({form, next, acrossMarks});
    m_nodes[static_cast<std::size_t>(node)].hasEdges = true;
    m_nodes.emplace_back();
    return next;
}

void PhraseTable::prefixesOf(QStringView folded, std::vector<Prefix> &out) const
{
    int node = 0, length = 0;
    for (const QChar letter : folded) {
        const auto found = m_letters.find(letterKey(node, letter));
        if (found == m_letters.end())
            return;
        node = found->second;
        ++length;
        if (const int stem = m_stemAt[static_cast<std::size_t>(node)]; stem >= 0)
            out.push_back({stem, length});
    }
}

void PhraseTable::findAt(const Words &words, int first, int end, Language language, std::vector<PhraseHit> &hits) const
{
    Search(*this, words, first, end, language, hits).from(0, first);
}

} // namespace ca::suggest
