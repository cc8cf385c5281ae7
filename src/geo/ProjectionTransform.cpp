// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjectionTransform.h"

#include "geo/SphereMeasures.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <unordered_map>

namespace ca {

/// A thread's own PROJ objects for one projection.
struct ProjectionTransform::Tools {
    PjPtr plain;
    DatumSteps shifted;
};

namespace {

constexpr std::size_t mostKept = 16;  // projections per thread
constexpr PointXY nowhere{NAN, NAN};

std::atomic<quint64> nextSerial{1};

bool isPlace(LatLon p)
{
    return std::abs(p.lat) <= 90 && std::abs(p.lon) <= 360;  // false for NaN
}

/// @p plane holds longitudes and latitudes, then their images.
void transformInPlace(PJ *transform, std::span<PointXY> plane)
{
    if (plane.empty())
        return;
    proj_trans_generic(transform, PJ_FWD, &plane[0].x, sizeof(PointXY), plane.size(), &plane[0].y, sizeof(PointXY), plane.size(),
                       nullptr, 0, 0, nullptr, 0, 0);
    proj_errno_reset(transform);
    for (PointXY &p : plane) {
        if (!p.finite())
            p = nowhere;
    }
}

/// Some projections make numbers of what is none.
void blankInvalid(std::span<const LatLon> in, std::span<PointXY> out)
{
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (!isPlace(in[i]))
            out[i] = nowhere;
    }
}

PointXY inverseOf(PJ *transform, PointXY p)
{
    const PJ_COORD out = proj_trans(transform, PJ_INV, proj_coord(p.x, p.y, 0, 0));
    proj_errno_reset(transform);
    return {out.xy.x, out.xy.y};
}

} // namespace

ProjectionTransform::ProjectionTransform(const ProjectionSource &source) : m_source(source)
{
    if (!source.transform)
        m_native = NativeProjection::of(source.words);
    if (m_native)
        return;
    m_serial = nextSerial++;
    const ProjContext::Listening listening(threadContext());
    Tools &made = tools();
    if (!made.plain && !made.shifted.precise)
        m_complaint = threadContext().reason();
    m_hasInverse = !made.plain || proj_pj_info(made.plain.get()).has_inverse;
}

ProjectionTransform::Tools &ProjectionTransform::tools() const
{
    PJ_CONTEXT *context = threadContext().get();  // made before, so destroyed after what lives in it
    thread_local std::unordered_map<quint64, Tools> kept;
    const auto found = kept.find(m_serial);
    if (found != kept.end())
        return found->second;
    if (kept.size() >= mostKept)
        kept.clear();
    Tools made;
    if (m_source.transform)
        made.shifted = m_source.transform->copyFor(context);
    else
        made.plain.reset(proj_create(context, m_source.plain.constData()));
    return kept.emplace(m_serial, std::move(made)).first->second;
}

void ProjectionTransform::forward(std::span<const LatLon> in, std::span<PointXY> out) const
{
    if (m_native)
        m_native->forward(in, out);
    else if (m_source.transform)
        forwardShifted(in, out);
    else
        forwardPlain(in, out);
}

void ProjectionTransform::forwardPlain(std::span<const LatLon> in, std::span<PointXY> out) const
{
    for (std::size_t i = 0; i < in.size(); ++i)
        out[i] = isPlace(in[i]) ? PointXY{in[i].lon * radiansPerDegree, in[i].lat * radiansPerDegree} : nowhere;
    transformInPlace(tools().plain.get(), out);
    blankInvalid(in, out);
}

void ProjectionTransform::forwardShifted(std::span<const LatLon> in, std::span<PointXY> out) const
{
    const DatumSteps &steps = tools().shifted;
    const auto inArea = [&](LatLon p) { return !steps.anywhere || steps.area.empty() || steps.area.contains(p); };
    std::size_t start = 0;
    while (start < in.size()) {
        const bool home = inArea(in[start]);
        std::size_t end = start;
        for (; end < in.size() && inArea(in[end]) == home; ++end)
            out[end] = isPlace(in[end]) ? PointXY{in[end].lon, in[end].lat} : nowhere;
        transformInPlace(home ? steps.precise.get() : steps.anywhere.get(), out.subspan(start, end - start));
        for (std::size_t i = start; i < end && home && steps.anywhere; ++i) {
            if (out[i].finite() || !isPlace(in[i]))
                continue;
            out[i] = {in[i].lon, in[i].lat};
            transformInPlace(steps.anywhere.get(), out.subspan(i, 1));
        }
        start = end;
    }
    const auto &[xu, xv, yu, yv] = m_source.axes;
    for (PointXY &p : out)
        p = {xu * p.x + xv * p.y, yu * p.x + yv * p.y};
    blankInvalid(in, out);
}

LatLon ProjectionTransform::inverse(PointXY p) const
{
    if (!p.finite())
        return {};
    const LatLon place = m_native ? m_native->inverse(p) : m_source.transform ? inverseShifted(p) : inversePlain(p);
    return place.valid() ? place : LatLon{};
}

LatLon ProjectionTransform::inversePlain(PointXY p) const
{
    const PointXY place = inverseOf(tools().plain.get(), p);
    return {place.y / radiansPerDegree, place.x / radiansPerDegree};
}

LatLon ProjectionTransform::inverseShifted(PointXY p) const
{
    const auto &[xu, xv, yu, yv] = m_source.axes;
    const double determinant = xu * yv - xv * yu;
    const PointXY own{(yv * p.x - xv * p.y) / determinant, (xu * p.y - yu * p.x) / determinant};
    const DatumSteps &steps = tools().shifted;
    const auto by = [own](PJ *transform) {
        const PointXY place = inverseOf(transform, own);
        return LatLon{place.y, place.x};
    };
    if (!steps.anywhere)
        return by(steps.precise.get());
    const LatLon rough = by(steps.anywhere.get());
    if (!steps.area.empty() && !steps.area.contains(rough))
        return rough;
    const LatLon precise = by(steps.precise.get());
    return precise.valid() ? precise : rough;
}

} // namespace ca
