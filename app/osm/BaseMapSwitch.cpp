// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/BaseMapSwitch.h"

#include "osm/OsmTask.h"
#include "store/AtlasFile.h"
#include "window/Session.h"

#include <QFileInfo>
#include <QLocale>

namespace ca {
namespace {

/// Whether what was made before is still what would be made now.
bool isFresh(const OsmSet &set, const QString &atlasFile)
{
    const QFileInfo made(set.baseMapFile());
    return made.isFile() && made.lastModified() >= QFileInfo(atlasFile).lastModified() && made.lastModified() >= QFileInfo(set.layersFile()).lastModified();
}

/// On the worker.
Result<BaseMapReport> makeBaseMap(const OsmSet &set, const QString &atlasFile, const CancelToken &cancel, const OsmTask::Report &report)
{
    // From the atlas, not from the base map that is drawn: what another set has replaced there comes back.
    const Result<std::shared_ptr<const BaseMap>> bundled = AtlasFile::readBaseMap(atlasFile);
    if (!bundled)
        return bundled.error();
    return refreshBaseMap(set.files, **bundled, set.baseMapFile(), {cancel, [&report](double share) { report(share, {}); }});
}

} // namespace

BaseMapSwitch::BaseMapSwitch(Session &session, Start start, Ended ended, QObject *parent)
    : QObject(parent), m_session(session), m_start(std::move(start)), m_ended(std::move(ended))
{
    connect(&session, &Session::atlasLoaded, this, &BaseMapSwitch::renew, Qt::SingleShotConnection);
}

/// One that was drawn last and is older than the atlas by now, as after an update, is made anew.
void BaseMapSwitch::renew()
{
    OsmSet place;
    place.folder = QFileInfo(m_session.baseMapFile()).absolutePath();
    const std::optional<OsmSet> set = m_session.baseMapFile().isEmpty() ? std::nullopt : OsmSets::ofLayersFile(place.layersFile());
    if (set && uses(*set) && !isFresh(*set, m_session.options().atlasFile) && set->missingFiles().isEmpty())
        make(*set);
}

bool BaseMapSwitch::uses(const OsmSet &set) const
{
    return m_session.baseMapFile() == set.baseMapFile();
}

void BaseMapSwitch::use(const OsmSet &set)
{
    if (!isFresh(set, m_session.options().atlasFile))
        return make(set);
    m_session.setBaseMap(set.baseMapFile());
    m_session.report(Session::Severity::Info, tr("The base map is now that of %1.").arg(set.name));
    Q_EMIT changed();
}

void BaseMapSwitch::useBundled()
{
    if (m_session.baseMapFile().isEmpty())
        return;
    m_session.setBaseMap({});
    m_session.report(Session::Severity::Info, tr("The base map is the bundled one again."));
    Q_EMIT changed();
}

void BaseMapSwitch::make(const OsmSet &set)
{
    if (const QStringList missing = set.missingFiles(); !missing.isEmpty()) {
        m_session.report(Session::Severity::Error, tr("A base map is made of the extracts themselves, and these are gone: %1").arg(missing.join(QStringLiteral(", "))));
        Q_EMIT failed();
        return;
    }
    auto *task = new OsmTask(tr("Base map of %1").arg(set.name), [this, set, atlasFile = m_session.options().atlasFile](const CancelToken &cancel, const OsmTask::Report &report) {
        const auto made = std::make_shared<Result<BaseMapReport>>(makeBaseMap(set, atlasFile, cancel, report));
        return std::function<void()>([this, set, made, cancel] { conclude(set, *made, cancel.cancelled()); });
    }, this);
    m_start(task);
}

void BaseMapSwitch::conclude(const OsmSet &set, const Result<BaseMapReport> &report, bool cancelled)
{
    m_ended();
    if (cancelled || !report) {
        m_session.report(cancelled ? Session::Severity::Info : Session::Severity::Error,
                         cancelled ? tr("The base map was not made; nothing has changed.") : tr("No base map was made: %1").arg(report.error().text()));
        Q_EMIT failed();
        return;
    }
    m_session.setBaseMap(set.baseMapFile());
    QStringList lines{tr("The base map is now that of %1: %2 within it, the bundled one beyond.").arg(set.name, coverText(*report))};
    m_session.report(report->remarks.isEmpty() ? Session::Severity::Info : Session::Severity::Warning, (lines + report->remarks).join(u'\n'));
    Q_EMIT changed();
}

} // namespace ca
