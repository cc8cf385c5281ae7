// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/HtmlTree.h"

#include <vector>

namespace ca {

/// Tells a page's article from what stands around it. When in doubt a node is kept: a line of
/// boilerplate is a nuisance, a lost sentence is a loss. Linear in the number of nodes.
class Boilerplate {
public:
    /// @p wholePage: nothing but programs, controls and hidden elements is left out (chapters of
    /// books, selections on the clipboard).
    Boilerplate(const HtmlTree &tree, bool wholePage);

    /// The node below which the article stands; 0 for an empty tree.
    [[nodiscard]] int root() const { return m_root; }
    /// Is the node, with all below it, no part of the article?
    [[nodiscard]] bool isDropped(int node) const { return m_dropped[static_cast<std::size_t>(node)] != 0; }

private:
    /// Sums over a node and all below it; dropped nodes count nothing.
    struct Sums {
        int text = 0;        ///< letters and other characters, without white space
        int linked = 0;      ///< those of them in links
        int links = 0;
        int goodText = 0;    ///< in good paragraphs: 60 characters and more, mostly not linked
        int goodCount = 0;
    };

    [[nodiscard]] const Sums &sums(int node) const { return m_sums[static_cast<std::size_t>(node)]; }
    void drop(int node);
    void dropUnseen();
    void measure();
    void measureText(std::vector<Sums> &own) const;
    void dropSurroundings();
    [[nodiscard]] bool isSurrounding(int node) const;
    [[nodiscard]] bool isNamedAsSurrounding(int node) const;
    void dropLinkLists();
    void chooseRoot();
    [[nodiscard]] int commonAncestorOfGoodText() const;
    [[nodiscard]] int statedRoot() const;
    [[nodiscard]] bool isStatedArticle(int node) const;
    [[nodiscard]] bool hasAncestor(int node, std::initializer_list<HtmlTag> tags) const;

    const HtmlTree &m_tree;
    std::vector<char> m_dropped;
    std::vector<Sums> m_sums;
    int m_root = 0;
};

} // namespace ca
