// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgTree.h"

#include "citation/WellFormed.h"

#include <algorithm>

namespace ca {

namespace {

constexpr int fewestToShare = 3;  ///< elements of one look that get a group of their own

QByteArray attribute(const QByteArray &name, const QString &value)
{
    return ' ' + name + "=\"" + xmlEscaped(value).toUtf8() + '"';
}

QByteArray clipAttribute(const QByteArray &clip)
{
    return clip.isEmpty() ? QByteArray() : " clip-path=\"url(#" + clip + ")\"";
}

QByteArray lineStart(int depth)
{
    return '\n' + QByteArray(depth, ' ');
}

} // namespace

SvgTree::SvgTree() = default;

void SvgTree::add(const QByteArray &clip, const QByteArray &name, const QByteArray &look, const QByteArray &own, const QByteArray &content)
{
    Node &into = m_open.empty() ? m_root : *m_open.back();
    into.pieces.push_back({clip, name, look, own, content, nullptr});
}

void SvgTree::begin(std::unique_ptr<Node> node)
{
    m_open.push_back(std::move(node));
}

void SvgTree::beginGroup(const QString &id, const QString &title)
{
    auto node = std::make_unique<Node>();
    node->attributes = " id=\"" + uniqueId(id) + "\" inkscape:groupmode=\"layer\"" + attribute("inkscape:label", title);
    begin(std::move(node));
}

void SvgTree::beginLink(const QString &url)
{
    auto node = std::make_unique<Node>();
    node->name = "a";
    node->attributes = attribute("xlink:href", url);
    begin(std::move(node));
}

void SvgTree::end()
{
    if (m_open.empty())
        return;
    std::unique_ptr<Node> node = std::move(m_open.back());
    m_open.pop_back();
    if (node->pieces.empty())
        return;
    Piece piece;
    piece.clip = node->pieces.front().clip;
    const bool shared = std::all_of(node->pieces.begin(), node->pieces.end(), [&](const Piece &each) { return each.clip == piece.clip; });
    if (!shared)
        piece.clip.clear();
    else
        for (Piece &each : node->pieces)
            each.clip.clear();
    piece.node = std::move(node);
    (m_open.empty() ? m_root : *m_open.back()).pieces.push_back(std::move(piece));
}

QByteArray SvgTree::toSvg() const
{
    QByteArray out;
    write(out, m_root.pieces, 1);
    return out + '\n';
}

QByteArray SvgTree::uniqueId(const QString &wanted)
{
    QByteArray base;
    for (const QChar c : wanted) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
        base += plain ? char(c.unicode()) : '-';
    }
    if (base.isEmpty() || !((base[0] | 0x20) >= 'a' && (base[0] | 0x20) <= 'z'))
        base.prepend("id-");
    QByteArray id = base;
    for (int number = 2; m_ids.contains(id); ++number)
        id = base + '-' + QByteArray::number(number);
    m_ids.insert(id);
    return id;
}

/// Neighbours of one clip together.
void SvgTree::write(QByteArray &out, const std::vector<Piece> &pieces, int depth)
{
    const Piece *end = pieces.data() + pieces.size();
    for (const Piece *first = pieces.data(); first != end;) {
        const Piece *last = first;
        while (last != end && last->clip == first->clip)
            ++last;
        if (first->clip.isEmpty()) {
            writeClipped(out, first, last, depth);
        } else if (last - first == 1 && first->node) {
            writeOne(out, *first, true, depth, first->clip);
        } else {
            out += lineStart(depth) + "<g" + clipAttribute(first->clip) + '>';
            writeClipped(out, first, last, depth + 1);
            out += lineStart(depth) + "</g>";
        }
        first = last;
    }
}

/// Neighbours of one look together.
void SvgTree::writeClipped(QByteArray &out, const Piece *first, const Piece *last, int depth)
{
    while (first != last) {
        const Piece *next = first;
        while (next != last && !next->node && !first->node && next->look == first->look)
            ++next;
        if (next - first >= fewestToShare && !first->look.isEmpty()) {
            out += lineStart(depth) + "<g" + first->look + '>';
            for (; first != next; ++first)
                writeOne(out, *first, false, depth + 1);
            out += lineStart(depth) + "</g>";
        } else {
            next = std::max(next, first + 1);
            for (; first != next; ++first)
                writeOne(out, *first, true, depth);
        }
    }
}

void SvgTree::writeOne(QByteArray &out, const Piece &piece, bool withLook, int depth, const QByteArray &clip)
{
    if (piece.node) {
        out += lineStart(depth) + '<' + piece.node->name + piece.node->attributes + clipAttribute(clip) + '>';
        write(out, piece.node->pieces, depth + 1);
        out += lineStart(depth) + "</" + piece.node->name + '>';
        return;
    }
    out += lineStart(depth) + '<' + piece.name + (withLook ? piece.look : QByteArray()) + piece.own;
    out += piece.content.isEmpty() ? QByteArray("/>") : '>' + piece.content + "</" + piece.name + '>';
}

} // namespace ca
