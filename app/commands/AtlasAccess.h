// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SceneSource.h"
#include "atlas/Atlas.h"
#include "base/Result.h"
#include "commands/CommandLine.h"

#include <memory>

namespace ca {

/// The atlas a command works on: --atlas, else where the window finds it.
[[nodiscard]] QString atlasFileFor(const CommandLine &line);
[[nodiscard]] Result<std::shared_ptr<const Atlas>> openAtlas(const CommandLine &line);
/// Scenes of that atlas, or another file's, over its base map or --base-map's.
[[nodiscard]] std::shared_ptr<SceneSource> sceneSourceFor(const CommandLine &line, const QString &atlasFile = {});

enum class Wanted { Anything, Corridor, Segment };
/// The one id meant by @p idOrName. An error names the candidates of a shared name, or the list to look into.
[[nodiscard]] Result<QString> resolveOne(const Atlas &atlas, const QString &idOrName, Wanted wanted);

} // namespace ca
