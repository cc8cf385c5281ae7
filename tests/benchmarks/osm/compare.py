#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports a large extract with osm-bench and with osmium-tool and ogr2ogr in turn, and prints a Markdown table.

Ratios are of neighbours in time: peer's seconds by ours. Peers that are not installed are left out."""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# What the bundled layers.map asks for.
EXPRESSIONS = ["railway", "construction:railway", "proposed:railway", "disused:railway", "abandoned:railway", "razed:railway",
               "highway=motorway,trunk,primary,secondary", "man_made=pipeline", "boundary=administrative,disputed", "natural=coastline,water",
               "waterway=river,canal,riverbank", "landuse=reservoir,port", "place=city,town,village,hamlet", "amenity=ferry_terminal",
               "route=ferry", "barrier=border_control", "harbour", "industrial=port"]


def timed(command):
    """Seconds, peak megabytes and what it printed."""
    with tempfile.NamedTemporaryFile("w+") as memory:
        start = time.monotonic()
        done = subprocess.run(["/usr/bin/time", "-o", memory.name, "-f", "%M"] + [str(part) for part in command],
                              capture_output=True, text=True, check=False)
        seconds = time.monotonic() - start
        if done.returncode != 0:
            sys.exit(f"{command[0]} failed ({done.returncode}): {done.stderr.strip()}")
        return seconds, int(memory.read().split()[-1]) * 1024 / 1e6, done.stdout


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def row(title, ours, theirs):
    print(f"| {title} | {spread([o[0] for o in ours])} | {spread([t[0] for t in theirs])} | "
          f"{spread([t[0] / o[0] for o, t in zip(ours, theirs)])} | {max(o[1] for o in ours):.0f} | {max(t[1] for t in theirs):.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=pathlib.Path, required=True, help="osm-bench of a Release build")
    parser.add_argument("--extract", type=pathlib.Path, required=True, help="see make-data.py")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"Load before: {' '.join(map(str, os.getloadavg()))}\n")
    print("| | ours, s | peer, s | peer ÷ ours | ours, peak MB | peer, peak MB |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = pathlib.Path(folder, "ours.gpkg"), pathlib.Path(folder, "ogr.gpkg")
        timed([options.bench, options.extract, ours])   # warms the file cache
        if shutil.which("osmium"):
            filtered = ["osmium", "tags-filter", "-O", "-o", pathlib.Path(folder, "filtered.osm.pbf"), options.extract, *EXPRESSIONS]
            pairs = [(timed([options.bench, options.extract]), timed(filtered)) for _ in range(options.rounds)]
            row("read and classify ÷ osmium tags-filter", *zip(*pairs))
        if shutil.which("ogr2ogr"):
            pairs = []
            for _ in range(options.rounds):
                seconds, memory, told = timed([options.bench, options.extract, ours])
                told = json.loads(told)
                theirs.unlink(missing_ok=True)
                # The same lines with the same columns, from a format that ogr2ogr reads fastest of all.
                copied = timed(["ogr2ogr", "-f", "GPKG", theirs, ours, "railways"])
                theirs.unlink(missing_ok=True)
                whole = timed(["ogr2ogr", "-f", "GPKG", theirs, options.extract, "lines"])
                pairs.append((((told["write_ms"] / 1000, memory), copied), ((seconds, memory), whole)))
            row("layers and levels written ÷ ogr2ogr of the lines alone, from a GeoPackage", *zip(*[p[0] for p in pairs]))
            row("whole import ÷ ogr2ogr of the extract's lines", *zip(*[p[1] for p in pairs]))
    print(f"\nLoad after: {' '.join(map(str, os.getloadavg()))}")


main()
