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
    """Seconds, processor seconds, peak megabytes and what it printed."""
    start = time.monotonic()
    running = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    told = running.stdout.read()
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode != 0:
        sys.exit(f"{command[0]} failed ({running.returncode})")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, told


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def row(title, pairs):
    """Of pairs of ours and the peer's (seconds, processor seconds, peak megabytes)."""
    cells = [spread([pair[side][kind] for pair in pairs]) for kind in (0, 1) for side in (0, 1)]
    ratios = [spread([theirs[kind] / ours[kind] for ours, theirs in pairs]) for kind in (0, 1)]
    peaks = [f"{max(pair[side][2] for pair in pairs):.0f}" for side in (0, 1)]
    print("| " + " | ".join([title, *cells, *ratios, *peaks]) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=pathlib.Path, required=True, help="osm-bench of a Release build")
    parser.add_argument("--extract", type=pathlib.Path, required=True, help="see make-data.py")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"Load before: {' '.join(map(str, os.getloadavg()))}\n")
    print("| | ours, s | peer, s | ours, processor s | peer, processor s | peer ÷ ours | by processor | ours, peak MB | peer, peak MB |")
    print("|---" * 9 + "|")
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = pathlib.Path(folder, "ours.gpkg"), pathlib.Path(folder, "ogr.gpkg")
        timed([options.bench, options.extract, ours])   # warms the file cache
        if shutil.which("osmium"):
            filtered = ["osmium", "tags-filter", "-O", "-o", pathlib.Path(folder, "filtered.osm.pbf"), options.extract, *EXPRESSIONS]
            pairs = [(timed([options.bench, options.extract]), timed(filtered)) for _ in range(options.rounds)]
            row("read and classify; osmium tags-filter", pairs)
        if shutil.which("ogr2ogr"):
            written, whole = [], []
            for _ in range(options.rounds):
                import_ = timed([options.bench, options.extract, ours])
                told = json.loads(import_[3])
                theirs.unlink(missing_ok=True)
                # The same lines with the same columns, from a format that ogr2ogr reads fast.
                copied = timed(["ogr2ogr", "-f", "GPKG", theirs, ours, "railways"])
                theirs.unlink(missing_ok=True)
                converted = timed(["ogr2ogr", "-f", "GPKG", theirs, options.extract, "lines"])
                written.append(((told["write_ms"] / 1000, told["write_cpu_ms"] / 1000, import_[2]), copied))
                whole.append((import_, converted))
            row("all layers and levels written; ogr2ogr of the railways alone, from our GeoPackage", written)
            row("whole import with levels; ogr2ogr of the extract's lines", whole)
    print(f"\nLoad after: {' '.join(map(str, os.getloadavg()))}")


main()
