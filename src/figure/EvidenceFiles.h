// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QFile>

/// Where the files that figures are written to keep the JSON of their evidence. All may be hostile: memory is bounded by
/// FigureEvidence::maxBytes or by the limits of documents, no picture is decoded, nothing is fetched. Null where a
/// file of that kind has no evidence; an error where it is damaged before that is known.
namespace ca::evidencefiles {

/// A text chunk of PNG (iTXt "CorridorAtlas"); @p file stands at its start. Chunks are gone through one by one.
[[nodiscard]] Result<QByteArray> inPng(QFile &file);
/// An entry of GDAL's metadata in any directory of a TIFF, classic or big.
[[nodiscard]] Result<QByteArray> inTiff(QFile &file);
/// The first element "evidence" of our namespace in an XML file. @p part names it in messages.
[[nodiscard]] Result<QByteArray> inXml(const QByteArray &xml, const QString &part);
/// The custom XML parts of an Office file.
[[nodiscard]] Result<QByteArray> inOffice(const QByteArray &zip);
/// A file embedded in a PDF.
[[nodiscard]] Result<QByteArray> inPdf(const QByteArray &pdf);

} // namespace ca::evidencefiles
