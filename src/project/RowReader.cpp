// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RowReader.h"

#include "base/Tr.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ca {
void RowReader::complainOfWord(const QString &word)
{
    m_problems << tr("“%1” is an unknown word").arg(word.left(40));
}

QDateTime RowReader::time()
{
    const QString value = text();
    const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!value.isEmpty() && !time.isValid())
        m_problems << tr("“%1” is no time").arg(value.left(40));
    return time.isValid() ? time.toUTC() : QDateTime();
}

QJsonValue RowReader::json()
{
    // Not every value may stand alone in Qt's JSON, but each may stand in an array.
    const QJsonDocument document = QJsonDocument::fromJson('[' + text().toUtf8() + ']');
    if (document.array().size() != 1)
        m_problems << tr("JSON that cannot be read");
    return document.array().at(0);
}

QJsonObject RowReader::object()
{
    return json().toObject();
}

QStringList RowReader::list()
{
    QStringList values;
    for (const QJsonValue &value : json().toArray())
        values << value.toString();
    return values;
}

} // namespace ca
