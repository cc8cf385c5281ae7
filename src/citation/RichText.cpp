// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/RichText.h"

#include "citation/WellFormed.h"

#include <QUrl>

namespace ca {

namespace {

bool endsSentence(const QString &text)
{
    return !text.isEmpty() && (text.back() == u'.' || text.back() == u'?' || text.back() == u'!' || text.back() == u'…');
}

} // namespace

RichText &RichText::add(const QString &text, bool italic)
{
    if (text.isEmpty())
        return *this;
    if (!m_runs.empty() && m_runs.back().italic == italic && m_runs.back().link.isEmpty())
        m_runs.back().text += text;
    else
        m_runs.push_back({text, italic, {}});
    return *this;
}

RichText &RichText::add(const RichText &other)
{
    for (const TextRun &run : other.m_runs) {
        if (run.link.isEmpty())
            add(run.text, run.italic);
        else
            m_runs.push_back(run);
    }
    return *this;
}

RichText &RichText::addLink(const QString &address)
{
    if (!isWebAddress(address))
        return add(address);
    m_runs.push_back({address, false, address});
    return *this;
}

void RichText::punctuate(QChar mark)
{
    if (m_runs.empty())
        return;
    TextRun &last = m_runs.back();
    if (!last.link.isEmpty()) {
        add(QString(mark));
        return;
    }
    const bool quoted = last.text.endsWith(u'”');
    const QString inner = quoted ? last.text.chopped(1) : last.text;
    // ’” ends a quotation in a quoted title: the mark goes inside both.
    const bool twice = quoted && inner.endsWith(u'’');
    const QString innermost = twice ? inner.chopped(1) : inner;
    if (mark == u'.' && (endsSentence(inner) || endsSentence(innermost)))
        return;
    if (quoted)
        last.text = (twice ? innermost : inner) + mark + (twice ? QStringLiteral("’”") : QStringLiteral("”"));
    else
        add(QString(mark));  // upright, also behind italics
}

QString RichText::plainText() const
{
    QString text;
    for (const TextRun &run : m_runs)
        text += run.text;
    return text;
}

QString RichText::html() const
{
    QString html;
    for (const TextRun &run : m_runs) {
        QString text = xmlEscaped(run.text);
        if (!run.link.isEmpty())
            text = QStringLiteral("<a href=\"%1\">%2</a>").arg(xmlEscaped(run.link), text);
        html += run.italic ? QStringLiteral("<i>%1</i>").arg(text) : text;
    }
    return html;
}

bool isWebAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace ca
