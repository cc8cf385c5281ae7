// SPDX-License-Identifier: GPL-3.0-or-later
#include "anchor/Recognition.h"

#include <QHash>

#include <utility>

namespace ca {
namespace {

struct Tally {
    int exact = 0;
    int moved = 0;
    int all = 0;
    [[nodiscard]] int found() const { return exact + moved; }
    [[nodiscard]] bool suffices() const { return found() > 0 && 2 * found() >= all; }
    /// More found; of equals more exact.
    [[nodiscard]] bool beats(const Recognition &other) const
    {
        return std::pair(found(), exact) > std::pair(other.exact + other.moved, other.exact);
    }
};

QHash<QString, Tally> count(const PassageFinder &finder, const Atlas &atlas)
{
    QHash<QString, Tally> tallies;
    for (const Passage &passage : atlas.data().passages) {
        Tally &tally = tallies[passage.record];
        ++tally.all;
        if (!finder.mayHold(passage))
            continue;
        const Verdict verdict = finder.find(passage).verdict;
        tally.exact += verdict == Verdict::Exact ? 1 : 0;
        tally.moved += verdict == Verdict::Moved ? 1 : 0;
    }
    return tallies;
}

} // namespace

Recognition recognise(const PassageFinder &finder, const Atlas &atlas)
{
    const QHash<QString, Tally> tallies = count(finder, atlas);
    Recognition best;
    // In the atlas' order, so that equals are settled the same way every time.
    for (const Record &record : atlas.data().records) {
        const Tally tally = tallies.value(record.id);
        if (tally.suffices() && tally.beats(best))
            best = {record.id, tally.exact, tally.moved};
    }
    return best;
}

} // namespace ca
