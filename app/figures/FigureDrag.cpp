// SPDX-License-Identifier: GPL-3.0-or-later
// FigureOutput: what goes to other programs and to paper.
#include "figures/FigureOutput.h"

#include "figures/FigurePrint.h"
#include "sharing/WholeFile.h"
#include "window/Session.h"

#include <QDrag>
#include <QGuiApplication>
#include <QMimeData>
#include <QPixmap>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QUrl>
#include <QtConcurrent>

namespace ca {

std::unique_ptr<QMimeData> FigureOutput::dragData()
{
    prepareDrag();
    if (!m_dragClip.isValid())
        return nullptr;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    m_dragClip.waitForFinished();
    QGuiApplication::restoreOverrideCursor();
    const Result<FigureClip> clip = m_dragClip.result();
    if (!clip) {
        failed(tr("The figure cannot be dragged"), clip.error());
        return nullptr;
    }
    std::unique_ptr<QMimeData> mime = clip->mime();
    const QString path = m_dragged.filePath(exportFileStem(m_dragView) + QStringLiteral(".png"));
    if (const Result<Done> done = writeWhole(path, clip->png))
        mime->setUrls({QUrl::fromLocalFile(path)});
    return mime;
}

void FigureOutput::drag(QWidget &handle)
{
    std::unique_ptr<QMimeData> mime = dragData();
    if (!mime)
        return;
    auto *drag = new QDrag(&handle);
    const QImage picture = qvariant_cast<QImage>(mime->imageData());
    drag->setPixmap(QPixmap::fromImage(picture.scaled(160, 160, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    drag->setMimeData(mime.release());
    drag->exec(Qt::CopyAction);
}

void FigureOutput::print()
{
    compose([this](const Made &figure) { askAndPrint(figure); });
}

void FigureOutput::preview()
{
    compose([this](const Made &figure) { showPreview(figure); });
}

void FigureOutput::askAndPrint(const Made &figure)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    figureprint::setPaper(*printer, *figure);
    auto *dialog = new QPrintDialog(printer.get(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print figure"));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer, figure] { printOn(printer, figure); });
    // The dialog uses the printer until it is gone.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void FigureOutput::printOn(const std::shared_ptr<QPrinter> &printer, const Made &figure)
{
    QtConcurrent::run([printer, figure] { return figureprint::print(*printer, *figure); }).then(this, [this, printer](bool printed) {
        if (!printed)
            return failed(tr("Nothing was printed"), Error{tr("the printer does not answer"), {}, 0});
        begin(printer->outputFileName().isEmpty() ? tr("The figure was sent to the printer %1.").arg(printer->printerName())
                                                  : tr("Printed to %1").arg(printer->outputFileName()));
    });
}

void FigureOutput::showPreview(const Made &figure)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    figureprint::setPaper(*printer, *figure);
    auto *dialog = new QPrintPreviewDialog(printer.get(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print preview"));
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, figure](QPrinter *paper) {
        if (!figureprint::print(*paper, *figure))
            failed(tr("No preview"), Error{tr("the printer does not answer"), {}, 0});
    });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->resize(900, 700);
    dialog->open();
}

} // namespace ca
