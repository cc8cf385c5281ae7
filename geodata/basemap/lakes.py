# SPDX-License-Identifier: GPL-3.0-or-later
"""Lakes: the holes of countries-land-10m, cleaned of their artefacts.

The package's inland water is far coarser than its borders: shores step along a grid of about
1.5 km, with boxes and spikes at the steps, and rivers are rows of small triangles. A lake is
therefore opened and closed by a few hundred metres and its corners are cut; what vanishes was noise."""
import math

from shapely.affinity import scale
from shapely.geometry import Polygon
from shapely.ops import unary_union
from shapely.strtree import STRtree

from common import METRES_PER_DEGREE, area_km2, polygons, ramp

# The boxes are up to 1.5 km wide: only a large lake can lose them without losing its own arms.
ROUNDING = ((300.0, 800.0, 900.0), (60.0, 500.0, 600.0), (0.0, 330.0, 500.0))  # from km2, open m, close m
SMALLEST_KM2 = {0: 120.0, 1: 12.0, 2: 2.0}
SMALLEST_FAR_KM2 = 15.0   # at level 2 well away from the core
SHORE_M = 150.0   # a lake keeps this much land between it and the sea
TOLERANCE_M = {0: 400.0, 1: 120.0, 2: 60.0}


def _in_metres(polygon, work):
    """Run work on a copy scaled so that one unit is one metre both ways, near the polygon's middle."""
    latitude = (polygon.bounds[1] + polygon.bounds[3]) / 2
    x = METRES_PER_DEGREE * math.cos(math.radians(latitude))
    metric = scale(polygon, x, METRES_PER_DEGREE, origin=(0, 0))
    return scale(work(metric), 1 / x, 1 / METRES_PER_DEGREE, origin=(0, 0))


def _opened(polygon):
    opening, closing = next(r[1:] for r in ROUNDING if polygon.area >= r[0] * 1e6)
    rounded = polygon.buffer(-opening, join_style=2).buffer(opening, join_style=2)
    return rounded.buffer(closing).buffer(-closing)


def _large_enough(polygon):
    centre = polygon.centroid
    return area_km2(polygon) >= ramp(centre.x, centre.y, SMALLEST_KM2[2], SMALLEST_FAR_KM2)


def _cut_corners(ring, rounds=2):
    """Chaikin's corner cutting of a closed ring."""
    points = list(ring.coords)[:-1]
    for _ in range(rounds):
        following = points[1:] + points[:1]
        points = [p for a, b in zip(points, following) for p in
                  ((0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]),
                   (0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]))]
    return points


def _smooth(polygon):
    polygon = polygon.simplify(250.0)
    holes = [_cut_corners(r) for r in polygon.interiors if Polygon(r).area > 1e6]
    return Polygon(_cut_corners(polygon.exterior), holes).buffer(0)


def _clean(piece):
    def work(metric):
        return unary_union([_smooth(p) for p in polygons(_opened(metric)) if p.area > 1e6])
    return _in_metres(piece, work)


def find_lakes(dry, coastal, sea_shore):
    """dry: union of land without water; coastal: union of land with its water; sea_shore: its lines.

    Largest first."""
    water = coastal.difference(dry)
    shore = STRtree(sea_shore)
    result = []
    for piece in polygons(water):
        if not _large_enough(piece):
            continue
        cleaned = _clean(piece)
        margin = SHORE_M / METRES_PER_DEGREE
        near = unary_union(shore.query(cleaned.buffer(margin))).intersection(cleaned.buffer(margin))
        cleaned = cleaned.intersection(coastal).difference(near.buffer(margin))
        result += filter(_large_enough, polygons(cleaned))
    return sorted(polygons(unary_union(result)), key=lambda p: (-p.area, p.bounds))


def at_level(lakes, level, land):
    """The lakes a level shows, simplified and wholly inside that level's land."""
    result = []
    for lake in lakes:
        if area_km2(lake) < SMALLEST_KM2[level]:
            continue
        thin = _in_metres(lake, lambda g: g.simplify(TOLERANCE_M[level]))
        for host in land:
            if host.contains(thin):
                result.append(thin)
                break
    return result
