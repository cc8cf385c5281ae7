// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/ProjectModel.h"
#include "project/ProjectNews.h"
#include "project/ProjectRecovery.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace ca {

class ProjectFile;

/// How an existing link is to be; what is not set stays.
struct LinkEdit {
    std::optional<QString> note;
    std::optional<std::optional<Claim>> claim;
    std::optional<bool> context;
};

/// The project being worked on: the user's passages, links, notes and settings, in memory over a working copy on the disk
/// that every edit goes to at once. There always is one; until saved it has no file. Lives on the GUI thread.
/// Every edit can be undone. A failed one changed nothing and gives the reason.
class Project : public QObject {
    Q_OBJECT
public:
    /// @p recoveryFolder holds working copies; it is made with the first edit.
    explicit Project(QString recoveryFolder, QObject *parent = nullptr);
    /// Unsaved edits stay in the recovery folder unless discard() was called or undo leads back to what was saved.
    ~Project() override;

    // ---- files; the project before is let go, with its unsaved edits: ask first
    Result<Done> startNew();
    Result<Done> open(const QString &file);
    Result<Done> recover(const RecoverableProject &project);
    /// Fails, leaving the file, also if changedOnDisk() and not told to @p overwrite.
    Result<Done> save(bool overwrite = false);
    Result<Done> saveAs(const QString &file);
    /// What is unsaved may go, at the end or when open() or recover() succeeds.
    void discard();
    [[nodiscard]] QString file() const;               ///< absolute path; empty = untitled
    [[nodiscard]] QString title() const;              ///< name of the file without suffix, or "Untitled project"
    [[nodiscard]] bool isModified() const { return !m_stack.isClean(); }
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool changedOnDisk() const;
    [[nodiscard]] const QString &recoveryFolder() const { return m_recoveryFolder; }

    /// The library the passages come from, kept with the project when saved, relative and absolute.
    void setLibrary(const QString &file) { m_library = file; }
    /// Of the project as opened: the first of the two places where there is a file, else the absolute path; empty = none.
    [[nodiscard]] QString libraryOfFile() const;

    // ---- reading; links are those that stand
    [[nodiscard]] const ProjectModel &model() const { return m_model; }
    [[nodiscard]] std::vector<ProjectPassage> passages() const { return m_model.table<ProjectPassage>().all(); }
    [[nodiscard]] const ProjectPassage *passage(const QString &id) const { return m_model.table<ProjectPassage>().find(id); }
    [[nodiscard]] std::vector<ProjectPassage> passagesOfDocument(const QString &sha256) const { return m_model.passagesOfDocument(sha256); }
    [[nodiscard]] std::vector<ProjectLink> links() const;
    [[nodiscard]] std::vector<ProjectLink> removedLinks() const;
    [[nodiscard]] const ProjectLink *link(const QString &id) const { return m_model.table<ProjectLink>().find(id); }
    [[nodiscard]] std::vector<ProjectLink> linksOfSubject(const QString &subject) const;
    [[nodiscard]] std::vector<ProjectLink> linksOfPassage(const QString &passage) const;
    [[nodiscard]] std::vector<ProjectLink> linksOfDocument(const QString &sha256) const;
    [[nodiscard]] std::vector<ProjectNote> notes() const { return m_model.table<ProjectNote>().all(); }
    [[nodiscard]] std::vector<ProjectNote> notesOf(NoteTarget kind, const QString &target) const { return m_model.notesOf(kind, target); }
    [[nodiscard]] bool isRejected(const QString &textSha256, const TextAnchor &anchor, const QString &subject) const;
    [[nodiscard]] std::vector<ProjectView> views() const { return m_model.table<ProjectView>().all(); }
    [[nodiscard]] const ProjectView *view(const QString &id) const { return m_model.table<ProjectView>().find(id); }
    /// Case does not matter.
    [[nodiscard]] std::optional<ProjectView> viewNamed(const QString &name) const;
    /// Of the segments that have one.
    [[nodiscard]] std::vector<ProjectMatch> matches() const { return m_model.table<ProjectMatch>().all(); }
    [[nodiscard]] const ProjectMatch *match(const QString &segment) const { return m_model.table<ProjectMatch>().find(segment); }
    [[nodiscard]] QJsonValue setting(const QString &key) const;

    // ---- editing; ids returned are the new records'
    /// A passage with its links; what is left empty in them (ids, times, author, present place) is filled in.
    Result<QString> addPassage(const ProjectPassage &passage, const std::vector<ProjectLink> &links);
    /// Many at once, as one edit. Of a passage of the atlas only the links are added. A passage whose id is known is not added again, nor is a link that is there; both are counted.
    struct Imported {
        int passages = 0;
        int links = 0;
        int known = 0;
    };
    Result<Imported> importPassages(const std::vector<PassageWithLinks> &all);
    /// To a passage of this project or of the atlas. The same passage, subject and role are linked only once.
    Result<QString> addLink(const ProjectLink &link);
    Result<Done> removeLink(const QString &id);
    Result<Done> editLink(const QString &id, const LinkEdit &edit);
    Result<QString> addNote(NoteTarget kind, const QString &target, const QString &text);
    Result<Done> editNote(const QString &id, const QString &text);
    Result<Done> removeNote(const QString &id);
    /// addPassage() or, if the passage has an id that is known, addLink(); the links say score and reasons.
    Result<QString> acceptSuggestion(const ProjectPassage &passage, const std::vector<ProjectLink> &links);
    Result<QString> rejectSuggestion(const QString &textSha256, const TextAnchor &anchor, const QString &subject);
    /// The user confirms where a passage stands now; the evidence stays as it was.
    Result<Done> relocate(const QString &passage, const PassagePlace &place, const PassageCheck &check);
    /// How looking for a passage ended; no edit if nothing but the time differs.
    Result<Done> recordCheck(const QString &passage, const PassageCheck &check);
    /// Fails for names that are taken or empty, as does renaming, and for views that look nowhere.
    Result<QString> addView(const QString &name, const FigureView &view);
    Result<Done> renameView(const QString &id, const QString &name);
    /// The view kept under a name becomes another; the name stays.
    Result<Done> replaceView(const QString &id, const FigureView &view);
    Result<Done> removeView(const QString &id);
    /// To @p place among the views, counted from 0; beyond the end is the end.
    Result<Done> moveView(const QString &id, int place);
    /// Lines found in OpenStreetMap, as one edit; each takes the place of the segment's former one. Fails for lines that are none.
    Result<Done> keepMatches(const std::vector<ProjectMatch> &matches);
    /// Which of the two lines is drawn; both stay.
    Result<Done> drawMatch(const QString &segment, bool drawn);
    Result<Done> removeMatch(const QString &segment);
    Result<Done> setSetting(const QString &key, const QJsonValue &value);

    [[nodiscard]] QUndoStack &undoStack() { return m_stack; }
    [[nodiscard]] const QString &author() const { return m_author; }
    void setAuthor(const QString &author) { m_author = author; }
    void setClock(std::function<QDateTime()> clock) { m_clock = std::move(clock); }
    /// How subjects are called in the texts of undo; their ids unless set.
    void setNaming(std::function<QString(const QString &id)> naming) { m_naming = std::move(naming); }

Q_SIGNALS:
    void changed(const ca::ProjectNews &news);
    /// Name of the file, or whether the project is modified.
    void stateChanged();
    /// An undone edit could not be written to the working copy; it is tried again with the next.
    void writeFailed(const ca::Error &error);

private:
    friend class ProjectCommand;
    Result<Done> perform(const QString &text, const ProjectEdit &edit, const QString &mergeKey = {});
    void replay(const ProjectEdit &edit);
    Result<Done> write(const ProjectEdit &edit);
    Result<Done> makeReady();
    Result<Done> take(Result<std::unique_ptr<ProjectFile>> file);
    void letGo();
    Result<Done> finishSaving(const Result<Done> &saved);
    Result<Done> recordLibrary(const QString &target);
    [[nodiscard]] QString name(const QString &subject) const;
    [[nodiscard]] QDateTime now() const;
    template <class T>
    void stamp(T &record) const;
    [[nodiscard]] QString objectionTo(const ProjectLink &link) const;
    [[nodiscard]] QString objectionTo(const ProjectView &view) const;
    [[nodiscard]] QString objectionTo(const ProjectMatch &match) const;
    [[nodiscard]] ProjectEdit passageEdit(ProjectPassage &passage, std::vector<ProjectLink> links) const;
    Result<QString> addMarked(const QString &text, ProjectPassage passage, const std::vector<ProjectLink> &links);
    [[nodiscard]] QString linkText(const std::vector<ProjectLink> &links) const;

    QString m_recoveryFolder;
    std::unique_ptr<ProjectFile> m_file;   ///< null until there is something to keep
    ProjectModel m_model;
    QUndoStack m_stack;
    ProjectEdit m_missed;                  ///< undone in memory but not yet in the working copy
    QTimer m_flush;
    QString m_library;
    QString m_author;
    std::function<QDateTime()> m_clock;
    std::function<QString(const QString &)> m_naming;
};

} // namespace ca
