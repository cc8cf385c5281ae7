// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/PageSection.h"

#include "figure/FigurePresets.h"
#include "figures/FigureDocument.h"
#include "window/StyleLibrary.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace ca {

namespace {

constexpr double pixelsPerMm = 96 / 25.4;
constexpr double leastSide = 120, mostSide = 16000;  ///< logical pixels: 32 mm to 4.2 m

/// Styles that are made for paper; the dark one and that of the benchmark are not.
bool isForPaper(const QString &bundled)
{
    return bundled == QLatin1String("light") || bundled == QLatin1String("grey") || bundled == QLatin1String("contrast");
}

} // namespace

PageSection::PageSection(FigureDocument &document, StyleLibrary &styles, QWidget *parent)
    : InspectorSection(tr("Page"), document, parent), m_styles(styles), m_preset(new QComboBox(this)), m_width(new QDoubleSpinBox(this)),
      m_height(new QDoubleSpinBox(this)), m_unit(new QComboBox(this)), m_theme(new QComboBox(this)),
      m_transparent(new QCheckBox(tr("T&ransparent paper"), this))
{
    addSizes();
    addLook();
    follow();
}

void PageSection::addSizes()
{
    prepare(*m_preset, "figurePreset", tr("Page preset"));
    for (const FigurePreset &preset : figurePresets())
        m_preset->addItem(preset.title, preset.id);
    m_preset->addItem(tr("Own size"), QString());
    connect(m_preset, &QComboBox::activated, this, [this] { takePreset(m_preset->currentData().toString()); });
    form().addRow(tr("&Page"), m_preset);

    m_unit->addItem(tr("mm"), pixelsPerMm);
    m_unit->addItem(tr("px"), 1.0);
    prepare(*m_unit, "figureUnit", tr("Unit of width and height"));
    prepare(*m_width, "figureWidth", tr("Width of the page"));
    prepare(*m_height, "figureHeight", tr("Height of the page"));
    auto *row = new QHBoxLayout;
    for (QDoubleSpinBox *box : {m_width, m_height}) {
        box->setKeyboardTracking(false);  // half a number is no size
        connect(box, &QDoubleSpinBox::valueChanged, this, &PageSection::changeSize);
        row->addWidget(box, 1);
        if (box == m_width)
            row->addWidget(new QLabel(QStringLiteral("×"), this));
    }
    row->addWidget(m_unit);
    connect(m_unit, &QComboBox::activated, this, [this] { showSize(document().view().figure.page); });
    auto *label = new QLabel(tr("&Size"), this);
    label->setBuddy(m_width);
    form().addRow(label, row);
}

void PageSection::addLook()
{
    prepare(*m_theme, "figureTheme", tr("Theme"));
    fillThemes();
    connect(&m_styles, &StyleLibrary::entriesChanged, this, [this] {
        fillThemes();
        showTheme(document().view().figure.theme);
    });
    connect(m_theme, &QComboBox::activated, this, [this] {
        const QString theme = m_theme->currentData().toString();
        edit(tr("theme “%1”").arg(m_theme->currentText()), [&](FigureView &view) { view.figure.theme = theme; });
    });
    form().addRow(tr("T&heme"), m_theme);
    prepare(*m_transparent, "figureTransparent", m_transparent->text().remove(u'&'));
    m_transparent->setToolTip(tr("No paper behind map and texts, in PNG and SVG"));
    connect(m_transparent, &QCheckBox::toggled, this, [this](bool on) {
        edit(on ? tr("transparent paper") : tr("white paper"), [on](FigureView &view) { view.figure.transparent = on; });
    });
    form().addRow(QString(), m_transparent);
}

void PageSection::fillThemes()
{
    const QSignalBlocker quiet(m_theme);
    m_theme->clear();
    for (const StyleLibrary::Entry &entry : m_styles.entries()) {
        if (entry.bundled ? isForPaper(entry.id) : entry.problem.isEmpty())
            m_theme->addItem(QString(entry.title).remove(u'&'), entry.bundled ? entry.id : entry.id.section(u'/', 1));
    }
}

void PageSection::showTheme(const QString &theme)
{
    const QString id = theme.isEmpty() ? QStringLiteral("light") : theme;
    if (m_theme->findData(id) < 0)  // of a file from elsewhere
        m_theme->addItem(id, id);
    m_theme->setCurrentIndex(m_theme->findData(id));
}

double PageSection::pixelsPerUnit() const
{
    return m_unit->currentData().toDouble();
}

void PageSection::showSize(QSizeF page)
{
    const double unit = pixelsPerUnit();
    for (auto [box, value] : {std::pair(m_width, page.width()), std::pair(m_height, page.height())}) {
        const QSignalBlocker quiet(box);
        box->setDecimals(unit > 1 ? 1 : 0);
        box->setRange(std::min(leastSide, value) / unit, std::max(mostSide, value) / unit);
        box->setValue(value / unit);
    }
}

void PageSection::changeSize()
{
    const double unit = pixelsPerUnit();
    const auto side = [unit](const QDoubleSpinBox &box, double before) {
        // What the box only shows rounded stays as exact as it was.
        const bool untouched = std::abs(box.value() - before / unit) <= 0.5 * std::pow(10.0, -box.decimals()) + 1e-9;
        return untouched ? before : box.value() * unit;
    };
    const QSizeF before = document().view().figure.page;
    const QSizeF page(side(*m_width, before.width()), side(*m_height, before.height()));
    edit(tr("size of the page"), [&](FigureView &view) {
        view.figure.page = page;
        const FigurePreset *preset = figurePreset(view.figure.preset);
        if (!preset || preset->page != page)
            view.figure.preset.clear();
    }, typing(*m_width));
}

void PageSection::takePreset(const QString &id)
{
    const FigurePreset *preset = figurePreset(id);
    edit(tr("page “%1”").arg(m_preset->currentText()), [&](FigureView &view) {
        view.figure.preset = id;
        if (preset)
            view.figure.page = preset->page;
    });
    if (!preset)
        m_width->setFocus(Qt::OtherFocusReason);
}

void PageSection::display(const FigureView &view)
{
    m_preset->setCurrentIndex(std::max(0, m_preset->findData(figurePreset(view.figure.preset) ? view.figure.preset : QString())));
    showSize(view.figure.page);
    showTheme(view.figure.theme);
    m_transparent->setChecked(view.figure.transparent);
}

} // namespace ca
