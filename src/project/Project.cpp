// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Project.h"

#include "project/ProjectCommand.h"
#include "project/ProjectFile.h"
#include "project/ProjectTables.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace ca {
namespace {

constexpr int flushMs = 3000;
const QString librarySetting = QStringLiteral("library");

std::vector<ProjectLink> only(std::vector<ProjectLink> links, bool standing)
{
    std::erase_if(links, [standing](const ProjectLink &link) { return link.stands() != standing; });
    return links;
}

} // namespace

Project::Project(QString recoveryFolder, QObject *parent) : QObject(parent), m_recoveryFolder(std::move(recoveryFolder))
{
    qRegisterMetaType<ProjectNews>();
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushMs);
    connect(&m_flush, &QTimer::timeout, this, [this] {
        if (m_file)
            m_file->flush();
    });
    connect(&m_stack, &QUndoStack::cleanChanged, this, &Project::stateChanged);
}

Project::~Project()
{
    m_stack.disconnect(this);
    letGo();
}

void Project::letGo()
{
    // Undone as far as the saved state, there is nothing to recover.
    if (m_file && m_stack.isClean())
        m_file->discard();
    m_file.reset();
    m_missed.clear();
    m_flush.stop();
}

void Project::discard()
{
    if (m_file)
        m_file->discard();
}

Result<Done> Project::startNew()
{
    letGo();
    m_model = {};
    m_stack.clear();
    Q_EMIT changed(ProjectNews::ofEverything());
    Q_EMIT stateChanged();
    return Done{};
}

Result<Done> Project::open(const QString &file)
{
    return take(ProjectFile::open(file, m_recoveryFolder));
}

Result<Done> Project::recover(const RecoverableProject &project)
{
    Result<Done> taken = take(ProjectFile::recover(project.folder));
    if (taken)
        m_stack.resetClean();  // it differs from what is in its file
    return taken;
}

/// On failure the project before stays.
Result<Done> Project::take(Result<std::unique_ptr<ProjectFile>> file)
{
    Result<ProjectModel> model = file ? ProjectTables::read((*file)->connection()) : Result<ProjectModel>(file.error());
    if (!model) {
        if (m_file)
            m_file->keep();
        return file ? Error{model.error().message, (*file)->file()} : file.error();
    }
    letGo();
    m_file = std::move(*file);
    m_model = std::move(*model);
    m_stack.clear();
    Q_EMIT changed(ProjectNews::ofEverything());
    Q_EMIT stateChanged();
    Result<Done> done = Done{};
    return done.warn(file.warnings() + model.warnings());
}

Result<Done> Project::makeReady()
{
    if (m_file && m_file->readOnly())
        return Error{tr("The project was made by a newer version of Corridor Atlas and is only for reading."), file()};
    if (m_file)
        return Done{};
    Result<std::unique_ptr<ProjectFile>> made = ProjectFile::create(m_recoveryFolder);
    if (!made)
        return made.error();
    m_file = std::move(*made);
    return Done{};
}

Result<Done> Project::save(bool overwrite)
{
    if (file().isEmpty())
        return Error{tr("The project has no file yet."), {}};
    const Result<Done> recorded = recordLibrary(file());
    return finishSaving(recorded ? m_file->save(overwrite ? ProjectFile::IfChanged::Overwrite : ProjectFile::IfChanged::Refuse) : recorded);
}

Result<Done> Project::saveAs(const QString &target)
{
    const Result<Done> recorded = recordLibrary(target);
    return finishSaving(recorded ? m_file->saveAs(target) : recorded);
}

Result<Done> Project::finishSaving(const Result<Done> &saved)
{
    if (saved) {
        m_stack.setClean();
        Q_EMIT stateChanged();
    }
    return saved;
}

/// Not an edit of the user's: a fact about the saving. Also brings what the working copy missed into it.
Result<Done> Project::recordLibrary(const QString &target)
{
    const Result<Done> ready = makeReady();
    if (!ready)
        return ready;
    ProjectEdit edit;
    if (!m_library.isEmpty() && m_library != QLatin1String(":memory:")) {
        const QString absolute = QFileInfo(m_library).absoluteFilePath();
        const QString relative = QFileInfo(target).absoluteDir().relativeFilePath(absolute);
        const QJsonObject value{{QStringLiteral("absolute"), absolute}, {QStringLiteral("relative"), relative}};
        const ProjectSetting *before = m_model.table<ProjectSetting>().find(librarySetting);
        if (!before || before->value != value)
            edit.push_back(RecordChange<ProjectSetting>{before ? std::optional(*before) : std::nullopt, ProjectSetting{librarySetting, 0, value}});
    }
    const Result<Done> written = edit.empty() && m_missed.empty() ? ready : write(edit);
    if (written)
        m_model.apply(edit);
    return written;
}

QString Project::libraryOfFile() const
{
    const QJsonObject value = setting(librarySetting).toObject();
    const QString absolute = value.value(QStringLiteral("absolute")).toString();
    const QString relative = value.value(QStringLiteral("relative")).toString();
    const QString beside = relative.isEmpty() || file().isEmpty()
        ? QString() : QDir::cleanPath(QFileInfo(file()).absoluteDir().absoluteFilePath(relative));
    return !beside.isEmpty() && QFileInfo(beside).isFile() ? beside : absolute;
}

QString Project::file() const
{
    return m_file ? m_file->file() : QString();
}

QString Project::title() const
{
    return file().isEmpty() ? tr("Untitled project") : QFileInfo(file()).completeBaseName();
}

bool Project::isReadOnly() const
{
    return m_file && m_file->readOnly();
}

bool Project::changedOnDisk() const
{
    return m_file && m_file->changedOnDisk();
}

Result<Done> Project::write(const ProjectEdit &edit)
{
    ProjectEdit all = m_missed;
    all.insert(all.end(), edit.begin(), edit.end());
    const Result<Done> written = ProjectTables::write(m_file->connection(), all);
    if (!written)
        return Error{tr("It could not be written to the working copy: %1.").arg(written.error().message), m_recoveryFolder};
    m_missed.clear();
    if (!m_flush.isActive())
        m_flush.start();
    return written;
}

Result<Done> Project::perform(const QString &text, const ProjectEdit &edit, const QString &mergeKey)
{
    Result<Done> done = makeReady();
    if (done)
        done = write(edit);
    if (!done)
        return done;
    m_model.apply(edit);
    m_stack.push(new ProjectCommand(*this, text, edit, mergeKey));
    Q_EMIT changed(ProjectNews::of(edit));
    return done;
}

void Project::replay(const ProjectEdit &edit)
{
    m_model.apply(edit);
    const Result<Done> written = write(edit);
    if (!written) {
        m_missed.insert(m_missed.end(), edit.begin(), edit.end());
        Q_EMIT writeFailed(written.error());
    }
    Q_EMIT changed(ProjectNews::of(edit));
}

std::vector<ProjectLink> Project::links() const
{
    return only(m_model.table<ProjectLink>().all(), true);
}

std::vector<ProjectLink> Project::removedLinks() const
{
    return only(m_model.table<ProjectLink>().all(), false);
}

std::vector<ProjectLink> Project::linksOfSubject(const QString &subject) const
{
    return only(m_model.linksOfSubject(subject), true);
}

std::vector<ProjectLink> Project::linksOfPassage(const QString &passage) const
{
    return only(m_model.linksOfPassage(passage), true);
}

std::vector<ProjectLink> Project::linksOfDocument(const QString &sha256) const
{
    std::vector<ProjectLink> found;
    for (const ProjectPassage &passage : passagesOfDocument(sha256)) {
        const std::vector<ProjectLink> links = linksOfPassage(passage.id);
        found.insert(found.end(), links.begin(), links.end());
    }
    return found;
}

bool Project::isRejected(const QString &textSha256, const TextAnchor &anchor, const QString &subject) const
{
    const std::vector<RejectedSuggestion> rejected = m_model.rejectionsOf(textSha256);
    return std::any_of(rejected.begin(), rejected.end(), [&](const RejectedSuggestion &one) {
        return one.subject == subject && one.anchor == anchor;
    });
}

QJsonValue Project::setting(const QString &key) const
{
    const ProjectSetting *found = m_model.table<ProjectSetting>().find(key);
    return found ? found->value : QJsonValue(QJsonValue::Undefined);
}

} // namespace ca
