# SPDX-License-Identifier: GPL-3.0-or-later
"""Box, levels, measures and paths that every module of the recipe shares."""
import json
import math
import pathlib

from shapely.geometry import Polygon, box
from shapely.ops import transform, unary_union
from shapely.validation import make_valid

HERE = pathlib.Path(__file__).resolve().parent
WEST, SOUTH, EAST, NORTH = 14.0, 34.0, 88.0, 51.0
CLIP = box(WEST, SOUTH, EAST, NORTH)
CORE = (38.0, 37.0, 53.0, 44.0)  # west, south, east, north
LEVELS = (0, 1, 2)
LANGUAGES = ("en", "az", "hy", "ka", "tr", "ru")
METRES_PER_DEGREE = 111195.0


def degrees_from_core(x, y):
    west, south, east, north = CORE
    return math.hypot(max(west - x, 0.0, x - east), max(south - y, 0.0, y - north))


def ramp(x, y, inside, outside, width=4.0):
    """A tolerance that grows from the core outwards, so that no seam shows at the core's edge."""
    share = min(1.0, degrees_from_core(x, y) / width)
    return inside + (outside - inside) * share


def tolerance(level, x, y, border):
    """Metres that simplification may lose at one vertex of a level."""
    if level == 0:
        return 1500.0
    if level == 1:
        return ramp(x, y, 300.0, 600.0)
    return ramp(x, y, 12.0, 150.0) if border else ramp(x, y, 20.0, 150.0)


def load_geojson(node_modules, package):
    path = node_modules / "@geo-maps" / package / "map.geo.json"
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def _valid_ring(coordinates):
    ring = Polygon(coordinates)
    return ring if ring.is_valid else make_valid(ring)


def clipped_polygon(rings):
    """One GeoJSON polygon made valid ring by ring, then clipped; None outside the box.

    Ring by ring because repairing Russia with its thousands of holes at once takes many minutes."""
    shell = Polygon(rings[0])
    if not shell.envelope.intersects(CLIP):
        return None
    shell = _valid_ring(rings[0]).intersection(CLIP)
    if shell.is_empty:
        return None
    near = [ring for ring in rings[1:] if Polygon(ring).envelope.intersects(CLIP)]
    holes = [_valid_ring(ring).intersection(CLIP) for ring in near]
    return shell.difference(unary_union(holes)) if holes else shell


def clipped_geometry(geometry):
    kind = geometry["type"]
    parts = geometry["coordinates"] if kind == "MultiPolygon" else [geometry["coordinates"]]
    kept = [polygon for polygon in map(clipped_polygon, parts) if polygon is not None]
    return only_polygons(unary_union(kept)) if kept else None


def polygons(geometry):
    for part in getattr(geometry, "geoms", [geometry]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part
        elif part.geom_type in ("MultiPolygon", "GeometryCollection"):
            yield from polygons(part)


def only_polygons(geometry):
    return unary_union(list(polygons(geometry)))


def area_km2(geometry):
    """Area on the WGS 84 ellipsoid, through Lambert's cylindrical equal-area projection."""
    a, e = 6378.137, 0.0818191908426215

    def q(latitude):
        s = math.sin(math.radians(latitude))
        return (1 - e * e) * (s / (1 - (e * s) ** 2)
                              - math.log((1 - e * s) / (1 + e * s)) / (2 * e))

    def equal_area(xs, ys):
        return ([math.radians(x) * a for x in xs], [a * q(y) / 2 for y in ys])

    return transform(equal_area, geometry).area
