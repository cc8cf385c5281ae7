// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/LatLon.h"

#include <proj.h>

#include <QString>

namespace ca::test {

/// PROJ's own way from EPSG:4326, as anyone would ask for it.
class ProjReference {
public:
    explicit ProjReference(const QString &definition)
    {
        m_context = proj_context_create();
        proj_log_level(m_context, PJ_LOG_NONE);
        PJ *raw = proj_create_crs_to_crs(m_context, "EPSG:4326", definition.toUtf8().constData(), nullptr);
        m_transform = raw ? proj_normalize_for_visualization(m_context, raw) : nullptr;
        proj_destroy(raw);
    }
    ProjReference(const ProjReference &) = delete;
    ProjReference &operator=(const ProjReference &) = delete;
    ~ProjReference()
    {
        proj_destroy(m_transform);
        proj_context_destroy(m_context);
    }
    [[nodiscard]] bool valid() const { return m_transform != nullptr; }
    [[nodiscard]] PointXY forward(LatLon p) const
    {
        const PJ_COORD out = proj_trans(m_transform, PJ_FWD, proj_coord(p.lon, p.lat, 0, 0));
        return {out.xy.x, out.xy.y};
    }

private:
    PJ_CONTEXT *m_context;
    PJ *m_transform;
};

} // namespace ca::test
