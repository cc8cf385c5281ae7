// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QString>
#include <QStringList>

namespace ca {

/// Text broken into lines for a width; measured and painted by the same numbers on every device.
/// Lengths in the painter's units. A value.
class TextBlock {
public:
    TextBlock() = default;
    /// @param maxLines 0 = as many as needed; otherwise the last line ends in "…" where text is left over.
    TextBlock(const QString &text, const QFont &font, double width, int maxLines = 0);

    [[nodiscard]] bool empty() const { return m_lines.isEmpty(); }
    [[nodiscard]] double height() const { return m_lines.size() * m_lineHeight; }
    [[nodiscard]] double width() const { return m_width; }  ///< of the widest line
    [[nodiscard]] bool elided() const { return m_elided; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Width of the longest word: narrower than that, words are broken.
    [[nodiscard]] static double widestWord(const QString &text, const QFont &font);
    void paint(QPainter &painter, QPointF topLeft, const QColor &color) const;

private:
    QFont m_font;
    QStringList m_lines;
    double m_lineHeight = 0;
    double m_ascent = 0;
    double m_width = 0;
    bool m_elided = false;
};

} // namespace ca
