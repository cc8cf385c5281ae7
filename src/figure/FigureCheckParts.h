// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureCheck.h"

#include <span>

/// What the kinds of checks share. Each file of checks has a list of small functions, one for each finding.
namespace ca::figurecheck {

inline constexpr double tolerance = 1;  ///< layout units that no reader sees

struct Context {
    const FigureSpec &figure;
    const FigureComposition &made;
    const FigureCheckInput &input;
    const Atlas &atlas;
    const MapStyle &style;  ///< that the map is drawn in

    [[nodiscard]] bool printed(FigureElement element) const { return made.layout.find(element) != nullptr; }
    [[nodiscard]] bool drawsLayer(const QString &id) const { return made.drawn.layers.contains(id); }
    /// Under the name policy and in the language of the figure.
    [[nodiscard]] QString name(const QString &id) const { return atlas.displayName(id, made.map.namePolicy, made.map.language); }
    [[nodiscard]] bool isSlide() const { return figure.preset.startsWith(QLatin1String("slide")); }
};

using Findings = std::vector<Finding>;
using Check = void (*)(const Context &, Findings &);

[[nodiscard]] std::span<const Check> creditChecks();
[[nodiscard]] std::span<const Check> sourceChecks();
[[nodiscard]] std::span<const Check> lineChecks();
[[nodiscard]] std::span<const Check> colourChecks();
[[nodiscard]] std::span<const Check> nameChecks();
[[nodiscard]] std::span<const Check> borderChecks();
[[nodiscard]] std::span<const Check> pageChecks();

[[nodiscard]] Finding objection(const char *id, const QString &sentence, std::optional<FigureElement> element = {}, std::optional<FigureFix> fix = {});
[[nodiscard]] Finding remark(const char *id, const QString &sentence, std::optional<FigureElement> element = {}, std::optional<FigureFix> fix = {});

/// Fixes that more than one check offers.
[[nodiscard]] FigureFix showing(FigureElement element);
/// Back to where the layout puts them, and with them what was moved to where they then stand.
[[nodiscard]] FigureFix putBack(const Context &context, std::vector<FigureElement> elements);
[[nodiscard]] std::optional<FigureFix> putBackIfPlaced(const Context &context, FigureElement element);
/// What an item covers: its place, or more where its matter hangs over; layout units.
[[nodiscard]] QRectF coveredBy(const FigureLayout::Item &item);
/// Whether two places share more than an edge.
[[nodiscard]] bool meet(const QRectF &one, const QRectF &other);
[[nodiscard]] FigureFix withTheme(const QString &theme);
/// The first bundled theme that @p mends and that makes nothing worse; none where there is none.
[[nodiscard]] std::optional<FigureFix> themeThat(const Context &context, const std::function<bool(const MapStyle &)> &mends);
/// What a theme could make worse: whether status and disputes are told, and lines told apart, as well as now.
[[nodiscard]] bool tellsStatus(const Context &context, const MapStyle &style);
[[nodiscard]] bool tellsDisputes(const Context &context, const MapStyle &style);
[[nodiscard]] bool confusesNothingNew(const Context &context, const MapStyle &style);

/// "a, b and c", "a, b, c and 3 more"
[[nodiscard]] QString listed(const QStringList &names);
/// "a; b; c; and 3 more": for what holds commas and ands itself
[[nodiscard]] QString listedApart(const QStringList &names);

} // namespace ca::figurecheck
