# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing the GeoPackage: tables from rows, the same bytes each time."""
import os
import sqlite3

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
gdal.SetConfigOption("OGR_CURRENT_DATE", "2026-11-22T00:00:00.000Z")
KINDS = {str: ogr.OFTString, int: ogr.OFTInteger64, float: ogr.OFTReal}
SHAPES = {"Point": ogr.wkbPoint, "LineString": ogr.wkbLineString, "Polygon": ogr.wkbPolygon,
          "MultiPolygon": ogr.wkbMultiPolygon, None: ogr.wkbNone}


class Database:
    def __init__(self, path):
        if os.path.exists(path):
            os.remove(path)
        self.path = path
        self.source = ogr.GetDriverByName("GPKG").CreateDataSource(
            path, options=["VERSION=1.2", "ADD_GPKG_OGR_CONTENTS=NO"])
        self.wgs84 = osr.SpatialReference()
        self.wgs84.ImportFromEPSG(4326)
        self.wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)

    def table(self, name, shape, columns, rows, title, indexed=False):
        """columns: {name: type}; rows: (attributes, shapely geometry or None)."""
        options = [f"IDENTIFIER={name}", f"DESCRIPTION={title}", "FID=fid",
                   f"SPATIAL_INDEX={'YES' if indexed else 'NO'}"]
        if shape is None:
            options.append("ASPATIAL_VARIANT=GPKG_ATTRIBUTES")
        else:
            options.append("GEOMETRY_NAME=geom")
        layer = self.source.CreateLayer(name, self.wgs84 if shape else None, SHAPES[shape], options)
        for column, kind in columns.items():
            layer.CreateField(ogr.FieldDefn(column, KINDS[kind]))
        layer.StartTransaction()
        count = 0
        for attributes, geometry in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for column in columns:
                if attributes.get(column) is not None:
                    feature.SetField(column, attributes[column])
            if geometry is not None:
                feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(geometry.wkb))
            layer.CreateFeature(feature)
            count += 1
        layer.CommitTransaction()
        print(f"   {name}: {count}", flush=True)

    def close(self):
        self.source = None
        with sqlite3.connect(self.path) as base:
            base.execute("VACUUM")
        base.close()
