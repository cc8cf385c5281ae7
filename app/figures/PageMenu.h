// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QMenu;

namespace ca {

class FigureDocument;
class FigurePage;

/// The page's context menu for what is selected, at @p at of the page's widget; deletes itself.
void showPageMenu(FigurePage &page, QPoint at);
/// @p menu gets an entry for each element that is switched off, in place of what it had.
void fillHiddenElements(QMenu &menu, FigureDocument &document);
/// Everything stands where the layout puts it, as one step.
void restoreAllPlaces(FigureDocument &document);

} // namespace ca
