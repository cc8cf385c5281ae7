// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/XmlGuard.h"

#include "base/Tr.h"
#include "document/DocumentLimits.h"
#include "document/TextLines.h"

namespace ca {
XmlGuard::XmlGuard(const QByteArray &xml, const QString &part, const CancelToken &cancel)
    : m_xml(xml), m_part(part), m_cancel(cancel)
{
    m_xml.setEntityExpansionLimit(limits::xmlEntityExpansion);
}

bool XmlGuard::next()
{
    if (!m_refusal.isEmpty() || m_xml.atEnd())
        return false;
    m_depth -= m_ended ? 1 : 0;
    const QXmlStreamReader::TokenType token = m_xml.readNext();
    m_ended = token == QXmlStreamReader::EndElement;
    m_depth += token == QXmlStreamReader::StartElement ? 1 : 0;
    if (token == QXmlStreamReader::DTD && !m_xml.entityDeclarations().isEmpty())
        m_refusal = tr("Its part %1 declares entities, as documents do not (a billion-laughs attack?).").arg(m_part);
    else if (m_depth > limits::xmlDepth)
        m_refusal = tr("The elements of its part %1 are nested more than %2 deep.").arg(m_part).arg(limits::xmlDepth);
    else if (++m_tokens % 1024 == 0 && m_cancel.cancelled())
        m_refusal = readingCancelled();
    return m_refusal.isEmpty() && token != QXmlStreamReader::EndDocument && token != QXmlStreamReader::Invalid;
}

QString XmlGuard::attribute(const char *name) const
{
    for (const QXmlStreamAttribute &each : m_xml.attributes())
        if (each.name() == QLatin1String(name))
            return each.value().toString();
    return {};
}

void XmlGuard::skip()
{
    const int depth = m_depth;
    while (next())
        if (isEnd() && m_depth == depth)
            return;
}

QString XmlGuard::innerText()
{
    QString inner;
    const int depth = m_depth;
    while (next()) {
        if (isText())
            inner += text();
        if (isEnd() && m_depth == depth)
            break;
    }
    return inner;
}

Result<Done> XmlGuard::status() const
{
    if (!m_refusal.isEmpty())
        return Error{m_refusal, {}, 0};
    if (m_xml.hasError())
        return Error{tr("Its part %1 is damaged (line %2: %3).").arg(m_part).arg(m_xml.lineNumber()).arg(m_xml.errorString()), {}, 0};
    return Done{};
}

} // namespace ca
