// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/LayerStore.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace ca {

/// The user's own layers, lowest first. Files are read and brought into the map's projection on workers. Lives on the GUI
/// thread.
class LayerList : public QObject {
    Q_OBJECT
public:
    struct Entry {
        QString id;                                  ///< unique while the program runs
        std::shared_ptr<const LoadedLayer> data;
        LayerStyle style;
        PreparedUserLayer prepared;                  ///< both null until it is ready
        QString problem;                             ///< why it cannot be shown in this projection; empty = none
    };

    explicit LayerList(const LayerStore &store, QObject *parent = nullptr) : QObject(parent), m_store(store) {}
    ~LayerList() override;

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *entry(const QString &id) const;
    /// Files that are still being read, or wait for the first projection.
    [[nodiscard]] const QStringList &reading() const { return m_reading; }

    /// Reads @p path; ends in added() or failed(), unless the list dies before.
    void add(const QString &path);
    void remove(const QString &id);
    void move(const QString &id, int by);            ///< > 0 = up; not beyond the ends
    void setStyle(const QString &id, const LayerStyle &style);
    /// The projection that entries are needed in from now on; changed() tells as they get ready.
    void setProjection(std::shared_ptr<const Projection> projection);
    /// Those that are ready.
    [[nodiscard]] std::vector<UserLayer> userLayers() const;

Q_SIGNALS:
    void listChanged();          ///< which layers there are, their order, what is being read
    void changed();              ///< what they look like on the map, or that they can be drawn now; after listChanged() too
    void added(const QStringList &ids);
    void failed(const QString &path, const QString &reason);

private:
    void start(const QString &path);
    void take(const QString &path, const std::shared_ptr<const Projection> &projection, Result<std::vector<ReadyLayer>> layers);
    void prepare(const Entry &entry);
    [[nodiscard]] std::optional<std::size_t> place(const QString &id) const;

    LayerStore m_store;
    std::vector<Entry> m_entries;
    QStringList m_reading;
    std::shared_ptr<const Projection> m_projection;
    CancelToken m_life;          ///< of everything
    CancelToken m_preparing;     ///< for the present projection
    std::size_t m_count = 0;     ///< layers there have been
};

} // namespace ca
