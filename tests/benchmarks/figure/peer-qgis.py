#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports a QGIS print layout on A3: the base map and the corridors of an atlas, or the data of ../map in its style. Needs python3-qgis."""
import argparse
import importlib
import os
import pathlib
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (   # noqa: E402 (the platform is chosen before Qt is loaded)
    QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFillSymbol, QgsLayoutExporter,
    QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutItemPage, QgsLayoutItemScaleBar,
    QgsLayoutPoint, QgsLayoutSize, QgsLineSymbol, QgsMarkerSymbol, QgsPalLayerSettings, QgsPrintLayout, QgsProject,
    QgsRectangle, QgsVectorLayer, QgsVectorLayerSimpleLabeling)

CRS = "PROJ:+proj=lcc +lat_1=38 +lat_2=43 +lat_0=40.5 +lon_0=45 +datum=WGS84 +units=m +no_defs"
BOX = (40, 37.5, 52, 43.5)
MAP_BENCHMARK = pathlib.Path(__file__).resolve().parent.parent / "map"
# From bottom to top: layer, symbol, field of the label. The levels are those corridor-atlas draws at this scale.
LAYERS = (
    ("land_1", QgsFillSymbol, {"color": "#f8f4ea", "outline_style": "no"}, None),
    ("coast_1", QgsLineSymbol, {"color": "#7fa3b5", "width": "0.2"}, None),
    ("rivers_1", QgsLineSymbol, {"color": "#9dc0d0", "width": "0.2"}, None),
    ("lakes", QgsFillSymbol, {"color": "#d4e4ec", "outline_color": "#7fa3b5", "outline_width": "0.15"}, None),
    ("borders_1", QgsLineSymbol, {"color": "#a08878", "width": "0.25"}, None),
    ("legs", QgsLineSymbol, {"color": "#0072b2", "width": "0.8"}, None),
    ("places", QgsMarkerSymbol, {"color": "#ffffff", "size": "1.2"}, "name"))


def opened(atlas, name, kind, look, label):
    layer = QgsVectorLayer(f"{atlas}|layername={name}", name, "ogr")
    if not layer.isValid():
        sys.exit(f"{atlas}: no layer {name}")
    layer.renderer().setSymbol(kind.createSimple(look))
    if label:
        settings = QgsPalLayerSettings()
        settings.fieldName = label if label in layer.fields().names() else layer.fields().names()[0]
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        layer.setLabelsEnabled(True)
    return layer


def atlas_layers(atlas):
    return [opened(atlas, *layer) for layer in LAYERS]


def data_layers(folder):
    """Land, railways, stations and places with their names, as the map's benchmark draws them."""
    sys.path.insert(0, str(MAP_BENCHMARK))
    common, peer = importlib.import_module("common"), importlib.import_module("peer-qgis")
    return [peer.open_layer(common.layer_path(pathlib.Path(folder), name, 1), name, True) for name in common.LAYERS]


def placed(layout, item, x, y, width, height):
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))
    return item


def page(project, box):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize("A3", QgsLayoutItemPage.Landscape)
    chart = placed(layout, QgsLayoutItemMap(layout), 8, 24, 330, 255)
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), project.crs(), project)
    chart.setExtent(transform.transformBoundingBox(QgsRectangle(*box)))
    title = placed(layout, QgsLayoutItemLabel(layout), 8, 8, 330, 12)
    title.setText("Corridor Atlas: South Caucasus transit corridors")
    legend = placed(layout, QgsLayoutItemLegend(layout), 342, 24, 70, 120)
    legend.setLinkedMap(chart)
    bar = placed(layout, QgsLayoutItemScaleBar(layout), 342, 260, 70, 15)
    bar.setLinkedMap(chart)
    bar.applyDefaultSize()
    return layout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--atlas")
    source.add_argument("--data", help="folder that ../map/make-data.py wrote")
    parser.add_argument("--bbox", default=",".join(map(str, BOX)), help="W,S,E,N")
    parser.add_argument("--out", required=True, help=".png or .pdf")
    parser.add_argument("--dpi", type=float, default=300)
    options = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    for layer in atlas_layers(options.atlas) if options.atlas else data_layers(options.data):
        project.addMapLayer(layer)
    layout = page(project, [float(degrees) for degrees in options.bbox.split(",")])   # the exporter does not keep it
    exporter = QgsLayoutExporter(layout)
    if options.out.endswith(".pdf"):
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = options.dpi
        result = exporter.exportToPdf(options.out, settings)
    else:
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = options.dpi
        result = exporter.exportToImage(options.out, settings)
    sys.stdout.flush()
    os._exit(0 if result == QgsLayoutExporter.Success else 1)   # QGIS may crash when Python ends


main()
