// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/HtmlTree.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "document/TextLines.h"
#include "document/XmlLoads.h"

#include <QHash>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace ca {
namespace {

constexpr std::string_view tagNames =
    "#text a article aside audio b base blockquote body br button canvas caption center dd details dialog div dl dt "
    "em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html i "
    "iframe img input legend li link main menu meta nav noscript object ol option p pre script section select "
    "span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr u ul video";

HtmlTag tagNamed(const char *name)
{
    static const QHash<QByteArray, HtmlTag> tags = [] {
        QHash<QByteArray, HtmlTag> table;
        int tag = 0;
        const QByteArray all(tagNames.data(), static_cast<qsizetype>(tagNames.size()));
        for (const QByteArray &each : all.split(' '))
            table.insert(each, static_cast<HtmlTag>(tag++));
        return table;
    }();
    return tags.value(QByteArray(name).toLower(), HtmlTag::Other);
}

constexpr std::array<std::string_view, 17> keptAttributes{
    "class", "id", "role", "hidden", "style", "aria-hidden", "itemprop", "property", "name", "content", "href", "rel", "datetime",
    "pubdate", "type", "lang", "xml:lang"};

/// What HTML says numbers 128 to 159 mean: windows-1252 (HTML Standard, 13.2.5.80).
QString withoutC1(QString text)
{
    static constexpr char16_t meant[32] = {
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178};
    const auto isC1 = [](QChar c) { return c.unicode() >= 0x80 && c.unicode() < 0xA0 && c.unicode() != 0x85; };
    if (std::any_of(text.cbegin(), text.cend(), isC1))
        for (QChar &c : text)
            if (isC1(c))
                c = QChar(meant[c.unicode() - 0x80]);
    return text;
}

struct FreeParser {
    void operator()(htmlParserCtxtPtr p) const { htmlFreeParserCtxt(p); }
};

} // namespace

bool isBlock(HtmlTag tag)
{
    using T = HtmlTag;
    switch (tag) {
    case T::Text: case T::A: case T::Audio: case T::B: case T::Base: case T::Br: case T::Button: case T::Canvas: case T::Em:
    case T::Embed: case T::Font: case T::I: case T::Iframe: case T::Img: case T::Input: case T::Link: case T::Meta: case T::Noscript:
    case T::Object: case T::Script: case T::Span: case T::Strong: case T::Style: case T::Sub: case T::Sup: case T::Svg: case T::Td:
    case T::Th: case T::Template: case T::Time: case T::U: case T::Video: case T::Other:
        return false;
    default:
        return true;
    }
}

/// Receives libxml2's events and grows the tree.
class HtmlEvents {
public:
    HtmlEvents(HtmlTree &tree, const CancelToken &cancel) : m_tree(tree), m_cancel(cancel) {}

    Result<Done> run(const QByteArray &utf8)
    {
        XmlLoads::forbid();
        const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
        if (!parser)
            return Error{tr("There is too little memory to read it."), {}, 0};
        m_parser = parser.get();
        listen(*m_parser->sax);
        m_parser->userData = this;
        htmlCtxtReadMemory(m_parser, utf8.constData(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                           HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
        m_parser = nullptr;
        closeDownTo(0);
        if (!m_tree.m_nodes.empty())
            m_tree.m_nodes.front().end = m_tree.size();
        return m_refusal.isEmpty() ? Result<Done>(Done{}) : Result<Done>(Error{m_refusal, {}, 0});
    }

private:
    static HtmlEvents *self(void *p) { return static_cast<HtmlEvents *>(p); }

    static void listen(xmlSAXHandler &sax)
    {
        sax = {};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElement = [](void *p, const xmlChar *name, const xmlChar **attributes) { self(p)->start(name, attributes); };
        sax.endElement = [](void *p, const xmlChar *name) { self(p)->finish(name); };
        sax.characters = [](void *p, const xmlChar *text, int length) { self(p)->characters(text, length); };
        sax.ignorableWhitespace = sax.characters;
        sax.cdataBlock = sax.characters;
        // Markup errors cost the parser time, too: they count as nodes do.
        sax.serror = [](void *p, xmlErrorPtr) { self(p)->count(); };
    }

    void refuse(const QString &reason)
    {
        if (m_refusal.isEmpty())
            m_refusal = reason;
        xmlStopParser(m_parser);
    }

    void count()
    {
        if (++m_count > limits::htmlNodes)
            refuse(tr("It has more than %1 elements; that is no article.").arg(limits::htmlNodes));
        else if (m_count % 256 == 0 && m_cancel.cancelled())
            refuse(readingCancelled());
    }

    int push(HtmlTag tag)
    {
        HtmlNode node;
        node.tag = tag;
        node.parent = parent();
        node.firstAttribute = static_cast<int>(m_tree.m_attributes.size());
        m_tree.m_nodes.push_back(node);
        m_tree.m_nodes.back().end = m_tree.size();
        return m_tree.size() - 1;
    }

    /// What follows the end of the first element still belongs to it: the page has one root.
    [[nodiscard]] int parent() const
    {
        if (m_open.empty())
            return m_tree.size() == 0 ? -1 : 0;
        return m_open[std::min<std::size_t>(m_open.size(), limits::htmlDepth) - 1].node;
    }

    void start(const xmlChar *name, const xmlChar **attributes)
    {
        count();
        if (m_open.size() >= limits::htmlOpenElements)
            return refuse(tr("Its elements are nested more than %1 deep; that is no article.").arg(limits::htmlOpenElements));
        const char *chars = reinterpret_cast<const char *>(name);
        const int node = push(tagNamed(chars));
        for (; attributes && *attributes; attributes += 2)
            addAttribute(node, reinterpret_cast<const char *>(attributes[0]), reinterpret_cast<const char *>(attributes[1]));
        m_open.push_back({QByteArray(chars), node});
        m_ignoresText = ignoresText(node);
    }

    void addAttribute(int node, const char *name, const char *value)
    {
        const auto kept = std::find(keptAttributes.begin(), keptAttributes.end(), std::string_view(name));
        if (kept == keptAttributes.end())
            return;
        count();
        m_tree.m_attributes.push_back({*kept, QString::fromUtf8(value ? value : "", value ? -1 : 0)});
        ++m_tree.m_nodes[static_cast<std::size_t>(node)].attributeCount;
    }

    /// Programs and styles are no text; JSON-LD is metadata.
    [[nodiscard]] bool ignoresText(int node) const
    {
        const HtmlTag tag = m_tree.node(node).tag;
        return tag == HtmlTag::Style
            || (tag == HtmlTag::Script && !m_tree.attribute(node, "type").contains(QLatin1String("ld+json"), Qt::CaseInsensitive));
    }

    void finish(const xmlChar *name)
    {
        const QByteArray wanted(reinterpret_cast<const char *>(name));
        for (std::size_t i = m_open.size(); i-- > 0;)
            if (m_open[i].name == wanted)
                return closeDownTo(i);
    }

    void closeDownTo(std::size_t depth)
    {
        // Nodes past the depth limit are siblings; their ancestors end no sooner than they do.
        for (; m_open.size() > depth; m_open.pop_back())
            m_tree.m_nodes[static_cast<std::size_t>(m_open.back().node)].end =
                m_open.size() > limits::htmlDepth ? m_open.back().node + 1 : m_tree.size();
        m_ignoresText = !m_open.empty() && ignoresText(m_open.back().node);
    }

    void characters(const xmlChar *text, int length)
    {
        if (m_ignoresText || length <= 0)
            return;
        const QString run = withoutC1(QString::fromUtf8(reinterpret_cast<const char *>(text), length));
        if (!m_open.empty() && m_tree.node(m_open.back().node).tag == HtmlTag::Script) {
            m_tree.m_nodes[static_cast<std::size_t>(m_open.back().node)].text += run;
            return;
        }
        HtmlNode *last = m_tree.m_nodes.empty() ? nullptr : &m_tree.m_nodes.back();
        if (last && last->tag == HtmlTag::Text && last->parent == parent()) {
            last->text += run;
            return;
        }
        count();
        m_tree.m_nodes[static_cast<std::size_t>(push(HtmlTag::Text))].text = run;
    }

    struct Open {
        QByteArray name;
        int node;
    };
    HtmlTree &m_tree;
    const CancelToken &m_cancel;
    htmlParserCtxtPtr m_parser = nullptr;
    std::vector<Open> m_open;
    bool m_ignoresText = false;
    int m_count = 0;
    QString m_refusal;
};

Result<HtmlTree> HtmlTree::parse(const QString &html, const CancelToken &cancel)
{
    HtmlTree tree;
    const Result<Done> done = HtmlEvents(tree, cancel).run(html.toUtf8());
    return done ? Result<HtmlTree>(std::move(tree)) : Result<HtmlTree>(done.error());
}

QString HtmlTree::attribute(int at, const char *name) const
{
    const HtmlNode &n = node(at);
    for (int i = n.firstAttribute; i < n.firstAttribute + n.attributeCount; ++i)
        if (m_attributes[static_cast<std::size_t>(i)].name == name)
            return m_attributes[static_cast<std::size_t>(i)].value;
    return {};
}

QString HtmlTree::textBelow(int at) const
{
    constexpr qsizetype longest = 20'000;
    QString text;
    for (int i = at; i < node(at).end && text.size() < longest; ++i)
        if (node(i).tag == HtmlTag::Text)
            text += QStringView(node(i).text).left(longest);
        else if (isBlock(node(i).tag) || node(i).tag == HtmlTag::Br)
            text += u' ';
    return text.simplified();
}

} // namespace ca
