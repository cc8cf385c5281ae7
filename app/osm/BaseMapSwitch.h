// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/BaseMapRefresh.h"
#include "osm/OsmSets.h"

#include <QObject>

#include <functional>
#include <memory>

namespace ca {

class OsmTask;
class Session;

/// Which base map is under the map: the atlas' own, or one made of a set's extracts and kept beside its layers. Made on a worker
/// with the first use, and anew where the atlas or the set is newer.
class BaseMapSwitch : public QObject {
    Q_OBJECT
public:
    using Start = std::function<void(OsmTask *task)>;
    using Ended = std::function<void()>;
    /// @param start runs a task with its progress; use() is not called while one runs. @param ended called before a task that
    /// is done is told of.
    BaseMapSwitch(Session &session, Start start, Ended ended, QObject *parent);

    /// Whether the base map that is drawn is this set's.
    [[nodiscard]] bool uses(const OsmSet &set) const;
    /// Told by changed() or failed(), once.
    void use(const OsmSet &set);
    /// The atlas' own again.
    void useBundled();

Q_SIGNALS:
    void changed();
    void failed();

private:
    void renew();
    void make(const OsmSet &set);
    void conclude(const OsmSet &set, const Result<BaseMapReport> &report, bool cancelled);

    Session &m_session;
    Start m_start;
    Ended m_ended;
};

} // namespace ca
