// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cpl_conv.h>
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

/// Keeps GDAL from writing to stderr on this thread while it lives, and gathers what it said.
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
    QStringList m_failures;
    QStringList m_warnings;
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
void needAllDrivers();

/// WGS 84 in the order longitude, latitude.
[[nodiscard]] SpatialReference wgs84();

} // namespace ca::gdal
