// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerList.h"

#include "layers/LayerLooks.h"

#include <QtConcurrent>

#include <algorithm>

namespace ca {

LayerList::~LayerList()
{
    m_life.cancel();
    m_preparing.cancel();
}

std::optional<std::size_t> LayerList::place(const QString &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? std::nullopt : std::optional(std::size_t(found - m_entries.begin()));
}

const LayerList::Entry *LayerList::entry(const QString &id) const
{
    const auto at = place(id);
    return at ? &m_entries[*at] : nullptr;
}

void LayerList::add(const QString &path)
{
    m_reading << path;
    Q_EMIT listChanged();
    if (m_projection)
        start(path);
}

void LayerList::start(const QString &path)
{
    QtConcurrent::run([store = m_store, path, plane = m_projection, life = m_life] { return store.open(path, *plane, life); })
        .then(this, [this, path, plane = m_projection](Result<std::vector<ReadyLayer>> layers) { take(path, plane, std::move(layers)); });
}

void LayerList::take(const QString &path, const std::shared_ptr<const Projection> &projection, Result<std::vector<ReadyLayer>> layers)
{
    m_reading.removeOne(path);
    QStringList ids;
    for (std::size_t i = 0; layers && i < layers->size(); ++i) {
        ReadyLayer &layer = (*layers)[i];
        Entry entry;
        entry.id = QString::number(++m_count);
        entry.style = firstLook(layer.data, m_count - 1);
        entry.data = std::make_shared<const LoadedLayer>(std::move(layer.data));
        if (projection == m_projection)
            entry.prepared = layer.prepared;
        m_entries.push_back(entry);
        if (projection != m_projection)
            prepare(entry);
        ids << entry.id;
    }
    Q_EMIT listChanged();
    Q_EMIT changed();
    if (layers)
        Q_EMIT added(ids);
    else
        Q_EMIT failed(path, layers.error().message);
}

void LayerList::prepare(const Entry &entry)
{
    QtConcurrent::run([store = m_store, data = entry.data, plane = m_projection, cancel = m_preparing] {
        return store.prepare(*data, *plane, cancel);
    }).then(this, [this, id = entry.id, cancel = m_preparing](const Result<PreparedUserLayer> &prepared) {
        const auto at = place(id);
        if (!at || cancel.cancelled())
            return;
        m_entries[*at].prepared = prepared ? *prepared : PreparedUserLayer();
        m_entries[*at].problem = prepared ? QString() : prepared.error().message;
        Q_EMIT listChanged();
        Q_EMIT changed();
    });
}

void LayerList::setProjection(std::shared_ptr<const Projection> projection)
{
    if (m_projection && m_projection->recipe() == projection->recipe())
        return;
    const bool first = m_projection == nullptr;
    m_projection = std::move(projection);
    for (qsizetype i = 0; first && i < m_reading.size(); ++i)
        start(m_reading[i]);
    m_preparing.cancel();
    m_preparing = CancelToken();
    for (Entry &entry : m_entries) {
        entry.prepared = {};
        entry.problem.clear();
        prepare(entry);
    }
    if (!m_entries.empty())
        Q_EMIT changed();
}

void LayerList::remove(const QString &id)
{
    const auto at = place(id);
    if (!at)
        return;
    m_entries.erase(m_entries.begin() + std::ptrdiff_t(*at));
    Q_EMIT listChanged();
    Q_EMIT changed();
}

void LayerList::move(const QString &id, int by)
{
    const auto at = place(id);
    if (!at)
        return;
    const auto to = std::size_t(std::clamp<std::ptrdiff_t>(std::ptrdiff_t(*at) + by, 0, std::ptrdiff_t(m_entries.size()) - 1));
    const auto begin = m_entries.begin();
    if (to < *at)
        std::rotate(begin + std::ptrdiff_t(to), begin + std::ptrdiff_t(*at), begin + std::ptrdiff_t(*at) + 1);
    else
        std::rotate(begin + std::ptrdiff_t(*at), begin + std::ptrdiff_t(*at) + 1, begin + std::ptrdiff_t(to) + 1);
    if (to == *at)
        return;
    Q_EMIT listChanged();
    Q_EMIT changed();
}

void LayerList::setStyle(const QString &id, const LayerStyle &style)
{
    const auto at = place(id);
    if (!at || m_entries[*at].style == style)
        return;
    m_entries[*at].style = style;
    Q_EMIT changed();
}

std::vector<UserLayer> LayerList::userLayers() const
{
    std::vector<UserLayer> layers;
    for (const Entry &entry : m_entries) {
        if (entry.prepared.shapes || entry.prepared.picture)
            layers.push_back({entry.id, entry.data->title, entry.prepared.shapes, entry.style, entry.prepared.picture, entry.data->credit});
    }
    return layers;
}

} // namespace ca
