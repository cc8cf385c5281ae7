// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseNames.h"

#include <array>

namespace ca {
namespace {

constexpr std::array nameLanguages{"en", "az", "hy", "ka", "tr", "ru"};

} // namespace

void BaseRow::set(const QString &column, const QVariant &value)
{
    const int i = m_table.columnIndex(column);
    if (i >= 0)
        m_table.columns[std::size_t(i)].values.push_back(value);
}

void BaseRow::setNames(const OsmExtract &extract, OsmExtract::Range tags)
{
    for (const char *language : nameLanguages) {
        const QString name = tagText(extract, tags, std::string("name:") + language);
        set(QStringLiteral("name_") + QLatin1String(language), name.isEmpty() ? QVariant() : QVariant(name));
    }
}

FeatureTable emptyLike(const FeatureTable *like, GeometryKind kind, const QStringList &atLeast)
{
    FeatureTable table;
    table.kind = kind;
    if (like) {
        for (const FeatureTable::Column &column : like->columns)
            table.columns.push_back({column.name, {}});
    }
    for (const QString &name : atLeast) {
        if (table.columnIndex(name) < 0)
            table.columns.push_back({name, {}});
    }
    return table;
}

void copyRow(const FeatureTable &from, std::size_t f, std::int64_t id, FeatureTable &to, const std::vector<GeoLine> &parts)
{
    to.beginFeature(id);
    for (const GeoLine &part : parts)
        to.addPart(part);
    for (std::uint32_t p = from.featureStart[f]; parts.empty() && p < from.featureStart[f + 1]; ++p)
        to.addPart(from.part(p));
    for (FeatureTable::Column &column : to.columns)
        column.values.push_back(from.value(f, column.name));
}

QString tagText(const OsmExtract &extract, OsmExtract::Range tags, std::string_view key)
{
    const std::string_view value = extract.tag(tags, key);
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

QStringList nameColumns()
{
    QStringList columns;
    for (const char *language : nameLanguages)
        columns << QStringLiteral("name_") + QLatin1String(language);
    return columns;
}

} // namespace ca
