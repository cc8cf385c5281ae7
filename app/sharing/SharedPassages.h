// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Atlas.h"
#include "project/Project.h"

#include <vector>

namespace ca {

class LibraryCopies;

/// The passages and links that leave a project, as values that a worker can take along: the user's own passages with the
/// links that stand, except those whose links were all removed, and the passages of the atlas that the user linked (of these
/// only the id; see completeFromAtlas()).
[[nodiscard]] std::vector<PassageWithLinks> sharedPassages(const Project &project);

/// Gives passages of the atlas their source and, where @p copies have the article, their words and place in it. Ids that the
/// atlas does not know stay as they are.
void completeFromAtlas(std::vector<PassageWithLinks> &passages, const Atlas &atlas, LibraryCopies &copies);

/// W3C Web Annotations, JSON-LD. Any thread.
Result<QByteArray> annotationFile(const std::vector<PassageWithLinks> &passages);

/// Warns of what was left out and, with an @p atlas, of subjects and passages that it does not know. Any thread.
Result<std::vector<PassageWithLinks>> readAnnotationFile(const QByteArray &json, const Atlas *atlas);

/// As one edit. Entries of one passage become one. An annotation of another program that came before is known by its id, and not added again.
Result<Project::Imported> importShared(Project &project, const std::vector<PassageWithLinks> &passages);

/// "Added: 3 passages and 5 links; in the project already: 2."
[[nodiscard]] QString importedText(const Project::Imported &count);

} // namespace ca
