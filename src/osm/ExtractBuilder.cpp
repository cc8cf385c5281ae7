// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractBuilder.h"

#include "base/Tr.h"
#include "osm/ExtractPacking.h"
#include "osm/OldMultipolygons.h"

#include <algorithm>
#include <utility>

namespace ca {
namespace {

/// Version of an object that a newer one, which the filter does not want, takes the place of.
constexpr std::int32_t superseded = std::numeric_limits<std::int32_t>::min();

template <class Object>
Object *settledWithId(std::vector<Object> &kept, std::size_t settled, std::int64_t id)
{
    const auto end = kept.begin() + static_cast<std::ptrdiff_t>(settled);
    const auto at = std::lower_bound(kept.begin(), end, id, [](const Object &one, std::int64_t wanted) { return one.id < wanted; });
    return at != end && at->id == id ? &*at : nullptr;
}

} // namespace

void ExtractBuilder::expect(double bytes)
{
    constexpr double perVertex = 5, perWay = 40, perTag = 12;  // bytes in PBF files of lines, with what they have of nodes
    constexpr double most = 16e6;                              // vertices, 256 MB
    const double vertices = std::min(bytes / perVertex, most);
    m_extract.vertices.reserve(std::size_t(vertices));
    m_extract.ways.reserve(std::size_t(vertices * perVertex / perWay));
    m_extract.storedTags.reserve(std::size_t(vertices * perVertex / perTag));
}

bool ExtractBuilder::needs(Pass pass) const
{
    return pass != Pass::Members || m_versions || !m_members.empty();
}

void ExtractBuilder::begin(Pass pass)
{
    m_pass = pass;
    m_file = 0;
    if (pass == Pass::Places)
        m_places.expect(m_extract.vertices);
}

bool ExtractBuilder::choosesNow(OsmType type) const
{
    return m_pass == (type == OsmType::Node && !m_versions ? Pass::Places : Pass::Wanted);
}

bool ExtractBuilder::reads(OsmType type) const
{
    switch (m_pass) {
    case Pass::Wanted: return choosesNow(type);
    case Pass::Members: return type == OsmType::Way || (m_versions && type == OsmType::Relation);
    case Pass::Places: return type == OsmType::Node;
    }
    return false;
}

void ExtractBuilder::see(const ReadVersion &version)
{
    ++m_seen;
    if (m_dates.size() <= m_file)
        m_dates.resize(m_file + 1);
    m_dates[m_file].newest = std::max(m_dates[m_file].newest, version.changed);
}

void ExtractBuilder::node(const ReadVersion &version, OsmLocation at, std::span<const OsmTag> tags)
{
    if (m_pass == Pass::Places && !version.deleted)
        m_places.take(version.id, at, version.version);
    if (!wants(OsmType::Node, version, tags) || !fits(m_extract.nodes.size(), 1))
        return;
    OsmExtract::Node kept;
    static_cast<OsmVersion &>(kept) = version;
    kept.at = at;
    kept.tags = addTags(tags);
    m_extract.nodes.push_back(kept);
}

bool ExtractBuilder::wants(OsmType type, const ReadVersion &version, std::span<const OsmTag> tags)
{
    see(version);
    if (choosesNow(type))
        return chosen(type, version, tags);
    if (m_versions)
        supersede(type, version);
    return m_pass == Pass::Members && type == OsmType::Way && isMember(version);
}

bool ExtractBuilder::chosen(OsmType type, const ReadVersion &version, std::span<const OsmTag> tags)
{
    m_deleted += version.deleted;
    if (version.deleted || tags.empty() || (m_filter && !m_filter(type, tags))) {
        supersedeLast(type, version);
        return false;
    }
    switch (type) {
    case OsmType::Node: return !keptAsNew(m_extract.nodes, m_nodesSettled, version);
    case OsmType::Way: return !keptAsNew(m_extract.ways, m_waysSettled, version);
    case OsmType::Relation: return !keptAsNew(m_extract.relations, m_relationsSettled, version);
    }
    return false;
}

/// What earlier files had is not stored a second time.
template <class Object>
bool ExtractBuilder::keptAsNew(std::vector<Object> &kept, std::size_t settled, const ReadVersion &version)
{
    const Object *other = settled == 0 ? nullptr : settledWithId(kept, settled, version.id);
    const bool known = other && other->version >= version.version;
    m_doubles += known;
    return known;
}

bool ExtractBuilder::isMember(const ReadVersion &version)
{
    if (version.deleted || !std::binary_search(m_members.begin(), m_members.end(), version.id))
        return false;
    const OsmExtract::Way *other = settledWithId(m_extract.ways, m_waysSettled, version.id);
    return !other || other->version < version.version;
}

void ExtractBuilder::supersede(OsmType type, const ReadVersion &version)
{
    const auto mark = [&](auto &kept, std::size_t settled) {
        auto *older = settledWithId(kept, settled, version.id);
        if (older && older->version != hearsay && older->version < version.version)
            older->version = superseded;
    };
    switch (type) {
    case OsmType::Node: mark(m_extract.nodes, m_nodesSettled); break;
    case OsmType::Way: mark(m_extract.ways, m_waysSettled); break;
    case OsmType::Relation: mark(m_extract.relations, m_relationsSettled); break;
    }
}

/// Histories that do not say so in their header have the versions of an object one after the other.
void ExtractBuilder::supersedeLast(OsmType type, const ReadVersion &version)
{
    const auto mark = [&](auto &kept) {
        if (!kept.empty() && kept.back().id == version.id && kept.back().version != hearsay && kept.back().version < version.version)
            kept.back().version = superseded;
    };
    switch (type) {
    case OsmType::Node: mark(m_extract.nodes); break;
    case OsmType::Way: mark(m_extract.ways); break;
    case OsmType::Relation: mark(m_extract.relations); break;
    }
}

bool ExtractBuilder::fits(std::size_t have, std::size_t more)
{
    m_full = m_full || have + more > std::numeric_limits<std::uint32_t>::max();
    return !m_full;
}

OsmExtract::Range ExtractBuilder::addTags(std::span<const OsmTag> tags)
{
    if (!fits(m_extract.storedTags.size(), tags.size()))
        return {};
    const OsmExtract::Range range{static_cast<std::uint32_t>(m_extract.storedTags.size()), static_cast<std::uint32_t>(tags.size())};
    for (const OsmTag &tag : tags) {
        const std::uint32_t key = m_strings.add(tag.key);
        m_extract.storedTags.push_back({key, m_strings.add(tag.value)});
    }
    return range;
}

void ExtractBuilder::addWay(const OsmVersion &version, std::span<const OsmTag> tags, std::span<const OsmExtract::Vertex> vertices)
{
    if (!fits(m_extract.vertices.size(), vertices.size()))
        return;
    OsmExtract::Way kept;
    static_cast<OsmVersion &>(kept) = version;
    kept.vertices = {static_cast<std::uint32_t>(m_extract.vertices.size()), static_cast<std::uint32_t>(vertices.size())};
    kept.tags = addTags(tags);
    m_extract.vertices.insert(m_extract.vertices.end(), vertices.begin(), vertices.end());
    m_extract.ways.push_back(kept);
}

void ExtractBuilder::addRelation(const OsmVersion &version, std::span<const OsmTag> tags, std::span<const ReadMember> members)
{
    if (!fits(m_extract.members.size(), members.size()))
        return;
    OsmExtract::Relation kept;
    static_cast<OsmVersion &>(kept) = version;
    kept.members = {static_cast<std::uint32_t>(m_extract.members.size()), static_cast<std::uint32_t>(members.size())};
    kept.tags = addTags(tags);
    for (const ReadMember &member : members)
        m_extract.members.push_back({member.object, m_strings.add(member.role)});
    m_extract.relations.push_back(kept);
}

void ExtractBuilder::setDate(const QDateTime &stated)
{
    if (m_dates.size() <= m_file)
        m_dates.resize(m_file + 1);
    m_dates[m_file].stated = stated;
}

void ExtractBuilder::setBox(const GeoBox &box)
{
    if (m_dates.size() <= m_file)
        m_dates.resize(m_file + 1);
    m_dates[m_file].box = box;
}

void ExtractBuilder::remark(const QString &text)
{
    if (!m_extract.remarks.contains(text))
        m_extract.remarks << text;
}

/// In order of id, the newest version of each.
template <class Object>
void ExtractBuilder::settle(std::vector<Object> &kept, std::size_t &settled)
{
    const auto before = [](const Object &one, const Object &other) { return one.id != other.id ? one.id < other.id : one.version > other.version; };
    if (!std::is_sorted(kept.begin(), kept.end(), before)) {
        std::stable_sort(kept.begin(), kept.end(), before);
        m_holes = true;
    }
    const auto end = std::unique(kept.begin(), kept.end(), [this](const Object &one, const Object &other) {
        m_doubles += one.id == other.id && other.version != hearsay;
        return one.id == other.id;
    });
    m_holes = m_holes || end != kept.end();
    kept.erase(end, kept.end());
    settled = kept.size();
}

std::size_t ExtractBuilder::endFile()
{
    settle(m_extract.nodes, m_nodesSettled);
    settle(m_extract.ways, m_waysSettled);
    settle(m_extract.relations, m_relationsSettled);
    ++m_file;
    return std::exchange(m_seen, 0);
}

void ExtractBuilder::endPass()
{
    const auto drop = [this](auto &kept, std::size_t &settled) {
        const auto gone = std::erase_if(kept, [](const OsmVersion &one) { return one.version == superseded; });
        m_holes = m_holes || gone > 0;
        settled = kept.size();
    };
    drop(m_extract.nodes, m_nodesSettled);
    drop(m_extract.ways, m_waysSettled);
    drop(m_extract.relations, m_relationsSettled);
    if (m_pass == Pass::Wanted)
        findMembers();
    if (m_pass == Pass::Places)
        m_places.fill(m_extract.vertices);
}

void ExtractBuilder::findMembers()
{
    for (const OsmExtract::Member &member : m_extract.members) {
        if (member.object.type == OsmType::Way)
            m_members.push_back(member.object.id);
    }
    std::sort(m_members.begin(), m_members.end());
    m_members.erase(std::unique(m_members.begin(), m_members.end()), m_members.end());
    // A newer version that the filter does not want is still the member, where there may be one.
    if (m_versions)
        return;
    std::erase_if(m_members, [this](std::int64_t id) {
        const OsmExtract::Way *way = settledWithId(m_extract.ways, m_waysSettled, id);
        return way && way->version != hearsay;
    });
}

/// Of several files the oldest: what is newer elsewhere may be missing there.
void ExtractBuilder::date()
{
    QDateTime newest;
    for (const FileDate &file : m_dates) {
        const QDateTime one = file.stated.isValid() || file.newest == 0 ? file.stated : QDateTime::fromSecsSinceEpoch(file.newest, Qt::UTC);
        if (!one.isValid())
            continue;
        m_extract.date = m_extract.date.isValid() ? std::min(m_extract.date, one) : one;
        newest = newest.isValid() ? std::max(newest, one) : one;
    }
    if (newest.date() != m_extract.date.date()) {
        remark(tr("The files are of different dates, from %1 to %2; the older one is given as theirs.")
                   .arg(m_extract.date.date().toString(Qt::ISODate), newest.date().toString(Qt::ISODate)));
    }
}

void ExtractBuilder::boxes()
{
    for (const FileDate &file : m_dates) {
        if (file.box.empty())
            return m_extract.boxes.clear();
        m_extract.boxes.push_back(file.box);
    }
}

void ExtractBuilder::remarkCounts()
{
    if (m_doubles > 0)
        remark(tr("Objects that came more than once: %1; the newest version of each was taken.").arg(m_doubles));
    if (m_deleted > 0)
        remark(tr("Deleted objects left out: %1.").arg(m_deleted));
}

OsmExtract ExtractBuilder::take(const QStringList &files)
{
    if (m_holes)
        packExtract(m_extract);
    for (OsmExtract::Way &way : m_extract.ways)
        way.version = std::max(way.version, 0);
    m_extract.strings = m_strings.take();
    oldmultipolygons::giveOutlineTags(m_extract, m_filter);
    m_extract.files = files;
    date();
    boxes();
    m_extract.remarks += whatIsMissing(m_extract);
    remarkCounts();
    return std::move(m_extract);
}

} // namespace ca
