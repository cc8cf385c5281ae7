// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "citation/CslJson.h"
#include "citation/WebAnnotation.h"
#include "project/Project.h"
#include "reading/NewPassage.h"
#include "reading/ReadingCopy.h"
#include "sharing/ShareActions.h"
#include "sharing/ShareDialogs.h"
#include "window/MainWindow.h"
#include "window/MessageBar.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace ca;

namespace {

const QByteArray article = "Two evenings at the river gate\n\n"
                           "The gate keeper counted ninety barrels on the northern quay that night.\n\n"
                           "Nobody had asked him to, and he kept the tally in a school book.\n";
const QString quoted = QStringLiteral("ninety barrels on the northern quay");

} // namespace

/// Files that leave and enter the window.
class ShareActionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();
    void menuKnowsWhatCanBeDone();
    void reportCarriesTheUsersWords_data();
    void reportCarriesTheUsersWords();
    void reportOnACorridorHasItsSegmentsPassages();
    void reportWithoutTheCopySaysSo();
    void reportIsAskedForByTheMenu();
    void unwritableFileIsTold();
    void annotationsComeBackAsOneEdit();
    void secondImportAddsNothing();
    void badAnnotationsAreTold();
    void bibliographyOfTheLibrary_data();
    void bibliographyOfTheLibrary();
    void bibliographyOfTheAtlas();
    void suffixFollowsTheFilter();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] Project &project() const { return m_session->project(); }
    [[nodiscard]] ShareActions &share() const { return *m_window->share(); }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] QAction *action(const QString &title) const
    {
        for (QAction *one : share().findChildren<QAction *>()) {
            if (one->text().remove(u'&').startsWith(title))
                return one;
        }
        return nullptr;
    }
    /// The session's messages until nothing is being written.
    [[nodiscard]] QStringList finished()
    {
        (void)QTest::qWaitFor([this] { return !share().busy(); }, 30000);
        return std::exchange(m_told, {});
    }
    void addArticle();
    /// Marks the words of the article and links them.
    void link(const QString &subject, const QString &note = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_told;
    qint64 m_document = 0;
};

void ShareActionsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    SessionOptions options = test::cleanOptions();
    options.libraryFile = path(QStringLiteral("library.sqlite"));
    m_session = std::make_unique<Session>(options);
    project().setAuthor(QStringLiteral("N. Nova"));
    m_window = std::make_unique<MainWindow>(*m_session);
    QVERIFY(test::load(*m_session));
    m_told.clear();
    connect(m_session.get(), &Session::message, this, [this](Session::Severity, const QString &text) { m_told << text; });
}

void ShareActionsTest::cleanup()
{
    m_window.reset();
    project().discard();
    m_session.reset();
}

void ShareActionsTest::addArticle()
{
    QSignalSpy done(&m_session->sources(), &SourceLibrary::imported);
    m_session->sources().addBytes(QStringLiteral("gate.txt"), article);
    QVERIFY(!done.isEmpty() || done.wait(10000));
    m_document = m_session->sources().library()->documents().back().id;
    QVERIFY(m_session->sources().setCsl(m_document, {{QStringLiteral("type"), QStringLiteral("webpage")},
                                                     {QStringLiteral("title"), QStringLiteral("Two evenings")},
                                                     {QStringLiteral("publisher"), QStringLiteral("Quay Press")},
                                                     {QStringLiteral("URL"), QStringLiteral("https://example.org/gate")}}).ok());
    m_told.clear();
}

void ShareActionsTest::link(const QString &subject, const QString &note)
{
    if (m_document == 0 || !m_session->sources().library()->document(m_document))
        addArticle();
    const auto copy = ReadingCopy::open(*m_session->sources().library(), m_document);
    QVERIFY(copy);
    const int start = int(copy->article().text.indexOf(quoted));
    const Result<ProjectPassage> passage = newPassage(copy->document, *copy->finder, {start, int(quoted.size())});
    QVERIFY(passage.ok());
    ProjectLink one;
    one.subject = subject;
    one.note = note;
    one.claim = Claim::Figure;
    QVERIFY(project().addPassage(*passage, {one}).ok());
}

void ShareActionsTest::menuKnowsWhatCanBeDone()
{
    QAction *report = action(QStringLiteral("Report"));
    QAction *out = action(QStringLiteral("Export passages"));
    QVERIFY(report && out && action(QStringLiteral("Import passages")) && action(QStringLiteral("Export bibliography")));
    QVERIFY(!report->isEnabled() && !out->isEnabled());
    QVERIFY(action(QStringLiteral("Import"))->isEnabled() && action(QStringLiteral("Export bibliography"))->isEnabled());
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    QVERIFY(report->isEnabled());
    m_session->selection().selectSubject(QStringLiteral("zangezur"));
    QVERIFY(report->isEnabled());
    for (const Subject &subject : m_session->atlas()->data().subjects) {
        if (m_session->atlas()->members(subject.id).empty()) {
            m_session->selection().selectSubject(subject.id);
            QVERIFY2(!report->isEnabled(), qPrintable(subject.id));
        }
    }
    m_session->selection().selectSubject({});
    QVERIFY(!report->isEnabled());
    link(QStringLiteral("tripp-meghri"));
    QVERIFY(out->isEnabled());
    const QMenu *file = m_window->menuBar()->actions().front()->menu();
    const QList<QAction *> entries = file->actions();
    QVERIFY(std::any_of(entries.begin(), entries.end(), [](const QAction *one) {
        return one->menu() && one->text().remove(u'&') == QLatin1String("Share") && one->menu()->actions().size() == 6;
    }));
}

void ShareActionsTest::reportCarriesTheUsersWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("html") << "r.html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("odt") << "r.odt" << QByteArray("PK\x03\x04");
    QTest::newRow("pdf") << "r.pdf" << QByteArray("%PDF-");
}

void ShareActionsTest::reportCarriesTheUsersWords()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    link(QStringLiteral("tripp-meghri"), QStringLiteral("ask for the book"));
    share().writeReport(QStringLiteral("tripp-meghri"), path(name));
    QVERIFY(share().busy());
    QCOMPARE(finished(), QStringList{QStringLiteral("Written: ") + path(name)});
    const QByteArray bytes = read(name);
    QVERIFY(bytes.startsWith(start));
    if (name.endsWith(QLatin1String("html"))) {
        QVERIFY(bytes.contains(quoted.toUtf8()) && bytes.contains("Quay Press") && bytes.contains("N. Nova"));
        QVERIFY(bytes.contains("ask for the book") && !bytes.contains("not found in the copy"));
    }
}

void ShareActionsTest::reportOnACorridorHasItsSegmentsPassages()
{
    link(QStringLiteral("tripp-meghri"));
    share().writeReport(QStringLiteral("zangezur"), path(QStringLiteral("z.html")));
    share().writeReport(QStringLiteral("north-south"), path(QStringLiteral("n.html")));
    QCOMPARE(finished().size(), 2);
    QVERIFY(read(QStringLiteral("z.html")).contains(quoted.toUtf8()));
    QVERIFY(!read(QStringLiteral("n.html")).isEmpty() && !read(QStringLiteral("n.html")).contains(quoted.toUtf8()));
}

void ShareActionsTest::reportWithoutTheCopySaysSo()
{
    link(QStringLiteral("tripp-meghri"));
    QVERIFY(m_session->sources().remove(m_document).ok());
    share().writeReport(QStringLiteral("tripp-meghri"), path(QStringLiteral("r.html")));
    QCOMPARE(finished().size(), 1);
    const QByteArray html = read(QStringLiteral("r.html"));
    QVERIFY(html.contains(quoted.toUtf8()) && html.contains("the copy is not in the library"));
}

void ShareActionsTest::reportIsAskedForByTheMenu()
{
    m_session->selection().selectSubject(QStringLiteral("tripp-meghri"));
    action(QStringLiteral("Report"))->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(QLatin1String("tripp-meghri.html")));
    dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path(QStringLiteral("asked")));
    QMetaObject::invokeMethod(dialog, "accept");
    QCOMPARE(finished(), QStringList{QStringLiteral("Written: ") + path(QStringLiteral("asked.html"))});
    QVERIFY(read(QStringLiteral("asked.html")).startsWith("<!DOCTYPE html>"));
}

void ShareActionsTest::unwritableFileIsTold()
{
    share().writeReport(QStringLiteral("tripp-meghri"), path(QStringLiteral("no/folder/r.html")));
    QStringList told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].contains(QStringLiteral("could not be written")));
    share().writeReport(QStringLiteral("tripp-meghri"), path(QStringLiteral("r.doc")));
    told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].contains(QStringLiteral(".odt")) && !QFile::exists(path(QStringLiteral("r.doc"))));
}

void ShareActionsTest::annotationsComeBackAsOneEdit()
{
    link(QStringLiteral("tripp-meghri"), QStringLiteral("ask for the book"));
    ProjectLink ofAtlas;
    ofAtlas.passage = m_session->atlas()->data().passages.front().id;
    ofAtlas.subject = QStringLiteral("baku-alat");
    QVERIFY(project().addLink(ofAtlas).ok());
    share().exportAnnotations(path(QStringLiteral("a.jsonld")));
    QCOMPARE(finished(), QStringList{QStringLiteral("Written: ") + path(QStringLiteral("a.jsonld"))});
    const QByteArray first = read(QStringLiteral("a.jsonld"));
    QCOMPARE(webannotation::read(first)->size(), std::size_t(2));

    project().discard();
    QVERIFY(project().startNew().ok());
    share().importAnnotations(path(QStringLiteral("a.jsonld")));
    const QStringList told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].contains(QStringLiteral("Added: 1 passage and 2 links.")), qPrintable(told[0]));
    QCOMPARE(project().passages().size(), std::size_t(1));
    QCOMPARE(project().linksOfPassage(ofAtlas.passage).size(), std::size_t(1));
    QCOMPARE(project().undoStack().count(), 1);
    share().exportAnnotations(path(QStringLiteral("b.jsonld")));
    (void)finished();
    QCOMPARE(read(QStringLiteral("b.jsonld")), first);
    project().undoStack().undo();
    QVERIFY(project().passages().empty() && project().links().empty());
}

void ShareActionsTest::secondImportAddsNothing()
{
    write(QStringLiteral("foreign.jsonld"), R"({"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/a/7",
        "type": "Annotation", "body": {"type": "TextualBody", "value": "look here"}, "target": {"source": "https://example.org/gate",
        "selector": {"type": "TextQuoteSelector", "exact": "kept the tally"}}})");
    share().importAnnotations(path(QStringLiteral("foreign.jsonld")));
    QVERIFY(finished().value(0).contains(QStringLiteral("Added: 1 passage and 0 links.")));
    share().importAnnotations(path(QStringLiteral("foreign.jsonld")));
    QVERIFY(finished().value(0).contains(QStringLiteral("Nothing was added: all of it is in the project already.")));
    QCOMPARE(project().passages().size(), std::size_t(1));
    QCOMPARE(project().passages().front().note, QStringLiteral("look here"));
}

void ShareActionsTest::badAnnotationsAreTold()
{
    write(QStringLiteral("bad.jsonld"), "{ not json");
    share().importAnnotations(path(QStringLiteral("bad.jsonld")));
    QStringList told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].contains(QStringLiteral("JSON")));
    QCOMPARE(m_window->messageBar()->severity(), Session::Severity::Error);
    share().importAnnotations(path(QStringLiteral("missing.jsonld")));
    told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].contains(QStringLiteral("missing.jsonld")));
    // A subject that this atlas does not have, and an annotation that quotes nothing.
    write(QStringLiteral("odd.jsonld"), R"([{"type": "Annotation", "id": "urn:x:1", "body": {"type": "SpecificResource", "purpose": "linking",
        "source": "urn:corridor-atlas:subject:atlantis", "urn": 1}, "target": "https://example.org/x"}, {"type": "Annotation", "id": "urn:x:2",
        "body": {"type": "SpecificResource", "purpose": "linking", "source": "urn:corridor-atlas:subject:atlantis", "ca:role": "about"},
        "target": {"source": "https://example.org/x", "selector": {"type": "TextQuoteSelector", "exact": "some words"}}}])");
    share().importAnnotations(path(QStringLiteral("odd.jsonld")));
    told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY2(told[0].contains(QStringLiteral("quotes nothing")) && told[0].contains(QStringLiteral("atlantis")), qPrintable(told[0]));
    QVERIFY(project().undoStack().count() == 1);
}

void ShareActionsTest::bibliographyOfTheLibrary_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("holds");
    int kind = 0;
    for (const char *holds : {"\"Quay Press\"", "@online{", "@misc{", "TY  - ", "Quay Press", "<p>", "Quay Press", "<p>"}) {
        const BibliographyKind one = bibliographyKinds()[std::size_t(kind)];
        QTest::newRow(qPrintable(one.filter)) << one.suffix << kind++ << QByteArray(holds);
    }
}

void ShareActionsTest::bibliographyOfTheLibrary()
{
    QFETCH(QString, suffix);
    QFETCH(int, kind);
    QFETCH(QByteArray, holds);
    addArticle();
    const QString name = QStringLiteral("s.") + suffix;
    const auto format = bibliographyFormat(path(name), bibliographyKinds()[std::size_t(kind)].filter);
    QVERIFY(format && *format == bibliographyKinds()[std::size_t(kind)].format);
    share().writeBibliography(path(name), *format);
    const QStringList told = finished();
    QCOMPARE(told.size(), 1);
    QVERIFY(told[0].startsWith(QStringLiteral("Written: ")));
    const QByteArray bytes = read(name);
    QVERIFY2(bytes.contains(holds) && bytes.contains("Two evenings"), bytes);
}

void ShareActionsTest::bibliographyOfTheAtlas()
{
    share().writeBibliography(path(QStringLiteral("s.json")), BibliographyFormat::CslJson);
    (void)finished();
    const auto items = csljson::read(read(QStringLiteral("s.json")));
    QVERIFY(items.ok());
    QCOMPARE(items->size(), m_session->atlas()->data().records.size());
    for (const QJsonObject &item : *items)
        QVERIFY2(csljson::problems(item).isEmpty(), qPrintable(csljson::problems(item).join(u' ')));
}

void ShareActionsTest::suffixFollowsTheFilter()
{
    QCOMPARE(suffixOfFilter(QStringLiteral("Web (annotations) (*.jsonld *.json)")), QStringLiteral("jsonld"));
    action(QStringLiteral("Export bibliography"))->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const BibliographyKind ris = bibliographyKinds()[3];
    dialog->selectNameFilter(ris.filter);
    Q_EMIT dialog->filterSelected(ris.filter);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(QLatin1String("sources.ris")));
    QVERIFY(bibliographyFormat(QStringLiteral("x.bib"), ris.filter) == BibliographyFormat::BibLaTeX);
    QVERIFY(bibliographyFormat(QStringLiteral("x"), ris.filter) == BibliographyFormat::Ris);
    dialog->reject();
}

QTEST_MAIN(ShareActionsTest)
#include "ShareActionsTest.moc"
