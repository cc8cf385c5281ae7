// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/ReportOdt.h"

#include "base/ZipWriter.h"
#include "citation/WellFormed.h"
#include "report/OdtStyles.h"
#include "report/ReportOutline.h"

#include <QXmlStreamWriter>

#include <map>

namespace ca {

namespace {

using Kind = ReportBlock::Kind;

constexpr double textWidth = 17;  // cm, of a page of 21 with margins of 2

/// A named style and a language: one automatic style for each pair.
using Look = std::pair<QString, QString>;

/// The body of content.xml; collects the automatic styles it needs.
class Body {
public:
    explicit Body(const std::vector<ReportBlock> &blocks)
    {
        for (const ReportBlock &one : blocks)
            block(one);
        endList();
    }

    [[nodiscard]] QByteArray xml() const { return m_bytes; }

    [[nodiscard]] QByteArray automaticStyles() const
    {
        QByteArray styles = m_tableStyles;
        for (const auto &[look, name] : m_looks) {
            styles += "<style:style style:name=\"" + name.toUtf8() + "\" style:family=\"text\""
                + (look.first.isEmpty() ? QByteArray() : " style:parent-style-name=\"" + look.first.toUtf8() + '"')
                + "><style:text-properties fo:language=\"" + xmlEscaped(look.second).toUtf8() + "\" fo:country=\"none\"/></style:style>\n";
        }
        return styles;
    }

private:
    void start(const char *name, const char *style = nullptr)
    {
        m_xml.writeStartElement(QLatin1String(name));
        if (style)
            m_xml.writeAttribute(QStringLiteral("text:style-name"), QLatin1String(style));
    }
    void end() { m_xml.writeEndElement(); }

    QString styleOf(const ReportRun &run)
    {
        const QString base = run.warning ? QStringLiteral("Warning") : run.bold ? QStringLiteral("Strong") : run.italic ? QStringLiteral("Emphasis") : QString();
        if (run.language.isEmpty())
            return base;
        const auto [look, added] = m_looks.try_emplace(Look{base, run.language});
        if (added)
            look->second = QStringLiteral("T%1").arg(m_looks.size());
        return look->second;
    }

    /// Line breaks and runs of spaces have elements of their own in OpenDocument.
    void words(const QString &text)
    {
        const QStringList lines = xmlText(text).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i)
                m_xml.writeEmptyElement(QStringLiteral("text:line-break"));
            m_xml.writeCharacters(QString(lines[i]).replace(u'\t', u' '));
        }
    }

    void run(const ReportRun &one)
    {
        const QString style = styleOf(one);
        if (!one.link.isEmpty()) {
            start("text:a");
            m_xml.writeAttribute(QStringLiteral("xlink:type"), QStringLiteral("simple"));
            m_xml.writeAttribute(QStringLiteral("xlink:href"), xmlText(one.link));
        }
        if (!style.isEmpty())
            start("text:span", style.toLatin1().constData());
        words(one.text);
        if (!style.isEmpty())
            end();
        if (!one.link.isEmpty())
            end();
    }

    void text(const ReportText &runs)
    {
        for (const ReportRun &one : runs)
            run(one);
    }

    void paragraph(const char *style, const ReportText &runs)
    {
        start("text:p", style);
        text(runs);
        end();
    }

    void heading(const char *style, int level, const ReportText &runs)
    {
        start("text:h", style);
        m_xml.writeAttribute(QStringLiteral("text:outline-level"), QString::number(level));
        text(runs);
        end();
    }

    void cell(const QString &table, const char *style, const ReportText &runs)
    {
        m_xml.writeStartElement(QStringLiteral("table:table-cell"));
        m_xml.writeAttribute(QStringLiteral("table:style-name"), table + QStringLiteral(".Cell"));
        m_xml.writeAttribute(QStringLiteral("office:value-type"), QStringLiteral("string"));
        paragraph(style, runs);
        end();
    }

    void declareTable(const QString &name, const std::vector<int> &widths)
    {
        QByteArray styles = "<style:style style:name=\"" + name.toUtf8() + "\" style:family=\"table\"><style:table-properties style:width=\"17cm\""
                            " table:align=\"margins\" fo:margin-bottom=\"0.3cm\"/></style:style>\n<style:style style:name=\"" + name.toUtf8()
            + ".Cell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.08cm\" fo:border-bottom=\"0.5pt solid #cfd6dd\"/></style:style>\n"
              "<style:style style:name=\"" + name.toUtf8() + ".Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\n";
        for (std::size_t i = 0; i < widths.size(); ++i)
            styles += "<style:style style:name=\"" + name.toUtf8() + '.' + char('A' + i) + "\" style:family=\"table-column\"><style:table-column-properties"
                      " style:column-width=\"" + QByteArray::number(textWidth * widths[i] / 100, 'f', 2) + "cm\"/></style:style>\n";
        m_tableStyles += styles;
    }

    void rows(const QString &name, const ReportBlock &block)
    {
        for (const std::vector<ReportText> &row : block.rows) {
            m_xml.writeStartElement(QStringLiteral("table:table-row"));
            m_xml.writeAttribute(QStringLiteral("table:style-name"), name + QStringLiteral(".Row"));
            for (const ReportText &one : row)
                cell(name, "Table_20_Contents", one);
            end();
        }
    }

    void table(const ReportBlock &block)
    {
        const QString name = QStringLiteral("Table%1").arg(++m_tables);
        declareTable(name, block.widths);
        m_xml.writeStartElement(QStringLiteral("table:table"));
        m_xml.writeAttribute(QStringLiteral("table:name"), name);
        m_xml.writeAttribute(QStringLiteral("table:style-name"), name);
        for (std::size_t i = 0; i < block.widths.size(); ++i) {
            m_xml.writeEmptyElement(QStringLiteral("table:table-column"));
            m_xml.writeAttribute(QStringLiteral("table:style-name"), name + u'.' + QChar(u'A' + char16_t(i)));
        }
        if (!block.columns.empty()) {
            start("table:table-header-rows");
            start("table:table-row");
            for (const QString &column : block.columns) {
                ReportRun run;
                run.text = column;
                cell(name, "Table_20_Heading", {run});
            }
            end();
            end();
        }
        rows(name, block);
        end();
    }

    void source(const ReportBlock &block)
    {
        if (!m_inList)
            start("text:list", "Sources");
        m_inList = true;
        start("text:list-item");
        start("text:p", "Source");
        m_xml.writeEmptyElement(QStringLiteral("text:bookmark"));
        m_xml.writeAttribute(QStringLiteral("text:name"), sourceAnchor(block.number));
        text(block.text);
        end();
        end();
    }

    void endList()
    {
        if (m_inList)
            end();
        m_inList = false;
    }

    void quotation(const ReportBlock &block)
    {
        ReportText runs = block.text;
        for (ReportRun &one : runs)
            one.language = block.language;
        paragraph("Quotations", runs);
    }

    void block(const ReportBlock &one)
    {
        if (one.kind == Kind::Source)
            return source(one);
        endList();
        switch (one.kind) {
        case Kind::Title: return paragraph("Title", one.text);
        case Kind::Subtitle: return paragraph("Subtitle", one.text);
        case Kind::Heading: return heading("Heading_20_1", 1, one.text);
        case Kind::Subheading: return heading("Heading_20_2", 2, one.text);
        case Kind::Small: return paragraph("Remark", one.text);
        case Kind::Quotation: return quotation(one);
        case Kind::Table: return table(one);
        default: return paragraph("Text_20_body", one.text);
        }
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml{&m_bytes};
    QByteArray m_tableStyles;
    std::map<Look, QString> m_looks;
    int m_tables = 0;
    bool m_inList = false;
};

} // namespace

std::vector<OdtPart> reportOdtParts(const ReportContent &content)
{
    const Body body(reportOutline(content));
    const QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content" + odtstyles::namespaces() + ">\n<office:automatic-styles>\n"
        + body.automaticStyles() + "</office:automatic-styles>\n<office:body><office:text>\n" + body.xml()
        + "\n</office:text></office:body></office:document-content>\n";
    const QString footer = content.asOf.isEmpty() ? content.title : content.title + QStringLiteral(" · ") + content.asOf;
    return {{"mimetype", "application/vnd.oasis.opendocument.text"},
            {"META-INF/manifest.xml", odtstyles::manifest()},
            {"content.xml", xml},
            {"styles.xml", odtstyles::styles(content.language, footer)},
            {"meta.xml", odtstyles::meta(content.title, content.subtitle, content.language, content.asOf)}};
}

QByteArray reportOdt(const ReportContent &content)
{
    ZipWriter zip;
    // The type comes first and not packed, so that programs can tell it from the file's first bytes.
    for (const OdtPart &part : reportOdtParts(content))
        zip.add(part.name, part.content, part.name == "mimetype" ? ZipWriter::Method::Stored : ZipWriter::Method::Deflated);
    return zip.finished();
}

} // namespace ca
