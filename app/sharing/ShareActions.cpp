// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/ShareActions.h"

#include "citation/WebAnnotation.h"
#include "project/Project.h"
#include "report/ReportTextDocument.h"
#include "report/ReportWriter.h"
#include "sharing/LibraryCopies.h"
#include "sharing/ReportWords.h"
#include "sharing/ShareDialogs.h"
#include "sharing/SharedPassages.h"
#include "sharing/WholeFile.h"
#include "window/Session.h"

#include <QAction>
#include <QMenu>
#include <QtConcurrent>

namespace ca {

namespace {

constexpr qsizetype mostWarnings = 3;

QString withWarnings(const QString &text, const QStringList &warnings)
{
    QStringList lines{text};
    lines << warnings.mid(0, mostWarnings);
    if (warnings.size() > mostWarnings)
        lines << ShareActions::tr("and %1 more remarks").arg(warnings.size() - mostWarnings);
    return lines.join(u'\n');
}

/// A library in memory belongs to the window's thread.
bool isInMemory(const Library *library)
{
    return library && library->path() == QLatin1String(":memory:");
}

Result<Done> writeMade(const QString &file, const Result<QByteArray> &made)
{
    if (!made)
        return made.error();
    Result<Done> done = writeWhole(file, *made);
    done.warn(made.warnings());
    return done;
}

} // namespace

ShareActions::ShareActions(Session &session, QWidget &window)
    : QObject(&window), m_session(session), m_window(window),
      m_report(make(tr("&Report on the selection …"), &ShareActions::askForReport)),
      m_export(make(tr("&Export passages and links …"), &ShareActions::askForAnnotations)),
      m_import(make(tr("&Import passages and links …"), &ShareActions::askForImport)),
      m_bibliography(make(tr("Export &bibliography …"), &ShareActions::askForBibliography))
{
    connect(&session.selection(), &Selection::subjectChanged, this, &ShareActions::refresh);
    connect(&session, &Session::atlasLoaded, this, &ShareActions::refresh);
    connect(&session.project(), &Project::changed, this, &ShareActions::refresh);
    connect(&session.project(), &Project::stateChanged, this, &ShareActions::refresh);
    refresh();
}

QAction *ShareActions::make(const QString &text, void (ShareActions::*act)())
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void ShareActions::fillFile(QMenu &menu)
{
    QMenu *share = menu.addMenu(tr("S&hare"));
    share->addAction(m_report);
    share->addSeparator();
    share->addActions({m_export, m_import});
    share->addSeparator();
    share->addAction(m_bibliography);
}

bool ShareActions::canReport() const
{
    const QString id = m_session.selection().subject();
    const auto &atlas = m_session.atlas();
    return atlas && (atlas->segment(id) || !atlas->members(id).empty());
}

void ShareActions::refresh()
{
    const ProjectModel &model = m_session.project().model();
    m_report->setEnabled(canReport());
    m_export->setEnabled(model.table<ProjectPassage>().size() > 0 || model.table<ProjectLink>().size() > 0);
    m_import->setEnabled(!m_session.project().isReadOnly());
    m_bibliography->setEnabled(m_session.atlas() != nullptr);
}

void ShareActions::askForReport()
{
    const QString id = m_session.selection().subject();
    const SaveQuestion question{tr("Report on %1").arg(m_session.nameOf(id)), id,
                                {tr("Web page (*.html)"), tr("OpenDocument text (*.odt)"), tr("PDF (*.pdf)")}};
    askWhereToSave(m_window, question, m_session.options().remember, [this, id](const QString &file, const QString &) { writeReport(id, file); });
}

void ShareActions::askForAnnotations()
{
    const SaveQuestion question{tr("Export passages and links"), m_session.project().title(), {tr("Web annotations (*.jsonld)")}};
    askWhereToSave(m_window, question, m_session.options().remember, [this](const QString &file, const QString &) { exportAnnotations(file); });
}

void ShareActions::askForImport()
{
    askWhatToOpen(m_window, tr("Import passages and links"), tr("Web annotations (*.jsonld *.json);;All files (*)"),
                  m_session.options().remember, [this](const QString &file) { importAnnotations(file); });
}

void ShareActions::askForBibliography()
{
    SaveQuestion question{tr("Export bibliography"), tr("sources"), {}};
    for (const BibliographyKind &kind : bibliographyKinds())
        question.filters << kind.filter;
    askWhereToSave(m_window, question, m_session.options().remember, [this](const QString &file, const QString &filter) {
        writeBibliography(file, bibliographyFormat(file, filter).value_or(BibliographyFormat::CslJson));
    });
}

void ShareActions::writeReport(const QString &id, const QString &file)
{
    const auto format = reportwriter::formatOf(QFileInfo(file).suffix());
    if (!format)
        return m_session.report(Session::Severity::Error, tr("A report is written as .html, .odt or .pdf, not as “%1”.").arg(QFileInfo(file).fileName()));
    (void)reportFont(10);  // fonts are added on this thread
    ReportOptions options;
    options.policy = m_session.look().namePolicy;
    options.language = m_session.look().language;
    write(file, [id, format = *format, options, atlas = m_session.atlas(),
                 shared = sharedPassages(m_session.project())](const Library *library) -> Make {
        ReportOptions filled = options;
        LibraryCopies copies(library);
        std::vector<PassageWithLinks> passages = shared;
        completeFromAtlas(passages, *atlas, copies);
        addOwnWords(filled, *atlas, id, passages, copies);
        return [atlas, id, filled, format] { return reportwriter::encode(makeReport(*atlas, id, filled), format); };
    });
}

void ShareActions::exportAnnotations(const QString &file)
{
    write(file, [atlas = m_session.atlas(), shared = sharedPassages(m_session.project())](const Library *library) -> Make {
        std::vector<PassageWithLinks> passages = shared;
        LibraryCopies copies(library);
        if (atlas)
            completeFromAtlas(passages, *atlas, copies);
        return [passages] { return annotationFile(passages); };
    });
}

void ShareActions::writeBibliography(const QString &file, BibliographyFormat format)
{
    write(file, [atlas = m_session.atlas(), format](const Library *library) -> Make {
        const std::vector<QJsonObject> items = bibliographyItems(library ? library->documents() : std::vector<Document>(), *atlas);
        return [items, format] { return bibliography(items, format); };
    });
}

void ShareActions::write(const QString &file, const Gather &gather)
{
    begin();
    const Library *library = m_session.sources().library();
    const QString path = library ? library->path() : QString();
    const Make gathered = isInMemory(library) || path.isEmpty() ? gather(library) : Make();
    QtConcurrent::run([file, path, gather, gathered]() -> Result<Done> {
        if (gathered)
            return writeMade(file, gathered());
        const auto opened = Library::open(path);
        if (!opened)
            return opened.error();
        return writeMade(file, gather(opened->get())());
    }).then(this, [this, file](const Result<Done> &done) {
        end(tr("Written: %1").arg(file), done ? std::nullopt : std::optional(done.error()), done.warnings());
    });
}

void ShareActions::importAnnotations(const QString &file)
{
    begin();
    using Read = Result<std::vector<PassageWithLinks>>;
    QtConcurrent::run([file, atlas = m_session.atlas()]() -> Read {
        const Result<QByteArray> json = readWhole(file, webannotation::maxBytes);
        return json ? readAnnotationFile(*json, atlas.get()) : Read(json.error());
    }).then(this, [this, file](const Read &read) { takeAnnotations(file, read); });
}

void ShareActions::takeAnnotations(const QString &file, const Result<std::vector<PassageWithLinks>> &read)
{
    if (!read)
        return end({}, read.error(), {});
    const Result<Project::Imported> done = importShared(m_session.project(), *read);
    if (!done)
        return end({}, done.error(), {});
    end(tr("%1: %2").arg(QFileInfo(file).fileName(), importedText(*done)), std::nullopt, read.warnings());
}

void ShareActions::begin()
{
    ++m_running;
}

/// Everything that was begun ends here, with one message.
void ShareActions::end(const QString &success, const std::optional<Error> &error, const QStringList &warnings)
{
    --m_running;
    if (error)
        m_session.report(Session::Severity::Error, error->text());
    else
        m_session.report(warnings.isEmpty() ? Session::Severity::Info : Session::Severity::Warning, withWarnings(success, warnings));
}

} // namespace ca
