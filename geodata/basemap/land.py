# SPDX-License-Identifier: GPL-3.0-or-later
"""Land, borders and coast of each level, from the one net of arcs."""
from shapely.geometry import LineString
from shapely.ops import polygonize, unary_union

import topology
from common import LEVELS, clipped_geometry, load_geojson, tolerance
from topology import OUTSIDE, SEA, Arc, directed_edges

SMALLEST_ISLAND_KM2 = {0: 12.0, 1: 0.6, 2: 0.03}


def read_countries(node_modules, package):
    result = {}
    for feature in load_geojson(node_modules, package)["features"]:
        geometry = clipped_geometry(feature["geometry"])
        if geometry is not None and not geometry.is_empty:
            result[feature["properties"]["A3"]] = geometry
    return result


def read_sea(node_modules):
    collection = load_geojson(node_modules, "earth-seas-10m")
    return unary_union([clipped_geometry(g) for g in collection["geometries"]])


def _is_land(label):
    return label not in (SEA, OUTSIDE)


class Level:
    """What one level shows: land without lakes, borders, coast of the sea."""

    def __init__(self, level, arcs, ranks):
        self.number = level
        chosen = [(a, r) for a, r in zip(arcs, ranks) if self._wanted(level, a)]
        arcs = [a for a, _ in chosen]
        lines = topology.without_crossings(
            arcs, [r for _, r in chosen],
            lambda arc: lambda x, y: tolerance(level, x, y, arc.kind == "border"))
        self.arcs = [Arc(c, a.left, a.right) for a, c in zip(arcs, lines)]
        self.borders = [a for a in self.arcs if a.kind == "border"]
        self.land = self._land()
        shore = [LineString(a.coordinates) for a in self.arcs if a.kind == "coast"]
        self.coast = topology.merged(shore)

    @staticmethod
    def _wanted(level, arc):
        if not arc.closed:
            return True
        return topology.ring_km2(arc.coordinates) >= SMALLEST_ISLAND_KM2[level]

    def _land(self):
        label = {}
        outline = []
        for arc in self.arcs:
            if _is_land(arc.left) == _is_land(arc.right):
                continue
            outline.append(LineString(arc.coordinates))
            for p, q in zip(arc.coordinates, arc.coordinates[1:]):
                label[(p, q)], label[(q, p)] = arc.left, arc.right
        result = []
        for face in polygonize(outline):
            edge = next(iter(directed_edges(face)))
            if _is_land(label[edge]):
                result.append(face)
        return sorted(result, key=lambda p: (-p.area, p.bounds))


def build_levels(countries, sea):
    faces = topology.Faces(countries, sea)
    for note in faces.notes:
        print("  ", note)
    arcs = faces.arcs()
    ranks = [topology.effective_areas(a.coordinates) for a in arcs]
    return [Level(level, arcs, ranks) for level in LEVELS]
