// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include "database/SqlConnection.h"

#include <QSignalSpy>

#include <limits>

using namespace ca;
using namespace ca::test;

class ProjectViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void namesAreUniqueInAnyCase();
    void everyEditIsUndoneAndRedone();
    void ordersAreKept();
    void whatCannotBeReadAgainIsRefused();
    void roundTripThroughTheFile();
    void fileOfTheFirstSchemaIsMigrated();
    void unknownViewsStayInTheFile();
    void unsavedViewsAreRecovered();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("p.catlas")); }
    [[nodiscard]] std::unique_ptr<Project> project() const
    {
        auto made = std::make_unique<Project>(m_folder->filePath(QStringLiteral("recovery")));
        made->setClock(steadyClock());
        made->setAuthor(QStringLiteral("A. Reader"));
        return made;
    }
    QStringList names() const
    {
        QStringList names;
        for (const ProjectView &view : m_project->views())
            names << view.name;
        return names;
    }
    bool run(const QStringList &statements) const
    {
        const auto connection = SqlConnection::open(file());
        return connection && std::all_of(statements.begin(), statements.end(), [&](const QString &sql) { return (*connection)->run(sql).ok(); });
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void ProjectViewsTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = project();
}

void ProjectViewsTest::namesAreUniqueInAnyCase()
{
    CA_OK(m_project->addView(QStringLiteral("  Ağrı  crossing "), sampleView(1)));
    QCOMPARE(names(), QStringList{QStringLiteral("Ağrı crossing")});
    QVERIFY(!m_project->addView(QStringLiteral("AĞRı CROSSING"), sampleView(2)).ok());
    QVERIFY(!m_project->addView(QStringLiteral(" "), sampleView(2)).ok());
    const Result<QString> other = m_project->addView(QStringLiteral("Ferry"), sampleView(2));
    CA_OK(other);
    QVERIFY(!m_project->renameView(*other, QStringLiteral("ağrı crossing")).ok());
    QVERIFY(!m_project->renameView(*other, QString()).ok());
    CA_OK(m_project->renameView(*other, QStringLiteral("FERRY")));  // its own name in another case
    QCOMPARE(m_project->viewNamed(QStringLiteral("ferry"))->view.name, QStringLiteral("FERRY"));
    QVERIFY(!m_project->viewNamed(QStringLiteral("fer")));
    QCOMPARE(names().size(), 2);
}

void ProjectViewsTest::everyEditIsUndoneAndRedone()
{
    QSignalSpy spy(m_project.get(), &Project::changed);
    const Result<QString> id = m_project->addView(QStringLiteral("One"), sampleView(1));
    CA_OK(id);
    QCOMPARE(spy.takeLast().front().value<ProjectNews>().views, QSet<QString>{*id});
    CA_OK(m_project->renameView(*id, QStringLiteral("Two")));
    CA_OK(m_project->replaceView(*id, sampleView(2)));
    QCOMPARE(m_project->view(*id)->view.name, QStringLiteral("Two"));
    QCOMPARE(m_project->view(*id)->view.figure.title, QStringLiteral("Lines № 2"));
    QVERIFY(m_project->view(*id)->modified > m_project->view(*id)->created);
    const int steps = m_project->undoStack().count();
    CA_OK(m_project->replaceView(*id, sampleView(2)));  // nothing changes: no step
    QCOMPARE(m_project->undoStack().count(), steps);
    const ProjectModel full = m_project->model();
    CA_OK(m_project->removeView(*id));
    QVERIFY(m_project->views().empty());
    m_project->undoStack().undo();
    QVERIFY(m_project->model() == full);
    m_project->undoStack().undo();
    QCOMPARE(m_project->view(*id)->view.figure.title, QStringLiteral("Lines № 1"));
    m_project->undoStack().undo();
    QCOMPARE(m_project->view(*id)->name, QStringLiteral("One"));
    m_project->undoStack().undo();
    QVERIFY(m_project->views().empty() && !m_project->isModified());
    while (m_project->undoStack().canRedo())
        m_project->undoStack().redo();
    QVERIFY(m_project->views().empty());
    QVERIFY(!m_project->replaceView(*id, sampleView(1)).ok() && !m_project->removeView(*id).ok() && !m_project->renameView(*id, QStringLiteral("x")).ok());
}

void ProjectViewsTest::ordersAreKept()
{
    QStringList ids;
    for (const char *name : {"a", "b", "c", "d"})
        ids << *m_project->addView(QString::fromLatin1(name), sampleView(1));
    CA_OK(m_project->moveView(ids[3], 1));
    QCOMPARE(names().join(QString()), QStringLiteral("adbc"));
    CA_OK(m_project->moveView(ids[0], 99));
    QCOMPARE(names().join(QString()), QStringLiteral("dbca"));
    m_project->undoStack().undo();
    QCOMPARE(names().join(QString()), QStringLiteral("adbc"));
    const int steps = m_project->undoStack().count();
    CA_OK(m_project->moveView(ids[0], -1));
    QCOMPARE(m_project->undoStack().count(), steps);
    QVERIFY(!m_project->moveView(QStringLiteral("none"), 0).ok());
}

void ProjectViewsTest::whatCannotBeReadAgainIsRefused()
{
    FigureView view = sampleView(1);
    view.metresPerPixel = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!m_project->addView(QStringLiteral("a"), view).ok());
    view = sampleView(1);
    view.centre = {};
    QVERIFY(!m_project->addView(QStringLiteral("a"), view).ok());
    const Result<QString> id = m_project->addView(QStringLiteral("a"), sampleView(1));
    CA_OK(id);
    QVERIFY(!m_project->replaceView(*id, view).ok());
    QCOMPARE(m_project->view(*id)->view.centre, sampleView(1).centre);
}

void ProjectViewsTest::roundTripThroughTheFile()
{
    for (int number : {1, 2, 3})
        CA_OK(m_project->addView(QStringLiteral("view %1").arg(number), sampleView(number)));
    CA_OK(m_project->saveAs(file()));
    const auto again = project();
    const Result<Done> opened = again->open(file());
    CA_OK(opened);
    QVERIFY2(opened.warnings().isEmpty(), qPrintable(opened.warnings().join(u'\n')));
    QVERIFY(again->model() == m_project->model());
    QCOMPARE(again->views().size(), std::size_t(3));
}

/// As the first version wrote them: without the table, and saying so.
void ProjectViewsTest::fileOfTheFirstSchemaIsMigrated()
{
    CA_OK(m_project->addPassage(samplePassage(1), {sampleLink(QStringLiteral("a"))}));
    CA_OK(m_project->saveAs(file()));
    QVERIFY(run({QStringLiteral("DROP TABLE views"), QStringLiteral("DROP TABLE osm_matches"), QStringLiteral("DELETE FROM migrations WHERE version > 1"),
                 QStringLiteral("UPDATE meta SET value = '1' WHERE key = 'schema'")}));
    const auto old = project();
    const Result<Done> opened = old->open(file());
    CA_OK(opened);
    QVERIFY(opened.warnings().isEmpty() && !old->isReadOnly() && !old->isModified());
    QVERIFY(old->model() == m_project->model());
    CA_OK(old->addView(QStringLiteral("first"), sampleView(1)));
    CA_OK(old->save());
    const auto again = project();
    CA_OK(again->open(file()));
    QVERIFY(again->model() == old->model());
    QCOMPARE(again->views().size(), std::size_t(1));
}

void ProjectViewsTest::unknownViewsStayInTheFile()
{
    for (const char *name : {"a", "b", "c"})
        CA_OK(m_project->addView(QString::fromLatin1(name), sampleView(1)));
    CA_OK(m_project->saveAs(file()));
    QVERIFY(run({QStringLiteral("UPDATE views SET view = '{\"version\": 99}' WHERE name = 'a'"), QStringLiteral("UPDATE views SET view = '[' WHERE name = 'b'")}));
    const Result<Done> opened = m_project->open(file());
    CA_OK(opened);
    QCOMPARE(names(), QStringList{QStringLiteral("c")});
    QCOMPARE(opened.warnings().size(), 2);
    CA_OK(m_project->renameView(m_project->views().front().id, QStringLiteral("d")));
    CA_OK(m_project->save());
    const auto connection = SqlConnection::open(file(), SqlConnection::Access::ReadOnly);
    QCOMPARE((*connection)->value(QStringLiteral("SELECT count(*) FROM views WHERE view = '{\"version\": 99}'"))->toInt(), 1);
}

void ProjectViewsTest::unsavedViewsAreRecovered()
{
    CA_OK(m_project->addView(QStringLiteral("kept"), sampleView(1)));
    const ProjectModel before = m_project->model();
    m_project.reset();
    const auto found = recoverableProjects(m_folder->filePath(QStringLiteral("recovery")));
    QCOMPARE(found.size(), std::size_t(1));
    const auto again = project();
    CA_OK(again->recover(found.front()));
    QVERIFY(again->model() == before);
    again->discard();
}

QTEST_GUILESS_MAIN(ProjectViewsTest)
#include "ProjectViewsTest.moc"
