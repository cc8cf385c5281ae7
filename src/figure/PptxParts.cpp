// SPDX-License-Identifier: GPL-3.0-or-later
// The order of elements is that of the schemas (ECMA-376 part 1, annex A.3 and A.4.1); PowerPoint refuses any other.
#include "figure/PptxParts.h"

#include "figure/OfficePackage.h"

namespace ca::pptxparts {

namespace {

const QByteArray colourMap =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\""
    " accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>";
const QByteArray whiteBackground = "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>";

QByteArray root(const char *element, const QByteArray &attributes, const QByteArray &content)
{
    return QByteArray(officexml::head) + '<' + element + pptxparts::namespaces().toUtf8() + attributes + '>' + content + "</" + element + '>';
}

/// CT_TextListStyle has a style for each level; one is enough for text without levels.
QByteArray levelStyle(const char *size, const char *font)
{
    return QByteArray("<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:buNone/><a:defRPr sz=\"") + size
        + "\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill><a:latin typeface=\"" + font + "-lt\"/><a:ea typeface=\"" + font
        + "-ea\"/><a:cs typeface=\"" + font + "-cs\"/></a:defRPr></a:lvl1pPr>";
}

QByteArray fonts(const char *element)
{
    return QByteArray("<a:") + element
        + "><a:latin typeface=\"Noto Sans\" panose=\"020B0502040504020204\" pitchFamily=\"34\" charset=\"0\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
          "<a:font script=\"Armn\" typeface=\"Noto Sans Armenian\"/><a:font script=\"Geor\" typeface=\"Noto Sans Georgian\"/></a:" + element + '>';
}

QByteArray colours()
{
    const std::pair<const char *, const char *> all[] = {
        {"dk1", "1B2530"},     {"lt1", "FFFFFF"},     {"dk2", "3A4652"},     {"lt2", "EEF1F4"},     {"accent1", "1F6FB2"}, {"accent2", "B5471D"},
        {"accent3", "3C7D3B"}, {"accent4", "7A4C9E"}, {"accent5", "8A6D1A"}, {"accent6", "0B7A75"}, {"hlink", "1F5FA8"},   {"folHlink", "6B4A8C"}};
    QByteArray xml = "<a:clrScheme name=\"Corridor Atlas\">";
    for (const auto &[name, value] : all)
        xml += QByteArray("<a:") + name + "><a:srgbClr val=\"" + value + "\"/></a:" + name + '>';
    return xml + "</a:clrScheme>";
}

/// CT_StyleMatrix: three of each are required.
QByteArray formats()
{
    const QByteArray fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    const QByteArray effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    const QByteArray line = "<a:ln w=\"9525\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">" + fill + "<a:prstDash val=\"solid\"/></a:ln>";
    return "<a:fmtScheme name=\"Corridor Atlas\"><a:fillStyleLst>" + fill.repeated(3) + "</a:fillStyleLst><a:lnStyleLst>" + line.repeated(3)
        + "</a:lnStyleLst><a:effectStyleLst>" + effect.repeated(3) + "</a:effectStyleLst><a:bgFillStyleLst>" + fill.repeated(3)
        + "</a:bgFillStyleLst></a:fmtScheme>";
}

} // namespace

QString namespaces()
{
    return QStringLiteral(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                          " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
                          " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"");
}

QString treeHead()
{
    return QStringLiteral("<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                          "<a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>");
}

/// § 19.2.1.26. Ids of masters and layouts start at 2^31, those of slides at 256 (§ 19.7.3, § 19.7.10).
QByteArray presentation(const QString &width, const QString &height, const QByteArray &master, const QByteArray &notesMaster, const QByteArray &slide)
{
    return root("p:presentation", " saveSubsetFonts=\"1\"",
                "<p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"" + master + "\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\""
                    + notesMaster + "\"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id=\"256\" r:id=\"" + slide + "\"/></p:sldIdLst><p:sldSz cx=\""
                    + width.toUtf8() + "\" cy=\"" + height.toUtf8() + "\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle>"
                    + levelStyle("1800", "+mn") + "</p:defaultTextStyle>");
}

/// § 19.3.1.42.
QByteArray slideMaster(const QString &placeholders, const QByteArray &layout)
{
    return root("p:sldMaster", {},
                "<p:cSld>" + whiteBackground + "<p:spTree>" + (treeHead() + placeholders).toUtf8() + "</p:spTree></p:cSld>" + colourMap
                    + "<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"" + layout + "\"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>"
                    + levelStyle("2000", "+mj") + "</p:titleStyle><p:bodyStyle>" + levelStyle("1000", "+mn") + "</p:bodyStyle><p:otherStyle>"
                    + levelStyle("1800", "+mn") + "</p:otherStyle></p:txStyles>");
}

/// § 19.3.1.39.
QByteArray slideLayout(const QString &placeholders)
{
    return root("p:sldLayout", " preserve=\"1\" userDrawn=\"1\"",
                "<p:cSld name=\"Figure\"><p:spTree>" + (treeHead() + placeholders).toUtf8()
                    + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
}

/// § 19.3.1.27: the slide's picture above, the notes below it.
QByteArray notesMaster()
{
    const QByteArray tree =
        "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr>"
        "<p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"685800\"/><a:ext cx=\"5486400\" cy=\"3086100\"/>"
        "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln w=\"9525\"><a:solidFill><a:prstClr val=\"black\"/></a:solidFill></a:ln>"
        "</p:spPr></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>"
        "<p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"3886200\"/>"
        "<a:ext cx=\"5486400\" cy=\"4800600\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
        "<a:p><a:endParaRPr lang=\"en-GB\"/></a:p></p:txBody></p:sp>";
    return root("p:notesMaster", {},
                "<p:cSld>" + whiteBackground + "<p:spTree>" + treeHead().toUtf8() + tree + "</p:spTree></p:cSld>" + colourMap + "<p:notesStyle>"
                    + levelStyle("900", "+mn") + "</p:notesStyle>");
}

/// § 20.1.6.9.
QByteArray theme()
{
    return QByteArray(officexml::head)
        + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Corridor Atlas\"><a:themeElements>" + colours()
        + "<a:fontScheme name=\"Corridor Atlas\">" + fonts("majorFont") + fonts("minorFont") + "</a:fontScheme>" + formats()
        + "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>";
}

} // namespace ca::pptxparts
