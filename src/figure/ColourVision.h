// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QString>

#include <array>
#include <optional>

namespace ca {

/// By whom, or by what, a figure is seen.
enum class ColourVision { Everyone, Deuteranopia, Protanopia, Tritanopia, GreyPrint };

inline constexpr std::array allColourVisions{ColourVision::Everyone, ColourVision::Deuteranopia, ColourVision::Protanopia, ColourVision::Tritanopia, ColourVision::GreyPrint};

[[nodiscard]] QString colourVisionId(ColourVision vision);  ///< "everyone", "deuteranopia" … "grey-print"
[[nodiscard]] std::optional<ColourVision> colourVisionFromId(const QString &id);
[[nodiscard]] QString colourVisionTitle(ColourVision vision);  ///< for people

/// What a full deficiency leaves of colours: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
/// of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, severity 1.0, in
/// linear light. Grey print keeps the luminance of IEC 61966-2-1. Pure functions, thread-safe.
[[nodiscard]] QColor simulated(const QColor &color, ColourVision vision);
/// The same for a picture, fast enough for a preview; 32-bit premultiplied unless everyone is looking. Alpha is kept.
[[nodiscard]] QImage simulated(const QImage &image, ColourVision vision);

/// Light of an sRGB value, and back; 0 to 1.
[[nodiscard]] double linearLight(double encoded);
[[nodiscard]] double encodedLight(double linear);

} // namespace ca
