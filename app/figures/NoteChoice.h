// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ca {

class Session;

/// Passages as figures choose them for their notes: bundled ones by their ids, the user's by those of their annotations.
namespace notechoice {

/// What a figure has to choose to cite @p passage, an id as in Selection; empty for an unknown one.
[[nodiscard]] QStringList idsOf(const Session &session, const QString &passage);
/// What @p id, one of FigureSpec::notePassages, is for people: source and first words, or the id where it is unknown.
[[nodiscard]] QString title(const Session &session, const QString &id);

} // namespace notechoice
} // namespace ca
