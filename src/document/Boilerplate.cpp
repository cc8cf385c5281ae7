// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Boilerplate.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace ca {
namespace {

constexpr int goodParagraph = 60;  // characters; captions, bylines and teasers are mostly shorter

bool isUnseen(HtmlTag tag)
{
    using T = HtmlTag;
    switch (tag) {
    case T::Head: case T::Script: case T::Style: case T::Noscript: case T::Template: case T::Iframe: case T::Svg: case T::Canvas:
    case T::Object: case T::Embed: case T::Audio: case T::Video: case T::Button: case T::Input: case T::Select: case T::Textarea:
    case T::Option: case T::Frame: case T::Dialog:
        return true;
    default:
        return false;
    }
}

/// Words of class, id and role: "relatedPosts-box" is related, posts, box.
QSet<QString> wordsOf(const HtmlTree &tree, int node)
{
    QSet<QString> words;
    for (const char *name : {"class", "id", "role"}) {
        const QString value = tree.attribute(node, name).left(500);
        QString word;
        for (qsizetype i = 0; i <= value.size(); ++i) {
            const QChar c = i < value.size() ? value[i] : QChar(u' ');
            const bool hump = c.isUpper() && i > 0 && value[i - 1].isLower();
            if ((!c.isLetter() || hump) && !word.isEmpty()) {
                words.insert(word);
                word.clear();
            }
            if (c.isLetter())
                word += c.toLower();
        }
    }
    return words;
}

QSet<QString> setOf(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

/// Surroundings even where they hold whole paragraphs.
bool isStrongName(const QSet<QString> &words)
{
    static const QSet<QString> strong = setOf("cookie cookies consent gdpr newsletter subscribe disqus advert advertisement "
                                              "adsbygoogle outbrain taboola popup comments");
    return words.intersects(strong);
}

/// Surroundings unless they hold a good paragraph.
bool isWeakName(const QSet<QString> &words)
{
    static const QSet<QString> weak = setOf("share sharing shares social socials breadcrumb breadcrumbs pagination pager ad ads sponsor "
                                            "sponsored promo modal signup login toolbar menu navbar navigation sidebar related recommended "
                                            "recommendations recirc trending popular mostread tags taglist skip noprint banner "
                                            "contentinfo complementary search topbar readmore");
    return words.intersects(weak);
}

bool isHidden(const HtmlTree &tree, int node)
{
    if (tree.hasAttribute(node, "hidden") || tree.attribute(node, "aria-hidden") == QLatin1String("true"))
        return true;
    const QString style = tree.attribute(node, "style").left(1000).remove(u' ').toLower();
    if (style.contains(QLatin1String("display:none")) || style.contains(QLatin1String("visibility:hidden")))
        return true;
    const QString names = tree.attribute(node, "class").left(500);
    for (const char *hidden : {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})
        if (names.split(u' ').contains(QLatin1String(hidden)))
            return true;
    return false;
}

/// "Read also: …" with a link, in the languages of the region.
bool pointsElsewhere(const QString &text)
{
    static const QStringList starts{
        QStringLiteral("Read also"), QStringLiteral("Also read"), QStringLiteral("Read more"), QStringLiteral("See also"),
        QStringLiteral("Related:"), QStringLiteral("Читайте также"), QStringLiteral("Читать также"), QStringLiteral("По теме"),
        QStringLiteral("Oxuyun:"), QStringLiteral("Həmçinin oxu"), QStringLiteral("Ayrıca oku"), QStringLiteral("İlgili haber")};
    return std::any_of(starts.begin(), starts.end(), [&text](const QString &start) {
        return text.startsWith(start, Qt::CaseInsensitive);
    });
}

int lettersIn(const QString &text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); }));
}

} // namespace

Boilerplate::Boilerplate(const HtmlTree &tree, bool wholePage)
    : m_tree(tree), m_dropped(static_cast<std::size_t>(tree.size()), 0)
{
    if (tree.size() == 0)
        return;
    dropUnseen();
    if (wholePage)
        return;
    measure();
    dropSurroundings();
    measure();
    chooseRoot();
    dropLinkLists();
}

void Boilerplate::drop(int node)
{
    std::fill(m_dropped.begin() + node, m_dropped.begin() + m_tree.node(node).end, char(1));
}

void Boilerplate::dropUnseen()
{
    for (int i = 0; i < m_tree.size(); i = isDropped(i) ? m_tree.node(i).end : i + 1) {
        const HtmlTag tag = m_tree.node(i).tag;
        // The page itself is sometimes hidden until a program shows it.
        const bool isPage = tag == HtmlTag::Text || tag == HtmlTag::Html || tag == HtmlTag::Body;
        if (isUnseen(tag) || (!isPage && isHidden(m_tree, i)))
            drop(i);
    }
}

/// Counts each run of text to the block it stands in, and whether it is linked.
void Boilerplate::measureText(std::vector<Sums> &own) const
{
    std::vector<int> block(m_dropped.size(), 0);
    std::vector<char> linked(m_dropped.size(), 0);
    for (int i = 0; i < m_tree.size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        const HtmlNode &node = m_tree.node(i);
        const auto up = static_cast<std::size_t>(std::max(node.parent, 0));
        const bool startsBlock = isBlock(node.tag) || node.tag == HtmlTag::Td || node.tag == HtmlTag::Th;
        block[at] = startsBlock || node.parent < 0 ? i : block[up];
        linked[at] = node.tag == HtmlTag::A || (node.parent >= 0 && linked[up]);
        if (isDropped(i))
            continue;
        Sums &sum = own[static_cast<std::size_t>(block[at])];
        sum.links += node.tag == HtmlTag::A ? 1 : 0;
        if (node.tag == HtmlTag::Text) {
            const int letters = lettersIn(node.text);
            sum.text += letters;
            sum.linked += linked[at] ? letters : 0;
        }
    }
}

void Boilerplate::measure()
{
    m_sums.assign(m_dropped.size(), {});
    measureText(m_sums);
    for (Sums &sum : m_sums) {
        const bool good = sum.text >= goodParagraph && sum.linked * 2 < sum.text;
        sum.goodText = good ? sum.text : 0;
        sum.goodCount = good ? 1 : 0;
    }
    for (int i = m_tree.size() - 1; i > 0; --i) {
        if (m_tree.node(i).parent < 0)
            continue;
        Sums &up = m_sums[static_cast<std::size_t>(m_tree.node(i).parent)];
        const Sums &sum = sums(i);
        up.text += sum.text;
        up.linked += sum.linked;
        up.links += sum.links;
        up.goodText += sum.goodText;
        up.goodCount += sum.goodCount;
    }
}

bool Boilerplate::hasAncestor(int node, std::initializer_list<HtmlTag> tags) const
{
    for (int up = m_tree.node(node).parent; up >= 0; up = m_tree.node(up).parent)
        if (std::find(tags.begin(), tags.end(), m_tree.node(up).tag) != tags.end())
            return true;
    return false;
}

bool Boilerplate::isNamedAsSurrounding(int node) const
{
    const HtmlTag tag = m_tree.node(node).tag;
    if (tag == HtmlTag::Body || tag == HtmlTag::Html || tag == HtmlTag::Article || tag == HtmlTag::Main)
        return false;
    const QString id = m_tree.attribute(node, "id").toLower();
    const int outside = sums(0).goodText - sums(node).goodText;
    if (id == QLatin1String("comments") || id == QLatin1String("disqus_thread"))
        return outside >= 200;
    const QSet<QString> words = wordsOf(m_tree, node);
    if (isStrongName(words))
        return sums(node).goodText == 0 || outside >= std::max(200, sums(node).goodText);
    return isWeakName(words) && sums(node).goodText == 0;
}

bool Boilerplate::isSurrounding(int node) const
{
    const bool small = sums(node).goodText * 10 <= sums(0).goodText * 3;
    switch (m_tree.node(node).tag) {
    case HtmlTag::Text: case HtmlTag::H1:
        return false;
    case HtmlTag::Nav: case HtmlTag::Aside: case HtmlTag::Menu:
        return small;
    case HtmlTag::Form:
        return sums(node).goodText == 0;
    case HtmlTag::Footer:
        return small && !hasAncestor(node, {HtmlTag::Blockquote, HtmlTag::Figure});
    case HtmlTag::Header:
        if (hasAncestor(node, {HtmlTag::Article, HtmlTag::Main}))
            return false;
        return sums(node).goodText == 0;
    case HtmlTag::P: case HtmlTag::Li: case HtmlTag::Div: {
        const Sums &sum = sums(node);
        if (sum.links > 0 && sum.text < 300 && sum.linked * 2 > sum.text && pointsElsewhere(m_tree.textBelow(node)))
            return true;
        break;
    }
    default:
        break;
    }
    return isNamedAsSurrounding(node);
}

void Boilerplate::dropSurroundings()
{
    for (int i = 0; i < m_tree.size(); i = isDropped(i) ? m_tree.node(i).end : i + 1)
        if (!isDropped(i) && isSurrounding(i))
            drop(i);
}

/// Blocks that are little but links, within the article.
void Boilerplate::dropLinkLists()
{
    const auto isContainer = [](HtmlTag tag) {
        return tag == HtmlTag::Ul || tag == HtmlTag::Ol || tag == HtmlTag::Div || tag == HtmlTag::Section || tag == HtmlTag::Table;
    };
    const bool hasText = sums(m_root).goodText > 0;
    for (int i = m_root + 1; hasText && i < m_tree.node(m_root).end; ++i) {
        const Sums &sum = sums(i);
        if (!isDropped(i) && isContainer(m_tree.node(i).tag) && sum.links >= 3 && sum.goodCount == 0 && sum.linked * 10 > sum.text * 6)
            drop(i);
    }
}

bool Boilerplate::isStatedArticle(int node) const
{
    const HtmlTag tag = m_tree.node(node).tag;
    return tag == HtmlTag::Article || tag == HtmlTag::Main || m_tree.attribute(node, "role") == QLatin1String("main")
        || m_tree.attribute(node, "itemprop").contains(QLatin1String("articleBody"));
}

/// The smallest element that calls itself the article and holds (nearly) all good paragraphs: the
/// others on the page are then teasers. -1 when none does.
int Boilerplate::statedRoot() const
{
    const Sums &page = sums(0);
    int best = -1;
    for (int i = 0; i < m_tree.size(); ++i) {
        if (isDropped(i) || sums(i).goodText * 10 < page.goodText * 7 || !isStatedArticle(i))
            continue;
        const bool fewOutside = page.goodCount - sums(i).goodCount < 3 || sums(i).goodText * 10 >= page.goodText * 9;
        const bool smaller = best < 0 || m_tree.node(i).end - i < m_tree.node(best).end - best;
        // An article with its headline and standfirst is better than its body alone.
        const bool onlyBody = best >= 0 && m_tree.node(best).tag == HtmlTag::Article && i > best;
        if (fewOutside && smaller && !onlyBody)
            best = i;
    }
    return best;
}

int Boilerplate::commonAncestorOfGoodText() const
{
    int root = 0;
    for (int i = 1; i < m_tree.node(root).end; ++i) {
        if (i > root && sums(i).goodCount == sums(0).goodCount)
            root = i;  // later ones that hold all are deeper
    }
    return root;
}

void Boilerplate::chooseRoot()
{
    if (sums(0).goodCount == 0)
        return;
    const int stated = statedRoot();
    m_root = stated >= 0 ? stated : commonAncestorOfGoodText();
    // A single good paragraph stands among short ones, which must not be lost.
    if (stated < 0 && sums(0).goodCount == 1)
        m_root = 0;
}

} // namespace ca
