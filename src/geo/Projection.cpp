// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Projection.h"

#include "base/Tr.h"
#include "geo/GeometryProjector.h"
#include "geo/NumericInverse.h"
#include "geo/Polyline.h"
#include "geo/ProjHandles.h"
#include "geo/ProjectionDomain.h"
#include "geo/ProjectionTransform.h"

#include <cmath>

namespace ca {

struct Projection::Private {
    ProjectionSource source;
    ProjectionTransform transform;
    // Made when first asked for: a thread may wait here for another, but none sees them half made.
    std::once_flag domainOnce, boxOnce, inverseOnce;
    std::unique_ptr<const ProjectionDomain> domain;
    std::unique_ptr<const NumericInverse> inverse;
    Box validBox;

    explicit Private(ProjectionSource s) : source(std::move(s)), transform(source) {}
};

Projection::Projection(std::unique_ptr<Private> p) : d(std::move(p)) {}
Projection::~Projection() = default;

QString Projection::definition() const { return d->source.definition; }
QByteArray Projection::recipe() const
{
    const QByteArray version = QByteArray(proj_info().version) + '\n';
    if (!d->source.plain.isEmpty())
        return version + d->source.plain;
    // Opening the database takes as long as a map: only where it has a say.
    const char *database = proj_context_get_database_metadata(threadContext().get(), "EPSG.VERSION");
    return version + database + '\n' + definition().toUtf8();
}

QString Projection::title() const { return d->source.title; }

QString Projection::defaultDefinition()
{
    return QStringLiteral("+proj=lcc +lat_0=40.5 +lon_0=45 +lat_1=38 +lat_2=43 +datum=WGS84 +units=m +no_defs +type=crs");
}

Result<std::shared_ptr<const Projection>> Projection::create(const QString &definition)
{
    auto source = readProjection(definition);
    if (!source)
        return source.error();
    auto d = std::make_unique<Private>(std::move(*source));
    if (!d->transform.complaint().isEmpty()) {
        return Error{tr("The projection “%1” cannot be used: %2")
                         .arg(definition, d->transform.complaint()), {}, 0};
    }
    return std::shared_ptr<const Projection>(new Projection(std::move(d)));
}

PointXY Projection::forward(LatLon p) const
{
    PointXY out;
    forward({&p, 1}, {&out, 1});
    return out;
}

void Projection::forward(std::span<const LatLon> in, std::span<PointXY> out) const
{
    Q_ASSERT(in.size() == out.size());
    d->transform.forward(in, out);
}

LatLon Projection::inverse(PointXY p) const
{
    if (!d->transform.hasInverse()) {
        std::call_once(d->inverseOnce, [this] { d->inverse = std::make_unique<const NumericInverse>(*this); });
        return d->inverse->at(p);
    }
    const LatLon place = d->transform.inverse(p);
    if (!place.defined())
        return {};
    // Beyond its edges the plane has inverses, too: of places that are drawn on the other side.
    constexpr double slack = 1000;      // metres
    constexpr double relative = 1e-4;   // far from home the series of transverse Mercator come back less exactly
    const PointXY again = forward(place);
    const bool same = std::hypot(again.x - p.x, again.y - p.y) <= slack + relative * std::hypot(p.x, p.y);
    return same ? place : LatLon{};
}

const ProjectionDomain &Projection::domain() const
{
    std::call_once(d->domainOnce, [this] {
        d->domain = std::make_unique<const ProjectionDomain>(*this, d->source.words, d->source.transform != nullptr);
    });
    return *d->domain;
}

Box Projection::validBox() const
{
    std::call_once(d->boxOnce, [this] {
        constexpr double tolerance = 1000;  // metres
        PlaneParts parts;
        GeometryProjector(*this, {tolerance, false}).world(parts);
        d->validBox = boundsOf(parts.vertices);
    });
    return d->validBox;
}

double Projection::convergence(LatLon p) const
{
    constexpr double step = 0.01;  // degrees; small against any map, large against rounding
    const PointXY south = forward(LatLon{std::max(p.lat - step, -90.0), p.lon});
    const PointXY north = forward(LatLon{std::min(p.lat + step, 90.0), p.lon});
    return std::atan2(north.x - south.x, north.y - south.y) * 180 / M_PI;
}

} // namespace ca
