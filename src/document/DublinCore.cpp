// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/DublinCore.h"

#include "document/XmlGuard.h"

#include <QHash>

namespace ca::DublinCore {
namespace {

/// CSL's fields for elements of one text.
QString cslField(QStringView element)
{
    static const QHash<QString, QString> fields{
        {QStringLiteral("title"), QStringLiteral("title")},
        {QStringLiteral("publisher"), QStringLiteral("publisher")},
        {QStringLiteral("language"), QStringLiteral("language")},
        {QStringLiteral("publicationName"), QStringLiteral("container-title")},
        {QStringLiteral("doi"), QStringLiteral("DOI")},
        {QStringLiteral("volume"), QStringLiteral("volume")},
        {QStringLiteral("number"), QStringLiteral("issue")},
        {QStringLiteral("url"), QStringLiteral("URL")}};
    return fields.value(element.toString());
}

/// Values of an element: one, or those of rdf:li below it.
QStringList valuesOf(XmlGuard &xml)
{
    QStringList values;
    QString text;
    const int depth = xml.depth();
    while (xml.next()) {
        if (xml.isText())
            text += xml.text();
        if (xml.isEnd() && (xml.is("li") || xml.depth() == depth)) {
            if (!text.trimmed().isEmpty())
                values << text.trimmed();
            text.clear();
            if (xml.depth() == depth)
                break;
        }
    }
    return values;
}

class Reading {
public:
    Reading(CslItem &item, const QString &part) : m_item(item), m_part(part), m_isOdt(part == QLatin1String("meta.xml")), m_isBook(part == QLatin1String("opf")) {}

    void element(XmlGuard &xml)
    {
        const QString name = xml.name().toString();
        if (!isKnown(name))
            return;
        const QString source = m_part + u' ' + name;
        for (const QString &value : valuesOf(xml))
            add(name, value, source);
    }

private:
    static bool isKnown(const QString &name)
    {
        static const QStringList others{
            QStringLiteral("creator"), QStringLiteral("initial-creator"), QStringLiteral("created"), QStringLiteral("creation-date"),
            QStringLiteral("CreateDate"), QStringLiteral("date"), QStringLiteral("publicationDate"), QStringLiteral("coverDate")};
        return others.contains(name) || !cslField(name).isEmpty();
    }

    void add(const QString &name, const QString &value, const QString &source)
    {
        const QString field = cslField(name);
        if (!field.isEmpty())
            m_item.setText(field, value, source);
        else if (name == QLatin1String("initial-creator") || (name == QLatin1String("creator") && !m_isOdt))
            m_item.addAuthorName(value, source);
        else if (name == QLatin1String("publicationDate") || name == QLatin1String("coverDate")
                 || (name == QLatin1String("date") && m_isBook))
            m_item.setDate(QStringLiteral("issued"), value, source);
        else if (name != QLatin1String("creator") && !(name == QLatin1String("date") && m_isOdt))
            m_item.setCustom(QStringLiteral("created"), value);
    }

    CslItem &m_item;
    QString m_part;
    bool m_isOdt;
    bool m_isBook;
};

} // namespace

void addTo(CslItem &item, const QByteArray &xmlBytes, const QString &part, const CancelToken &cancel)
{
    XmlGuard xml(xmlBytes, part, cancel);
    Reading reading(item, part);
    while (xml.next())
        if (xml.isStart())
            reading.element(xml);
}

} // namespace ca::DublinCore
