#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one view with Mapnik and reports what it took. Needs python3-mapnik."""
import math

import mapnik

import common

MERCATOR = "epsg:3857"
DEGREES = "epsg:4326"
EARTH_RADIUS = 6378137.0   # of Web Mercator's sphere, metres
PLACEMENTS, DISTANCE_PX = "NE,SE,NW,SW,N,S,E,W", 4   # around the point, as QGIS does by itself
FONTS = "/usr/share/fonts/truetype/dejavu"


def symbolizers(layer):
    if layer == "land":
        return (f'<PolygonSymbolizer fill="{common.LAND}"/>'
                f'<LineSymbolizer stroke="{common.BORDER}" stroke-width="{common.BORDER_PX}"/>')
    if layer == "rail":
        return f'<LineSymbolizer stroke="{common.RAIL}" stroke-width="{common.RAIL_PX}"/>'
    if layer == "station":
        return (f'<MarkersSymbolizer fill="{common.STATION}" stroke-width="0" width="{common.STATION_PX}" '
                f'height="{common.STATION_PX}" allow-overlap="true" ignore-placement="true"/>')
    return (f'<TextSymbolizer face-name="{common.FONT} Book" size="{common.FONT_PX}" fill="{common.TEXT}" '
            f'halo-radius="{common.HALO_PX}" halo-fill="{common.HALO}" placement-type="simple" '
            f'placements="{PLACEMENTS}" dx="{DISTANCE_PX}" dy="{DISTANCE_PX}">[name]</TextSymbolizer>')


def layer_xml(path, name):
    return (f'<Style name="{name}"><Rule>{symbolizers(name)}</Rule></Style>'
            f'<Layer name="{name}" srs="{DEGREES}"><StyleName>{name}</StyleName><Datasource>'
            f'<Parameter name="type">ogr</Parameter><Parameter name="file">{path}</Parameter>'
            f'<Parameter name="layer">{name}</Parameter></Datasource></Layer>')


def mercator(longitude, latitude):
    return (math.radians(longitude) * EARTH_RADIUS,
            math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) * EARTH_RADIUS)


def open_map(chosen):
    names = common.LAYERS if chosen.labels == "on" else common.LAYERS[:-1]
    layers = "".join(layer_xml(common.layer_path(chosen.data, name, chosen.rail), name) for name in names)
    result = mapnik.Map(common.WIDTH, common.HEIGHT)
    mapnik.register_fonts(FONTS)
    mapnik.load_map_from_string(
        result, f'<Map srs="{MERCATOR}" background-color="{common.SEA}">{layers}</Map>')
    west, south, east, north = common.VIEWS[chosen.view]
    result.zoom_to_box(mapnik.Box2d(*mercator(west, south), *mercator(east, north)))
    return result


def labels_drawn(drawn):
    """Mapnik does not say how many names it placed, so its renderer of ids draws them once more."""
    if len(drawn.layers) < len(common.LAYERS):
        return 0
    grid = mapnik.Grid(drawn.width, drawn.height, key="__id__")
    mapnik.render_layer(drawn, grid, layer=common.LAYERS.index("place"), fields=[])
    return sum(1 for key in grid.encode("utf", resolution=1)["keys"] if key)


def main():
    chosen = common.options(__doc__, ("agg",))
    drawn = open_map(chosen)
    image = mapnik.Image(common.WIDTH, common.HEIGHT)
    mapnik.render(drawn, image)
    first = common.milliseconds_since_start()

    def draw():
        nonlocal image
        image = mapnik.Image(common.WIDTH, common.HEIGHT)
        mapnik.render(drawn, image)

    times = common.timed(draw, chosen.repeat)
    if chosen.picture:
        image.save(str(chosen.picture), "png")
    common.report(chosen, "Mapnik", mapnik.mapnik_version_string(), {
        "frame_ms": common.summary(times), "first_image_ms": round(first), "labels_drawn": labels_drawn(drawn)})


if __name__ == "__main__":
    main()
