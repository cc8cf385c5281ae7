// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/LaneOrder.h"

#include <algorithm>
#include <numeric>

namespace ca::lanes {
namespace {

constexpr double beyond = 2500;         // metres past a fork, where it is plain who went left
constexpr std::size_t mostCorridors = 7;  // 5040 orders to try

/// wishes[a][b]: forks after which a lies on the side of higher lanes than b, less those of the contrary.
using Wishes = std::vector<std::vector<int>>;

/// What the fork at one end of a shared stretch says of the two tracks: +1 the first goes to the side of higher lanes,
/// -1 the second does, 0 nothing.
int forkSays(const Track &a, const Stretch &stretch, bool atEnd, const Track &b, bool aIsReference)
{
    const double along = agreement(a, stretch, b), way = atEnd ? 1 : -1;
    const double fork = atEnd ? stretch.to : stretch.from, other = nearestAlong(b, pointAt(a, fork));
    const double onA = fork + way * beyond, onB = other + way * along * beyond;
    if (onA < 0 || onA > a.length.back() || onB < 0 || onB > b.length.back())
        return 0;  // one of them ends there
    const PointXY before = pointAt(a, fork - way * beyond), at = pointAt(a, fork), pa = pointAt(a, onA), pb = pointAt(b, onB);
    const double left = (at.x - before.x) * (pa.y - pb.y) - (at.y - before.y) * (pa.x - pb.x);
    const double side = aIsReference ? sense(a.line) : sense(b.line) * along;
    const double says = left * way * side;
    return says > 0 ? 1 : says < 0 ? -1 : 0;
}

/// A corridor that runs on with both tracks, as into a station and out again, parts from the other only half.
void addWishes(Wishes &wishes, const std::vector<int> &corridors, const std::vector<int> &others, int says)
{
    const auto has = [](const std::vector<int> &ranks, int rank) { return std::find(ranks.begin(), ranks.end(), rank) != ranks.end(); };
    for (const int one : corridors) {
        for (const int other : others) {
            const int weight = one == other ? 0 : has(others, one) || has(corridors, other) ? 1 : 2;
            wishes[std::size_t(one)][std::size_t(other)] += weight * says;
            wishes[std::size_t(other)][std::size_t(one)] -= weight * says;
        }
    }
}

Wishes wishesOf(const std::vector<Track> &tracks, const std::vector<std::vector<int>> &corridors, const Shares &shares, std::size_t count)
{
    Wishes wishes(count, std::vector<int>(count, 0));
    for (std::size_t a = 0; a < tracks.size(); ++a) {
        for (const Share &share : shares[a]) {
            for (const Stretch &stretch : share.stretches) {
                for (const bool atEnd : {false, true}) {
                    addWishes(wishes, corridors[a], corridors[share.other],
                              forkSays(tracks[a], stretch, atEnd, tracks[share.other], a < share.other));
                }
            }
        }
    }
    return wishes;
}

int fulfilled(const Wishes &wishes, const std::vector<int> &ranksInOrder)
{
    int sum = 0;
    for (std::size_t low = 0; low < ranksInOrder.size(); ++low) {
        for (std::size_t high = low + 1; high < ranksInOrder.size(); ++high)
            sum += wishes[std::size_t(ranksInOrder[high])][std::size_t(ranksInOrder[low])];
    }
    return sum;
}

} // namespace

std::vector<int> laneOrder(const std::vector<Track> &tracks, const std::vector<std::vector<int>> &corridors, const Shares &shares)
{
    int last = -1;
    for (const std::vector<int> &ranks : corridors) {
        for (const int rank : ranks)
            last = std::max(last, rank);
    }
    std::vector<int> order(std::size_t(last + 1));
    std::iota(order.begin(), order.end(), 0);
    std::vector<int> best = order;
    if (order.size() <= mostCorridors) {
        const Wishes wishes = wishesOf(tracks, corridors, shares, order.size());
        int most = fulfilled(wishes, best);
        while (std::next_permutation(order.begin(), order.end())) {  // in ascending order: the first of equals stays
            const int score = fulfilled(wishes, order);
            if (score > most) {
                most = score;
                best = order;
            }
        }
    }
    std::vector<int> places(best.size());
    for (std::size_t place = 0; place < best.size(); ++place)
        places[std::size_t(best[place])] = int(place);
    return places;
}

} // namespace ca::lanes
