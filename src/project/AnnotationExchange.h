// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "citation/AnnotatedPassage.h"
#include "project/ProjectRecords.h"

#include <vector>

namespace ca {

/// One annotation for every set of links that were made by one act and still say the same; one without subjects if there
/// are no links. The quotation is the evidence. What an annotation has no member for stands in its extra members under
/// "corridorAtlas", so that fromAnnotation() loses nothing.
[[nodiscard]] std::vector<AnnotatedPassage> toAnnotations(const ProjectPassage &passage, const std::vector<ProjectLink> &links);
[[nodiscard]] std::vector<AnnotatedPassage> toAnnotations(const PassageWithLinks &one);
/// toAnnotations() gives the same annotation back. Its author and times are those of the links. A subject named twice in one
/// role is linked once; for Project::importPassages(). The passage's id is empty unless a project gave it: annotations that agree in it are of one passage.
[[nodiscard]] PassageWithLinks fromAnnotation(const AnnotatedPassage &annotation);

} // namespace ca
