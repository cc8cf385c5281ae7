// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <vector>

class QTcpSocket;

namespace ca::test {

/// What HttpServer answers at an address, good or bad.
struct ServedFile {
    QByteArray body;
    QByteArray etag = "\"one\"";      ///< empty = none is told
    QDateTime modified{{2026, 4, 1}, {12, 0}, Qt::UTC};   ///< invalid = none is told
    int status = 200;                 ///< others are answered with the body as their page
    QByteArray location;              ///< of a redirect
    bool ranges = true;
    bool heedsIfRange = true;
    bool tellsLength = true;          ///< else the end of the connection is the end of the file
    qint64 claimedLength = -1;        ///< -1 = the true one
    qint64 cutAfter = -1;             ///< bytes of an answer after which the connection is cut; -1 = never
    qint64 stallAfter = -1;           ///< bytes of an answer after which nothing comes any more; -1 = never
    qint64 slice = 0;                 ///< bytes sent every few milliseconds; 0 = all at once
};

/// An HTTP/1.1 server on this machine, for one test.
class HttpServer : public QTcpServer {
    Q_OBJECT
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers;   ///< names in lower case
    };

    HttpServer();

    QHash<QByteArray, ServedFile> files;   ///< by path; others are 404
    std::vector<Request> requests;         ///< that came

    [[nodiscard]] QUrl url(const QByteArray &path) const;
    /// Serves @p body at @p path and its MD5 sum at @p path.md5.
    ServedFile &serve(const QByteArray &path, const QByteArray &body);

private:
    void talk(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const Request &request);
    void send(QTcpSocket *socket, const ServedFile &file, const QByteArray &body, qint64 sent);
};

} // namespace ca::test
