// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "commands/CommandLine.h"
#include "figure/Figure.h"
#include "map/MapView.h"

#include <optional>

namespace ca {

/// The options that describe a figure, read and checked, before any file is opened.
struct FigureOptions {
    enum class Extent { Default, Corridor, Segment, Box };
    Extent region = Extent::Default;
    QString name;                    ///< of the corridor or segment, as given
    GeoBox box = defaultExtent();
    QSizeF page{1280, 720};          ///< logical pixels: what --size gives in pixels at --dpi, or in millimetres
    double scale = 0;                ///< see Figure: the same pixels get the same picture whatever the resolution
    double dpi = 96;
    QString crs;                     ///< empty = by the region
    std::optional<QString> title;    ///< empty text = none
    QString asOf;                    ///< empty = the atlas' date
    QString language = QStringLiteral("en");
    NamePolicy policy = NamePolicy::Neutral;
    QString style = QStringLiteral("light");  ///< as for stylePath()
    QStringList layers;              ///< files to be drawn over the base map
    QString out;
    bool legend = true, scaleBar = true, northArrow = true, credits = true, notes = true;

    [[nodiscard]] static std::vector<OptionSpec> specs();
    /// Errors are bad usage: conflicting options, values that are none.
    [[nodiscard]] static Result<FigureOptions> of(const CommandLine &line);
};

/// The files that --layers and the words after it name, none without it. Words that follow no --layers are bad usage.
[[nodiscard]] Result<QStringList> layerFiles(const CommandLine &line);

/// "W,S,E,N" in degrees: west before east, south before north, within the globe.
[[nodiscard]] Result<GeoBox> parseBox(const QString &text);

} // namespace ca
