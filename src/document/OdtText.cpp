// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/OdtText.h"

#include "base/Tr.h"
#include "document/DublinCore.h"
#include "document/OfficeLines.h"
#include "document/XmlGuard.h"
#include "document/ZipReader.h"

#include <algorithm>
#include <utility>

namespace ca::OdtText {
namespace {

/// Reads content.xml. Within text:note-body, paragraphs go to a second list of lines.
class OdtReader {
public:
    OdtReader(TextLines &lines, TextLines &notes, const QByteArray &xml, const CancelToken &cancel)
        : m_body(lines), m_noteLines(notes), m_xml(xml, QStringLiteral("content.xml"), cancel) {}

    Result<Done> read()
    {
        while (m_xml.next() && !m_body.isTooLong() && !m_noteLines.isTooLong()) {
            if (m_xml.isStart())
                start();
            else if (m_xml.isEnd())
                finish();
            else if (m_xml.isText() && m_inText)
                current().append(collapsed(m_xml.text()));
        }
        if (m_body.isTooLong() || m_noteLines.isTooLong())
            return Error{tooMuchText(), {}, 0};
        return m_xml.status();
    }

    [[nodiscard]] int notes() const { return m_notes; }
    [[nodiscard]] bool hasChanges() const { return m_hasChanges; }
    [[nodiscard]] bool hasComments() const { return m_hasComments; }

private:
    OfficeLines &current() { return m_inNote ? m_noteLines : m_body; }

    /// Line ends in the file are spaces; text:line-break makes a line.
    static QString collapsed(QStringView text)
    {
        QString out = text.toString();
        return out.replace(u'\n', u' ');
    }

    bool skips()
    {
        if (m_xml.is("tracked-changes"))
            m_hasChanges = true;
        if (m_xml.is("annotation"))
            m_hasComments = true;
        return m_xml.is("tracked-changes") || m_xml.is("annotation") || m_xml.is("note-citation") || m_xml.is("sequence-decls")
            || m_xml.is("scripts") || m_xml.is("desc") || m_xml.is("event-listeners") || m_xml.is("object-ole");
    }

    void start()
    {
        if (skips())
            return m_xml.skip();
        if (m_xml.is("text"))
            m_inText = true;
        else if (m_xml.is("p") || m_xml.is("h"))
            current().beginParagraph();
        else if (m_xml.is("table-row"))
            current().beginRow();
        else if (m_xml.is("table-cell"))
            current().beginCell();
        else if (m_xml.is("s"))
            current().append(QString(std::clamp(m_xml.attribute("c").toInt(), 1, 100), u' '));
        else if (m_xml.is("tab"))
            current().append(u" ");
        else if (m_xml.is("line-break"))
            current().append(u"\n");
        else if (m_xml.is("note-body")) {
            m_inNote = true;
            ++m_notes;
        }
    }

    void finish()
    {
        if (m_xml.is("p") || m_xml.is("h"))
            current().endParagraph();
        else if (m_xml.is("table-row"))
            current().endRow();
        else if (m_xml.is("note-body"))
            m_inNote = false;
    }

    OfficeLines m_body;
    OfficeLines m_noteLines;
    XmlGuard m_xml;
    bool m_inText = false;
    bool m_inNote = false;
    int m_notes = 0;
    bool m_hasChanges = false;
    bool m_hasComments = false;
};

bool isOdtPart(const QString &name)
{
    return name == QLatin1String("content.xml") || name == QLatin1String("meta.xml") || name == QLatin1String("META-INF/manifest.xml");
}

void addRemarks(QStringList &remarks, const OdtReader &reader)
{
    if (reader.hasChanges())
        remarks << tr("It holds tracked changes; the text is as if all were accepted.");
    if (reader.hasComments())
        remarks << tr("Comments were left out.");
    if (reader.notes() > 0)
        remarks << (reader.notes() == 1 ? tr("1 foot- or endnote stands at the end of the text.")
                                       : tr("%1 foot- or endnotes stand at the end of the text.").arg(reader.notes()));
}

} // namespace

Result<DocumentParts> read(const QByteArray &bytes, const CancelToken &cancel)
{
    const Result<QHash<QString, QByteArray>> zip = ZipReader::read(bytes, isOdtPart, cancel);
    if (!zip)
        return zip.error();
    if (zip->value(QStringLiteral("META-INF/manifest.xml")).contains("encryption-data"))
        return Error{tr("It is protected by a password."), {}, 0};
    TextLines lines;
    TextLines notes;
    OdtReader reader(lines, notes, zip->value(QStringLiteral("content.xml")), cancel);
    const Result<Done> done = reader.read();
    if (!done)
        return done.error();
    DocumentParts parts;
    addRemarks(parts.remarks, reader);
    DublinCore::addTo(parts.csl, zip->value(QStringLiteral("meta.xml")), QStringLiteral("meta.xml"), cancel);
    parts.csl.setType(QStringLiteral("document"));
    parts.text = lines.take();
    const QString noteText = notes.take();
    if (!noteText.isEmpty())
        parts.text += (parts.text.isEmpty() ? QString() : QStringLiteral("\n")) + noteText;
    return parts;
}

} // namespace ca::OdtText
