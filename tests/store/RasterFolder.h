// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LayerFiles.h"

#include <array>
#include <functional>
#include <vector>

namespace ca::test {

/// How to make a raster.
struct Recipe {
    const char *driver = "GTiff";
    int width = 8;
    int height = 4;
    int bands = 1;
    GDALDataType type = GDT_Byte;
    std::array<double, 6> transform{45, 0.5, 0, 42, 0, -0.5};
    int epsg = 4326;
    std::function<double(int band, int column, int row)> value = [](int, int column, int row) { return column + 10 * row; };
    std::function<void(GDALDatasetH)> more = [](GDALDatasetH) {};
};

/// A folder in which rasters are made.
class RasterFolder : public LayerFolder {
public:
    QString make(const char *name, const Recipe &recipe)
    {
        GDALAllRegister();
        const QByteArray target = path(name).toUtf8();
        GDALDatasetH memory = GDALCreate(GDALGetDriverByName("MEM"), "", recipe.width, recipe.height, recipe.bands, recipe.type, nullptr);
        for (int band = 0; band < recipe.bands; ++band) {
            for (int row = 0; row < recipe.height; ++row) {
                std::vector<double> values;
                for (int column = 0; column < recipe.width; ++column)
                    values.push_back(recipe.value(band, column, row));
                if (GDALRasterIO(GDALGetRasterBand(memory, band + 1), GF_Write, 0, row, recipe.width, 1, values.data(), recipe.width, 1,
                                 GDT_Float64, 0, 0) != CE_None)
                    qFatal("cannot fill %s", name);
            }
        }
        if (recipe.transform[1] != 0 || recipe.transform[2] != 0)
            GDALSetGeoTransform(memory, const_cast<double *>(recipe.transform.data()));
        if (recipe.epsg) {
            OGRSpatialReferenceH reference = OSRNewSpatialReference(nullptr);
            OSRImportFromEPSG(reference, recipe.epsg);
            GDALSetSpatialRef(memory, reference);
            OSRRelease(reference);
        }
        recipe.more(memory);
        GDALDatasetH file = GDALCreateCopy(GDALGetDriverByName(recipe.driver), target, memory, FALSE, nullptr, nullptr, nullptr);
        if (!file)
            qFatal("cannot write %s", name);
        GDALClose(file);
        GDALClose(memory);
        return path(name);
    }
};

} // namespace ca::test
