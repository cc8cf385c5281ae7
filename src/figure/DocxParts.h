// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Parts of a text document that are the same for every figure, or nearly (ECMA-376 part 1 § 11.3).
namespace ca::docxparts {

/// CT_Styles (§ 17.7.4.18). Sizes of title and subtitle in half points.
[[nodiscard]] QByteArray styles(int titleSize, int subtitleSize);
/// CT_Numbering (§ 17.9.16): list 1 has numbers, list 2 the letters of contradictions.
[[nodiscard]] QByteArray numbering();
/// CT_FontsList (§ 17.8.3.11): what stands in where the Noto fonts are not installed.
[[nodiscard]] QByteArray fontTable();
[[nodiscard]] QByteArray settings();

} // namespace ca::docxparts
