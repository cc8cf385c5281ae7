// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/HtmlWriter.h"

#include <QColor>

namespace ca {

namespace {

QString startTag(const char *tag, const char *cssClass)
{
    return cssClass ? QStringLiteral("<%1 class=\"%2\">").arg(QLatin1String(tag), QLatin1String(cssClass))
                    : QStringLiteral("<%1>").arg(QLatin1String(tag));
}

QString endTag(const char *tag)
{
    return QStringLiteral("</%1>").arg(QLatin1String(tag));
}

constexpr char rules[] = R"(
body { line-height: 130%; }
p.h1 { font-size: 18px; font-weight: 600; margin: 0 0 4px 0; }
p.h2 { font-size: 14px; font-weight: 600; margin: 18px 0 5px 0; }
p.h3 { font-size: 12px; font-weight: 600; margin: 10px 0 2px 0; color: @muted; }
p { margin: 0 0 6px 0; }
p.lead { font-size: 13px; margin: 0 0 8px 0; }
p.small, td.small, span.small { color: @muted; font-size: 11px; }
p.last { margin: 0; }
p.empty { color: @muted; font-size: 13px; margin: 24px 8px 8px 8px; }
span.muted { color: @muted; }
span.value { font-weight: 600; }
a { color: @link; text-decoration: none; }
a.plain { color: @text; text-decoration: none; }
span.chip { background-color: @chip; color: @text; font-size: 11px; }
span.warn { background-color: @warn; color: @text; font-size: 11px; }
span.note { background-color: @note; color: @text; font-size: 11px; }
td { padding: 2px 10px 2px 0; vertical-align: top; }
td.side { background-color: @card; padding: 6px 10px 6px 10px; }
td.card { background-color: @card; padding: 8px 10px 8px 10px; }
td.chosen { background-color: @chosen; padding: 8px 10px 8px 10px; }
td.warning { background-color: @warn; padding: 5px 8px 5px 8px; font-size: 11px; }
)";

} // namespace

QColor HtmlWriter::mixed(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

QString HtmlWriter::styleSheet(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const bool dark = base.lightness() < text.lightness();
    // The stock link blue is unreadable on dark; both blues keep 4.5:1 against their ground.
    const QColor link = dark ? QColor(0x8a, 0xb8, 0xf2) : QColor(0x0b, 0x5c, 0xad);
    QString css = QLatin1String(rules);
    const auto put = [&css](const char *key, const QColor &color) { css.replace(QLatin1String(key), color.name()); };
    put("@muted", mixed(text, base, dark ? 0.68 : 0.64));
    put("@link", link);
    put("@text", text);
    put("@chip", mixed(text, base, 0.12));
    put("@card", mixed(text, base, 0.045));
    put("@chosen", mixed(link, base, dark ? 0.25 : 0.13));
    put("@warn", mixed(QColor(0xe6, 0x9f, 0x00), base, dark ? 0.36 : 0.28));
    put("@note", mixed(QColor(0x56, 0xb4, 0xe9), base, dark ? 0.32 : 0.26));
    return css;
}

QString HtmlWriter::escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString HtmlWriter::span(const char *cssClass, const QString &text)
{
    return startTag("span", cssClass) + escaped(text) + endTag("span");
}

QString HtmlWriter::link(const char *scheme, const QString &id, const QString &text, const char *cssClass)
{
    const QString css = cssClass ? QStringLiteral(" class=\"%1\"").arg(QLatin1String(cssClass)) : QString();
    return QStringLiteral("<a%1 href=\"%2:%3\">%4</a>").arg(css, QLatin1String(scheme), escaped(id), escaped(text));
}

QString HtmlWriter::chip(const QString &text, const char *cssClass)
{
    // Rich text of Qt has no padding on spans: the spaces are the padding.
    return startTag("span", cssClass) + QStringLiteral("&nbsp;") + escaped(text) + QStringLiteral("&nbsp;")
        + endTag("span");
}

HtmlWriter &HtmlWriter::heading(int level, const QString &text)
{
    return headingHtml(level, escaped(text));
}

HtmlWriter &HtmlWriter::headingHtml(int level, const QString &markup)
{
    // Not <h1>: Qt adds its own sizes to those, whatever the style sheet says.
    m_html += QStringLiteral("<p class=\"h%1\">").arg(level) + markup + endTag("p");
    return *this;
}

HtmlWriter &HtmlWriter::paragraph(const QString &text, const char *cssClass)
{
    m_html += startTag("p", cssClass) + escaped(text) + endTag("p");
    return *this;
}

HtmlWriter &HtmlWriter::html(const QString &markup)
{
    m_html += markup;
    return *this;
}

HtmlWriter &HtmlWriter::open(const char *tag, const char *cssClass)
{
    m_html += startTag(tag, cssClass);
    return *this;
}

HtmlWriter &HtmlWriter::close(const char *tag)
{
    m_html += endTag(tag);
    return *this;
}

} // namespace ca
