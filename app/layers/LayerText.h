// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

class QDialog;
class QTextBrowser;

namespace ca {

/// A row of a table in HTML, title and value; empty for no value. @p title is HTML, @p value is text.
[[nodiscard]] QString tableRow(const QString &title, const QString &value);
/// Fills a dialog with a text that can be selected and copied, and a button that closes it.
QTextBrowser &setText(QDialog &dialog, const QString &html, QSize size);

} // namespace ca
