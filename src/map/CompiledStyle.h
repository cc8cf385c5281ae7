// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "map/MapStyle.h"
#include "map/StyleKeys.h"

#include <memory>
#include <vector>

namespace ca {

/// A style resolved against an atlas: painting looks up by number, never by word. Immutable; shared between threads.
class CompiledStyle {
public:
    CompiledStyle(const MapStyle &style, const Atlas &atlas);
    /// The same, made once for each pair of style and list of corridors as long as the style lives. Thread-safe.
    static std::shared_ptr<const CompiledStyle> of(const std::shared_ptr<const MapStyle> &style, const Atlas &atlas);

    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] const QColor &color(StyleColor key) const { return m_colors[std::size_t(key)]; }
    [[nodiscard]] const LineStyle &line(StyleLine key) const { return m_lines[std::size_t(key)]; }
    [[nodiscard]] const TextStyle &text(StyleText key) const { return m_texts[std::size_t(key)]; }
    /// A corridor by its place in atlas.corridors() (Scene::Strand::corridorRank), at scale factor 1.
    [[nodiscard]] const LineStyle &segmentLine(std::size_t corridor, Mode mode, Status status) const;
    [[nodiscard]] const QColor &corridorColor(std::size_t corridor) const { return m_corridorColors[corridor]; }
    [[nodiscard]] const QColor &corridorTextColor(std::size_t corridor) const { return m_corridorTextColors[corridor]; }

    /// Corridors of the style that the atlas does not have (with their place in the file), and corridors of the
    /// atlas without a colour of their own.
    [[nodiscard]] const std::vector<Error> &warnings() const { return m_warnings; }

private:
    void addCorridor(const MapStyle &style, const QString &id);
    void findOrphans(const MapStyle &style, const QStringList &corridors);

    bool m_dark = false;
    std::vector<QColor> m_colors;
    std::vector<LineStyle> m_lines;
    std::vector<TextStyle> m_texts;
    std::vector<LineStyle> m_segmentLines;  ///< by corridor, mode, status
    std::vector<QColor> m_corridorColors, m_corridorTextColors;
    std::vector<Error> m_warnings;
};

} // namespace ca
