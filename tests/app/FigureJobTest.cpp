// SPDX-License-Identifier: GPL-3.0-or-later
#include "IslandFigures.h"
#include "figure/FigureWriter.h"

#include <QSignalSpy>
#include <QTest>

using namespace ca;

class FigureJobTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pictureIsThePng_data();
    void pictureIsThePng();
    void partIsCutFromTheWhole();
    void eachWishEndsInOneSignal();
    void uselessOneIsCancelled();
    void zoomPaintsAgainOnly();
    void forgettingMakesAnew();
    void filterComesLast();
    void failureTellsWhy();
    void endsWhileAtWork();
};

namespace {

constexpr int patience = 30000;   // milliseconds, of a busy machine

/// Tickets in the order in which the signals came.
struct Ends {
    QList<quint64> finished, failed, cancelled;
    PagePicture last;
    QString reason;

    explicit Ends(FigureJob &job)
    {
        QObject::connect(&job, &FigureJob::finished, &job, [this](quint64 ticket, const PagePicture &picture) {
            finished << ticket;
            last = picture;
        });
        QObject::connect(&job, &FigureJob::failed, &job, [this](quint64 ticket, const QString &text) {
            failed << ticket;
            reason = text;
        });
        QObject::connect(&job, &FigureJob::cancelled, &job, [this](quint64 ticket) { cancelled << ticket; });
    }
    [[nodiscard]] qsizetype all() const { return finished.size() + failed.size() + cancelled.size(); }
    [[nodiscard]] bool wait(qsizetype count) const
    {
        return QTest::qWaitFor([this, count] { return all() >= count; }, patience);
    }
};

} // namespace

void FigureJobTest::pictureIsThePng_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("shrunk") << 0.637;
    QTest::newRow("1x") << 1.0;
    QTest::newRow("2x") << 2.0;
}

void FigureJobTest::pictureIsThePng()
{
    QFETCH(double, scale);
    FigureJob job(test::islandMaker());
    Ends ends(job);
    const FigureView view = test::islandView();
    job.want({view, scale, {}});
    QVERIFY(ends.wait(1));
    const auto figure = test::islandMaker()(view, {});
    WriteOptions options;
    options.dpi = scale * 96;
    const auto bytes = FigureWriter::encode(*figure, FigureFormat::Png, options);
    QVERIFY(bytes);
    const QImage file = QImage::fromData(*bytes).convertToFormat(QImage::Format_RGB32);
    const QImage seen = ends.last.image.convertToFormat(QImage::Format_RGB32);
    QCOMPARE(seen.size(), file.size());
    for (int y = 0; y < file.height(); ++y)
        QVERIFY2(std::equal(seen.constScanLine(y), seen.constScanLine(y) + 4 * file.width(), file.constScanLine(y)), qPrintable(QString::number(y)));
}

void FigureJobTest::partIsCutFromTheWhole()
{
    FigureJob job(test::islandMaker());
    Ends ends(job);
    const FigureView view = test::islandView();
    job.want({view, 1.5, {}});
    QVERIFY(ends.wait(1));
    const QImage whole = ends.last.image;
    const QRect part(301, 97, 500, 400);
    job.want({view, 1.5, part});
    QVERIFY(ends.wait(2));
    QVERIFY(!ends.last.whole());
    QCOMPARE(ends.last.part, part);
    const QImage cut = whole.copy(part);
    int different = 0;   // the rasteriser may round an edge otherwise where it starts elsewhere
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x) {
            const QRgb a = cut.pixel(x, y), b = ends.last.image.pixel(x, y);
            different += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) + std::abs(qBlue(a) - qBlue(b)) > 24;
        }
    }
    QVERIFY2(different < part.width() * part.height() / 2000, qPrintable(QString::number(different)));
}

void FigureJobTest::eachWishEndsInOneSignal()
{
    FigureJob job(test::islandMaker());
    Ends ends(job);
    FigureView view = test::islandView();
    QList<quint64> tickets;
    for (int i = 0; i < 12; ++i) {
        view.figure.title = QStringLiteral("Lines %1").arg(i);
        tickets << job.want({view, 0.5, {}});
    }
    QVERIFY(ends.wait(12));
    QTest::qWait(50);
    QCOMPARE(ends.all(), 12);
    QVERIFY(ends.finished.contains(tickets.first()));   // a step on the way: shown
    QCOMPARE(ends.finished.last(), tickets.last());
    QCOMPARE(ends.last.composition->content.title, QStringLiteral("Lines 11"));
    QVERIFY(!job.running());
}

void FigureJobTest::uselessOneIsCancelled()
{
    FigureJob job(test::islandMaker());
    Ends ends(job);
    FigureView view = test::islandView();
    const quint64 first = job.want({view, 1, {}});
    view.figure.page = QSizeF(600, 800);
    const quint64 second = job.want({view, 1, {}});
    QVERIFY(ends.wait(2));
    QCOMPARE(ends.cancelled, QList<quint64>{first});
    QCOMPARE(ends.finished, QList<quint64>{second});
    QCOMPARE(ends.last.image.size(), QSize(600, 800));
}

void FigureJobTest::zoomPaintsAgainOnly()
{
    std::atomic<int> made = 0;
    FigureJob job(test::islandMaker(&made));
    Ends ends(job);
    job.want({test::islandView(), 1, {}});
    QVERIFY(ends.wait(1));
    const auto before = ends.last.composition;
    job.want({test::islandView(), 0.5, {}});
    QVERIFY(ends.wait(2));
    QCOMPARE(made.load(), 1);
    QCOMPARE(ends.last.composition.get(), before.get());
    QCOMPARE(ends.last.image.size(), QSize(640, 360));
}

void FigureJobTest::forgettingMakesAnew()
{
    std::atomic<int> made = 0;
    FigureJob job(test::islandMaker(&made));
    Ends ends(job);
    job.want({test::islandView(), 0.5, {}});
    QVERIFY(ends.wait(1));
    job.forget();
    job.want({test::islandView(), 0.5, {}});
    QVERIFY(ends.wait(2));
    QCOMPARE(made.load(), 2);
}

void FigureJobTest::filterComesLast()
{
    FigureJob job(test::islandMaker());
    Ends ends(job);
    job.setFilter([](const QImage &image) { return image.convertToFormat(QImage::Format_Grayscale8); });
    job.want({test::islandView(), 0.5, {}});
    QVERIFY(ends.wait(1));
    QVERIFY(ends.last.image.isGrayscale());
}

void FigureJobTest::failureTellsWhy()
{
    FigureJob job(test::islandMaker());
    Ends ends(job);
    FigureView view = test::islandView();
    view.crs = QStringLiteral("none");
    job.want({view, 1, {}});
    QVERIFY(ends.wait(1));
    QCOMPARE(ends.failed.size(), 1);
    QCOMPARE(ends.reason, QStringLiteral("no such projection"));
    job.want({test::islandView(), 1, {}});   // and goes on
    QVERIFY(ends.wait(2));
    QCOMPARE(ends.finished.size(), 1);
}

void FigureJobTest::endsWhileAtWork()
{
    for (int i = 0; i < 5; ++i) {
        FigureJob job(test::islandMaker());
        job.want({test::islandView(), 2, {}});
        job.want({test::islandView(), 1, {}});
    }
    QTest::qWait(50);   // answers of jobs that are gone must reach nobody
}

QTEST_MAIN(FigureJobTest)
#include "FigureJobTest.moc"
