// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// The fixed parts of an OpenDocument text.
namespace ca::odtstyles {

/// styles.xml with @p footer beside the page number.
[[nodiscard]] QByteArray styles(const QString &language, const QString &footer);
[[nodiscard]] QByteArray manifest();
/// meta.xml; @p date ISO, maybe shortened.
[[nodiscard]] QByteArray meta(const QString &title, const QString &subject, const QString &language, const QString &date);
/// Attributes that declare the namespaces of content and styles.
[[nodiscard]] QByteArray namespaces();

} // namespace ca::odtstyles
