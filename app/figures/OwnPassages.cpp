// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/OwnPassages.h"

#include "project/AnnotationExchange.h"
#include "sharing/SharedPassages.h"

namespace ca {

OwnPassages OwnPassages::of(const Project &project)
{
    OwnPassages own;
    for (const PassageWithLinks &shared : sharedPassages(project)) {
        if (shared.ofAtlas)
            continue;
        for (const AnnotatedPassage &annotation : toAnnotations(shared)) {
            if (shared.passage.check.verdict)
                own.verdicts.insert(annotation.id, *shared.passage.check.verdict);
            own.passages.push_back(annotation);
        }
    }
    return own;
}

} // namespace ca
