// SPDX-License-Identifier: GPL-3.0-or-later
#include "AtlasAsOf.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace ca {

namespace {

/// First day of a date that may be shortened, an estimate ("c. ") or a range; invalid when there is none.
QDate firstDay(const QString &date)
{
    static const QRegularExpression iso(QStringLiteral("^(?:c\\. )?(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?"));
    const QRegularExpressionMatch match = iso.match(date);
    if (!match.hasMatch())
        return {};
    const auto part = [&](int i) { return match.captured(i).isEmpty() ? 1 : match.captured(i).toInt(); };
    return QDate(part(1), part(2), part(3));
}

QDate lastDay(const QString &date)
{
    const QDate first = firstDay(date);
    return date.size() == 4 ? first.addYears(1).addDays(-1) : date.size() == 7 ? first.addMonths(1).addDays(-1) : first;
}

} // namespace

std::shared_ptr<const Atlas> atlasAsOf(const std::shared_ptr<const Atlas> &atlas, const QString &date)
{
    const QDate limit = lastDay(date);
    const auto younger = [&](const QString &other) {
        const QDate first = firstDay(other);
        return first.isValid() && first > limit;
    };
    AtlasData data = atlas->data();
    std::erase_if(data.facts, [&](const Fact &fact) { return younger(fact.asOf); });
    std::erase_if(data.passages, [&](const Passage &passage) {
        const Record *record = atlas->record(passage.record);
        return record && younger(record->issued());
    });
    return std::make_shared<const Atlas>(std::move(data));
}

} // namespace ca
