// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OverpassEvents.h"

#include "base/Tr.h"
#include "osm/ExtractTime.h"

#include <algorithm>

namespace ca {
namespace {

constexpr double nowhere = 1e9;   // no degrees

/// Seconds since 1970; 0 = not told.
std::int64_t overpassSeconds(const std::string &text)
{
    const QDateTime time = extractTime(QString::fromStdString(text));
    return time.isValid() ? std::max<std::int64_t>(0, time.toSecsSinceEpoch()) : 0;
}

} // namespace

OverpassEvents::In OverpassEvents::objectBelow() const
{
    if (m_in.empty())
        return In::Answer;
    switch (m_in.back()) {
    case In::Answer: return m_key == "osm3s" ? In::Osm3s : In::Unknown;
    case In::Elements: return In::Element;
    case In::Element: return m_key == "tags" ? In::Tags : In::Unknown;
    case In::Members: return In::Member;
    case In::Points: return In::Point;
    default: return In::Unknown;
    }
}

OverpassEvents::In OverpassEvents::arrayBelow() const
{
    switch (here()) {
    case In::Answer: return m_key == "elements" ? In::Elements : In::Unknown;
    case In::Element:
        if (m_key == "nodes")
            return In::Nodes;
        return m_key == "geometry" ? In::Points : m_key == "members" ? In::Members : In::Unknown;
    case In::Member: return m_key == "geometry" ? In::Points : In::Unknown;
    default: return In::Unknown;
    }
}

bool OverpassEvents::start_object(std::size_t)
{
    m_in.push_back(objectBelow());
    if (here() == In::Element)
        m_element.clear();
    if (here() == In::Member) {
        m_element.members.emplace_back();
        m_element.members.back().firstPoint = m_element.points.size();
    }
    if (here() == In::Element || here() == In::Point)
        m_lon = m_lat = nowhere;
    return true;
}

bool OverpassEvents::start_array(std::size_t)
{
    m_in.push_back(arrayBelow());
    m_hasElements = m_hasElements || here() == In::Elements;
    return true;
}

bool OverpassEvents::key(string_t &name)
{
    m_key.assign(name);
    return true;
}

bool OverpassEvents::end_object()
{
    const In ended = here();
    m_in.pop_back();
    if (ended == In::Point)
        return endPoint();
    if (ended == In::Member)
        m_element.members.back().pointCount = m_element.points.size() - m_element.members.back().firstPoint;
    return ended != In::Element || endElement();
}

bool OverpassEvents::end_array()
{
    m_in.pop_back();
    return true;
}

bool OverpassEvents::endPoint()
{
    m_element.points.push_back(overpassPlace(m_lon, m_lat));
    return true;
}

bool OverpassEvents::endElement()
{
    m_element.at = overpassPlace(m_lon, m_lat);
    ++m_elements;
    const QString wrong = m_element.handTo(m_builder);
    return wrong.isEmpty() || fail(tr("%1 (%2, number %3 of the answer)").arg(wrong, m_element.text()).arg(m_elements));
}

/// Places outside of the box that was asked for.
bool OverpassEvents::null()
{
    if (here() == In::Points)
        m_element.points.emplace_back();
    return true;
}

bool OverpassEvents::boolean(bool value)
{
    if (here() == In::Element && m_key == "visible")
        m_element.version.deleted = !value;
    return true;
}

bool OverpassEvents::integer(std::int64_t value)
{
    switch (here()) {
    case In::Nodes: m_element.nodes.push_back(value); break;
    case In::Member:
        if (m_key == "ref")
            m_element.members.back().ref = value;
        break;
    case In::Element:
        if (m_key == "id")
            m_element.id = value;
        else if (m_key == "version")
            m_element.version.version = static_cast<std::int32_t>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<std::int32_t>::max()));
        else
            return real(static_cast<double>(value));
        break;
    default: return real(static_cast<double>(value));
    }
    return true;
}

/// Members that are nodes have degrees of their own, which nobody needs.
bool OverpassEvents::real(double value)
{
    if (here() != In::Element && here() != In::Point)
        return true;
    if (m_key == "lon")
        m_lon = value;
    else if (m_key == "lat")
        m_lat = value;
    return true;
}

bool OverpassEvents::number_integer(number_integer_t value)
{
    return integer(value);
}

bool OverpassEvents::number_unsigned(number_unsigned_t value)
{
    if (value <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
        return integer(static_cast<std::int64_t>(value));
    return number_float(static_cast<double>(value), {});
}

bool OverpassEvents::number_float(number_float_t value, const string_t &)
{
    const bool isId = here() == In::Nodes || (here() == In::Element && m_key == "id") || (here() == In::Member && m_key == "ref");
    return isId ? fail(tr("an id that is no whole number of 64 bits (in %1)").arg(m_element.text())) : real(value);
}

bool OverpassEvents::string(string_t &value)
{
    switch (here()) {
    case In::Tags: m_element.addTag(m_key, value); break;
    case In::Element: elementText(value); break;
    case In::Member: memberText(value); break;
    case In::Osm3s:
        if (m_key == "timestamp_osm_base")
            m_builder.setDate(extractTime(QString::fromStdString(value)));
        break;
    case In::Answer:
        if (m_key == "remark")
            m_remark = QString::fromStdString(value).trimmed();
        break;
    default: break;
    }
    return true;
}

void OverpassEvents::elementText(const std::string &value)
{
    if (m_key == "type")
        m_element.type = value;
    else if (m_key == "timestamp")
        m_element.version.changed = overpassSeconds(value);
}

void OverpassEvents::memberText(const std::string &value)
{
    if (m_key == "type")
        m_element.members.back().type = value;
    else if (m_key == "role")
        m_element.members.back().role = value;
}

bool OverpassEvents::binary(binary_t &)
{
    return true;
}

bool OverpassEvents::parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &error)
{
    QString why = QString::fromUtf8(error.what());
    // "[json.exception.parse_error.101] parse error at line 1, column 9: syntax error while …"
    why.remove(0, why.indexOf(QLatin1String(": ")) + 2);
    m_faultByte = position > 0 ? position - 1 : 0;
    m_faultIsEnd = why.contains(QLatin1String("unexpected end of input")) || why.contains(QLatin1String("missing closing quote"));
    return fail(why);
}

bool OverpassEvents::fail(const QString &why)
{
    m_fault = why;
    return false;
}

} // namespace ca
