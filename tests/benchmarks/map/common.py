# SPDX-License-Identifier: GPL-3.0-or-later
"""Views, style, options and report that the peers share: what is drawn must differ in nothing but who draws it."""
import argparse
import json
import os
import pathlib
import resource
import statistics
import time

WIDTH, HEIGHT = 1920, 1080
VIEWS = {   # west, south, east, north in degrees; the shorter side grows until the box fills the picture
    "region": (36.0, 37.0, 56.0, 44.0),
    "armenia": (44.0, 38.5, 48.0, 40.5),
    "meghri": (45.9, 38.7, 46.9, 39.3)}
RAILS = (1, 10, 100)
LAYERS = ("land", "rail", "station", "place")   # from bottom to top

SEA, LAND, BORDER, RAIL = "#cfe3ef", "#f5f1e6", "#8a7f6a", "#d01c1f"
STATION, TEXT, HALO = "#2b2b2b", "#222222", "#ffffff"
BORDER_PX, RAIL_PX, STATION_PX = 1.0, 2.0, 6.0
FONT, FONT_PX, HALO_PX = "DejaVu Sans", 11, 1.5
CLICK_PX = 5
CLICKS = 9
RAIL_LINES = 4892       # of the first copy, which come first in every file


def options(description, jobs):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that make-data.py wrote")
    parser.add_argument("--view", choices=VIEWS, default="region")
    parser.add_argument("--rail", type=int, choices=RAILS, default=1, help="how many copies of the railways")
    parser.add_argument("--labels", choices=("on", "off"), default="on")
    parser.add_argument("--job", choices=jobs, default=jobs[0])
    parser.add_argument("--repeat", type=int, default=5, help="timed frames after the first; 0: the first only")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a line")
    parser.add_argument("--picture", type=pathlib.Path, help="PNG to write")
    return parser.parse_args()


def layer_path(data, layer, rail):
    return str(data / (f"rail-{rail}.gpkg" if layer == "rail" else f"{layer}.gpkg"))


def milliseconds_since_start():
    """Since the system started this process, so the interpreter and its imports count; exact to 10 ms."""
    with open("/proc/self/stat", encoding="ascii") as file:
        ticks = int(file.read().rpartition(")")[2].split()[19])
    now = time.clock_gettime(time.CLOCK_BOOTTIME)
    return (now - ticks / os.sysconf("SC_CLK_TCK")) * 1000.0


def summary(times):
    """Median, least and most of a list of milliseconds; None for no measurement."""
    if not times:
        return None
    return {"p50": round(statistics.median(times), 3), "min": round(min(times), 3), "max": round(max(times), 3)}


def timed(action, repeat):
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000.0)
    return times


def report(chosen, peer, version, figures):
    result = {
        "peer": peer, "version": version, "view": chosen.view, "rail": chosen.rail, "labels": chosen.labels,
        "job": chosen.job, "repeat": chosen.repeat, **figures,
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0, 1),
        "load": round(os.getloadavg()[0], 2)}
    if chosen.json:
        print(json.dumps(result))
    else:
        print(" · ".join(f"{key} {value}" for key, value in result.items()))


def click_points(lines, box, count=CLICKS):
    """Vertices of lines inside a box, evenly spread over the order of the data: clicks that hit something.

    lines: sequences of (x, y) in the units of box (west, south, east, north)."""
    west, south, east, north = box
    inside = [p for line in lines for p in line if west < p[0] < east and south < p[1] < north]
    return [inside[(2 * i + 1) * len(inside) // (2 * count)] for i in range(count)] if inside else []
