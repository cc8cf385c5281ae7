// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleProject.h"

#include "project/AnnotationExchange.h"

#include <QRandomGenerator>

using namespace ca;
using namespace ca::test;

namespace {

AnnotatedPassage sampleAnnotation()
{
    AnnotatedPassage annotation;
    annotation.id = QStringLiteral("urn:uuid:0b0e9c1e-7d32-4a44-9d33-111111111111");
    annotation.citation = samplePassage(1).source;
    annotation.source = QStringLiteral("https://news.invalid/1");
    annotation.textSha256 = QStringLiteral("text-1");
    annotation.retrieved = QStringLiteral("2026-01-05T10:00:00Z");
    annotation.anchor = samplePassage(1).original.anchor;
    annotation.subjects = {{QStringLiteral("a"), false}, {QStringLiteral("b"), true}};
    annotation.claim = QStringLiteral("forecast");
    annotation.note = QStringLiteral("who says so?");
    annotation.author = QStringLiteral("A. Reader");
    annotation.created = QStringLiteral("2026-01-05T10:01:02Z");
    annotation.modified = QStringLiteral("2026-01-05T10:01:02.345Z");
    annotation.extra = QJsonObject{{QStringLiteral("rights"), QStringLiteral("CC0")}, {QStringLiteral("body"), QJsonArray{1, QJsonValue()}}};
    return annotation;
}

} // namespace

class AnnotationExchangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void annotationComesBack_data();
    void annotationComesBack();
    void annotationComesBackThroughAProject_data();
    void annotationComesBackThroughAProject();
    void projectComesBack();
    void linksEditedApartBecomeTwoAnnotations();
};

void AnnotationExchangeTest::annotationComesBack_data()
{
    QTest::addColumn<AnnotatedPassage>("annotation");
    AnnotatedPassage annotation = sampleAnnotation();
    QTest::newRow("ours") << annotation;
    annotation.extra = {};
    QTest::newRow("nothing extra") << annotation;
    annotation = sampleAnnotation();
    annotation.subjects.clear();
    QTest::newRow("no subject") << annotation;
    annotation = sampleAnnotation();
    annotation.id = QStringLiteral("https://example.invalid/anno/7");
    annotation.created = QStringLiteral("2026-01-05");
    annotation.modified = QStringLiteral("2026-01-05T14:01:02+04:00");
    QTest::newRow("foreign id and times") << annotation;
    annotation.subjects.clear();
    annotation.claim = QStringLiteral("rumour");
    QTest::newRow("unknown claim, no subject") << annotation;
    annotation.id = QStringLiteral("urn:uuid:NOT-OF-OURS");
    annotation.created = QStringLiteral("some day");
    annotation.modified.clear();
    QTest::newRow("odd") << annotation;
    annotation = sampleAnnotation();
    annotation.note.clear();
    annotation.claim.clear();
    annotation.textSha256.clear();
    annotation.retrieved.clear();
    annotation.citation = {};
    annotation.source.clear();
    QTest::newRow("little") << annotation;
}

void AnnotationExchangeTest::annotationComesBack()
{
    QFETCH(AnnotatedPassage, annotation);
    const PassageWithLinks taken = fromAnnotation(annotation);
    QCOMPARE(taken.links.size(), annotation.subjects.size());
    const std::vector<AnnotatedPassage> back = toAnnotations(taken.passage, taken.links);
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(back.front().extra, annotation.extra);
    QVERIFY(back.front() == annotation);
}

void AnnotationExchangeTest::annotationComesBackThroughAProject_data()
{
    annotationComesBack_data();
}

void AnnotationExchangeTest::annotationComesBackThroughAProject()
{
    QFETCH(AnnotatedPassage, annotation);
    if (annotation.created == QLatin1String("some day") || annotation.modified.isEmpty())
        QSKIP("a project gives a record without a time the time it came");
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("p.catlas"));
    {
        Project project(folder.path());
        const PassageWithLinks taken = fromAnnotation(annotation);
        CA_OK(project.addPassage(taken.passage, taken.links));
        CA_OK(project.saveAs(file));
    }
    Project project(folder.path());
    CA_OK(project.open(file));
    const ProjectPassage passage = project.passages().front();
    AnnotatedPassage back = toAnnotations(passage, project.linksOfPassage(passage.id)).front();
    // The project's own id of the passage comes on top.
    QJsonObject ours = back.extra.take(QStringLiteral("corridorAtlas")).toObject();
    QCOMPARE(ours.take(QStringLiteral("passage")).toString(), passage.id);
    QCOMPARE(ours, QJsonObject());
    QVERIFY(back == annotation);
}

void AnnotationExchangeTest::projectComesBack()
{
    const QTemporaryDir folder;
    Project project(folder.path()), copy(folder.path());
    project.setClock(steadyClock());
    project.setAuthor(QStringLiteral("A. Reader"));
    ProjectLink suggested = sampleLink(QStringLiteral("b"), true);
    suggested.score = 0.8125;
    suggested.reasons = {QStringLiteral("“Meğri” in sentence 2")};
    for (int n = 1; n < 6; ++n) {
        const Result<QString> id = n % 2 ? project.acceptSuggestion(samplePassage(n), {suggested, sampleLink(QStringLiteral("c"))})
                                         : project.addPassage(samplePassage(n), {sampleLink(QStringLiteral("a"))});
        CA_OK(id);
        PassagePlace moved = project.passage(*id)->present;
        moved.anchor.start += 5;
        CA_OK(project.relocate(*id, moved, {Verdict::Moved, QStringLiteral("lower"), {}}));
    }
    std::vector<PassageWithLinks> taken;
    for (const ProjectPassage &passage : project.passages()) {
        for (const AnnotatedPassage &annotation : toAnnotations(passage, project.linksOfPassage(passage.id)))
            taken.push_back(fromAnnotation(annotation));
    }
    const Result<Project::Imported> imported = copy.importPassages(taken);
    CA_OK(imported);
    QCOMPARE(imported->passages, 5);
    QCOMPARE(imported->links, static_cast<int>(project.links().size()));
    QCOMPARE(copy.undoStack().count(), 1);
    QCOMPARE(copy.passages().size(), project.passages().size());
    for (std::size_t at = 0; at < copy.passages().size(); ++at) {
        const ProjectPassage a = project.passages()[at], b = copy.passages()[at];
        QCOMPARE(b.id, a.id);
        QCOMPARE(b.original, a.original);
        QCOMPARE(b.present, a.present);
        QCOMPARE(b.check, a.check);
        QCOMPARE(b.archiveUrl, a.archiveUrl);
        QCOMPARE(b.author, a.author);
        QCOMPARE(b.note, a.note);
        QCOMPARE(b.claim, a.claim);
    }
    QCOMPARE(copy.links().size(), project.links().size());
    for (std::size_t at = 0; at < copy.links().size(); ++at) {
        ProjectLink a = project.links()[at], b = copy.links()[at];
        a.id = b.id = QString();
        a.order = b.order = 0;
        a.annotation = b.annotation = QString();  // one act is two annotations where its links say different things
        QCOMPARE(b, a);
    }
    // Once more: everything is there already.
    const Result<Project::Imported> again = copy.importPassages(taken);
    CA_OK(again);
    QCOMPARE(again->passages + again->links, 0);
    QCOMPARE(again->known, static_cast<int>(taken.size() + project.links().size()));
    QCOMPARE(copy.undoStack().count(), 1);
    copy.undoStack().undo();
    QVERIFY(copy.passages().empty() && copy.links().empty());
}

void AnnotationExchangeTest::linksEditedApartBecomeTwoAnnotations()
{
    const QTemporaryDir folder;
    Project project(folder.path());
    const Result<QString> id = project.addPassage(samplePassage(1), {sampleLink(QStringLiteral("a")), sampleLink(QStringLiteral("b"))});
    CA_OK(id);
    const auto annotations = [&] { return toAnnotations(*project.passage(*id), project.linksOfPassage(*id)); };
    QCOMPARE(annotations().size(), std::size_t(2));  // the notes differ
    for (const ProjectLink &link : project.linksOfPassage(*id))
        CA_OK(project.editLink(link.id, {QString(), {}, {}}));
    project.setClock([] { return QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC); });
    for (const ProjectLink &link : project.linksOfPassage(*id))
        CA_OK(project.editLink(link.id, {QStringLiteral("one note"), {}, {}}));
    QCOMPARE(annotations().size(), std::size_t(1));
    QCOMPARE(annotations().front().subjects.size(), std::size_t(2));
    CA_OK(project.editLink(project.linksOfSubject(QStringLiteral("b")).front().id, {QStringLiteral("another"), {}, {}}));
    const std::vector<AnnotatedPassage> apart = annotations();
    QCOMPARE(apart.size(), std::size_t(2));
    QVERIFY(apart[0].id != apart[1].id);
    QVERIFY(apart[1].id.startsWith(QStringLiteral("urn:uuid:")));
}

QTEST_GUILESS_MAIN(AnnotationExchangeTest)
#include "AnnotationExchangeTest.moc"
