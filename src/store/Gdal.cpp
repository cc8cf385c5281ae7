// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Gdal.h"

#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include <mutex>

namespace ca::gdal {

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
    (failure ? scope->m_failures : scope->m_warnings) += QString::fromUtf8(message);
}

QString ErrorScope::message() const
{
    return m_failures.isEmpty() ? m_warnings.value(0) : m_failures.front();
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
    std::call_once(once, [] { RegisterOGRGeoPackage(); });
}

void needAllDrivers()
{
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

SpatialReference wgs84()
{
    SpatialReference reference(OSRNewSpatialReference(nullptr));
    OSRImportFromEPSG(reference.get(), 4326);
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

} // namespace ca::gdal
