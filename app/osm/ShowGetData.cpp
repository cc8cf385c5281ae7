// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ShowGetData.h"

#include "osm/GetDataDialog.h"
#include "window/Session.h"

#include <QSettings>
#include <QStandardPaths>

namespace ca {

GetDataDialog *showGetData(const Session &session, QWidget &window)
{
    auto *dialog = window.findChild<GetDataDialog *>();
    if (!dialog) {
        DataOffer offer;
        offer.extracts = bundledExtracts().extracts;
        for (const OfferedExtract &extract : offer.extracts) {
            for (const QString &corridor : extract.corridors)
                offer.corridorTitles.insert(corridor, session.atlas() ? session.atlas()->displayName(corridor, session.look().namePolicy, session.look().language) : corridor);
        }
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/osm");
        offer.remember = session.options().remember;
        offer.folder = offer.remember ? QSettings().value(QStringLiteral("download/folder"), folder).toString() : folder;
        dialog = new GetDataDialog(std::move(offer), &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

} // namespace ca
