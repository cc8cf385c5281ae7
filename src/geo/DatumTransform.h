// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/Box.h"
#include "geo/ProjHandles.h"

#include <memory>
#include <mutex>

namespace ca {

/// A thread's own transformation from WGS 84 through another datum: degrees, longitude first, to the target's own
/// axes. Where the target system is meant to be used, PROJ chooses among all that is known; elsewhere one formula
/// without grids holds for the whole Earth, so that a map may be drawn beyond, and at a bearable speed.
struct DatumSteps {
    PjPtr precise;
    PjPtr anywhere;  ///< may be null
    GeoBox area;     ///< in which precise is meant to be used; empty = not known
};

/// The original of which threads take copies: looking it up in PROJ's database takes tens of milliseconds.
class DatumTransform {
public:
    /// @p crs is the part of @p target that lies in the plane. Null when PROJ knows no way, with its words in @p reason.
    [[nodiscard]] static std::shared_ptr<DatumTransform> create(const QByteArray &target, PJ *crs, QString &reason);
    /// A copy for the thread that owns @p context.
    [[nodiscard]] DatumSteps copyFor(PJ_CONTEXT *context);

private:
    ProjContext m_context;  // its own: copies are taken from other threads, one at a time
    DatumSteps m_master;
    std::mutex m_mutex;
};

} // namespace ca
