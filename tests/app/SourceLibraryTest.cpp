// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "documents/DocumentModel.h"
#include "documents/DocumentSearch.h"
#include "documents/LibraryFilters.h"
#include "documents/ImportText.h"
#include "documents/LibraryPanel.h"
#include "documents/RecordDialog.h"
#include "documents/RecordFields.h"
#include "documents/ReviewPanel.h"
#include "project/Project.h"
#include "window/LinkHandler.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace ca;

/// The library in the window: files in, found again, narrowed, their records edited, removed.
class SourceLibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void importOnAWorkerIsTold();
    void cancelledImportEnds();
    void pastedTextIsTakenIn();
    void anotherLibraryReplacesThisOne();
    void typingFindsAndReturnOpens();
    void importIsToldInWords();
    void filtersNarrowTheList();
    void recordIsEdited();
    void recordLinesComeBack();
    void removedAfterAQuestion();
    void onlyTheNewestQuestionIsAnswered();
    void reviewListsWhatIsNotExact();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    /// Adds and waits.
    bool add(const QStringList &files)
    {
        QSignalSpy done(&m_session->sources(), &SourceLibrary::imported);
        m_session->sources().add(files);
        return done.size() == 1 || done.wait(20000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
};

void SourceLibraryTest::initTestCase()
{
    qRegisterMetaType<std::vector<SearchHit>>();
}

void SourceLibraryTest::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    SessionOptions options = test::cleanOptions();
    options.libraryFile = m_folder->filePath(QStringLiteral("library.sqlite"));
    m_session = std::make_unique<Session>(options);
    QVERIFY(test::load(*m_session));
}

void SourceLibraryTest::importOnAWorkerIsTold()
{
    QStringList files{m_folder->filePath(QStringLiteral("missing.txt"))};
    for (int i = 0; i < 60; ++i)
        files << write(QStringLiteral("f%1.txt").arg(i), "Wagon " + QByteArray::number(i));
    int progress = 0;
    QList<int> imported;
    connect(&m_session->sources(), &SourceLibrary::progress, this, [&](int done, int all) {
        QVERIFY(done <= all);
        ++progress;
    });
    connect(&m_session->sources(), &SourceLibrary::imported, this, [&](const ImportReport &report) { imported << report.added() << report.failed(); });
    QVERIFY(add(files));
    QCOMPARE(imported, (QList<int>{60, 1}));
    QVERIFY(progress >= 2);
    QVERIFY(!m_session->sources().importing());
    QCOMPARE(m_session->sources().library()->documents().size(), std::size_t(60));
}

void SourceLibraryTest::cancelledImportEnds()
{
    QStringList files;
    for (int i = 0; i < 400; ++i)
        files << write(QStringLiteral("f%1.txt").arg(i), "Wagon " + QByteArray::number(i));
    QSignalSpy done(&m_session->sources(), &SourceLibrary::imported);
    m_session->sources().add(files);
    m_session->sources().add(files);   // waits behind the first, and goes with it
    m_session->sources().cancel();
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 20000);
    QTest::qWait(50);
    QCOMPARE(done.size(), 1);
    QVERIFY(!m_session->sources().importing());
}

void SourceLibraryTest::pastedTextIsTakenIn()
{
    QSignalSpy done(&m_session->sources(), &SourceLibrary::imported);
    m_session->sources().addBytes(QStringLiteral("pasted.txt"), "The pier is <b>long</b>.");
    QTRY_COMPARE(done.size(), 1);
    const auto documents = m_session->sources().library()->documents();
    QCOMPARE(documents.size(), std::size_t(1));
    QCOMPARE(m_session->sources().library()->original(documents.front().id), QByteArray("The pier is <b>long</b>."));
}

void SourceLibraryTest::anotherLibraryReplacesThisOne()
{
    QVERIFY(add({write(QStringLiteral("a.txt"), "First library.")}));
    LibraryPanel panel(*m_session);
    panel.show();
    QCOMPARE(panel.model()->rowCount(), 1);
    m_session->useLibrary(m_folder->filePath(QStringLiteral("other.sqlite")));
    QCOMPARE(panel.model()->rowCount(), 0);
    QVERIFY(add({write(QStringLiteral("b.txt"), "Second library.")}));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->index(0).data().toString(), QStringLiteral("Second library."));
}

void SourceLibraryTest::typingFindsAndReturnOpens()
{
    QVERIFY(add({write(QStringLiteral("a.txt"), "A quiet harbour.\nThe road to Zəngəzur is long."),
                 write(QStringLiteral("b.txt"), "Nothing of the kind.")}));
    LibraryPanel panel(*m_session);
    panel.resize(300, 400);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QCOMPARE(panel.model()->rowCount(), 2);
    QSignalSpy opened(&panel, &LibraryPanel::openRequested);
    panel.startSearch();
    QTest::keyClicks(panel.searchLine(), QStringLiteral("zengezur"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QTest::keyClick(panel.searchLine(), Qt::Key_Down);
    QTest::keyClick(panel.view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const QString text = m_session->sources().library()->text(opened.front().at(0).toLongLong()).text;
    QVERIFY(text.mid(opened.front().at(1).toInt()).startsWith(QStringLiteral("Zəngəzur")));
    // Enter means to read on, a click does not; in the search line it opens the first that fits.
    QSignalSpy reading(&panel, &LibraryPanel::readingRequested);
    QTest::keyClick(panel.searchLine(), Qt::Key_Return);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened[1], opened[0]);
    QCOMPARE(reading.size(), 1);
    QTest::mouseClick(panel.view()->viewport(), Qt::LeftButton, {}, panel.view()->visualRect(panel.model()->index(0)).center());
    QCOMPARE(opened.size(), 3);
    QCOMPARE(reading.size(), 1);
    panel.searchLine()->clear();
    QTRY_COMPARE(panel.model()->rowCount(), 2);
}

void SourceLibraryTest::importIsToldInWords()
{
    const auto told = [this](const QStringList &files) {
        QString text;
        const auto connection = connect(&m_session->sources(), &SourceLibrary::imported, this, [&](const ImportReport &report) { text = importText(report); });
        add(files);
        disconnect(connection);
        return text;
    };
    const QString a = write(QStringLiteral("a.txt"), "A quiet harbour."), b = write(QStringLiteral("b.txt"), "A loud harbour.");
    QCOMPARE(told({a}), QStringLiteral("1 source added."));
    QCOMPARE(told({a, b}), QStringLiteral("1 source added.\n1 was in the library already."));
    QCOMPARE(told({a}), QStringLiteral("This source is in the library already."));
}

void SourceLibraryTest::filtersNarrowTheList()
{
    QVERIFY(add({write(QStringLiteral("a.txt"), "A quiet harbour."), write(QStringLiteral("b.txt"), "A loud harbour.")}));
    const auto documents = m_session->sources().library()->documents();
    QVERIFY(m_session->sources().setCsl(documents[0].id, {{QStringLiteral("publisher"), QStringLiteral("North")}}).ok());
    LibraryPanel panel(*m_session);
    panel.show();
    panel.filters()->setAtlas(*m_session->atlas());
    panel.setLinks([&] { return std::vector<LinkedText>{{documents[1].textSha256, QString(), QStringLiteral("tripp-meghri"), QStringLiteral("plan")}}; });
    const auto boxes = panel.filters()->findChildren<QComboBox *>();
    const auto choose = [&](const QString &value) {
        for (QComboBox *box : boxes) {
            if (const int at = box->findData(value); at >= 0)
                box->setCurrentIndex(at);
        }
    };
    choose(QStringLiteral("North"));
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->index(0).data(DocumentModel::DocumentRole).toLongLong(), documents[0].id);
    panel.filters()->clear();
    QTRY_COMPARE(panel.model()->rowCount(), 2);
    choose(QStringLiteral("zangezur"));   // the corridor of the segment linked
    QTRY_COMPARE(panel.model()->rowCount(), 1);
    QCOMPARE(panel.model()->index(0).data(DocumentModel::DocumentRole).toLongLong(), documents[1].id);
    choose(QStringLiteral("opinion"));
    QTRY_COMPARE(panel.model()->rowCount(), 0);
}

void SourceLibraryTest::recordIsEdited()
{
    Document document;
    document.csl = {{QStringLiteral("type"), QStringLiteral("webpage")}, {QStringLiteral("title"), QStringLiteral("Old")},
                    {QStringLiteral("x-kept"), 7}};
    RecordDialog dialog(document);
    QCOMPARE(dialog.csl(), document.csl);
    dialog.findChild<QLineEdit *>(QStringLiteral("title"))->setText(QStringLiteral("New  title"));
    dialog.findChild<QLineEdit *>(QStringLiteral("issued"))->setText(QStringLiteral("c. 2026-01"));
    dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("Doe, Jane\nHarbour Board"));
    const QJsonObject csl = dialog.csl();
    QCOMPARE(csl.value(QStringLiteral("title")).toString(), QStringLiteral("New title"));
    QCOMPARE(csl.value(QStringLiteral("x-kept")).toInt(), 7);
    QCOMPARE(Record({{}, csl}).issued(), QStringLiteral("c. 2026-01"));
    QCOMPARE(Record({{}, csl}).authorText(), QStringLiteral("Jane Doe and Harbour Board"));
}

void SourceLibraryTest::recordLinesComeBack()
{
    const QJsonArray names{QJsonObject{{QStringLiteral("family"), QStringLiteral("Gogh")}, {QStringLiteral("given"), QStringLiteral("Vincent")},
                                       {QStringLiteral("non-dropping-particle"), QStringLiteral("van")}},
                           QJsonObject{{QStringLiteral("literal"), QStringLiteral("ADY")}}};
    QCOMPARE(namesFromText(namesText(names), names), names);
    QCOMPARE(namesFromText(QString(), names), QJsonArray());
    const QJsonObject range{{QStringLiteral("date-parts"), QJsonArray{QJsonArray{2026, 1}, QJsonArray{2026, 2}}}, {QStringLiteral("circa"), true}};
    QCOMPARE(dateFromText(dateText(range), range).toObject(), range);
    QVERIFY(dateFromText(QStringLiteral("2025-02-30"), {}).isNull());
    QVERIFY(dateFromText(QStringLiteral("yesterday"), {}).isNull());
    QCOMPARE(dateText(dateFromText(QStringLiteral("2025-8-3"), {}).toObject()), QStringLiteral("2025-08-03"));
}

void SourceLibraryTest::removedAfterAQuestion()
{
    QVERIFY(add({write(QStringLiteral("a.txt"), "A quiet harbour.")}));
    LibraryPanel panel(*m_session);
    panel.show();
    panel.view()->setCurrentIndex(panel.model()->index(0));
    QTest::keyClick(panel.view(), Qt::Key_Delete);
    auto *question = panel.findChild<QDialog *>();
    QVERIFY(question && question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QCOMPARE(panel.model()->rowCount(), 1);
}

void SourceLibraryTest::onlyTheNewestQuestionIsAnswered()
{
    QVERIFY(add({write(QStringLiteral("a.txt"), "A quiet harbour.")}));
    DocumentSearch search;
    search.setLibrary(m_session->sources().library());
    QStringList answered;
    connect(&search, &DocumentSearch::found, this, [&](const QString &words, const std::vector<SearchHit> &) { answered << words; });
    for (const char *words : {"q", "qu", "qui", "quiet"})
        search.ask({QString::fromLatin1(words), {}, 10});
    QTRY_COMPARE(answered, QStringList{QStringLiteral("quiet")});
    QTest::qWait(30);
    QCOMPARE(answered.size(), 1);
}

void SourceLibraryTest::reviewListsWhatIsNotExact()
{
    ProjectPassage lost;
    lost.original.anchor.exact = QStringLiteral("words that are nowhere");
    lost.original.textSha256 = QStringLiteral("00");
    lost.present = lost.original;
    ProjectLink link;
    link.subject = QStringLiteral("tripp-meghri");
    QVERIFY(m_session->project().addPassage(lost, {link}).ok());
    LinkHandler links(*m_session);
    ReviewPanel panel(*m_session, links);
    QSignalSpy refreshed(&panel, &ReviewPanel::refreshed);
    panel.refreshNow();
    QTRY_COMPARE(refreshed.size(), 1);
    QCOMPARE(panel.view()->model()->rowCount(), 1);
    QCOMPARE(panel.view()->model()->index(0, 0).data().toString(), lost.original.anchor.exact);
}

QTEST_MAIN(SourceLibraryTest)
#include "SourceLibraryTest.moc"
