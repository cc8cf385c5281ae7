// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgMetadata.h"

#include "citation/WellFormed.h"
#include "figure/FigureEvidence.h"

namespace ca::svgmetadata {

namespace {

QByteArray entry(const QByteArray &name, const QString &value)
{
    return value.isEmpty() ? QByteArray() : "    <dc:" + name + '>' + xmlEscaped(value).toUtf8() + "</dc:" + name + ">\n";
}

/// People, programs and rights are agents with a title: so editors write and read them.
QByteArray agent(const QByteArray &name, const QString &title)
{
    return title.isEmpty() ? QByteArray()
                           : "    <dc:" + name + "><cc:Agent><dc:title>" + xmlEscaped(title).toUtf8() + "</dc:title></cc:Agent></dc:" + name + ">\n";
}

/// "]]>" would end the section: it is split between two.
QByteArray cdata(QByteArray text)
{
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
}

QString rights(const FigureMetadata &metadata)
{
    QStringList parts{metadata.credits, metadata.licence};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace

QByteArray element(const FigureMetadata &metadata, const QByteArray &evidence)
{
    QByteArray xml = " <metadata>\n  <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cc=\"http://creativecommons.org/ns#\">\n"
                     "   <cc:Work rdf:about=\"\">\n    <dc:format>image/svg+xml</dc:format>\n"
                     "    <dc:type rdf:resource=\"http://purl.org/dc/dcmitype/StillImage\"/>\n";
    xml += entry("title", metadata.title) + entry("description", metadata.description) + entry("date", metadata.asOf);
    xml += agent("rights", rights(metadata)) + agent("publisher", metadata.software) + entry("source", metadata.sources);
    xml += "   </cc:Work>\n  </rdf:RDF>\n";
    return xml + "  <corridor-atlas:evidence xmlns:corridor-atlas=\"" + FigureEvidence::xmlNamespace + "\">" + cdata(evidence)
        + "</corridor-atlas:evidence>\n </metadata>\n";
}

} // namespace ca::svgmetadata
