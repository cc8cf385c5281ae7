// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/ExportDialog.h"

#include "figure/FigurePresets.h"
#include "figures/CheckInputs.h"
#include "figures/PageSection.h"
#include "figures/TextSection.h"
#include "window/Session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace ca {
namespace {

using Found = std::vector<Finding>;

} // namespace

ExportDialog::ExportDialog(Session &session, const FigureView &view, FigureJob::Make make, Page page, QWidget *parent)
    : QDialog(parent), m_session(session), m_make(make), m_export(std::move(make)), m_format(new QComboBox(this)), m_dpi(new QSpinBox(this)),
      m_outlines(new QCheckBox(tr("Text as &outlines"), this)), m_worldFile(new QCheckBox(tr("Map frame with &world file"), this)),
      m_result(new QLabel(this)), m_objections(new QLabel(this)), m_showCheck(new QPushButton(tr("Show &check"), this)),
      m_problem(new QLabel(this)), m_progress(new QProgressBar(this)), m_buttons(new QDialogButtonBox(this)), m_fields(new QWidget(this))
{
    setWindowTitle(tr("Export figure"));
    m_document.reset(view);
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    if (page == Page::Open)
        addPage(*fields);
    auto *form = new QFormLayout;
    addFields(*form);
    fields->addLayout(form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(m_fields);
    addObjections(*layout);
    addOutcome(*layout);
    connectExport();
    restoreFields();
    refresh();
    check();
}

void ExportDialog::addPage(QVBoxLayout &layout)
{
    layout.addWidget(new TextSection(m_document, this));
    layout.addWidget(new PageSection(m_document, m_session.styles(), this));
    connect(&m_document, &FigureDocument::changed, this, [this] {
        refresh();
        check();
    });
}

void ExportDialog::addFields(QFormLayout &form)
{
    m_format->setObjectName(QStringLiteral("exportFormat"));
    for (const FigureFormatWords &format : figureFormats())
        m_format->addItem(format.title, format.id);
    m_dpi->setObjectName(QStringLiteral("exportDpi"));
    m_dpi->setRange(72, 1200);
    m_dpi->setSuffix(tr(" dpi"));
    m_outlines->setObjectName(QStringLiteral("exportOutlines"));
    m_outlines->setToolTip(tr("For programs that do not have the fonts; the text can then no longer be edited or searched"));
    m_worldFile->setObjectName(QStringLiteral("exportWorldFile"));
    m_worldFile->setToolTip(tr("The map alone, with its place on the earth in a file beside it, for other map programs"));
    m_result->setObjectName(QStringLiteral("exportResult"));
    m_result->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(tr("&Format"), m_format);
    form.addRow(tr("&Resolution"), m_dpi);
    form.addRow(QString(), m_outlines);
    form.addRow(QString(), m_worldFile);
    form.addRow(tr("Result"), m_result);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    connect(m_worldFile, &QCheckBox::toggled, this, &ExportDialog::refresh);
}

void ExportDialog::addObjections(QVBoxLayout &layout)
{
    m_objections->setObjectName(QStringLiteral("exportObjections"));
    m_objections->setWordWrap(true);
    m_showCheck->setObjectName(QStringLiteral("exportShowCheck"));
    m_showCheck->setAutoDefault(false);
    m_showCheck->setToolTip(tr("Close this and show what is objected to, with a way to mend it"));
    connect(m_showCheck, &QPushButton::clicked, this, [this] {
        QDialog::reject();
        Q_EMIT checkRequested();
    });
    auto *row = new QHBoxLayout;
    row->addWidget(m_objections, 1);
    row->addWidget(m_showCheck);
    layout.addLayout(row);
    m_showCheck->hide();
}

void ExportDialog::addOutcome(QVBoxLayout &layout)
{
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->hide();
    m_progress->setRange(0, 0);
    m_progress->hide();
    m_save = m_buttons->addButton(tr("&Export …"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    m_buttons->addButton(QDialogButtonBox::Cancel);
    layout.addWidget(m_problem);
    layout.addWidget(m_progress);
    layout.addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::askAndWrite);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
}

void ExportDialog::connectExport()
{
    connect(&m_export, &FigureExport::stageChanged, this, &ExportDialog::tell);
    connect(&m_export, &FigureExport::written, this, [this](const QString &path, const QStringList &warnings) {
        setBusy(false);
        Q_EMIT written(path, warnings);
        accept();
    });
    connect(&m_export, &FigureExport::failed, this, [this](const QString &reason) {
        setBusy(false);
        tell(tr("Nothing was written. %1").arg(reason));
    });
    connect(&m_export, &FigureExport::cancelled, this, [this] {
        setBusy(false);
        tell(tr("Cancelled: nothing was written."));
    });
}

const FigureFormatWords &ExportDialog::format() const
{
    return figureFormats()[static_cast<std::size_t>(std::max(0, m_format->currentIndex()))];
}

WriteOptions ExportDialog::options() const
{
    WriteOptions options;
    options.format = format().format;
    options.dpi = m_dpi->value();
    options.textAsOutlines = format().outlines && m_outlines->isChecked();
    options.worldFile = format().worldFile && m_worldFile->isChecked();
    return options;
}

void ExportDialog::refresh()
{
    m_dpi->setEnabled(format().pixels);
    m_outlines->setVisible(format().outlines);
    m_worldFile->setVisible(format().worldFile);
    m_result->setText(resultText(format(), view().figure.page, m_dpi->value(), m_worldFile->isChecked()));
}

/// Makes the figure once, on a worker, to say what is objected to. Export does not wait for it.
void ExportDialog::check()
{
    m_checking.cancel();
    m_checking = CancelToken();
    m_objections->setText(tr("Checking the figure …"));
    m_showCheck->hide();
    QtConcurrent::run([make = m_make, view = view(), inputs = CheckInputs(m_session).of(view().figure), token = m_checking]() -> Result<Found> {
        const Result<Figure> figure = make(view, token);
        if (!figure || token.cancelled())
            return figure ? Error{QStringLiteral("cancelled"), {}, 0} : figure.error();
        const Result<FigureComposition> made = FigureComposition::of(*figure);
        if (!made)
            return made.error();
        return FigureCheck::findings(*figure, *made, inputs);
    }).then(this, [this, token = m_checking](const Result<Found> &found) {
        if (token.cancelled())
            return;
        if (found)
            showFindings(FigureCheck::objections(*found), int(found->size()));
        else
            m_objections->setText(tr("The figure cannot be drawn: %1").arg(found.error().text()));
    });
}

void ExportDialog::showFindings(int objections, int all)
{
    const int remarks = all - objections;
    const QString objected = objections == 0   ? tr("A careful editor would object to nothing")
                             : objections == 1 ? tr("One objection to the figure")
                                               : tr("%1 objections to the figure").arg(objections);
    const QString remarked = remarks == 0 ? QString() : remarks == 1 ? tr("; one remark") : tr("; %1 remarks").arg(remarks);
    m_objections->setText(objected + remarked + u'.');
    m_showCheck->setVisible(all > 0);
}

void ExportDialog::write(const QString &path)
{
    if (m_export.running())
        return;
    setBusy(true);
    m_export.start(view(), path, options());
}

void ExportDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_fields->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_showCheck->setEnabled(!busy);
    if (busy)
        m_buttons->button(QDialogButtonBox::Cancel)->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::tell(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
}

void ExportDialog::reject()
{
    if (m_export.running()) {  // its end is told
        m_export.cancel();
        return tell(tr("Cancelling …"));
    }
    m_checking.cancel();
    QDialog::reject();
}

} // namespace ca
