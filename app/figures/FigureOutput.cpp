// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureOutput.h"

#include "figures/DragHandle.h"
#include "window/Icons.h"
#include "window/Session.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QToolBar>
#include <QtConcurrent>

namespace ca {

namespace {

constexpr double clipDpi = 192;   ///< sharp on screens of today, and not too much for a mail

using Made = std::shared_ptr<const FigureComposition>;

Result<Made> composed(const FigureJob::Make &make, const FigureView &view)
{
    const Result<Figure> figure = make(view, {});
    if (!figure)
        return figure.error();
    Result<FigureComposition> made = FigureComposition::of(*figure);
    return made ? Result<Made>(std::make_shared<const FigureComposition>(std::move(*made))) : Result<Made>(made.error());
}

Result<FigureClip> clipOf(const FigureJob::Make &make, const FigureView &view)
{
    const Result<Made> made = composed(make, view);
    if (!made)
        return made.error();
    WriteOptions options;
    options.dpi = clipDpi;
    options.view = view;
    return FigureClip::of(**made, options);
}

} // namespace

FigureOutput::FigureOutput(Session &session, FigureSupply supply, QWidget &window)
    : QObject(&window), m_session(session), m_supply(std::move(supply)), m_window(window),
      m_export(make(tr("&Export figure …"), QKeySequence(Qt::CTRL | Qt::Key_E), &FigureOutput::exportFigure)),
      m_print(make(tr("&Print …"), QKeySequence::Print, &FigureOutput::print)),
      m_preview(make(tr("Print pre&view …"), {}, &FigureOutput::preview)),
      m_copy(make(tr("&Copy figure"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &FigureOutput::copy))
{
    m_export->setIcon(icon(QStringLiteral("export"), window.palette().color(QPalette::ButtonText)));
    setReady(false);
}

FigureOutput::~FigureOutput() = default;

QAction *FigureOutput::make(const QString &text, const QKeySequence &shortcut, void (FigureOutput::*act)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void FigureOutput::fillFile(QMenu &menu)
{
    menu.addActions({m_export, m_copy, m_preview, m_print});
}

void FigureOutput::fillToolBar(QToolBar &bar)
{
    bar.addAction(m_export);
    bar.addWidget(new DragHandle(*this, &bar));
}

void FigureOutput::setReady(bool ready)
{
    for (QAction *action : {m_export, m_print, m_preview, m_copy})
        action->setEnabled(ready);
}

void FigureOutput::exportFigure()
{
    const FigureJob::Make make = m_supply.maker();
    if (!make)
        return;
    auto *dialog = new ExportDialog(m_session, m_supply.view(), make, m_settled ? ExportDialog::Page::Settled : ExportDialog::Page::Open, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this, &FigureOutput::written);
    connect(dialog, &ExportDialog::checkRequested, this, [this, dialog] { Q_EMIT checkRequested(dialog->view()); });
    dialog->open();
}

void FigureOutput::begin(const QString &text)
{
    m_session.report(Session::Severity::Info, text);
}

void FigureOutput::failed(const QString &what, const Error &error)
{
    m_session.report(Session::Severity::Error, QStringLiteral("%1: %2").arg(what, error.text()));
}

void FigureOutput::compose(const std::function<void(const Made &)> &use)
{
    const FigureJob::Make make = m_supply.maker();
    if (!make)
        return;
    QtConcurrent::run([make, view = m_supply.view()] { return composed(make, view); }).then(this, [this, use](const Result<Made> &made) {
        if (made)
            use(*made);
        else
            failed(tr("The figure cannot be drawn"), made.error());
    });
}

void FigureOutput::copy()
{
    const FigureJob::Make make = m_supply.maker();
    if (!make)
        return;
    QtConcurrent::run([make, view = m_supply.view()] { return clipOf(make, view); }).then(this, [this](const Result<FigureClip> &clip) {
        if (!clip)
            return failed(tr("Nothing was copied"), clip.error());
        QGuiApplication::clipboard()->setMimeData(clip->mime().release());
        begin(tr("The figure is on the clipboard: as picture, drawing, page and text."));
    });
}

void FigureOutput::prepareDrag()
{
    const FigureJob::Make make = m_supply.maker();
    if (!make)
        return;
    const FigureView view = m_supply.view();
    if (m_dragClip.isValid() && view == m_dragView)
        return;
    m_dragView = view;
    m_dragClip = QtConcurrent::run([make, view] { return clipOf(make, view); });
}

} // namespace ca
