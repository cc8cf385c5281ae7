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


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True, help="corridor-atlas, a Release build")
    parser.add_argument("--atlas", type=pathlib.Path, required=True, help="atlas.gpkg of that build")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"Load before: {' '.join(map(str, os.getloadavg()))}\n")
    print("| | ours, s | ours, processor s | ours, MB | QGIS, s | QGIS, processor s | QGIS, MB | QGIS ÷ ours | by processor |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("png", "pdf"):
            ours, theirs = pathlib.Path(folder, f"ours.{kind}"), pathlib.Path(folder, f"qgis.{kind}")
            rows = []
            for _ in range(options.rounds + 1):   # the first round warms the file cache
                a = timed([options.program, "export", "--out", ours, "--size", "420x297mm", "--dpi", "300"])
                b = timed(["/usr/bin/python3", HERE / "peer-qgis.py", "--atlas", options.atlas, "--out", theirs])
                rows.append((*a, *b))
            rows = rows[1:]
            columns = list(zip(*rows))
            sizes = [f"{path.stat().st_size / 1e6:.2f}" for path in (ours, theirs)]
            print(f"| A3 {kind} | {spread(columns[0])} | {spread(columns[1])} | {sizes[0]} | {spread(columns[2])} | {spread(columns[3])}"
                  f" | {sizes[1]} | {spread([r[2] / r[0] for r in rows])} | {spread([r[3] / r[1] for r in rows])} |")
    print(f"\nLoad after: {' '.join(map(str, os.getloadavg()))}")


main()
