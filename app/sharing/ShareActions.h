// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "sharing/Bibliography.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace ca {

class Library;
class Session;
struct PassageWithLinks;

/// What leaves and enters the program as files for others: reports, annotations, bibliographies. Files are made and written
/// on a worker; each ends in one message of the session, with the path or the reason.
class ShareActions : public QObject {
    Q_OBJECT
public:
    /// @p window carries the dialogs; both outlive this.
    ShareActions(Session &session, QWidget &window);

    /// Adds the submenu.
    void fillFile(QMenu &menu);

    /// @p id is a segment or corridor of the atlas; the format follows the suffix.
    void writeReport(const QString &id, const QString &file);
    void exportAnnotations(const QString &file);
    void importAnnotations(const QString &file);
    void writeBibliography(const QString &file, BibliographyFormat format);
    /// Is something being written or read?
    [[nodiscard]] bool busy() const { return m_running > 0; }

private:
    /// The bytes of a file, made on a worker.
    using Make = std::function<Result<QByteArray>()>;
    /// What has to be read from the library first (null where there is none).
    using Gather = std::function<Make(const Library *)>;

    QAction *make(const QString &text, void (ShareActions::*act)());
    void refresh();
    void askForReport();
    void askForAnnotations();
    void askForImport();
    void askForBibliography();
    void write(const QString &file, const Gather &gather);
    void takeAnnotations(const QString &file, const Result<std::vector<PassageWithLinks>> &read);
    void begin();
    void end(const QString &success, const std::optional<Error> &error, const QStringList &warnings);
    [[nodiscard]] bool canReport() const;

    Session &m_session;
    QWidget &m_window;
    int m_running = 0;
    QAction *m_report;
    QAction *m_export;
    QAction *m_import;
    QAction *m_bibliography;
};

} // namespace ca
