// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/HttpServer.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <limits>

namespace ca::test {

namespace {

constexpr int sliceMs = 5;

QByteArray httpDate(const QDateTime &at)
{
    return QLocale::c().toString(at.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

HttpServer::Request parsed(const QByteArray &head)
{
    HttpServer::Request request;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.front().trimmed().split(' ');
    request.method = words.value(0);
    request.path = words.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    return request;
}

/// First byte that is asked for; 0 = the whole.
qint64 firstByte(const ServedFile &file, const HttpServer::Request &request)
{
    const QByteArray condition = request.headers.value("if-range");
    const bool same = condition.isEmpty() || condition == file.etag || condition == httpDate(file.modified);
    const QByteArray range = request.headers.value("range");
    if (!file.ranges || !range.startsWith("bytes=") || (file.heedsIfRange && !same))
        return 0;
    return range.mid(6).chopped(1).toLongLong();
}

} // namespace

HttpServer::HttpServer()
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { talk(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
}

QUrl HttpServer::url(const QByteArray &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QString::fromLatin1(path)));
}

ServedFile &HttpServer::serve(const QByteArray &path, const QByteArray &body)
{
    const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
    files[path + ".md5"].body = QCryptographicHash::hash(body, QCryptographicHash::Md5).toHex() + "  " + name + '\n';
    files[path].body = body;
    return files[path];
}

void HttpServer::talk(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(64 << 10);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const Request request = parsed(socket->read(end + 4));
    requests.push_back(request);
    answer(socket, request);
}

void HttpServer::answer(QTcpSocket *socket, const Request &request)
{
    ServedFile missing;
    missing.status = 404;
    missing.body = "nothing here";
    const ServedFile file = files.value(request.path, missing);
    const qint64 first = file.status == 200 ? firstByte(file, request) : 0;
    const bool beyond = first > 0 && first >= file.body.size();
    const int status = beyond ? 416 : first > 0 ? 206 : file.status;
    const QByteArray body = beyond ? QByteArray() : file.body.mid(first);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nConnection: close\r\n";
    const auto header = [&](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            head += QByteArray(name) + ": " + value + "\r\n";
    };
    header("ETag", file.etag);
    header("Location", file.location);
    header("Last-Modified", file.modified.isValid() ? httpDate(file.modified) : QByteArray());
    header("Content-Length", file.tellsLength ? QByteArray::number(file.claimedLength >= 0 ? file.claimedLength : body.size()) : QByteArray());
    const QByteArray size = QByteArray::number(file.body.size());
    if (status == 206)
        header("Content-Range", "bytes " + QByteArray::number(first) + '-' + QByteArray::number(file.body.size() - 1) + '/' + size);
    if (status == 416)
        header("Content-Range", "bytes */" + size);
    socket->write(head + "\r\n");
    if (request.method == "HEAD")
        socket->disconnectFromHost();
    else
        send(socket, file, body, 0);
}

void HttpServer::send(QTcpSocket *socket, const ServedFile &file, const QByteArray &body, qint64 sent)
{
    const auto limit = [](qint64 bytes) { return bytes < 0 ? std::numeric_limits<qint64>::max() : bytes; };
    const qint64 last = std::min({qint64(body.size()), limit(file.cutAfter), limit(file.stallAfter)});
    const qint64 count = std::min(last - sent, file.slice > 0 ? file.slice : last);
    socket->write(body.constData() + sent, count);
    sent += count;
    if (sent < last)
        return QTimer::singleShot(sliceMs, socket, [=, this] { send(socket, file, body, sent); });
    if (file.stallAfter < 0 || last < file.stallAfter)
        socket->disconnectFromHost();
}

} // namespace ca::test
