// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/HtmlMetadata.h"

#include "document/JsonLd.h"

#include <QUrl>

#include <algorithm>

namespace ca {
namespace {

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

/// "Headline | Site" without the site, where the page says elsewhere how the site is called.
QString withoutSite(const QString &title, const QString &site)
{
    if (site.isEmpty() || !title.endsWith(site, Qt::CaseInsensitive))
        return title;
    QString head = title.chopped(site.size()).trimmed();
    if (head.isEmpty() || !QStringLiteral("|-–—·:»").contains(head.back()))
        return title;
    head.chop(1);
    return head.trimmed().isEmpty() ? title : head.trimmed();
}

/// "By Jane Roe" is Jane Roe.
QString withoutBy(const QString &name)
{
    const QString text = name.simplified();
    return text.startsWith(QLatin1String("by "), Qt::CaseInsensitive) ? text.mid(3).trimmed() : text;
}

/// Names in one field, taken apart only where each part has at least two words.
QStringList namesIn(const QString &field)
{
    QString text = withoutBy(field);
    text.replace(QLatin1String(" and "), QLatin1String(", ")).replace(u';', u',');
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    const bool allFull = std::all_of(parts.begin(), parts.end(), [](const QString &part) { return part.trimmed().contains(u' '); });
    return parts.size() > 1 && allFull ? parts : QStringList(withoutBy(field));
}

} // namespace

void HtmlMetadata::collect()
{
    for (int i = 0; i < m_tree.size(); ++i) {
        const HtmlNode &node = m_tree.node(i);
        if (node.tag == HtmlTag::Meta) {
            for (const char *key : {"property", "name", "itemprop"}) {
                const QString name = m_tree.attribute(i, key).trimmed().toLower();
                const QString content = m_tree.attribute(i, "content").left(4000).trimmed();
                if (!name.isEmpty() && !content.isEmpty())
                    m_meta[name] << content;
            }
        } else if (node.tag == HtmlTag::Title && m_title.isEmpty()) {
            m_title = m_tree.textBelow(i).left(2000);
        } else if (node.tag == HtmlTag::Link && m_canonical.isEmpty()
                   && m_tree.attribute(i, "rel").toLower().split(u' ').contains(QLatin1String("canonical"))) {
            m_canonical = m_tree.attribute(i, "href").trimmed();
        } else if (node.tag == HtmlTag::Html && m_language.isEmpty()) {
            m_language = m_tree.attribute(i, "lang");
            if (m_language.isEmpty())
                m_language = m_tree.attribute(i, "xml:lang");
        } else if (node.tag == HtmlTag::Script && !node.text.isEmpty()) {
            m_jsonLd.push_back(node.text);
        }
    }
}

void HtmlMetadata::addFirst(CslItem &item, const QString &field, std::initializer_list<const char *> names) const
{
    for (const char *name : names)
        for (const QString &value : m_meta.value(QLatin1String(name)))
            item.setText(field, value, QStringLiteral("meta %1").arg(QLatin1String(name)));
}

void HtmlMetadata::addJsonLd(CslItem &item) const
{
    for (const QString &script : m_jsonLd)
        JsonLd::addTo(item, script.toUtf8());
}

void HtmlMetadata::addTitle(CslItem &item) const
{
    const QString field = QStringLiteral("title");
    addFirst(item, field, {"citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "headline"});
    QString site = m_meta.value(QStringLiteral("og:site_name")).value(0);
    site = site.isEmpty() ? item.text(QStringLiteral("container-title")) : site;
    item.setText(field, withoutSite(m_title, site), QStringLiteral("title element"));
}

void HtmlMetadata::addAuthors(CslItem &item) const
{
    for (const char *name : {"citation_author", "dc.creator", "dcterms.creator"})
        for (const QString &value : m_meta.value(QLatin1String(name)))
            item.addAuthorName(value, QStringLiteral("meta %1").arg(QLatin1String(name)), true);
    for (const char *name : {"author", "article:author", "parsely-author", "sailthru.author", "byl"})
        for (const QString &value : m_meta.value(QLatin1String(name)))
            for (const QString &each : namesIn(value))
                item.addAuthorName(each, QStringLiteral("meta %1").arg(QLatin1String(name)));
}

void HtmlMetadata::addDates(CslItem &item) const
{
    for (const char *name : {"citation_publication_date", "citation_date", "article:published_time", "og:published_time",
                             "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
                             "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "date"})
        for (const QString &value : m_meta.value(QLatin1String(name)))
            item.setDate(QStringLiteral("issued"), value, QStringLiteral("meta %1").arg(QLatin1String(name)));
    item.setCustom(QStringLiteral("modified"), m_meta.value(QStringLiteral("article:modified_time")).value(0));
}

void HtmlMetadata::addPublisher(CslItem &item) const
{
    addFirst(item, QStringLiteral("container-title"), {"citation_journal_title", "og:site_name", "dc.source", "application-name"});
    addFirst(item, QStringLiteral("publisher"), {"citation_publisher", "dc.publisher", "dcterms.publisher", "publisher"});
    addFirst(item, QStringLiteral("DOI"), {"citation_doi"});
    addFirst(item, QStringLiteral("volume"), {"citation_volume"});
    addFirst(item, QStringLiteral("issue"), {"citation_issue"});
    if (m_meta.contains(QStringLiteral("citation_journal_title")))
        item.setType(QStringLiteral("article-journal"), QStringLiteral("meta citation_journal_title"));
}

void HtmlMetadata::addAddress(CslItem &item) const
{
    const auto add = [&item](const QString &address, const QString &source) {
        if (isWebAddress(address))
            item.setText(QStringLiteral("URL"), address, source);
    };
    add(m_canonical, QStringLiteral("link canonical"));
    add(m_meta.value(QStringLiteral("og:url")).value(0), QStringLiteral("meta og:url"));
    add(m_meta.value(QStringLiteral("citation_public_url")).value(0), QStringLiteral("meta citation_public_url"));
}

/// Bylines and dates that the article marks where it shows them.
void HtmlMetadata::addFromArticle(CslItem &item) const
{
    const int end = m_tree.size() > 0 ? m_tree.node(m_article).end : 0;
    for (int i = m_article; i < end; ++i) {
        const QStringList marks = (m_tree.attribute(i, "itemprop") + u' ' + m_tree.attribute(i, "rel")).split(u' ', Qt::SkipEmptyParts);
        const QString date = m_tree.attribute(i, "datetime");
        if (marks.contains(QLatin1String("datePublished")) || (m_tree.node(i).tag == HtmlTag::Time && m_tree.hasAttribute(i, "pubdate")))
            item.setDate(QStringLiteral("issued"), date.isEmpty() ? m_tree.textBelow(i) : date, QStringLiteral("date in the article"));
        if (marks.contains(QLatin1String("author")) && m_tree.node(i).tag != HtmlTag::Meta && m_tree.node(i).end - i < 50)
            item.addAuthorName(withoutBy(m_tree.textBelow(i)).left(200), QStringLiteral("byline in the article"));
    }
    for (int i = m_article; i < end; ++i)
        if (m_tree.node(i).tag == HtmlTag::Time)
            item.setDate(QStringLiteral("issued"), m_tree.attribute(i, "datetime"), QStringLiteral("time element"));
}

void HtmlMetadata::addTo(CslItem &item) const
{
    addJsonLd(item);
    addAuthors(item);
    addDates(item);
    addPublisher(item);
    addTitle(item);
    addAddress(item);
    addFromArticle(item);
    addFirst(item, QStringLiteral("language"), {"citation_language", "dc.language", "dcterms.language"});
    item.setText(QStringLiteral("language"), m_language, QStringLiteral("html lang"));
    addFirst(item, QStringLiteral("language"), {"content-language", "og:locale"});
    item.setType(QStringLiteral("webpage"));
}

} // namespace ca
