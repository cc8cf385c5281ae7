# SPDX-License-Identifier: GPL-3.0-or-later
"""Countries: CLDR's names, areas within the box, label points."""
import json

from shapely.ops import polylabel

from common import LANGUAGES, area_km2, polygons

# The packages' own code for Kosovo is not CLDR's alpha-3 code of the same territory.
OWN_CODES = {"XKX": "XK"}


def iso_codes(node_modules):
    """alpha-3 -> alpha-2, from CLDR."""
    path = node_modules / "cldr-core" / "supplemental" / "codeMappings.json"
    with open(path, encoding="utf-8") as file:
        mappings = json.load(file)["supplemental"]["codeMappings"]
    codes = {v["_alpha3"]: k for k, v in mappings.items() if len(k) == 2 and "_alpha3" in v}
    return {**codes, **OWN_CODES}


def territory_names(node_modules):
    """language -> {alpha-2: name}; the standard form, neither short nor variant."""
    result = {}
    for language in LANGUAGES:
        path = node_modules / "cldr-localenames-full" / "main" / language / "territories.json"
        with open(path, encoding="utf-8") as file:
            display = json.load(file)["main"][language]["localeDisplayNames"]
        result[language] = display["territories"]
    return result


def label_point(geometry):
    largest = max(polygons(geometry), key=lambda p: p.area)
    return polylabel(largest.simplify(0.02), tolerance=0.05)


def read_countries(node_modules, geometries):
    codes, names = iso_codes(node_modules), territory_names(node_modules)
    result = []
    for alpha3, geometry in sorted(geometries.items()):
        code = codes[alpha3]
        row = {"iso_a2": code, "iso_a3": alpha3}
        row.update({f"name_{l}": names[l].get(code) for l in LANGUAGES})
        row["area_in_box_km2"] = round(area_km2(geometry))
        row["point"] = label_point(geometry)
        result.append(row)
    return sorted(result, key=lambda r: (-r["area_in_box_km2"], r["iso_a2"]))
