// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CsvColumns.h"

#include "base/Tr.h"

#include <QSet>

#include <optional>
#include <vector>

namespace ca {

namespace {

// Lower case; in part means: one of the words a name consists of.
const QSet<QString> latitudes{
    "lat", "latitude", "latitud", "latitudine", "breite", "breitengrad", "geobreite", "szerokość", "szerokosc", "širina",
    "šířka", "leveys", "latitudo", "enlem", "enlik", "широта", "шир", "лат", "լայնություն", "განედი", "ендік", "кеңдик",
    "عرض", "纬度", "緯度", "breedtegraad"};
const QSet<QString> longitudes{
    "lon", "lng", "long", "longitude", "longitud", "longitudine", "länge", "laenge", "längengrad", "laengengrad", "geolänge",
    "długość", "dlugosc", "dužina", "délka", "pituus", "longitudo", "boylam", "uzunluq", "долгота", "долг", "дол", "лон",
    "երկայնություն", "გრძედი", "бойлық", "узундук", "طول", "经度", "經度", "lengtegraad"};
const QSet<QString> eastings{"x", "easting", "east", "xcoord", "coordx", "pointx", "rechtswert", "ostwert", "x_coord", "coord_x",
                             "point_x"};
const QSet<QString> northings{"y", "northing", "north", "ycoord", "coordy", "pointy", "hochwert", "nordwert", "y_coord", "coord_y",
                              "point_y"};
const QSet<QString> texts{"wkt", "geom", "geometry", "the_geom", "wkt_geom", "geom_wkt", "geometry_wkt", "wkb_geometry", "shape",
                          "геометрия"};

/// The words of a column's name: "GPS-Lat (WGS84)" → gps, lat, wgs84.
QStringList wordsOf(const QString &name)
{
    QString text = name.toLower();
    for (QChar &c : text) {
        if (!c.isLetterOrNumber() && !c.isMark())
            c = u' ';
    }
    return text.split(u' ', Qt::SkipEmptyParts);
}

enum class Match { Whole, InPart };

std::vector<int> matches(const QStringList &header, const QSet<QString> &names, Match how)
{
    std::vector<int> found;
    for (int i = 0; i < header.size(); ++i) {
        const QStringList words = wordsOf(header[i]);
        const bool whole = names.contains(header[i].trimmed().toLower()) || (words.size() == 1 && names.contains(words.front()));
        const bool part = std::any_of(words.begin(), words.end(), [&](const QString &word) { return names.contains(word); });
        if (how == Match::Whole ? whole : part)
            found.push_back(i);
    }
    return found;
}

QString listed(const QStringList &header)
{
    constexpr int most = 30;
    constexpr int longest = 40;
    QStringList names = header.mid(0, most);
    for (QString &name : names) {
        if (name.size() > longest)
            name = name.left(longest) + u'…';
    }
    if (header.size() > most)
        names += QStringLiteral("…");
    return names.join(QLatin1String(", "));
}

QString named(const QStringList &header, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names += header[column];
    return listed(names);
}

class GeometryFinder {
public:
    GeometryFinder(const QStringList &header, const std::function<bool(int)> &holdsText) : m_header(header), m_holdsText(holdsText) {}

    Result<CsvGeometry> chosen(const QString &longitude, const QString &latitude)
    {
        const int lon = int(m_header.indexOf(longitude));
        const int lat = int(m_header.indexOf(latitude));
        if (lon < 0 || lat < 0)
            return Error{tr("there is no column %1; the columns are: %2").arg(lon < 0 ? longitude : latitude, listed(m_header)), {}, 1};
        return pair(lon, lat, false);
    }

    Result<CsvGeometry> found()
    {
        std::vector<int> wkt = matches(m_header, texts, Match::Whole);
        std::erase_if(wkt, [this](int column) { return !m_holdsText(column); });
        if (wkt.size() == 1)
            return CsvGeometry{-1, -1, wkt.front(), false, tr("geometry from the column %1").arg(m_header[wkt.front()])};
        if (wkt.size() > 1)
            return several(wkt);
        for (const Match how : {Match::Whole, Match::InPart}) {
            if (const std::optional<Result<CsvGeometry>> degrees = twin(longitudes, latitudes, how, true))
                return *degrees;
        }
        if (const std::optional<Result<CsvGeometry>> plane = twin(eastings, northings, Match::Whole, false))
            return *plane;
        if (const std::optional<Result<CsvGeometry>> plane = twin(eastings, northings, Match::InPart, false))
            return *plane;
        return Error{tr("no columns of coordinates were found; the columns are: %1").arg(listed(m_header)), {}, 1};
    }

private:
    /// A pair of columns; none when one of the two is missing, an error when there are several of one.
    std::optional<Result<CsvGeometry>> twin(const QSet<QString> &lons, const QSet<QString> &lats, Match how, bool degrees)
    {
        const std::vector<int> lon = matches(m_header, lons, how);
        const std::vector<int> lat = matches(m_header, lats, how);
        if (lon.empty() || lat.empty())
            return std::nullopt;
        if (lon.size() > 1 || lat.size() > 1)
            return several(lon.size() > 1 ? lon : lat);
        return pair(lon.front(), lat.front(), degrees);
    }

    Result<CsvGeometry> pair(int lon, int lat, bool degrees)
    {
        if (lon == lat)
            return Error{tr("the column %1 cannot be both coordinates").arg(m_header[lon]), {}, 1};
        const QString text = degrees ? tr("longitude from the column %1, latitude from %2") : tr("x from the column %1, y from %2");
        return CsvGeometry{lon, lat, -1, degrees, text.arg(m_header[lon], m_header[lat])};
    }

    Error several(const std::vector<int> &columns)
    {
        return {tr("several columns could be the coordinates: %1; the columns are: %2").arg(named(m_header, columns), listed(m_header)), {}, 1};
    }

    const QStringList m_header;
    const std::function<bool(int)> m_holdsText;
};

} // namespace

Result<CsvGeometry> findCsvGeometry(const QStringList &header, const std::function<bool(int)> &holdsText,
                                    const QString &longitude, const QString &latitude)
{
    GeometryFinder finder(header, holdsText);
    return longitude.isEmpty() && latitude.isEmpty() ? finder.found() : finder.chosen(longitude, latitude);
}

} // namespace ca
