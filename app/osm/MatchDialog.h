// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "osm/OsmSets.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace ca {

class Session;

/// Asks which segments are to be matched to which extract.
class MatchDialog : public QDialog {
    Q_OBJECT
public:
    MatchDialog(const Session &session, std::vector<OsmSet> sets, QWidget *parent = nullptr);

    /// Absolute paths; empty = none chosen.
    [[nodiscard]] QStringList files() const;
    /// Ids; not empty.
    [[nodiscard]] QStringList segments() const;
    /// In place of a set.
    void setFiles(const QStringList &files);

private:
    void chooseFiles();
    void refresh();

    const Session &m_session;
    std::vector<OsmSet> m_sets;
    QStringList m_files;
    QComboBox *m_source;
    QComboBox *m_scope;
    QLabel *m_detail;
    QPushButton *m_ok;
};

/// Files of OpenStreetMap that the user chooses; empty = none.
[[nodiscard]] QStringList chooseExtracts(QWidget *parent);
/// Whether a file is an extract of OpenStreetMap: by its name, of .json by its beginning, as an answer of Overpass has it.
[[nodiscard]] bool looksLikeExtract(const QString &path);

} // namespace ca
