// SPDX-License-Identifier: GPL-3.0-or-later
// The order of elements is that of the schema (ECMA-376 part 1, annex A.1); Word refuses any other.
#include "figure/DocxParts.h"

#include "figure/OfficePackage.h"

namespace ca::docxparts {

namespace {

QByteArray root(const char *element, const QByteArray &content)
{
    return QByteArray(officexml::head) + "<w:" + element + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content
        + "</w:" + element + '>';
}

struct Style {
    const char *id;
    const char *name;
    const char *next;       ///< style of the paragraph that follows
    const char *paragraph;  ///< children of w:pPr
    QByteArray run;         ///< children of w:rPr
};

/// CT_Style (§ 17.7.4.17): name, basedOn, next, qFormat, pPr, rPr.
QByteArray xmlOf(const Style &style)
{
    return QByteArray("<w:style w:type=\"paragraph\" w:styleId=\"") + style.id + "\"><w:name w:val=\"" + style.name
        + "\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"" + style.next + "\"/><w:qFormat/><w:pPr>" + style.paragraph + "</w:pPr><w:rPr>"
        + style.run + "</w:rPr></w:style>";
}

QByteArray size(int halfPoints)
{
    const QByteArray value = QByteArray::number(halfPoints);
    return "<w:sz w:val=\"" + value + "\"/><w:szCs w:val=\"" + value + "\"/>";
}

/// One list of one level (§ 17.9.1, § 17.9.6).
QByteArray list(int id, const char *format, const char *text)
{
    const QByteArray number = QByteArray::number(id);
    return "<w:abstractNum w:abstractNumId=\"" + number + "\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\""
        + format + "\"/><w:lvlText w:val=\"" + text + "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:tabs><w:tab w:val=\"num\" w:pos=\"454\"/></w:tabs>"
        "<w:ind w:left=\"454\" w:hanging=\"454\"/></w:pPr></w:lvl></w:abstractNum>";
}

QByteArray font(const char *name, const char *instead, const char *panose)
{
    return QByteArray("<w:font w:name=\"") + name + "\"><w:altName w:val=\"" + instead + "\"/><w:panose1 w:val=\"" + panose
        + "\"/><w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>";
}

} // namespace

QByteArray styles(int titleSize, int subtitleSize)
{
    const Style all[] = {
        {"Heading1", "heading 1", "Normal", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"0\" w:after=\"40\" w:line=\"221\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
         "<w:b/><w:bCs/>" + size(titleSize)},
        {"Heading2", "heading 2", "Normal", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/><w:bCs/>" + size(20)},
        {"Subtitle", "Subtitle", "Normal", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"120\" w:line=\"221\" w:lineRule=\"auto\"/>", size(subtitleSize)},
        {"Figure", "Figure", "Caption", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\"/>", {}},
        {"Caption", "caption", "Normal", "<w:spacing w:before=\"0\" w:after=\"120\"/>", "<w:i/><w:iCs/>" + size(17)},
        {"Source", "Source", "Source", "<w:keepLines/><w:spacing w:before=\"0\" w:after=\"40\"/>", size(17)},
        {"Small", "Small Print", "Small", "<w:keepLines/><w:spacing w:before=\"80\" w:after=\"0\"/>", size(16)},
    };
    QByteArray xml =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Noto Sans\" w:eastAsia=\"Noto Sans\" w:hAnsi=\"Noto Sans\" w:cs=\"Noto Sans\"/>"
        + size(20) + "<w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
          "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
          "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>";
    for (const Style &style : all)
        xml += xmlOf(style);
    return root("styles", xml + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>"
                                "<w:rPr><w:color w:val=\"1F5FA8\"/><w:u w:val=\"single\"/></w:rPr></w:style>");
}

QByteArray numbering()
{
    return root("numbering", list(1, "decimal", "%1.") + list(2, "lowerLetter", "%1")
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>");
}

QByteArray fontTable()
{
    return root("fonts", font("Noto Sans", "Segoe UI", "020B0502040504020204") + font("Noto Sans Armenian", "Sylfaen", "020B0502040504020204")
                    + font("Noto Sans Georgian", "Sylfaen", "020B0502040504020204"));
}

/// Without this mode Word opens the file as one of Word 2007.
QByteArray settings()
{
    return root("settings", "<w:zoom w:percent=\"100\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>");
}

} // namespace ca::docxparts
