// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Segment.h"

#include <algorithm>

namespace ca {

namespace {

/// Language of a country's local names, where the names of this atlas are in one.
QString localLanguage(const QString &country)
{
    static const std::map<QString, QString> languages{{QStringLiteral("AZ"), QStringLiteral("az")},
                                                      {QStringLiteral("AM"), QStringLiteral("hy")},
                                                      {QStringLiteral("GE"), QStringLiteral("ka")},
                                                      {QStringLiteral("TR"), QStringLiteral("tr")}};
    const auto found = languages.find(country);
    return found == languages.end() ? QString() : found->second;
}

} // namespace

QString Waypoint::nameIn(const QString &language) const
{
    if (const auto tagged = names.find(language); tagged != names.end())
        return tagged->second;
    if (language == QLatin1String("en"))
        return name;
    return language == localLanguage(country) ? nameLocal : QString();
}

GeoLine Segment::line() const
{
    GeoLine all;
    for (const Leg &leg : legs) {
        const bool shared = !all.empty() && !leg.line.empty() && all.back() == leg.line.front();
        all.insert(all.end(), leg.line.begin() + (shared ? 1 : 0), leg.line.end());
    }
    return all;
}

Precision Segment::weakestPrecision() const
{
    Precision weakest = Precision::Surveyed;
    for (const Leg &leg : legs)
        weakest = std::max(weakest, leg.precision);
    return weakest;
}

} // namespace ca
