// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/ExtractDownload.h"

#include "base/Tr.h"
#include "osm/ChecksumCheck.h"
#include "osm/HttpCall.h"
#include "osm/HttpRequests.h"
#include "osm/RemoteFileCheck.h"

#include <QFileInfo>
#include <QNetworkReply>
#include <QRegularExpression>

#include <optional>
#include <utility>

namespace ca {

namespace {

constexpr int statusOk = 200, statusPart = 206, statusNoSuchRange = 416;

struct ContentRange {
    qint64 first = -1;   ///< -1 = none of the file
    qint64 total = -1;   ///< -1 = not told
};

/// "bytes 100-199/200", "bytes 100-199/*", "bytes */200".
std::optional<ContentRange> contentRange(const QNetworkReply &reply)
{
    static const QRegularExpression range(QStringLiteral("\\A\\s*bytes\\s+(?:(\\d+)-\\d+|\\*)/(\\d+|\\*)\\s*\\z"));
    const QRegularExpressionMatch match = range.match(QString::fromLatin1(reply.rawHeader("Content-Range")));
    if (!match.hasMatch())
        return {};
    const auto number = [&](int at) {
        bool known = false;
        const qint64 value = match.captured(at).toLongLong(&known);
        return known ? value : -1;
    };
    return ContentRange{number(1), number(2)};
}

} // namespace

ExtractDownload::ExtractDownload(QNetworkAccessManager &network, DownloadRequest request, QObject *parent)
    : QObject(parent), m_network(network), m_request(std::move(request)), m_part(m_request.target)
{
}

ExtractDownload::~ExtractDownload() = default;

void ExtractDownload::start()
{
    if (m_state != State::Idle)
        return;
    m_state = State::Running;
    QTimer::singleShot(0, this, &ExtractDownload::begin);
}

void ExtractDownload::begin()
{
    if (m_state != State::Running || !must(m_part.open(m_request.url)))
        return;
    if (m_request.again || !QFileInfo::exists(m_request.target))
        return fetch();
    auto *check = new RemoteFileCheck(m_network, m_request.url, m_request.silence, this);
    connect(check, &RemoteFileCheck::finished, this, &ExtractDownload::compare);
    check->start();
}

void ExtractDownload::compare(const Result<RemoteFile> &there)
{
    if (m_state != State::Running)
        return;
    if (!there.ok())
        return fail(there.error());
    m_outcome.modified = there->modified;
    if (there->modified.isValid() && QFileInfo(m_request.target).lastModified() >= there->modified)
        return conclude(DownloadOutcome::End::UpToDate);
    fetch();
}

void ExtractDownload::fetch()
{
    QNetworkRequest request = http::request(m_request.url);
    m_outcome.resumedFrom = 0;
    m_takes = false;
    if (const QByteArray validator = m_part.notes().validator(); m_part.size() > 0 && !validator.isEmpty()) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_part.size()) + '-');
        request.setRawHeader("If-Range", validator);
    }
    m_call = new HttpCall(m_network, request, false, m_request.silence, this);
    connect(m_call, &HttpCall::answered, this, &ExtractDownload::takeAnswer);
    connect(m_call, &HttpCall::bytesReady, this, &ExtractDownload::takeBytes);
    connect(m_call, &HttpCall::ended, this, &ExtractDownload::takeEnd);
}

void ExtractDownload::fetchAnew()
{
    dropCalls();
    if (std::exchange(m_anew, true))
        return fail({tr("the server's answers contradict each other"), m_request.url.toString(), 0});
    if (must(m_part.restart({m_request.url, {}, {}, -1})))
        fetch();
}

PartNotes ExtractDownload::notesOf(const HttpCall &call) const
{
    const QNetworkReply &reply = call.reply();
    return {m_request.url, reply.rawHeader("ETag"), reply.rawHeader("Last-Modified"), http::length(reply)};
}

void ExtractDownload::takeAnswer()
{
    m_outcome.modified = http::lastModified(m_call->reply());
    const int status = http::status(m_call->reply());
    if (status == statusOk)
        takeWhole();
    else if (status == statusPart)
        takeRest();
}

/// The server knows no ranges, or its file is another one by now.
void ExtractDownload::takeWhole()
{
    const PartNotes notes = notesOf(*m_call);
    m_takes = must(m_part.restart(notes)) && must(m_part.need(notes.total));
}

void ExtractDownload::takeRest()
{
    const std::optional<ContentRange> range = contentRange(m_call->reply());
    const PartNotes now = notesOf(*m_call);
    const PartNotes &before = m_part.notes();
    // Not every server heeds If-Range.
    const bool same = (now.etag.isEmpty() || now.etag == before.etag) && (now.lastModified.isEmpty() || now.lastModified == before.lastModified)
        && range && range->first == m_part.size() && (before.total < 0 || range->total < 0 || range->total == before.total);
    if (!same)
        return fetchAnew();
    m_outcome.resumedFrom = m_part.size();
    m_takes = before.total < 0 || must(m_part.need(before.total - m_part.size()));
}

void ExtractDownload::takeBytes()
{
    if (!m_takes || !m_call || !m_call->reply().isOpen())
        return;
    const QByteArray bytes = m_call->reply().readAll();
    if (!bytes.isEmpty() && must(m_part.append(bytes)))
        Q_EMIT progressed(m_part.size(), m_part.notes().total);
}

void ExtractDownload::takeEnd()
{
    takeBytes();
    if (m_state != State::Running)
        return;
    const qint64 total = m_part.notes().total;
    if (m_call->failed()) {
        if (http::status(m_call->reply()) != statusNoSuchRange)
            return fail(m_call->error());
        // Nothing is left to get: an earlier run ended before its check.
        const std::optional<ContentRange> range = contentRange(m_call->reply());
        if (!range || range->total != m_part.size() || total != m_part.size())
            return fetchAnew();
        m_outcome.resumedFrom = m_part.size();
    } else if (!m_takes) {
        return fail({tr("the server's answer is no file (status %1)").arg(http::status(m_call->reply())), m_request.url.toString(), 0});
    } else if (total >= 0 && m_part.size() != total) {
        return fail({tr("the connection was cut"), m_request.url.toString(), 0});
    }
    check();
}

void ExtractDownload::check()
{
    dropCalls();
    m_check = new ChecksumCheck(m_network, m_request.checksum, m_request.url.fileName(), m_part.path(), m_request.silence, this);
    connect(m_check, &ChecksumCheck::progressed, this, [this](qint64 bytes) { Q_EMIT checked(bytes, m_part.size()); });
    connect(m_check, &ChecksumCheck::finished, this, &ExtractDownload::place);
    Q_EMIT checked(0, m_part.size());
}

void ExtractDownload::place(const Result<bool> &same)
{
    if (m_state != State::Running)
        return;
    if (!same.ok())
        return fail(same.error());
    if (!*same) {
        m_part.remove();
        return fail({tr("what has come is damaged: its MD5 sum is not the one the server states. It was removed; try again."), m_request.url.toString(), 0});
    }
    if (must(m_part.moveToTarget(m_outcome.modified)))
        conclude(DownloadOutcome::End::Written);
}

void ExtractDownload::cancel()
{
    if (m_state == State::Running)
        conclude(DownloadOutcome::End::Cancelled);
}

bool ExtractDownload::must(const Result<Done> &step)
{
    if (!step.ok())
        fail(step.error());
    return step.ok();
}

void ExtractDownload::fail(const Error &error)
{
    m_outcome.error = error;
    conclude(DownloadOutcome::End::Failed);
}

void ExtractDownload::conclude(DownloadOutcome::End end)
{
    m_state = State::Ended;
    dropCalls();
    m_part.close();
    m_outcome.end = end;
    Q_EMIT finished(m_outcome);
}

void ExtractDownload::dropCalls()
{
    m_takes = false;
    for (QObject *call : {static_cast<QObject *>(std::exchange(m_call, nullptr)), static_cast<QObject *>(std::exchange(m_check, nullptr))}) {
        if (call) {
            call->disconnect(this);
            call->deleteLater();
        }
    }
}

} // namespace ca
