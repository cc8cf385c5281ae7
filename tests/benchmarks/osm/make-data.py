#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a large extract of a small one: copies beside each other, with ids of their own. Needs osmium-tool.

    make-data.py SMALL.osm.pbf LARGE.osm.pbf --copies 76"""
import argparse
import math
import re
import subprocess

# Ids as dense as real ones are: osmium-tool keeps them in bitmaps.
FIRST_NODE, FIRST_WAY = 5_000_000_000, 500_000_000


def lines_of(path, kind):
    done = subprocess.run(["osmium", "cat", "-t", kind, "-f", "opl", path], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def moved_node(line, ident, east, north):
    rest = line.split(" ", 1)[1]
    rest, x, y = re.match(r"(.*) x(\S+) y(\S+)$", rest).groups()
    return f"n{ident} {rest} x{float(x) + east:.7f} y{float(y) + north:.7f}\n"


def moved_way(line, ident, index, first):
    rest, refs = re.match(r"\S+ (.*) N(\S*)$", line).groups()
    refs = ",".join(f"n{first + index[ref[1:]]}" for ref in refs.split(","))
    return f"w{ident} {rest} N{refs}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("small")
    parser.add_argument("large")
    parser.add_argument("--copies", type=int, default=76)
    options = parser.parse_args()
    nodes, ways = lines_of(options.small, "node"), lines_of(options.small, "way")
    index = {line[1:].split(" ", 1)[0]: i for i, line in enumerate(nodes)}
    xs = [float(line.rsplit(" x", 1)[1].split(" ")[0]) for line in nodes]
    width = max(xs) - min(xs) + 0.1
    columns = math.floor(358 / width)
    out = subprocess.Popen(["osmium", "cat", "-F", "opl", "-", "-O", "-o", options.large], stdin=subprocess.PIPE, text=True)
    for copy in range(options.copies):
        east, north = -179 - min(xs) + copy % columns * width, -7 * (copy // columns)
        first = FIRST_NODE + copy * len(nodes)
        out.stdin.writelines(moved_node(line, first + i, east, north) for i, line in enumerate(nodes))
    for copy in range(options.copies):
        first = FIRST_NODE + copy * len(nodes)
        out.stdin.writelines(moved_way(line, FIRST_WAY + copy * len(ways) + i, index, first) for i, line in enumerate(ways))
    out.stdin.close()
    if out.wait() != 0:
        raise SystemExit("osmium failed")


main()
