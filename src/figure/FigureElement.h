// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace ca {

constexpr double pointsPerPixel = 72.0 / 96;  ///< of a page

/// What can stand on the page of a figure.
enum class FigureElement { Title, Subtitle, Map, Inset, Legend, StatusKey, ScaleBar, NorthArrow, Notes, Credits, Disclaimer };

/// From the top of a list of them to its end.
inline constexpr std::array allFigureElements{
    FigureElement::Title,    FigureElement::Subtitle,   FigureElement::Map,   FigureElement::Inset,   FigureElement::Legend,    FigureElement::StatusKey,
    FigureElement::ScaleBar, FigureElement::NorthArrow, FigureElement::Notes, FigureElement::Credits, FigureElement::Disclaimer};

[[nodiscard]] QString figureElementId(FigureElement element);  ///< "title", "status-key" …: as files write it
[[nodiscard]] std::optional<FigureElement> figureElementFromId(const QString &id);
[[nodiscard]] QString figureElementTitle(FigureElement element);  ///< for people

} // namespace ca
