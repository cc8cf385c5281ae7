// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/DownloadQueue.h"
#include "osm/ExtractList.h"
#include "osm/RemoteFileCheck.h"

#include <QTreeWidget>

namespace ca {

/// The extracts that are offered: which are wanted, what the server tells of them, what is there already.
class ExtractTable : public QTreeWidget {
    Q_OBJECT
public:
    /// @p corridorTitles by id.
    ExtractTable(std::vector<OfferedExtract> extracts, const QHash<QString, QString> &corridorTitles, QWidget *parent = nullptr);

    /// Looks in @p folder for what is there.
    void setFolder(const QString &folder);
    [[nodiscard]] const OfferedExtract &extract(int row) const { return m_extracts[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString target(int row) const;
    [[nodiscard]] std::vector<int> rows() const;      ///< all
    [[nodiscard]] std::vector<int> chosen() const;    ///< ticked
    /// Bytes of the chosen as far as the server told them; -1 = not of all.
    [[nodiscard]] qint64 bytesOfChosen() const;
    /// Some of the chosen were begun at an earlier time.
    [[nodiscard]] bool chosenHaveParts() const;

    void setRemote(int row, const Result<RemoteFile> &file);
    void setProgress(int row, const DownloadProgress &progress);
    void setOutcome(int row, const DownloadOutcome &outcome);
    void setWords(int row, const QString &state, const QString &tip = {});

Q_SIGNALS:
    void chosenChanged();

private:
    enum Column { TitleColumn, CorridorsColumn, SizeColumn, DateColumn, StateColumn };
    std::vector<OfferedExtract> m_extracts;
    std::vector<qint64> m_bytes;    ///< as the server told; -1 = unknown
    QString m_folder;

    void addRow(const OfferedExtract &extract, const QHash<QString, QString> &corridorTitles);
    void lookFor(int row);
};

} // namespace ca
