// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/MatchReview.h"

#include "canvas/MapCanvas.h"
#include "osm/MatchHtml.h"
#include "panels/HtmlWriter.h"
#include "project/Project.h"
#include "window/Session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ca {
namespace {

// No corridor has these; the dashes lie above, so that both are seen where the lines run together.
const QColor foundColor(0x11, 0x11, 0x11), bundledColor(0x00, 0xc8, 0xff);

enum Column { NameColumn, VerdictColumn, FoundColumn, BundledColumn, ApartColumn, GapsColumn, CountriesColumn, WaysColumn, DrawnColumn, ColumnCount };

QString oneDecimal(double metres)
{
    return QString::number(metres / 1000, 'f', 1);
}

QStringList countryNames(const MatchFindings &findings)
{
    QStringList names;
    for (const MatchFindings::Part &part : findings.countries)
        names << (part.what.isEmpty() ? QStringLiteral("?") : part.what);
    return names;
}

QString verdictOf(const MatchRow &row)
{
    return row.found ? matchVerdictTitle(row.found->verdict) : row.kept ? verdictTitle(row.kept->verdict) : QString();
}

void fillNumbers(QTreeWidgetItem &item, const MatchFindings &findings)
{
    const bool partial = findings.trackMetres() < findings.metres - 1;
    item.setText(FoundColumn, partial ? MatchReview::tr("%1 in part").arg(oneDecimal(findings.trackMetres())) : oneDecimal(findings.metres));
    item.setText(ApartColumn, QString::number(findings.deviation95, 'f', 0));
    item.setText(GapsColumn, QString::number(findings.gaps.size()));
    item.setText(CountriesColumn, countryNames(findings).join(u' '));
    item.setText(WaysColumn, QString::number(findings.ways.size()));
}

} // namespace

MatchReview::MatchReview(Session &session, MapCanvas &canvas, LinkHandler &links, QWidget *parent)
    : QWidget(parent), m_session(session), m_canvas(canvas), m_tree(new QTreeWidget(this)), m_details(new RichPanel(links, this)), m_legend(new QLabel(this)),
      m_accept(new QPushButton(tr("&Draw from OpenStreetMap"), this)), m_keep(new QPushButton(tr("&Keep bundled"), this)),
      m_acceptAll(new QPushButton(tr("Draw &all matched"), this)), m_forget(new QPushButton(tr("F&orget"), this))
{
    setObjectName(QStringLiteral("matchReview"));
    m_tree->setObjectName(QStringLiteral("matchTree"));
    m_tree->setAccessibleName(tr("Segments and their lines in OpenStreetMap"));
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderLabels({tr("Segment"), tr("Verdict"), tr("OSM km"), tr("Bundled km"), tr("Apart m"), tr("Gaps"), tr("Countries"), tr("Ways"), tr("Drawn")});
    m_tree->headerItem()->setToolTip(ApartColumn, tr("95 % of the line is no farther than this from the bundled one"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(NameColumn, QHeaderView::Interactive);
    m_tree->header()->moveSection(VerdictColumn, FoundColumn);  // in a narrow dock the length is seen, too
    m_details->setObjectName(QStringLiteral("matchDetails"));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->addWidget(m_tree);
    split->addWidget(m_details);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    m_legend->setText(tr("On the map: <span style='color:%1; background-color:#fff'><b>&nbsp;━━&nbsp;</b></span> OpenStreetMap, <span style='color:%2'><b>╍╍</b></span> bundled line")
                          .arg(foundColor.name(), bundledColor.name()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(split, 1);
    layout->addWidget(m_legend);
    buildButtons();
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &MatchReview::takeCurrent);
    connect(&session, &Session::atlasLoaded, this, &MatchReview::refill);
    connect(&session, &Session::lookChanged, this, &MatchReview::refill);
    connect(&session.project(), &Project::changed, this, [this](const ProjectNews &news) {
        if (news.everything || !news.matches.isEmpty())
            refill();
    });
    refill();
}

void MatchReview::buildButtons()
{
    auto *match = new QPushButton(tr("&Match …"), this);
    match->setObjectName(QStringLiteral("matchAgain"));
    m_accept->setObjectName(QStringLiteral("acceptMatch"));
    m_keep->setObjectName(QStringLiteral("keepBundled"));
    m_acceptAll->setObjectName(QStringLiteral("acceptAll"));
    m_forget->setObjectName(QStringLiteral("forgetMatch"));
    m_acceptAll->setToolTip(tr("Those with track all the way; what is bridged or not certain is for you to look at"));
    m_forget->setToolTip(tr("Take the line from OpenStreetMap out of the project"));
    auto *first = new QHBoxLayout, *second = new QHBoxLayout;
    first->addWidget(m_accept);
    first->addWidget(m_keep);
    second->addWidget(m_acceptAll);
    second->addWidget(m_forget);
    second->addWidget(match);
    static_cast<QVBoxLayout *>(layout())->addLayout(first);
    static_cast<QVBoxLayout *>(layout())->addLayout(second);
    connect(m_accept, &QPushButton::clicked, this, &MatchReview::acceptSelected);
    connect(m_keep, &QPushButton::clicked, this, &MatchReview::keepBundled);
    connect(m_acceptAll, &QPushButton::clicked, this, &MatchReview::acceptAllMatched);
    connect(m_forget, &QPushButton::clicked, this, &MatchReview::forgetSelected);
    connect(match, &QPushButton::clicked, this, &MatchReview::matchRequested);
}

const Segment *MatchReview::bundled(const QString &segment) const
{
    return m_session.bundledAtlas() ? m_session.bundledAtlas()->segment(segment) : nullptr;
}

const MatchRow *MatchReview::current() const
{
    QTreeWidgetItem *item = m_tree->currentItem();
    const int row = item ? m_tree->indexOfTopLevelItem(item) : -1;
    return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

void MatchReview::setFound(std::vector<RouteMatch> found)
{
    m_found = std::move(found);
    refill();
}

/// What the run found in its order, then what only the project has.
void MatchReview::refill()
{
    const QString before = current() ? current()->segment : QString();
    m_rows.clear();
    for (const RouteMatch &match : m_found) {
        if (bundled(match.segment))
            m_rows.push_back({match.segment, match, std::nullopt});
    }
    for (const ProjectMatch &kept : m_session.project().matches()) {
        const auto same = std::find_if(m_rows.begin(), m_rows.end(), [&](const MatchRow &row) { return row.segment == kept.id; });
        if (same != m_rows.end())
            same->kept = kept;
        else if (bundled(kept.id))
            m_rows.push_back({kept.id, std::nullopt, kept});
    }
    fillTree(before);
}

void MatchReview::fillTree(const QString &current)
{
    {
        const QSignalBlocker quiet(m_tree);
        m_tree->clear();
        for (const MatchRow &row : m_rows) {
            auto *item = new QTreeWidgetItem(m_tree);
            const Segment &segment = *bundled(row.segment);
            item->setText(NameColumn, m_session.nameOf(row.segment));
            item->setText(VerdictColumn, verdictOf(row));
            item->setText(BundledColumn, oneDecimal(segment.lengthMetres));
            item->setText(DrawnColumn, !row.drawn() ? tr("bundled") : isPartial(*row.kept) ? tr("OpenStreetMap in part") : tr("OpenStreetMap"));
            if (const std::optional<ProjectMatch> shown = shownMatch(row, segment))
                fillNumbers(*item, shown->findings);
            for (const int column : {FoundColumn, BundledColumn, ApartColumn, GapsColumn, WaysColumn})
                item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
            if (row.segment == current)
                m_tree->setCurrentItem(item);
        }
    }
    takeCurrent();
}

void MatchReview::takeCurrent()
{
    refreshButtons();
    showDetails();
    showLines();
    const MatchRow *row = current();
    if (!row || !isVisible() || m_session.selection().subject() == row->segment)
        return;
    m_session.selection().selectSubject(row->segment);
    m_canvas.fit({row->segment});
}

void MatchReview::refreshButtons()
{
    const MatchRow *row = current();
    const bool line = row && row->hasLine();
    // A new line may be drawn in the place of one that is drawn.
    m_accept->setEnabled(line && (!row->drawn() || (row->found && row->found->hasTrack())));
    m_accept->setToolTip(line && row->found && !row->found->hasRoute() && row->found->hasTrack()
                             ? tr("The track that the extract has; the bundled line for the rest")
                             : QString());
    m_keep->setEnabled(line && (row->drawn() || !row->kept));
    m_forget->setEnabled(row && row->kept);
    m_acceptAll->setEnabled(!acceptable().empty());
}

void MatchReview::showDetails()
{
    const MatchRow *row = current();
    m_details->showHtml(row ? rowHtml(*row, *bundled(row->segment))
                            : HtmlWriter().paragraph(m_rows.empty() ? tr("Match corridors to an extract of OpenStreetMap: what it has of them is listed here.")
                                                                    : tr("Choose a segment: the map shows its line in OpenStreetMap and the bundled one."), "empty").text());
}

void MatchReview::showLines()
{
    std::vector<MapOverlay::Line> lines;
    const MatchRow *row = isVisible() ? current() : nullptr;
    if (row) {
        const Segment &segment = *bundled(row->segment);
        if (const std::optional<ProjectMatch> shown = shownMatch(*row, segment)) {
            for (const GeoLine &track : trackLines(*shown))
                lines.push_back({track, foundColor, 3.5, false});
        }
        lines.push_back({segment.line(), bundledColor, 2, true});
    }
    m_canvas.overlay().show(std::move(lines));
}

void MatchReview::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showLines();
}

void MatchReview::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    showLines();
}

void MatchReview::tell(const Result<Done> &done)
{
    if (!done)
        m_session.report(Session::Severity::Error, done.error().text());
}

void MatchReview::decide(bool drawn)
{
    const MatchRow *row = current();
    if (!row || !row->hasLine())
        return;
    if (row->found && row->found->hasTrack())
        tell(m_session.project().keepMatches({projectMatch(*row->found, *bundled(row->segment), drawn)}));
    else
        tell(m_session.project().drawMatch(row->segment, drawn));
}

void MatchReview::acceptSelected()
{
    decide(true);
}

void MatchReview::keepBundled()
{
    decide(false);
}

void MatchReview::forgetSelected()
{
    if (const MatchRow *row = current(); row && row->kept)
        tell(m_session.project().removeMatch(row->segment));
}

std::vector<ProjectMatch> MatchReview::acceptable() const
{
    std::vector<ProjectMatch> matches;
    for (const MatchRow &row : m_rows) {
        if (row.found && row.found->verdict == MatchVerdict::Matched && row.found->hasRoute() && !row.kept)
            matches.push_back(projectMatch(*row.found, *bundled(row.segment), true));
    }
    return matches;
}

void MatchReview::acceptAllMatched()
{
    tell(m_session.project().keepMatches(acceptable()));
}

} // namespace ca
