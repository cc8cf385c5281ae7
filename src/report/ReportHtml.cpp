// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportHtml.h"

#include "citation/WellFormed.h"
#include "report/ReportOutline.h"

#include <QXmlStreamWriter>

namespace ca {

namespace {

using Kind = ReportBlock::Kind;

// None of < > & ": XML would escape them, and HTML takes a style sheet as it stands.
const char styleSheet[] = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #56606b; --line: #cfd6dd; --paper: #ffffff; --tint: #f3f5f7; --link: #0b5cad; --warn: #8a3b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ec; --soft: #a3adb8; --line: #3b444d; --paper: #14181c; --tint: #1e242a; --link: #7cb7f2; --warn: #f0a868; } }
html { background: var(--paper); color: var(--ink); font: 100%/1.5 'Noto Sans', 'Noto Sans Armenian', 'Noto Sans Georgian', system-ui, sans-serif; }
body { max-width: 52rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .4rem; }
p { margin: .6rem 0; white-space: pre-line; }
.subtitle { color: var(--soft); margin: .3rem 0 1.2rem; }
.small { color: var(--soft); font-size: .875rem; margin: .2rem 0 1rem; }
blockquote { margin: .8rem 0 .4rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--line); white-space: pre-line; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; min-width: 36rem; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); white-space: pre-line; }
thead th { color: var(--soft); font-weight: 600; }
ol { padding-left: 2.2rem; }
li { margin: .3rem 0; overflow-wrap: anywhere; }
li:target { background: var(--tint); }
a { color: var(--link); }
.warn { color: var(--warn); font-weight: 600; }
@media print { :root { --ink: #000000; --soft: #444444; --line: #999999; --paper: #ffffff; --tint: #ffffff; --link: #000000; --warn: #000000; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } tr, li, blockquote { break-inside: avoid; }
  .scroll { overflow: visible; } a { text-decoration: none; } @page { size: A4; margin: 20mm; } }
)";

class Writer {
public:
    QByteArray written(const ReportContent &content)
    {
        m_xml.setAutoFormatting(false);
        m_xml.writeDTD(QStringLiteral("<!DOCTYPE html>"));
        line();
        m_xml.writeStartElement(QStringLiteral("html"));
        m_xml.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/1999/xhtml"));
        m_xml.writeAttribute(QStringLiteral("lang"), xmlText(content.language));
        head(content);
        m_xml.writeStartElement(QStringLiteral("body"));
        m_xml.writeStartElement(QStringLiteral("main"));
        for (const ReportBlock &one : reportOutline(content))
            block(one);
        endList();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        line();
        return m_bytes;
    }

private:
    void line() { m_xml.writeCharacters(QStringLiteral("\n")); }

    void open(const char *name, const QString &cssClass = {})
    {
        m_xml.writeStartElement(QLatin1String(name));
        if (!cssClass.isEmpty())
            m_xml.writeAttribute(QStringLiteral("class"), cssClass);
    }

    /// Never <p/>: HTML would take it for an opening tag.
    void close()
    {
        m_xml.writeCharacters(QString());
        m_xml.writeEndElement();
    }

    void meta(const char *key, const char *name, const QString &content)
    {
        line();
        m_xml.writeEmptyElement(QStringLiteral("meta"));
        m_xml.writeAttribute(QLatin1String(key), QLatin1String(name));
        m_xml.writeAttribute(QStringLiteral("content"), content);
    }

    void head(const ReportContent &content)
    {
        line();
        m_xml.writeStartElement(QStringLiteral("head"));
        line();
        m_xml.writeEmptyElement(QStringLiteral("meta"));
        m_xml.writeAttribute(QStringLiteral("charset"), QStringLiteral("utf-8"));
        meta("name", "viewport", QStringLiteral("width=device-width, initial-scale=1"));
        meta("name", "generator", QStringLiteral("Corridor Atlas"));
        meta("http-equiv", "Content-Security-Policy", QStringLiteral("default-src 'none'; style-src 'unsafe-inline'"));
        line();
        m_xml.writeTextElement(QStringLiteral("title"), xmlText(content.title));
        line();
        m_xml.writeTextElement(QStringLiteral("style"), QLatin1String(styleSheet));
        line();
        m_xml.writeEndElement();
        line();
    }

    void run(const ReportRun &one)
    {
        int opened = 0;
        const auto wrap = [&](const char *name) {
            open(name);
            ++opened;
        };
        if (!one.link.isEmpty()) {
            wrap("a");
            m_xml.writeAttribute(QStringLiteral("href"), xmlText(one.link));
        }
        if (one.bold && !one.warning)
            wrap("strong");
        if (one.italic)
            wrap("i");
        if (one.warning || !one.language.isEmpty()) {
            wrap("span");
            if (one.warning)
                m_xml.writeAttribute(QStringLiteral("class"), QStringLiteral("warn"));
            if (!one.language.isEmpty())
                m_xml.writeAttribute(QStringLiteral("lang"), xmlText(one.language));
        }
        m_xml.writeCharacters(xmlText(one.text));
        while (opened-- > 0)
            close();
    }

    void text(const ReportText &runs)
    {
        for (const ReportRun &one : runs)
            run(one);
    }

    void paragraph(const char *name, const ReportText &runs, const QString &cssClass = {})
    {
        line();
        open(name, cssClass);
        text(runs);
        close();
    }

    void cells(const std::vector<ReportText> &row)
    {
        line();
        open("tr");
        for (const ReportText &cell : row) {
            open("td");
            text(cell);
            close();
        }
        close();
    }

    void table(const ReportBlock &block)
    {
        line();
        open("div", QStringLiteral("scroll"));
        open("table");
        open("colgroup");
        for (const int width : block.widths) {
            m_xml.writeEmptyElement(QStringLiteral("col"));
            m_xml.writeAttribute(QStringLiteral("style"), QStringLiteral("width: %1%").arg(width));
        }
        close();
        if (!block.columns.empty()) {
            open("thead");
            open("tr");
            for (const QString &column : block.columns) {
                open("th");
                m_xml.writeAttribute(QStringLiteral("scope"), QStringLiteral("col"));
                m_xml.writeCharacters(xmlText(column));
                close();
            }
            close();
            close();
        }
        open("tbody");
        for (const std::vector<ReportText> &row : block.rows)
            cells(row);
        close();
        close();
        close();
    }

    void source(const ReportBlock &block)
    {
        if (!m_inList) {
            line();
            open("ol");
            m_inList = true;
        }
        line();
        open("li");
        m_xml.writeAttribute(QStringLiteral("id"), sourceAnchor(block.number));
        text(block.text);
        close();
    }

    void endList()
    {
        if (m_inList)
            close();
        m_inList = false;
    }

    void quotation(const ReportBlock &block)
    {
        line();
        open("blockquote");
        if (!block.language.isEmpty())
            m_xml.writeAttribute(QStringLiteral("lang"), xmlText(block.language));
        text(block.text);
        close();
    }

    void block(const ReportBlock &one)
    {
        if (one.kind == Kind::Source)
            return source(one);
        endList();
        switch (one.kind) {
        case Kind::Title: return paragraph("h1", one.text);
        case Kind::Subtitle: return paragraph("p", one.text, QStringLiteral("subtitle"));
        case Kind::Heading: return paragraph("h2", one.text);
        case Kind::Subheading: return paragraph("h3", one.text);
        case Kind::Small: return paragraph("p", one.text, QStringLiteral("small"));
        case Kind::Quotation: return quotation(one);
        case Kind::Table: return table(one);
        default: return paragraph("p", one.text);
        }
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml{&m_bytes};
    bool m_inList = false;
};

} // namespace

QByteArray reportHtml(const ReportContent &content)
{
    return Writer().written(content);
}

} // namespace ca
