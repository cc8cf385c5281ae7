// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "citation/AnnotatedPassage.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace ca {

/// Passages and their links as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD.
///
/// An annotation has one target: its source is the address, or urn:sha256:… of the text where there is none; a TimeState
/// with the date of the copy; a TextQuoteSelector, and a TextPositionSelector in code points of the normalised text.
/// Its bodies: a SpecificResource urn:corridor-atlas:subject:ID for each subject (purpose linking), the kind of claim as a
/// TextualBody (classifying), the note as a TextualBody (commenting). What the standard has no word for stands under the
/// prefix "ca:" (urn:corridor-atlas:ns:), which the context declares: role, claim, normalisation, sha256, citation.
namespace webannotation {

/// Larger files are refused.
inline constexpr qsizetype maxBytes = 64 * 1024 * 1024;

/// One annotation, with its context. @p warnings gets what had to be mended or left out.
[[nodiscard]] QJsonObject toJson(const AnnotatedPassage &passage, QStringList *warnings = nullptr);
/// Any annotation, also of other programs; see AnnotatedPassage::extra. Quotations of other programs are normalised,
/// and their positions, which count in a text that we do not have, are kept but not used. Fails on what is no annotation.
Result<AnnotatedPassage> fromJson(const QJsonObject &annotation);

/// An AnnotationCollection with all passages on one page; a single passage as a lone annotation.
Result<QByteArray> write(const std::vector<AnnotatedPassage> &passages);
/// A lone annotation, an array, an AnnotationPage or an AnnotationCollection with its pages inside (nothing is fetched).
/// Entries that are no annotations are left out with a warning.
Result<std::vector<AnnotatedPassage>> read(const QByteArray &json);

} // namespace webannotation
} // namespace ca
