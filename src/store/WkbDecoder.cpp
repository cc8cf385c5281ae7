// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WkbDecoder.h"

#include <QtEndian>

#include <cstring>

namespace ca {

namespace {

// OGC 06-103r4, "Well-known Binary Representation for Geometry"; the flags are PostGIS' extension of it.
enum Code : std::uint32_t {
    Point = 1, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon, Collection,
    FirstCurved = 8, LastCurved = 14, PolyhedralSurface = 15, Tin = 16, Triangle = 17,
};
constexpr std::uint32_t flagZ = 0x80000000u;
constexpr std::uint32_t flagM = 0x40000000u;
constexpr std::uint32_t flagSrid = 0x20000000u;
constexpr int deepestCollection = 32;  ///< levels of collections in collections

class WkbDecoder {
public:
    WkbDecoder(std::span<const unsigned char> wkb, GeometryParts &parts) : m_wkb(wkb), m_parts(parts) {}

    WkbVerdict geometry(int depth)
    {
        std::uint32_t code = 0;
        if (depth > deepestCollection || !header(code))
            return WkbVerdict::Damaged;
        switch (code) {
        case Point:
            return point();
        case LineString:
            return line();
        case Polygon:
        case Triangle:
            return polygon();
        case MultiPoint:
        case MultiLineString:
        case MultiPolygon:
        case Collection:
        case PolyhedralSurface:
        case Tin:
            return members(depth);
        default:
            return code >= FirstCurved && code <= LastCurved ? WkbVerdict::Curved : WkbVerdict::Unsupported;
        }
    }

private:
    [[nodiscard]] std::size_t left() const { return m_wkb.size() - m_at; }

    bool number(std::uint32_t &value)
    {
        if (left() < sizeof value)
            return false;
        std::memcpy(&value, &m_wkb[m_at], sizeof value);
        value = m_big ? qFromBigEndian(value) : qFromLittleEndian(value);
        m_at += sizeof value;
        return true;
    }

    bool header(std::uint32_t &code)
    {
        if (left() < 1 || m_wkb[m_at] > 1)
            return false;
        m_big = m_wkb[m_at++] == 0;
        std::uint32_t srid = 0;
        if (!number(code) || ((code & flagSrid) && !number(srid)))
            return false;
        m_dimensions = 2 + ((code & flagZ) ? 1 : 0) + ((code & flagM) ? 1 : 0);
        code &= ~(flagZ | flagM | flagSrid);
        if (const std::uint32_t thousands = code / 1000; thousands > 0 && thousands <= 3) {
            m_dimensions = thousands == 3 ? 4 : 3;
            code %= 1000;
        }
        return true;
    }

    [[nodiscard]] double ordinate(std::size_t at) const
    {
        quint64 bits = 0;
        std::memcpy(&bits, &m_wkb[at], sizeof bits);
        bits = m_big ? qFromBigEndian(bits) : qFromLittleEndian(bits);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }

    /// The next @p count vertices, in the scratch room.
    bool points(std::size_t count)
    {
        const std::size_t stride = m_dimensions * sizeof(double);
        if (left() / stride < count)
            return false;
        m_parts.scratch.resize(count);
        for (std::size_t i = 0; i < count; ++i, m_at += stride)
            m_parts.scratch[i] = {ordinate(m_at + sizeof(double)), ordinate(m_at)};
        return true;
    }

    bool countedPoints()
    {
        std::uint32_t count = 0;
        return number(count) && points(count);
    }

    WkbVerdict point()
    {
        if (!points(1))
            return WkbVerdict::Damaged;
        m_parts.addPoint(m_parts.scratch.front());
        return WkbVerdict::Fine;
    }

    WkbVerdict line()
    {
        if (!countedPoints())
            return WkbVerdict::Damaged;
        m_parts.addLine(m_parts.scratch);
        return WkbVerdict::Fine;
    }

    WkbVerdict polygon()
    {
        std::uint32_t rings = 0;
        if (!number(rings))
            return WkbVerdict::Damaged;
        m_parts.beginPolygon();
        for (std::uint32_t i = 0; i < rings; ++i) {
            if (!countedPoints())
                return WkbVerdict::Damaged;
            m_parts.addRing(m_parts.scratch);
        }
        m_parts.endPolygon();
        return WkbVerdict::Fine;
    }

    WkbVerdict members(int depth)
    {
        std::uint32_t count = 0;
        if (!number(count))
            return WkbVerdict::Damaged;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (const WkbVerdict verdict = geometry(depth + 1); verdict != WkbVerdict::Fine)
                return verdict;
        }
        return WkbVerdict::Fine;
    }

    std::span<const unsigned char> m_wkb;
    GeometryParts &m_parts;
    std::size_t m_at = 0;
    std::size_t m_dimensions = 2;
    bool m_big = false;
};

} // namespace

WkbVerdict decodeWkb(std::span<const unsigned char> wkb, GeometryParts &parts)
{
    return WkbDecoder(wkb, parts).geometry(0);
}

} // namespace ca
