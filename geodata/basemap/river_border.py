# SPDX-License-Identifier: GPL-3.0-or-later
"""Rivers that are borders take the border's geometry.

GSHHG's rivers are off by up to two kilometres; OpenStreetMap's border along the same river is exact to
some ten metres. Drawn together the two would look like two rivers. Only rivers that rivers.csv marks."""
import math

from shapely.geometry import LineString, Point

REACH_DEGREES = 0.03      # a vertex this near a border is on it
SHORTEST_KM = 12.0        # a shorter run beside a border is chance
LONGEST_DETOUR = 2.2      # the border may be this much longer than GSHHG's smooth line
FARTHEST_DEGREES = 0.07


def dense(points, step=0.01):
    """points with intermediate ones, so that every stretch is judged, not every vertex."""
    result = [points[0]]
    for p, q in zip(points, points[1:]):
        pieces = max(1, math.ceil(math.dist(p, q) / step))
        result += [(p[0] + (q[0] - p[0]) * i / pieces, p[1] + (q[1] - p[1]) * i / pieces)
                   for i in range(1, pieces)] + [q]
    return result


def _runs(flags, gap=12):
    """Index ranges of True, bridging up to gap False in between."""
    result = []
    for i, flag in enumerate(flags):
        if not flag:
            continue
        if result and i - result[-1][1] <= gap:
            result[-1][1] = i
        else:
            result.append([i, i])
    return result


class BorderRivers:
    """network: rivers.Network of one level's borders; length: km of a list of points."""

    def __init__(self, network, length):
        self.network, self.length = network, length
        self.moved = []

    def _near(self, point):
        return math.dist(point, self.network.nearest(point)) < REACH_DEGREES

    def split(self, points):
        """[(whether border, points)] covering the river in order; parts share their end points."""
        trail = dense(points)
        result, start = [], 0
        for first, last in _runs([self._near(p) for p in trail]):
            course = self._course(trail[first:last + 1])
            if course is None:
                continue
            if first > start:
                result.append((False, trail[start:first] + [course[0]]))
            result.append((True, course))
            self.moved.append((LineString(trail[first:last + 1]), LineString(course)))
            start = last
        if start == 0:
            return [(False, points)]
        if start < len(trail) - 1:
            result.append((False, [result[-1][1][-1]] + trail[start + 1:]))
        return result

    def _course(self, run):
        if len(run) < 2 or self.length(run) < SHORTEST_KM:
            return None
        course = self.network.path(self.network.nearest(run[0]), self.network.nearest(run[-1]))
        if course is None or len(course) < 2 or self.length(course) > LONGEST_DETOUR * self.length(run):
            return None
        apart = LineString(course).hausdorff_distance(LineString(run))
        return course if apart < FARTHEST_DEGREES else None

    def joined(self, points):
        """A tributary, its ends led on to where its river now runs."""
        result = list(points)
        for position, end in ((0, points[0]), (len(points), points[-1])):
            for old, new in self.moved:
                if old.distance(Point(end)) < 1e-4:
                    on_new = new.interpolate(new.project(Point(end)))
                    result.insert(position if position == 0 else len(result), (on_new.x, on_new.y))
                    break
        return result
