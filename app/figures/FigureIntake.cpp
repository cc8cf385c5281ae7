// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureIntake.h"

#include "document/TextExtractor.h"
#include "figures/EvidenceDialog.h"
#include "figures/ViewRestorer.h"
#include "layers/LoadedLayer.h"
#include "window/Session.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrent>

#include <algorithm>

namespace ca {

namespace {

const QStringList &figureSuffixes()
{
    static const QStringList suffixes{"png", "svg", "pdf", "tif", "tiff", "pptx", "docx"};
    return suffixes;
}

/// What else such a file can be; empty = nothing. A picture without a place on the earth is no layer, but that of a page
/// never has one.
QString otherWay(const QString &file)
{
    if (TextExtractor::supports(file))
        return FigureIntake::tr("Take in as &source");
    const QString suffix = QFileInfo(file).suffix().toLower();
    return suffix == QLatin1String("tif") || suffix == QLatin1String("tiff") ? FigureIntake::tr("Take in as &layer") : QString();
}

} // namespace

FigureIntake::FigureIntake(Session &session, ViewRestorer &restorer, QWidget &window, OldWay oldWay)
    : QObject(&window), m_session(session), m_restorer(restorer), m_window(window), m_oldWay(std::move(oldWay))
{
}

bool FigureIntake::mayBeFigure(const QString &path)
{
    return figureSuffixes().contains(QFileInfo(path).suffix().toLower());
}

void FigureIntake::take(const QStringList &files)
{
    if (std::none_of(files.begin(), files.end(), mayBeFigure)) {
        m_oldWay(files);
        Q_EMIT taken();
        return;
    }
    QtConcurrent::run([files] {
        std::vector<Read> read;
        for (const QString &file : files)
            read.emplace_back(file, mayBeFigure(file) ? FigureEvidence::readFrom(file) : Result<FigureEvidence>(Error{}));
        return read;
    }).then(this, [this](const std::vector<Read> &read) { sort(read); });
}

void FigureIntake::sort(const std::vector<Read> &files)
{
    QStringList others, unused;
    bool opened = false;
    for (const auto &[file, evidence] : files) {
        if (evidence && std::exchange(opened, true))
            unused << QFileInfo(file).fileName();
        else if (evidence)
            takeFigure(file, *evidence, true);
        else if (TextExtractor::supports(file) || looksLikeMapData(file) || !mayBeFigure(file))
            others << file;
        else  // nothing but a figure has such a name
            m_session.report(Session::Severity::Warning, evidence.error().text());
    }
    if (!unused.isEmpty())
        m_session.report(Session::Severity::Info, tr("Only one figure can be open; left alone: %1").arg(unused.join(QStringLiteral(", "))));
    if (!others.isEmpty())
        m_oldWay(others);
    Q_EMIT taken();
}

void FigureIntake::open(const QString &file)
{
    QtConcurrent::run([file] { return FigureEvidence::readFrom(file); }).then(this, [this, file](const Result<FigureEvidence> &evidence) {
        if (evidence)
            takeFigure(file, *evidence, false);
        else
            m_session.report(Session::Severity::Error, evidence.error().text());
        Q_EMIT taken();
    });
}

void FigureIntake::chooseAndOpen()
{
    QStringList patterns;
    for (const QString &suffix : figureSuffixes())
        patterns << QStringLiteral("*.") + suffix;
    const QString file = QFileDialog::getOpenFileName(&m_window, tr("Open figure"), QString(), tr("Figures (%1);;All files (*)").arg(patterns.join(u' ')));
    if (!file.isEmpty())
        open(file);
}

void FigureIntake::takeFigure(const QString &file, const FigureEvidence &evidence, bool ask)
{
    const QString other = ask ? otherWay(file) : QString();
    const bool question = evidence.view && !other.isEmpty();
    if (evidence.view && !question)
        restore(file, evidence);
    auto *dialog = new EvidenceDialog(file, evidence, {question, other}, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EvidenceDialog::figureRequested, this, [this, file, evidence] { restore(file, evidence); });
    connect(dialog, &EvidenceDialog::otherRequested, this, [this, file] { m_oldWay({file}); });
    dialog->show();
}

void FigureIntake::restore(const QString &file, const FigureEvidence &evidence)
{
    m_restorer.restore(*evidence.view, tr("open figure “%1”").arg(QFileInfo(file).fileName()), QFileInfo(file).absolutePath());
    Q_EMIT figureOpened();
    if (const QStringList differing = differences(evidence); !differing.isEmpty())
        m_session.report(Session::Severity::Warning, differing.join(u'\n'));
}

QStringList FigureIntake::differences(const FigureEvidence &evidence) const
{
    QStringList told;
    const QJsonObject atlas = evidence.data.value(QLatin1String("atlas")).toObject();
    const QString title = atlas.value(QLatin1String("title")).toString(), date = atlas.value(QLatin1String("date")).toString();
    if (!m_session.atlas() || atlas.isEmpty())
        return told;
    const AtlasData &ours = m_session.atlas()->data();
    if (title != ours.title)
        told << tr("The figure was made of another atlas, “%1”; this one is “%2”. It is drawn from this one.").arg(title, ours.title);
    else if (date != ours.date || atlas.value(QLatin1String("version")).toString() != ours.version)
        told << tr("The figure was made of the atlas of %1; this one is of %2. It may look different.").arg(date, ours.date);
    return told;
}

} // namespace ca
