// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ChecksumCheck.h"
#include "osm/DownloadProxy.h"
#include "osm/ExtractDownload.h"
#include "support/HttpServer.h"

#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace ca;
using End = DownloadOutcome::End;

namespace {

const QByteArray path = "/made-up.osm.pbf";

QByteArray someBytes(int count, quint32 seed)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QByteArray content(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

} // namespace

/// Against a server on this machine that does what servers and lines do.
class ExtractDownloadTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whole_data();
    void whole();
    void resumesAfterCut();
    void resumesAfterCancel();
    void resumesWhenOnlyTheCheckWasMissing();
    void startsAnew_data();
    void startsAnew();
    void contradictionsEnd();
    void fails_data();
    void fails();
    void wrongChecksumLeavesNothing();
    void diskFull();
    void targetThatIsThere();
    void oneAtATime();
    void deletedWhileRunning();
    void sumsAreRead();
    void proxyIsUsedAndPasswordForgotten();

private:
    /// Runs to its end; each run must end in exactly one signal.
    DownloadOutcome run(bool again = false)
    {
        ExtractDownload download(m_network, request(again));
        QSignalSpy spy(&download, &ExtractDownload::finished);
        DownloadOutcome outcome;
        connect(&download, &ExtractDownload::finished, this, [&](const DownloadOutcome &told) { outcome = told; });
        download.start();
        download.start();  // once is enough
        [&] {
            QVERIFY(spy.isEmpty());
            QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 20'000);
            download.cancel();  // too late
            QTest::qWait(20);
            QCOMPARE(spy.size(), 1);
        }();
        return outcome;
    }
    [[nodiscard]] DownloadRequest request(bool again = false) const
    {
        return {m_server->url(path), m_server->url(path + ".md5"), m_target, again, std::chrono::milliseconds(400)};
    }
    [[nodiscard]] QStringList left() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    [[nodiscard]] qint64 partSize() const { return QFileInfo(m_target + QStringLiteral(".part")).size(); }
    /// The connection is cut @p after bytes of the answer, when the part has @p kept.
    void cutOnce(qint64 after, qint64 kept)
    {
        m_server->files[path].cutAfter = after;
        const DownloadOutcome outcome = run();
        QCOMPARE(outcome.end, End::Failed);
        QCOMPARE(partSize(), kept);
        m_server->files[path].cutAfter = -1;
    }

    QNetworkAccessManager m_network;
    std::unique_ptr<test::HttpServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_target;
    const QByteArray m_body = someBytes(300'000, 1);
};

void ExtractDownloadTest::init()
{
    m_network.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    m_server = std::make_unique<test::HttpServer>();
    m_server->serve(path, m_body);
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = m_folder->filePath(QStringLiteral("made-up.osm.pbf"));
}

void ExtractDownloadTest::whole_data()
{
    QTest::addColumn<std::function<void(test::HttpServer &)>>("make");
    const auto row = [](const char *name, const std::function<void(test::HttpServer &)> &make) { QTest::newRow(name) << make; };
    row("plain", [](test::HttpServer &) {});
    row("slow", [](test::HttpServer &server) { server.files[path].slice = 20'000; });
    row("no ranges", [](test::HttpServer &server) { server.files[path].ranges = false; });
    row("no length", [](test::HttpServer &server) { server.files[path].tellsLength = false; });
    row("neither ETag nor date", [](test::HttpServer &server) {
        server.files[path].etag.clear();
        server.files[path].modified = {};
    });
    row("redirect", [](test::HttpServer &server) {
        for (const QByteArray &suffix : {QByteArray(), QByteArray(".md5")}) {
            server.files["/dated.osm.pbf" + suffix] = server.files[path + suffix];
            server.files[path + suffix] = {};
            server.files[path + suffix].status = 302;
            server.files[path + suffix].location = "/dated.osm.pbf" + suffix;
        }
        server.files["/dated.osm.pbf.md5"].body.replace("made-up", "dated");
    });
}

void ExtractDownloadTest::whole()
{
    QVERIFY(m_server->requests.empty());
    QFETCH(std::function<void(test::HttpServer &)>, make);
    make(*m_server);
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.error.text(), QString());
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(content(m_target), m_body);
    QCOMPARE(left(), QStringList{QStringLiteral("made-up.osm.pbf")});
    if (outcome.modified.isValid())
        QCOMPARE(QFileInfo(m_target).lastModified().toUTC(), outcome.modified);
}

void ExtractDownloadTest::resumesAfterCut()
{
    cutOnce(100'000, 100'000);
    QVERIFY(!QFileInfo::exists(m_target));
    QCOMPARE(PartFile::keptBytes(m_target, m_server->url(path)), 100'000);
    QCOMPARE(PartFile::keptBytes(m_target, m_server->url("/other.osm.pbf")), 0);
    cutOnce(100'000, 200'000);
    m_server->files[path].slice = 30'000;
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(outcome.resumedFrom, 200'000);
    QCOMPARE(content(m_target), m_body);
    QCOMPARE(left().size(), 1);
}

void ExtractDownloadTest::resumesAfterCancel()
{
    m_server->files[path].slice = 10'000;
    ExtractDownload download(m_network, request());
    QSignalSpy spy(&download, &ExtractDownload::finished);
    connect(&download, &ExtractDownload::progressed, &download, [&](qint64 bytes, qint64 total) {
        QCOMPARE(total, m_body.size());
        if (bytes >= 50'000)
            download.cancel();
    });
    download.start();
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy.front().front().value<DownloadOutcome>().end, End::Cancelled);
    const qint64 kept = partSize();
    QVERIFY(kept >= 50'000 && kept < m_body.size());
    QTest::qWait(50);
    QCOMPARE(partSize(), kept);
    QCOMPARE(spy.size(), 1);
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(outcome.resumedFrom, kept);
    QCOMPARE(content(m_target), m_body);
}

void ExtractDownloadTest::resumesWhenOnlyTheCheckWasMissing()
{
    const test::ServedFile sum = m_server->files.take(path + ".md5");
    QCOMPARE(run().end, End::Failed);
    QCOMPARE(partSize(), m_body.size());
    m_server->files.insert(path + ".md5", sum);
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(outcome.resumedFrom, m_body.size());
    QCOMPARE(content(m_target), m_body);
}

void ExtractDownloadTest::startsAnew_data()
{
    whole_data();
    const auto row = [](const char *name, const std::function<void(test::HttpServer &)> &make) { QTest::newRow(name) << make; };
    row("changed", [](test::HttpServer &server) {
        server.serve(path, someBytes(250'000, 2)).etag = "\"two\"";
    });
    row("changed, If-Range not heeded", [](test::HttpServer &server) {
        server.serve(path, someBytes(250'000, 2)).etag = "\"two\"";
        server.files[path].heedsIfRange = false;
    });
    row("shorter, If-Range not heeded", [](test::HttpServer &server) {
        server.serve(path, someBytes(60'000, 2)).etag = "\"two\"";
        server.files[path].heedsIfRange = false;
    });
    row("only the date changed", [](test::HttpServer &server) {
        server.serve(path, someBytes(250'000, 2)).modified = QDateTime({2026, 5, 1}, {0, 0}, Qt::UTC);
        server.files[path].etag.clear();
    });
}

void ExtractDownloadTest::startsAnew()
{
    QFETCH(std::function<void(test::HttpServer &)>, make);
    cutOnce(100'000, 100'000);
    make(*m_server);
    const QByteArray now = m_server->files.value("/dated.osm.pbf", m_server->files[path]).body;
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.error.text(), QString());
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(content(m_target), now);
    if (now != m_body)
        QCOMPARE(outcome.resumedFrom, 0);
}

void ExtractDownloadTest::contradictionsEnd()
{
    cutOnce(100'000, 100'000);
    // A page instead of the file, for whatever is asked.
    m_server->files[path].status = 416;
    QCOMPARE(run().end, End::Failed);
}

void ExtractDownloadTest::fails_data()
{
    QTest::addColumn<std::function<void(test::HttpServer &)>>("make");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *words, const std::function<void(test::HttpServer &)> &make) {
        QTest::newRow(name) << make << QString::fromLatin1(words);
    };
    row("missing", "no such file", [](test::HttpServer &server) { server.files.remove(path); });
    row("fault", "status 503", [](test::HttpServer &server) { server.files[path].status = 503; });
    row("empty answer", "status 204", [](test::HttpServer &server) {
        server.files[path].status = 204;
        server.files[path].body.clear();
    });
    row("silent", "too long", [](test::HttpServer &server) { server.files[path].stallAfter = 1000; });
    row("sum is silent", "too long", [](test::HttpServer &server) { server.files[path + ".md5"].stallAfter = 3; });
    row("cut", "cut", [](test::HttpServer &server) { server.files[path].cutAfter = 1000; });
    row("in circles", "too many", [](test::HttpServer &server) {
        server.files[path].status = 302;
        server.files[path].location = path;
    });
    row("off the network", "", [](test::HttpServer &server) {
        server.files[path].status = 302;
        server.files[path].location = "file:///etc/hostname";
    });
    row("no sum", "checksum", [](test::HttpServer &server) { server.files[path + ".md5"].body = "<html>Please log in</html>"; });
    row("endless sum", "checksum", [](test::HttpServer &server) { server.files[path + ".md5"].body = QByteArray(1 << 20, 'a'); });
    row("larger than any disk", "are needed", [](test::HttpServer &server) { server.files[path].claimedLength = qint64(1) << 60; });
}

void ExtractDownloadTest::fails()
{
    QFETCH(std::function<void(test::HttpServer &)>, make);
    QFETCH(QString, words);
    make(*m_server);
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.end, End::Failed);
    QVERIFY2(outcome.error.message.contains(words), qPrintable(outcome.error.text()));
    QVERIFY(!outcome.error.message.isEmpty());
    QVERIFY(!QFileInfo::exists(m_target));
    QVERIFY(!QFileInfo::exists(m_target + QStringLiteral(".part.lock")));
}

void ExtractDownloadTest::wrongChecksumLeavesNothing()
{
    m_server->files[path].body[150'000] = static_cast<char>(m_body[150'000] ^ 1);
    const DownloadOutcome outcome = run();
    QCOMPARE(outcome.end, End::Failed);
    QVERIFY2(outcome.error.message.contains(QLatin1String("MD5")), qPrintable(outcome.error.text()));
    QCOMPARE(left(), QStringList());
}

void ExtractDownloadTest::diskFull()
{
    // A limit on the size of files stands for the full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 120'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const DownloadOutcome full = run();
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(full.end, End::Failed);
    QVERIFY2(full.error.message.contains(QLatin1String("cannot be written")), qPrintable(full.error.text()));
    const DownloadOutcome then = run();
    QCOMPARE(then.end, End::Written);
    QCOMPARE(content(m_target), m_body);

    m_target = QStringLiteral("/proc/made-up/file.osm.pbf");
    QCOMPARE(run().end, End::Failed);
    m_target = m_folder->filePath(QStringLiteral("folder"));
    QVERIFY(QDir().mkpath(m_target + QStringLiteral(".part")));
    QCOMPARE(run().end, End::Failed);
}

void ExtractDownloadTest::targetThatIsThere()
{
    QCOMPARE(run().end, End::Written);
    m_server->requests.clear();
    QCOMPARE(run().end, End::UpToDate);
    QCOMPARE(m_server->requests.size(), 1u);
    QCOMPARE(m_server->requests.front().method, QByteArray("HEAD"));
    QCOMPARE(left().size(), 1);
    QCOMPARE(run(true).end, End::Written);
    // The server's is newer: replaced; a run that fails leaves the old one.
    const QByteArray newer = someBytes(1000, 3);
    m_server->serve(path, newer).modified = QDateTime({2026, 6, 1}, {0, 0}, Qt::UTC);
    m_server->files[path].cutAfter = 500;
    QCOMPARE(run().end, End::Failed);
    QCOMPARE(content(m_target), m_body);
    m_server->files[path].cutAfter = -1;
    QCOMPARE(run().end, End::Written);
    QCOMPARE(content(m_target), newer);
}

void ExtractDownloadTest::oneAtATime()
{
    m_server->files[path].slice = 10'000;
    ExtractDownload first(m_network, request());
    QSignalSpy spy(&first, &ExtractDownload::finished);
    QSignalSpy progress(&first, &ExtractDownload::progressed);
    first.start();
    QTRY_VERIFY(!progress.isEmpty());
    const DownloadOutcome second = run();
    QCOMPARE(second.end, End::Failed);
    QVERIFY(second.error.message.contains(QLatin1String("just now")));
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(content(m_target), m_body);
}

void ExtractDownloadTest::deletedWhileRunning()
{
    m_server->files[path].slice = 10'000;
    auto download = std::make_unique<ExtractDownload>(m_network, request());
    QSignalSpy progress(download.get(), &ExtractDownload::progressed);
    download->start();
    QTRY_VERIFY(!progress.isEmpty());
    download.reset();
    QVERIFY(partSize() > 0);
    QCOMPARE(run().end, End::Written);
    QCOMPARE(content(m_target), m_body);
}

void ExtractDownloadTest::sumsAreRead()
{
    const QByteArray one(32, 'a'), two(32, 'B');
    const QString name = QStringLiteral("x.osm.pbf");
    QCOMPARE(md5Of(one, name), one);
    QCOMPARE(md5Of(two + " *x.osm.pbf\n", name), two.toLower());
    QCOMPARE(md5Of(one + "  y.osm.pbf\n", name), one);
    QCOMPARE(md5Of(one + "  y.osm.pbf\r\n" + two + "  x.osm.pbf\r\n", name), two.toLower());
    QCOMPARE(md5Of(one + "  y\n" + two + "  z\n", name), QByteArray());
    QCOMPARE(md5Of(one + "a  x.osm.pbf", name), QByteArray());
    QCOMPARE(md5Of("", name), QByteArray());
}

void ExtractDownloadTest::proxyIsUsedAndPasswordForgotten()
{
    DownloadProxy proxy;
    proxy.kind = DownloadProxy::Kind::Manual;
    proxy.host = QStringLiteral("127.0.0.1");
    proxy.port = m_server->serverPort();
    proxy.user = QStringLiteral("reader");
    proxy.password = QStringLiteral("hush");
    QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    proxy.save(settings);
    settings.sync();
    QVERIFY(!content(settings.fileName()).contains("hush"));
    DownloadProxy loaded = DownloadProxy::load(settings);
    QVERIFY(loaded.password.isEmpty());
    loaded.password = proxy.password;
    QCOMPARE(loaded, proxy);

    // The server stands for the proxy: what it is asked for is the whole address.
    QNetworkAccessManager network;
    proxy.applyTo(network);
    DownloadRequest through = request();
    through.url = QUrl(QStringLiteral("http://made-up.invalid/made-up.osm.pbf"));
    ExtractDownload download(network, through);
    QSignalSpy spy(&download, &ExtractDownload::finished);
    download.start();
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(m_server->requests.front().path, QByteArray("http://made-up.invalid/made-up.osm.pbf"));
}

Q_DECLARE_METATYPE(std::function<void(ca::test::HttpServer &)>)
Q_DECLARE_METATYPE(ca::DownloadOutcome)
QTEST_GUILESS_MAIN(ExtractDownloadTest)
#include "ExtractDownloadTest.moc"
