// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/Session.h"

#include <QUrl>

#include <functional>

namespace ca {

/// What a click on a link in a panel does: select, read, or open a page in the user's browser. The only place
/// from which the program leaves the machine, and only by such a click.
class LinkHandler : public QObject {
    Q_OBJECT
public:
    explicit LinkHandler(Session &session, QObject *parent = nullptr);

    /// subject:ID selects; passage:ID selects and reads where there is a copy; read:ID reads;
    /// open:ID opens the article at the passage; record:ID opens the page of a source;
    /// osm:way/123 opens the object's page at openstreetmap.org.
    void follow(const QUrl &link);
    /// Address a link would open; empty when it opens none. For tool tips.
    [[nodiscard]] QUrl addressOf(const QUrl &link) const;
    /// Selects a passage of the atlas or of the project; the subject stays if the passage speaks of it, else its first subject is selected.
    void selectPassage(const QString &passage);
    /// How addresses are opened; tests put their own in.
    void setOpener(std::function<bool(const QUrl &)> opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    void readRequested(const QString &passage);

private:
    void selectOwn(const QString &id);
    void openAddress(const QUrl &address);

    Session &m_session;
    std::function<bool(const QUrl &)> m_opener;
};

} // namespace ca
