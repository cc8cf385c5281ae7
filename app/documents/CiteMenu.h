// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

class QMenu;

namespace ca {

/// Adds a submenu that copies a record's citation: Chicago note, APA reference, BibTeX, RIS, CSL-JSON.
void addCiteMenu(QMenu &menu, const QJsonObject &csl);

} // namespace ca
