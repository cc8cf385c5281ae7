// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureSpec.h"

#include "base/Tr.h"

namespace ca {

void FigureSpec::setShown(FigureElement element, bool shown)
{
    if (shown)
        hidden.erase(element);
    else
        hidden.insert(element);
}

QString FigureSpec::defaultDisclaimer()
{
    return tr("Boundaries, names and lines on this map express no opinion on the status of any territory.");
}

} // namespace ca
