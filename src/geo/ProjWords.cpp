// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ProjWords.h"

#include "geo/ProjHandles.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace ca {
namespace {

/// Steps of a pipeline that only move axes, units and datums about.
bool isAuxiliary(const QString &name)
{
    static const QStringList names{"axisswap", "unitconvert", "noop", "longlat", "push", "pop", "cart", "helmert",
                                   "affine", "set", "hgridshift", "vgridshift", "molodensky", "molobadekas"};
    return names.contains(name);
}

QHash<QString, QString> wordsOf(const QString &text)
{
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    QHash<QString, QString> words;
    for (QString part : text.split(spaces, Qt::SkipEmptyParts)) {
        if (part.startsWith(u'+'))
            part.remove(0, 1);
        const auto at = part.indexOf(u'=');
        // The first of two equal words counts, as in PROJ.
        const QString key = at < 0 ? part : part.left(at);
        if (!words.contains(key))
            words.insert(key, at < 0 ? QString() : part.mid(at + 1));
    }
    return words;
}

} // namespace

ProjWords::ProjWords(const QString &text)
{
    const QStringList steps = text.split(QStringLiteral("+step"));
    for (const QString &step : steps) {
        const auto words = wordsOf(step);
        const QString name = words.value(QStringLiteral("proj"));
        if (steps.size() == 1 || (!name.isEmpty() && name != QLatin1String("pipeline") && !isAuxiliary(name)))
            m_words = words;
    }
}

bool ProjWords::hasAny(std::initializer_list<const char *> keys) const
{
    return std::any_of(keys.begin(), keys.end(), [this](const char *key) { return has(QLatin1String(key)); });
}

std::optional<double> ProjWords::number(const QString &key) const
{
    bool ok = false;
    const double value = text(key).toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool ProjWords::hasAngle(const QString &key) const
{
    return !text(key).isEmpty();
}

double ProjWords::angle(const QString &key, double fallback) const
{
    const QByteArray value = text(key).toUtf8();
    const double degrees = value.isEmpty() ? fallback : proj_todeg(proj_dmstor(value.constData(), nullptr));
    return std::isfinite(degrees) ? degrees : fallback;
}

double ProjWords::primeMeridian() const
{
    const QByteArray name = text(QStringLiteral("pm")).toUtf8();
    for (const PJ_PRIME_MERIDIANS *known = proj_list_prime_meridians(); known && known->id; ++known) {
        if (name == known->id)
            return proj_todeg(proj_dmstor(known->defn, nullptr));
    }
    return angle(QStringLiteral("pm"), 0);
}

void ProjWords::remove(std::initializer_list<const char *> keys)
{
    for (const char *key : keys)
        m_words.remove(QLatin1String(key));
}

QByteArray ProjWords::join() const
{
    QStringList keys = m_words.keys();
    keys.sort();
    QByteArray out = "+proj=" + projection().toUtf8();
    for (const QString &key : keys) {
        if (key == QLatin1String("proj"))
            continue;
        out += " +" + key.toUtf8();
        if (!text(key).isEmpty())
            out += '=' + text(key).toUtf8();
    }
    return out;
}

} // namespace ca
