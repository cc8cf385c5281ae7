// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QMenu;

namespace ca {

class FigureDocument;
class FigurePage;

/// The page's context menu for what is selected, at @p at of the page's widget; deletes itself.
void showPageMenu(FigurePage &page, QPoint at);
/// Its entries on elements that are switched off and on places, for other menus.
void addElementEntries(QMenu &menu, FigureDocument &document);

} // namespace ca
