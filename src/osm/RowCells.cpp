// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/RowCells.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <unordered_set>

namespace ca {
namespace {

constexpr std::size_t ownColumns = 4;  // before those of the mapping

void putDigits(std::string &out, unsigned value, int digits)
{
    const std::size_t at = out.size();
    out.resize(at + std::size_t(digits));
    for (int i = digits; i-- > 0; value /= 10)
        out[at + std::size_t(i)] = char('0' + value % 10);
}

/// "2026-02-26T01:02:03Z"; QDateTime takes longer than the row's insertion.
std::string isoText(std::int64_t seconds)
{
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::string out;
    putDigits(out, unsigned(int(date.year())), 4);
    putDigits(out += '-', unsigned(date.month()), 2);
    putDigits(out += '-', unsigned(date.day()), 2);
    putDigits(out += 'T', unsigned(clock.hours().count()), 2);
    putDigits(out += ':', unsigned(clock.minutes().count()), 2);
    putDigits(out += ':', unsigned(clock.seconds().count()), 2);
    return out += 'Z';
}

GeoPackageCell tagCell(std::string_view value, bool number)
{
    if (value.empty())
        return {};
    if (!number)
        return value;
    std::int64_t whole = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), whole);
    return read.ec == std::errc() && read.ptr == value.data() + value.size() ? GeoPackageCell(whole) : GeoPackageCell();
}

GeoPackageCell textCell(std::string_view text)
{
    return text.empty() ? GeoPackageCell() : GeoPackageCell(text);
}

} // namespace

RowCells::RowCells(const OsmExtract &extract, std::span<const std::uint32_t> keys, std::vector<OsmColumn> columns)
    : m_extract(extract), m_columns(std::move(columns))
{
    m_cells.resize(ownColumns + m_columns.size());
    for (const std::uint32_t key : keys) {
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (m_columns[i].source == OsmColumnSource::Tag && extract.string(key) == m_columns[i].tag)
                m_byKey[key].push_back(i);
        }
    }
}

std::vector<std::uint32_t> RowCells::distinctKeys(const OsmExtract &extract)
{
    std::unordered_set<std::uint32_t> seen;
    std::vector<std::uint32_t> keys;
    for (const OsmExtract::StoredTag &tag : extract.storedTags) {
        if (seen.insert(tag.key).second)
            keys.push_back(tag.key);
    }
    return keys;
}

std::vector<GeoPackageColumn> RowCells::columnsOf(std::span<const OsmColumn> columns)
{
    using Type = GeoPackageColumn::Type;
    std::vector<GeoPackageColumn> all{{QStringLiteral("osm_type"), Type::Text},
                                      {QStringLiteral("osm_id"), Type::Integer},
                                      {QStringLiteral("osm_version"), Type::Integer},
                                      {QStringLiteral("osm_timestamp"), Type::Text}};
    for (const OsmColumn &column : columns)
        all.push_back({QString::fromStdString(column.name), column.number ? Type::Integer : Type::Text});
    return all;
}

std::span<const GeoPackageCell> RowCells::of(const OsmRow &row)
{
    std::fill(m_cells.begin(), m_cells.end(), GeoPackageCell());
    m_cells[0] = typeName(row.object.type);
    m_cells[1] = row.object.id;
    if (row.version > 0)
        m_cells[2] = std::int64_t(row.version);
    if (row.changed != 0) {
        if (m_timestampOf != row.changed)
            m_timestamp = isoText(row.changed);
        m_timestampOf = row.changed;
        m_cells[3] = std::string_view(m_timestamp);
    }
    putTags(row);
    putSpecial(row);
    return m_cells;
}

void RowCells::putTags(const OsmRow &row)
{
    for (std::uint32_t i = row.tags.first; i < row.tags.first + row.tags.count; ++i) {
        const OsmExtract::StoredTag &tag = m_extract.storedTags[i];
        const auto columns = m_byKey.find(tag.key);
        if (columns == m_byKey.end())
            continue;
        for (const std::size_t column : columns->second)
            m_cells[ownColumns + column] = tagCell(m_extract.string(tag.value), m_columns[column].number);
    }
}

void RowCells::putSpecial(const OsmRow &row)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        GeoPackageCell &cell = m_cells[ownColumns + i];
        switch (m_columns[i].source) {
        case OsmColumnSource::Tag: break;
        case OsmColumnSource::Kind: cell = textCell(row.kind); break;
        case OsmColumnSource::Stage:
            m_stage = toId(row.stage).toStdString();
            cell = textCell(m_stage);
            break;
        case OsmColumnSource::Relations:
            m_relations = relationIds(row);
            cell = textCell(m_relations);
            break;
        case OsmColumnSource::Parties:
            m_parties = parties(row);
            cell = textCell(m_parties);
            break;
        }
    }
}

std::string RowCells::relationIds(const OsmRow &row) const
{
    std::string out;
    for (const std::uint32_t relation : row.relations) {
        if (!out.empty())
            out += ' ';
        out.append(std::to_string(m_extract.relations[relation].id));
    }
    return out;
}

std::string RowCells::parties(const OsmRow &row) const
{
    std::string out;
    for (const std::uint32_t relation : row.relations) {
        const OsmExtract::Range tags = m_extract.relations[relation].tags;
        const std::string_view english = m_extract.tag(tags, "name:en");
        const std::string_view name = english.empty() ? m_extract.tag(tags, "name") : english;
        if (!name.empty())
            (out += out.empty() ? "" : " / ") += name;
    }
    return out;
}

} // namespace ca
