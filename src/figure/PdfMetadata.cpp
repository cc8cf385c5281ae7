// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/PdfMetadata.h"

#include "citation/WellFormed.h"
#include "figure/PdfDocument.h"

namespace ca::pdfmetadata {

namespace {

QByteArray inEveryLanguage(const QByteArray &name, const QString &text)
{
    return text.isEmpty() ? QByteArray()
                          : "   <dc:" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xmlEscaped(text).toUtf8() + "</rdf:li></rdf:Alt></dc:" + name + ">\n";
}

QByteArray list(const QByteArray &name, const QStringList &texts)
{
    QByteArray items;
    for (const QString &text : texts)
        items += "<rdf:li>" + xmlEscaped(text).toUtf8() + "</rdf:li>";
    return items.isEmpty() ? QByteArray() : "   <dc:" + name + "><rdf:Bag>" + items + "</rdf:Bag></dc:" + name + ">\n";
}

} // namespace

QByteArray information(const FigureMetadata &metadata, const QStringList &keywords)
{
    QByteArray entries = "<< /Title " + pdf::text(metadata.title) + " /Subject " + pdf::text(metadata.description);
    if (!keywords.isEmpty())
        entries += " /Keywords " + pdf::text(keywords.join(QStringLiteral(", ")));
    const QByteArray date = '(' + metadata.pdfDate() + ')', software = pdf::text(metadata.software);
    return entries + " /Creator " + software + " /Producer " + software + " /CreationDate " + date + " /ModDate " + date + " >>";
}

QByteArray xmp(const FigureMetadata &metadata, const QStringList &keywords)
{
    const QByteArray time = metadata.isoTime(), software = xmlEscaped(metadata.software).toUtf8();
    QByteArray packet = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                        " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                        "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n   <dc:format>application/pdf</dc:format>\n";
    packet += inEveryLanguage("title", metadata.title) + inEveryLanguage("description", metadata.description)
        + inEveryLanguage("rights", metadata.credits) + list("subject", keywords);
    if (!metadata.sources.isEmpty())
        packet += "   <dc:source>" + xmlEscaped(metadata.sources).toUtf8() + "</dc:source>\n";
    if (!keywords.isEmpty())
        packet += "   <pdf:Keywords>" + xmlEscaped(keywords.join(QStringLiteral(", "))).toUtf8() + "</pdf:Keywords>\n";
    packet += "   <pdf:Producer>" + software + "</pdf:Producer>\n   <xmp:CreatorTool>" + software + "</xmp:CreatorTool>\n   <xmp:CreateDate>" + time
        + "</xmp:CreateDate>\n   <xmp:ModifyDate>" + time + "</xmp:ModifyDate>\n";
    return packet + "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

} // namespace ca::pdfmetadata
