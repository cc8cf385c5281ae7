// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace ca {

/// A question for the file to write; returns at once.
struct SaveQuestion {
    QString title;
    QString name;          ///< proposed, without suffix
    QStringList filters;   ///< "HTML page (*.html)": each with its one suffix
};

/// @p then gets the file, with a suffix, and the filter chosen; it is not called when the user changes her mind.
void askWhereToSave(QWidget &window, const SaveQuestion &question, bool remember,
                    const std::function<void(const QString &file, const QString &filter)> &then);
/// The same for a file to read.
void askWhatToOpen(QWidget &window, const QString &title, const QString &filter, bool remember,
                   const std::function<void(const QString &file)> &then);

/// "json" of "CSL-JSON (*.json)"; the first where there are several.
[[nodiscard]] QString suffixOfFilter(const QString &filter);

} // namespace ca
