// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace ca {

enum class HtmlTag : unsigned char {
    Text,  ///< a run of text, not an element
    A, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas, Caption, Center, Dd, Details, Dialog, Div, Dl, Dt,
    Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, Frame, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, I,
    Iframe, Img, Input, Legend, Li, Link, Main, Menu, Meta, Nav, Noscript, Object, Ol, Option, P, Pre, Script, Section, Select,
    Span, Strong, Style, Sub, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, U, Ul, Video,
    Other
};

/// Does the element stand on lines of its own?
[[nodiscard]] bool isBlock(HtmlTag tag);

/// A node of a page. Nodes stand in the order of the document: the descendants of node i are
/// i + 1 … end - 1, so no walk needs recursion.
struct HtmlNode {
    HtmlTag tag = HtmlTag::Other;
    int parent = -1;
    int end = 0;              ///< one past its last descendant
    int firstAttribute = 0;
    int attributeCount = 0;
    QString text;             ///< of a Text node, or all of a script that holds JSON-LD
};

/// A page as read by libxml2's HTML parser, entities resolved, scripts and styles without their
/// text. The parser's events are taken instead of its tree: that way depth is bounded without
/// losing text (its own tree stops at 256 levels), and cancelling works. Nothing is ever loaded.
/// Chosen over Gumbo, which is unmaintained, recurses when it frees deep pages and does not know
/// XHTML's <p/>, which e-books use.
class HtmlTree {
public:
    /// Fails when cancelled and for pages past the html limits in DocumentLimits.h. Any thread.
    static Result<HtmlTree> parse(const QString &html, const CancelToken &cancel);

    [[nodiscard]] const std::vector<HtmlNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const HtmlNode &node(int i) const { return m_nodes[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    /// Only attributes that matter are kept (see HtmlTree.cpp); null when it has none of the name.
    [[nodiscard]] QString attribute(int node, const char *name) const;
    [[nodiscard]] bool hasAttribute(int node, const char *name) const { return !attribute(node, name).isNull(); }
    /// Text below a node, white space put in order: a title or name, so at most the first 20,000 characters.
    [[nodiscard]] QString textBelow(int node) const;

private:
    friend class HtmlEvents;
    struct Attribute {
        std::string_view name;  ///< of the list in HtmlTree.cpp, which lives forever
        QString value;
    };
    std::vector<HtmlNode> m_nodes;
    std::vector<Attribute> m_attributes;
};

} // namespace ca
