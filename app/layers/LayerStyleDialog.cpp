// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/LayerStyleDialog.h"

#include "layers/LayerLooks.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSlider>

namespace ca {
namespace {

constexpr double widestLine = 20;  // logical pixels, of lines and points

} // namespace

LayerStyleDialog::LayerStyleDialog(LayerList &layers, const QString &id, QWidget *parent) : QDialog(parent), m_layers(layers), m_id(id)
{
    const LayerList::Entry &entry = *layers.entry(id);
    m_before = m_style = entry.style;
    setWindowTitle(tr("Look of %1").arg(entry.data->title));
    setObjectName(QStringLiteral("layerStyle"));
    auto *form = new QFormLayout(this);
    if (entry.data->table) {
        addColor(*form);
        addSizes(*form, entry);
    }
    addOpacity(*form);
    if (entry.data->table)
        addLabels(*form, entry.data->columns());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    connect(&layers, &LayerList::listChanged, this, [this] {
        if (!m_layers.entry(m_id))
            QDialog::accept();
    });
}

void LayerStyleDialog::addColor(QFormLayout &form)
{
    m_color = new QPushButton;
    m_color->setObjectName(QStringLiteral("color"));
    connect(m_color, &QPushButton::clicked, this, &LayerStyleDialog::chooseColor);
    form.addRow(tr("&Colour"), m_color);
    showColor();
}

void LayerStyleDialog::addSizes(QFormLayout &form, const LayerList::Entry &entry)
{
    if (entry.data->table->kind == GeometryKind::Point) {
        addSize(form, tr("Si&ze"), m_style.pointSize, [this](double size) { m_style.pointSize = size; });
        return;
    }
    const bool areas = entry.data->table->kind == GeometryKind::Polygon;
    addSize(form, areas ? tr("Width of the &edge") : tr("&Width"), m_style.line.width, [this](double width) { m_style.line.width = width; });
    if (areas) {
        auto *fill = new QCheckBox(tr("&Fill"));
        fill->setObjectName(QStringLiteral("fill"));
        fill->setChecked(m_style.fill.isValid());
        connect(fill, &QCheckBox::toggled, this, [this](bool on) {
            m_style.fill = on ? QColor(Qt::black) : QColor();
            setColor(m_style, colorOf(m_style));
            apply();
        });
        form.addRow(QString(), fill);
    }
}

QDoubleSpinBox *LayerStyleDialog::addSize(QFormLayout &form, const QString &title, double value, const std::function<void(double)> &set)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QStringLiteral("size"));
    box->setRange(0, widestLine);
    box->setSingleStep(0.2);
    box->setDecimals(1);
    box->setSuffix(tr(" px"));
    box->setValue(value);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, set](double changed) {
        set(changed);
        apply();
    });
    form.addRow(title, box);
    return box;
}

void LayerStyleDialog::addOpacity(QFormLayout &form)
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("opacity"));
    slider->setRange(5, 100);
    slider->setValue(qRound(m_style.opacity * 100));
    connect(slider, &QSlider::valueChanged, this, [this](int percent) {
        m_style.opacity = percent / 100.0;
        apply();
    });
    form.addRow(tr("&Opacity"), slider);
}

void LayerStyleDialog::addLabels(QFormLayout &form, const QStringList &columns)
{
    auto *box = new QComboBox;
    box->setObjectName(QStringLiteral("labels"));
    box->addItem(tr("None"), QString());
    for (const QString &column : columns)
        box->addItem(column, column);
    box->setCurrentIndex(std::max(0, box->findData(m_style.labelColumn)));
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
        m_style.labelColumn = box->currentData().toString();
        apply();
    });
    form.addRow(tr("&Labels"), box);
}

void LayerStyleDialog::chooseColor()
{
    auto *dialog = new QColorDialog(colorOf(m_style), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &color) {
        setColor(m_style, color);
        showColor();
        apply();
    });
    dialog->open();
}

void LayerStyleDialog::showColor()
{
    const QColor color = colorOf(m_style);
    QPixmap sample(32, 16);
    sample.fill(color);
    m_color->setIcon(sample);
    m_color->setText(color.name());
}

void LayerStyleDialog::apply()
{
    m_layers.setStyle(m_id, m_style);
}

void LayerStyleDialog::reject()
{
    m_layers.setStyle(m_id, m_before);
    QDialog::reject();
}

} // namespace ca
