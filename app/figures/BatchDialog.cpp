// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/BatchDialog.h"

#include "figure/FigureFormats.h"
#include "figure/FigurePresets.h"
#include "panels/Describe.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {

namespace {

/// A label whose key leads to the first of @p boxes.
QLabel *labelOf(const std::vector<QCheckBox *> &boxes, const QString &text)
{
    auto *label = new QLabel(text);
    label->setBuddy(boxes.front());
    return label;
}

/// Boxes in rows of @p columns.
QGridLayout *grid(const std::vector<QCheckBox *> &boxes, int columns)
{
    auto *layout = new QGridLayout;
    for (std::size_t at = 0; at < boxes.size(); ++at)
        layout->addWidget(boxes[at], static_cast<int>(at) / columns, static_cast<int>(at) % columns);
    return layout;
}

} // namespace

BatchDialog::BatchDialog(BatchSource source, const QString &folder, QWidget *parent)
    : QDialog(parent), m_source(std::move(source)), m_form(new QWidget(this)), m_what(new QComboBox(this)), m_corridor(new QComboBox(this)),
      m_preset(new QComboBox(this)), m_dpi(new QSpinBox(this)), m_policy(new QComboBox(this)), m_folder(new QLineEdit(this)),
      m_count(new QLabel(this)), m_progress(new QProgressBar(this)), m_results(new QTreeWidget(this))
{
    setWindowTitle(tr("Many figures at once"));
    m_folder->setText(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation) : folder);
    buildForm();
    buildResults();
    refresh();
}

BatchDialog::~BatchDialog() = default;

void BatchDialog::buildForm()
{
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    addSubjects(*form);
    addPage(*form);
    addNames(*form);
    addFolder(*form);
    auto *buttons = new QDialogButtonBox(this);
    m_start = buttons->addButton(tr("Make figures"), QDialogButtonBox::ActionRole);
    m_start->setDefault(true);
    m_open = buttons->addButton(tr("Open folder"), QDialogButtonBox::ActionRole);
    m_open->setEnabled(false);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : {m_form, static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_progress)})
        layout->addWidget(widget);
    layout->addWidget(m_results, 1);
    layout->addWidget(buttons);
    m_count->setWordWrap(true);
    m_progress->hide();
    connect(m_start, &QPushButton::clicked, this, &BatchDialog::start);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder->text())); });
    connect(buttons, &QDialogButtonBox::rejected, this, &BatchDialog::reject);
}

void BatchDialog::addSubjects(QFormLayout &form)
{
    const auto choice = [this](const QString &text, BatchPlan::What what) { m_what->addItem(text, static_cast<int>(what)); };
    choice(tr("Every corridor"), BatchPlan::What::Corridors);
    choice(tr("Every segment of one corridor"), BatchPlan::What::SegmentsOfCorridor);
    choice(tr("Every segment"), BatchPlan::What::Segments);
    if (!m_source.views.empty())
        choice(tr("Every view of the project"), BatchPlan::What::Views);
    for (const Subject *corridor : m_source.atlas->corridors())
        m_corridor->addItem(m_source.atlas->displayName(corridor->id, m_source.like.namePolicy, m_source.like.language), corridor->id);
    m_corridor->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_corridor->setMinimumContentsLength(28);
    form.addRow(tr("&Figures of"), m_what);
    form.addRow(tr("&Corridor"), m_corridor);
    connect(m_what, &QComboBox::currentIndexChanged, this, &BatchDialog::refresh);
    connect(m_corridor, &QComboBox::currentIndexChanged, this, &BatchDialog::refresh);
}

void BatchDialog::addPage(QFormLayout &form)
{
    m_preset->addItem(tr("As the figure or view has it"), QString());
    for (const FigurePreset &preset : figurePresets())
        m_preset->addItem(preset.title, preset.id);
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(m_source.like.figure.preset)));
    m_dpi->setRange(10, 1200);
    m_dpi->setSuffix(tr(" dpi"));
    m_dpi->setValue(192);
    takePreset();
    for (const FigureFormatWords &format : figureFormats()) {
        m_formats.push_back(new QCheckBox(format.title, this));
        m_formats.back()->setChecked(format.format == FigureFormat::Png);
        connect(m_formats.back(), &QCheckBox::toggled, this, &BatchDialog::refresh);
    }
    form.addRow(tr("&Page"), m_preset);
    form.addRow(labelOf(m_formats, tr("F&ormats")), grid(m_formats, 3));
    form.addRow(tr("&Resolution of pictures"), m_dpi);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &BatchDialog::takePreset);
}

void BatchDialog::addNames(QFormLayout &form)
{
    for (const auto &[title, code] : describe::languageChoices()) {
        m_languages.push_back(new QCheckBox(title, this));
        connect(m_languages.back(), &QCheckBox::toggled, this, &BatchDialog::refresh);
    }
    m_policy->addItem(tr("As the figure or view has it"), QString());
    for (const auto &[title, policy] : describe::namePolicyChoices())
        m_policy->addItem(title, policy);
    form.addRow(labelOf(m_languages, tr("&Languages, or none: as it is")), grid(m_languages, 3));
    form.addRow(tr("&Names"), m_policy);
}

void BatchDialog::addFolder(QFormLayout &form)
{
    auto *browse = new QPushButton(tr("&Choose …"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("In&to the folder"), this);
    label->setBuddy(m_folder);
    form.addRow(label, row);
    connect(browse, &QPushButton::clicked, this, &BatchDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &BatchDialog::refresh);
}

void BatchDialog::buildResults()
{
    m_results->setHeaderLabels({tr("Figure"), tr("How it ended")});
    m_results->setUniformRowHeights(false);
    m_results->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_results->setMinimumSize(480, 120);
}

void BatchDialog::takePreset()
{
    if (const FigurePreset *preset = figurePreset(m_preset->currentData().toString()))
        m_dpi->setValue(qRound(preset->dpi));
}

void BatchDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the figures"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

BatchPlan BatchDialog::plan() const
{
    BatchPlan plan;
    plan.what = static_cast<BatchPlan::What>(m_what->currentData().toInt());
    plan.corridor = m_corridor->currentData().toString();
    plan.preset = m_preset->currentData().toString();
    plan.dpi = m_dpi->value();
    for (std::size_t at = 0; at < m_formats.size(); ++at) {
        if (m_formats[at]->isChecked())
            plan.formats.push_back(figureFormats()[at].format);
    }
    for (std::size_t at = 0; at < m_languages.size(); ++at) {
        if (m_languages[at]->isChecked())
            plan.languages << describe::labelLanguages()[static_cast<qsizetype>(at)];
    }
    plan.namePolicy = fromId<NamePolicy>(m_policy->currentData().toString());
    plan.folder = m_folder->text();
    return plan;
}

/// Says beforehand what there will be, and what it will replace.
void BatchDialog::refresh()
{
    if (isRunning() || !m_start)
        return;
    const BatchPlan now = plan();
    m_corridor->setEnabled(now.what == BatchPlan::What::SegmentsOfCorridor);
    const bool folder = !now.folder.isEmpty() && !QFileInfo(now.folder).isFile();
    const QStringList files = folder ? now.files(m_source) : QStringList();
    const auto there = std::count_if(files.begin(), files.end(), [](const QString &path) { return QFileInfo::exists(path); });
    m_count->setText(now.formats.empty() ? tr("Choose at least one format.")
                     : !folder           ? tr("Choose a folder.")
                     : there > 0         ? tr("Files: %1. Of these %2 are there already and will be replaced.").arg(files.size()).arg(there)
                                         : tr("Files: %1.").arg(files.size()));
    m_start->setEnabled(!files.isEmpty());
}

void BatchDialog::start()
{
    const BatchPlan chosen = plan();
    std::vector<FigureTask> tasks = chosen.tasks(m_source);
    if (isRunning() || chosen.formats.empty() || tasks.empty())
        return;
    m_results->clear();
    m_written = m_failed = 0;
    if (!QDir().mkpath(chosen.folder)) {
        m_count->setText(tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(chosen.folder)));
        return;
    }
    m_job = std::make_unique<BatchJob>(m_source.maker, std::move(tasks), BatchChecks{true, false, m_source.checked});
    connect(m_job.get(), &BatchJob::progressed, this, &BatchDialog::add);
    connect(m_job.get(), &BatchJob::finished, this, &BatchDialog::conclude);
    setRunning(true);
    m_job->start();
}

void BatchDialog::setRunning(bool running)
{
    m_form->setEnabled(!running);
    m_start->setEnabled(!running);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_progress->setVisible(running);
    m_progress->setRange(0, m_job ? m_job->count() : 1);
    m_progress->setValue(0);
}

void BatchDialog::add(int done, const FigureOutcome &outcome)
{
    m_progress->setValue(done);
    m_written += static_cast<int>(outcome.written.size());
    m_failed += outcome.errors.empty() ? 0 : 1;
    if (outcome.cancelled && outcome.written.empty())
        return;
    const int objections = FigureCheck::objections(outcome.findings);
    const QString state = !outcome.errors.empty() ? tr("Failed")
        : objections > 0                          ? tr("Written; objections: %1").arg(objections)
        : !outcome.warnings.isEmpty()             ? tr("Written; warnings: %1").arg(outcome.warnings.size())
                                                  : tr("Written");
    auto *item = new QTreeWidgetItem(m_results, {outcome.id, state});
    const auto tell = [&](const QString &text) {
        auto *child = new QTreeWidgetItem(item, {QString(), text});
        child->setToolTip(1, text);
    };
    for (const Error &error : outcome.errors)
        tell(error.text());
    for (const Finding &finding : outcome.findings)
        tell(severityTitle(finding.severity) + QStringLiteral(": ") + finding.sentence);
    for (const QString &warning : outcome.warnings)
        tell(warning);
    item->setExpanded(!outcome.errors.empty());
    m_results->scrollToItem(item);
}

void BatchDialog::conclude(bool cancelled)
{
    // The job is telling this just now: it goes when it has done so.
    m_job.release()->deleteLater();
    setRunning(false);
    m_open->setEnabled(m_written > 0);
    const QString counts = m_failed > 0 ? tr("Files written: %1. Figures that failed: %2.").arg(m_written).arg(m_failed)
                                        : tr("Files written: %1.").arg(m_written);
    m_count->setText(cancelled ? tr("Cancelled. %1").arg(counts) : counts);
    Q_EMIT finished(m_written, m_failed, cancelled);
}

void BatchDialog::reject()
{
    if (m_job)
        m_job->cancel();
    else
        QDialog::reject();
}

} // namespace ca
