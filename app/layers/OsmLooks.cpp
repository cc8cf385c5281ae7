// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/OsmLooks.h"

#include "atlas/ProvenanceCredits.h"
#include "base/Tr.h"
#include "osm/LayerMapping.h"
#include "osm/LifeCycle.h"
#include "osm/OsmSets.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ca::osmlayers {
namespace {

const QString disputedState = QStringLiteral("disputed");

struct LineLook {
    const char *layer;
    QRgb color;
    double width;
};

// Muted: what lies under the corridors must not be taken for one. Of middle lightness: seen on light and dark maps alike.
constexpr std::array<LineLook, 7> lineLooks{{{"railways", 0xff777777, 1.3},
                                             {"roads", 0xffb08d57, 1.2},
                                             {"pipelines", 0xff8a5a83, 1.3},
                                             {"borders", 0xff7a6a8a, 1.2},
                                             {"coast", 0xff5b8db8, 1},
                                             {"rivers", 0xff7fb0d8, 1},
                                             {"ferries", 0xff3d7ea6, 1}}};
constexpr std::array<LineLook, 5> pointLooks{{{"places", 0xff555555, 4},
                                              {"stations", 0xff666666, 5},
                                              {"ports", 0xff1f5f8b, 6},
                                              {"ferry_terminals", 0xff3d7ea6, 5},
                                              {"border_crossings", 0xffa04040, 5}}};

QVector<qreal> dashesOf(const QString &state)
{
    static const QHash<QString, QVector<qreal>> dashes{{toId(LifeCycle::Construction), {7, 3}},
                                                       {toId(LifeCycle::Proposed), {2, 3}},
                                                       {toId(LifeCycle::Disused), {4, 4}},
                                                       {toId(LifeCycle::Abandoned), {2, 5}},
                                                       {toId(LifeCycle::Razed), {1, 6}},
                                                       {disputedState, {5, 4}}};
    return dashes.value(state);
}

/// What is no longer there stands back.
double opacityOf(const QString &state)
{
    const bool gone = state == toId(LifeCycle::Disused) || state == toId(LifeCycle::Abandoned) || state == toId(LifeCycle::Razed);
    return gone ? 0.6 : 1;
}

TextStyle labelText(QRgb color)
{
    TextStyle text;
    text.color = QColor::fromRgb(color);
    text.halo = Qt::white;
    return text;
}

LayerStyle lineLook(const LineLook &look, const QString &state)
{
    LayerStyle style;
    style.line.color = QColor::fromRgb(look.color);
    style.line.width = look.width;
    style.line.dashes = dashesOf(state);
    style.opacity = opacityOf(state);
    style.label = labelText(look.color);
    return style;
}

LayerStyle pointLook(const LineLook &look, const QString &state, std::size_t features)
{
    constexpr std::size_t fewNames = 3000;
    LayerStyle style;
    style.line.width = 0;
    style.pointSize = look.width;
    style.pointColor = QColor::fromRgb(look.color);
    style.pointOutline = Qt::white;
    style.opacity = opacityOf(state);
    style.label = labelText(look.color);
    style.labelColumn = features <= fewNames ? QStringLiteral("name") : QString();
    style.labelTo = 400;
    return style;
}

QString stateOf(const FeatureTable &table, std::size_t feature, int stage, int kind, int disputed)
{
    if (stage >= 0) {
        const QString id = table.columns[std::size_t(stage)].values.text(feature);
        return id == toId(LifeCycle::Operating) ? QString() : id;
    }
    const auto is = [&](int column, const char *value) { return column >= 0 && table.columns[std::size_t(column)].values.text(feature) == QLatin1String(value); };
    return is(kind, "disputed") || is(kind, "claim") || is(disputed, "yes") ? disputedState : QString();
}

/// The features whose mark is set; a copy of all that drops the others would hold the whole table once for each state.
FeatureTable selectionOf(const FeatureTable &table, const std::vector<bool> &marks)
{
    FeatureTable chosen;
    chosen.kind = table.kind;
    for (std::size_t f = 0; f < marks.size(); ++f) {
        if (!marks[f])
            continue;
        chosen.beginFeature(table.ids[f]);
        for (std::uint32_t p = table.featureStart[f]; p < table.featureStart[f + 1]; ++p)
            chosen.addPart(table.part(p));
    }
    chosen.columns = table.columns;
    for (FeatureTable::Column &column : chosen.columns)
        column.values.retain(marks);
    return chosen;
}

QString stateTitle(const QString &id)
{
    return id == disputedState ? tr("disputed") : lifeCycleTitle(id);
}

} // namespace

bool isOsm(const FeatureTable &table)
{
    return table.columnIndex(QStringLiteral("osm_type")) >= 0 && table.columnIndex(QStringLiteral("osm_id")) >= 0;
}

bool isSimplified(const QString &name, const QStringList &names)
{
    static const QRegularExpression level(QStringLiteral("^(.+)_z[0-9]+$"));
    const QRegularExpressionMatch match = level.match(name);
    return match.hasMatch() && names.contains(match.captured(1));
}

QString title(const QString &path, const QString &name, const QString &otherwise)
{
    const std::optional<OsmSet> set = OsmSets::ofLayersFile(path);
    for (const OsmLayerSpec &layer : LayerMapping::bundled().layers()) {
        if (set && layer.id == name)
            return QStringLiteral("%1 – %2").arg(layer.title, set->name);
    }
    return otherwise;
}

int height(const QString &name)
{
    static const QStringList upwards{QStringLiteral("lakes"), QStringLiteral("coast"), QStringLiteral("rivers"), QStringLiteral("borders"),
                                     QStringLiteral("ferries"), QStringLiteral("roads"), QStringLiteral("pipelines"), QStringLiteral("railways")};
    const qsizetype at = upwards.indexOf(name);
    return static_cast<int>(at < 0 ? upwards.size() : at);
}

std::vector<State> byState(FeatureTable table)
{
    const int stage = table.columnIndex(QStringLiteral("life_cycle")), kind = table.columnIndex(QStringLiteral("kind"));
    const int disputed = table.columnIndex(QStringLiteral("disputed"));
    QStringList states, ids;
    for (std::size_t feature = 0; feature < table.featureCount(); ++feature) {
        states << stateOf(table, feature, stage, kind, disputed);
        if (!ids.contains(states.back()))
            ids << states.back();
    }
    if (ids.size() < 2 && !ids.contains(disputedState) && (ids.isEmpty() || ids.front().isEmpty())) {
        std::vector<State> whole;
        whole.push_back({{}, {}, std::move(table)});
        return whole;
    }
    std::sort(ids.begin(), ids.end(), [](const QString &a, const QString &b) { return a.isEmpty() != b.isEmpty() ? b.isEmpty() : a < b; });
    std::vector<State> parts;
    for (const QString &id : ids) {
        std::vector<bool> marks;
        for (const QString &state : states)
            marks.push_back(state == id);
        parts.push_back({id, id.isEmpty() ? QString() : stateTitle(id), selectionOf(table, marks)});
    }
    return parts;
}

std::optional<LayerStyle> look(const QString &name, const QString &state, std::size_t features)
{
    for (const LineLook &look : lineLooks) {
        if (name == QLatin1String(look.layer))
            return lineLook(look, state);
    }
    for (const LineLook &look : pointLooks) {
        if (name == QLatin1String(look.layer))
            return pointLook(look, state, features);
    }
    if (name != QLatin1String("lakes"))
        return std::nullopt;
    LayerStyle style;
    style.fill = QColor(0xa9, 0xcc, 0xe8);
    style.line.width = 0.6;
    style.line.color = QColor(0x5b, 0x8d, 0xb8);
    style.label = labelText(0xff3b6d98);
    return style;
}

Credit credit(const QString &path)
{
    Credit owed = openStreetMapCredit(QStringLiteral("user:osm"));
    if (const std::optional<OsmSet> set = OsmSets::ofLayersFile(path); set && set->date.isValid())
        owed.dataDate = set->date.toUTC().date().toString(Qt::ISODate);
    return owed;
}

QString objectOf(const FeatureTable &table, std::size_t feature)
{
    if (!isOsm(table))
        return {};
    static const QStringList types{QStringLiteral("node"), QStringLiteral("way"), QStringLiteral("relation")};
    const QString type = table.value(feature, QStringLiteral("osm_type")).toString();
    const qint64 id = table.value(feature, QStringLiteral("osm_id")).toLongLong();
    return !types.contains(type) || id <= 0 ? QString() : QStringLiteral("%1/%2").arg(type).arg(id);
}

} // namespace ca::osmlayers
