// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/SubjectPicker.h"

#include "atlas/Folding.h"
#include "window/Session.h"
#include "window/TwoLineDelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {

namespace {
constexpr int idRole = Qt::UserRole;
}

SubjectPicker::SubjectPicker(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_line(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    m_line->setPlaceholderText(tr("Segment, corridor, place or agreement, in any spelling"));
    m_line->setAccessibleName(tr("What the passage speaks of"));
    m_line->installEventFilter(this);
    m_list->setAccessibleName(tr("Chosen subjects"));
    m_list->installEventFilter(this);
    m_list->setMinimumHeight(fontMetrics().height() * 5);
    auto *hint = new QLabel(tr("Ticked: the passage is about it. Not ticked: it only touches upon it. Delete removes."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(m_line);
    m_completer->popup()->setItemDelegate(new TwoLineDelegate(m_completer->popup()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    layout->addWidget(hint);
    connect(m_line, &QLineEdit::textEdited, this, &SubjectPicker::look);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QListWidget::itemChanged, this, &SubjectPicker::changed);
}

void SubjectPicker::look(const QString &words)
{
    constexpr int searched = 40;
    constexpr int offered = 10;
    m_offered.clear();
    m_model->clear();
    if (m_session.search() && words.trimmed().size() >= 2) {
        std::vector<AtlasSearch::Hit> hits = m_session.search()->find(words.trimmed(), searched);
        // What is called so comes before what merely passes a place that is.
        std::stable_partition(hits.begin(), hits.end(), [called = fold(words.trimmed())](const AtlasSearch::Hit &hit) {
            return fold(hit.hit.title).startsWith(called);
        });
        for (const AtlasSearch::Hit &hit : hits) {
            const bool fits = hit.hit.kind == SearchHit::Kind::Segment || hit.hit.kind == SearchHit::Kind::Subject;
            if (!fits || m_offered.size() >= offered)
                continue;
            m_offered << hit.hit.id;
            auto *item = new QStandardItem(hit.hit.title);
            item->setData(hit.hit.snippet, TwoLineDelegate::DetailRole);
            m_model->appendRow(item);
        }
    }
    if (m_offered.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void SubjectPicker::choose(int row)
{
    if (row < 0 || row >= m_offered.size())
        return;
    const QString chosen = m_offered[row];
    m_offered.clear();   // clear() below is no edit: the next Return must not choose from the old offer
    m_completer->popup()->hide();
    m_line->clear();
    add(chosen);
}

void SubjectPicker::add(const QString &subject, bool context)
{
    for (const SubjectRef &known : subjects()) {
        if (known.id == subject)
            return;
    }
    auto *item = new QListWidgetItem(m_session.nameOf(subject), m_list);
    item->setData(idRole, subject);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(context ? Qt::Unchecked : Qt::Checked);
    Q_EMIT changed();
}

std::vector<SubjectRef> SubjectPicker::subjects() const
{
    std::vector<SubjectRef> out;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        out.push_back({item->data(idRole).toString(), item->checkState() != Qt::Checked});
    }
    return out;
}

bool SubjectPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_list && (key == Qt::Key_Delete || key == Qt::Key_Backspace) && m_list->currentRow() >= 0) {
        delete m_list->takeItem(m_list->currentRow());
        Q_EMIT changed();
        return true;
    }
    // Return in the line takes the first that is offered instead of closing the dialog.
    if (watched == m_line && (key == Qt::Key_Return || key == Qt::Key_Enter) && !m_offered.isEmpty()) {
        choose(0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ca
