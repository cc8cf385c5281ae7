// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QCryptographicHash>
#include <QFile>
#include <QObject>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;

namespace ca {

class HttpCall;

/// The sum of a file as md5sum writes it: hexadecimal digits in lower case. Of several lines the one for @p fileName.
/// Empty = @p text has none.
[[nodiscard]] QByteArray md5Of(const QByteArray &text, const QString &fileName);

/// Compares a file with the MD5 sum that a server states. Reads it in slices between other events, so that nothing waits.
/// GUI thread.
class ChecksumCheck : public QObject {
    Q_OBJECT
public:
    /// @p sum address of the sum; @p fileName by which it may name the file.
    ChecksumCheck(QNetworkAccessManager &network, const QUrl &sum, QString fileName, const QString &path, std::chrono::milliseconds silence,
                  QObject *parent = nullptr);
    ~ChecksumCheck() override;

Q_SIGNALS:
    void progressed(qint64 bytes);   ///< read so far
    /// Exactly once, unless it is deleted before: whether they are the same.
    void finished(const ca::Result<bool> &same);

private:
    QString m_fileName;
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Md5};
    QByteArray m_text;
    QByteArray m_expected;
    HttpCall *m_call;

    void takeText();
    void take();
    void readSlice();
};

} // namespace ca
