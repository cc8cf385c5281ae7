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

/// One line of Helvetica, 10 points high unless told, at @p x, @p y points from the lower left.
[[nodiscard]] QByteArray pdfLine(double x, double y, const QByteArray &latin1, double size = 10);
/// An A4 page for each content stream. @p info and @p catalog are added to these dictionaries, @p trailer
/// to the trailer; @p objects follow as numbers 4 + 2 × pages and up.
[[nodiscard]] QByteArray pdf(const QList<QByteArray> &contents, const QByteArray &info = {}, const QByteArray &catalog = {},
                             const QByteArray &trailer = {}, const QList<QByteArray> &objects = {});

} // namespace ca::test
