// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

#include <optional>

/// The "key=value" words of style files.
namespace ca::styleproperties {

/// What is wrong with a property; @c at = characters from the start of its value, -1 = the key itself.
struct Problem {
    int at = -1;
    QString message;
};

/// Sets one property; nothing returned = done. A flag without "=" means yes.
[[nodiscard]] std::optional<Problem> set(LineStyle &style, const QString &word);
[[nodiscard]] std::optional<Problem> set(TextStyle &style, const QString &word);
[[nodiscard]] std::optional<Problem> set(LayerStyle &style, const QString &word);
/// The properties in which @p style differs from a default one: set() with each of them makes it again, but for what a word
/// cannot say (fractions of colours, a column called "none").
[[nodiscard]] QStringList words(const LayerStyle &style);

/// #rrggbb or #rrggbbaa, alpha last.
[[nodiscard]] std::optional<QColor> colorFrom(const QString &text);
[[nodiscard]] Problem notAColor(const QString &text);

} // namespace ca::styleproperties
