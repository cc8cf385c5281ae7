// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/GetDataDialog.h"

#include "osm/ExtractTable.h"
#include "osm/ProxyForm.h"
#include "osm/TransferWords.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {

namespace {

constexpr int barSteps = 1000;

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

GetDataDialog::GetDataDialog(DataOffer offer, QWidget *parent)
    : QDialog(parent), m_offer(std::move(offer)), m_table(new ExtractTable(m_offer.extracts, m_offer.corridorTitles, this)),
      m_folder(new QLineEdit(QDir::toNativeSeparators(m_offer.folder), this)), m_choose(new QPushButton(tr("C&hoose …"), this)),
      m_again(new QCheckBox(tr("Also those that are as &new here as on the server"), this)), m_proxy(new ProxyForm(this)),
      m_words(paragraph({}, this)), m_progress(new QProgressBar(this))
{
    setWindowTitle(tr("Get OpenStreetMap data"));
    build();
    connect(m_table, &ExtractTable::chosenChanged, this, &GetDataDialog::refresh);
    connect(m_folder, &QLineEdit::textChanged, this, [this](const QString &folder) {
        m_table->setFolder(QDir::fromNativeSeparators(folder));
        refresh();
    });
    m_table->setFolder(m_offer.folder);
    setRunning(false);
    resize(fontMetrics().averageCharWidth() * 130, sizeHint().height());
    m_table->setFocus();
}

GetDataDialog::~GetDataDialog() = default;

void GetDataDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(paragraph(tr("Extracts of OpenStreetMap make the corridors' lines exact. They come from download.geofabrik.de, which makes them anew "
                                   "every day. Nothing is asked for or downloaded until you click: “Check sizes” asks the server for size and date, "
                                   "“Download” gets what is ticked. No other data leave this computer."), this));
    m_table->setMinimumHeight(m_table->sizeHintForRow(0) * 9);
    layout->addWidget(m_table, 1);
    addFolder(*layout);
    m_progress->setRange(0, barSteps);
    m_progress->setAccessibleName(tr("Progress"));
    m_words->setObjectName(QStringLiteral("words"));
    layout->addWidget(m_words);
    layout->addWidget(m_progress);
    auto *credit = paragraph(tr("© <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap contributors</a>. The data are under the Open Database "
                                "License (ODbL) 1.0: maps made from them must name OpenStreetMap, and databases made from them stay under it."), this);
    QPalette ink = credit->palette();
    ink.setColor(QPalette::Link, ink.color(QPalette::WindowText));  // the usual blue is lost on dark grounds
    credit->setPalette(ink);
    credit->setOpenExternalLinks(true);
    credit->setTextInteractionFlags(Qt::TextBrowserInteraction);
    layout->addWidget(credit);
    addButtons(*layout);
}

void GetDataDialog::addFolder(QVBoxLayout &layout)
{
    auto *form = new QFormLayout;
    auto *line = new QHBoxLayout;
    line->addWidget(m_folder, 1);
    line->addWidget(m_choose);
    auto *label = new QLabel(tr("In&to the folder"), this);
    label->setBuddy(m_folder);
    m_folder->setObjectName(QStringLiteral("folder"));
    form->addRow(label, line);
    auto *proxy = new QLabel(tr("Pro&xy"), this);
    proxy->setBuddy(m_proxy);
    form->addRow(proxy, m_proxy);
    form->addRow(tr("Download"), m_again);
    layout.addLayout(form);
    connect(m_choose, &QPushButton::clicked, this, &GetDataDialog::chooseFolder);
}

void GetDataDialog::addButtons(QVBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_sizes = buttons->addButton(tr("Check &sizes"), QDialogButtonBox::ActionRole);
    m_download = buttons->addButton(tr("&Download"), QDialogButtonBox::ActionRole);
    m_download->setDefault(true);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_sizes->setObjectName(QStringLiteral("sizes"));
    m_download->setObjectName(QStringLiteral("download"));
    layout.addWidget(buttons);
    connect(m_sizes, &QPushButton::clicked, this, &GetDataDialog::checkSizes);
    connect(m_download, &QPushButton::clicked, this, &GetDataDialog::startDownload);
    connect(buttons, &QDialogButtonBox::rejected, this, &GetDataDialog::reject);
}

void GetDataDialog::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the extracts"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void GetDataDialog::refresh()
{
    if (isRunning())
        return;
    const auto count = static_cast<int>(m_table->chosen().size());
    const qint64 bytes = m_table->bytesOfChosen();
    m_download->setEnabled(count > 0 && QDir::isAbsolutePath(m_folder->text()));
    m_download->setText(m_table->chosenHaveParts() ? tr("&Resume") : tr("&Download"));
    if (!QDir::isAbsolutePath(m_folder->text()))
        m_words->setText(tr("Choose a folder."));
    else if (count == 0)
        m_words->setText(tr("Tick the extracts that you want."));
    else if (bytes < 0)
        m_words->setText(tr("Ticked: %1. Their size is unknown.").arg(count));
    else
        m_words->setText(tr("Ticked: %1, together %2.").arg(count).arg(QLocale().formattedDataSize(bytes)));
}

void GetDataDialog::setRunning(bool running)
{
    for (QWidget *widget : std::initializer_list<QWidget *>{m_folder, m_choose, m_again, m_proxy, m_sizes, m_download})
        widget->setEnabled(!running);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_progress->setRange(0, running ? 0 : barSteps);  // until something is known
    m_progress->setValue(0);
    m_progress->setVisible(running);
    if (running)
        m_close->setFocus();
    else
        refresh();
}

void GetDataDialog::openNetwork()
{
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    m_proxy->proxy().applyTo(*m_network);
    if (!m_offer.remember)
        return;
    m_proxy->remember();
    QSettings().setValue(QStringLiteral("download/folder"), QDir::fromNativeSeparators(m_folder->text()));
}

void GetDataDialog::checkSizes()
{
    if (isRunning())
        return;
    openNetwork();
    m_failures.clear();
    m_checks.clear();
    for (const int row : m_table->rows()) {
        m_checks.push_back(std::make_unique<RemoteFileCheck>(*m_network, m_table->extract(row).url, m_offer.silence));
        connect(m_checks.back().get(), &RemoteFileCheck::finished, this, [this, row](const Result<RemoteFile> &file) { takeSize(row, file); });
    }
    m_checksLeft = static_cast<int>(m_checks.size());
    setRunning(true);
    m_words->setText(tr("The server is asked for sizes and dates …"));
    for (const auto &check : m_checks)
        check->start();
}

void GetDataDialog::takeSize(int row, const Result<RemoteFile> &file)
{
    if (m_checksLeft == 0)
        return;
    if (!file.ok())
        m_failures << tr("%1: %2").arg(m_table->extract(row).title, file.error().message);
    m_table->setRemote(row, file);
    if (--m_checksLeft == 0)
        concludeSizes();
}

void GetDataDialog::concludeSizes()
{
    setRunning(false);
    if (!m_failures.isEmpty())
        m_words->setText(tr("Not all could be asked for. %1").arg(m_failures.first()));
    Q_EMIT finished();
}

void GetDataDialog::startDownload()
{
    const std::vector<int> rows = m_table->chosen();
    if (isRunning() || rows.empty())
        return;
    openNetwork();
    m_files.clear();
    m_failures.clear();
    std::vector<DownloadQueue::Task> tasks;
    for (const int row : rows) {
        const OfferedExtract &extract = m_table->extract(row);
        tasks.push_back({row, {extract.url, extract.checksumUrl(), m_table->target(row), m_again->isChecked(), m_offer.silence}});
        m_table->setWords(row, tr("waits"));
    }
    m_queue = std::make_unique<DownloadQueue>(*m_network, std::move(tasks));
    connect(m_queue.get(), &DownloadQueue::progressed, this, &GetDataDialog::showProgress);
    connect(m_queue.get(), &DownloadQueue::ended, this, &GetDataDialog::takeOutcome);
    connect(m_queue.get(), &DownloadQueue::finished, this, &GetDataDialog::conclude);
    setRunning(true);
    m_words->setText(tr("The server is asked …"));
    m_queue->start();
}

void GetDataDialog::showProgress(int row, const DownloadProgress &progress)
{
    m_table->setProgress(row, progress);
    m_words->setText(progressWords(m_table->extract(row).title, progress));
    m_progress->setRange(0, progress.total > 0 ? barSteps : 0);
    if (progress.total > 0)
        m_progress->setValue(int(double(std::min(progress.bytes, progress.total)) / double(progress.total) * barSteps));
}

void GetDataDialog::takeOutcome(int row, const DownloadOutcome &outcome)
{
    m_table->setOutcome(row, outcome);
    if (outcome.end == DownloadOutcome::End::Written || outcome.end == DownloadOutcome::End::UpToDate)
        m_files << m_table->target(row);
    else if (outcome.end == DownloadOutcome::End::Failed)
        m_failures << tr("%1: %2").arg(m_table->extract(row).title, outcome.error.message);
}

void GetDataDialog::conclude(bool cancelled)
{
    // It is telling this just now: it goes when it has done so.
    m_queue.release()->deleteLater();
    if (cancelled)
        m_table->setFolder(QDir::fromNativeSeparators(m_folder->text()));  // those that wait no more
    setRunning(false);
    QStringList words;
    if (cancelled)
        words << tr("Cancelled. What has come is kept; “Resume” goes on from there.");
    if (!m_failures.isEmpty())
        words << tr("Failed: %1").arg(m_failures.join(QStringLiteral("; ")));
    if (!m_files.isEmpty())
        words << tr("Files that are here, complete and checked: %1.").arg(m_files.size());
    m_words->setText(words.join(u' '));
    if (!m_files.isEmpty())
        Q_EMIT downloaded(m_files);
    Q_EMIT finished();
}

void GetDataDialog::reject()
{
    if (m_queue)
        return m_queue->cancel();
    if (m_checksLeft == 0)
        return QDialog::reject();
    m_checksLeft = 0;
    m_checks.clear();
    concludeSizes();
}

} // namespace ca
