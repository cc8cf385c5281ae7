// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;
class QWidget;

namespace ca {

// Dialogs for files to take in; empty when the user changes her mind.
[[nodiscard]] QStringList chooseSources(QWidget *parent);
[[nodiscard]] QString chooseSourceFolder(QWidget *parent);
[[nodiscard]] QStringList chooseLayers(QWidget *parent);

/// Files of this machine among what is dropped or pasted.
[[nodiscard]] QStringList localFiles(const QMimeData &mime);

/// Words that are dropped or pasted themselves, as the library takes them in.
struct LooseText {
    QString name;        ///< its suffix tells the format
    QByteArray bytes;    ///< empty = there are no words
    bool selection = false;   ///< HTML of which every word was chosen: nothing in it is boilerplate
};
[[nodiscard]] LooseText looseText(const QMimeData &mime);

} // namespace ca
