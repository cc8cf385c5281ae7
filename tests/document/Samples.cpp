// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"

#include "support/ZipWriter.h"

namespace ca::test {

QStringList paragraphsOfTheRegion()
{
    return {QStringLiteral("A freight line of 43 kilometres would run along the Aras, planners say \u2013 but not before 2028."),
            QStringLiteral("M\u0259hri y\u00fckda\u015f\u0131ma x\u0259tti \u00fczr\u0259 da\u015f\u0131nma haqq\u0131 h\u0259l\u0259 m\u00fc\u0259yy\u0259n edilm\u0259yib, \u0130r\u0259van bunu t\u0259sdiql\u0259yir."),
            QStringLiteral("\u0544\u0565\u0572\u0580\u056b\u0576 \u056c\u0565\u057c\u0576\u0561\u0575\u056b\u0576 \u0584\u0561\u0572\u0561\u0584 \u0567\u0589"),
            QStringLiteral("\u10d7\u10d1\u10d8\u10da\u10d8\u10e1\u10d8 \u10e0\u10d9\u10d8\u10dc\u10d8\u10d2\u10d6\u10d8\u10e1 \u10ee\u10d0\u10d6\u10d8\u10e1 \u10d9\u10d5\u10d0\u10dc\u10eb\u10d8\u10d0."),
            QStringLiteral("\u0413\u0440\u0443\u0437\u044b \u043f\u043e\u0439\u0434\u0443\u0442 \u0447\u0435\u0440\u0435\u0437 \u041c\u0435\u0433\u0440\u0438, \u0441\u043a\u0430\u0437\u0430\u043b \u0434\u0438\u0441\u043f\u0435\u0442\u0447\u0435\u0440.")};
}

QByteArray docx(const QByteArray &body, const QByteArray &footnotes, bool packed)
{
    const QByteArray open = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
                            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                            "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>";
    std::vector<std::pair<QString, QByteArray>> parts{
        {QStringLiteral("[Content_Types].xml"),
         "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" "
         "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
        {QStringLiteral("_rels/.rels"),
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
         "Target=\"word/document.xml\"/></Relationships>"},
        {QStringLiteral("docProps/core.xml"),
         "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"t\"><dc:title>On lines</dc:title>"
         "<dc:creator>Jane Roe</dc:creator><dcterms:created>2026-03-01T10:00:00Z</dcterms:created></cp:coreProperties>"},
        {QStringLiteral("word/document.xml"), open + body + "</w:body></w:document>"}};
    if (!footnotes.isEmpty())
        parts.push_back({QStringLiteral("word/footnotes.xml"),
                         "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + footnotes + "</w:footnotes>"});
    return zip(parts, packed);
}

QByteArray docxOf(const QStringList &paragraphs)
{
    QByteArray body;
    for (const QString &paragraph : paragraphs)
        body += "<w:p><w:r><w:t xml:space=\"preserve\">" + paragraph.toHtmlEscaped().toUtf8() + "</w:t></w:r></w:p>";
    return docx(body);
}

QByteArray odt(const QByteArray &body, bool packed)
{
    const QByteArray spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                              "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                              "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                              "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" "
                              "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";
    return zip({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.text"},
                {QStringLiteral("META-INF/manifest.xml"),
                 "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                 "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
                 "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"},
                {QStringLiteral("meta.xml"),
                 "<office:document-meta " + spaces + "><office:meta><dc:title>On roads</dc:title><meta:initial-creator>Ann Author"
                 "</meta:initial-creator><dc:creator>Last Editor</dc:creator><meta:creation-date>2026-02-03T04:05:06</meta:creation-date>"
                 "<dc:date>2026-10-10T00:00:00</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>"},
                {QStringLiteral("content.xml"),
                 "<office:document-content " + spaces + "><office:body><office:text>" + body
                     + "</office:text></office:body></office:document-content>"}}, packed);
}

QByteArray odtOf(const QStringList &paragraphs)
{
    QByteArray body;
    for (const QString &paragraph : paragraphs)
        body += "<text:p>" + paragraph.toHtmlEscaped().toUtf8() + "</text:p>";
    return odt(body);
}

QByteArray epub(const QList<QByteArray> &chapters)
{
    std::vector<std::pair<QString, QByteArray>> parts{
        {QStringLiteral("mimetype"), "application/epub+zip"},
        {QStringLiteral("META-INF/container.xml"),
         "<container><rootfiles><rootfile full-path=\"OPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"}};
    QByteArray manifest = "<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>";
    QByteArray spine = "<itemref idref=\"nav\"/>";
    for (qsizetype i = chapters.size() - 1; i >= 0; --i) {
        const QByteArray number = QByteArray::number(i);
        parts.push_back({QStringLiteral("OPS/text/part %1.xhtml").arg(i),
                         "<?xml version=\"1.0\" encoding=\"utf-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title>"
                         "<style>p { color: red }</style></head><body>" + chapters[i] + "</body></html>"});
        manifest += "<item id=\"c" + number + "\" href=\"text/part%20" + number + ".xhtml\" media-type=\"application/xhtml+xml\"/>";
    }
    for (qsizetype i = 0; i < chapters.size(); ++i)
        spine += "<itemref idref=\"c" + QByteArray::number(i) + "\"/>";
    parts.push_back({QStringLiteral("OPS/nav.xhtml"), "<html><body><nav>Contents of the book</nav></body></html>"});
    parts.push_back({QStringLiteral("OPS/book.opf"),
                     "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Rails and rivers</dc:title><dc:creator>Jane Roe"
                     "</dc:creator><dc:creator>John Doe</dc:creator><dc:publisher>Upland Press</dc:publisher><dc:date>2019-05</dc:date>"
                     "<dc:language>en</dc:language></metadata><manifest>" + manifest + "</manifest><spine>" + spine + "</spine></package>"});
    return zip(parts, true);
}

QByteArray pdfLine(double x, double y, const QByteArray &latin1, double size)
{
    QByteArray escaped = latin1;
    escaped.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    return "BT /F1 " + QByteArray::number(size) + " Tf 1 0 0 1 " + QByteArray::number(x) + ' ' + QByteArray::number(y) + " Tm (" + escaped + ") Tj ET\n";
}

QByteArray pdf(const QList<QByteArray> &contents, const QByteArray &info, const QByteArray &catalog, const QByteArray &trailer,
               const QList<QByteArray> &objects)
{
    QByteArray kids;
    QList<QByteArray> all{"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", {}, "<< " + info + " >>"};
    for (qsizetype i = 0; i < contents.size(); ++i) {
        const QByteArray number = QByteArray::number(5 + 2 * i);
        kids += QByteArray::number(4 + 2 * i) + " 0 R ";
        all << "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + number
                + " 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
                  "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> "
                  "/XObject << /X0 " + QByteArray::number(4 + 2 * contents.size()) + " 0 R >> >> >>";
        all << "<< /Length " + QByteArray::number(contents[i].size()) + " >>\nstream\n" + contents[i] + "\nendstream";
    }
    all[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(contents.size()) + " >>";
    all << objects;
    QByteArray out = "%PDF-1.7\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < all.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + all[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(all.size() + 1);
    const QByteArray start = QByteArray::number(out.size());
    return out + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count + " /Root 1 0 R /Info 3 0 R " + trailer + " >>\nstartxref\n"
        + start + "\n%%EOF\n";
}

} // namespace ca::test
