# SPDX-License-Identifier: GPL-3.0-or-later
"""Country polygons as a net of arcs: each shared line exists once, is simplified once, and so never tears."""
import heapq
import math
from collections import defaultdict

from shapely.geometry import LineString, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree

from common import CLIP, METRES_PER_DEGREE, area_km2, polygons

SEA = ""                 # label of what is no country
OUTSIDE = None           # beyond the clip box
KEEP_OVERLAP_KM2 = 20.0  # smaller pieces claimed twice are digitising differences
LARGEST_GAP_KM2 = 200.0   # a larger hole between countries is water, not a digitising gap


class Arc:
    """coordinates from node to node; the labels of what lies left and right of it."""

    def __init__(self, coordinates, left, right):
        self.coordinates = coordinates
        self.left, self.right = left, right

    @property
    def kind(self):
        if OUTSIDE in (self.left, self.right):
            return "clip"
        return "coast" if SEA in (self.left, self.right) else "border"

    @property
    def closed(self):
        return self.coordinates[0] == self.coordinates[-1]


def directed_edges(polygon):
    """Edges with the polygon's inside on their left."""
    turned = orient(polygon)
    for ring in (turned.exterior, *turned.interiors):
        points = list(ring.coords)
        yield from zip(points, points[1:])


def lines_of(geometry):
    return [g for g in getattr(geometry, "geoms", [geometry]) if g.geom_type == "LineString" and not g.is_empty]


def merged(lines):
    result = linemerge(lines)
    return lines_of(result)


class Faces:
    """The planar partition that the countries' boundaries make, every face with its owner."""

    def __init__(self, countries, sea):
        boundaries = [g.boundary for g in countries.values()] + [CLIP.boundary]
        noded = lines_of(unary_union(boundaries))
        self.polygons = sorted(polygonize(noded), key=lambda p: p.bounds)
        self.side = {}
        for index, face in enumerate(self.polygons):
            for edge in directed_edges(face):
                self.side[edge] = index
        self.notes = []
        self._label(countries, sea)

    def _label(self, countries, sea):
        prepared = {iso: prep(g) for iso, g in countries.items()}
        at_sea = prep(sea)
        points = [face.representative_point() for face in self.polygons]
        claims = [tuple(sorted(iso for iso, g in prepared.items() if g.contains(p))) for p in points]
        self.owner = []
        for index, face in enumerate(self.polygons):
            if not claims[index]:
                open_water = at_sea.contains(points[index]) or area_km2(face) > LARGEST_GAP_KM2
                self.owner.append(SEA if open_water else OUTSIDE)
            elif len(claims[index]) == 1:
                self.owner.append(claims[index][0])
            else:
                self.owner.append(self._overlap(index, claims, countries))
        for index, owner in enumerate(self.owner):
            if owner is OUTSIDE:
                self.owner[index] = self._longest_neighbour(index, claims[index])

    def _overlap(self, index, claims, countries):
        """An exclave belongs to the country whose separate part it is; a large area claimed twice to both."""
        face = self.polygons[index]
        size = area_km2(face)
        for iso in claims[index]:
            others = set(claims[index]) - {iso}
            if not self._surrounded_by(index, claims, others):
                continue
            if any(abs(part.area - face.area) < 0.02 * face.area and part.intersects(face)
                   for part in polygons(countries[iso])):
                self.notes.append(f"{iso} exclave in {'+'.join(sorted(others))}: {size:.1f} km2")
                return iso
        if size >= KEEP_OVERLAP_KM2:
            self.notes.append(f"within {' and '.join(claims[index])}: {size:.1f} km2")
            return "+".join(claims[index])
        return OUTSIDE

    def _surrounded_by(self, index, claims, isos):
        for p, q in directed_edges(self.polygons[index]):
            other = self.side.get((q, p))
            if other is None or set(claims[other]) != isos:
                return False
        return True

    def _longest_neighbour(self, index, claims):
        shared = defaultdict(float)
        for (p, q) in directed_edges(self.polygons[index]):
            other = self.side.get((q, p))
            label = self.owner[other] if other is not None else OUTSIDE
            if label is not OUTSIDE and (not claims or label in claims):
                shared[label] += math.dist(p, q)
        if not shared:
            return claims[0] if claims else SEA
        return max(sorted(shared), key=lambda label: shared[label])

    def label_left_of(self, p, q):
        index = self.side.get((p, q))
        return OUTSIDE if index is None else self.owner[index]

    def arcs(self):
        """Arcs between different owners, merged through every vertex that is no junction."""
        kept = []
        for p, q in self.side:
            if (q, p) in self.side and p > q:
                continue
            if self.label_left_of(p, q) != self.label_left_of(q, p):
                kept.append(LineString([p, q]))
        result = []
        for line in merged(kept):
            points = list(line.coords)
            p, q = points[0], points[1]
            result.append(Arc(points, self.label_left_of(p, q), self.label_left_of(q, p)))
        return sorted(result, key=lambda arc: (arc.coordinates[0], arc.coordinates[-1], len(arc.coordinates)))


def effective_areas(points):
    """Visvalingam and Whyatt's rank of each vertex, square metres; ends are infinite."""
    n = len(points)
    scale = math.cos(math.radians(points[n // 2][1])) * METRES_PER_DEGREE ** 2
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))
    rank = [math.inf] * n

    def triangle(i):
        (ax, ay), (bx, by), (cx, cy) = points[before[i]], points[i], points[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * scale / 2

    current = [math.inf] + [triangle(i) for i in range(1, n - 1)] + [math.inf]
    heap = [(current[i], i) for i in range(1, n - 1)]
    heapq.heapify(heap)
    floor = 0.0
    while heap:
        size, i = heapq.heappop(heap)
        if size != current[i] or rank[i] != math.inf:
            continue
        floor = max(floor, size)
        rank[i] = floor
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if 0 < j < n - 1:
                current[j] = triangle(j)
                heapq.heappush(heap, (current[j], j))
    return rank


def thinned(points, rank, limit, factor=1.0):
    """Vertices whose rank reaches limit(x, y) metres, squared and halved; a ring keeps four."""
    kept = [p for p, r in zip(points, rank) if r >= factor * limit(*p) ** 2 / 2]
    if points[0] == points[-1] and len(kept) < 4:
        inner = sorted(range(1, len(points) - 1), key=lambda i: -rank[i])[:2]
        kept = [points[0]] + [points[i] for i in sorted(inner)] + [points[-1]]
    return kept


def _chunks(lines, size=40):
    for index, points in enumerate(lines):
        for start in range(0, len(points) - 1, size):
            yield index, points[start:start + size + 1]


def crossing_lines(lines):
    """Indices of lines that meet themselves or each other elsewhere than at their vertices."""
    pieces = [(i, LineString(c)) for i, c in _chunks(lines)]
    tree = STRtree([g for _, g in pieces])
    number = {id(g): k for k, (_, g) in enumerate(pieces)}
    bad = set()
    for k, (index, piece) in enumerate(pieces):
        if not piece.is_simple:
            bad.add(index)
        ends = {piece.coords[0], piece.coords[-1]}
        for other in tree.query(piece):
            m = number[id(other)]
            if m <= k or not piece.intersects(other):
                continue
            shared = piece.intersection(other)
            touches = {c for g in getattr(shared, "geoms", [shared]) for c in g.coords}
            if not touches <= (ends & {other.coords[0], other.coords[-1]}):
                bad.update((index, pieces[m][0]))
    return bad


def without_crossings(arcs, ranks, limit_of, rounds=10):
    """Thin all arcs; those that then cross are thinned ever less until nothing crosses."""
    factors = [1.0] * len(arcs)
    lines = [thinned(a.coordinates, r, limit_of(a)) for a, r in zip(arcs, ranks)]
    for _ in range(rounds):
        bad = crossing_lines(lines)
        if not bad:
            break
        for i in bad:
            factors[i] = factors[i] / 5 if factors[i] > 1e-4 else 0.0
            lines[i] = thinned(arcs[i].coordinates, ranks[i], limit_of(arcs[i]), factors[i])
    else:
        print("  still crossing:", len(crossing_lines(lines)))
    return lines


def ring_km2(points):
    return area_km2(Polygon(points)) if len(points) > 3 else 0.0
