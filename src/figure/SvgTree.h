// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace ca {

/// The drawing of an SVG file while it grows: elements in named groups, each with its clip and look. What neighbours
/// have in common is written once, around them; a clip that a whole group shares is the group's. Empty groups vanish.
class SvgTree {
public:
    SvgTree();

    /// @p name is the element's, @p look the attributes that groups may hold for it, @p own those that are its own, @p content
    /// what stands inside; all are ready to be written. @p clip is the id of a clipPath, empty = none.
    void add(const QByteArray &clip, const QByteArray &name, const QByteArray &look, const QByteArray &own, const QByteArray &content = {});
    void beginGroup(const QString &id, const QString &title);
    void beginLink(const QString &url);
    /// Ends the group or link begun last; nothing where none is open.
    void end();

    [[nodiscard]] QByteArray toSvg() const;

    /// Fit for an id: letters, digits, hyphens; unique in this file.
    [[nodiscard]] QByteArray uniqueId(const QString &wanted);

private:
    struct Node;
    struct Piece {
        QByteArray clip, name, look, own, content;
        std::unique_ptr<Node> node;  ///< a group or link; the others are empty but for the clip
    };
    struct Node {
        QByteArray name = "g";
        QByteArray attributes;
        std::vector<Piece> pieces;
    };
    void begin(std::unique_ptr<Node> node);
    static void write(QByteArray &out, const std::vector<Piece> &pieces, int depth);
    static void writeClipped(QByteArray &out, const Piece *first, const Piece *last, int depth);
    static void writeOne(QByteArray &out, const Piece &piece, bool withLook, int depth, const QByteArray &clip = {});

    Node m_root;
    std::vector<std::unique_ptr<Node>> m_open;
    QSet<QByteArray> m_ids;
};

} // namespace ca
