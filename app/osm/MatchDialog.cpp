// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchDialog.h"

#include "window/Session.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace ca {
namespace {

constexpr int ownFiles = -1, allSegments = 0, oneCorridor = 1, oneSegment = 2;
constexpr int kindRole = Qt::UserRole, idRole = Qt::UserRole + 1;

} // namespace

QStringList chooseExtracts(QWidget *parent)
{
    return QFileDialog::getOpenFileNames(parent, MatchDialog::tr("Extracts of OpenStreetMap"), QString(),
                                         MatchDialog::tr("OpenStreetMap (*.pbf *.osm *.osm.gz *.osm.bz2 *.json);;All files (*)"));
}

bool looksLikeExtract(const QString &path)
{
    const QString name = QFileInfo(path).fileName().toLower();
    for (const char *ending : {".osm.pbf", ".pbf", ".osm", ".osm.gz", ".osm.bz2"}) {
        if (name.endsWith(QLatin1String(ending)))
            return true;
    }
    QFile file(path);
    if (!name.endsWith(QLatin1String(".json")) || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(2048);
    return head.contains("\"osm3s\"") || head.contains("Overpass");
}

MatchDialog::MatchDialog(const Session &session, std::vector<OsmSet> sets, QWidget *parent)
    : QDialog(parent), m_session(session), m_sets(std::move(sets)), m_source(new QComboBox(this)), m_scope(new QComboBox(this)), m_detail(new QLabel(this))
{
    setWindowTitle(tr("Match corridors to OpenStreetMap"));
    setObjectName(QStringLiteral("matchDialog"));
    m_source->setObjectName(QStringLiteral("matchSource"));
    m_scope->setObjectName(QStringLiteral("matchScope"));
    m_detail->setWordWrap(true);
    for (std::size_t i = 0; i < m_sets.size(); ++i)
        m_source->addItem(m_sets[i].name, static_cast<int>(i));
    m_source->addItem(tr("Files …"), ownFiles);
    m_scope->addItem(tr("All segments"));
    m_scope->setItemData(0, allSegments, kindRole);
    const auto add = [this](const QString &id, int kind) {
        m_scope->addItem(m_session.nameOf(id));
        m_scope->setItemData(m_scope->count() - 1, kind, kindRole);
        m_scope->setItemData(m_scope->count() - 1, id, idRole);
    };
    if (const QString selected = session.selection().subject(); session.atlas()->segment(selected))
        add(selected, oneSegment);
    for (const Subject *corridor : session.atlas()->corridors()) {
        if (!session.atlas()->members(corridor->id).empty())
            add(corridor->id, oneCorridor);
    }
    auto *choose = new QPushButton(tr("&Choose files …"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("&Match"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("startMatch"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Extract:"), m_source);
    form->addRow(QString(), choose);
    form->addRow(QString(), m_detail);
    form->addRow(tr("&What:"), m_scope);
    form->addRow(buttons);
    connect(choose, &QPushButton::clicked, this, &MatchDialog::chooseFiles);
    connect(m_source, &QComboBox::currentIndexChanged, this, &MatchDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
    resize(460, sizeHint().height());
}

void MatchDialog::chooseFiles()
{
    if (const QStringList files = chooseExtracts(this); !files.isEmpty())
        setFiles(files);
}

void MatchDialog::setFiles(const QStringList &files)
{
    m_files = files;
    m_source->setCurrentIndex(m_source->findData(ownFiles));
    refresh();
}

QStringList MatchDialog::files() const
{
    const int set = m_source->currentData().toInt();
    return set == ownFiles ? m_files : m_sets[static_cast<std::size_t>(set)].files;
}

QStringList MatchDialog::segments() const
{
    const int kind = m_scope->currentData(kindRole).toInt();
    const QString id = m_scope->currentData(idRole).toString();
    QStringList ids;
    if (kind == oneSegment)
        return {id};
    if (kind == allSegments) {
        for (const Segment &segment : m_session.atlas()->data().segments)
            ids << segment.id;
        return ids;
    }
    for (const CorridorMember *member : m_session.atlas()->members(id)) {
        if (!ids.contains(member->segment) && m_session.atlas()->segment(member->segment))
            ids << member->segment;
    }
    return ids;
}

void MatchDialog::refresh()
{
    const int set = m_source->currentData().toInt();
    QStringList names;
    for (const QString &file : files())
        names << QFileInfo(file).fileName();
    QString text = set == ownFiles ? names.join(QStringLiteral(", ")) : m_sets[static_cast<std::size_t>(set)].detail();
    const QStringList missing = set == ownFiles ? QStringList() : m_sets[static_cast<std::size_t>(set)].missingFiles();
    if (!missing.isEmpty())
        text += QStringLiteral("\n") + tr("Not there any more: %1").arg(missing.join(QStringLiteral(", ")));
    m_detail->setText(text);
    m_ok->setEnabled(!files().isEmpty() && missing.isEmpty());
}

} // namespace ca
