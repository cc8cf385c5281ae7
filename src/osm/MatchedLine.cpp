// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchedLine.h"

#include "base/Tr.h"
#include "geo/Geodesic.h"

#include <algorithm>

namespace ca {
namespace {

constexpr double leastPiece = 1;  ///< metres; what is shorter is not worth a piece

class LineComposer {
public:
    LineComposer(const RouteMatch &match, const Segment &bundled) : m_match(match), m_bundled(bundled) {}

    std::vector<MatchedPiece> compose()
    {
        double reached = 0;  // metres along the bundled line
        for (const RoutePart &part : m_match.matched()) {
            if (!m_match.hasRoute())
                addBundled(reached, part.bundledFrom);
            addTrack(part);
            reached = part.bundledTo;
        }
        if (!m_match.hasRoute() && !m_pieces.empty())
            addBundled(reached, geodesic::length(m_bundled.line()));
        return std::move(m_pieces);
    }

private:
    void addTrack(const RoutePart &part)
    {
        bool begun = false;
        for (const RouteStretch &stretch : part.stretches) {
            const auto first = part.line.begin() + stretch.first, end = part.line.begin() + stretch.last + 1;
            const bool goesOn = begun && (stretch.isGap() || m_pieces.back().stage == stretch.stage);
            if (!goesOn) {
                MatchedPiece piece;
                piece.stage = stretch.stage;
                piece.line.assign(first, end);
                piece.provenance = QStringLiteral("osm");
                add(std::move(piece));
            } else {
                m_pieces.back().line.insert(m_pieces.back().line.end(), first + 1, end);
            }
            begun = true;
            std::vector<std::int64_t> &ways = m_pieces.back().ways;
            if (!stretch.isGap() && std::find(ways.begin(), ways.end(), stretch.way.id) == ways.end())
                ways.push_back(stretch.way.id);
        }
    }

    /// The bundled legs between two places of their line.
    void addBundled(double from, double to)
    {
        double begin = 0;
        for (const Leg &leg : m_bundled.legs) {
            const double length = geodesic::length(leg.line), low = std::max(from, begin) - begin, high = std::min(to, begin + length) - begin;
            begin += length;
            if (high - low < leastPiece)
                continue;
            MatchedPiece piece;
            piece.line = cutLine(leg.line, low, high);
            piece.precision = leg.precision;
            piece.provenance = leg.provenance;
            piece.refs = leg.refs;
            piece.errorMetres = leg.errorMetres;
            piece.note = leg.note;
            add(std::move(piece));
        }
    }

    static GeoLine cutLine(const GeoLine &line, double from, double to)
    {
        const std::vector<double> along = geodesic::chainage(line);
        GeoLine out{geodesic::pointAlong(line, from)};
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (along[i] > from + leastPiece / 10 && along[i] < to - leastPiece / 10)
                out.push_back(line[i]);
        }
        // Its own end exactly: what goes on from there begins there.
        out.push_back(to >= along.back() - leastPiece / 10 ? line.back() : geodesic::pointAlong(line, to));
        if (from <= leastPiece / 10)
            out.front() = line.front();
        return out;
    }

    void add(MatchedPiece piece)
    {
        if (!m_pieces.empty())
            meet(m_pieces.back(), piece);
        m_pieces.push_back(std::move(piece));
    }

    /// Tracks stay where they are: the bundled line gives way where it is as good as there, else a straight piece is put between.
    void meet(MatchedPiece &before, MatchedPiece &after)
    {
        const LatLon end = before.line.back(), begin = after.line.front();
        if (end == begin)
            return;
        const bool near = geodesic::distance(end, begin) < leastPiece;
        if (near && !after.stage) {
            after.line.front() = end;
        } else if (near && !before.stage) {
            before.line.back() = begin;
        } else {
            MatchedPiece join;
            join.line = {end, begin};
            join.precision = Precision::Schematic;
            join.provenance = QStringLiteral("osm");
            join.note = tr("Straight piece between the track in OpenStreetMap and the bundled line, not the track.");
            m_pieces.push_back(std::move(join));
        }
    }

    const RouteMatch &m_match;
    const Segment &m_bundled;
    std::vector<MatchedPiece> m_pieces;
};

} // namespace

std::vector<MatchedPiece> matchedLine(const RouteMatch &match, const Segment &bundled)
{
    return match.matched().empty() ? std::vector<MatchedPiece>() : LineComposer(match, bundled).compose();
}

} // namespace ca
