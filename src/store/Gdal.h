// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>

/// Ownership and errors of GDAL's C interface. Private to this room. A data set and what hangs on it
/// belong to the thread that opened it.
namespace ca::gdal {

struct CloseDataset {
    void operator()(void *dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
    void operator()(void *feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
struct DestroyGeometry {
    void operator()(void *geometry) const { OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry)); }
};
struct ReleaseReference {
    void operator()(void *reference) const { OSRRelease(static_cast<OGRSpatialReferenceH>(reference)); }
};
struct DestroyTransformation {
    void operator()(void *t) const { OCTDestroyCoordinateTransformation(static_cast<OGRCoordinateTransformationH>(t)); }
};

// GDAL's handles are void pointers, or pointers to undefined structures when built for debugging.
template <class Handle, class Deleter>
using Owned = std::unique_ptr<std::remove_pointer_t<Handle>, Deleter>;
using Dataset = Owned<GDALDatasetH, CloseDataset>;
using Feature = Owned<OGRFeatureH, DestroyFeature>;
using Geometry = Owned<OGRGeometryH, DestroyGeometry>;
using SpatialReference = Owned<OGRSpatialReferenceH, ReleaseReference>;
using Transformation = Owned<OGRCoordinateTransformationH, DestroyTransformation>;

/// Keeps GDAL from writing to stderr on this thread while it lives, and keeps the first of what it said.
class ErrorScope {
public:
    ErrorScope();
    ~ErrorScope();
    ErrorScope(const ErrorScope &) = delete;
    ErrorScope &operator=(const ErrorScope &) = delete;
    [[nodiscard]] bool failed() const { return m_failed; }
    /// The first failure, else the first warning; empty when there was none.
    [[nodiscard]] QString message() const;

private:
    static void CPL_STDCALL note(CPLErr level, CPLErrorNum number, const char *message);
    bool m_failed = false;
    QString m_failure;
    QString m_warning;
};

/// Sets a configuration option for this thread while it lives.
class OptionScope {
public:
    OptionScope(const char *name, const QString &value);
    ~OptionScope();
    OptionScope(const OptionScope &) = delete;
    OptionScope &operator=(const OptionScope &) = delete;

private:
    const char *m_name;
};

/// Registers the GeoPackage driver alone, which takes a fraction of the time of all drivers.
void needGeoPackage();
/// Registers the drivers of local files. Those of servers, of other programs and of lists that name further
/// sources are left out, and the network is shut: from then on nothing GDAL reads can open a connection.
/// Threads of GDAL's own say nothing on stderr.
void needAllDrivers();

/// WGS 84 in the order longitude, latitude.
[[nodiscard]] SpatialReference wgs84();
/// A reference system by EPSG code, PROJ string or WKT, in the order east, north; null when @p definition is none
/// of these. Opens no file and no connection, whatever the text says.
[[nodiscard]] SpatialReference reference(const QString &definition);
/// Its name, and its code where it has one: "WGS 84 / UTM zone 38N (EPSG:32638)".
[[nodiscard]] QString title(OGRSpatialReferenceH reference);
/// As text that reference() and PROJ read (WKT).
[[nodiscard]] QString definition(OGRSpatialReferenceH reference);
/// Whether it only says that none is known, as formats do that have to name one.
[[nodiscard]] bool isUndefined(OGRSpatialReferenceH reference);

} // namespace ca::gdal
