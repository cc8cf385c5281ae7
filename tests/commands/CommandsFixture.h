// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/Commands.h"
#include "figure/SampleFigure.h"
#include "store/AtlasFile.h"

#include <QTemporaryDir>

namespace ca::test {

/// A made-up atlas on disk and a way to run commands on it.
class CommandsFixture {
public:
    struct Outcome {
        int code = -1;
        QString out;
        QString err;
    };

    /// False when the atlas could not be written.
    bool prepare()
    {
        return m_folder.isValid() && AtlasFile::write(atlas(), sourcedAtlas()).ok();
    }

    [[nodiscard]] QString atlas() const { return path(QStringLiteral("made-up.gpkg")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    static Outcome run(const QStringList &arguments)
    {
        Outcome outcome;
        QTextStream out(&outcome.out), err(&outcome.err);
        CommandIo io{out, err};
        outcome.code = runCommand(arguments, io);
        return outcome;
    }

    /// Words split at spaces, --atlas added.
    [[nodiscard]] Outcome onAtlas(const QString &words) const
    {
        return run(words.split(u' ') + QStringList{QStringLiteral("--atlas"), atlas()});
    }

private:
    QTemporaryDir m_folder;
};

} // namespace ca::test
