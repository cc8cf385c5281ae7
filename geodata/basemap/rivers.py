# SPDX-License-Identifier: GPL-3.0-or-later
"""Rivers of GSHHG, joined across its bins and named along rivers.csv."""
import csv
import heapq
import math
import subprocess
import tempfile
from collections import defaultdict

from shapely.geometry import LineString
from shapely.ops import unary_union

import river_border
import topology
from common import CLIP, EAST, HERE, LANGUAGES, NORTH, SOUTH, WEST, ramp

# GSHHG classes: 1 permanent major, 2 additional major, 3 additional, 4 minor rivers;
# 0 double-lined rivers and river-lakes; 5 double-lined; 6-8 intermittent; 9-10 canals.
CLASSES = {0: (0, 1, 2), 1: (0, 1, 2, 3), 2: (0, 1, 2, 3, 4, 5, 6, 7, 8)}
NAMED_IN_LEVEL = {0: 1, 1: 2, 2: 9}   # a named river of this rank or better joins the level whatever its class
LIMIT_M = {0: 1500.0, 1: 500.0}
FAR_KM = 12.0
SNAP_DEGREES = 0.005
BRIDGE_KM, BRIDGE_PRICE = 70.0, 4.0


def read_gshhg():
    """(class, points) of every piece; pieces end at the edges of GSHHG's bins."""
    command = ["gmt", "pscoast", f"-R{WEST}/{EAST}/{SOUTH}/{NORTH}", "-Ia", "-Dh", "-M"]
    with tempfile.TemporaryDirectory() as folder:
        text = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    pieces, current = [], None
    for line in text.splitlines():
        if line.startswith(">"):
            current = (int(line.rsplit("Level", 1)[1]), [])
            pieces.append(current)
        elif line and not line.startswith("#"):
            x, y = line.split()[:2]
            current[1].append((round(float(x), 5), round(float(y), 5)))
    return [(c, p) for c, p in pieces if len(p) > 1]


def _cells_around(point):
    column, row = math.floor(point[0] / SNAP_DEGREES), math.floor(point[1] / SNAP_DEGREES)
    return [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def snapped(pieces):
    """Ends of pieces moved onto the nearest vertex of another piece: bins meet with small gaps."""
    cells = defaultdict(list)
    for index, (_, points) in enumerate(pieces):
        for p in points:
            cells[_cells_around(p)[4]].append((p, index))

    ends_at = defaultdict(set)
    for _, points in pieces:
        for end in (points[0], points[-1]):
            ends_at[_cells_around(end)[4]].add(end)

    def target(p, own):
        others = [q for cell in _cells_around(p) for q, index in cells[cell] if index != own]
        nearest = min(others, key=lambda q: (_km(p, q), q), default=p)
        mutual = nearest in ends_at[_cells_around(nearest)[4]]
        return min(p, nearest) if mutual else nearest   # else two ends would only change places

    moved = []
    for index, (river_class, points) in enumerate(pieces):
        ends = [target(points[0], index), target(points[-1], index)]
        joined = [ends[0], *points[1:-1], ends[1]]
        unique = [p for i, p in enumerate(joined) if i == 0 or p != joined[i - 1]]
        if len(unique) > 1:
            moved.append((river_class, unique))
    return moved


def reaches(pieces):
    """Noded stretches between confluences as {edge key: class}, clipped to the box."""
    of_class = defaultdict(list)
    for river_class, points in pieces:
        of_class[river_class].append(LineString(points))
    class_of_edge = {}
    noded = unary_union([l for lines in of_class.values() for l in lines])
    for river_class in sorted(of_class, reverse=True):
        for line in of_class[river_class]:
            for p, q in zip(line.coords, line.coords[1:]):
                class_of_edge[frozenset((p, q))] = river_class
    result = []
    for line in topology.merged(topology.lines_of(noded)):
        inside = line.intersection(CLIP)
        for part in topology.lines_of(inside):
            points = list(part.coords)
            middle = points[len(points) // 2 - 1:len(points) // 2 + 1]
            result.append((class_of_edge.get(frozenset(middle), 4), points))
    return sorted(result, key=lambda r: (r[1][0], r[1][-1], len(r[1])))


def _km(p, q):
    k = math.cos(math.radians((p[1] + q[1]) / 2))
    return 111.195 * math.hypot((p[0] - q[0]) * k, p[1] - q[1])


class Network:
    """The reaches as a graph of their vertices, to follow a river from point to point."""

    def __init__(self, stretches, bridged=True):
        self.near = defaultdict(dict)
        self.reach = {}
        for index, (_, points) in enumerate(stretches):
            for p, q in zip(points, points[1:]):
                self.near[p][q] = self.near[q][p] = _km(p, q)
                self.reach[frozenset((p, q))] = index
        self.cells = defaultdict(list)
        for p in self.near:
            self.cells[(math.floor(p[0] * 2), math.floor(p[1] * 2))].append(p)
        if bridged:
            self._bridge()

    def _bridge(self):
        """GSHHG leaves rivers out where they run through lakes: dead ends may be joined, at a price."""
        ends = sorted(p for p, others in self.near.items() if len(others) == 1)
        for i, p in enumerate(ends):
            for q in ends[i + 1:]:
                if q[0] - p[0] > 1.0:
                    break
                if _km(p, q) < BRIDGE_KM:
                    self.near[p].setdefault(q, BRIDGE_PRICE * _km(p, q))
                    self.near[q].setdefault(p, BRIDGE_PRICE * _km(p, q))

    def nearest(self, place):
        """The vertex nearest to place, of the surrounding half degree if there is one."""
        column, row = math.floor(place[0] * 2), math.floor(place[1] * 2)
        around = [p for i in (-1, 0, 1) for j in (-1, 0, 1) for p in self.cells.get((column + i, row + j), ())]
        return min(around or self.near, key=lambda p: (_km(p, place), p))

    def path(self, start, goal):
        best, came, heap = {start: 0.0}, {}, [(0.0, start)]
        while heap:
            distance, node = heapq.heappop(heap)
            if node == goal:
                break
            if distance > best[node]:
                continue
            for other, step in self.near[node].items():
                if distance + step < best.get(other, math.inf):
                    best[other] = distance + step
                    came[other] = node
                    heapq.heappush(heap, (distance + step, other))
        if goal not in best:
            return None
        nodes = [goal]
        while nodes[-1] != start:
            nodes.append(came[nodes[-1]])
        return nodes[::-1]


def read_names():
    with open(HERE / "rivers.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named_edges(network):
    """Which river each edge of the network is. A course is runs of points; a run breaks at `|`."""
    result = {}
    for row in read_names():
        for run in row["course"].split("|"):
            places = [tuple(map(float, p.split())) for p in run.split(";")]
            nodes = [network.nearest(p) for p in places]
            for place, node in zip(places, nodes):
                if _km(place, node) > FAR_KM:
                    raise SystemExit(f"rivers.csv: {row['name_en']}: {place} is {_km(place, node):.0f} km off")
            for a, b in zip(nodes, nodes[1:]):
                path = network.path(a, b)
                if path is None:
                    raise SystemExit(f"rivers.csv: {row['name_en']}: no way from {a} to {b}")
                length = sum(_km(p, q) for p, q in zip(path, path[1:]))
                if length > 40 + 2.2 * _km(a, b):
                    print(f"   {row['name_en']}: {length:.0f} km from {a} to {b}, a detour?")
                for p, q in zip(path, path[1:]):
                    result.setdefault(frozenset((p, q)), row)
    return result


def named_stretches():
    """[(class, name row or None, points)], whole named rivers joined."""
    stretches = reaches(snapped(read_gshhg()))
    names = named_edges(Network(stretches))
    lines = defaultdict(list)
    rows = {}
    for river_class, points in stretches:
        for p, q in zip(points, points[1:]):
            row = names.get(frozenset((p, q)))
            key = (river_class, row["name_en"] if row else "")
            rows[key] = row
            lines[key].append(LineString([p, q]))
    result = []
    for key in sorted(lines):
        for line in topology.merged(lines[key]):
            result.append((key[0], rows[key], list(line.coords)))
    return sorted(result, key=lambda r: (r[2][0], r[2][-1]))


def _length(points):
    return sum(_km(p, q) for p, q in zip(points, points[1:]))


def _limit(level):
    return lambda x, y: ramp(x, y, 60.0, 150.0) if level == 2 else LIMIT_M[level]


def _thin(points, level):
    return topology.thinned(points, topology.effective_areas(points), _limit(level))


def _shown(stretches, level):
    for river_class, row, points in stretches:
        rank = int(row["rank"]) if row else 99
        if river_class in CLASSES[level] or rank <= NAMED_IN_LEVEL[level]:
            yield river_class, row, points


def at_level(stretches, level, borders):
    """(attributes, points) of one level; borders: the points of that level's border lines."""
    network = Network([(0, river_border.dense(points)) for points in borders], bridged=False)
    along = river_border.BorderRivers(network, _length)
    shown = list(_shown(stretches, level))
    marked = [r for r in shown if r[1] and r[1]["along_border"]]
    split = {id(r): along.split(r[2]) for r in marked}
    for stretch in shown:
        river_class, row, points = stretch
        names = {f"name_{l}": (row[f"name_{l}"] or None) if row else None for l in LANGUAGES}
        attributes = {"class": river_class, "rank": int(row["rank"]) if row else None, **names}
        for on_border, part in split.get(id(stretch)) or [(False, along.joined(points))]:
            source = "OpenStreetMap border" if on_border else "GSHHG"
            yield {**attributes, "source": source}, _thin(part, level)
