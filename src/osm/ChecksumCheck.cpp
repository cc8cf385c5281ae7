// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ChecksumCheck.h"

#include "base/Tr.h"
#include "osm/HttpCall.h"
#include "osm/HttpRequests.h"

#include <QNetworkReply>
#include <QRegularExpression>

namespace ca {

namespace {

constexpr qint64 longestSums = 64 << 10;   // bytes: a file of sums is a few lines
constexpr qint64 sumSlice = 4 << 20;       // bytes: about ten milliseconds

} // namespace

QByteArray md5Of(const QByteArray &text, const QString &fileName)
{
    static const QRegularExpression line(QStringLiteral("^([0-9a-fA-F]{32})(?:\\s+\\*?(\\S+))?\\s*$"), QRegularExpression::MultilineOption);
    QByteArray first;
    int count = 0;
    for (auto matches = line.globalMatch(QString::fromLatin1(text)); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QByteArray sum = match.captured(1).toLatin1().toLower();
        if (match.captured(2) == fileName)
            return sum;
        first = sum;
        ++count;
    }
    // A server may name its file by the date while the address says "latest".
    return count == 1 ? first : QByteArray();
}

ChecksumCheck::ChecksumCheck(QNetworkAccessManager &network, const QUrl &sum, QString fileName, const QString &path,
                             std::chrono::milliseconds silence, QObject *parent)
    : QObject(parent), m_fileName(std::move(fileName)), m_file(path), m_call(new HttpCall(network, http::request(sum), false, silence, this))
{
    connect(m_call, &HttpCall::bytesReady, this, &ChecksumCheck::takeText);
    connect(m_call, &HttpCall::ended, this, &ChecksumCheck::take);
}

ChecksumCheck::~ChecksumCheck() = default;

void ChecksumCheck::takeText()
{
    if (!m_call->reply().isOpen())
        return;
    m_text += m_call->reply().read(longestSums - m_text.size());
    if (m_text.size() == longestSums)
        m_call->reply().abort();  // no file of sums: what has come of it will not do
}

void ChecksumCheck::take()
{
    takeText();
    if (m_call->failed() && m_text.size() < longestSums)
        return Q_EMIT finished(m_call->error());
    m_expected = md5Of(m_text, m_fileName);
    if (m_expected.isEmpty())
        return Q_EMIT finished(Error{tr("the server's file with the checksum holds none"), m_call->reply().request().url().toString(), 0});
    if (!m_file.open(QIODevice::ReadOnly))
        return Q_EMIT finished(Error{tr("the file cannot be read: %1").arg(m_file.errorString()), m_file.fileName(), 0});
    readSlice();
}

void ChecksumCheck::readSlice()
{
    const QByteArray slice = m_file.read(sumSlice);
    m_hash.addData(slice);
    if (slice.size() < sumSlice) {
        if (m_file.error() != QFileDevice::NoError)
            return Q_EMIT finished(Error{tr("the file cannot be read: %1").arg(m_file.errorString()), m_file.fileName(), 0});
        return Q_EMIT finished(m_hash.result().toHex() == m_expected);
    }
    Q_EMIT progressed(m_file.pos());
    QTimer::singleShot(0, this, &ChecksumCheck::readSlice);
}

} // namespace ca
