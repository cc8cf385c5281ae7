// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/MapStyle.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace ca {

/// The map styles to choose from: the bundled ones and the *.style files of a folder, which is watched while the program
/// runs. A file that can no longer be read as a style keeps its last good state. Lives on the GUI thread.
class StyleLibrary : public QObject {
    Q_OBJECT
public:
    /// A style of the folder has the id "user/NAME", NAME being its file's without ".style"; a bundled one its name.
    struct Entry {
        QString id;
        QString title;      ///< for the menu, translated where bundled
        QString problem;    ///< file:line:column: message; empty = it can be used as it is
        bool bundled = false;
    };

    /// @param folder may be missing; empty = the bundled styles only.
    explicit StyleLibrary(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QList<Entry> entries() const;
    /// Null when there is no such style, or when its file never was one.
    [[nodiscard]] std::shared_ptr<const MapStyle> style(const QString &id) const;
    /// Looks at the folder at once, for what no watching tells, as a folder that was not there before.
    void rescan();
    /// Makes the folder and puts a guide into it, unless they are there; false when that is not possible.
    bool prepareFolder();

Q_SIGNALS:
    /// Styles came, went or got another name or problem.
    void entriesChanged();
    /// A style's look changed.
    void styleChanged(const QString &id);
    /// A file was changed into something that is no style. Once for each state of the file.
    void failed(const QString &id, const QString &problem);
    /// What had failed was mended.
    void mended(const QString &id);

private:
    struct Own {
        QByteArray digest;  ///< of the files it is made of
        std::shared_ptr<const MapStyle> style;
        QString problem;
    };
    void scanFile(const QString &path, QHash<QString, Own> &found);
    void watch();

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_settled;
    QHash<QString, Own> m_own;   ///< by id
};

} // namespace ca
