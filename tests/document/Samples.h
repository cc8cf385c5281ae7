// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Documents made up for the tests, in every packed format.
namespace ca::test {

/// Paragraphs in the scripts of the region, without leading or trailing spaces.
[[nodiscard]] QStringList paragraphsOfTheRegion();

/// @p body is what stands within w:body; core.xml has title, creator and a date of creation.
[[nodiscard]] QByteArray docx(const QByteArray &body, const QByteArray &footnotes = {}, bool packed = true);
[[nodiscard]] QByteArray docxOf(const QStringList &paragraphs);
/// @p body is what stands within office:text.
[[nodiscard]] QByteArray odt(const QByteArray &body, bool packed = true);
[[nodiscard]] QByteArray odtOf(const QStringList &paragraphs);
/// Chapters (bodies of XHTML); the spine has them in the reverse order of the container.
[[nodiscard]] QByteArray epub(const QList<QByteArray> &chapters);

} // namespace ca::test
