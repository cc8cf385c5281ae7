// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/CslItem.h"
#include "document/HtmlTree.h"

#include <QHash>
#include <QStringList>

namespace ca {

/// Title, authors, publisher, date, address and language as a page states them: JSON-LD first, then
/// citation_* (Highwire), Dublin Core, OpenGraph, other meta elements, itemprop and <time>, <title>.
class HtmlMetadata {
public:
    /// @p article: the node of the article, within which bylines and dates are looked for.
    HtmlMetadata(const HtmlTree &tree, int article) : m_tree(tree), m_article(article) { collect(); }

    void addTo(CslItem &item) const;

private:
    void collect();
    void addJsonLd(CslItem &item) const;
    void addTitle(CslItem &item) const;
    void addAuthors(CslItem &item) const;
    void addDates(CslItem &item) const;
    void addPublisher(CslItem &item) const;
    void addAddress(CslItem &item) const;
    void addFirst(CslItem &item, const QString &field, std::initializer_list<const char *> names) const;
    void addFromArticle(CslItem &item) const;

    const HtmlTree &m_tree;
    int m_article;
    QHash<QString, QStringList> m_meta;  ///< content by name, property or itemprop, lower case, in the page's order
    QString m_title;
    QString m_canonical;
    QString m_language;
    std::vector<QString> m_jsonLd;
};

} // namespace ca
