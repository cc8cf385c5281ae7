// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "suggest/Endings.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace ca::suggest {

/// Where a phrase of a PhraseTable stands.
struct PhraseHit {
    int value = 0;      ///< as given to add()
    int first = 0;      ///< words, both included
    int last = 0;
    int stemEnd = 0;    ///< UTF-16: where the last word's stem ends; its ending follows
};

/// Phrases found in a text word by word, each word by its stem and an ending of its language: never inside a word.
/// Stems are a tree of letters, phrases a tree of stems, so that a text is read once whatever their number.
/// Filled by one thread, then const and safe to share.
class PhraseTable {
public:
    PhraseTable();

    /// A name: its words are inflected after the rules of their language.
    void addName(const QString &name, int value);
    /// A pattern: words as they stand, "*" at the end of one for any ending.
    void addPattern(const QString &pattern, int value);

    /// Adds to @p hits all phrases that begin with word @p first and end before word @p end.
    void findAt(const Words &words, int first, int end, Language language, std::vector<PhraseHit> &hits) const;

private:
    struct Edge {
        StemForm form;
        int next = 0;
        bool acrossMarks = false;  ///< the phrase itself has a comma or the like before this word
    };
    struct Node {
        std::vector<int> values;
        bool hasEdges = false;
    };
    struct Prefix {
        int stem = 0;
        int length = 0;
    };
    class Search;

    void add(const QString &phrase, int value, bool inflected);
    void addFrom(int node, const Words &phrase, int word, int value, bool inflected);
    int stemId(const QString &stem);
    int child(int node, const StemForm &form, bool acrossMarks);
    void prefixesOf(QStringView folded, std::vector<Prefix> &out) const;

    std::unordered_map<std::uint64_t, int> m_letters;  ///< (node of the tree of letters, letter) → node
    std::vector<int> m_stemAt;                          ///< by node of the tree of letters; -1 = none
    int m_stems = 0;
    std::vector<Node> m_nodes;
    std::unordered_map<std::uint64_t, std::vector<Edge>> m_edges;  ///< by (node, stem)
};

} // namespace ca::suggest
