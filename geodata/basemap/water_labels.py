# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and label places of lakes and seas."""
import csv
import math

from shapely.geometry import Point
from shapely.ops import polylabel

from common import HERE, LANGUAGES, METRES_PER_DEGREE, area_km2

NEAR_DEGREES = 0.15   # a name may be placed a little beside the cleaned shore
OTHER_LANGUAGES = LANGUAGES[1:]


def _rows(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _names(row, translations):
    """English from the table; elsewhere the name of the town the lake shares its name with."""
    town = row.get("namesake") or ""
    names = {"name_en": row["name_en"]}
    names.update({f"name_{l}": translations[l].get(town) if town else None for l in OTHER_LANGUAGES})
    return names


def lake_rows(lakes, translations):
    """One row a lake, in the order given, with the largest lake near each point of lakes.csv named."""
    named = {}
    for row in _rows("lakes.csv"):
        point = Point(float(row["lon"]), float(row["lat"]))
        near = [i for i, lake in enumerate(lakes) if lake.distance(point) < NEAR_DEGREES]
        inside = [i for i in near if lakes[i].contains(point)] or near
        if not inside:
            print("   no lake for", row["name_en"])
            continue
        named.setdefault(max(inside, key=lambda i: lakes[i].area), _names(row, translations))
    nothing = {f"name_{l}": None for l in LANGUAGES}
    for index, lake in enumerate(lakes):
        anchor = polylabel(lake, tolerance=0.005)
        yield {**named.get(index, nothing), "area_km2": round(area_km2(lake), 2),
               "label_lon": round(anchor.x, 5), "label_lat": round(anchor.y, 5)}, lake


def sea_rows(sea):
    """Label points with the free water around them, kilometres."""
    shore = sea.boundary
    for row in _rows("seas.csv"):
        point = Point(float(row["lon"]), float(row["lat"]))
        if not sea.contains(point):
            raise SystemExit(f"seas.csv: {row['name_en']}: not at sea")
        squeeze = math.cos(math.radians(point.y))   # the narrower way, so the radius is never too large
        radius = shore.distance(point) * METRES_PER_DEGREE * squeeze / 1000
        names = {f"name_{l}": None for l in LANGUAGES}
        yield {**names, "name_en": row["name_en"], "rank": int(row["rank"]),
               "free_radius_km": round(radius)}, point
