// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/RecordDialog.h"

#include "documents/RecordFields.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ca {

namespace {

void fillTypes(QComboBox &box, const QString &type)
{
    const std::pair<QString, const char *> types[] = {
        {RecordDialog::tr("web page"), "webpage"}, {RecordDialog::tr("newspaper article"), "article-newspaper"},
        {RecordDialog::tr("magazine article"), "article-magazine"}, {RecordDialog::tr("journal article"), "article-journal"},
        {RecordDialog::tr("blog post"), "post-weblog"}, {RecordDialog::tr("report"), "report"},
        {RecordDialog::tr("book"), "book"}, {RecordDialog::tr("chapter"), "chapter"},
        {RecordDialog::tr("treaty"), "treaty"}, {RecordDialog::tr("speech"), "speech"},
        {RecordDialog::tr("document"), "document"}};
    for (const auto &[name, id] : types)
        box.addItem(name, QString::fromLatin1(id));
    if (box.findData(type) < 0 && !type.isEmpty())
        box.addItem(type, type);
    box.setCurrentIndex(std::max(0, box.findData(type)));
}

void setOrRemove(QJsonObject &csl, const QString &member, const QJsonValue &value, bool empty)
{
    if (empty)
        csl.remove(member);
    else
        csl.insert(member, value);
}

} // namespace

RecordDialog::RecordDialog(const Document &document, QWidget *parent)
    : QDialog(parent), m_csl(document.csl), m_type(new QComboBox(this)), m_authors(new QPlainTextEdit(this)),
      m_issued(new QLineEdit(this)), m_accessed(new QLineEdit(this)), m_problem(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Record of the source"));
    addField("title", tr("&Title"));
    addField("container-title", tr("&Newspaper, site or journal"));
    addField("publisher", tr("&Publisher"));
    addField("publisher-place", tr("P&lace"));
    addField("URL", tr("&Address (URL)"));
    addField("language", tr("&Language"));
    buildLayout(document);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

void RecordDialog::addField(const char *member, const QString &name)
{
    auto *line = new QLineEdit(m_csl.value(QLatin1String(member)).toString(), this);
    line->setObjectName(QLatin1String(member));
    line->setCursorPosition(0);  // a long title shows its beginning
    connect(line, &QLineEdit::textChanged, this, &RecordDialog::check);
    m_fields.push_back({name, {member, line}});
}

void RecordDialog::buildLayout(const Document &document)
{
    fillTypes(*m_type, m_csl.value(QLatin1String("type")).toString(QStringLiteral("webpage")));
    m_authors->setPlainText(namesText(m_csl.value(QLatin1String("author")).toArray()));
    m_authors->setPlaceholderText(tr("One name a line: Family, Given; or the name of a body"));
    m_authors->setTabChangesFocus(true);
    m_authors->setFixedHeight(fontMetrics().height() * 4);
    m_issued->setObjectName(QStringLiteral("issued"));
    m_issued->setText(dateText(m_csl.value(QLatin1String("issued")).toObject()));
    m_issued->setPlaceholderText(tr("2025-08-08, 2025-08, or c. 2026"));
    m_accessed->setText(dateText(m_csl.value(QLatin1String("accessed")).toObject()));
    m_accessed->setPlaceholderText(document.added.date().toString(Qt::ISODate));
    m_problem->setWordWrap(true);
    for (QLineEdit *line : {m_issued, m_accessed})
        connect(line, &QLineEdit::textChanged, this, &RecordDialog::check);
    auto *form = new QFormLayout;
    form->addRow(tr("&Kind"), m_type);
    form->addRow(m_fields.front().first, m_fields.front().second.line);
    form->addRow(tr("A&uthors"), m_authors);
    for (std::size_t i = 1; i < m_fields.size(); ++i)
        form->addRow(m_fields[i].first, m_fields[i].second.line);
    form->addRow(tr("Publishe&d"), m_issued);
    form->addRow(tr("&Retrieved"), m_accessed);
    auto *file = new QLabel(document.path.isEmpty() ? document.fileName : document.path, this);
    file->setForegroundRole(QPalette::PlaceholderText);
    file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    file->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(file);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    resize(560, sizeHint().height());
}

void RecordDialog::check()
{
    QStringList problems;
    for (const auto &[line, member] : {std::pair(m_issued, "issued"), std::pair(m_accessed, "accessed")}) {
        const QString text = line->text().trimmed();
        if (!text.isEmpty() && dateFromText(text, m_csl.value(QLatin1String(member)).toObject()).isNull())
            problems << tr("“%1” is not a date: write 2025-08-08, 2025-08, 2025, or c. 2025.").arg(text);
    }
    for (const auto &[name, field] : m_fields) {
        const QString text = field.line->text().trimmed();
        if (qstrcmp(field.member, "URL") == 0 && !text.isEmpty() && QUrl(text, QUrl::StrictMode).scheme().isEmpty())
            problems << tr("The address must begin with its scheme, such as https://.");
    }
    m_problem->setText(problems.join(u' '));
    m_problem->setVisible(!problems.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problems.isEmpty());
}

QJsonObject RecordDialog::csl() const
{
    QJsonObject csl = m_csl;
    csl.insert(QStringLiteral("type"), m_type->currentData().toString());
    for (const auto &[name, field] : m_fields) {
        const QString text = field.line->text().simplified();
        setOrRemove(csl, QLatin1String(field.member), text, text.isEmpty());
    }
    const QJsonArray authors = namesFromText(m_authors->toPlainText(), m_csl.value(QLatin1String("author")).toArray());
    setOrRemove(csl, QStringLiteral("author"), authors, authors.isEmpty());
    for (const auto &[line, member] : {std::pair(m_issued, "issued"), std::pair(m_accessed, "accessed")}) {
        const QJsonValue date = dateFromText(line->text(), m_csl.value(QLatin1String(member)).toObject());
        setOrRemove(csl, QLatin1String(member), date, line->text().trimmed().isEmpty());
    }
    return csl;
}

} // namespace ca
