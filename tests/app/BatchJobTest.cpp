// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SampleFigure.h"
#include "figures/BatchDialog.h"
#include "store/AtlasFile.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace ca;

/// Many figures at once, with and without the dialog.
class BatchJobTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void planNamesItsFiles();
    void namesAreSafeAndDifferent();
    void endsOnceWithAllFiles();
    void failureGoesOn();
    void cancelLeavesWholeFilesOnly();
    void deletedWhileRunning();
    void dialogMakesAndLists();

private:
    [[nodiscard]] QString out() const { return m_folder->filePath(QStringLiteral("out")); }
    [[nodiscard]] BatchPlan plan() const
    {
        BatchPlan plan;
        plan.what = BatchPlan::What::Segments;
        plan.formats = {FigureFormat::Png};
        plan.folder = out();
        return plan;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    BatchSource m_source;
};

void BatchJobTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString file = m_folder->filePath(QStringLiteral("made-up.gpkg"));
    QVERIFY(AtlasFile::write(file, test::sourcedAtlas()).ok());
    QVERIFY(QDir().mkpath(out()));
    m_source = {};
    m_source.atlas = std::make_shared<const Atlas>(test::sourcedAtlas());
    m_source.maker = std::make_shared<FigureMaker>(m_source.atlas, std::make_shared<SceneSource>(file, SceneCache(m_folder->filePath(QStringLiteral("cache")))));
    m_source.like.figure.page = {640, 400};
}

void BatchJobTest::planNamesItsFiles()
{
    BatchPlan many = plan();
    many.what = BatchPlan::What::SegmentsOfCorridor;
    many.corridor = QStringLiteral("red");
    many.languages = {QStringLiteral("en"), QStringLiteral("hy")};
    many.preset = QStringLiteral("square");
    many.formats = {FigureFormat::Pdf, FigureFormat::GeoPdf};
    const std::vector<FigureTask> tasks = many.tasks(m_source);
    QCOMPARE(tasks.size(), 2 * m_source.atlas->members(QStringLiteral("red")).size());
    const QStringList files = many.files(m_source);
    QCOMPARE(QSet<QString>(files.begin(), files.end()).size(), static_cast<qsizetype>(2 * tasks.size()));
    const Result<FigureView> last = tasks.back().view();
    QVERIFY(last.ok());
    QCOMPARE(last->language, QStringLiteral("hy"));
    QCOMPARE(last->figure.preset, QStringLiteral("square"));
}

void BatchJobTest::namesAreSafeAndDifferent()
{
    QStringList taken;
    const auto name = [&](const QString &id) { return FigureBatch::fileName(id, QStringLiteral("png"), taken); };
    QCOMPARE(name(QStringLiteral("../etc/passwd")), QStringLiteral("_._etc_passwd.png"));
    QCOMPARE(name(QStringLiteral("Ağrı: Ղափան")), QStringLiteral("Ağrı_ Ղափան.png"));
    QCOMPARE(name(QStringLiteral("AĞRı: ղափան")), QStringLiteral("AĞRı_ ղափան-2.png"));
    QCOMPARE(name(QStringLiteral("-rf")), QStringLiteral("_rf.png"));
    QVERIFY(name(QString()).size() > 4);
    QVERIFY(name(QString(5000, QChar(0x10D0))).toUtf8().size() < 255);
}

void BatchJobTest::endsOnceWithAllFiles()
{
    BatchJob job(m_source.maker, plan().tasks(m_source), {});
    QSignalSpy progressed(&job, &BatchJob::progressed), finished(&job, &BatchJob::finished);
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QCOMPARE(finished.front().front().toBool(), false);
    QCOMPARE(progressed.size(), job.count());
    for (const QString &file : plan().files(m_source))
        QVERIFY2(QImage(file).size() == QSize(640, 400), qPrintable(file));
    QTest::qWait(50);
    QCOMPARE(finished.size(), 1);
}

void BatchJobTest::failureGoesOn()
{
    std::vector<FigureTask> tasks = plan().tasks(m_source);
    tasks.front().view = [] { return Result<FigureView>(Error{QStringLiteral("no such thing"), {}, 0}); };
    tasks[1].files.front().path = out() + QStringLiteral("/none/a.png");
    const CancelToken cancel;
    int told = 0;
    const auto outcomes = FigureBatch::run(*m_source.maker, tasks, {}, cancel, [&](const FigureOutcome &) { ++told; });
    QCOMPARE(told, static_cast<int>(tasks.size()));
    QCOMPARE(outcomes.front().errors.front().message, QStringLiteral("no such thing"));
    QCOMPARE(outcomes[1].errors.size(), std::size_t(1));
    for (std::size_t at = 2; at < outcomes.size(); ++at)
        QVERIFY(outcomes[at].errors.empty() && outcomes[at].written.size() == 1);
}

void BatchJobTest::cancelLeavesWholeFilesOnly()
{
    std::vector<FigureTask> tasks;
    for (int round = 0; round < 20; ++round) {
        for (FigureTask task : plan().tasks(m_source)) {
            task.files.front().path.replace(QStringLiteral(".png"), QStringLiteral("-%1.png").arg(round));
            tasks.push_back(std::move(task));
        }
    }
    BatchJob job(m_source.maker, std::move(tasks), {});
    QSignalSpy progressed(&job, &BatchJob::progressed), finished(&job, &BatchJob::finished);
    connect(&job, &BatchJob::progressed, &job, [&job](int done) {
        if (done == 3)
            job.cancel();
    });
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QVERIFY(finished.front().front().toBool());
    const QStringList files = QDir(out()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(files.size() >= 3 && files.size() < job.count());
    for (const QString &file : files)
        QVERIFY2(QImage(out() + u'/' + file).size() == QSize(640, 400), qPrintable(file));
}

void BatchJobTest::deletedWhileRunning()
{
    auto job = std::make_unique<BatchJob>(m_source.maker, plan().tasks(m_source), BatchChecks());
    QSignalSpy finished(job.get(), &BatchJob::finished);
    job->start();
    job.reset();
    QTest::qWait(20);
    QCOMPARE(finished.size(), 0);
    for (const QString &file : QDir(out()).entryList(QDir::Files | QDir::Hidden))
        QVERIFY2(!QImage(out() + u'/' + file).isNull(), qPrintable(file));
}

void BatchJobTest::dialogMakesAndLists()
{
    BatchDialog dialog(m_source, out());
    QSignalSpy finished(&dialog, &BatchDialog::finished);
    QCOMPARE(dialog.plan().what, BatchPlan::What::Corridors);
    QCOMPARE(dialog.plan().formats, std::vector{FigureFormat::Png});
    dialog.start();
    QVERIFY(dialog.isRunning());
    dialog.start();  // one at a time
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    const auto corridors = m_source.atlas->corridors().size();
    QCOMPARE(finished.front(), (QVariantList{static_cast<int>(corridors), 0, false}));
    QCOMPARE(QDir(out()).entryList(QDir::Files).size(), static_cast<qsizetype>(corridors));
    QVERIFY(!dialog.isRunning());
}

QTEST_MAIN(BatchJobTest)
#include "BatchJobTest.moc"
