// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgPath.h"

#include <cmath>
#include <initializer_list>

namespace ca::svgpath {

namespace {

constexpr double units = 100;      ///< to the pixel of the page
constexpr double farthest = 1e9;   ///< pixels; nothing that is seen lies beyond

struct UnitPoint {
    qint64 x = 0, y = 0;
    bool operator==(const UnitPoint &) const = default;
};

UnitPoint toUnits(QPointF point)
{
    const auto unit = [](double value) { return std::isfinite(value) ? std::llround(std::clamp(value, -farthest, farthest) * units) : 0; };
    return {unit(point.x()), unit(point.y())};
}

QByteArray hundredths(qint64 value)
{
    const qint64 size = std::abs(value);
    QByteArray text = value < 0 ? "-" : "";
    if (size == 0 || size >= 100)
        text += QByteArray::number(size / 100);
    if (const int rest = int(size % 100); rest != 0) {
        text += '.';
        text += char('0' + rest / 10);
        if (rest % 10 != 0)
            text += char('0' + rest % 10);
    }
    return text;
}

/// Writes path data and knows where the pen is, in whole units so that errors do not add up.
class Writer {
public:
    explicit Writer(const QTransform &toPage) : m_toPage(toPage) {}

    void moveTo(QPointF point)
    {
        const UnitPoint to = mapped(point);
        command('M', {to});
        m_start = to;
        m_drawn = false;
    }
    void lineTo(QPointF point)
    {
        const UnitPoint to = mapped(point);
        if (to == m_at && m_drawn)
            return;
        if (to.y == m_at.y && to.x != m_at.x)
            shortLine('H', to.x, to.x - m_at.x, to);
        else if (to.x == m_at.x && to.y != m_at.y)
            shortLine('V', to.y, to.y - m_at.y, to);
        else
            command('L', {to});  // of no length: a round cap still shows
        m_drawn = true;
    }
    void curveTo(QPointF control1, QPointF control2, QPointF point)
    {
        command('C', {mapped(control1), mapped(control2), mapped(point)});
        m_drawn = true;
    }
    void close()
    {
        if (!m_drawn)
            return;
        m_out += 'z';
        m_last = 'z';
        m_at = m_start;
    }
    /// Whether the pen stands where the part began.
    [[nodiscard]] bool backAtStart() const { return m_drawn && m_at == m_start; }
    [[nodiscard]] QByteArray take() { return m_drawnAny() ? std::move(m_out) : QByteArray(); }

private:
    [[nodiscard]] UnitPoint mapped(QPointF point) const { return toUnits(m_toPage.map(point)); }
    [[nodiscard]] bool m_drawnAny() const { return m_any; }

    /// Letters that repeat are left out; lines follow a move without one.
    [[nodiscard]] bool implied(char letter) const
    {
        return letter == m_last ? letter != 'M' && letter != 'm' : (letter == 'L' && m_last == 'M') || (letter == 'l' && m_last == 'm');
    }

    QByteArray written(char letter, const QByteArray &numbers) const
    {
        if (!implied(letter))
            return letter + numbers;
        return numbers.startsWith('-') ? numbers : ' ' + numbers;
    }

    static QByteArray joined(std::initializer_list<UnitPoint> points, UnitPoint from)
    {
        QByteArray text;
        for (const UnitPoint &point : points) {
            for (const qint64 value : {point.x - from.x, point.y - from.y}) {
                if (!text.isEmpty() && value >= 0)
                    text += ' ';
                text += hundredths(value);
            }
        }
        return text;
    }

    void put(char absolute, const QByteArray &place, const QByteArray &step)
    {
        const char relative = char(absolute - 'A' + 'a');
        const QByteArray far = written(absolute, place), near = written(relative, step);
        const bool nearer = near.size() < far.size() && !m_out.isEmpty();
        m_out += nearer ? near : far;
        m_last = nearer ? relative : absolute;
        m_any = m_any || absolute != 'M';
    }

    void command(char letter, std::initializer_list<UnitPoint> points)
    {
        put(letter, joined(points, {}), joined(points, m_at));
        m_at = *(points.end() - 1);
    }

    void shortLine(char letter, qint64 place, qint64 step, UnitPoint to)
    {
        put(letter, hundredths(place), hundredths(step));
        m_at = to;
    }

    const QTransform &m_toPage;
    QByteArray m_out;
    UnitPoint m_at, m_start;
    char m_last = 0;
    bool m_drawn = false;
    bool m_any = false;
};

} // namespace

QByteArray number(double value, int digits)
{
    QByteArray text = QByteArray::number(std::isfinite(value) ? value : 0.0, 'f', digits);
    if (text.contains('.')) {
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    return text == "-0" ? QByteArray("0") : text;
}

QByteArray data(const QPainterPath &path, const QTransform &toPage)
{
    Writer writer(toPage);
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element &element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            if (writer.backAtStart())
                writer.close();
            writer.moveTo(element);
            break;
        case QPainterPath::LineToElement:
            writer.lineTo(element);
            break;
        case QPainterPath::CurveToElement:
            writer.curveTo(element, path.elementAt(i + 1), path.elementAt(i + 2));
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break;  // taken with the curve they belong to
        }
    }
    if (writer.backAtStart())
        writer.close();
    return writer.take();
}

} // namespace ca::svgpath
