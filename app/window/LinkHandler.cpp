// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/LinkHandler.h"

#include "anchor/TextFragment.h"
#include "project/Project.h"

#include <QDesktopServices>
#include <QRegularExpression>

#include <algorithm>

namespace ca {
namespace {

/// Of "way/123"; empty for anything else.
QUrl osmAddress(const QString &object)
{
    static const QRegularExpression wanted(QStringLiteral("^(node|way|relation)/[1-9][0-9]{0,18}$"));
    return wanted.match(object).hasMatch() ? QUrl(QStringLiteral("https://www.openstreetmap.org/") + object) : QUrl();
}

} // namespace

LinkHandler::LinkHandler(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_opener([](const QUrl &url) { return QDesktopServices::openUrl(url); })
{
}

void LinkHandler::follow(const QUrl &link)
{
    const QString scheme = link.scheme();
    const QString id = link.path();
    if (scheme == QLatin1String("subject"))
        m_session.selection().selectSubject(id);
    else if (scheme == QLatin1String("passage") || scheme == QLatin1String("read"))
        selectPassage(id);
    else
        openAddress(addressOf(link));

    const Passage *passage = m_session.atlas() ? m_session.atlas()->passage(id) : nullptr;
    const bool reads = scheme == QLatin1String("read") || scheme == QLatin1String("passage");
    const bool held = passage ? m_session.sources().hasArticle(passage->record) : m_session.project().passage(id) != nullptr;
    if (reads && held)
        Q_EMIT readRequested(id);
}

QUrl LinkHandler::addressOf(const QUrl &link) const
{
    if (link.scheme() == QLatin1String("osm"))
        return osmAddress(link.path());
    const auto &atlas = m_session.atlas();
    if (!atlas)
        return {};
    if (link.scheme() == QLatin1String("record")) {
        const Record *record = atlas->record(link.path());
        return record ? record->url() : QUrl();
    }
    if (link.scheme() != QLatin1String("open"))
        return {};
    const Passage *passage = atlas->passage(link.path());
    const Record *record = passage ? atlas->record(passage->record) : nullptr;
    return record ? passageUrl(*record, *passage) : QUrl();
}

void LinkHandler::selectPassage(const QString &id)
{
    const Passage *passage = m_session.atlas() ? m_session.atlas()->passage(id) : nullptr;
    if (!passage)
        return selectOwn(id);
    const auto links = m_session.atlas()->passages(m_session.selection().subject());
    const bool listed = std::any_of(links.begin(), links.end(),
                                    [passage](const PassageLink &link) { return link.passage == passage; });
    const QString subject = listed || passage->subjects.empty() ? QString() : passage->subjects.front().id;
    m_session.selection().selectPassage(id, subject);
}

void LinkHandler::selectOwn(const QString &id)
{
    const auto links = m_session.project().linksOfPassage(id);
    const QString present = m_session.selection().subject();
    const bool listed = std::any_of(links.begin(), links.end(), [&](const ProjectLink &link) { return link.subject == present; });
    if (m_session.project().passage(id))
        m_session.selection().selectPassage(id, listed || links.empty() ? QString() : links.front().subject);
}

void LinkHandler::openAddress(const QUrl &address)
{
    if (address.isEmpty())
        return;
    if (!m_opener(address))
        m_session.report(Session::Severity::Warning, tr("No program is set up to open %1").arg(address.toString()));
}

} // namespace ca
