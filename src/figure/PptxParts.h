// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Parts of a presentation that are the same for every figure, or nearly (ECMA-376 part 1 § 13.3 and § 14.2.7).
namespace ca::pptxparts {

/// Namespaces of the root element of every part of a presentation.
[[nodiscard]] QString namespaces();
/// Start of a shape tree: the group that holds all shapes (§ 19.3.1.45).
[[nodiscard]] QString treeHead();
/// CT_Presentation; @p width and @p height in English Metric Units. Ids of the relationships as they are given.
[[nodiscard]] QByteArray presentation(const QString &width, const QString &height, const QByteArray &master,
                                      const QByteArray &notesMaster, const QByteArray &slide);
/// CT_SlideMaster and CT_SlideLayout with the shapes @p placeholders in their trees.
[[nodiscard]] QByteArray slideMaster(const QString &placeholders, const QByteArray &layout);
[[nodiscard]] QByteArray slideLayout(const QString &placeholders);
[[nodiscard]] QByteArray notesMaster();
[[nodiscard]] QByteArray theme();

} // namespace ca::pptxparts
