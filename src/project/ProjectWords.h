// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectRecords.h"

/// The closed vocabularies of a project, as they are written in its file and in JSON. fromId: nullopt for unknown words.
namespace ca {

[[nodiscard]] QString roleId(bool context);             ///< "about" or "context"
[[nodiscard]] std::optional<bool> roleFromId(const QString &id);
[[nodiscard]] QString originId(LinkOrigin origin);      ///< "manual" or "suggested"
[[nodiscard]] std::optional<LinkOrigin> originFromId(const QString &id);
[[nodiscard]] QString noteTargetId(NoteTarget kind);    ///< "project", "passage" …
[[nodiscard]] std::optional<NoteTarget> noteTargetFromId(const QString &id);

} // namespace ca
