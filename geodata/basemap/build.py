#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds basemap.gpkg. Needs, from Debian 12: python3-gdal python3-shapely gmt gmt-gshhg-high
libgeonames-common, and `npm ci --ignore-scripts` in this folder. Takes about five minutes and 5 GB."""
import argparse
import pathlib
import warnings

from shapely.geometry import LineString, Point
from shapely.ops import unary_union

import countries
import credits
import lakes
import land
import places
import rivers
import water_labels
from common import HERE, LANGUAGES
from database import Database

NAMES = {f"name_{language}": str for language in LANGUAGES}
PLACE_COLUMNS = {
    "geonames_id": int, "name": str, **NAMES, "search_names": str, "population": int,
    "feature_code": str, "capital_of": str, "admin_rank": int, "elevation_m": int,
    "country": str, "rank": int}


def with_holes(polygon, holes):
    """polygon less the lakes inside it; they never touch its rim, so rings are enough."""
    inside = [hole for hole in holes if polygon.contains(hole)]
    return polygon.difference(unary_union(inside)) if inside else polygon


def write_level(base, level, drawn, codes):
    n = level.number
    base.table(f"land_{n}", "Polygon", {},
               (({}, part) for p in level.land for part in parts(with_holes(p, drawn))),
               f"Land of level {n}, lakes are holes", indexed=n == 2)

    def iso(label):
        return "+".join(codes[a] for a in label.split("+"))

    base.table(f"borders_{n}", "LineString", {"left_iso": str, "right_iso": str, "kind": str},
               (({"left_iso": iso(a.left), "right_iso": iso(a.right),
                  "kind": "overlap" if "+" in a.left + a.right else "border"},
                 LineString(a.coordinates)) for a in level.borders),
               f"Borders of level {n}, each once", indexed=n == 2)
    shores = [({"kind": "sea"}, line) for line in level.coast]
    for lake in drawn:
        shores += [({"kind": "lake"}, LineString(r.coords)) for r in (lake.exterior, *lake.interiors)]
    base.table(f"coast_{n}", "LineString", {"kind": str}, shores, f"Shores of level {n}", indexed=n == 2)


def parts(geometry):
    return getattr(geometry, "geoms", [geometry])


def write_labels(base, modules, drawn, sea, by_country, translations):
    base.table("lakes", "Polygon",
               {**NAMES, "area_km2": float, "label_lon": float, "label_lat": float},
               water_labels.lake_rows(drawn, translations), "Lakes")
    base.table("seas", "Point", {**NAMES, "rank": int, "free_radius_km": int},
               water_labels.sea_rows(sea), "Seas, label points")
    base.table("countries", "Point",
               {"iso_a2": str, "iso_a3": str, **NAMES, "area_in_box_km2": int},
               ((row, row["point"]) for row in countries.read_countries(modules, by_country)),
               "Countries, label points")
    base.table("places", "Point", PLACE_COLUMNS,
               ((row, Point(row["point"])) for row in places.read_places(modules)),
               "Places, most important first")


def write_rivers(base, levels):
    stretches = rivers.named_stretches()
    for level in levels:
        n = level.number
        borders = [arc.coordinates for arc in level.borders]
        base.table(f"rivers_{n}", "LineString", {"class": int, "rank": int, **NAMES, "source": str},
                   ((row, LineString(points)) for row, points in rivers.at_level(stretches, n, borders)),
                   f"Rivers of level {n}", indexed=n == 2)


def write_metadata(base, modules):
    columns = {c: str for c in ("layer", "title", "credit", "licence", "url", "data_date")}
    rows = credits.rows(places.newest_date(modules))
    base.table("metadata_atlas", None, columns, ((row, None) for row in rows), "Sources and credits")


def main():
    warnings.filterwarnings("ignore")   # shapely 1.8 announces what 2.0 will change
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--node-modules", type=pathlib.Path, default=HERE / "node_modules")
    parser.add_argument("--out", default=str(HERE / "basemap.gpkg"))
    options = parser.parse_args()
    modules = options.node_modules
    print("reading countries and sea")
    coastal = land.read_countries(modules, "countries-coastline-1m")
    dry = unary_union(list(land.read_countries(modules, "countries-land-10m").values()))
    sea = land.read_sea(modules)
    print("building the net of arcs")
    levels = land.build_levels(coastal, sea)
    print("cleaning lakes")
    water = lakes.find_lakes(dry, unary_union(list(coastal.values())), levels[-1].coast)
    print("writing")
    base = Database(options.out)
    codes = countries.iso_codes(modules)
    drawn = [lakes.at_level(water, level.number, level.land) for level in levels]
    for level, shown in zip(levels, drawn):
        write_level(base, level, shown, codes)
    write_rivers(base, levels)
    write_labels(base, modules, drawn[1], sea, coastal, places.translations())
    write_metadata(base, modules)
    base.close()


if __name__ == "__main__":
    main()
