// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"

#include <QByteArray>
#include <QXmlStreamReader>

namespace ca {

/// Reads XML out of a document that may be hostile: Qt's stream reader, which never loads anything,
/// with entity declarations refused (billion laughs), depth bounded (limits::xmlDepth) and cancelling.
class XmlGuard {
public:
    /// @p part names the piece in messages. Keep @p cancel alive.
    XmlGuard(const QByteArray &xml, const QString &part, const CancelToken &cancel);

    /// Goes to the next token; false at the end, on damage, past a limit and when cancelled.
    bool next();
    [[nodiscard]] bool isStart() const { return m_xml.isStartElement(); }
    [[nodiscard]] bool isEnd() const { return m_xml.isEndElement(); }
    [[nodiscard]] bool isText() const { return m_xml.isCharacters(); }
    /// Name of the element without its prefix.
    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    /// Its namespace.
    [[nodiscard]] QStringView space() const { return m_xml.namespaceUri(); }
    [[nodiscard]] bool is(const char *name) const { return m_xml.name() == QLatin1String(name); }
    [[nodiscard]] QStringView text() const { return m_xml.text(); }
    /// Value of the first attribute of that name in any namespace; null when there is none.
    [[nodiscard]] QString attribute(const char *name) const;
    /// Elements open, the current one included.
    [[nodiscard]] int depth() const { return m_depth; }
    /// Skips the element that has just started, with all in it.
    void skip();
    /// Text below the element that has just started; it is left behind.
    [[nodiscard]] QString innerText();

    /// Why next() ended before the end of the document; success at the end.
    [[nodiscard]] Result<Done> status() const;

private:
    QXmlStreamReader m_xml;
    QString m_part;
    const CancelToken &m_cancel;
    QString m_refusal;
    int m_depth = 0;
    bool m_ended = false;  ///< the last token ended an element; the depth sinks with the next one
    int m_tokens = 0;
};

} // namespace ca
