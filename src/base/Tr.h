// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace ca {

/// @p text in the language of the program, for functions and classes that are no QObject. @p n is the number of a plural
/// ("%n"). Any thread.
inline QString tr(const char *text, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("CorridorAtlas", text, disambiguation, n);
}

} // namespace ca
