// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "project/Project.h"
#include "project/ProjectDesk.h"
#include "project/RecoveryDialog.h"
#include "window/MainWindow.h"
#include "window/MessageBar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

using namespace ca;

namespace {

ProjectLink linkTo(const QString &subject)
{
    ProjectLink link;
    link.passage = QStringLiteral("some-passage");
    link.subject = subject;
    return link;
}

/// Answers dialogs as they come up, in the order of the answers; counts what was asked.
class Answers : public QObject {
public:
    explicit Answers(std::vector<std::function<void(QWidget *)>> answers) : m_answers(std::move(answers))
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (!dialog || !dialog->isVisible() || m_given == m_answers.size())
                return;
            m_answers[m_given++](dialog);
        });
        m_timer.start(20);
    }
    [[nodiscard]] std::size_t given() const { return m_given; }

private:
    std::vector<std::function<void(QWidget *)>> m_answers;
    std::size_t m_given = 0;
    QTimer m_timer;
};

std::function<void(QWidget *)> pressButton(QMessageBox::StandardButton which)
{
    return [which](QWidget *dialog) {
        auto *box = qobject_cast<QMessageBox *>(dialog);
        QVERIFY(box && box->button(which));
        box->button(which)->click();
    };
}

/// The button of a message box whose text begins so, mnemonics apart.
std::function<void(QWidget *)> pressNamed(const QString &text)
{
    return [text](QWidget *dialog) {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&').startsWith(text))
                return button->click();
        }
        QFAIL("no such button");
    };
}

std::function<void(QWidget *)> chooseFile(const QString &path)
{
    return [path](QWidget *dialog) {
        auto *chooser = qobject_cast<QFileDialog *>(dialog);
        QVERIFY(chooser);
        // The list marks the name proposed once it has read the folder, and what is marked wins over what is set here.
        for (QAbstractItemView *list : chooser->findChildren<QAbstractItemView *>())
            list->clearSelection();
        chooser->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        QMetaObject::invokeMethod(chooser, "accept");
    };
}

} // namespace

class ProjectActionsTest : public QObject {
    Q_OBJECT
private:
    /// With Ctrl. A dialog that was open a moment ago may still hold the focus.
    void press(Qt::Key key)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
    }

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void titleTellsNameAndState();
    void undoAndRedoByKey();
    void saveByKeyAsksForAName();
    void saveByKeyWithAName();
    void suffixIsAdded();
    void failedSaveIsTold();
    void changedFileAsks();
    void closeAsks_data();
    void closeAsks();
    void newAndOpenAsk();
    void recentProjects();
    void missingRecentIsToldWhenChosen();
    void droppedProjectIsOpened();
    void shortcutsDoNotCollide();
    void projectGivenAtTheStart();
    void badProjectAtTheStartIsTold();
    void recoveryIsOffered();
    void authorCanBeChanged();
    void readOnlyProjectSaysSo();

private:
    [[nodiscard]] QString file(const char *name = "p.catlas") const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Project &project() const { return m_session->project(); }
    void addOne() const { QVERIFY(project().addLink(linkTo(QStringLiteral("tripp-meghri"))).ok()); }
    void open(SessionOptions options);
    /// A project file with one link in it.
    void makeFile(const QString &path) const
    {
        Project other(m_folder->filePath(QStringLiteral("elsewhere")));
        QVERIFY(other.addLink(linkTo(QStringLiteral("baku-alat"))).ok());
        QVERIFY(other.saveAs(path).ok());
    }
    [[nodiscard]] QMenu *menu(const QString &title) const
    {
        for (const QAction *action : m_window->menuBar()->actions()) {
            if (action->text().remove(u'&') == title)
                return action->menu();
        }
        return nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void ProjectActionsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void ProjectActionsTest::open(SessionOptions options)
{
    options.recoveryFolder = m_folder->filePath(QStringLiteral("recovery"));
    m_session = std::make_unique<Session>(options);
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->resize(1000, 700);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ProjectActionsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open(test::cleanOptions());
}

void ProjectActionsTest::cleanup()
{
    m_window.reset();
    if (m_session)
        m_session->project().discard();
    m_session.reset();
}

void ProjectActionsTest::titleTellsNameAndState()
{
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Corridor Atlas[*]"));
    QVERIFY(!m_window->isWindowModified());
    addOne();
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Untitled project[*]")));
    QVERIFY(project().saveAs(file()).ok());
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("p[*]")));
    project().undoStack().undo();
    QVERIFY(m_window->isWindowModified());
}

void ProjectActionsTest::undoAndRedoByKey()
{
    addOne();
    const QList<QAction *> actions = menu(QStringLiteral("Edit"))->actions();
    QCOMPARE(actions[0]->text(), QStringLiteral("Undo add link to tripp-meghri"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(project().links().empty());
    QCOMPARE(actions[1]->text(), QStringLiteral("Redo add link to tripp-meghri"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(project().links().size(), std::size_t(1));
}

void ProjectActionsTest::saveByKeyAsksForAName()
{
    addOne();
    {
        const Answers none({[](QWidget *dialog) { QMetaObject::invokeMethod(dialog, "reject"); }});
        press(Qt::Key_S);
        QCOMPARE(none.given(), std::size_t(1));
    }
    QVERIFY(project().isModified());
    const Answers answers({chooseFile(file())});
    press(Qt::Key_S);
    QCOMPARE(answers.given(), std::size_t(1));
    QVERIFY(QFile::exists(file()));
    QVERIFY(!project().isModified());
}

void ProjectActionsTest::saveByKeyWithAName()
{
    addOne();
    QVERIFY(project().saveAs(file()).ok());
    QVERIFY(project().addNote(NoteTarget::Project, {}, QStringLiteral("x")).ok());
    const Answers answers({});
    press(Qt::Key_S);
    QVERIFY(!project().isModified());
    Project again(m_folder->filePath(QStringLiteral("elsewhere")));
    QVERIFY(again.open(file()).ok());
    QCOMPARE(again.notes().size(), std::size_t(1));
}

void ProjectActionsTest::suffixIsAdded()
{
    addOne();
    const Answers answers({chooseFile(file("plain"))});
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QFile::exists(file("plain.catlas")));
    QCOMPARE(project().title(), QStringLiteral("plain"));
}

void ProjectActionsTest::failedSaveIsTold()
{
    addOne();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    QVERIFY(project().saveAs(file("sub/p.catlas")).ok());
    QVERIFY(QDir(file("sub")).removeRecursively());
    QVERIFY(project().addNote(NoteTarget::Project, {}, QStringLiteral("x")).ok());
    QVERIFY(!m_window->projectDesk()->save());
    QCOMPARE(m_window->messageBar()->severity(), Session::Severity::Error);
    QVERIFY(m_window->messageBar()->text().contains(QStringLiteral("not saved")));
    QVERIFY(project().isModified());
}

void ProjectActionsTest::changedFileAsks()
{
    addOne();
    QVERIFY(project().saveAs(file()).ok());
    makeFile(file());
    QVERIFY(project().addNote(NoteTarget::Project, {}, QStringLiteral("mine")).ok());
    {
        const Answers answers({pressButton(QMessageBox::Cancel)});
        QVERIFY(!m_window->projectDesk()->save());
        QCOMPARE(answers.given(), std::size_t(1));
    }
    QVERIFY(project().isModified());
    {
        const Answers answers({pressNamed(QStringLiteral("Save as")), chooseFile(file("mine.catlas"))});
        QVERIFY(m_window->projectDesk()->save());
        QCOMPARE(answers.given(), std::size_t(2));
    }
    QCOMPARE(project().title(), QStringLiteral("mine"));
    makeFile(file("mine.catlas"));
    QVERIFY(project().addNote(NoteTarget::Project, {}, QStringLiteral("mine too")).ok());
    const Answers answers({pressNamed(QStringLiteral("Overwrite"))});
    QVERIFY(m_window->projectDesk()->save());
    QVERIFY(!project().isModified() && !project().changedOnDisk());
}

void ProjectActionsTest::closeAsks_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("written");
    QTest::newRow("save") << int(QMessageBox::Save) << true << true;
    QTest::newRow("discard") << int(QMessageBox::Discard) << true << false;
    QTest::newRow("cancel") << int(QMessageBox::Cancel) << false << false;
}

void ProjectActionsTest::closeAsks()
{
    QFETCH(int, button);
    QFETCH(bool, closed);
    QFETCH(bool, written);
    makeFile(file());
    QVERIFY(project().open(file()).ok());
    QVERIFY(project().addNote(NoteTarget::Project, {}, QStringLiteral("x")).ok());
    const Answers answers({pressButton(static_cast<QMessageBox::StandardButton>(button))});
    QCOMPARE(m_window->close(), closed);
    QCOMPARE(answers.given(), std::size_t(1));
    QCOMPARE(m_window->isVisible(), !closed);
    m_window.reset();
    if (closed) {
        m_session.reset();
        // Neither saved nor discarded work comes back at the next start.
        QVERIFY(recoverableProjects(m_folder->filePath(QStringLiteral("recovery"))).empty());
    }
    Project again(m_folder->filePath(QStringLiteral("elsewhere")));
    QVERIFY(again.open(file()).ok());
    QCOMPARE(again.notes().size(), std::size_t(written ? 1 : 0));
}

void ProjectActionsTest::newAndOpenAsk()
{
    makeFile(file());
    addOne();
    {
        const Answers answers({pressButton(QMessageBox::Cancel)});
        press(Qt::Key_N);
        QCOMPARE(answers.given(), std::size_t(1));
    }
    QCOMPARE(project().links().size(), std::size_t(1));
    {
        const Answers answers({chooseFile(file()), pressButton(QMessageBox::Discard)});
        press(Qt::Key_O);
        QCOMPARE(answers.given(), std::size_t(2));
    }
    QCOMPARE(project().links().front().subject, QStringLiteral("baku-alat"));
    const Answers answers({});
    press(Qt::Key_W);
    QVERIFY(project().file().isEmpty() && project().links().empty());
}

void ProjectActionsTest::recentProjects()
{
    makeFile(file("a.catlas"));
    makeFile(file("b.catlas"));
    ProjectDesk *desk = m_window->projectDesk();
    QVERIFY(desk->open(file("a.catlas")) && desk->open(file("b.catlas")) && desk->open(file("a.catlas")));
    QCOMPARE(desk->recent().files(), (QStringList{QFileInfo(file("a.catlas")).canonicalFilePath(), QFileInfo(file("b.catlas")).canonicalFilePath()}));
    QMenu *recent = nullptr;
    for (const QAction *action : menu(QStringLiteral("File"))->actions()) {
        if (action->text().remove(u'&') == QLatin1String("Open recent"))
            recent = action->menu();
    }
    QVERIFY(recent && recent->actions().size() >= 2);
    recent->actions()[1]->trigger();
    QTRY_COMPARE(project().title(), QStringLiteral("b"));
}

void ProjectActionsTest::missingRecentIsToldWhenChosen()
{
    makeFile(file());
    ProjectDesk *desk = m_window->projectDesk();
    QVERIFY(desk->open(file()) && desk->startNew());
    QVERIFY(QFile::remove(file()));
    QCOMPARE(desk->recent().files().size(), 1);
    QVERIFY(!desk->open(desk->recent().files().front()));
    QVERIFY(m_window->messageBar()->text().contains(QStringLiteral("no such file")));
    QVERIFY(desk->recent().files().isEmpty());
}

void ProjectActionsTest::droppedProjectIsOpened()
{
    makeFile(file());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file())});
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);  // makes the window the drag's target
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &event);
    QTRY_COMPARE(project().title(), QStringLiteral("p"));
    QCOMPARE(project().links().size(), std::size_t(1));
}

void ProjectActionsTest::shortcutsDoNotCollide()
{
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            QVERIFY2(!taken.contains(keys), qPrintable(keys.toString() + u' ' + action->text() + u' ' + taken.value(keys)));
            taken.insert(keys, action->text());
        }
    }
    QVERIFY(taken.value(QKeySequence(Qt::CTRL | Qt::Key_O)).contains(QStringLiteral("project")));
    QVERIFY(taken.value(QKeySequence(Qt::CTRL | Qt::Key_I)).contains(QStringLiteral("sources")));
}

void ProjectActionsTest::projectGivenAtTheStart()
{
    makeFile(file());
    cleanup();
    SessionOptions options = test::cleanOptions();
    options.projectFile = file();
    open(options);
    m_session->start();
    QCOMPARE(project().title(), QStringLiteral("p"));
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("p[*]")));
    QTRY_VERIFY(m_session->scene());
}

void ProjectActionsTest::badProjectAtTheStartIsTold()
{
    cleanup();
    SessionOptions options = test::cleanOptions();
    options.projectFile = file("missing.catlas");
    open(options);
    m_session->start();
    QVERIFY(m_window->messageBar()->text().contains(QStringLiteral("missing.catlas")));
    addOne();  // an untitled project does as well
    QTRY_VERIFY(m_session->scene());
}

void ProjectActionsTest::recoveryIsOffered()
{
    const QString recovery = m_folder->filePath(QStringLiteral("recovery"));
    for (int n = 0; n < 2; ++n) {
        Project crashed(recovery);
        QVERIFY(crashed.addNote(NoteTarget::Project, {}, QStringLiteral("n%1").arg(n)).ok());
    }
    m_window->projectDesk()->offerRecovery();
    auto *dialog = m_window->findChild<RecoveryDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->list()->count(), 2);
    {
        const Answers answers({pressButton(QMessageBox::Discard)});
        dialog->discardButton()->click();
        QCOMPARE(answers.given(), std::size_t(1));
    }
    QCOMPARE(dialog->list()->count(), 1);
    dialog->recoverButton()->click();
    QTRY_VERIFY(!m_window->findChild<RecoveryDialog *>());
    QCOMPARE(project().notes().size(), std::size_t(1));
    QVERIFY(m_window->isWindowModified());
    QVERIFY(recoverableProjects(recovery).empty());
    m_window->projectDesk()->offerRecovery();
    QVERIFY(!m_window->findChild<RecoveryDialog *>());
}

void ProjectActionsTest::authorCanBeChanged()
{
    QVERIFY(!project().author().isEmpty());
    const Answers answers({[](QWidget *dialog) {
        auto *input = qobject_cast<QInputDialog *>(dialog);
        QVERIFY(input);
        input->setTextValue(QStringLiteral("  N. Nova "));
        input->accept();
    }});
    menu(QStringLiteral("Edit"))->actions().last()->trigger();
    QCOMPARE(project().author(), QStringLiteral("N. Nova"));
    addOne();
    QCOMPARE(project().links().front().author, QStringLiteral("N. Nova"));
}

void ProjectActionsTest::readOnlyProjectSaysSo()
{
    makeFile(file());
    // What a program of the next version writes differs first in this number.
    QFile saved(file());
    QVERIFY(saved.open(QIODevice::ReadWrite));
    QByteArray bytes = saved.readAll();
    const qsizetype at = bytes.indexOf("schema3");
    QVERIFY(at > 0);
    QVERIFY(saved.seek(at + 6) && saved.write("4") == 1);
    saved.close();
    QVERIFY(m_window->projectDesk()->open(file()));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("read only")));
    QVERIFY(m_window->messageBar()->text().contains(QStringLiteral("newer")));
    QVERIFY(!project().addNote(NoteTarget::Project, {}, QStringLiteral("x")).ok());
}

QTEST_MAIN(ProjectActionsTest)
#include "ProjectActionsTest.moc"
