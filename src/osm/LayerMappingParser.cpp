// SPDX-License-Identifier: GPL-3.0-or-later
// The text form of LayerMapping.
#include "osm/LayerMapping.h"

#include "base/Tr.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

namespace ca {
namespace {

/// What is wrong with a line; empty = nothing.
using Fault = QString;

class MappingParser {
public:
    Fault line(const QString &text);
    /// What is wrong with the whole; empty = nothing.
    [[nodiscard]] Fault end() const;
    std::vector<OsmLayerSpec> layers;

private:
    Fault beginLayer(const QString &text);
    Fault match(QStringList words);
    Fault column(QStringList words);
    [[nodiscard]] Fault lastIsWhole() const;

    QSet<QString> m_ids;
    QSet<QString> m_titles;
};

/// Names that every layer has already, and those of its own.
bool isFree(const OsmLayerSpec &layer, const std::string &name)
{
    static const QSet<QString> taken{QStringLiteral("fid"),    QStringLiteral("geom"),        QStringLiteral("osm_type"),
                                     QStringLiteral("osm_id"), QStringLiteral("osm_version"), QStringLiteral("osm_timestamp")};
    return !taken.contains(QString::fromStdString(name))
        && std::none_of(layer.columns.begin(), layer.columns.end(), [&](const OsmColumn &column) { return column.name == name; });
}

bool isName(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("\\A[a-z][a-z0-9_]*\\z"));
    return name.match(text).hasMatch();
}

std::optional<OsmShape> shapeOf(const QString &word)
{
    if (word == QLatin1String("point"))
        return OsmShape::Point;
    if (word == QLatin1String("line"))
        return OsmShape::Line;
    if (word == QLatin1String("area"))
        return OsmShape::Area;
    if (word == QLatin1String("border"))
        return OsmShape::Border;
    return std::nullopt;
}

std::optional<OsmColumnSource> specialSource(const QString &word)
{
    if (word == QLatin1String("@kind"))
        return OsmColumnSource::Kind;
    if (word == QLatin1String("@stage"))
        return OsmColumnSource::Stage;
    if (word == QLatin1String("@relations"))
        return OsmColumnSource::Relations;
    if (word == QLatin1String("@parties"))
        return OsmColumnSource::Parties;
    return std::nullopt;
}

/// "key=value" taken apart; empty key = it is none.
std::pair<QString, QString> keyAndValue(const QString &word)
{
    const qsizetype at = word.indexOf(u'=');
    return at < 1 || at + 1 == word.size() ? std::pair<QString, QString>() : std::pair(word.left(at), word.mid(at + 1));
}

Fault MappingParser::line(const QString &text)
{
    if (text.isEmpty() || text.startsWith(u'#'))
        return {};
    if (text.startsWith(u'['))
        return beginLayer(text);
    if (layers.empty())
        return tr("a layer “[table] shape Title” must come first");
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QString first = words.takeFirst();
    if (first == QLatin1String("match"))
        return match(words);
    if (first == QLatin1String("column"))
        return column(words);
    return tr("“%1” is neither “match” nor “column”").arg(first);
}

Fault MappingParser::beginLayer(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A\\[([^\\]]*)\\]\\s+(\\S+)\\s+(levels\\s+)?(\\S.*)\\z"));
    const QRegularExpressionMatch parts = form.match(text);
    if (!parts.hasMatch())
        return tr("a layer begins with “[table] shape Title”");
    const QString id = parts.captured(1);
    if (!isName(id))
        return tr("“%1” is no name for a table: lower-case letters, digits and “_”").arg(id);
    if (m_ids.contains(id))
        return tr("the layer “%1” is there twice").arg(id);
    const auto shape = shapeOf(parts.captured(2));
    if (!shape)
        return tr("“%1” is no shape: point, line, area or border").arg(parts.captured(2));
    if (const Fault fault = lastIsWhole(); !fault.isEmpty())
        return fault;
    if (m_titles.contains(parts.captured(4)))
        return tr("the title “%1” is there twice").arg(parts.captured(4));
    m_ids.insert(id);
    m_titles.insert(parts.captured(4));
    layers.push_back({id, parts.captured(4), *shape, !parts.captured(3).isEmpty(), {}, {}});
    if (*shape == OsmShape::Point && layers.back().levels)
        return tr("points have no levels");
    return {};
}

Fault MappingParser::match(QStringList words)
{
    const auto [key, values] = keyAndValue(words.isEmpty() ? QString() : words.takeFirst());
    if (key.isEmpty())
        return tr("“match” needs KEY=VALUE");
    OsmLayerRule rule;
    rule.key = key.toStdString();
    for (const QString &value : values.split(u',', Qt::SkipEmptyParts)) {
        if (value == QLatin1String("?"))
            rule.untold = true;
        else if (value != QLatin1String("*"))
            rule.values.push_back(value.toStdString());
    }
    bool with = false;
    for (const QString &word : words) {
        if (const auto [alsoKey, alsoValue] = keyAndValue(word); with && !alsoKey.isEmpty())
            rule.also.emplace_back(alsoKey.toStdString(),
                                   alsoValue == QLatin1String("*") ? std::string() : alsoValue.toStdString());
        else if (word == QLatin1String("with") && !with)
            with = true;
        else if (word == QLatin1String("lived") && !with)
            rule.lived = true;
        else if (word == QLatin1String("close") && !with)
            rule.close = true;
        else
            return tr("“%1” is not understood here").arg(word);
    }
    if (with && rule.also.empty())
        return tr("“with” needs KEY=VALUE");
    layers.back().rules.push_back(std::move(rule));
    return {};
}

Fault MappingParser::column(QStringList words)
{
    OsmColumn column;
    const auto takeLast = [&words](QLatin1String word) { return words.size() > 1 && words.last() == word && (words.removeLast(), true); };
    column.detail = takeLast(QLatin1String("detail"));
    column.number = takeLast(QLatin1String("number"));
    if (words.isEmpty() || words.size() > 2 || !isName(words.first()))
        return tr("“column” needs a name of lower-case letters, digits and “_”, then at most one tag");
    column.name = words.first().toStdString();
    column.tag = words.last().toStdString();
    if (words.last().startsWith(u'@')) {
        const auto source = specialSource(words.last());
        if (!source)
            return tr("“%1” is none of @kind, @stage, @relations, @parties").arg(words.last());
        column.source = *source;
    }
    if (!isFree(layers.back(), column.name))
        return tr("the column “%1” is there twice").arg(words.first());
    layers.back().columns.push_back(std::move(column));
    return {};
}

Fault MappingParser::lastIsWhole() const
{
    return layers.empty() || !layers.back().rules.empty() ? Fault() : tr("the layer “%1” matches nothing").arg(layers.back().id);
}

Fault MappingParser::end() const
{
    return layers.empty() ? tr("there is no layer in it") : lastIsWhole();
}

} // namespace

Result<LayerMapping> LayerMapping::parse(const QByteArray &text, const QString &file)
{
    MappingParser parser;
    int number = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++number;
        if (const Fault fault = parser.line(QString::fromUtf8(line).simplified()); !fault.isEmpty())
            return Error{fault, file, number};
    }
    if (const Fault fault = parser.end(); !fault.isEmpty())
        return Error{fault, file, number};
    LayerMapping mapping;
    mapping.m_layers = std::move(parser.layers);
    mapping.index();
    return mapping;
}

} // namespace ca
