// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "osm/PartFile.h"

#include <QObject>

#include <chrono>

class QNetworkAccessManager;

namespace ca {

class ChecksumCheck;
class HttpCall;
struct RemoteFile;

struct DownloadRequest {
    QUrl url;
    QUrl checksum;          ///< of the file that states its MD5
    QString target;         ///< path
    bool again = false;     ///< also where the target is as new as the server's
    std::chrono::milliseconds silence{30'000};   ///< without a byte, after which the server is given up
};

struct DownloadOutcome {
    enum class End {
        Written,     ///< checked and in its place
        UpToDate,    ///< the target is no older than the server's: nothing was done, ask and set DownloadRequest::again
        Cancelled,   ///< what has come is kept
        Failed       ///< see error; what has come is kept, unless its checksum is wrong
    };
    End end = End::Failed;
    Error error;
    QDateTime modified;        ///< of the server's file, UTC; invalid = not told
    qint64 resumedFrom = 0;    ///< bytes that were there from an earlier time and were used
};

/// Gets one file: takes up what an earlier run left, checks the MD5 sum, puts it in its place in one step. Nothing happens
/// before start(). Lives on the GUI thread; nothing blocks. What is deleted while running keeps what has come and says nothing.
class ExtractDownload : public QObject {
    Q_OBJECT
public:
    ExtractDownload(QNetworkAccessManager &network, DownloadRequest request, QObject *parent = nullptr);
    ~ExtractDownload() override;

    void start();    ///< once
    void cancel();   ///< nothing when it does not run

Q_SIGNALS:
    /// Bytes that are there, and of the whole; -1 = not told.
    void progressed(qint64 bytes, qint64 total);
    /// Bytes whose sum has been taken, and of the whole. Follows the last progressed().
    void checked(qint64 bytes, qint64 total);
    /// Exactly once after start(), never from within it.
    void finished(const ca::DownloadOutcome &outcome);

private:
    enum class State { Idle, Running, Ended };
    QNetworkAccessManager &m_network;
    const DownloadRequest m_request;
    PartFile m_part;
    State m_state = State::Idle;
    HttpCall *m_call = nullptr;
    ChecksumCheck *m_check = nullptr;
    bool m_takes = false;       ///< the answer's bytes belong into the part
    bool m_anew = false;        ///< what was there is of no use: once a run
    DownloadOutcome m_outcome;

    void begin();
    void compare(const Result<RemoteFile> &there);
    void fetch();
    void fetchAnew();
    void takeAnswer();
    void takeWhole();
    void takeRest();
    void takeBytes();
    void takeEnd();
    void check();
    void place(const Result<bool> &same);
    [[nodiscard]] PartNotes notesOf(const HttpCall &call) const;
    /// False when it fails: the run has ended then.
    bool must(const Result<Done> &step);
    void fail(const Error &error);
    void conclude(DownloadOutcome::End end);
    void dropCalls();
};

} // namespace ca
