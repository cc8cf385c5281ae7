// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include <QRandomGenerator>

#include <map>

using namespace ca;
using namespace ca::test;

namespace {

/// What the project should hold, kept by simpler means: one word a record.
using Oracle = std::map<QString, QString>;

QString told(const ProjectLink &link)
{
    return QStringLiteral("link %1>%2 %3 %4 %5 %6").arg(link.passage, link.subject).arg(link.context).arg(link.note)
        .arg(link.claim ? static_cast<int>(*link.claim) : -1).arg(link.stands());
}

Oracle heldBy(const Project &project)
{
    Oracle held;
    for (const ProjectPassage &passage : project.passages())
        held[passage.id] = QStringLiteral("passage %1").arg(passage.present.anchor.start);
    for (const std::vector<ProjectLink> &links : {project.links(), project.removedLinks()}) {
        for (const ProjectLink &link : links)
            held[link.id] = told(link);
    }
    for (const ProjectNote &note : project.notes())
        held[note.id] = QStringLiteral("note ") + note.text;
    for (const RejectedSuggestion &rejected : project.model().table<RejectedSuggestion>().all())
        held[rejected.id] = QStringLiteral("rejected ") + rejected.subject;
    for (const ProjectSetting &setting : project.model().table<ProjectSetting>().all())
        held[setting.id] = QStringLiteral("setting %1").arg(setting.value.toInt());
    return held;
}

/// Edits a project at random and the oracle along with it.
class RandomEditor {
public:
    RandomEditor(Project &project, quint32 seed) : m_project(project), m_random(seed) {}

    /// False if an edit that must work did not.
    bool edit(Oracle &expected)
    {
        switch (m_random.bounded(10)) {
        case 0:
        case 1:
            return addPassage(expected);
        case 2:
            return addLink(expected);
        case 3:
            return removeLink(expected);
        case 4:
        case 5:
            return editLink(expected);
        case 6:
            return note(expected);
        case 7:
            return relocate(expected);
        case 8:
            return reject(expected);
        default:
            return setting(expected);
        }
    }
    [[nodiscard]] int number(int below) { return static_cast<int>(m_random.bounded(static_cast<quint32>(below))); }

private:
    template <class T>
    const T *any(const std::vector<T> &all) { return all.empty() ? nullptr : &all[m_random.bounded(static_cast<quint32>(all.size()))]; }
    QString subject() { return QStringLiteral("s%1").arg(number(6)); }

    bool addPassage(Oracle &expected)
    {
        const int n = ++m_count;
        std::vector<ProjectLink> links;
        if (number(3) > 0)
            links.push_back(sampleLink(subject()));
        if (number(3) == 0)
            links.push_back(sampleLink(subject(), true));
        const Result<QString> id = number(4) ? m_project.addPassage(samplePassage(n), links) : m_project.acceptSuggestion(samplePassage(n), links);
        if (!id)
            return false;
        expected[*id] = QStringLiteral("passage %1").arg(10 * n);
        const auto made = m_project.linksOfPassage(*id);
        for (std::size_t at = 0; at < made.size(); ++at) {
            links[at].passage = *id;
            expected[made[at].id] = told(links[at]);
        }
        return made.size() == links.size();
    }
    bool addLink(Oracle &expected)
    {
        const auto all = m_project.passages();
        const ProjectPassage *passage = any(all);
        ProjectLink link = sampleLink(QStringLiteral("t%1").arg(++m_count));
        link.passage = passage ? passage->id : QStringLiteral("article-1-p1");
        const Result<QString> id = m_project.addLink(link);
        if (id)
            expected[*id] = told(link);
        return id.ok();
    }
    bool removeLink(Oracle &expected)
    {
        const auto all = m_project.links();
        const ProjectLink *link = any(all);
        if (!link)
            return true;
        ProjectLink gone = *link;
        gone.removed = QDateTime::currentDateTimeUtc();
        expected[gone.id] = told(gone);
        return m_project.removeLink(gone.id).ok();
    }
    bool editLink(Oracle &expected)
    {
        const auto all = m_project.links();
        const ProjectLink *link = any(all);
        if (!link)
            return true;
        ProjectLink after = *link;
        LinkEdit edit;
        if (number(3) > 0)
            edit.note = after.note = QStringLiteral("%1 çə").arg(number(5));
        else if (number(2))
            edit.claim = after.claim = std::optional(Claim::Figure);
        else
            edit.claim = after.claim = std::optional<Claim>();
        expected[after.id] = told(after);
        return m_project.editLink(after.id, edit).ok();
    }
    bool note(Oracle &expected)
    {
        const auto all = m_project.notes();
        const ProjectNote *note = any(all);
        const QString text = QStringLiteral("n%1").arg(++m_count);
        if (!note || number(3) == 0) {
            const Result<QString> id = m_project.addNote(NoteTarget::Subject, subject(), text);
            if (id)
                expected[*id] = QStringLiteral("note ") + text;
            return id.ok();
        }
        const QString id = note->id;
        if (number(3) == 0) {
            expected.erase(id);
            return m_project.removeNote(id).ok();
        }
        expected[id] = QStringLiteral("note ") + text;
        return m_project.editNote(id, text).ok();
    }
    bool relocate(Oracle &expected)
    {
        const auto all = m_project.passages();
        const ProjectPassage *passage = any(all);
        if (!passage)
            return true;
        PassagePlace place = passage->present;
        place.anchor.start = 100000 + ++m_count;
        expected[passage->id] = QStringLiteral("passage %1").arg(place.anchor.start);
        return m_project.relocate(passage->id, place, {Verdict::Moved, {}, {}}).ok();
    }
    bool reject(Oracle &expected)
    {
        const QString subject = QStringLiteral("r%1").arg(++m_count);
        const Result<QString> id = m_project.rejectSuggestion(QStringLiteral("text-1"), samplePassage(1).original.anchor, subject);
        if (id)
            expected[*id] = QStringLiteral("rejected ") + subject;
        return id.ok();
    }
    bool setting(Oracle &expected)
    {
        const QString key = QStringLiteral("key%1").arg(number(3));
        const int value = number(4);
        expected[key] = QStringLiteral("setting %1").arg(value);
        return m_project.setSetting(key, value).ok();
    }

    Project &m_project;
    QRandomGenerator m_random;
    int m_count = 0;
};

} // namespace

/// Long histories: whatever is done, undone, redone, saved and reopened, the project holds what it should.
class ProjectHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepBackAndForth_data();
    void everyStepBackAndForth();
    void undoThenSaveThenReopen_data();
    void undoThenSaveThenReopen();
};

void ProjectHistoryTest::everyStepBackAndForth_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void ProjectHistoryTest::everyStepBackAndForth()
{
    QFETCH(quint32, seed);
    const QTemporaryDir folder;
    Project project(folder.filePath(QStringLiteral("recovery")));
    project.setClock(steadyClock());
    RandomEditor editor(project, seed);
    QUndoStack &stack = project.undoStack();
    std::vector<Oracle> states{{}};           // by index of the stack
    std::vector<ProjectModel> models{project.model()};
    for (int step = 0; step < 150; ++step) {
        if (editor.number(4) == 0) {
            for (int times = editor.number(6); times > 0; --times)
                editor.number(2) ? stack.undo() : stack.redo();
        } else {
            Oracle expected = heldBy(project);
            QCOMPARE(expected, states[static_cast<std::size_t>(stack.index())]);
            QVERIFY(editor.edit(expected));
            QCOMPARE(heldBy(project), expected);
            const auto at = static_cast<std::size_t>(stack.index());
            states.resize(at + 1);
            models.resize(at + 1);
            states[at] = expected;
            models[at] = project.model();
        }
        QVERIFY(project.model() == models[static_cast<std::size_t>(stack.index())]);
    }
    while (stack.canUndo()) {
        stack.undo();
        QVERIFY(project.model() == models[static_cast<std::size_t>(stack.index())]);
    }
    QVERIFY(heldBy(project).empty());
    while (stack.canRedo()) {
        stack.redo();
        QVERIFY(project.model() == models[static_cast<std::size_t>(stack.index())]);
        QCOMPARE(heldBy(project), states[static_cast<std::size_t>(stack.index())]);
    }
}

void ProjectHistoryTest::undoThenSaveThenReopen_data()
{
    everyStepBackAndForth_data();
}

void ProjectHistoryTest::undoThenSaveThenReopen()
{
    QFETCH(quint32, seed);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.catlas"));
    Project project(folder.filePath(QStringLiteral("recovery")));
    RandomEditor editor(project, seed * 1000);
    Oracle ignored;
    for (int round = 0; round < 5; ++round) {
        for (int step = 0; step < 25; ++step)
            QVERIFY(editor.edit(ignored));
        for (int times = editor.number(12); times > 0; --times)
            project.undoStack().undo();
        for (int times = editor.number(4); times > 0; --times)
            project.undoStack().redo();
        CA_OK(project.saveAs(file));
        QVERIFY(!project.isModified());
        Project again(folder.filePath(QStringLiteral("recovery")));
        const Result<Done> opened = again.open(file);
        CA_OK(opened);
        QVERIFY(opened.warnings().isEmpty());
        QVERIFY(again.model() == project.model());
        QCOMPARE(again.passages().size(), project.passages().size());
        for (std::size_t at = 0; at < again.passages().size(); ++at)
            QCOMPARE(again.passages()[at].id, project.passages()[at].id);
        // The saved state can be left in both directions.
        project.undoStack().undo();
        QVERIFY(project.isModified());
        project.undoStack().redo();
        QVERIFY(!project.isModified());
    }
}

QTEST_GUILESS_MAIN(ProjectHistoryTest)
#include "ProjectHistoryTest.moc"
