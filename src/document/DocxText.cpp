// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/DocxText.h"

#include "base/Tr.h"
#include "document/DublinCore.h"
#include "document/OfficeLines.h"
#include "document/XmlGuard.h"
#include "document/ZipReader.h"

#include <utility>

namespace ca::DocxText {
namespace {

using DocxParts = QHash<QString, QByteArray>;

/// Reads one part of WordprocessingML.
class DocxReader {
public:
    DocxReader(TextLines &lines, const QByteArray &xml, const QString &part, const CancelToken &cancel)
        : m_lines(lines), m_xml(xml, part, cancel) {}

    Result<Done> read()
    {
        while (m_xml.next() && !m_lines.isTooLong()) {
            if (m_xml.isStart())
                start();
            else if (m_xml.isEnd())
                finish();
        }
        if (m_lines.isTooLong())
            return Error{tooMuchText(), {}, 0};
        return m_xml.status();
    }

    [[nodiscard]] bool hasChanges() const { return m_hasChanges; }
    [[nodiscard]] bool hasHidden() const { return m_hasHidden; }
    [[nodiscard]] int notes() const { return m_notes; }

private:
    void start()
    {
        if (skips())
            return m_xml.skip();
        if (m_xml.is("p")) {
            m_lines.beginParagraph();
        } else if (m_xml.is("r")) {
            m_isHidden = false;
        } else if (m_xml.is("vanish") || m_xml.is("webHidden")) {
            const QString value = m_xml.attribute("val");
            m_isHidden = m_xml.is("vanish") && value != QLatin1String("0") && value != QLatin1String("false");
        } else if (m_xml.is("tr")) {
            m_lines.beginRow();
        } else if (m_xml.is("tc")) {
            m_lines.beginCell();
        } else {
            run();
        }
    }

    /// Deleted text, copies for older programs, paragraph marks' own properties, separators of notes.
    bool skips()
    {
        if (m_xml.is("del") || m_xml.is("moveFrom")) {
            m_hasChanges = true;
            return true;
        }
        m_hasChanges = m_hasChanges || m_xml.is("ins") || m_xml.is("moveTo");
        if (m_xml.is("footnote") || m_xml.is("endnote")) {
            const QString type = m_xml.attribute("type");
            m_notes += type.isEmpty() || type == QLatin1String("normal") ? 1 : 0;
            return !type.isEmpty() && type != QLatin1String("normal");
        }
        return m_xml.is("Fallback") || m_xml.is("pPr") || m_xml.is("sectPr") || m_xml.is("instrText") || m_xml.is("docPartObj");
    }

    void run()
    {
        if (m_xml.is("t")) {
            const QString text = m_xml.innerText();
            m_hasHidden = m_hasHidden || m_isHidden;
            if (!m_isHidden)
                m_lines.append(text);
        } else if (m_xml.is("tab") || m_xml.is("ptab")) {
            m_lines.append(u" ");
        } else if (m_xml.is("br") || m_xml.is("cr")) {
            m_lines.append(u"\n");
        } else if (m_xml.is("noBreakHyphen")) {
            m_lines.append(u"\u2011");
        }
    }

    void finish()
    {
        if (m_xml.is("p"))
            m_lines.endParagraph();
        else if (m_xml.is("tr"))
            m_lines.endRow();
    }

    OfficeLines m_lines;
    XmlGuard m_xml;
    bool m_isHidden = false;
    bool m_hasChanges = false;
    bool m_hasHidden = false;
    int m_notes = 0;
};

/// The part with the main text, which is word/document.xml nearly always.
QString mainPart(const DocxParts &parts, const CancelToken &cancel)
{
    XmlGuard xml(parts.value(QStringLiteral("[Content_Types].xml")), QStringLiteral("[Content_Types].xml"), cancel);
    while (xml.next()) {
        const bool isMain = xml.isStart() && xml.is("Override")
            && xml.attribute("ContentType").contains(QLatin1String(".main+xml"));
        if (isMain)
            return xml.attribute("PartName").mid(1);
    }
    return QStringLiteral("word/document.xml");
}

bool isDocxPart(const QString &name)
{
    return name == QLatin1String("[Content_Types].xml") || name == QLatin1String("docProps/core.xml")
        || (name.startsWith(QLatin1String("word/")) && name.endsWith(QLatin1String(".xml")) && name.count(u'/') == 1);
}

void addDocxRemarks(QStringList &remarks, const DocxReader &reader)
{
    if (reader.hasChanges())
        remarks << tr("It holds tracked changes; the text is as if all were accepted.");
    if (reader.hasHidden())
        remarks << tr("Hidden text was left out.");
}

} // namespace

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel)
{
    const Result<DocxParts> zip = ZipReader::read(bytes, isDocxPart, cancel);
    if (!zip)
        return zip.error();
    const QString main = mainPart(*zip, cancel);
    if (!zip->contains(main))
        return Error{tr("Its main part %1 is missing; the file is damaged.").arg(main), {}, 0};
    TextLines lines;
    DocumentParts parts;
    int notes = 0;
    for (const QString &part : {main, QStringLiteral("word/footnotes.xml"), QStringLiteral("word/endnotes.xml")}) {
        if (!zip->contains(part))
            continue;
        DocxReader reader(lines, zip->value(part), part, cancel);
        const Result<Done> done = reader.read();
        if (!done)
            return done.error();
        addDocxRemarks(parts.remarks, reader);
        notes += reader.notes();
    }
    parts.remarks.removeDuplicates();
    if (notes > 0)
        parts.remarks << (notes == 1 ? tr("1 foot- or endnote stands at the end of the text.")
                                    : tr("%1 foot- or endnotes stand at the end of the text.").arg(notes));
    DublinCore::addTo(parts.csl, zip->value(QStringLiteral("docProps/core.xml")), QStringLiteral("core.xml"), cancel);
    parts.csl.setType(QStringLiteral("document"));
    parts.text = lines.take();
    return parts;
}

} // namespace ca::DocxText
