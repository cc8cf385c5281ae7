// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/DownloadQueue.h"
#include "osm/ExtractList.h"
#include "osm/RemoteFileCheck.h"

#include <QDialog>
#include <QHash>

#include <chrono>
#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QNetworkAccessManager;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ca {

class ExtractTable;
class ProxyForm;

/// What GetDataDialog shows.
struct DataOffer {
    std::vector<OfferedExtract> extracts;
    QHash<QString, QString> corridorTitles;      ///< by id
    QString folder;                              ///< that is proposed
    bool remember = true;                        ///< folder and proxy, in the settings
    std::chrono::milliseconds silence{30'000};   ///< without a byte, after which a server is given up
};

/// Gets OpenStreetMap extracts. Touches the network only while a click on "Check sizes" or "Download" is being served.
class GetDataDialog : public QDialog {
    Q_OBJECT
public:
    explicit GetDataDialog(DataOffer offer, QWidget *parent = nullptr);
    ~GetDataDialog() override;

    [[nodiscard]] bool isRunning() const { return m_queue || m_checksLeft > 0; }
    /// Cancels what is running, closes otherwise.
    void reject() override;

Q_SIGNALS:
    /// After a run that got files, new or as new as the server's: their paths, for what comes next.
    void downloaded(const QStringList &files);
    /// Exactly once after each click that set something going.
    void finished();

private:
    DataOffer m_offer;
    ExtractTable *m_table;
    QLineEdit *m_folder;
    QPushButton *m_choose;
    QCheckBox *m_again;
    ProxyForm *m_proxy;
    QLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_sizes = nullptr;
    QPushButton *m_download = nullptr;
    QPushButton *m_close = nullptr;
    // Null until the first click. Before what uses it: it goes last.
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<DownloadQueue> m_queue;      ///< null = nothing is downloaded
    std::vector<std::unique_ptr<RemoteFileCheck>> m_checks;
    int m_checksLeft = 0;
    QStringList m_files;       ///< got by this run
    QStringList m_failures;    ///< of this run

    void build();
    void addFolder(QVBoxLayout &layout);
    void addButtons(QVBoxLayout &layout);
    void chooseFolder();
    void refresh();
    void setRunning(bool running);
    void openNetwork();
    void checkSizes();
    void takeSize(int row, const Result<RemoteFile> &file);
    void concludeSizes();
    void startDownload();
    void showProgress(int row, const DownloadProgress &progress);
    void takeOutcome(int row, const DownloadOutcome &outcome);
    void conclude(bool cancelled);
};

} // namespace ca
