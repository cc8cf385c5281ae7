// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

namespace ca {

/// Writes the rich text of the panels. Every text that goes in is escaped here, so that nothing a source
/// says can become markup. Link schemes: subject:ID, passage:ID, read:ID, open:ID, record:ID,
/// osm:TYPE/ID.
class HtmlWriter {
public:
    /// Style sheet whose colours follow @p palette, light or dark.
    [[nodiscard]] static QString styleSheet(const QPalette &palette);
    /// @p share of @p over laid on @p under, 0..1.
    [[nodiscard]] static QColor mixed(const QColor &over, const QColor &under, double share);

    [[nodiscard]] static QString escaped(const QString &text);
    [[nodiscard]] static QString span(const char *cssClass, const QString &text);
    /// @p cssClass may be null. @p tip is shown on hover.
    [[nodiscard]] static QString link(const char *scheme, const QString &id, const QString &text,
                                      const char *cssClass = nullptr);
    /// A word in a coloured box.
    [[nodiscard]] static QString chip(const QString &text, const char *cssClass = "chip");

    HtmlWriter &heading(int level, const QString &text);            ///< 1..3; escapes
    HtmlWriter &headingHtml(int level, const QString &markup);      ///< as it is
    HtmlWriter &paragraph(const QString &text, const char *cssClass = nullptr); ///< escapes
    HtmlWriter &html(const QString &markup);                        ///< as it is: only what the helpers above made
    HtmlWriter &open(const char *tag, const char *cssClass = nullptr);
    HtmlWriter &close(const char *tag);
    [[nodiscard]] QString text() const { return m_html; }

private:
    QString m_html;
};

} // namespace ca
