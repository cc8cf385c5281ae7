// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SourceNumbers.h"

#include "citation/CitationFormat.h"

#include <QJsonDocument>

#include <algorithm>

namespace ca {

int SourceNumbers::add(const QString &key, const RichText &note)
{
    m_notes.push_back(note);
    m_numbers.insert(key, int(m_notes.size()));
    return int(m_notes.size());
}

int SourceNumbers::of(const QString &record)
{
    if (const int known = m_numbers.value(record))
        return known;
    const Record *cited = m_atlas.record(record);
    return cited ? add(record, citationformat::chicagoNote(cited->csl)) : 0;
}

std::vector<int> SourceNumbers::of(const QStringList &records)
{
    std::vector<int> numbers;
    for (const QString &record : records) {
        if (const int number = of(record))
            numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

int SourceNumbers::of(const QJsonObject &citation, const QString &address, const QString &accessed)
{
    const Record *record = m_atlas.record(citation.value(QLatin1String("id")).toString());
    if (record && record->csl == citation)
        return of(record->id);
    if (citation.isEmpty() && address.isEmpty())
        return 0;
    const QString key = QStringLiteral("own ") + QString::fromUtf8(QJsonDocument(citation).toJson()) + address;
    if (const int known = m_numbers.value(key))
        return known;
    if (citation.isEmpty())
        return add(key, RichText().addLink(address));
    CitationOptions options;
    options.accessed = accessed;
    return add(key, citationformat::chicagoNote(citation, options));
}

} // namespace ca
