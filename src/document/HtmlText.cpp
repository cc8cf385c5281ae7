// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/HtmlText.h"

#include "base/Tr.h"
#include "document/Boilerplate.h"
#include "document/HtmlDecoding.h"
#include "document/HtmlMetadata.h"
#include "document/HtmlTree.h"

#include <vector>

namespace ca::HtmlText {
namespace {

/// Walks the kept nodes in order and writes their lines.
class Writer {
public:
    Writer(const HtmlTree &tree, const Boilerplate &kept, TextLines &lines) : m_tree(tree), m_kept(kept), m_lines(lines) {}

    void write()
    {
        const int end = m_tree.size() > 0 ? m_tree.node(m_kept.root()).end : 0;
        for (int i = m_kept.root(); i < end && !m_lines.isTooLong();) {
            leaveDownTo(i);
            if (m_kept.isDropped(i)) {
                i = m_tree.node(i).end;
                continue;
            }
            enter(i++);
        }
        leaveDownTo(end);
        m_lines.endLine();
    }

private:
    void enter(int i)
    {
        const HtmlNode &node = m_tree.node(i);
        if (node.tag == HtmlTag::Text)
            return m_preformatted > 0 ? m_lines.appendVerbatim(node.text) : m_lines.append(node.text);
        if (node.tag == HtmlTag::Br || isBlock(node.tag))
            m_lines.endLine();
        if (node.tag == HtmlTag::Td || node.tag == HtmlTag::Th)
            m_lines.separate();
        m_preformatted += node.tag == HtmlTag::Pre ? 1 : 0;
        m_open.push_back(i);
    }

    /// Leaves the elements that ended before node @p i.
    void leaveDownTo(int i)
    {
        for (; !m_open.empty() && m_tree.node(m_open.back()).end <= i; m_open.pop_back()) {
            const HtmlTag tag = m_tree.node(m_open.back()).tag;
            m_preformatted -= tag == HtmlTag::Pre ? 1 : 0;
            if (isBlock(tag))
                m_lines.endLine();
        }
    }

    const HtmlTree &m_tree;
    const Boilerplate &m_kept;
    TextLines &m_lines;
    std::vector<int> m_open;
    int m_preformatted = 0;
};

bool isBelow(const HtmlTree &tree, int node, int root)
{
    return node >= root && node < tree.node(root).end;
}

/// The page's headline where it stands outside of the article's element: it is part of the article.
/// Told from the name of the site by the title.
void writeHeadline(const HtmlTree &tree, const Boilerplate &kept, const QString &title, TextLines &lines)
{
    QString headline;
    for (int i = 0; i < tree.size() && !title.isEmpty(); ++i) {
        if (tree.node(i).tag != HtmlTag::H1)
            continue;
        if (isBelow(tree, i, kept.root()) && !kept.isDropped(i))
            return;
        const QString text = tree.textBelow(i).left(1000);
        const bool fits = text.contains(title, Qt::CaseInsensitive)
            || (text.size() > 15 && title.contains(text, Qt::CaseInsensitive));
        if (headline.isEmpty() && fits)
            headline = text;
    }
    lines.append(headline);
    lines.endLine();
}

Result<DocumentParts> partsOf(TextLines &lines)
{
    if (lines.isTooLong())
        return Error{tooMuchText(), {}, 0};
    DocumentParts parts;
    parts.text = lines.take();
    return parts;
}

} // namespace

void appendWhole(const HtmlTree &tree, TextLines &lines)
{
    Writer(tree, Boilerplate(tree, true), lines).write();
}

Result<DocumentParts> readSelection(const QString &html, const CancelToken &cancel)
{
    const Result<HtmlTree> tree = HtmlTree::parse(html, cancel);
    if (!tree)
        return tree.error();
    TextLines lines;
    appendWhole(*tree, lines);
    Result<DocumentParts> parts = partsOf(lines);
    if (parts)
        parts->csl.setType(QStringLiteral("webpage"));
    return parts;
}

Result<DocumentParts> readPage(const QByteArray &bytes, const CancelToken &cancel, const QByteArray &declaredEncoding)
{
    const Result<DecodedHtml> html = decodeHtml(bytes, declaredEncoding);
    if (!html)
        return html.error();
    const Result<HtmlTree> tree = HtmlTree::parse(html->text, cancel);
    if (!tree)
        return tree.error();
    TextLines lines;
    const Boilerplate kept(*tree, false);
    CslItem csl;
    HtmlMetadata(*tree, kept.root()).addTo(csl);
    writeHeadline(*tree, kept, csl.text(QStringLiteral("title")), lines);
    Writer(*tree, kept, lines).write();
    // A page that is nothing but surroundings is taken as it is.
    if (lines.size() == 0)
        appendWhole(*tree, lines);
    Result<DocumentParts> parts = partsOf(lines);
    if (!parts)
        return parts;
    parts->csl = csl;
    parts->remarks = html->remarks;
    return parts;
}

} // namespace ca::HtmlText
