// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/Linker.h"

#include "project/Project.h"
#include "reading/LinkDialog.h"
#include "reading/NewPassage.h"
#include "reading/SubjectPicker.h"
#include "window/Session.h"

#include <QMenu>
#include <QUndoStack>

namespace ca {

Linker::Linker(Session &session, QWidget *window)
    : QObject(window), m_session(session), m_project(session.project()), m_window(window)
{
}

void Linker::tell(const Error &error)
{
    m_session.report(Session::Severity::Warning, error.text());
}

void Linker::link(const ReadingCopy &copy, TextRange words, const QString &subject)
{
    const Result<ProjectPassage> passage = newPassage(copy.document, *copy.finder, words);
    if (!passage)
        return tell(passage.error());
    auto *dialog = new LinkDialog(m_session, copy.quotation(words), passage.warnings().join(u' '), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!subject.isEmpty())
        dialog->picker().add(subject);
    connect(dialog, &QDialog::accepted, this, [this, dialog, marked = *passage] {
        const Result<QString> id = m_project.addPassage(marked, dialog->links());
        if (!id)
            return tell(id.error());
        Q_EMIT linked(*id);
    });
    dialog->open();
}

void Linker::addLinks(const QString &passage, const QString &quotation)
{
    auto *dialog = new LinkDialog(m_session, quotation, {}, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, passage] {
        for (ProjectLink link : dialog->links()) {
            link.passage = passage;
            const Result<QString> done = m_project.addLink(link);
            if (!done)
                tell(done.error());
        }
    });
    dialog->open();
}

void Linker::edit(const ProjectLink &link, const QString &quotation)
{
    auto *dialog = new LinkDialog(m_session, quotation, {}, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Edit link"));
    dialog->picker().add(link.subject, link.context);
    dialog->setClaim(link.claim);
    dialog->setNote(link.note);
    connect(dialog, &QDialog::accepted, this, [this, dialog, link] { replace(link, dialog->links()); });
    dialog->open();
}

/// One step of undo: the link as changed, further ones added, or other ones in its place.
void Linker::replace(const ProjectLink &link, const std::vector<ProjectLink> &wanted)
{
    QUndoStack &stack = m_project.undoStack();
    stack.beginMacro(tr("edit link to %1").arg(m_session.nameOf(link.subject)));
    bool kept = false;
    Result<Done> done = Done{};
    for (ProjectLink changed : wanted) {
        changed.passage = link.passage;
        if (changed.subject == link.subject) {
            kept = true;
            done = m_project.editLink(link.id, {.note = changed.note, .claim = changed.claim, .context = changed.context});
        } else if (const Result<QString> added = m_project.addLink(changed); !added) {
            done = added.error();
        }
        if (!done)
            tell(done.error());
    }
    if (!kept && done)
        done = m_project.removeLink(link.id);
    stack.endMacro();
}

void Linker::fillMenu(QMenu &menu, const ReadingCopy &copy, const ReaderMark &mark)
{
    const QString quotation = copy.quotation(mark.range);
    menu.addAction(tr("Link this passage to more …"), this, [this, id = mark.id, quotation] { addLinks(id, quotation); });
    for (const ProjectLink &link : m_project.linksOfPassage(mark.id)) {
        const QString name = m_session.nameOf(link.subject);
        menu.addAction(tr("Edit the link to %1 …").arg(name), this, [this, link, quotation] { edit(link, quotation); });
        menu.addAction(tr("Remove the link to %1").arg(name), this, [this, id = link.id] {
            const Result<Done> done = m_project.removeLink(id);
            if (!done)
                tell(done.error());
        });
    }
    if (mark.kind == ReaderMark::Kind::Own && mark.found() && mark.verdict != Verdict::Exact)
        menu.addAction(tr("Confirm that the passage is this one"), this, [this, copy, mark] { confirmPlace(copy, mark); });
}

void Linker::confirmPlace(const ReadingCopy &copy, const ReaderMark &mark)
{
    const Result<TextAnchor> anchor = copy.finder->make(mark.range);
    if (!anchor)
        return tell(anchor.error());
    const PassagePlace place{*anchor, copy.document.sha256, copy.document.textSha256};
    const Result<Done> done = m_project.relocate(mark.id, place, {mark.verdict, mark.reason, QDateTime::currentDateTimeUtc()});
    if (!done)
        tell(done.error());
}

} // namespace ca
