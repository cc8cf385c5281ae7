// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggest/Modes.h"

#include <algorithm>

namespace ca::suggest {

Term termFor(Mode mode)
{
    switch (mode) {
    case Mode::Rail: return Term::Rail;
    case Mode::Road: return Term::Road;
    case Mode::Sea: return Term::Sea;
    case Mode::GasPipeline:
    case Mode::Field: return Term::Gas;
    case Mode::Other: break;
    }
    return Term::Transit;
}

ModeMatch modeMatch(const Segment &segment, const TermSet &terms)
{
    bool carriesGoods = false;
    for (const Mode mode : segment.modes) {
        if (mode != Mode::Other && terms.has(termFor(mode)))
            return ModeMatch::Exact;
        carriesGoods = carriesGoods || mode == Mode::Rail || mode == Mode::Road || mode == Mode::Sea;
    }
    // "The link carries gas" says nothing about a railway.
    const bool ofOthers = terms.hasAny({Term::Rail, Term::Road, Term::Sea, Term::Gas});
    return carriesGoods && !ofOthers && terms.hasAny({Term::Transit, Term::Cargo, Term::Port}) ? ModeMatch::General : ModeMatch::None;
}

std::vector<Mode> modesOf(const Atlas &atlas, const QStringList &ids)
{
    std::vector<Mode> modes;
    const auto insert = [&modes](const Segment *segment) {
        for (const Mode mode : segment ? segment->modes : std::vector<Mode>()) {
            if (std::find(modes.begin(), modes.end(), mode) == modes.end())
                modes.push_back(mode);
        }
    };
    for (const QString &id : ids) {
        insert(atlas.segment(id));
        for (const CorridorMember *member : atlas.members(id))
            insert(atlas.segment(member->segment));
    }
    return modes;
}

} // namespace ca::suggest
