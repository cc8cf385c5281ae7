#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports an A3 page at 300 dpi with corridor-atlas and with QGIS in turn, A B A B, and prints a Markdown table.

Whole commands are timed, from their start to their end. Ratios are of neighbours in time."""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def timed(command):
    """Seconds of wall clock and of processor time."""
    before = os.times()
    start = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False,
                          env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed ({done.returncode}): {done.stderr.strip()}")
    after = os.times()
    return (time.monotonic() - start,
            after.children_user + after.children_system - before.children_user - before.children_system)


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def pages(options):
    """What is drawn, and the commands that draw it, ours and theirs."""
    export = [options.program, "export", "--size", "420x297mm", "--dpi", "300"]
    peer = ["/usr/bin/python3", HERE / "peer-qgis.py"]
    yield "default view; its base map and lines", export, [*peer, "--atlas", options.atlas]
    if options.data:
        layers = [options.data / f"{name}.gpkg" for name in ("land", "rail-1", "station", "place")]
        box = "36,37,56,44"
        yield ("default view and the map benchmark's layers; those layers", [*export, "--bbox", box, "--layers", *layers],
               [*peer, "--data", options.data, "--bbox", box])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True, help="corridor-atlas, a Release build")
    parser.add_argument("--atlas", type=pathlib.Path, required=True, help="atlas.gpkg of that build")
    parser.add_argument("--data", type=pathlib.Path, help="folder that ../map/make-data.py wrote: its layers, too")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"Load before: {' '.join(map(str, os.getloadavg()))}\n")
    print("| | ours, s | ours, processor s | ours, MB | QGIS, s | QGIS, processor s | QGIS, MB | QGIS ÷ ours | by processor |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for title, ours, theirs in pages(options):
            for kind in ("png", "pdf"):
                out = [pathlib.Path(folder, f"{who}.{kind}") for who in ("ours", "qgis")]
                rows = []
                for _ in range(options.rounds + 1):   # the first round warms the file cache
                    a = timed([*ours, "--out", out[0]])
                    b = timed([*theirs, "--out", out[1]])
                    rows.append((*a, *b))
                rows = rows[1:]
                columns = list(zip(*rows))
                sizes = [f"{path.stat().st_size / 1e6:.2f}" for path in out]
                print(f"| {title}, {kind} | {spread(columns[0])} | {spread(columns[1])} | {sizes[0]} | {spread(columns[2])} | {spread(columns[3])}"
                      f" | {sizes[1]} | {spread([r[2] / r[0] for r in rows])} | {spread([r[3] / r[1] for r in rows])} |")
    print(f"\nLoad after: {' '.join(map(str, os.getloadavg()))}")


main()
