// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/ExportDialog.h"

#include "canvas/MapCanvas.h"
#include "figure/FigureWriter.h"
#include "window/Session.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <cmath>

namespace ca {

namespace {

struct Preset {
    const char *title;
    int width;    ///< logical pixels, 1/96 inch
    int height;
};

constexpr Preset presets[] = {
    {QT_TRANSLATE_NOOP("ca::ExportDialog", "Slide 16:9"), 1280, 720},
    {QT_TRANSLATE_NOOP("ca::ExportDialog", "Slide 4:3"), 1024, 768},
    {QT_TRANSLATE_NOOP("ca::ExportDialog", "A4 landscape"), 1123, 794},
    {QT_TRANSLATE_NOOP("ca::ExportDialog", "A4 portrait"), 794, 1123},
    {QT_TRANSLATE_NOOP("ca::ExportDialog", "A3 landscape"), 1587, 1123},
    {QT_TRANSLATE_NOOP("ca::ExportDialog", "Square"), 900, 900},
};

QSpinBox *sizeBox(QWidget *parent, int from, int to, const QString &suffix)
{
    auto *box = new QSpinBox(parent);
    box->setRange(from, to);
    box->setSuffix(suffix);
    return box;
}

} // namespace

ExportDialog::ExportDialog(Session &session, const MapCanvas &canvas, QWidget *parent)
    : QDialog(parent), m_session(session), m_canvas(canvas), m_title(new QLineEdit(this)),
      m_preset(new QComboBox(this)), m_width(sizeBox(this, 200, 8000, tr(" px"))),
      m_height(sizeBox(this, 200, 8000, tr(" px"))), m_dpi(sizeBox(this, 72, 600, tr(" dpi"))),
      m_format(new QComboBox(this)), m_legend(new QCheckBox(tr("Legend of what is drawn"), this)),
      m_scaleBar(new QCheckBox(tr("Scale bar"), this)), m_northArrow(new QCheckBox(tr("North arrow"), this)),
      m_notes(new QCheckBox(this)), m_resolution(new QLabel(this)), m_problem(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_buttons(new QDialogButtonBox(this))
{
    setWindowTitle(tr("Export the map"));
    buildForm();
    addSizes();
    showResolution();
}

void ExportDialog::buildForm()
{
    const QString subject = m_session.selection().subject();
    m_title->setText(subject.isEmpty() ? m_session.atlas()->data().title : m_session.nameOf(subject));
    m_title->setMinimumWidth(320);
    m_format->addItem(tr("PNG picture"), QStringLiteral("png"));
    m_format->addItem(tr("SVG drawing"), QStringLiteral("svg"));
    m_format->addItem(tr("PDF page"), QStringLiteral("pdf"));
    m_dpi->setValue(192);
    for (QCheckBox *box : {m_legend, m_scaleBar, m_northArrow})
        box->setChecked(true);
    m_notes->setText(subject.isEmpty() ? tr("Numbered sources (select a segment first)")
                                       : tr("Numbered sources of “%1”").arg(m_session.nameOf(subject)));
    m_notes->setEnabled(!subject.isEmpty());
    m_notes->setChecked(!subject.isEmpty());
    m_resolution->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->hide();
    m_progress->setRange(0, 0);
    m_progress->hide();

    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    addParts(*form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 14);
    layout->setSpacing(14);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_progress);
    layout->addWidget(m_buttons);
    QPushButton *save = m_buttons->addButton(tr("Export …"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    m_buttons->addButton(QDialogButtonBox::Cancel);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::askAndWrite);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::addParts(QFormLayout &form)
{
    auto *size = new QHBoxLayout;
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×"), this));
    size->addWidget(m_height);
    size->addStretch();
    form.addRow(tr("Title"), m_title);
    form.addRow(tr("Format"), m_format);
    form.addRow(tr("Page"), m_preset);
    form.addRow(tr("Size"), size);
    form.addRow(tr("Resolution"), m_dpi);
    form.addRow(QString(), m_resolution);
    form.addRow(tr("Show"), m_legend);
    form.addRow(QString(), m_scaleBar);
    form.addRow(QString(), m_northArrow);
    form.addRow(QString(), m_notes);
}

void ExportDialog::addSizes()
{
    for (const Preset &preset : presets)
        m_preset->addItem(tr("%1 (%2 × %3)").arg(tr(preset.title)).arg(preset.width).arg(preset.height));
    m_preset->addItem(tr("As on the screen"));
    m_preset->addItem(tr("Own size"));
    takePreset(0);
    connect(m_preset, &QComboBox::activated, this, &ExportDialog::takePreset);
    const auto ownSize = [this] { m_preset->setCurrentIndex(m_preset->count() - 1); };
    for (QSpinBox *box : {m_width, m_height}) {
        // A preset also changes the boxes; only the user's own change makes it an own size.
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::showResolution);
        connect(box, &QSpinBox::editingFinished, this, [this, ownSize] {
            const int row = m_preset->currentIndex();
            const bool same = row < static_cast<int>(std::size(presets)) && presets[row].width == m_width->value()
                && presets[row].height == m_height->value();
            if (!same && row < static_cast<int>(std::size(presets)))
                ownSize();
        });
    }
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::showResolution);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showResolution);
}

void ExportDialog::takePreset(int row)
{
    const int known = static_cast<int>(std::size(presets));
    if (row < known) {
        m_width->setValue(presets[row].width);
        m_height->setValue(presets[row].height);
    } else if (row == known) {
        m_width->setValue(m_canvas.width());
        m_height->setValue(m_canvas.height());
    }
}

void ExportDialog::showResolution()
{
    const bool pixels = m_format->currentData().toString() == QLatin1String("png");
    m_dpi->setEnabled(pixels);
    const double factor = dpi() / 96;
    m_resolution->setText(pixels ? tr("%1 × %2 pixels in the file")
                                       .arg(std::lround(m_width->value() * factor))
                                       .arg(std::lround(m_height->value() * factor))
                                 : tr("sharp at every size"));
}

double ExportDialog::dpi() const
{
    return m_dpi->value();
}

Figure ExportDialog::figure() const
{
    Figure figure;
    figure.map = m_canvas.request();
    // A dark desktop must not leak into a file that is made for paper and slides.
    figure.map.style = MapStyle::bundled(QStringLiteral("light"));
    figure.map.highlight.hovered.clear();
    figure.page = QSizeF(m_width->value(), m_height->value());
    figure.title = m_title->text().trimmed();
    figure.setShown(FigureElement::Legend, m_legend->isChecked());
    figure.setShown(FigureElement::ScaleBar, m_scaleBar->isChecked());
    figure.setShown(FigureElement::NorthArrow, m_northArrow->isChecked());
    if (m_notes->isChecked() && m_notes->isEnabled())
        figure.noteSubjects << m_session.selection().subject();
    const MapView &view = m_canvas.view();
    figure.extent = view.projection->bounds(view.box());
    return figure;
}

void ExportDialog::askAndWrite()
{
    const QString suffix = m_format->currentData().toString();
    QSettings settings;
    const QString folder = settings.value(QStringLiteral("export/folder"),
                                          QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)).toString();
    const QString proposed = QDir(folder).filePath(QStringLiteral("corridor-map.") + suffix);
    QString path = QFileDialog::getSaveFileName(this, tr("Export the map"), proposed,
                                                m_format->currentText() + QStringLiteral(" (*.%1)").arg(suffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QLatin1Char('.') + suffix;
    if (m_session.options().remember)
        settings.setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    write(path);
}

void ExportDialog::write(const QString &path)
{
    if (m_busy)
        return;
    setBusy(true);
    WriteOptions options;
    options.dpi = dpi();
    QtConcurrent::run([figure = figure(), path, options] {
        return FigureWriter::write(figure, path, options);
    }).then(this, [this, path](const Result<Done> &done) {
        setBusy(false);
        if (done) {
            Q_EMIT written(path);
            accept();
            return;
        }
        m_problem->setText(tr("Nothing was written. %1").arg(done.error().text()));
        m_problem->show();
        Q_EMIT failed(done.error().text());
    });
}

void ExportDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    m_problem->hide();
    m_buttons->setEnabled(!busy);
}

void ExportDialog::reject()
{
    // The worker's answer needs somebody to hear it.
    if (!m_busy)
        QDialog::reject();
}

} // namespace ca
