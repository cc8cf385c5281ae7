// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FilesTogether.h"

#include "base/Tr.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <memory>

namespace ca {

namespace {

constexpr qsizetype piece = 1 << 20;  // bytes between two looks at the cancel token

bool filled(QSaveFile &target, const QByteArray &bytes, const CancelToken &cancel)
{
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const qsizetype count = std::min(piece, bytes.size() - at);
        // A disk that runs full takes a part and calls that no error.
        if (cancel.cancelled() || target.write(bytes.constData() + at, count) != count)
            return false;
    }
    return target.flush();
}

} // namespace

Result<Done> FilesTogether::write(const CancelToken &cancel) const
{
    const auto failed = [&](const QString &reason) {
        return Error{cancel.cancelled() ? tr("cancelled") : tr("could not be written whole (%1); nothing was left behind").arg(reason), m_about, 0};
    };
    std::vector<std::unique_ptr<QSaveFile>> targets;
    QStringList made;
    for (const File &file : m_files) {
        auto target = std::make_unique<QSaveFile>(file.path);
        if (!target->open(QIODevice::WriteOnly))
            return Error{tr("cannot be written: %1").arg(target->errorString()), file.path, 0};
        if (!filled(*target, file.bytes, cancel))
            return failed(target->errorString());  // going out of scope, a QSaveFile takes what it wrote away
        targets.push_back(std::move(target));
    }
    if (cancel.cancelled())
        return failed({});
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const bool fresh = !QFile::exists(m_files[i].path);
        if (targets[i]->commit()) {
            if (fresh)
                made << m_files[i].path;
            continue;
        }
        const QString reason = targets[i]->errorString();
        for (const QString &path : made)
            QFile::remove(path);
        return failed(reason);
    }
    return Done{};
}

} // namespace ca
