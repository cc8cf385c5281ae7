#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures corridor-atlas and its peers in turn, A B A B, and prints Markdown tables.

Every figure is a median of rounds; ratios are of rounds too, as neighbours in time, with their spread."""
import argparse
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys

import common
import tables

HERE = pathlib.Path(__file__).resolve().parent
PEERS = {"qgis": "peer-qgis.py", "mapnik": "peer-mapnik.py"}
OURS = ("open_ms", "scene_ms", "first_frame_ms", "full_frame_ms", "floor_ms", "pan_frame_ms", "zoom_frame_ms",
        "pick_us", "rss_mb")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True, help="corridor-atlas, a Release build")
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that make-data.py wrote")
    parser.add_argument("--views", nargs="+", choices=common.VIEWS, default=list(common.VIEWS))
    parser.add_argument("--rails", nargs="+", type=int, choices=common.RAILS, default=list(common.RAILS))
    parser.add_argument("--labels", choices=("on", "off"), default="on")
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=["qgis"])
    parser.add_argument("--qgis-job", choices=("sequential", "parallel"), default="sequential")
    parser.add_argument("--clicks", action="store_true", help="also measure QGIS' identify tool")
    parser.add_argument("--rounds", type=int, default=3, help="how often the programs take turns")
    parser.add_argument("--repeat", type=int, default=5, help="frames of each program in a round")
    parser.add_argument("--pictures", type=pathlib.Path, help="folder for everybody's frames")
    parser.add_argument("--json", type=pathlib.Path, help="file for all that was measured")
    return parser.parse_args()


def run(command):
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed ({result.returncode}): {result.stderr.strip()}")
    try:
        return json.loads(result.stdout)
    except json.JSONDecodeError as error:
        sys.exit(f"{command[0]}: no JSON on its output: {error}")


def picture(options, who, view, rail):
    return options.pictures / f"{who}-{view}-{rail}.png"


def run_ours(options, view, rail):
    command = [options.program, "bench", "--layers"]
    command += [common.layer_path(options.data, layer, rail) for layer in common.LAYERS]
    command += ["--bbox", ",".join(map(str, common.VIEWS[view])), "--size", f"{common.WIDTH}x{common.HEIGHT}",
                "--crs", "EPSG:3857", "--labels", options.labels, "--repeat", options.repeat, "--json"]
    if options.pictures:
        command += ["--picture", picture(options, "ours", view, rail),
                    "--floor-picture", picture(options, "floor", view, rail)]
    result = run(command)
    missing = [key for key in OURS if key not in result]
    if missing:
        sys.exit(f"{options.program} bench: no {', '.join(missing)} in its answer")
    return result


def run_peer(options, peer, view, rail, job=None):
    command = ["/usr/bin/python3", HERE / PEERS[peer], "--data", options.data, "--view", view, "--rail", rail,
               "--labels", options.labels, "--repeat", options.repeat, "--json"]
    job = job or (options.qgis_job if peer == "qgis" else None)
    command += ["--job", job] if job else []
    if options.pictures and job != "click":
        command += ["--picture", picture(options, peer, view, rail)]
    return run(command)


def measure(options, view, rail):
    """One case: the answers of everybody, a list of rounds each."""
    case = {"view": view, "rail": rail, "ours": [], **{peer: [] for peer in options.peers}}
    for number in range(options.rounds):
        print(f"{view} ×{rail}, round {number + 1} of {options.rounds}", file=sys.stderr)
        case["ours"].append(run_ours(options, view, rail))
        for peer in options.peers:
            case[peer].append(run_peer(options, peer, view, rail))
    if options.clicks:
        case["click"] = run_peer(options, "qgis", view, rail, "click")
    return case


def share_of_floor(options, case):
    """How much of our frame looks like the floor's, 0 to 1."""
    import pictures   # needs packages that timing does without
    paths = (picture(options, who, case["view"], case["rail"]) for who in ("ours", "floor"))
    return pictures.share_within(*paths)


def program_version(program):
    answer = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "corridor-atlas of unknown version"


def circumstances(options, cases, load_before):
    peers = [f"{case[peer][0]['peer']} {case[peer][0]['version']}" for case in cases[:1] for peer in options.peers]
    load_after = os.getloadavg()[0]
    return (f"{', '.join([program_version(options.program), *peers])}; labels {options.labels}, "
            f"QGIS job {options.qgis_job}; {options.rounds} rounds of {options.repeat} frames; "
            f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, "
            f"load {load_before:.1f} before, {load_after:.1f} after.")


def main():
    options = arguments()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    load_before = os.getloadavg()[0]
    cases = [measure(options, view, rail) for view in options.views for rail in options.rails]
    if options.pictures:
        for case in cases:
            case["share_of_floor"] = share_of_floor(options, case)
    said = circumstances(options, cases, load_before)
    print(tables.everything(cases, options.peers, said))
    if options.json:
        options.json.write_text(json.dumps({"circumstances": said, "cases": cases}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
