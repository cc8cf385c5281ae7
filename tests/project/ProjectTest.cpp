// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include <QSignalSpy>

using namespace ca;
using namespace ca::test;

/// What each edit does, by itself.
class ProjectTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void startsUntitledAndLeavesNoTrace();
    void passageAndLinksAreOneEdit();
    void manyToMany();
    void removedLinkStaysOnRecord();
    void editLinkChangesOnlyWhatIsAsked();
    void sameLinkTwiceIsRefused();
    void linkToAPassageOfTheAtlas();
    void textEditsMerge();
    void textEditsDoNotMergeOverASave();
    void notesOfAnything();
    void evidenceOutlivesRelocation();
    void checksAreKept();
    void suggestionsAcceptedAndRejected();
    void settings();
    void undoTextsNameTheSubject();
    void undoTextsOfImportsCount();
    void newsTellWhatChanged();
    void refusedEditsChangeNothing();
    void timesAndAuthorAreFilledIn();

private:
    QString add(int number, const QStringList &subjects)
    {
        std::vector<ProjectLink> links;
        for (const QString &subject : subjects)
            links.push_back(sampleLink(subject));
        const Result<QString> id = m_project->addPassage(samplePassage(number), links);
        return id ? *id : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Project> m_project;
};

void ProjectTest::init()
{
    m_project.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(m_folder->filePath(QStringLiteral("recovery")));
    m_project->setClock(steadyClock());
    m_project->setAuthor(QStringLiteral("A. Reader"));
}

void ProjectTest::startsUntitledAndLeavesNoTrace()
{
    QVERIFY(m_project->file().isEmpty());
    QVERIFY(!m_project->title().isEmpty());
    QVERIFY(!m_project->isModified());
    QVERIFY(!m_project->isReadOnly());
    m_project.reset();
    QVERIFY(!QDir(m_folder->filePath(QStringLiteral("recovery"))).exists());
}

void ProjectTest::passageAndLinksAreOneEdit()
{
    const QString id = add(1, {QStringLiteral("tripp-meghri"), QStringLiteral("zangezur")});
    QVERIFY(!id.isEmpty());
    QCOMPARE(m_project->undoStack().count(), 1);
    QVERIFY(m_project->isModified());
    QCOMPARE(m_project->linksOfPassage(id).size(), std::size_t(2));
    QCOMPARE(m_project->linksOfPassage(id)[0].annotation, m_project->linksOfPassage(id)[1].annotation);
    m_project->undoStack().undo();
    QVERIFY(!m_project->passage(id));
    QVERIFY(m_project->links().empty() && m_project->removedLinks().empty());
    QVERIFY(!m_project->isModified());
    m_project->undoStack().redo();
    QCOMPARE(m_project->linksOfPassage(id).size(), std::size_t(2));
}

void ProjectTest::manyToMany()
{
    const QString first = add(1, {QStringLiteral("a"), QStringLiteral("b")});
    const QString second = add(2, {QStringLiteral("b"), QStringLiteral("c")});
    const QString third = add(4, {QStringLiteral("b")});
    QCOMPARE(m_project->linksOfSubject(QStringLiteral("b")).size(), std::size_t(3));
    QCOMPARE(m_project->linksOfSubject(QStringLiteral("b"))[1].passage, second);
    QCOMPARE(m_project->linksOfSubject(QStringLiteral("c")).size(), std::size_t(1));
    QVERIFY(m_project->linksOfSubject(QStringLiteral("d")).empty());
    // Passages 1 and 4 stand in the same text.
    QCOMPARE(m_project->passagesOfDocument(QStringLiteral("text-1")).size(), std::size_t(2));
    QCOMPARE(m_project->linksOfDocument(QStringLiteral("text-1")).size(), std::size_t(3));
    QCOMPARE(m_project->passagesOfDocument(QString(64, QLatin1Char('a'))).size(), std::size_t(3));
    QVERIFY(m_project->passagesOfDocument({}).empty());
    QCOMPARE(m_project->passages().back().id, third);
    QCOMPARE(m_project->passages().front().id, first);
}

void ProjectTest::removedLinkStaysOnRecord()
{
    const QString passage = add(1, {QStringLiteral("a"), QStringLiteral("b")});
    const ProjectLink link = m_project->linksOfSubject(QStringLiteral("a")).front();
    m_project->setAuthor(QStringLiteral("B. Remover"));
    CA_OK(m_project->removeLink(link.id));
    QVERIFY(m_project->linksOfSubject(QStringLiteral("a")).empty());
    QCOMPARE(m_project->linksOfPassage(passage).size(), std::size_t(1));
    QCOMPARE(m_project->removedLinks().size(), std::size_t(1));
    QCOMPARE(m_project->removedLinks().front().removedBy, QStringLiteral("B. Remover"));
    QCOMPARE(m_project->removedLinks().front().author, QStringLiteral("A. Reader"));
    QVERIFY(!m_project->removeLink(link.id).ok());
    QVERIFY(!m_project->editLink(link.id, {QStringLiteral("late"), {}, {}}).ok());
    // A removed link does not stand in the way of a new one.
    ProjectLink again = sampleLink(QStringLiteral("a"));
    again.passage = passage;
    CA_OK(m_project->addLink(again));
    m_project->undoStack().undo();
    m_project->undoStack().undo();
    QCOMPARE(m_project->linksOfSubject(QStringLiteral("a")).front(), link);
}

void ProjectTest::editLinkChangesOnlyWhatIsAsked()
{
    add(1, {QStringLiteral("a")});
    const ProjectLink before = m_project->links().front();
    CA_OK(m_project->editLink(before.id, {{}, std::optional<Claim>(Claim::Opinion), {}}));
    ProjectLink after = *m_project->link(before.id);
    QCOMPARE(after.claim, std::optional(Claim::Opinion));
    QCOMPARE(after.note, before.note);
    QVERIFY(after.modified > before.modified);
    QCOMPARE(after.created, before.created);
    CA_OK(m_project->editLink(before.id, {{}, std::optional<Claim>(), true}));
    after = *m_project->link(before.id);
    QVERIFY(!after.claim && after.context);
    const int count = m_project->undoStack().count();
    CA_OK(m_project->editLink(before.id, {before.note, std::optional<Claim>(), true}));  // nothing new
    QCOMPARE(m_project->undoStack().count(), count);
    m_project->undoStack().undo();
    m_project->undoStack().undo();
    QCOMPARE(*m_project->link(before.id), before);
}

void ProjectTest::sameLinkTwiceIsRefused()
{
    const QString passage = add(1, {QStringLiteral("a")});
    ProjectLink link = sampleLink(QStringLiteral("a"));
    link.passage = passage;
    QVERIFY(!m_project->addLink(link).ok());
    link.context = true;
    CA_OK(m_project->addLink(link));
    QVERIFY(!m_project->editLink(m_project->links().front().id, {{}, {}, true}).ok());
    QVERIFY(!m_project->addPassage(samplePassage(2), {sampleLink(QStringLiteral("x")), sampleLink(QStringLiteral("x"))}).ok());
    QCOMPARE(m_project->links().size(), std::size_t(2));
    QCOMPARE(m_project->passages().size(), std::size_t(1));
}

void ProjectTest::linkToAPassageOfTheAtlas()
{
    ProjectLink link = sampleLink(QStringLiteral("a"));
    link.passage = QStringLiteral("article-3-p7");
    const Result<QString> id = m_project->addLink(link);
    CA_OK(id);
    QCOMPARE(m_project->linksOfPassage(QStringLiteral("article-3-p7")).front().id, *id);
}

void ProjectTest::textEditsMerge()
{
    add(1, {QStringLiteral("a"), QStringLiteral("b")});
    const QString a = m_project->links()[0].id, b = m_project->links()[1].id;
    const QString before = m_project->link(a)->note;
    for (const char *text : {"w", "wo", "wor", "word"})
        CA_OK(m_project->editLink(a, {QString::fromLatin1(text), {}, {}}));
    QCOMPARE(m_project->undoStack().count(), 2);
    CA_OK(m_project->editLink(b, {QStringLiteral("other"), {}, {}}));
    CA_OK(m_project->editLink(a, {QStringLiteral("words"), {}, {}}));
    QCOMPARE(m_project->undoStack().count(), 4);
    m_project->undoStack().undo();
    QCOMPARE(m_project->link(a)->note, QStringLiteral("word"));
    m_project->undoStack().undo();
    m_project->undoStack().undo();
    QCOMPARE(m_project->link(a)->note, before);
    m_project->undoStack().redo();
    QCOMPARE(m_project->link(a)->note, QStringLiteral("word"));
}

void ProjectTest::textEditsDoNotMergeOverASave()
{
    add(1, {QStringLiteral("a")});
    const QString id = m_project->links().front().id;
    CA_OK(m_project->editLink(id, {QStringLiteral("one"), {}, {}}));
    CA_OK(m_project->saveAs(m_folder->filePath(QStringLiteral("p.catlas"))));
    QVERIFY(!m_project->isModified());
    CA_OK(m_project->editLink(id, {QStringLiteral("two"), {}, {}}));
    QVERIFY(m_project->isModified());
    m_project->undoStack().undo();
    QVERIFY(!m_project->isModified());
    QCOMPARE(m_project->link(id)->note, QStringLiteral("one"));
}

void ProjectTest::notesOfAnything()
{
    const QString passage = add(1, {});
    const Result<QString> note = m_project->addNote(NoteTarget::Passage, passage, QStringLiteral("first"));
    CA_OK(note);
    CA_OK(m_project->addNote(NoteTarget::Passage, passage, QStringLiteral("second")));
    CA_OK(m_project->addNote(NoteTarget::Subject, QStringLiteral("baku-alat"), QStringLiteral("on a segment")));
    CA_OK(m_project->addNote(NoteTarget::Project, {}, QStringLiteral("on it all")));
    QVERIFY(!m_project->addNote(NoteTarget::Subject, {}, QStringLiteral("on nothing")).ok());
    QVERIFY(!m_project->addNote(NoteTarget::Project, QStringLiteral("x"), QStringLiteral("on nothing")).ok());
    QCOMPARE(m_project->notesOf(NoteTarget::Passage, passage).size(), std::size_t(2));
    QVERIFY(m_project->notesOf(NoteTarget::Link, passage).empty());
    QCOMPARE(m_project->notesOf(NoteTarget::Project, {}).size(), std::size_t(1));
    CA_OK(m_project->removeNote(*note));
    QCOMPARE(m_project->notesOf(NoteTarget::Passage, passage).size(), std::size_t(1));
    m_project->undoStack().undo();
    QCOMPARE(m_project->notesOf(NoteTarget::Passage, passage).front().text, QStringLiteral("first"));
    QVERIFY(!m_project->editNote(QStringLiteral("nobody"), {}).ok());
}

void ProjectTest::evidenceOutlivesRelocation()
{
    const QString id = add(1, {QStringLiteral("a")});
    const ProjectPassage before = *m_project->passage(id);
    QCOMPARE(before.present, before.original);
    PassagePlace place{{QStringLiteral("the ferry sails when it can"), {}, {}, 5, 32, 1}, QStringLiteral("other file"), QStringLiteral("other text")};
    CA_OK(m_project->relocate(id, place, {Verdict::Changed, QStringLiteral("two words differ"), {}}));
    const ProjectPassage after = *m_project->passage(id);
    QCOMPARE(after.original, before.original);
    QCOMPARE(after.retrieved, before.retrieved);
    QCOMPARE(after.present, place);
    QVERIFY(after.check.checked.isValid());
    QCOMPARE(m_project->passagesOfDocument(QStringLiteral("other text")).size(), std::size_t(1));
    QCOMPARE(m_project->passagesOfDocument(QStringLiteral("text-1")).size(), std::size_t(1));  // the evidence is there
    m_project->undoStack().undo();
    QCOMPARE(*m_project->passage(id), before);
    QVERIFY(m_project->passagesOfDocument(QStringLiteral("other text")).empty());
}

void ProjectTest::checksAreKept()
{
    const QString id = add(1, {});
    CA_OK(m_project->recordCheck(id, {Verdict::Moved, QStringLiteral("a paragraph lower"), {}}));
    const PassageCheck check = m_project->passage(id)->check;
    QCOMPARE(check.verdict, std::optional(Verdict::Moved));
    const int count = m_project->undoStack().count();
    CA_OK(m_project->recordCheck(id, {Verdict::Moved, QStringLiteral("a paragraph lower"), {}}));
    QCOMPARE(m_project->undoStack().count(), count);
    QCOMPARE(m_project->passage(id)->check, check);
}

void ProjectTest::suggestionsAcceptedAndRejected()
{
    ProjectLink link = sampleLink(QStringLiteral("a"));
    link.score = 0.1 + 0.2;
    link.reasons = {QStringLiteral("“Meğri” in sentence 2"), QStringLiteral("railway near by")};
    const Result<QString> id = m_project->acceptSuggestion(samplePassage(1), {link});
    CA_OK(id);
    const ProjectLink accepted = m_project->links().front();
    QCOMPARE(accepted.origin, LinkOrigin::Suggested);
    QCOMPARE(accepted.score, 0.1 + 0.2);
    QCOMPARE(accepted.reasons, link.reasons);
    // More of the same passage.
    link.subject = QStringLiteral("b");
    CA_OK(m_project->acceptSuggestion(*m_project->passage(*id), {link}));
    QCOMPARE(m_project->linksOfPassage(*id).size(), std::size_t(2));
    QCOMPARE(m_project->passages().size(), std::size_t(1));
    QVERIFY(!m_project->acceptSuggestion(*m_project->passage(*id), {link}).ok());

    const TextAnchor anchor = samplePassage(2).original.anchor;
    CA_OK(m_project->rejectSuggestion(QStringLiteral("text-2"), anchor, QStringLiteral("a")));
    QVERIFY(m_project->isRejected(QStringLiteral("text-2"), anchor, QStringLiteral("a")));
    QVERIFY(!m_project->isRejected(QStringLiteral("text-2"), anchor, QStringLiteral("b")));
    QVERIFY(!m_project->isRejected(QStringLiteral("text-1"), anchor, QStringLiteral("a")));
    QVERIFY(!m_project->rejectSuggestion(QStringLiteral("text-2"), anchor, QStringLiteral("a")).ok());
    m_project->undoStack().undo();
    QVERIFY(!m_project->isRejected(QStringLiteral("text-2"), anchor, QStringLiteral("a")));
}

void ProjectTest::settings()
{
    QVERIFY(m_project->setting(QStringLiteral("k")).isUndefined());
    CA_OK(m_project->setSetting(QStringLiteral("k"), QJsonArray{1, QStringLiteral("two"), QJsonValue()}));
    CA_OK(m_project->setSetting(QStringLiteral("k"), 2.5));
    CA_OK(m_project->setSetting(QStringLiteral("n"), QJsonValue()));
    QVERIFY(m_project->setting(QStringLiteral("n")).isNull());
    QVERIFY(!m_project->setSetting(QStringLiteral("library"), 1).ok());
    CA_OK(m_project->setSetting(QStringLiteral("n"), QJsonValue::Undefined));
    QVERIFY(m_project->setting(QStringLiteral("n")).isUndefined());
    QCOMPARE(m_project->undoStack().count(), 1);  // k as one edit; n came and went
    m_project->undoStack().undo();
    QVERIFY(m_project->setting(QStringLiteral("k")).isUndefined());
    QVERIFY(!m_project->isModified());
}

void ProjectTest::undoTextsOfImportsCount()
{
    const auto text = [this](std::vector<PassageWithLinks> all) {
        return m_project->importPassages(all) ? m_project->undoStack().undoText() : QString();
    };
    const auto one = [](const QString &id, bool ofAtlas, const QString &subject) {
        PassageWithLinks taken;
        taken.passage.id = id;
        taken.ofAtlas = ofAtlas;
        ProjectLink link;
        link.subject = subject;
        taken.links = {link};
        return taken;
    };
    QCOMPARE(text({one(QStringLiteral("p1"), false, QStringLiteral("tripp-meghri"))}), QStringLiteral("import 1 passage"));
    QCOMPARE(text({one(QStringLiteral("p2"), false, QStringLiteral("a")), one(QStringLiteral("p3"), false, QStringLiteral("a"))}),
             QStringLiteral("import 2 passages"));
    QCOMPARE(text({one(QStringLiteral("bundled"), true, QStringLiteral("a"))}), QStringLiteral("import 1 link"));
}

void ProjectTest::undoTextsNameTheSubject()
{
    m_project->setNaming([](const QString &id) { return id == QLatin1String("tripp-meghri") ? QStringLiteral("Meghri") : id; });
    add(1, {QStringLiteral("tripp-meghri")});
    QCOMPARE(m_project->undoStack().undoText(), QStringLiteral("add link to Meghri"));
    CA_OK(m_project->removeLink(m_project->links().front().id));
    QCOMPARE(m_project->undoStack().undoText(), QStringLiteral("remove link to Meghri"));
}

void ProjectTest::newsTellWhatChanged()
{
    QSignalSpy spy(m_project.get(), &Project::changed);
    const QString passage = add(1, {QStringLiteral("a")});
    QCOMPARE(spy.size(), 1);
    ProjectNews news = spy.takeFirst().front().value<ProjectNews>();
    QCOMPARE(news.passages, QSet<QString>{passage});
    QCOMPARE(news.subjects, QSet<QString>{QStringLiteral("a")});
    QVERIFY(news.documents.contains(QStringLiteral("text-1")) && !news.everything && news.notes.isEmpty());
    m_project->undoStack().undo();
    QCOMPARE(spy.size(), 1);
    news = spy.takeFirst().front().value<ProjectNews>();
    QCOMPARE(news.subjects, QSet<QString>{QStringLiteral("a")});
    CA_OK(m_project->addNote(NoteTarget::Subject, QStringLiteral("b"), QStringLiteral("x")));
    news = spy.takeFirst().front().value<ProjectNews>();
    QVERIFY(news.passages.isEmpty() && news.notes.contains(QStringLiteral("b")));
    CA_OK(m_project->startNew());
    QVERIFY(spy.takeFirst().front().value<ProjectNews>().everything);
}

void ProjectTest::refusedEditsChangeNothing()
{
    add(1, {QStringLiteral("a")});
    const ProjectModel before = m_project->model();
    QVERIFY(!m_project->addPassage(ProjectPassage(), {}).ok());
    QVERIFY(!m_project->addPassage(*m_project->passage(m_project->passages().front().id), {}).ok());
    QVERIFY(!m_project->addPassage(samplePassage(2), {sampleLink({})}).ok());
    QVERIFY(!m_project->addPassage(samplePassage(2), {m_project->links().front()}).ok());
    QVERIFY(!m_project->addLink(sampleLink(QStringLiteral("a"))).ok());
    QVERIFY(!m_project->removeLink(QStringLiteral("nothing")).ok());
    QVERIFY(!m_project->relocate(QStringLiteral("nothing"), {}, {}).ok());
    QVERIFY(!m_project->rejectSuggestion({}, {}, QStringLiteral("a")).ok());
    QVERIFY(m_project->model() == before);
    QCOMPARE(m_project->undoStack().count(), 1);
}

void ProjectTest::timesAndAuthorAreFilledIn()
{
    const QDateTime local(QDate(2026, 5, 5), QTime(12, 0, 0, 7), Qt::OffsetFromUTC, 4 * 3600);
    m_project->setClock([local] { return local; });
    add(1, {QStringLiteral("a")});
    const ProjectLink link = m_project->links().front();
    QCOMPARE(link.author, QStringLiteral("A. Reader"));
    QCOMPARE(link.created, local);
    QCOMPARE(link.created.timeSpec(), Qt::UTC);
    QCOMPARE(link.modified, link.created);
    ProjectPassage foreign = samplePassage(2);
    foreign.author = QStringLiteral("Someone Else");
    foreign.created = local.addDays(-3);
    const Result<QString> id = m_project->addPassage(foreign, {});
    CA_OK(id);
    QCOMPARE(m_project->passage(*id)->author, QStringLiteral("Someone Else"));
    QCOMPARE(m_project->passage(*id)->created, local.addDays(-3));
}

QTEST_GUILESS_MAIN(ProjectTest)
#include "ProjectTest.moc"
