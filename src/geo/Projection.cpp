// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/Projection.h"

#include <proj.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <atomic>
#include <cmath>
#include <unordered_map>

namespace ca {

namespace {

struct PjDeleter {
    void operator()(PJ *pj) const { proj_destroy(pj); }
};
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

struct ContextDeleter {
    void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
};

constexpr int edgeSteps = 32;       // points per edge when a box is projected
constexpr std::size_t cacheLimit = 16;

/// PROJ objects must not be shared between threads: each thread keeps a context and its own
/// transformations, found by the projection's serial number.
class ThreadTransforms {
public:
    PJ *find(quint64 serial, const QByteArray &definition)
    {
        const auto found = m_transforms.find(serial);
        if (found != m_transforms.end())
            return found->second.get();
        if (m_transforms.size() >= cacheLimit)
            m_transforms.clear();
        return m_transforms.emplace(serial, create(definition)).first->second.get();
    }

    PjPtr create(const QByteArray &definition)
    {
        const PjPtr raw(proj_create_crs_to_crs(m_context.get(), "EPSG:4326", definition.constData(), nullptr));
        if (!raw)
            return nullptr;
        return PjPtr(proj_normalize_for_visualization(m_context.get(), raw.get()));
    }

    PJ_CONTEXT *context() { return m_context.get(); }

private:
    static PJ_CONTEXT *quietContext()
    {
        PJ_CONTEXT *context = proj_context_create();
        proj_log_level(context, PJ_LOG_NONE);
        proj_context_set_enable_network(context, 0);
        return context;
    }
    std::unique_ptr<PJ_CONTEXT, ContextDeleter> m_context{quietContext()};
    std::unordered_map<quint64, PjPtr> m_transforms;
};

ThreadTransforms &threadTransforms()
{
    thread_local ThreadTransforms transforms;
    return transforms;
}

std::atomic<quint64> nextSerial{1};

QString reasonOf(PJ_CONTEXT *context)
{
    const int code = proj_context_errno(context);
    return code == 0 ? QStringLiteral("unknown reason") : QString::fromUtf8(proj_context_errno_string(context, code));
}

/// Unit of the first axis in metres, 0 when the system is not projected.
double axisUnit(PJ_CONTEXT *context, PJ *crs)
{
    const PjPtr system(proj_crs_get_coordinate_system(context, crs));
    double factor = 0;
    const char *unit = nullptr;
    if (!system || !proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, &unit, nullptr, nullptr))
        return 0;
    const bool angular = unit && QByteArray(unit).contains("degree");
    return angular ? 0 : factor;
}

QString degreesText(double value)
{
    return QString::number(value, 'g', 6);
}

/// Value of "+key=" in a PROJ string, NaN when there is none.
double parameter(const QString &definition, const QString &key)
{
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    const QString prefix = u'+' + key + u'=';
    for (const QString &part : definition.split(spaces, Qt::SkipEmptyParts)) {
        bool ok = false;
        const double value = part.startsWith(prefix) ? part.mid(prefix.size()).toDouble(&ok) : 0;
        if (ok)
            return value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

/// "38° N", "12.5° W"; whole degrees or one decimal.
QString latitudeText(double value, bool withHemisphere = true)
{
    const QString number = QString::number(std::round(std::abs(value) * 10) / 10);
    return withHemisphere ? number + (value < 0 ? QStringLiteral("° S") : QStringLiteral("° N")) : number;
}

QString longitudeText(double value)
{
    return QString::number(std::round(std::abs(value) * 10) / 10) + (value < 0 ? QStringLiteral("° W") : QStringLiteral("° E"));
}

/// Names the PROJ strings the program itself makes; others are shown as they are.
QString titleOfString(const QString &definition)
{
    const double south = parameter(definition, QStringLiteral("lat_1")), north = parameter(definition, QStringLiteral("lat_2"));
    const double latitude = parameter(definition, QStringLiteral("lat_0")), meridian = parameter(definition, QStringLiteral("lon_0"));
    const auto conic = [&](const QString &name) {
        return std::isnan(south + north + meridian)
            ? definition
            : QStringLiteral("%1 %2/%3, %4").arg(name, latitudeText(south, false), latitudeText(north), longitudeText(meridian));
    };
    if (definition.contains(u"+proj=lcc"))
        return conic(QCoreApplication::translate("Projection", "Lambert conformal conic"));
    if (definition.contains(u"+proj=aea"))
        return conic(QCoreApplication::translate("Projection", "Albers equal-area conic"));
    if (definition.contains(u"+proj=laea") && !std::isnan(latitude + meridian))
        return QCoreApplication::translate("Projection", "Lambert azimuthal equal-area %1, %2")
            .arg(latitudeText(latitude), longitudeText(meridian));
    return definition;
}

QString titleOf(PJ *crs, const QString &definition)
{
    const QString name = QString::fromUtf8(proj_get_name(crs));
    return name.isEmpty() || name == QLatin1String("unknown") ? titleOfString(definition) : name;
}

} // namespace

struct Projection::Private {
    QString definition;
    QByteArray utf8;
    QString title;
    quint64 serial = 0;

    [[nodiscard]] PJ *transform() const { return threadTransforms().find(serial, utf8); }
};

QString Projection::defaultDefinition()
{
    return QStringLiteral("+proj=lcc +lat_0=40.5 +lon_0=45 +lat_1=38 +lat_2=43 +datum=WGS84 +units=m +no_defs +type=crs");
}

QString Projection::libraryVersion()
{
    const char *database = proj_context_get_database_metadata(threadTransforms().context(), "EPSG.VERSION");
    return QString::fromLatin1(proj_info().version) + QLatin1Char(' ') + QString::fromLatin1(database);
}

Result<std::shared_ptr<const Projection>> Projection::create(const QString &definition)
{
    QString full = definition.trimmed();
    if (full.startsWith(QLatin1Char('+')) && !full.contains(QLatin1String("+type=crs")))
        full += QStringLiteral(" +type=crs");

    ThreadTransforms &transforms = threadTransforms();
    const PjPtr crs(proj_create(transforms.context(), full.toUtf8().constData()));
    const auto refuse = [&](const QString &why) {
        return Error{QCoreApplication::translate("Projection", "The projection “%1” cannot be used: %2").arg(definition, why), {}, 0};
    };
    if (!crs || !proj_is_crs(crs.get()))
        return refuse(crs ? QCoreApplication::translate("Projection", "it is not a coordinate reference system") : reasonOf(transforms.context()));
    if (std::abs(axisUnit(transforms.context(), crs.get()) - 1) > 1e-9)
        return refuse(QCoreApplication::translate("Projection", "it is not a projection in metres"));

    auto d = std::make_unique<Private>();
    d->definition = full;
    d->utf8 = full.toUtf8();
    d->title = titleOf(crs.get(), full);
    d->serial = nextSerial++;
    if (!d->transform())
        return refuse(reasonOf(transforms.context()));
    return std::shared_ptr<const Projection>(new Projection(std::move(d)));
}

QString Projection::conicFor(const GeoBox &box)
{
    const double inset = (box.north - box.south) / 6;
    return QStringLiteral("+proj=lcc +lat_0=%1 +lon_0=%2 +lat_1=%3 +lat_2=%4 +datum=WGS84 +units=m +no_defs +type=crs")
        .arg(degreesText(box.centre().lat), degreesText(box.centre().lon), degreesText(box.south + inset),
             degreesText(box.north - inset));
}

Projection::Projection(std::unique_ptr<Private> p) : d(std::move(p)) {}
Projection::~Projection() = default;

QString Projection::definition() const { return d->definition; }
QString Projection::title() const { return d->title; }

PointXY Projection::forward(LatLon p) const
{
    PointXY out;
    forward({&p, 1}, {&out, 1});
    return out;
}

LatLon Projection::inverse(PointXY p) const
{
    PJ *transform = d->transform();
    if (!transform || !p.finite())
        return {};
    const PJ_COORD out = proj_trans(transform, PJ_INV, proj_coord(p.x, p.y, 0, 0));
    proj_errno_reset(transform);
    const LatLon result{out.xy.y, out.xy.x};
    return result.valid() ? result : LatLon{};
}

void Projection::forward(std::span<const LatLon> in, std::span<PointXY> out) const
{
    Q_ASSERT(in.size() == out.size());
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    PJ *transform = d->transform();
    for (std::size_t i = 0; i < in.size(); ++i)
        out[i] = transform && in[i].valid() ? PointXY{in[i].lon, in[i].lat} : PointXY{nan, nan};
    if (!transform || out.empty())
        return;
    proj_trans_generic(transform, PJ_FWD, &out[0].x, sizeof(PointXY), out.size(), &out[0].y, sizeof(PointXY), out.size(),
                       nullptr, 0, 0, nullptr, 0, 0);
    proj_errno_reset(transform);
    for (PointXY &p : out) {
        if (!p.finite())
            p = {nan, nan};
    }
}

namespace {

/// Calls visit(x, y) for points along the outline of a rectangle and across its middle.
template <class Visit>
void walkBox(double minX, double minY, double maxX, double maxY, Visit visit)
{
    for (int i = 0; i <= edgeSteps; ++i) {
        const double t = double(i) / edgeSteps;
        const double x = minX + t * (maxX - minX);
        const double y = minY + t * (maxY - minY);
        for (const double edge : {minY, (minY + maxY) / 2, maxY})
            visit(x, edge);
        for (const double edge : {minX, (minX + maxX) / 2, maxX})
            visit(edge, y);
    }
}

} // namespace

Box Projection::bounds(const GeoBox &box) const
{
    Box result;
    walkBox(box.west, box.south, box.east, box.north, [&](double lon, double lat) {
        const PointXY p = forward(LatLon{lat, lon});
        if (p.finite())
            result.extend(p);
    });
    return result;
}

GeoBox Projection::bounds(const Box &box) const
{
    GeoBox result;
    walkBox(box.minX, box.minY, box.maxX, box.maxY, [&](double x, double y) {
        const LatLon p = inverse(PointXY{x, y});
        if (p.defined())
            result.extend(p);
    });
    return result;
}

double Projection::convergence(LatLon p) const
{
    constexpr double step = 0.01;  // degrees; small against any map, large against rounding
    const PointXY south = forward(LatLon{p.lat - step, p.lon});
    const PointXY north = forward(LatLon{p.lat + step, p.lon});
    return std::atan2(north.x - south.x, north.y - south.y) * 180 / M_PI;
}

} // namespace ca
