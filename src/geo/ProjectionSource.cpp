// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjectionSource.h"

#include "base/Tr.h"
#include "geo/ProjectionFamily.h"
#include "geo/ProjectionTitle.h"

#include <cmath>

namespace ca {
namespace {

constexpr double equatorialRadius = 6378137;  // metres

QString tidied(const QString &definition)
{
    QString text = definition.trimmed();
    bool number = false;
    if (const int code = text.toInt(&number); number && code > 0)
        return QStringLiteral("EPSG:%1").arg(code);
    if (text.startsWith(QLatin1String("epsg:"), Qt::CaseInsensitive) || text.startsWith(QLatin1String("esri:"), Qt::CaseInsensitive))
        return text.left(5).toUpper() + text.mid(5).trimmed();
    if (text.startsWith(u'+') && !text.contains(QLatin1String("+type=crs")))
        text += QStringLiteral(" +type=crs");
    return text;
}

/// The words as they are handed to PROJ as a bare projection: from WGS 84 whatever they call it, to metres.
ProjWords bareProjection(ProjWords words)
{
    if (words.has(QStringLiteral("datum")) || !words.hasAny({"ellps", "R", "a"})) {
        words.remove({"datum", "ellps"});
        words.set(QStringLiteral("ellps"), QStringLiteral("WGS84"));
    }
    words.remove({"type", "no_defs", "wktext", "units", "to_meter", "vunits", "over", "axis"});
    return words;
}

bool keepsWgs84(const ProjWords &words)
{
    const QString datum = words.text(QStringLiteral("datum"));
    return (datum.isEmpty() || datum == QLatin1String("WGS84"))
        && !words.hasAny({"nadgrids", "towgs84", "geoidgrids", "pm", "init", "axis"});
}

/// A coordinate reference system may take other values for words left out than the bare projection does.
bool saysAll(const ProjWords &words)
{
    const QString first = words.text(QStringLiteral("lat_1"));
    return words.projection() != QLatin1String("lcc") || words.has(QStringLiteral("lat_2"))
        || (!first.isEmpty() && first == words.text(QStringLiteral("lat_0")));
}

ProjectionSource plainSource(const QString &definition, const ProjWords &words, const QString &title)
{
    ProjectionSource source;
    source.definition = definition;
    source.words = bareProjection(words);
    source.plain = source.words.join();
    source.title = title;
    return source;
}

QString plateCarreeTitle(const QString &name)
{
    return name.isEmpty() || name == QLatin1String("unknown") ? tr("Degrees as plate carrée")
                                                               : tr("%1 degrees as plate carrée").arg(name);
}

/// Systems everyone uses, known without opening PROJ's database.
std::optional<ProjectionSource> wellKnown(const QString &definition)
{
    if (!definition.startsWith(QLatin1String("EPSG:")))
        return std::nullopt;
    const int code = definition.mid(5).toInt();
    if (code == 3857)
        return plainSource(definition, ProjWords(QStringLiteral("+proj=webmerc")), tr("Web Mercator (WGS 84 / Pseudo-Mercator)"));
    if (code == 4326)
        return plainSource(definition, ProjWords(QStringLiteral("+proj=eqc")), plateCarreeTitle(QStringLiteral("WGS 84")));
    const int zone = code % 100;
    if ((code / 100 == 326 || code / 100 == 327) && zone >= 1 && zone <= 60) {
        const bool south = code / 100 == 327;
        return plainSource(definition, ProjWords(QStringLiteral("+proj=utm +zone=%1%2").arg(zone).arg(south ? " +south" : "")),
                           QStringLiteral("WGS 84 / UTM zone %1%2").arg(zone).arg(south ? "S" : "N"));
    }
    return std::nullopt;
}

/// The program's own words for a PROJ string, else the string.
QString titleOf(const ProjWords &words, const QString &definition)
{
    const QString title = projectionTitle(words);
    return title.isEmpty() ? QString(definition).remove(QStringLiteral("+type=crs")).simplified() : title;
}

QString titleOf(PJ *crs, const ProjWords &words, const QString &definition)
{
    const QString name = QString::fromUtf8(proj_get_name(crs));
    return name.isEmpty() || name == QLatin1String("unknown") ? titleOf(words, definition) : name;
}

bool isGeographic(PJ *crs)
{
    const PJ_TYPE type = proj_get_type(crs);
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// The part of @p crs that lies in the plane: without heights, without a datum shift tied to it.
PjPtr horizontal(PJ_CONTEXT *context, PJ *crs)
{
    const PJ_TYPE type = proj_get_type(crs);
    PjPtr part;
    if (type == PJ_TYPE_COMPOUND_CRS)
        part.reset(proj_crs_get_sub_crs(context, crs, 0));
    else if (type == PJ_TYPE_BOUND_CRS)
        part.reset(proj_get_source_crs(context, crs));
    else
        return PjPtr(proj_clone(context, crs));
    return part ? horizontal(context, part.get()) : nullptr;
}

ProjWords wordsOfOperation(PJ_CONTEXT *context, const PjPtr &operation)
{
    const char *text = operation ? proj_as_proj_string(context, operation.get(), PJ_PROJ_5, nullptr) : nullptr;
    return text ? ProjWords(QString::fromUtf8(text)) : ProjWords();
}

/// Words of the projection of @p crs; empty when it has none PROJ can write down.
ProjWords wordsOf(PJ_CONTEXT *context, PJ *crs)
{
    return wordsOfOperation(context, PjPtr(proj_crs_get_coordoperation(context, crs)));
}

/// The same as PROJ carries it out from WGS 84, which keeps words that its description of the system drops.
ProjWords wordsCarriedOut(PJ_CONTEXT *context, const QString &definition)
{
    return wordsOfOperation(context, PjPtr(proj_create_crs_to_crs(context, "EPSG:4326", definition.toUtf8().constData(), nullptr)));
}

bool onWgs84(PJ_CONTEXT *context, PJ *crs)
{
    const PjPtr base(proj_crs_get_geodetic_crs(context, crs));
    return base && QByteArray(proj_get_name(base.get())) == "WGS 84";
}

/// How the axes of @p crs make x to the east and y to the north in metres; false when they do not.
bool readAxes(PJ_CONTEXT *context, PJ *crs, std::array<double, 4> &axes)
{
    const PjPtr normal(proj_normalize_for_visualization(context, crs));
    const PjPtr system(proj_crs_get_coordinate_system(context, normal ? normal.get() : crs));
    if (!system || proj_cs_get_axis_count(context, system.get()) < 2)
        return false;
    QByteArray directions[2];
    double factors[2];
    for (int i = 0; i < 2; ++i) {
        const char *direction = nullptr;
        const char *unit = nullptr;
        if (!proj_cs_get_axis_info(context, system.get(), i, nullptr, nullptr, &direction, &factors[i], &unit, nullptr, nullptr))
            return false;
        directions[i] = direction;
        // Angles become lengths as on the equator: that is what plate carrée is.
        if (isGeographic(crs))
            factors[i] *= equatorialRadius;
    }
    const double x = directions[0] == "west" || directions[1] == "west" ? -1 : 1;
    const double y = directions[0] == "south" && directions[1] == "south" ? 1
        : directions[0] == "south" || directions[1] == "south"            ? -1
                                                                          : 1;
    const bool swapped = directions[1] == "west" || directions[1] == "east";
    axes = swapped ? std::array<double, 4>{0, x * factors[1], y * factors[0], 0}
                   : std::array<double, 4>{x * factors[0], 0, 0, y * factors[1]};
    return true;
}

Error refusal(const QString &definition, const QString &why)
{
    constexpr int enough = 80;  // characters; WKT fills pages
    const QString shown = definition.size() > enough ? definition.left(enough) + QStringLiteral(" …") : definition;
    return Error{tr("The projection “%1” cannot be used: %2").arg(shown, why), {}, 0};
}

/// Geographic, but in a rotated frame: not the longitudes and latitudes of everyone.
bool isRotated(PJ_CONTEXT *context, PJ *crs)
{
    return PjPtr(proj_crs_get_coordoperation(context, crs)) != nullptr;
}

/// A system whose datum differs from WGS 84, or whose projection PROJ cannot put into words.
Result<ProjectionSource> shiftedSource(const QString &definition, PJ *crs, ProjectionSource source)
{
    QString reason = tr("its axes are not those of a map");
    const PjPtr plane = horizontal(threadContext().get(), crs);
    if (!plane || !readAxes(threadContext().get(), plane.get(), source.axes))
        return refusal(definition, reason);
    source.transform = DatumTransform::create(source.definition.toUtf8(), plane.get(), reason);
    if (!source.transform)
        return refusal(definition, reason);
    return source;
}

} // namespace

namespace {

/// What PROJ makes of @p tidy; null with the reason in @p error.
PjPtr createCrs(const QString &definition, const QString &tidy, Error &error)
{
    ProjContext &context = threadContext();
    const ProjContext::Listening listening(context);
    PjPtr whole(proj_create(context.get(), tidy.toUtf8().constData()));
    if (whole && proj_is_crs(whole.get()))
        return whole;
    error = refusal(definition, whole ? tr("it is not a coordinate reference system") : context.reason());
    return nullptr;
}

Result<ProjectionSource> sourceOf(const QString &definition, const QString &tidy, const ProjWords &given)
{
    Error error;
    PJ_CONTEXT *context = threadContext().get();
    const PjPtr whole = createCrs(definition, tidy, error);
    if (!whole)
        return error;
    const PjPtr crs = horizontal(context, whole.get());
    const bool geographic = crs && isGeographic(crs.get());
    if (!crs || (!geographic && proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS))
        return refusal(definition, tr("it is not a system of map coordinates"));

    ProjectionSource source;
    source.definition = tidy;
    source.words = geographic ? bareProjection(ProjWords(QStringLiteral("+proj=eqc"))) : bareProjection(wordsOf(context, crs.get()));
    source.title = geographic ? plateCarreeTitle(QString::fromUtf8(proj_get_name(crs.get()))) : titleOf(crs.get(), given, tidy);
    const bool bound = proj_get_type(whole.get()) == PJ_TYPE_BOUND_CRS;
    const bool unshifted = onWgs84(context, crs.get()) || (!given.projection().isEmpty() && keepsWgs84(given));
    if (bound || !unshifted || source.words.projection().isEmpty() || (geographic && isRotated(context, crs.get())))
        return shiftedSource(definition, whole.get(), std::move(source));
    if (!geographic) {
        const ProjWords words = wordsCarriedOut(context, tidy);
        source.words = words.projection().isEmpty() ? source.words : bareProjection(words);
    }
    source.plain = source.words.join();
    return source;
}

} // namespace

Result<ProjectionSource> readProjection(const QString &definition)
{
    const QString tidy = tidied(definition);
    if (auto known = wellKnown(tidy))
        return *known;
    const bool isString = tidy.startsWith(u'+') && !tidy.contains(QLatin1String("+step"));
    const ProjWords given = isString ? ProjWords(tidy) : ProjWords();
    if (projectionFamily(given) != ProjectionFamily::Unknown && keepsWgs84(given) && saysAll(given))
        return plainSource(tidy, given, titleOf(given, tidy));
    return sourceOf(definition, tidy, given);
}

} // namespace ca
