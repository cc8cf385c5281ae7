# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown of what compare.py measured."""
import statistics

NAMES = {"ours": "Corridor Atlas", "floor": "floor", "qgis": "QGIS", "mapnik": "Mapnik"}


def middle(figure):
    """A figure of an answer, be it a number or a summary."""
    return figure["p50"] if isinstance(figure, dict) else figure


def frames(case, who):
    """Milliseconds of a full frame, one a round."""
    if who == "ours":
        return [answer["full_frame_ms"]["p50"] for answer in case["ours"]]
    if who == "floor":
        return [middle(answer["floor_ms"]) for answer in case["ours"]]
    return [answer["frame_ms"]["p50"] for answer in case[who]]


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def over_rounds(case, key, part="p50"):
    """Median over our rounds of one figure of our answers."""
    figures = [answer[key] for answer in case["ours"]]
    return statistics.median(f[part] if isinstance(f, dict) else f for f in figures)


def median(case, who):
    return statistics.median(frames(case, who))


def ratio(case, upper, lower):
    """Ratio of medians, and how it moved from round to round."""
    each = [u / l for u, l in zip(frames(case, upper), frames(case, lower))]
    return f"{median(case, upper) / median(case, lower):.2f} ({min(each):.2f}–{max(each):.2f})"


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def title(case):
    return f"{case['view']} ×{case['rail']}"


def frame_table(cases, peers):
    everybody = ["ours", "floor", *peers]
    heads = ["view, railways", *(f"{NAMES[who]}, ms" for who in everybody),
             *(f"{NAMES[peer]} ÷ ours" for peer in peers), "ours ÷ floor",
             *(f"labels, {NAMES[peer]}" for peer in peers), "like the floor's picture"]
    rows = []
    for case in cases:
        share = case.get("share_of_floor")
        rows.append([
            title(case), *(number(median(case, who)) for who in everybody),
            *(ratio(case, peer, "ours") for peer in peers), ratio(case, "ours", "floor"),
            *(str(case[peer][0]["labels_drawn"]) for peer in peers),
            "–" if share is None else f"{100 * share:.2f} %"])
    return table(heads, rows)


def growth_table(cases, peers):
    everybody = ["ours", "floor", *peers]
    by_case = {(case["view"], case["rail"]): case for case in cases}
    rows = []
    for view in dict.fromkeys(case["view"] for case in cases):
        few, many = by_case.get((view, 1)), by_case.get((view, 100))
        if few and many:
            rows.append([view, *(f"{median(many, who) / median(few, who):.2f}" for who in everybody)])
    if not rows:
        return ""
    return table(["full frame, ×100 ÷ ×1", *(NAMES[who] for who in everybody)], rows)


def other_table(cases, peers):
    heads = ["view, railways", "open, ms", "scene, ms", "first frame, ms", "pan p99, ms", "zoom p99, ms", "MB",
             *(f"{NAMES[peer]} start to first image, ms" for peer in peers), *(f"{NAMES[peer]}, MB" for peer in peers)]
    rows = []
    for case in cases:
        ours = [over_rounds(case, key) for key in ("open_ms", "scene_ms", "first_frame_ms")]
        ours += [over_rounds(case, key, "p99") for key in ("pan_frame_ms", "zoom_frame_ms")]
        ours.append(over_rounds(case, "rss_mb"))
        first = [statistics.median(answer["first_image_ms"] for answer in case[peer]) for peer in peers]
        memory = [statistics.median(answer["rss_mb"] for answer in case[peer]) for peer in peers]
        rows.append([title(case), *map(number, ours + first + memory)])
    return table(heads, rows)


def click_table(cases):
    rows = []
    for case in cases:
        if "click" not in case or not case["click"]["clicks"]:
            continue
        identify, request = case["click"]["identify_ms"], case["click"]["request_ms"]
        rows.append([
            title(case), f"{over_rounds(case, 'pick_us') / 1000:.3f} / {over_rounds(case, 'pick_us', 'max') / 1000:.3f}",
            f"{identify['p50']:.1f} / {identify['max']:.1f}", f"{request['p50']:.2f} / {request['max']:.2f}"])
    if not rows:
        return ""
    return table(["view, railways", "our pick, ms, p50 / max", "QGIS identify", "QGIS request under 5 px"], rows)


def everything(cases, peers, circumstances):
    parts = [frame_table(cases, peers), growth_table(cases, peers), other_table(cases, peers), click_table(cases),
             circumstances]
    return "\n\n".join(part for part in parts if part)
