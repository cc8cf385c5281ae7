// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureEvidence.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

class QWidget;

namespace ca {

class Session;
class ViewRestorer;

/// Takes in figures that this program wrote: their view is restored, their sources are shown. Files are read on a worker.
class FigureIntake : public QObject {
    Q_OBJECT
public:
    /// The way files went before there were figures: sources, layers.
    using OldWay = std::function<void(const QStringList &files)>;

    /// All outlive this; @p window carries the dialogs.
    FigureIntake(Session &session, ViewRestorer &restorer, QWidget &window, OldWay oldWay);

    /// By its name: evidence is looked for in no other file.
    [[nodiscard]] static bool mayBeFigure(const QString &path);
    /// Figures are taken in, everything else goes the old way. A file that is both is asked about. Ends in taken().
    void take(const QStringList &files);
    /// As a figure without asking; told where it is none.
    void open(const QString &file);
    void chooseAndOpen();

Q_SIGNALS:
    void figureOpened();    ///< the page may be shown
    void taken();           ///< files have been told apart, and were handed on

private:
    using Read = std::pair<QString, Result<FigureEvidence>>;
    void sort(const std::vector<Read> &files);
    void takeFigure(const QString &file, const FigureEvidence &evidence, bool ask);
    void restore(const QString &file, const FigureEvidence &evidence);
    [[nodiscard]] QStringList differences(const FigureEvidence &evidence) const;

    Session &m_session;
    ViewRestorer &m_restorer;
    QWidget &m_window;
    OldWay m_oldWay;
};

} // namespace ca
