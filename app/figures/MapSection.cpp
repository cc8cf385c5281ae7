// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/MapSection.h"

#include "atlas/AtlasCheck.h"
#include "figures/FigureDocument.h"
#include "panels/Describe.h"
#include "window/Session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace ca {

namespace {

const QString graticuleLayer = QStringLiteral("graticule");

/// An ISO date that may be shortened, or nothing.
bool isDate(const QString &text)
{
    return text.isEmpty() || isIsoDate(text);
}

void fill(QComboBox &box, const QList<std::pair<QString, QString>> &titlesAndValues)
{
    for (const auto &[title, value] : titlesAndValues)
        box.addItem(title, value);
}

} // namespace

MapSection::MapSection(FigureDocument &document, const Session &session, QWidget *parent)
    : InspectorSection(tr("Map"), document, parent), m_date(new QLineEdit(this)), m_problem(new QLabel(this)), m_language(new QComboBox(this)),
      m_names(new QComboBox(this)), m_graticule(new QCheckBox(tr("&Graticule"), this))
{
    addDate(session);
    addNames();
    addGraticule();
    follow();
}

void MapSection::addDate(const Session &session)
{
    prepare(*m_date, "figureDate", tr("As of"));
    m_date->setMaxLength(10);
    m_date->setToolTip(tr("State of knowledge: facts and articles that are younger are left out. Empty = the atlas’ own date."));
    const auto hint = [this, &session] {
        m_date->setPlaceholderText(session.atlas() ? session.atlas()->data().date : tr("2025, 2025-08 or 2025-08-08"));
    };
    connect(&session, &Session::atlasLoaded, this, hint);
    hint();
    connect(m_date, &QLineEdit::textEdited, this, &MapSection::changeDate);
    connect(m_date, &QLineEdit::editingFinished, this, [this] {
        if (!isDate(m_date->text().trimmed())) {  // half a date is none: back to the figure's
            m_date->setText(document().view().asOf);
            m_problem->hide();
        }
    });
    form().addRow(tr("&As of"), m_date);
    m_problem->setObjectName(QStringLiteral("figureDateProblem"));
    m_problem->setText(tr("A date such as 2025, 2025-08 or 2025-08-08"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    form().addRow(QString(), m_problem);
}

void MapSection::changeDate(const QString &typed)
{
    const QString date = typed.trimmed();
    m_problem->setVisible(!isDate(date));
    if (isDate(date))
        edit(tr("date of the figure"), [&](FigureView &view) { view.asOf = date; }, typing(*m_date));
}

void MapSection::addNames()
{
    prepare(*m_language, "figureLanguage", tr("Language of labels"));
    fill(*m_language, describe::languageChoices());
    connect(m_language, &QComboBox::activated, this, [this] {
        edit(tr("labels in %1").arg(m_language->currentText()), [&](FigureView &view) { view.language = m_language->currentData().toString(); });
    });
    form().addRow(tr("&Language"), m_language);

    prepare(*m_names, "figureNames", tr("Names"));
    fill(*m_names, describe::namePolicyChoices());
    connect(m_names, &QComboBox::activated, this, [this] {
        edit(tr("names: %1").arg(m_names->currentText()), [&](FigureView &view) {
            view.namePolicy = fromId<NamePolicy>(m_names->currentData().toString()).value_or(NamePolicy::Neutral);
        });
    });
    form().addRow(tr("Na&mes"), m_names);
}

void MapSection::addGraticule()
{
    prepare(*m_graticule, "figureGraticule", tr("Graticule"));
    m_graticule->setToolTip(tr("Lines of latitude and longitude; they take the place of the north arrow"));
    connect(m_graticule, &QCheckBox::toggled, this, [this](bool on) {
        edit(on ? tr("show graticule") : tr("hide graticule"), [on](FigureView &view) {
            if (on)
                view.visibility.hiddenLayers.remove(graticuleLayer);
            else
                view.visibility.hiddenLayers.insert(graticuleLayer);
        });
    });
    form().addRow(QString(), m_graticule);
}

void MapSection::display(const FigureView &view)
{
    if (m_date->text().trimmed() != view.asOf) {
        m_date->setText(view.asOf);
        m_problem->hide();
    }
    if (m_language->findData(view.language) < 0)  // of a file from elsewhere
        m_language->addItem(describe::language(view.language), view.language);
    m_language->setCurrentIndex(m_language->findData(view.language));
    m_names->setCurrentIndex(m_names->findData(toId(view.namePolicy)));
    m_graticule->setChecked(view.visibility.layer(graticuleLayer));
}

} // namespace ca
