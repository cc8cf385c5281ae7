// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Gdal.h"

#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_vsi_virtual.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <QByteArrayList>

#include <mutex>
#include <set>

namespace ca::gdal {

namespace {

constexpr qsizetype longestMessage = 300;

/// Drivers that reach for a server, start another program, or follow a list of sources anywhere.
constexpr const char *unwanted =
    "AmigoCloud,Carto,CSW,DAAS,EEDA,EEDAI,Elasticsearch,GMLAS,GPSBabel,HTTP,MSSQLSpatial,MySQL,NGW,OAPIF,ODBC,OGCAPI,OGR_OGDI,"
    "OGR_VRT,PGeo,PLMOSAIC,PLSCENES,PostGISRaster,PostgreSQL,RDA,STACIT,STACTA,WCS,WFS,WMS,WMTS,"
    // Write-only, in memory, or made of whole folders; tables are read by our own reader (CsvLayer).
    "CSV,DERIVED,Memory,PGDUMP,Zarr";

/// File systems of GDAL that stay on this machine; all others reach the network or wait for the terminal.
const QByteArrayList localPrefixes{"/vsimem/", "/vsizip/", "/vsigzip/", "/vsitar/", "/vsisubfile/", "/vsisparse/"};

/// A file system in which there is nothing.
class ShutFileSystem : public VSIFilesystemHandler {
public:
    VSIVirtualHandle *Open(const char *path, const char *, bool, CSLConstList) override
    {
        CPLError(CE_Failure, CPLE_OpenFailed, "%s: only files of this machine are read", path);
        return nullptr;
    }
    int Stat(const char *, VSIStatBufL *, int) override { return -1; }
};

CPLHTTPResult *fetchNothing(const char *url, CSLConstList, GDALProgressFunc, void *, CPLHTTPFetchWriteFunc, void *, void *)
{
    // Asked by the drivers; freed by CPLHTTPDestroyResult with CPLFree.
    auto *result = static_cast<CPLHTTPResult *>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup(CPLSPrintf("%s: the network is not used", url));
    return result;
}

/// Puts a shut file system in the place of each that is not local.
void shutFileSystems()
{
    // Kept to the end, since GDAL may have more names for them than it tells.
    static auto *replaced = new std::set<VSIFilesystemHandler *>;
    auto *shut = new ShutFileSystem;  // GDAL's from now on
    char **prefixes = CSLAddString(VSIFileManager::GetPrefixes(), "/vsicurl?");  // one that it does not tell
    for (char **prefix = prefixes; *prefix; ++prefix) {
        if (localPrefixes.contains(*prefix))
            continue;
        replaced->insert(VSIFileManager::GetHandler(*prefix));
        VSIFileManager::InstallHandler(*prefix, shut);
    }
    CSLDestroy(prefixes);
}

void shutNetwork()
{
    CPLHTTPSetFetchCallback(&fetchNothing, nullptr);
    OSRSetPROJEnableNetwork(FALSE);
    shutFileSystems();
}

/// Loaded into every database otherwise, and needed by none that is only read. Its start takes tens of milliseconds, and
/// sets the locale of the whole process for a moment, whatever other threads do.
void doWithoutSpatialite()
{
    CPLSetConfigOption("SPATIALITE_LOAD", "NO");
}

} // namespace

ErrorScope::ErrorScope()
{
    CPLErrorReset();
    CPLPushErrorHandlerEx(&ErrorScope::note, this);
}

ErrorScope::~ErrorScope()
{
    CPLPopErrorHandler();
}

void ErrorScope::note(CPLErr level, CPLErrorNum, const char *message)
{
    auto *scope = static_cast<ErrorScope *>(CPLGetErrorHandlerUserData());
    if (level < CE_Warning)
        return;
    const bool failure = level >= CE_Failure;
    scope->m_failed = scope->m_failed || failure;
    QString &first = failure ? scope->m_failure : scope->m_warning;
    if (first.isEmpty())
        first = QString::fromUtf8(message).simplified().left(longestMessage);
}

QString ErrorScope::message() const
{
    return m_failure.isEmpty() ? m_warning : m_failure;
}

OptionScope::OptionScope(const char *name, const QString &value) : m_name(name)
{
    CPLSetThreadLocalConfigOption(m_name, value.toUtf8().constData());
}

OptionScope::~OptionScope()
{
    CPLSetThreadLocalConfigOption(m_name, nullptr);
}

void needGeoPackage()
{
    static std::once_flag once;
    std::call_once(once, [] {
        doWithoutSpatialite();
        RegisterOGRGeoPackage();
    });
}

void needAllDrivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetErrorHandler(CPLQuietErrorHandler);
        shutNetwork();
        doWithoutSpatialite();
        // For the whole process, whoever registers drivers later: a python function, a huge cache or a server are no
        // part of any map.
        CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");
        GDALSetCacheMax64(64 << 20);
        // Megabytes one feature of GeoJSON may take while it is parsed; a detailed country needs more than the usual 200.
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "1500");
        CPLSetConfigOption("GDAL_SKIP", unwanted);
        GDALAllRegister();
    });
}

SpatialReference wgs84()
{
    SpatialReference reference(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(reference.get(), 4326);
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

SpatialReference reference(const QString &definition)
{
    const ErrorScope errors;
    SpatialReference made(OSRNewSpatialReference(nullptr));
    const QByteArray text = definition.trimmed().toUtf8();
    OGRSpatialReference *object = OGRSpatialReference::FromHandle(made.get());
    if (text.isEmpty()
        || object->SetFromUserInput(text.constData(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS) != OGRERR_NONE)
        return {};
    OSRSetAxisMappingStrategy(made.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return made;
}

QString title(OGRSpatialReferenceH reference)
{
    const QString name = QString::fromUtf8(OSRGetName(reference));
    const char *authority = OSRGetAuthorityName(reference, nullptr);
    const char *code = OSRGetAuthorityCode(reference, nullptr);
    if (!authority || !code)
        return name;
    return QStringLiteral("%1 (%2:%3)").arg(name, QString::fromUtf8(authority), QString::fromUtf8(code));
}

QString definition(OGRSpatialReferenceH reference)
{
    char *wkt = nullptr;
    const char *options[] = {"FORMAT=WKT2_2018", nullptr};
    OSRExportToWktEx(reference, &wkt, options);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

bool isUndefined(OGRSpatialReferenceH reference)
{
    return OSRIsLocal(reference) || QByteArray(OSRGetName(reference)).startsWith("Undefined ");
}

} // namespace ca::gdal
