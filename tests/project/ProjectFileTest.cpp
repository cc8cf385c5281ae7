// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include "database/SqlConnection.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace ca;
using namespace ca::test;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Runs SQL on a project file as another program would.
bool alter(const QString &path, const QStringList &statements)
{
    const auto connection = SqlConnection::open(path);
    for (const QString &sql : statements) {
        if (!connection || !(*connection)->run(sql))
            return false;
    }
    return connection.ok();
}

/// While it lives, no file can grow beyond @p bytes: what a full disk does.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

class ProjectFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void roundTripKeepsEverything();
    void savedFileIsPlain();
    void openDoesNotTouchTheFile();
    void saveKeepsPermissionsAndLinks();
    void migrationsAreRecorded();
    void newerSchemaIsReadOnly();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void damagedAtEveryPlaceIsRefusedOrRead();
    void triggersAreRefused();
    void strangeRecordsAreTold();
    void foreignJournalIsTold();
    void readOnlyFolderLeavesTheFile();
    void readOnlyFileIsNotReplaced();
    void fullDiskLeavesTheFile();
    void fullDiskDuringEditChangesNothing();
    void fullDiskDuringUndoIsMadeUpFor();
    void changedOnDiskIsNotOverwritten();
    void deletedFileIsWrittenAgain();
    void saveAsReplacesAnotherFile();
    void badTargetsAreRefused();
    void libraryIsKeptRelativeAndAbsolute();

private:
    [[nodiscard]] QString recovery() const { return m_folder->filePath(QStringLiteral("recovery")); }
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("p.catlas")); }
    [[nodiscard]] std::unique_ptr<Project> project() const
    {
        auto made = std::make_unique<Project>(recovery());
        made->setClock(steadyClock());
        made->setAuthor(QStringLiteral("Ə. Müəllif"));
        return made;
    }
    /// With something of everything in it.
    [[nodiscard]] std::unique_ptr<Project> saved() const
    {
        auto made = project();
        ProjectLink suggested = sampleLink(QStringLiteral("b"), true);
        suggested.score = 1.0 / 3;
        suggested.reasons = {QStringLiteral("one, “two”"), QString()};
        suggested.claim.reset();
        suggested.extra = QJsonObject{{QStringLiteral("x"), QJsonArray{1, 2}}};
        const Result<QString> id = made->acceptSuggestion(samplePassage(1), {sampleLink(QStringLiteral("a")), suggested});
        for (int n = 2; n < 30; ++n)
            (void)made->addPassage(samplePassage(n), {sampleLink(QStringLiteral("s%1").arg(n % 5))});
        (void)made->recordCheck(*id, {Verdict::Ambiguous, QStringLiteral("two places fit"), {}});
        (void)made->removeLink(made->links()[5].id);
        (void)made->addNote(NoteTarget::Document, QStringLiteral("text-1"), QStringLiteral("a note\nof two lines 🚂"));
        (void)made->rejectSuggestion(QStringLiteral("text-2"), samplePassage(7).original.anchor, QStringLiteral("c"));
        (void)made->setSetting(QStringLiteral("names"), QJsonObject{{QStringLiteral("policy"), QStringLiteral("both")}});
        (void)made->addView(QStringLiteral("Ağrı, Ղափան"), sampleView(1));
        return id && made->saveAs(file()) ? std::move(made) : nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProjectFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ProjectFileTest::roundTripKeepsEverything()
{
    const auto before = saved();
    QVERIFY(before);
    QVERIFY(!before->isModified());
    QCOMPARE(before->title(), QStringLiteral("p"));
    const auto after = project();
    const Result<Done> opened = after->open(file());
    CA_OK(opened);
    QVERIFY2(opened.warnings().isEmpty(), qPrintable(opened.warnings().join(u'\n')));
    QVERIFY(after->model() == before->model());
    QCOMPARE(after->links().front().score, before->links().front().score);
    QCOMPARE(after->passages(), before->passages());
    QCOMPARE(after->passage(after->passages().front().id)->extra.value(QStringLiteral("n")).toInteger(), 9007199254740993LL);
    QCOMPARE(after->removedLinks(), before->removedLinks());
}

void ProjectFileTest::savedFileIsPlain()
{
    QVERIFY(saved());
    const QByteArray header = contents(file()).left(100);
    QVERIFY(header.startsWith("SQLite format 3"));
    QCOMPARE(header.mid(68, 4), QByteArray("CaPr"));
    QCOMPARE(int(header.at(18)), 1);  // a rollback journal, not WAL: one file that can be mailed
    QVERIFY(!QFile::exists(file() + QStringLiteral("-wal")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("p.catlas")});
}

void ProjectFileTest::openDoesNotTouchTheFile()
{
    QVERIFY(saved());
    const QByteArray before = contents(file());
    const QDateTime written = QFileInfo(file()).lastModified();
    {
        const auto opened = project();
        CA_OK(opened->open(file()));
        CA_OK(opened->addNote(NoteTarget::Project, {}, QStringLiteral("unsaved")));
        opened->discard();
    }
    QCOMPARE(contents(file()), before);
    QCOMPARE(QFileInfo(file()).lastModified(), written);
}

void ProjectFileTest::saveKeepsPermissionsAndLinks()
{
    QVERIFY(saved());
    const QString link = m_folder->filePath(QStringLiteral("link.catlas"));
    QVERIFY(QFile::link(file(), link));
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const auto permissions = QFileInfo(file()).permissions();
    const auto opened = project();
    CA_OK(opened->open(link));
    CA_OK(opened->addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    CA_OK(opened->save());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(QFileInfo(file()).permissions(), permissions);
    const auto again = project();
    CA_OK(again->open(file()));
    QCOMPARE(again->notes().size(), opened->notes().size());
}

void ProjectFileTest::migrationsAreRecorded()
{
    QVERIFY(saved());
    const auto connection = SqlConnection::open(file(), SqlConnection::Access::ReadOnly);
    QVERIFY(connection.ok());
    QCOMPARE((*connection)->value(QStringLiteral("SELECT value FROM meta WHERE key = 'schema'"))->toInt(), 3);
    QCOMPARE((*connection)->value(QStringLiteral("SELECT count(*) FROM migrations WHERE version IN (1, 2, 3) AND ran <> ''"))->toInt(), 3);
}

void ProjectFileTest::newerSchemaIsReadOnly()
{
    const std::size_t passages = saved()->passages().size();
    QVERIFY(alter(file(), {QStringLiteral("UPDATE meta SET value = '7' WHERE key = 'schema'"), QStringLiteral("CREATE TABLE figures (id TEXT)")}));
    const QByteArray before = contents(file());
    const auto opened = project();
    const Result<Done> done = opened->open(file());
    CA_OK(done);
    QCOMPARE(done.warnings().size(), 1);
    QVERIFY(done.warnings().front().contains(QStringLiteral("newer")));
    QVERIFY(opened->isReadOnly());
    QCOMPARE(opened->passages().size(), passages);
    QVERIFY(!opened->addNote(NoteTarget::Project, {}, QStringLiteral("x")).ok());
    QVERIFY(!opened->save().ok());
    QVERIFY(!opened->saveAs(m_folder->filePath(QStringLiteral("q.catlas"))).ok());
    QVERIFY(!opened->isModified());
    QCOMPARE(contents(file()), before);
    // A newer file whose tables are others is refused with a reason, not half shown.
    QVERIFY(alter(file(), {QStringLiteral("ALTER TABLE links RENAME TO edges")}));
    const Result<Done> other = project()->open(file());
    QVERIFY(!other.ok() && !other.error().message.isEmpty());
}

void ProjectFileTest::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("A line of text.\n");
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("another program's database") << QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0');
}

void ProjectFileTest::otherFilesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(write(file(), bytes));
    const auto opened = project();
    CA_OK(opened->addNote(NoteTarget::Project, {}, QStringLiteral("stays")));
    const Result<Done> done = opened->open(file());
    QVERIFY(!done.ok());
    QVERIFY(!done.error().message.isEmpty());
    QCOMPARE(done.error().file, file());
    QCOMPARE(contents(file()), bytes);
    QCOMPARE(opened->notes().size(), std::size_t(1));  // the project before is still there
    QVERIFY(opened->file().isEmpty());
    opened->discard();
    QVERIFY(!project()->open(m_folder->path()).ok());
    QVERIFY(!project()->open(m_folder->filePath(QStringLiteral("missing.catlas"))).ok());
}

void ProjectFileTest::damagedAtEveryPlaceIsRefusedOrRead()
{
    QVERIFY(saved());
    const QByteArray whole = contents(file());
    const QString damaged = m_folder->filePath(QStringLiteral("damaged.catlas"));
    QRandomGenerator random(7);
    int refused = 0;
    const auto attempt = [&](const QByteArray &bytes) {
        QVERIFY(write(damaged, bytes));
        const auto opened = project();
        const Result<Done> done = opened->open(damaged);
        refused += !done;
        QVERIFY(done.ok() || !done.error().message.isEmpty());
        QCOMPARE(contents(damaged), bytes);
    };
    for (qsizetype at = 0; at < whole.size(); at += 997) {
        QByteArray bytes = whole;
        for (qsizetype n = at; n < std::min(at + 60, bytes.size()); ++n)
            bytes[n] = static_cast<char>(random.bounded(256));
        attempt(bytes);
        attempt(whole.left(at));
    }
    QVERIFY(refused > 20);
    QCOMPARE(QDir(recovery()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
}

void ProjectFileTest::triggersAreRefused()
{
    QVERIFY(saved());
    QVERIFY(alter(file(), {QStringLiteral("CREATE TRIGGER gone AFTER INSERT ON links BEGIN DELETE FROM passages; END")}));
    const Result<Done> done = project()->open(file());
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(QStringLiteral("triggers")));
}

void ProjectFileTest::strangeRecordsAreTold()
{
    const std::size_t links = saved()->links().size();
    QVERIFY(alter(file(), {QStringLiteral("UPDATE links SET claim = 'rumour', created = 'yesterday', reasons = '[' WHERE position = 1"),
                           QStringLiteral("UPDATE notes SET target_kind = 'planet'"),
                           QStringLiteral("UPDATE passages SET source = '{\"a\"' WHERE position = 3")}));
    const auto opened = project();
    const Result<Done> done = opened->open(file());
    CA_OK(done);
    QCOMPARE(done.warnings().size(), 3);
    QCOMPARE(opened->links().size(), links);
    QVERIFY(opened->notes().empty());
    // A record that was not understood stays in the file.
    CA_OK(opened->addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    CA_OK(opened->save());
    const auto connection = SqlConnection::open(file(), SqlConnection::Access::ReadOnly);
    QCOMPARE((*connection)->value(QStringLiteral("SELECT count(*) FROM notes WHERE target_kind = 'planet'"))->toInt(), 1);
}

void ProjectFileTest::foreignJournalIsTold()
{
    QVERIFY(saved());
    QVERIFY(write(file() + QStringLiteral("-wal"), "something"));
    const Result<Done> done = project()->open(file());
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(QStringLiteral("p.catlas-wal")));
}

void ProjectFileTest::readOnlyFolderLeavesTheFile()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    const QString folder = m_folder->filePath(QStringLiteral("locked"));
    QVERIFY(QDir().mkpath(folder));
    const auto made = saved();
    CA_OK(made->saveAs(folder + QStringLiteral("/p.catlas")));
    const QByteArray before = contents(folder + QStringLiteral("/p.catlas"));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    CA_OK(made->addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    const Result<Done> done = made->save();
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner));
    QVERIFY(!done.ok());
    QVERIFY(made->isModified());
    QCOMPARE(contents(folder + QStringLiteral("/p.catlas")), before);
}

void ProjectFileTest::readOnlyFileIsNotReplaced()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    const auto made = saved();
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner));
    const QByteArray before = contents(file());
    CA_OK(made->addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    const Result<Done> done = made->save();
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(QStringLiteral("write-protected")));
    QCOMPARE(contents(file()), before);
}

void ProjectFileTest::fullDiskLeavesTheFile()
{
    const auto made = saved();
    const QByteArray before = contents(file());
    CA_OK(made->addNote(NoteTarget::Project, {}, QString(20000, QLatin1Char('x'))));
    const ProjectModel model = made->model();
    for (const rlim_t bytes : {rlim_t(0), rlim_t(1), rlim_t(4096), static_cast<rlim_t>(before.size() / 2), static_cast<rlim_t>(before.size())}) {
        Result<Done> done = Done{};
        {
            const FullDisk full(bytes);
            done = made->save();
        }
        QVERIFY(!done.ok());
        QVERIFY(!done.error().message.isEmpty());
        QCOMPARE(contents(file()), before);
        QVERIFY(made->isModified());
        QVERIFY(made->model() == model);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("p.catlas")});
    }
    CA_OK(made->save());
    const auto again = project();
    CA_OK(again->open(file()));
    QVERIFY(again->model() == model);
}

void ProjectFileTest::fullDiskDuringEditChangesNothing()
{
    const auto made = saved();
    const ProjectModel before = made->model();
    const int count = made->undoStack().count();
    {
        const FullDisk full(1);
        const Result<QString> done = made->addPassage(samplePassage(77), {sampleLink(QStringLiteral("a"))});
        QVERIFY(!done.ok());
        QVERIFY(!done.error().message.isEmpty());
    }
    QVERIFY(made->model() == before);
    QCOMPARE(made->undoStack().count(), count);
    QVERIFY(!made->isModified());
    CA_OK(made->addPassage(samplePassage(77), {sampleLink(QStringLiteral("a"))}));
    CA_OK(made->save());
}

void ProjectFileTest::fullDiskDuringUndoIsMadeUpFor()
{
    const auto made = saved();
    QSignalSpy failed(made.get(), &Project::writeFailed);
    const QString id = made->links().front().id;
    CA_OK(made->editLink(id, {QStringLiteral("new words"), {}, {}}));
    CA_OK(made->addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    {
        const FullDisk full(1);
        made->undoStack().undo();
        made->undoStack().undo();
        made->undoStack().redo();
    }
    QCOMPARE(failed.size(), 3);
    QCOMPARE(made->link(id)->note, QStringLiteral("new words"));
    CA_OK(made->save());
    const auto again = project();
    CA_OK(again->open(file()));
    QVERIFY(again->model() == made->model());
}

void ProjectFileTest::changedOnDiskIsNotOverwritten()
{
    const auto mine = saved();
    QVERIFY(!mine->changedOnDisk());
    {
        const auto theirs = project();
        CA_OK(theirs->open(file()));
        CA_OK(theirs->addNote(NoteTarget::Project, {}, QStringLiteral("theirs")));
        CA_OK(theirs->save());
    }
    const QByteArray before = contents(file());
    CA_OK(mine->addNote(NoteTarget::Project, {}, QStringLiteral("mine")));
    QVERIFY(mine->changedOnDisk());
    const Result<Done> done = mine->save();
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(QStringLiteral("changed")));
    QCOMPARE(contents(file()), before);
    QVERIFY(mine->isModified());
    CA_OK(mine->save(true));
    QVERIFY(!mine->changedOnDisk());
    QVERIFY(!mine->isModified());
}

void ProjectFileTest::deletedFileIsWrittenAgain()
{
    const auto made = saved();
    QVERIFY(QFile::remove(file()));
    QVERIFY(!made->changedOnDisk());
    CA_OK(made->save());
    CA_OK(project()->open(file()));
}

void ProjectFileTest::saveAsReplacesAnotherFile()
{
    const auto made = saved();
    const QString other = m_folder->filePath(QStringLiteral("other.catlas"));
    QVERIFY(write(other, "something else"));
    CA_OK(made->saveAs(other));
    QCOMPARE(made->file(), QFileInfo(other).canonicalFilePath());
    CA_OK(project()->open(other));
}

void ProjectFileTest::badTargetsAreRefused()
{
    const auto made = saved();
    QVERIFY(!made->saveAs(m_folder->path()).ok());
    QVERIFY(!made->saveAs(m_folder->filePath(QStringLiteral("no/such/folder/p.catlas"))).ok());
    QVERIFY(!made->saveAs(QStringLiteral("/dev/null")).ok());
    QCOMPARE(made->file(), QFileInfo(file()).canonicalFilePath());
    QVERIFY(!project()->save().ok());  // untitled
}

void ProjectFileTest::libraryIsKeptRelativeAndAbsolute()
{
    const QString library = m_folder->filePath(QStringLiteral("here/library.sqlite"));
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("here/projects"))));
    QVERIFY(write(library, "x"));
    const auto made = project();
    made->setLibrary(library);
    CA_OK(made->saveAs(m_folder->filePath(QStringLiteral("here/projects/p.catlas"))));
    QVERIFY(!made->isModified());
    QCOMPARE(made->libraryOfFile(), library);
    // Both are moved together: the relative path finds it.
    QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("here"), QStringLiteral("there")));
    const auto moved = project();
    CA_OK(moved->open(m_folder->filePath(QStringLiteral("there/projects/p.catlas"))));
    QCOMPARE(moved->libraryOfFile(), m_folder->filePath(QStringLiteral("there/library.sqlite")));
    // Only the project is moved: the absolute path does.
    QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("there"), QStringLiteral("here")));
    QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("here/projects/p.catlas")), file()));
    const auto alone = project();
    CA_OK(alone->open(file()));
    QCOMPARE(alone->libraryOfFile(), library);
    made->setLibrary(QStringLiteral(":memory:"));
    CA_OK(made->save());
    QCOMPARE(made->libraryOfFile(), library);
}

QTEST_GUILESS_MAIN(ProjectFileTest)
#include "ProjectFileTest.moc"
