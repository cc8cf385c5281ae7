// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "commands/CommandLine.h"
#include "figure/FigureView.h"
#include "figure/WriteOptions.h"
#include "map/MapView.h"

#include <functional>
#include <optional>

namespace ca {

/// The options that describe a figure, read and checked, before any file is opened.
struct FigureOptions {
    static constexpr int mostLayers = 64;  ///< files that follow --layers
    enum class Extent { Default, Corridor, Segment, Box, View, EveryCorridor, EverySegment, EveryView };
    Extent region = Extent::Default;
    QString name;                    ///< of the corridor, segment or view, as given
    GeoBox box = defaultExtent();
    bool atlasIsWord = false;        ///< --atlas names what to draw, not a file
    std::optional<double> dpi;       ///< none = what the page's preset is usually made at, else 96
    std::optional<QString> title;    ///< empty text = none
    std::vector<std::function<void(FigureView &)>> changes;  ///< what else the options want of a view
    QString out;                     ///< a file, or the folder of a batch
    std::vector<FigureFormat> formats;  ///< empty = by the suffix of @c out
    bool outlines = false, worldFile = false;
    bool check = false, strict = false;

    [[nodiscard]] bool isBatch() const { return region == Extent::EveryCorridor || region == Extent::EverySegment || region == Extent::EveryView; }
    /// @p view with everything the options want, but the title, which depends on what is shown.
    [[nodiscard]] FigureView applied(FigureView view = {}) const;
    /// Of pictures of a page.
    [[nodiscard]] double dpiFor(const FigureSpec &figure) const;

    /// Of the command "export": those it always had.
    [[nodiscard]] static std::vector<OptionSpec> exportSpecs();
    /// Of the command "figure": all.
    [[nodiscard]] static std::vector<OptionSpec> specs();
    /// Errors are bad usage: conflicting options, values that are none.
    [[nodiscard]] static Result<FigureOptions> of(const CommandLine &line);
};

/// The files that --layers and the words after it name, none without it. Words that follow no --layers are bad usage.
[[nodiscard]] Result<QStringList> layerFiles(const CommandLine &line);

/// "W,S,E,N" in degrees: west before east, south before north, within the globe.
[[nodiscard]] Result<GeoBox> parseBox(const QString &text);

} // namespace ca
