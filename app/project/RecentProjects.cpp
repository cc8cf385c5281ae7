// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RecentProjects.h"

#include <QSettings>

namespace ca {
namespace {

constexpr int most = 9;
const QString recentKey = QStringLiteral("projects/recent");

} // namespace

RecentProjects::RecentProjects(bool remember) : m_remember(remember)
{
    if (m_remember)
        m_files = QSettings().value(recentKey).toStringList().mid(0, most);
}

void RecentProjects::add(const QString &file)
{
    m_files.removeAll(file);
    m_files.prepend(file);
    m_files = m_files.mid(0, most);
    keep();
}

void RecentProjects::remove(const QString &file)
{
    m_files.removeAll(file);
    keep();
}

void RecentProjects::clear()
{
    m_files.clear();
    keep();
}

void RecentProjects::keep() const
{
    if (m_remember)
        QSettings().setValue(recentKey, m_files);
}

} // namespace ca
