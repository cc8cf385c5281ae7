// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/Describe.h"

#include "atlas/FactGroups.h"
#include "base/Tr.h"
#include "geo/Geodesic.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <map>

namespace ca::describe {

QString kilometres(double metres)
{
    const double km = metres / 1000;
    return tr("%1 km").arg(QString::number(km, 'f', km < 10 ? 1 : 0));
}

QString modes(const Segment &segment)
{
    QStringList titles;
    for (const Mode mode : segment.modes)
        titles << title(mode);
    return titles.join(QStringLiteral(", "));
}

QString status(const CurrentStatus &status)
{
    const QString word = title(status.status);
    return status.asOf.isEmpty() ? word : tr("%1, as of %2").arg(word, status.asOf);
}

QString passageCount(std::size_t count)
{
    if (count == 0)
        return tr("no passage");
    return count == 1 ? tr("1 passage") : tr("%1 passages").arg(count);
}

QString coordinates(LatLon at)
{
    if (!at.defined())
        return {};
    const auto part = [](double value, const QString &positive, const QString &negative) {
        return QStringLiteral("%1° %2").arg(QString::number(std::abs(value), 'f', 4), value < 0 ? negative : positive);
    };
    return part(at.lat, tr("N"), tr("S")) + QStringLiteral(", ") + part(at.lon, tr("E"), tr("W"));
}

QString scale(double denominator)
{
    if (!(denominator > 0) || !std::isfinite(denominator))
        return {};
    const double step = std::pow(10, std::floor(std::log10(denominator)) - 2);
    QString digits = QString::number(static_cast<qint64>(std::round(denominator / step) * step));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x202f));
    return QStringLiteral("1:") + digits;
}

std::size_t ownPassages(const Atlas &atlas, const QString &subject)
{
    const auto links = atlas.passages(subject);
    return static_cast<std::size_t>(
        std::count_if(links.begin(), links.end(), [](const PassageLink &link) { return !link.wholeCorridor; }));
}

std::vector<PrecisionShare> precisionShares(const Segment &segment)
{
    std::map<Precision, double> metres;
    double total = 0;
    for (const Leg &leg : segment.legs) {
        const double length = geodesic::length(leg.line);
        metres[leg.precision] += length;
        total += length;
    }
    std::vector<PrecisionShare> shares;
    for (const auto &[precision, length] : metres)
        shares.push_back({precision, length, total > 0 ? length / total : 0});
    return shares;
}

QString precisionNote(Precision precision)
{
    switch (precision) {
    case Precision::Surveyed:
        return tr("The line follows measured geometry.");
    case Precision::Traced:
        return tr("The line follows mapped geometry.");
    case Precision::Generalised:
        return tr("Points on the mapped line, thinned: good for the course, not for the bends.");
    case Precision::Schematic:
        return tr("Known points joined by straight lines: the points are true, the line between them is not.");
    case Precision::Estimated:
        return tr("At least one end of each stretch is guessed: no source gives the route.");
    }
    return {};
}

QString provenance(const QString &id)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("osm"), QT_TRANSLATE_NOOP("Describe", "OpenStreetMap")},
        {QStringLiteral("gem"), QT_TRANSLATE_NOOP("Describe", "Global Energy Monitor")},
        {QStringLiteral("geonames"), QT_TRANSLATE_NOOP("Describe", "GeoNames")},
        {QStringLiteral("natural-earth"), QT_TRANSLATE_NOOP("Describe", "Natural Earth")},
        {QStringLiteral("web-page"), QT_TRANSLATE_NOOP("Describe", "a web page")},
        {QStringLiteral("estimated"), QT_TRANSLATE_NOOP("Describe", "estimated")},
    };
    const char *known = titles.value(id, nullptr);
    return known ? tr(known) : id;
}

QString attribute(const QString &id)
{
    return attributeTitle(id);
}

QString language(const QString &code)
{
    static const QHash<QString, const char *> titles{
        {QStringLiteral("en"), QT_TRANSLATE_NOOP("Describe", "English")},
        {QStringLiteral("az"), QT_TRANSLATE_NOOP("Describe", "Azerbaijani")},
        {QStringLiteral("hy"), QT_TRANSLATE_NOOP("Describe", "Armenian")},
        {QStringLiteral("ka"), QT_TRANSLATE_NOOP("Describe", "Georgian")},
        {QStringLiteral("tr"), QT_TRANSLATE_NOOP("Describe", "Turkish")},
        {QStringLiteral("ru"), QT_TRANSLATE_NOOP("Describe", "Russian")},
        {QStringLiteral("kk"), QT_TRANSLATE_NOOP("Describe", "Kazakh")},
        {QStringLiteral("fa"), QT_TRANSLATE_NOOP("Describe", "Persian")},
    };
    const char *known = titles.value(code, nullptr);
    return known ? tr(known) : code;
}

const QStringList &labelLanguages()
{
    static const QStringList codes{QStringLiteral("en"), QStringLiteral("az"), QStringLiteral("hy"),
                                   QStringLiteral("ka"), QStringLiteral("tr"), QStringLiteral("ru")};
    return codes;
}

QList<std::pair<QString, QString>> languageChoices()
{
    QList<std::pair<QString, QString>> choices;
    for (const QString &code : labelLanguages())
        choices.append({language(code), code});
    return choices;
}

QList<std::pair<QString, QString>> namePolicyChoices()
{
    return {{tr("Neutral"), toId(NamePolicy::Neutral)},
            {tr("As Armenia says"), toId(NamePolicy::Armenian)},
            {tr("As Azerbaijan says"), toId(NamePolicy::Azerbaijani)},
            {tr("Both"), toId(NamePolicy::Both)}};
}

QString disputes(const Atlas &atlas)
{
    if (atlas.data().disputed.empty())
        return tr("The atlas holds no data on disputed borders: none is drawn as disputed, and that says nothing about any of them.");
    QStringList lines{tr("Drawn as disputed:")};
    for (const DisputedStretch &stretch : atlas.data().disputed) {
        QStringList sources;
        for (const QString &id : stretch.source.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            const Record *record = atlas.record(id.trimmed());
            sources << (record ? record->shortCitation() : id.trimmed());
        }
        lines << tr("%1: %2 (%3)").arg(stretch.parties, stretch.viewpoint, sources.join(QStringLiteral("; ")));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ca::describe
