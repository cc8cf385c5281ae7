// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "commands/CommandLine.h"
#include "project/Project.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

namespace ca {

/// A project a command reads.
struct OpenedProject {
    QTemporaryDir folder;      ///< of its working copy; outlives it
    std::unique_ptr<Project> project;
};

[[nodiscard]] OptionSpec projectOption();
/// The one of --project. Warnings are for CommandIo::note().
[[nodiscard]] Result<std::unique_ptr<OpenedProject>> openProject(const CommandLine &line);

/// The atlas as the project of --project draws it, with its lines from OpenStreetMap; as it is without that option.
[[nodiscard]] Result<std::shared_ptr<const Atlas>> drawnAtlas(const std::shared_ptr<const Atlas> &atlas, const CommandLine &line);

/// A link as the JSON that other programs rely on: {id, subject, role, claim, note, author, created, modified, origin, score,
/// reasons, passage}; passage is an object for one of the project's own, {id, atlas: true} for one of the atlas.
[[nodiscard]] QJsonObject linkJson(const Project &project, const ProjectLink &link);
/// A view as the JSON that other programs rely on: {id, name, as_of, title, preset, author, created, modified, view}, the last
/// as it stands inside of exported figures.
[[nodiscard]] QJsonObject viewJson(const ProjectView &view);
/// In few words: title or URL of the source the link's passage comes from, or the id of a passage of the atlas.
[[nodiscard]] QString sourceText(const Project &project, const ProjectLink &link);

} // namespace ca
