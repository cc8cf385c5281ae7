// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/ExtractReader.h"
#include "osm/NodePlaces.h"
#include "osm/StringPool.h"

#include <span>

namespace ca {

/// State of an object as a file has it.
struct ReadVersion : OsmVersion {
    bool deleted = false;
};

struct ReadMember {
    OsmId object;
    std::string_view role;
};

/// Chooses what is kept and brings it into order. The files are read in passes: first what the filter wants, then the ways
/// that wanted relations name, then the places of the nodes that kept ways go through. So nothing is held that is not kept.
/// A pass goes through all files; one file is read to its end before the next. One thread.
class ExtractBuilder {
public:
    enum class Pass { Wanted, Members, Places };

    /// @param versions an object may come more than once: in several files, or in a file with a history.
    ExtractBuilder(const ExtractOptions &options, bool versions) : m_filter(options.wanted), m_versions(versions), m_places(options.cancel) {}

    /// Version of a way that only a relation tells of.
    static constexpr std::int32_t hearsay = -1;

    /// Makes room for what is kept of files of @p bytes: lists that grow bit by bit touch twice the memory, while room that
    /// is not used costs nothing.
    void expect(double bytes);
    [[nodiscard]] bool needs(Pass pass) const;
    void begin(Pass pass);
    [[nodiscard]] Pass pass() const { return m_pass; }
    /// Which kinds of objects this pass has to see.
    [[nodiscard]] bool reads(OsmType type) const;

    /// All that a pass does with a node.
    void node(const ReadVersion &version, OsmLocation at, std::span<const OsmTag> tags);
    /// Whether the way or relation is to be added. To be asked once for each.
    [[nodiscard]] bool wants(OsmType type, const ReadVersion &version, std::span<const OsmTag> tags);
    void addWay(const OsmVersion &version, std::span<const OsmTag> tags, std::span<const OsmExtract::Vertex> vertices);
    void addRelation(const OsmVersion &version, std::span<const OsmTag> tags, std::span<const ReadMember> members);

    void setDate(const QDateTime &date);   ///< that the header of the file states
    void setBox(const GeoBox &box);        ///< that the header of the file states
    void remark(const QString &text);
    /// @returns how many objects of the file this pass has seen.
    std::size_t endFile();
    /// What is half done after a cancel is of no use.
    void endPass();
    /// More than 32 bits can count.
    [[nodiscard]] bool full() const { return m_full || m_strings.full(); }
    [[nodiscard]] OsmExtract take(const QStringList &files);

private:
    template <class Object>
    [[nodiscard]] bool keptAsNew(std::vector<Object> &kept, std::size_t settled, const ReadVersion &version);
    [[nodiscard]] bool choosesNow(OsmType type) const;
    template <class Object>
    void settle(std::vector<Object> &kept, std::size_t &settled);
    [[nodiscard]] bool chosen(OsmType type, const ReadVersion &version, std::span<const OsmTag> tags);
    [[nodiscard]] bool isMember(const ReadVersion &version);
    void supersede(OsmType type, const ReadVersion &version);
    void supersedeLast(OsmType type, const ReadVersion &version);
    void see(const ReadVersion &version);
    [[nodiscard]] OsmExtract::Range addTags(std::span<const OsmTag> tags);
    [[nodiscard]] bool fits(std::size_t have, std::size_t more);
    void findMembers();
    void date();
    void boxes();
    void remarkCounts();

    const OsmFilter &m_filter;
    bool m_versions;
    Pass m_pass = Pass::Wanted;
    OsmExtract m_extract;
    StringPool m_strings;
    NodePlaces m_places;
    std::vector<std::int64_t> m_members;   // ways that kept relations name and that are looked for; ascending
    // How many at the front of the lists are in order of id, each once.
    std::size_t m_nodesSettled = 0;
    std::size_t m_waysSettled = 0;
    std::size_t m_relationsSettled = 0;
    std::size_t m_seen = 0;
    std::size_t m_doubles = 0;
    std::size_t m_deleted = 0;
    bool m_holes = false;                  // something was dropped that others point past
    bool m_full = false;
    struct FileDate {
        QDateTime stated;
        std::int64_t newest = 0;
        GeoBox box;
    };
    std::vector<FileDate> m_dates;         // by file
    std::size_t m_file = 0;                // that is read
};

} // namespace ca
