// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/LinkDialog.h"

#include "reading/SubjectPicker.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ca {

namespace {

/// Long quotations are told by their beginning and end.
QString shortened(const QString &quotation)
{
    constexpr qsizetype longest = 420;
    const QString text = quotation.simplified();
    if (text.size() <= longest)
        return text;
    return text.left(longest * 2 / 3) + QStringLiteral(" … ") + text.right(longest / 4);
}

} // namespace

LinkDialog::LinkDialog(Session &session, const QString &quotation, const QString &remark, QWidget *parent)
    : QDialog(parent), m_picker(new SubjectPicker(session, this)), m_claim(new QComboBox(this)),
      m_note(new QPlainTextEdit(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Link passage"));
    auto *quote = new QLabel(QStringLiteral("“%1”").arg(shortened(quotation)), this);
    quote->setTextFormat(Qt::PlainText);
    quote->setWordWrap(true);
    quote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *warning = new QLabel(remark, this);
    warning->setWordWrap(true);
    warning->setVisible(!remark.isEmpty());
    warning->setForegroundRole(QPalette::PlaceholderText);
    m_claim->addItem(tr("not stated"), QString());
    for (const Claim claim : {Claim::Event, Claim::Figure, Claim::Plan, Claim::Forecast, Claim::Opinion})
        m_claim->addItem(title(claim), toId(claim));
    m_note->setPlaceholderText(tr("Your note (optional)"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().height() * 4);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Link"));

    auto *form = new QFormLayout;
    form->addRow(tr("&Speaks of"), m_picker);
    form->addRow(tr("&Claim"), m_claim);
    form->addRow(tr("&Note"), m_note);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(quote);
    layout->addWidget(warning);
    layout->addLayout(form);
    layout->addWidget(m_buttons);
    resize(540, sizeHint().height());
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_picker, &SubjectPicker::changed, this, &LinkDialog::check);
    m_picker->line()->setFocus();
    check();
}

void LinkDialog::check()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_picker->subjects().empty());
}

void LinkDialog::setClaim(std::optional<Claim> claim)
{
    m_claim->setCurrentIndex(claim ? std::max(0, m_claim->findData(toId(*claim))) : 0);
}

void LinkDialog::setNote(const QString &note)
{
    m_note->setPlainText(note);
}

std::vector<ProjectLink> LinkDialog::links() const
{
    std::vector<ProjectLink> out;
    for (const SubjectRef &subject : m_picker->subjects()) {
        ProjectLink link;
        link.subject = subject.id;
        link.context = subject.context;
        link.claim = fromId<Claim>(m_claim->currentData().toString());
        link.note = m_note->toPlainText().trimmed();
        out.push_back(std::move(link));
    }
    return out;
}

} // namespace ca
