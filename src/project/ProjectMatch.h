// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ca {

/// What a line from OpenStreetMap is made of and how it compares with the bundled one; what has no answer is 0 or empty.
/// Lengths are geodesic metres.
struct MatchFindings {
    struct Way {
        qint64 id = 0;               ///< of OpenStreetMap
        double metres = 0;           ///< its share of the line
        bool operator==(const Way &) const = default;
    };
    struct Part {
        QString what;                ///< ISO 3166-1 alpha-2 of a country; id of a life cycle; a gauge
        double metres = 0;
        bool operator==(const Part &) const = default;
    };
    struct Gap {
        LatLon at;                   ///< where it begins
        double metres = 0;
        QString how;                 ///< how it was closed; translated when it was found
        bool operator==(const Gap &) const = default;
    };
    /// A run of the line: on track of one stage of the life cycle, or along the bundled line where there is no track.
    struct Piece {
        double from = 0;             ///< metres along the line
        double to = 0;
        QString stage;               ///< id of the life cycle of its track; empty = no track
        std::vector<qint64> ways;    ///< of its track, each once
        QString precision;           ///< id; without track: as the bundled leg has it, as are the others
        QString provenance;
        QString refs;
        double errorMetres = 0;      ///< guessed; 0 = not given
        QString note;
        bool operator==(const Piece &) const = default;
    };
    double metres = 0;               ///< of the line
    double bundledMetres = 0;
    double deviation95 = 0;          ///< of the line from the bundled one, 95th percentile
    double deviationMost = 0;
    std::vector<Way> ways;           ///< in the order of the line
    std::vector<Gap> gaps;
    std::vector<Part> countries;
    std::vector<Part> stages;        ///< of the life cycle
    std::vector<Part> gauges;
    std::vector<Piece> pieces;       ///< of all of the line; empty = track of one stage from end to end

    /// Metres of the line that are track.
    [[nodiscard]] double trackMetres() const;

    /// Read again leniently: what is no number, or missing, is 0.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static MatchFindings fromJson(const QJsonObject &json);
    bool operator==(const MatchFindings &) const = default;
};

/// A segment's line as it was found in OpenStreetMap, beside the bundled one, and which of the two is drawn.
struct ProjectMatch {
    QString id;                      ///< the segment's: it has one at most
    qint64 order = 0;
    bool drawn = false;              ///< false = the user keeps the bundled line
    QString verdict;                 ///< id of a RouteVerdict
    GeoLine line;                    ///< at least two vertices
    GeoLine bundled;                 ///< as the atlas had it when they were compared
    QDateTime extractDate;           ///< of the data; invalid = the extract does not tell
    QStringList files;               ///< the extract's
    MatchFindings findings;
    QString author;
    QDateTime created;
    QDateTime modified;
    bool operator==(const ProjectMatch &) const = default;
};

} // namespace ca
