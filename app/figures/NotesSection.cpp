// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/NotesSection.h"

#include "figures/FigureDocument.h"
#include "figures/NoteChoice.h"
#include "project/Project.h"
#include "window/Session.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace ca {

namespace {

constexpr int idRole = Qt::UserRole, isPassageRole = Qt::UserRole + 1;

QListWidgetItem *makeItem(const QString &title, const QString &id, bool passage)
{
    auto *item = new QListWidgetItem(title);
    item->setData(idRole, id);
    item->setData(isPassageRole, passage);
    item->setToolTip(title);
    return item;
}

/// In front of the button: "Add “Zangezur corridor, rail”" must not make the panel wide.
QString boxText(const QString &name)
{
    constexpr int longest = 28;
    QString words = name.size() > longest ? name.left(longest - 1) + u'…' : name;
    return words.replace(u'&', QStringLiteral("&&"));
}

} // namespace

NotesSection::NotesSection(FigureDocument &document, Session &session, QWidget *parent)
    : InspectorSection(tr("Sources in notes"), document, parent), m_session(session), m_list(new QListWidget(this)),
      m_addSubject(makeButton({}, "addNoteSubject", &NotesSection::addSubject)),
      m_addPassage(makeButton(tr("Add the passage se&lected"), "addNotePassage", &NotesSection::addPassage)),
      m_remove(makeButton(tr("Remo&ve"), "removeNote", &NotesSection::removeChosen))
{
    prepare(*m_list, "figureNotes", tr("Subjects and passages whose sources are printed"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedHeight(fontMetrics().lineSpacing() * 5 + 12);
    auto *label = new QLabel(tr("Sources &of"), this);
    label->setBuddy(m_list);
    form().addRow(label);
    for (QWidget *widget : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_addSubject), static_cast<QWidget *>(m_addPassage), static_cast<QWidget *>(m_remove)})
        form().addRow(widget);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &NotesSection::refresh);
    connect(&session.selection(), &Selection::subjectChanged, this, &NotesSection::refresh);
    connect(&session.selection(), &Selection::passageChanged, this, &NotesSection::refresh);
    connect(&session, &Session::atlasLoaded, this, &NotesSection::refill);
    connect(&session, &Session::lookChanged, this, &NotesSection::refill);
    connect(&session.project(), &Project::changed, this, &NotesSection::refill);
    follow();
}

QPushButton *NotesSection::makeButton(const QString &text, const char *name, void (NotesSection::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

bool NotesSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        removeChosen();
        return true;
    }
    return InspectorSection::eventFilter(watched, event);
}

void NotesSection::display(const FigureView &view)
{
    if (view.figure.noteSubjects != m_shownSubjects || view.figure.notePassages != m_shownPassages)
        refill();
    refresh();
}

void NotesSection::refill()
{
    m_shownSubjects = document().view().figure.noteSubjects;
    m_shownPassages = document().view().figure.notePassages;
    const int row = m_list->currentRow();
    m_list->clear();
    for (const QString &id : std::as_const(m_shownSubjects))
        m_list->addItem(makeItem(m_session.nameOf(id), id, false));
    for (const QString &id : std::as_const(m_shownPassages))
        m_list->addItem(makeItem(notechoice::title(m_session, id), id, true));
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1), QItemSelectionModel::NoUpdate);
    refresh();
}

void NotesSection::refresh()
{
    const QString subject = m_session.selection().subject(), passage = m_session.selection().passage();
    m_addSubject->setText(subject.isEmpty() ? tr("Add &what is selected") : tr("Add “%1” (&w)").arg(boxText(m_session.nameOf(subject))));
    m_addSubject->setToolTip(subject.isEmpty() ? tr("Select a segment, corridor or subject first") : m_session.nameOf(subject));
    m_addSubject->setEnabled(!subject.isEmpty() && !m_shownSubjects.contains(subject));
    m_addPassage->setEnabled(!passage.isEmpty());
    m_addPassage->setToolTip(passage.isEmpty() ? tr("Select a passage first") : tr("Its source is printed among the notes"));
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
}

void NotesSection::addSubject()
{
    const QString subject = m_session.selection().subject();
    edit(tr("cite the sources of “%1”").arg(m_session.nameOf(subject)), [&](FigureView &view) {
        if (!view.figure.noteSubjects.contains(subject))
            view.figure.noteSubjects << subject;
        view.figure.setShown(FigureElement::Notes, true);
    });
}

void NotesSection::addPassage()
{
    const QStringList ids = notechoice::idsOf(m_session, m_session.selection().passage());
    edit(tr("cite a passage"), [&](FigureView &view) {
        for (const QString &id : ids) {
            if (!view.figure.notePassages.contains(id))
                view.figure.notePassages << id;
        }
        view.figure.setShown(FigureElement::Notes, true);
    });
}

void NotesSection::removeChosen()
{
    QStringList subjects, passages;
    for (const QListWidgetItem *item : m_list->selectedItems())
        (item->data(isPassageRole).toBool() ? passages : subjects) << item->data(idRole).toString();
    edit(tr("leave out sources"), [&](FigureView &view) {
        for (const QString &id : subjects)
            view.figure.noteSubjects.removeAll(id);
        for (const QString &id : passages)
            view.figure.notePassages.removeAll(id);
    });
}

} // namespace ca
