// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/CompiledStyle.h"

#include "base/Logging.h"
#include "base/Tr.h"


#include <algorithm>
#include <mutex>

namespace ca {
namespace {

constexpr std::size_t modes = std::size_t(Mode::Other) + 1;
constexpr std::size_t statuses = std::size_t(Status::Unknown) + 1;

template <class T>
std::vector<T> inOrder(const QStringList &keys, const QHash<QString, T> &values)
{
    std::vector<T> out;
    for (const QString &key : keys)
        out.push_back(values.value(key));
    return out;
}

QStringList corridorIds(const Atlas &atlas)
{
    QStringList ids;
    for (const Subject *corridor : atlas.corridors())
        ids << corridor->id;
    return ids;
}

/// What was compiled, as long as its style is in use.
struct Known {
    std::weak_ptr<const MapStyle> style;
    QStringList corridors;
    std::shared_ptr<const CompiledStyle> compiled;

    [[nodiscard]] bool is(const std::shared_ptr<const MapStyle> &other, const QStringList &ids) const
    {
        // By owner and not by address: a later style may stand where a dead one stood.
        return !style.owner_before(other) && !other.owner_before(style) && corridors == ids;
    }
};

} // namespace

CompiledStyle::CompiledStyle(const MapStyle &style, const Atlas &atlas)
    : m_dark(style.dark), m_colors(inOrder(styleColorKeys(), style.colors)), m_lines(inOrder(styleLineKeys(), style.lines)),
      m_texts(inOrder(styleTextKeys(), style.texts))
{
    const QStringList corridors = corridorIds(atlas);
    for (const QString &corridor : corridors)
        addCorridor(style, corridor);
    findOrphans(style, corridors);
}

void CompiledStyle::addCorridor(const MapStyle &style, const QString &id)
{
    for (std::size_t mode = 0; mode < modes; ++mode) {
        for (std::size_t status = 0; status < statuses; ++status)
            m_segmentLines.push_back(style.segmentLine(id, Mode(mode), Status(status)));
    }
    m_corridorColors.push_back(style.corridorColor(id));
    m_corridorTextColors.push_back(style.corridorTextColor(id));
    if (!style.corridors.contains(id))
        m_warnings.push_back({tr("the corridor “%1” has no colour of its own").arg(id), style.files.value(0), 0});
}

void CompiledStyle::findOrphans(const MapStyle &style, const QStringList &corridors)
{
    for (auto place = style.corridorPlaces.begin(); place != style.corridorPlaces.end(); ++place) {
        if (!corridors.contains(place.key()))
            m_warnings.push_back({tr("the atlas has no corridor “%1”").arg(place.key()), place->file, place->line, place->column});
    }
    std::sort(m_warnings.begin(), m_warnings.end(), [](const Error &a, const Error &b) {
        return std::tie(a.file, a.line, a.column, a.message) < std::tie(b.file, b.line, b.column, b.message);
    });
}

const LineStyle &CompiledStyle::segmentLine(std::size_t corridor, Mode mode, Status status) const
{
    return m_segmentLines[(corridor * modes + std::size_t(mode)) * statuses + std::size_t(status)];
}

std::shared_ptr<const CompiledStyle> CompiledStyle::of(const std::shared_ptr<const MapStyle> &style, const Atlas &atlas)
{
    static std::mutex mutex;
    static std::vector<Known> known;
    const QStringList corridors = corridorIds(atlas);
    const std::scoped_lock lock(mutex);
    std::erase_if(known, [](const Known &entry) { return entry.style.expired(); });
    for (const Known &entry : known) {
        if (entry.is(style, corridors))
            return entry.compiled;
    }
    known.push_back({style, corridors, std::make_shared<const CompiledStyle>(*style, atlas)});
    for (const Error &warning : known.back().compiled->warnings())
        qCDebug(logRender).noquote() << warning.text();
    return known.back().compiled;
}

} // namespace ca
