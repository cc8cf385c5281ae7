// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QSet>
#include <QTextStream>

using namespace ca;
using namespace ca::test;

namespace {

constexpr auto workerFlag = "--edit-for-ever";

/// The child: opens or starts a project and edits until it is killed. Tells each edit only once it is done.
int editForEver(const QString &recovery, const QString &file)
{
    Project project(recovery);
    if (!file.isEmpty() && !project.open(file))
        return 2;
    QTextStream out(stdout);
    for (int n = 1;; ++n) {
        const Result<QString> id = project.addPassage(samplePassage(n), {sampleLink(QStringLiteral("a"))});
        if (!id)
            return 3;
        out << *id << Qt::endl;
        if (n % 7 == 0)
            project.undoStack().undo(), out << "undone" << Qt::endl;
    }
}

/// Runs the child until it told of @p edits, kills it; what it told stands in @p told.
void runAndKill(const QString &recovery, const QString &file, int edits, QSet<QString> &told)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QLatin1String(workerFlag), recovery, file});
    QVERIFY(child.waitForStarted());
    QString last;
    for (int n = 0; n < edits;) {
        QVERIFY(child.canReadLine() || child.waitForReadyRead(20000));
        while (child.canReadLine()) {
            const QString line = QString::fromLatin1(child.readLine()).trimmed();
            if (line == QLatin1String("undone"))
                told.remove(last);
            else
                told.insert(last = line);
            ++n;
        }
    }
    child.kill();  // SIGKILL: nothing of ours runs after it
    QVERIFY(child.waitForFinished());
    for (const QByteArray &rest : child.readAll().split('\n')) {
        const QString line = QString::fromLatin1(rest).trimmed();
        if (line == QLatin1String("undone"))
            told.remove(last);
        else if (line.size() == 36)
            told.insert(last = line);
    }
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingToldIsLost_data();
    void nothingToldIsLost();
    void workOfALivingProcessIsNotOffered();
    void cleanEndLeavesNothing();
    void unsavedEditsOutliveTheObject();
    void undoneToTheSavedStateLeavesNothing();
    void recoveredBelongsToItsFile();
    void changedFileIsToldAfterRecovery();
    void discardedIsGone();
    void damagedWorkIsListedWithItsProblem();
    void halfMadeCopiesAreIgnored();

private:
    [[nodiscard]] QString recovery() const { return m_folder->filePath(QStringLiteral("recovery")); }
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("p.catlas")); }
    [[nodiscard]] int folders() const { return static_cast<int>(QDir(recovery()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size()); }
    void saveOne(QString &id) const
    {
        Project project(recovery());
        const Result<QString> added = project.addPassage(samplePassage(99), {sampleLink(QStringLiteral("z"))});
        CA_OK(added);
        id = *added;
        CA_OK(project.saveAs(file()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void RecoveryTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void RecoveryTest::nothingToldIsLost_data()
{
    QTest::addColumn<int>("edits");
    QTest::addColumn<bool>("saved");
    for (const int edits : {1, 5, 23, 60}) {
        QTest::addRow("untitled, %d", edits) << edits << false;
        QTest::addRow("of a file, %d", edits) << edits << true;
    }
}

void RecoveryTest::nothingToldIsLost()
{
    QFETCH(int, edits);
    QFETCH(bool, saved);
    QSet<QString> told;
    if (saved) {
        QString id;
        saveOne(id);
        told.insert(id);
    }
    runAndKill(recovery(), saved ? file() : QString(), edits, told);
    const auto found = recoverableProjects(recovery());
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found.front().problem.isEmpty());
    QCOMPARE(found.front().file, saved ? QFileInfo(file()).canonicalFilePath() : QString());
    Project project(recovery());
    CA_OK(project.recover(found.front()));
    QVERIFY(project.isModified());
    QSet<QString> held;
    for (const ProjectPassage &passage : project.passages())
        held.insert(passage.id);
    // What was done but not told when the process died may be there too: one edit, or one edit and its undoing.
    QVERIFY((told - held).size() <= 1);
    QVERIFY((held - told).size() <= 1);
    QVERIFY(held.size() + 1 >= told.size());
    for (const ProjectPassage &passage : project.passages())
        QCOMPARE(project.linksOfPassage(passage.id).size(), std::size_t(1));
    QCOMPARE(found.front().passages, static_cast<int>(held.size()));
    CA_OK(project.saveAs(file()));
    Project again(recovery());
    CA_OK(again.open(file()));
    QVERIFY(again.model() == project.model());
}

void RecoveryTest::workOfALivingProcessIsNotOffered()
{
    Project project(recovery());
    CA_OK(project.addPassage(samplePassage(1), {}));
    QVERIFY(recoverableProjects(recovery()).empty());
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QLatin1String(workerFlag), recovery(), QString()});
    QVERIFY(child.waitForReadyRead(20000));
    QVERIFY(recoverableProjects(recovery()).empty());
    QCOMPARE(folders(), 2);
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(recoverableProjects(recovery()).size(), std::size_t(1));
}

void RecoveryTest::cleanEndLeavesNothing()
{
    QString id;
    saveOne(id);
    QCOMPARE(folders(), 0);
    {
        Project project(recovery());
        CA_OK(project.open(file()));
        QCOMPARE(folders(), 1);
    }
    QCOMPARE(folders(), 0);
    {
        Project project(recovery());
        CA_OK(project.open(file()));
        CA_OK(project.addNote(NoteTarget::Project, {}, QStringLiteral("x")));
        project.discard();
    }
    QCOMPARE(folders(), 0);
}

void RecoveryTest::unsavedEditsOutliveTheObject()
{
    {
        Project project(recovery());
        CA_OK(project.addNote(NoteTarget::Project, {}, QStringLiteral("unsaved")));
        CA_OK(project.startNew());  // nobody said that it may go
    }
    const auto found = recoverableProjects(recovery());
    QCOMPARE(found.size(), std::size_t(1));
    Project project(recovery());
    CA_OK(project.recover(found.front()));
    QCOMPARE(project.notes().front().text, QStringLiteral("unsaved"));
    QVERIFY(recoverableProjects(recovery()).empty());
    QVERIFY(!Project(recovery()).recover(found.front()).ok());
}

void RecoveryTest::undoneToTheSavedStateLeavesNothing()
{
    {
        Project project(recovery());
        CA_OK(project.addNote(NoteTarget::Project, {}, QStringLiteral("x")));
        project.undoStack().undo();
    }
    QCOMPARE(folders(), 0);
}

void RecoveryTest::recoveredBelongsToItsFile()
{
    QString id;
    saveOne(id);
    {
        Project project(recovery());
        CA_OK(project.open(file()));
        CA_OK(project.addNote(NoteTarget::Passage, id, QStringLiteral("late")));
    }
    Project project(recovery());
    CA_OK(project.recover(recoverableProjects(recovery()).front()));
    QCOMPARE(project.file(), QFileInfo(file()).canonicalFilePath());
    QVERIFY(!project.changedOnDisk());
    CA_OK(project.save());
    QVERIFY(!project.isModified());
    Project again(recovery());
    CA_OK(again.open(file()));
    QCOMPARE(again.notes().size(), std::size_t(1));
}

void RecoveryTest::changedFileIsToldAfterRecovery()
{
    QString id;
    saveOne(id);
    {
        Project project(recovery());
        CA_OK(project.open(file()));
        CA_OK(project.addNote(NoteTarget::Passage, id, QStringLiteral("mine")));
    }
    const auto found = recoverableProjects(recovery());
    {
        Project other(recovery());
        CA_OK(other.open(file()));
        CA_OK(other.addNote(NoteTarget::Passage, id, QStringLiteral("theirs")));
        CA_OK(other.save());
    }
    Project project(recovery());
    CA_OK(project.recover(found.front()));
    QVERIFY(project.changedOnDisk());
    QVERIFY(!project.save().ok());
    QVERIFY(project.isModified());
    CA_OK(project.save(true));
}

void RecoveryTest::discardedIsGone()
{
    {
        Project project(recovery());
        CA_OK(project.addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    }
    CA_OK(discardRecoverable(recoverableProjects(recovery()).front()));
    QVERIFY(recoverableProjects(recovery()).empty());
    QCOMPARE(folders(), 0);
}

void RecoveryTest::damagedWorkIsListedWithItsProblem()
{
    {
        Project project(recovery());
        CA_OK(project.addNote(NoteTarget::Project, {}, QStringLiteral("x")));
    }
    const QString folder = recoverableProjects(recovery()).front().folder;
    QFile database(folder + QStringLiteral("/work.catlas"));
    QVERIFY(database.open(QIODevice::ReadWrite) && database.seek(4096) && database.write(QByteArray(8192, '\x55')) == 8192);
    database.close();
    const auto found = recoverableProjects(recovery());
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(!found.front().problem.isEmpty());
    Project project(recovery());
    QVERIFY(!project.recover(found.front()).ok());
    QVERIFY(!project.isModified());
    QCOMPARE(recoverableProjects(recovery()).size(), std::size_t(1));  // it stays until the user says otherwise
    CA_OK(discardRecoverable(found.front()));
    QCOMPARE(folders(), 0);
}

void RecoveryTest::halfMadeCopiesAreIgnored()
{
    QVERIFY(QDir().mkpath(recovery() + QStringLiteral("/empty")));
    QVERIFY(QDir().mkpath(recovery() + QStringLiteral("/half")));
    QFile database(recovery() + QStringLiteral("/half/work.catlas"));
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.close();
    QVERIFY(recoverableProjects(recovery()).empty());
    QVERIFY(recoverableProjects(m_folder->filePath(QStringLiteral("nowhere"))).empty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String(workerFlag))
        return editForEver(arguments.value(2), arguments.value(3));
    RecoveryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "RecoveryTest.moc"
