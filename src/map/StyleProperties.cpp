// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/StyleProperties.h"

#include "base/Tr.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <variant>

namespace ca::styleproperties {
namespace {

constexpr double mostPixels = 100;
constexpr double mostMetresPerPixel = 1e6;

/// A number and the range it must lie in.
template <class S>
struct Number {
    double &(*of)(S &);
    double most = mostPixels;
};

/// One property: how a style of kind S is told it.
template <class S>
struct Property {
    const char *key;
    std::variant<Number<S>, QColor &(*)(S &), bool &(*)(S &), QString &(*)(S &), QVector<qreal> &(*)(S &), LineMark &(*)(S &)> member;
};

std::optional<Problem> assign(double &to, const QString &value, double most)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok || !std::isfinite(number) || number < 0 || number > most)
        return Problem{0, tr("“%1” is not a number from 0 to %2").arg(value, QString::number(most, 'g', 10))};
    to = number;
    return {};
}

std::optional<Problem> assign(QColor &to, const QString &value)
{
    const auto color = value == QLatin1String("none") ? std::optional(QColor()) : colorFrom(value);
    if (!color)
        return notAColor(value);
    to = *color;
    return {};
}

std::optional<Problem> assign(bool &to, const QString &value)
{
    if (value != QLatin1String("yes") && value != QLatin1String("no"))
        return Problem{0, tr("“%1” is neither yes nor no").arg(value)};
    to = value == QLatin1String("yes");
    return {};
}

std::optional<Problem> assign(QString &to, const QString &value)
{
    to = value == QLatin1String("none") ? QString() : value;
    return {};
}

std::optional<Problem> assign(QVector<qreal> &to, const QString &value)
{
    QVector<qreal> dashes;
    int at = 0;
    for (const QString &item : value == QLatin1String("none") ? QStringList() : value.split(u',')) {
        double length = 0;
        if (const auto problem = assign(length, item, mostPixels))
            return Problem{at, problem->message};
        if (length <= 0)
            return Problem{at, tr("a dash or gap must be longer than 0")};
        dashes.push_back(length);
        at += int(item.size()) + 1;
    }
    if (dashes.size() % 2 != 0)
        return Problem{0, tr("dashes need as many gaps as dashes")};
    to = dashes;
    return {};
}

/// As the enum.
const QStringList &markWords()
{
    static const QStringList words = QStringLiteral("none beads rings ships bars crosses").split(u' ');
    return words;
}

std::optional<Problem> assign(LineMark &to, const QString &value)
{
    const qsizetype found = markWords().indexOf(value);
    if (found < 0)
        return Problem{0, tr("“%1” is not one of %2").arg(value, markWords().join(QStringLiteral(", ")))};
    to = LineMark(found);
    return {};
}

QString worded(double value) { return QString::number(value, 'g', 17); }
QString worded(const QString &value) { return value.isEmpty() ? QStringLiteral("none") : value; }
QString worded(bool value) { return value ? QStringLiteral("yes") : QStringLiteral("no"); }
QString worded(const QColor &value)
{
    if (!value.isValid())
        return QStringLiteral("none");
    return value.name() + (value.alpha() == 255 ? QString() : QStringLiteral("%1").arg(value.alpha(), 2, 16, QLatin1Char('0')));
}
QString worded(const QVector<qreal> &value)
{
    QStringList lengths;
    for (const qreal length : value)
        lengths << worded(length);
    return worded(lengths.join(u','));
}
QString worded(LineMark value) { return markWords().at(qsizetype(value)); }

template <class S, std::size_t N>
std::optional<Problem> setOne(const Property<S> (&table)[N], S &style, const QString &word, const QString &unknown)
{
    const qsizetype equals = word.indexOf(u'=');
    const QString key = word.left(equals), value = equals < 0 ? QString() : word.mid(equals + 1);
    for (const Property<S> &property : table) {
        if (key != QLatin1String(property.key))
            continue;
        if (equals < 0 && !std::holds_alternative<bool &(*)(S &)>(property.member))
            return Problem{-1, tr("“%1” wants a value: %1=…").arg(key)};
        return std::visit([&](const auto &member) -> std::optional<Problem> {
            if constexpr (requires { member.most; })
                return assign(member.of(style), value, member.most);
            else if constexpr (std::is_same_v<decltype(member), bool &(*const &)(S &)>)
                return assign(member(style), equals < 0 ? QStringLiteral("yes") : value);
            else
                return assign(member(style), value);
        }, property.member);
    }
    return Problem{-1, unknown.arg(key)};
}

/// The member of a style, or of its line or label, as a function of the style.
template <class S, auto... Path>
auto &in(S &style)
{
    return (style.* ... .*Path);
}

constexpr Property<LineStyle> lineProperties[] = {
    {"color", in<LineStyle, &LineStyle::color>},
    {"width", Number<LineStyle>{in<LineStyle, &LineStyle::width>}},
    {"dashes", in<LineStyle, &LineStyle::dashes>},
    {"casing", in<LineStyle, &LineStyle::casing>},
    {"casing-width", Number<LineStyle>{in<LineStyle, &LineStyle::casingWidth>}},
    {"outline", in<LineStyle, &LineStyle::outline>},
    {"outline-width", Number<LineStyle>{in<LineStyle, &LineStyle::outlineWidth>}},
    {"outline-gap", Number<LineStyle>{in<LineStyle, &LineStyle::outlineGap>}},
    {"marks", in<LineStyle, &LineStyle::mark>}};

constexpr Property<TextStyle> textProperties[] = {
    {"size", Number<TextStyle>{in<TextStyle, &TextStyle::size>}},
    {"color", in<TextStyle, &TextStyle::color>},
    {"halo", in<TextStyle, &TextStyle::halo>},
    {"halo-width", Number<TextStyle>{in<TextStyle, &TextStyle::haloWidth>}},
    {"font", in<TextStyle, &TextStyle::font>},
    {"bold", in<TextStyle, &TextStyle::bold>},
    {"italic", in<TextStyle, &TextStyle::italic>}};

constexpr Property<LayerStyle> layerProperties[] = {
    {"fill", in<LayerStyle, &LayerStyle::fill>},
    {"color", in<LayerStyle, &LayerStyle::line, &LineStyle::color>},
    {"width", Number<LayerStyle>{in<LayerStyle, &LayerStyle::line, &LineStyle::width>}},
    {"dashes", in<LayerStyle, &LayerStyle::line, &LineStyle::dashes>},
    {"point-size", Number<LayerStyle>{in<LayerStyle, &LayerStyle::pointSize>}},
    {"point-color", in<LayerStyle, &LayerStyle::pointColor>},
    {"point-outline", in<LayerStyle, &LayerStyle::pointOutline>},
    {"opacity", Number<LayerStyle>{in<LayerStyle, &LayerStyle::opacity>, 1}},
    {"label", in<LayerStyle, &LayerStyle::labelColumn>},
    {"label-size", Number<LayerStyle>{in<LayerStyle, &LayerStyle::label, &TextStyle::size>}},
    {"label-color", in<LayerStyle, &LayerStyle::label, &TextStyle::color>},
    {"label-halo", in<LayerStyle, &LayerStyle::label, &TextStyle::halo>},
    {"label-halo-width", Number<LayerStyle>{in<LayerStyle, &LayerStyle::label, &TextStyle::haloWidth>}},
    {"label-font", in<LayerStyle, &LayerStyle::label, &TextStyle::font>},
    {"label-bold", in<LayerStyle, &LayerStyle::label, &TextStyle::bold>},
    {"label-italic", in<LayerStyle, &LayerStyle::label, &TextStyle::italic>},
    {"label-from", Number<LayerStyle>{in<LayerStyle, &LayerStyle::labelFrom>, mostMetresPerPixel}},
    {"label-to", Number<LayerStyle>{in<LayerStyle, &LayerStyle::labelTo>, mostMetresPerPixel}}};

} // namespace

std::optional<Problem> set(LineStyle &style, const QString &word)
{
    return setOne(lineProperties, style, word, tr("a line has no property “%1”"));
}

std::optional<Problem> set(TextStyle &style, const QString &word)
{
    return setOne(textProperties, style, word, tr("a text has no property “%1”"));
}

std::optional<Problem> set(LayerStyle &style, const QString &word)
{
    return setOne(layerProperties, style, word, tr("a layer has no property “%1”"));
}

QStringList words(const LayerStyle &style)
{
    LayerStyle standard, own = style;
    QStringList words;
    for (const Property<LayerStyle> &property : layerProperties) {
        const auto word = [&property](LayerStyle &of) {
            return std::visit([&of](const auto &member) {
                if constexpr (requires { member.most; })
                    return worded(member.of(of));
                else
                    return worded(member(of));
            }, property.member);
        };
        if (const QString value = word(own); value != word(standard))
            words << QLatin1String(property.key) + u'=' + value;
    }
    return words;
}

std::optional<QColor> colorFrom(const QString &text)
{
    bool ok = false;
    const uint value = text.mid(1).toUInt(&ok, 16);
    const bool digits = std::all_of(text.begin() + 1, text.end(), [](QChar c) { return std::isxdigit(c.unicode()) != 0 && c < u'g'; });
    if (!ok || !digits || !text.startsWith(u'#') || (text.size() != 7 && text.size() != 9))
        return std::nullopt;
    const uint rgb = text.size() == 9 ? value >> 8 : value;
    QColor color(QRgb(rgb | 0xff000000u));
    if (text.size() == 9)
        color.setAlpha(int(value & 0xffu));
    return color;
}

Problem notAColor(const QString &text)
{
    return {0, tr("“%1” is not a colour (#rrggbb or #rrggbbaa)").arg(text)};
}

} // namespace ca::styleproperties
