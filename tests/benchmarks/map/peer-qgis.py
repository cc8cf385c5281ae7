#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws one view with QGIS, or clicks in it, and reports what it took. Needs python3-qgis."""
import os
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (   # noqa: E402 (the platform is chosen before Qt is loaded)
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsFeatureRequest,
    QgsFillSymbol, QgsLineSymbol, QgsMapRendererParallelJob, QgsMapRendererSequentialJob, QgsMapSettings,
    QgsMarkerSymbol, QgsNullSymbolRenderer, QgsPalLayerSettings, QgsPointXY, QgsProject, QgsRectangle,
    QgsSettings, QgsSingleSymbolRenderer, QgsTextFormat, QgsUnitTypes, QgsVectorLayer, QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtCore import QSize   # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont   # noqa: E402

import common   # noqa: E402

JOBS = {"sequential": QgsMapRendererSequentialJob, "parallel": QgsMapRendererParallelJob}
MERCATOR = "EPSG:3857"


def symbol(layer):
    if layer == "land":
        return QgsFillSymbol.createSimple({
            "color": common.LAND, "outline_color": common.BORDER, "outline_width": str(common.BORDER_PX),
            "outline_width_unit": "Pixel"})
    if layer == "rail":
        return QgsLineSymbol.createSimple({
            "color": common.RAIL, "width": str(common.RAIL_PX), "width_unit": "Pixel"})
    if layer == "station":
        return QgsMarkerSymbol.createSimple({
            "name": "circle", "color": common.STATION, "outline_style": "no", "size": str(common.STATION_PX),
            "size_unit": "Pixel"})
    return None   # places are their names only


def labeling():
    text = QgsTextFormat()
    text.setFont(QFont(common.FONT))
    text.setSize(common.FONT_PX)
    text.setSizeUnit(QgsUnitTypes.RenderPixels)
    text.setColor(QColor(common.TEXT))
    halo = text.buffer()
    halo.setEnabled(True)
    halo.setSize(common.HALO_PX)
    halo.setSizeUnit(QgsUnitTypes.RenderPixels)
    halo.setColor(QColor(common.HALO))
    halo.setOpacity(1.0)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    return QgsVectorLayerSimpleLabeling(settings)


def open_layer(path, name, labels):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    if not layer.isValid():
        sys.exit(f"{path}: QGIS cannot read layer {name}")
    drawn = symbol(name)
    if drawn:
        layer.setRenderer(QgsSingleSymbolRenderer(drawn))
    else:
        layer.setRenderer(QgsNullSymbolRenderer())
        layer.setLabeling(labeling())
        layer.setLabelsEnabled(labels)
    return layer


def map_settings(layers, view, labels):
    settings = QgsMapSettings()
    target = QgsCoordinateReferenceSystem(MERCATOR)
    settings.setDestinationCrs(target)
    settings.setTransformContext(QgsProject.instance().transformContext())
    settings.setLayers(layers[::-1])   # QGIS wants the top one first
    settings.setOutputSize(QSize(common.WIDTH, common.HEIGHT))
    settings.setBackgroundColor(QColor(common.SEA))
    settings.setOutputDpi(96)
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.UseRenderingOptimization, True)   # as its own canvas does
    settings.setFlag(QgsMapSettings.DrawLabeling, labels)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    to_metres = QgsCoordinateTransform(degrees, target, QgsProject.instance())
    settings.setExtent(to_metres.transformBoundingBox(QgsRectangle(*common.VIEWS[view])))
    return settings


class Frames:
    """Renders the same settings again and again; keeps the last image and its labels."""

    def __init__(self, settings, job):
        self._settings, self._job = settings, JOBS[job]
        self.image, self.labels = None, 0

    def draw(self):
        job = self._job(self._settings)
        job.start()
        job.waitForFinished()
        self.image = job.renderedImage()
        labels = job.takeLabelingResults()
        self.labels = len(labels.allLabels()) if labels else 0


def draw(chosen, settings):
    frames = Frames(settings, chosen.job)
    frames.draw()
    first = common.milliseconds_since_start()
    times = common.timed(frames.draw, chosen.repeat)
    if chosen.picture:
        frames.image.save(str(chosen.picture))
    return {"frame_ms": common.summary(times), "first_image_ms": round(first), "labels_drawn": frames.labels}


def click_targets(layers, settings):
    """Points of the first copy of the railways, in degrees, so that every amount of data is clicked alike."""
    lines = []
    for feature in layers[common.LAYERS.index("rail")].getFeatures(QgsFeatureRequest().setLimit(common.RAIL_LINES)):
        lines.append([(p.x(), p.y()) for p in feature.geometry().constGet().points()])
    transform = QgsCoordinateTransform(
        settings.destinationCrs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    box = transform.transformBoundingBox(settings.visibleExtent())
    west, south, east, north = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
    return common.click_points(lines, (west, south, east, north)), (east - west) / common.WIDTH


def frozen_canvas(settings):
    """A canvas with the size and extent of settings that never draws, for tools that only ask."""
    from qgis.gui import QgsMapCanvas   # needs half a second that drawing must not pay for
    canvas = QgsMapCanvas()
    canvas.setRenderFlag(False)
    canvas.resize(common.WIDTH, common.HEIGHT)
    canvas.show()
    QgsApplication.processEvents()
    canvas.setDestinationCrs(settings.destinationCrs())
    canvas.setLayers(settings.layers())
    canvas.setExtent(settings.visibleExtent())
    return canvas


def click(chosen, layers, settings):
    """The identify tool through all layers, and beside it a bare request for the railways under 5 pixels."""
    from qgis.gui import QgsMapToolIdentify
    canvas = frozen_canvas(settings)
    QgsSettings().setValue("/Map/searchRadiusMM", common.CLICK_PX * 25.4 / canvas.logicalDpiX())
    tool = QgsMapToolIdentify(canvas)
    points, degrees_per_pixel = click_targets(layers, settings)
    rail = layers[common.LAYERS.index("rail")]
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), QgsProject.instance())
    reach = common.CLICK_PX * degrees_per_pixel
    identify, request, hits = [], [], []
    for x, y in points:
        pixel = canvas.getCoordinateTransform().transform(transform.transform(QgsPointXY(x, y)))
        place = (round(pixel.x()), round(pixel.y()), settings.layers(), QgsMapToolIdentify.TopDownAll)
        hits.append(len(tool.identify(*place)))
        identify += common.timed(lambda: tool.identify(*place), chosen.repeat)
        box = QgsFeatureRequest(QgsRectangle(x - reach, y - reach, x + reach, y + reach))
        request += common.timed(lambda: sum(1 for _ in rail.getFeatures(box)), chosen.repeat)
    return {"clicks": len(points), "hits": hits, "identify_ms": common.summary(identify),
            "request_ms": common.summary(request)}


def main():
    chosen = common.options(__doc__, (*JOBS, "click"))
    with tempfile.TemporaryDirectory() as profile:   # no setting of the user's takes part
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        application = QgsApplication([], chosen.job == "click", profile)
        application.initQgis()
        labels = chosen.labels == "on"
        layers = [open_layer(common.layer_path(chosen.data, name, chosen.rail), name, labels)
                  for name in common.LAYERS]
        settings = map_settings(layers, chosen.view, labels)
        figures = click(chosen, layers, settings) if chosen.job == "click" else draw(chosen, settings)
        common.report(chosen, "QGIS", Qgis.version().partition("-")[0], figures)
    sys.stdout.flush()
    os._exit(0)   # QGIS may crash while Python takes it apart


if __name__ == "__main__":
    main()
