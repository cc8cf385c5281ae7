// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/ExportDialog.h"
#include "figures/FigureClip.h"
#include "figures/FigureExport.h"

#include <QFuture>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

class QAction;
class QMenu;
class QPrinter;
class QToolBar;

namespace ca {

/// What leaves the program of a figure: files, print, clipboard, drags. Figures are made on workers; each command ends in one
/// message.
class FigureOutput : public QObject {
    Q_OBJECT
public:
    /// All outlive this; @p window carries the dialogs.
    FigureOutput(Session &session, FigureSupply supply, QWidget &window);
    ~FigureOutput() override;

    void fillFile(QMenu &menu);
    void fillToolBar(QToolBar &bar);
    /// Commands can be given once there is something to make figures of.
    void setReady(bool ready);
    /// Whether the figure has been seen by its author; else its page is asked for, too.
    void setSettled(bool settled) { m_settled = settled; }

    void exportFigure();
    void print();
    void preview();
    void copy();

    /// What a drag takes along is made ahead, when the pointer comes near; drag() waits for what is not ready.
    void prepareDrag();
    /// Drags the figure out of the window from @p handle; returns when it is dropped.
    void drag(QWidget &handle);
    /// Null when the figure cannot be made, which is told. The file lives as long as the program.
    [[nodiscard]] std::unique_ptr<QMimeData> dragData();

Q_SIGNALS:
    /// To be told with a way to the file's folder.
    void written(const QString &path, const QStringList &warnings);
    /// To see what is objected to in the figure of @p view.
    void checkRequested(const ca::FigureView &view);

private:
    using Made = std::shared_ptr<const FigureComposition>;
    QAction *make(const QString &text, const QKeySequence &shortcut, void (FigureOutput::*act)());
    /// Makes the figure on a worker and hands it to @p use on the GUI thread; failures are told.
    void compose(const std::function<void(const Made &)> &use);
    void askAndPrint(const Made &figure);
    void showPreview(const Made &figure);
    void printOn(const std::shared_ptr<QPrinter> &printer, const Made &figure);
    void failed(const QString &what, const Error &error);
    void begin(const QString &text);

    Session &m_session;
    FigureSupply m_supply;
    QWidget &m_window;
    bool m_settled = false;
    QAction *m_export;
    QAction *m_print;
    QAction *m_preview;
    QAction *m_copy;
    QTemporaryDir m_dragged;                         ///< files of drags: those who take them read when they like
    FigureView m_dragView;                           ///< of what is being made for a drag
    QFuture<Result<FigureClip>> m_dragClip;
};

} // namespace ca
