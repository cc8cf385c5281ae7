// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/// The vocabulary that writer and reader of annotations share.
namespace ca::annotationwords {

inline const QLatin1String w3cContext{"http://www.w3.org/ns/anno.jsonld"};
inline const QLatin1String ownPrefix{"urn:corridor-atlas:ns:"};
inline const QLatin1String subjectPrefix{"urn:corridor-atlas:subject:"};
inline const QLatin1String digestPrefix{"urn:sha256:"};
/// Stands for a source of which neither address nor text is known: the standard wants one.
inline const QLatin1String unknownSource{"urn:corridor-atlas:unknown-source"};

inline const QLatin1String role{"ca:role"};
inline const QLatin1String claim{"ca:claim"};
inline const QLatin1String normalisation{"ca:normalisation"};
inline const QLatin1String sha256{"ca:sha256"};
inline const QLatin1String citation{"ca:citation"};
/// In AnnotatedPassage::extra only, never written: this body lends its other members to the note.
inline const QLatin1String noteMark{"ca:note"};

/// The context of everything written: the standard's own, and the prefix "ca".
[[nodiscard]] QJsonArray context();
/// A member's entries whether it is an array, a single value or absent.
[[nodiscard]] QJsonArray entries(const QJsonValue &value);
[[nodiscard]] bool hasType(const QJsonObject &object, QLatin1String type);

} // namespace ca::annotationwords
