// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <vector>

namespace ca {

/// What can be wrong with a feature of a user's layer.
enum class LayerFault {
    NoGeometry,       ///< null or empty
    NotANumber,       ///< NaN, infinite, or a text that is no number
    TooFewPoints,     ///< a line of one point, a ring of fewer than three
    UnclosedRing,
    CrossingRings,    ///< a polygon whose outline crosses itself
    NotChecked,       ///< a polygon too large, or across the date line, that was not searched for crossings
    SwappedAxes,      ///< latitude where longitude should be
    OutOfRange,       ///< outside of ±90° or ±180°
    BeyondDateLine,   ///< longitudes above 180° that mean the same place below it
    NotTransformed,   ///< the reference system is not defined there
    Damaged,          ///< the file's bytes or text for it make no sense
    Unsupported,      ///< a kind of geometry that cannot be drawn
};
constexpr std::size_t layerFaultCount = 12;

/// What was done about it.
enum class LayerRemedy { DrawnAsIs, Mended, LeftOut };
constexpr std::size_t layerRemedyCount = 3;

/// One fault of one feature.
struct LayerProblem {
    LayerFault fault = LayerFault::NoGeometry;
    LayerRemedy remedy = LayerRemedy::LeftOut;
    std::int64_t feature = 0;  ///< the layer's own id
    int line = 0;              ///< line in a text file where the feature begins, from 1; 0 = unknown
    QString detail;            ///< may be empty
    /// "feature 12 (line 14): left out: no geometry (…)", translated.
    [[nodiscard]] QString text() const;
};

[[nodiscard]] QString title(LayerFault fault);    ///< translated, lower case
[[nodiscard]] QString title(LayerRemedy remedy);  ///< translated, lower case

/// What was found while reading a layer: totals of everything, and the first cases of each fault. Does not
/// grow beyond that however bad the data are. Plain data, one thread at a time.
struct LayerReport {
    /// Where the reference system comes from.
    enum class Crs { Stated, Chosen, Assumed };

    QString driver;            ///< GDAL's name of the format
    QString crsTitle;          ///< e.g. "WGS 84 (EPSG:4326)"
    Crs crs = Crs::Stated;
    QString proposedCrs;       ///< definition that would fit the coordinates better; never applied unasked
    QStringList notes;         ///< about the layer as a whole, translated, few
    bool incomplete = false;   ///< the file breaks off: there would have been more features
    std::uint64_t featuresRead = 0;
    std::uint64_t featuresLeftOut = 0;
    std::size_t caseLimit = 20;        ///< cases kept of each fault
    std::vector<LayerProblem> cases;   ///< in the order of the file
    std::array<std::array<std::uint64_t, layerRemedyCount>, layerFaultCount> totals{};

    [[nodiscard]] std::uint64_t count(LayerFault fault) const;
    [[nodiscard]] std::uint64_t count(LayerFault fault, LayerRemedy remedy) const;
    /// Whether the next case of @p fault would be kept; spares the making of its detail when not.
    [[nodiscard]] bool wants(LayerFault fault) const { return count(fault) < caseLimit; }
    void add(LayerFault fault, LayerRemedy remedy, std::int64_t feature, int line = 0, const QString &detail = {});
    /// Counts a fault of many features at once, without cases.
    void addMany(LayerFault fault, LayerRemedy remedy, std::uint64_t features) { totals[std::size_t(fault)][std::size_t(remedy)] += features; }
    /// Adds what was found in a later part of the layer.
    void append(const LayerReport &later);
    /// A sentence for each fault and remedy that occurred, with its number, then the notes; empty = nothing to say.
    [[nodiscard]] QStringList summary() const;
};

} // namespace ca
