// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/OdtStyles.h"

#include "base/Tr.h"
#include "citation/WellFormed.h"

#include <QDate>

namespace ca::odtstyles {

namespace {

QByteArray text(const QString &words)
{
    return xmlEscaped(words).toUtf8();
}

QByteArray paragraphStyle(const char *name, const char *parent, const char *paragraph, const char *characters, const char *more = "")
{
    return QByteArray("<style:style style:name=\"") + name + "\" style:family=\"paragraph\" style:parent-style-name=\"" + parent + "\" " + more
        + "><style:paragraph-properties " + paragraph + "/><style:text-properties " + characters + "/></style:style>\n";
}

QByteArray commonStyles()
{
    return paragraphStyle("Text_20_body", "Standard", "fo:margin-top=\"0cm\" fo:margin-bottom=\"0.2cm\" fo:line-height=\"120%\"", "", "style:display-name=\"Text body\"")
        + paragraphStyle("Title", "Standard", "fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"", "fo:font-size=\"22pt\" fo:font-weight=\"bold\"")
        + paragraphStyle("Subtitle", "Standard", "fo:margin-bottom=\"0.5cm\"", "fo:font-size=\"11pt\" fo:color=\"#56606b\"")
        + paragraphStyle("Heading_20_1", "Standard", "fo:margin-top=\"0.7cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"",
                         "fo:font-size=\"15pt\" fo:font-weight=\"bold\"", "style:display-name=\"Heading 1\" style:default-outline-level=\"1\" style:next-style-name=\"Text_20_body\"")
        + paragraphStyle("Heading_20_2", "Standard", "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"",
                         "fo:font-size=\"12pt\" fo:font-weight=\"bold\"", "style:display-name=\"Heading 2\" style:default-outline-level=\"2\" style:next-style-name=\"Text_20_body\"")
        + paragraphStyle("Quotations", "Text_20_body", "fo:margin-left=\"0.7cm\" fo:margin-right=\"0.7cm\" fo:keep-with-next=\"always\"", "")
        + paragraphStyle("Remark", "Text_20_body", "fo:margin-bottom=\"0.35cm\"", "fo:font-size=\"9pt\" fo:color=\"#56606b\"")
        + paragraphStyle("Table_20_Contents", "Standard", "fo:margin-bottom=\"0.05cm\"", "fo:font-size=\"9.5pt\"", "style:display-name=\"Table Contents\"")
        + paragraphStyle("Table_20_Heading", "Table_20_Contents", "fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\" fo:color=\"#56606b\"", "style:display-name=\"Table Heading\"")
        + paragraphStyle("Source", "Standard", "fo:margin-bottom=\"0.1cm\"", "fo:font-size=\"9.5pt\"")
        + paragraphStyle("Footer", "Standard", "fo:text-align=\"end\"", "fo:font-size=\"8.5pt\" fo:color=\"#56606b\"");
}

QByteArray characterStyles()
{
    const auto style = [](const char *name, const char *properties) {
        return QByteArray("<style:style style:name=\"") + name + "\" style:family=\"text\"><style:text-properties " + properties + "/></style:style>\n";
    };
    return style("Strong", "fo:font-weight=\"bold\"") + style("Emphasis", "fo:font-style=\"italic\"")
        + style("Warning", "fo:font-weight=\"bold\" fo:color=\"#8a3b00\"")
        + style("Internet_20_link", "fo:color=\"#0b5cad\"") + style("Visited_20_Internet_20_Link", "fo:color=\"#0b5cad\"");
}

} // namespace

QByteArray namespaces()
{
    return " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
           " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
           " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
           " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.2\"";
}

QByteArray styles(const QString &language, const QString &footer)
{
    const QByteArray page = text(tr("Page %1 of %2"))
                                .replace("%1", "<text:page-number text:select-page=\"current\">1</text:page-number>")
                                .replace("%2", "<text:page-count>1</text:page-count>");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles" + namespaces() + ">\n"
           "<office:font-face-decls><style:font-face style:name=\"Noto Sans\" svg:font-family=\"'Noto Sans'\" style:font-family-generic=\"swiss\""
           " style:font-pitch=\"variable\"/></office:font-face-decls>\n<office:styles>\n"
           "<style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:orphans=\"2\" fo:widows=\"2\"/><style:text-properties"
           " style:font-name=\"Noto Sans\" fo:font-size=\"10.5pt\" fo:language=\"" + text(language) + "\"/></style:default-style>\n"
           "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>\n" + commonStyles() + characterStyles()
           + "<text:list-style style:name=\"Sources\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\">"
             "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment"
             " text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"1cm\" fo:margin-left=\"1cm\" fo:text-indent=\"-1cm\"/>"
             "</style:list-level-properties></text:list-level-style-number></text:list-style>\n"
             "</office:styles>\n<office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties"
             " fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"2cm\" fo:margin-bottom=\"1.5cm\" fo:margin-left=\"2cm\""
             " fo:margin-right=\"2cm\"/><style:footer-style><style:header-footer-properties fo:min-height=\"0.8cm\" fo:margin-top=\"0.4cm\"/>"
             "</style:footer-style></style:page-layout></office:automatic-styles>\n<office:master-styles><style:master-page"
             " style:name=\"Standard\" style:page-layout-name=\"Page\"><style:footer><text:p text:style-name=\"Footer\">" + text(footer)
           + QString(QStringLiteral(" · ")).toUtf8() + page + "</text:p></style:footer></style:master-page></office:master-styles>\n</office:document-styles>\n";
}

QByteArray manifest()
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
           " manifest:version=\"1.2\">\n<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
           " manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>\n<manifest:file-entry manifest:full-path=\"content.xml\""
           " manifest:media-type=\"text/xml\"/>\n<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
           "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n</manifest:manifest>\n";
}

QByteArray meta(const QString &title, const QString &subject, const QString &language, const QString &date)
{
    const QString padded = date.size() == 4 ? date + QStringLiteral("-01-01") : date.size() == 7 ? date + QStringLiteral("-01") : date;
    const QDate day = QDate::fromString(padded, Qt::ISODate);
    const QByteArray moment = day.isValid() ? day.toString(Qt::ISODate).toLatin1() + "T00:00:00" : QByteArray();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta" + namespaces() + "><office:meta><meta:generator>Corridor Atlas</meta:generator>"
           "<dc:title>" + text(title) + "</dc:title><dc:subject>" + text(subject) + "</dc:subject><dc:language>" + text(language) + "</dc:language>"
           + (moment.isEmpty() ? QByteArray() : "<meta:creation-date>" + moment + "</meta:creation-date><dc:date>" + moment + "</dc:date>")
           + "</office:meta></office:document-meta>\n";
}

} // namespace ca::odtstyles
