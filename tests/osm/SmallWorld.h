// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExtractMaker.h"
#include "atlas/BaseMap.h"

#include <QVariant>

namespace ca::test {

/// A made-up base map: land from 40° to 48° E and 38° to 42° N, open sea to the east, an island at 50° E. AA lies west of 44° E, BB north
/// of 40° N, CC south of it; BB has a lake. All three levels are alike.
inline BaseMap smallWorld()
{
    BaseMap map;
    const auto table = [](GeometryKind kind, const std::vector<std::vector<GeoLine>> &rows, const QStringList &columns, const std::vector<QVariantList> &cells) {
        FeatureTable made;
        made.kind = kind;
        for (const QString &column : columns)
            made.columns.push_back({column, {}});
        for (std::size_t f = 0; f < rows.size(); ++f) {
            made.beginFeature(std::int64_t(f) + 1);
            for (const GeoLine &part : rows[f])
                made.addPart(part);
            for (std::size_t c = 0; c < made.columns.size(); ++c)
                made.columns[c].values.push_back(cells[f][qsizetype(c)]);
        }
        return made;
    };
    const auto layer = [&](const char *id, int levels, const FeatureTable &features) {
        BaseLayer made{QLatin1String(id), {}};
        for (int i = 0; i < levels; ++i)
            made.levels.push_back({levels == 1 ? 0 : i == 0 ? 1500.0 : i == 1 ? 300.0 : 40.0, features});
        map.layers.push_back(made);
        map.credits.push_back({QLatin1String(id), QStringLiteral("The bundled maker"), QStringLiteral("CC-BY-4.0"), {}, QStringLiteral("2017")});
    };
    const QStringList names = QStringLiteral("name_en name_az name_hy name_ka name_tr name_ru").split(u' ');
    const QVariantList noNames(6);
    const GeoLine shell{{38, 40}, {38, 48}, {39, 48.05}, {40, 48}, {41, 48.1}, {42, 48}, {42, 40}, {38, 40}};
    const GeoLine lake{{40.5, 45}, {40.7, 45}, {40.7, 45.4}, {40.5, 45.4}, {40.5, 45}};
    const GeoLine island{{40, 50}, {40, 50.2}, {40.2, 50.2}, {40.2, 50}, {40, 50}};
    const GeoLine shore(shell.begin() + 1, shell.begin() + 6);
    layer("land", 3, table(GeometryKind::Polygon, {{shell, lake}, {island}}, {}, {{}, {}}));
    layer("coast", 3, table(GeometryKind::Line, {{shore}, {lake}, {island}}, {QStringLiteral("kind")}, {{"sea"}, {"lake"}, {"sea"}}));
    layer("borders", 3, table(GeometryKind::Line, {{{{38, 44}, {40, 44}}}, {{{40, 44}, {42, 44}}}, {{{40, 44}, {40, 46}, {40, 48}}}},
                              {QStringLiteral("left_iso"), QStringLiteral("right_iso"), QStringLiteral("kind")},
                              {{"AA", "CC", "border"}, {"AA", "BB", "border"}, {"BB", "CC", "border"}}));
    layer("lakes", 1, table(GeometryKind::Polygon, {{lake}}, names + QStringList{"area_km2", "label_lon", "label_lat"}, {noNames + QVariantList{750.0, 45.2, 40.6}}));
    layer("seas", 1, table(GeometryKind::Point, {{{{40, 49}}}}, names + QStringList{"rank", "free_radius_km"}, {noNames + QVariantList{1, 60}}));
    layer("rivers", 3, table(GeometryKind::Line, {{{{41, 41}, {41, 47}}}}, QStringList{"class", "rank"} + names + QStringList{"source"},
                             {QVariantList{1, 1} + noNames + QVariantList{"GSHHG"}}));
    layer("countries", 1, table(GeometryKind::Point, {{{{40, 42}}}, {{{41, 46}}}, {{{39, 46}}}}, QStringList{"iso_a2", "iso_a3"} + names + QStringList{"area_in_box_km2"},
                                {QVariantList{"AA", "AAA"} + noNames + QVariantList{1}, QVariantList{"BB", "BBB"} + noNames + QVariantList{1},
                                 QVariantList{"CC", "CCC"} + noNames + QVariantList{1}}));
    layer("places", 1, table(GeometryKind::Point, {{{{40.2, 46}}}, {{{39.5, 46}}}},
                             QStringList{"geonames_id", "name"} + names + QStringLiteral("search_names population feature_code capital_of admin_rank elevation_m country rank").split(u' '),
                             {QVariantList{11, "Old North"} + noNames + QVariantList{{}, 9000, "PPL", {}, {}, 5, "BB", 7},
                              QVariantList{12, "Old South"} + noNames + QVariantList{{}, 9000, "PPL", {}, {}, 5, "CC", 7}}));
    return map;
}

/// A made-up extract for the country BB of smallWorld(): its boundary with territorial waters, a coastline that reaches into its neighbour,
/// an island, a lake with an island, rivers, places. Border and coast lie beside the bundled ones.
inline ExtractMaker smallCountry(const MadeTags &borderTags = {})
{
    ExtractMaker maker;
    maker.place(1, 44.02, 40.02);   // where AA, BB and CC meet
    maker.place(2, 44.02, 41.9);
    maker.place(3, 48.2, 41.9);     // the north end of the coast
    maker.place(4, 48.4, 41.9);     // out at sea
    maker.place(5, 48.4, 40.02);
    maker.place(6, 48.15, 40.02);   // the south end
    maker.place(7, 48.1, 39.6);     // in CC
    maker.place(8, 48.12, 42.0);
    maker.place(9, 48.3, 41.0);     // a cape
    const auto square = [&](std::int64_t first, double west, double south, double size) {
        maker.place(first, west, south);
        maker.place(first + 1, west + size, south);
        maker.place(first + 2, west + size, south + size);
        maker.place(first + 3, west, south + size);
    };
    square(20, 48.33, 40.3, 0.04);
    square(30, 46, 41.2, 0.2);
    square(40, 46.05, 41.25, 0.05);
    square(50, 45, 41.5, 0.005);
    MadeTags land = borderTags;
    maker.way(101, {1, 2}, {});
    maker.way(102, {2, 3}, {});
    maker.way(103, {3, 4, 5, 6}, {{"maritime", "yes"}});
    maker.way(104, {6, 1}, land);
    maker.way(105, {7, 6, 9, 3, 8}, {{"natural", "coastline"}});
    maker.way(106, {20, 21, 22, 23, 20}, {{"natural", "coastline"}});
    maker.way(107, {30, 31, 32, 33, 30}, {});
    maker.way(108, {40, 41, 42, 43, 40}, {});
    maker.way(109, {50, 51, 52, 53, 50}, {{"natural", "water"}});   // too small
    maker.place(60, 44.5, 40.4);
    maker.place(61, 48.0, 40.4);
    maker.place(62, 43.0, 40.4);
    maker.way(110, {62, 60, 61}, {{"waterway", "river"}, {"name", "Long"}, {"name:ru", "Длинная"}});
    maker.relation(201, {{{OsmType::Way, 101}, "outer"}, {{OsmType::Way, 102}, "outer"}, {{OsmType::Way, 103}, "outer"}, {{OsmType::Way, 104}, "outer"}},
                   {{"boundary", "administrative"}, {"admin_level", "2"}, {"type", "boundary"}, {"ISO3166-1:alpha2", "BB"}, {"name", "Bebe"}});
    maker.relation(202, {{{OsmType::Way, 101}, "outer"}, {{OsmType::Way, 999}, "outer"}},
                   {{"boundary", "administrative"}, {"admin_level", "2"}, {"type", "boundary"}, {"ISO3166-1:alpha2", "AA"}, {"name", "Aa"}});
    maker.relation(203, {{{OsmType::Way, 104}, "outer"}, {{OsmType::Way, 998}, "outer"}},
                   {{"boundary", "administrative"}, {"admin_level", "2"}, {"type", "boundary"}, {"ISO3166-1:alpha2", "CC"}, {"name", "Cece"}});
    maker.relation(204, {{{OsmType::Way, 107}, "outer"}, {{OsmType::Way, 108}, "inner"}}, {{"type", "multipolygon"}, {"natural", "water"}, {"name:en", "New Lake"}});
    maker.node(301, 47, 41, {{"place", "city"}, {"name", "Şəhər"}, {"name:en", "Town"}, {"name:az", "Şəhər"}, {"name:hy", "Քաղաք"}, {"name:ka", "ქალაქი"}, {"name:tr", "Şehir"},
                             {"name:ru", "Город"}, {"population", "1200000"}, {"capital", "yes"}, {"old_name", "Before;Long Before"}});
    maker.node(302, 47.2, 41, {{"place", "village"}, {"name", "Kənd"}});
    maker.node(303, 47.3, 41, {{"place", "hamlet"}, {"name", "Few"}, {"population", "80"}});
    maker.node(304, 47.4, 41, {{"place", "hamlet"}, {"name", "Many"}, {"population", "600"}});
    maker.node(305, 46, 39.2, {{"place", "town"}, {"name", "Of the neighbour"}});
    return maker;
}

} // namespace ca::test
