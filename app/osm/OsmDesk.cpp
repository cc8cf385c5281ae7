// SPDX-License-Identifier: GPL-3.0-or-later
#include "osm/OsmDesk.h"

#include "canvas/MapCanvas.h"
#include "osm/BaseMapSwitch.h"
#include "osm/LayerMapping.h"
#include "osm/MatchDialog.h"
#include "osm/OsmTask.h"
#include "osm/RouteMatcher.h"
#include "osm/TaskBar.h"
#include "window/Session.h"

#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QTemporaryDir>

#include <algorithm>

namespace ca {
namespace {

constexpr double readingShare = 0.7;   // of the time that matching takes

QString folderOfSets(std::unique_ptr<QTemporaryDir> &scratch, bool remember)
{
    if (remember)
        return OsmSets::defaultFolder();
    scratch = std::make_unique<QTemporaryDir>();
    return scratch->path() + QStringLiteral("/openstreetmap");
}

/// On the worker.
Result<std::vector<RouteMatch>> findRoutes(const QStringList &files, const QStringList &segments, const Atlas &atlas, SceneSource &source,
                                           const CancelToken &cancel, const OsmTask::Report &report)
{
    ExtractOptions reading;
    reading.wanted = &wantedForMatching;
    reading.cancel = cancel;
    reading.progress = [&](double share) { report(share * readingShare, {}); };
    const Result<OsmExtract> extract = readExtracts(files, reading);
    if (!extract)
        return extract.error();
    RouteOptions options;
    options.cancel = cancel;
    options.progress = [&](double share, const QString &what) { report(readingShare + share * (1 - readingShare), what); };
    if (const auto baseMap = source.baseMap())
        options.baseMap = *baseMap;
    Result<std::vector<RouteMatch>> matches = matchSegments(*extract, atlas, segments, options);
    return std::move(matches.warn(extract->remarks));
}

} // namespace

OsmDesk::OsmDesk(Session &session, MapCanvas &canvas, LinkHandler &links, QWidget &window)
    : QObject(&window), m_session(session), m_window(window), m_sets(folderOfSets(m_scratch, session.options().remember)),
      m_review(new MatchReview(session, canvas, links, &window)), m_bar(new TaskBar(&window)),
      m_baseMap(new BaseMapSwitch(session, [this](OsmTask *task) { start(task); }, [this] { m_task = nullptr; }, this))
{
    connect(m_review, &MatchReview::matchRequested, this, &OsmDesk::chooseAndMatch);
    connect(m_bar, &TaskBar::stopRequested, this, [this] {
        if (m_task)
            m_task->cancel();
    });
}

OsmDesk::~OsmDesk()
{
    delete m_task;
}

bool OsmDesk::busy() const
{
    return m_task != nullptr;
}

void OsmDesk::fillMenu(QMenu &menu)
{
    QAction *import = menu.addAction(tr("&Import OpenStreetMap extract …"), this, &OsmDesk::chooseAndImport);
    import->setObjectName(QStringLiteral("importExtract"));
    QMenu *sets = menu.addMenu(tr("&OpenStreetMap layers"));
    connect(sets, &QMenu::aboutToShow, this, [this, sets] { fillSets(*sets); });
    menu.addSeparator();
    QAction *match = menu.addAction(tr("&Match corridors to OpenStreetMap …"), this, &OsmDesk::chooseAndMatch);
    match->setObjectName(QStringLiteral("matchCorridors"));
    connect(&menu, &QMenu::aboutToShow, this, [this, import, match] {
        import->setEnabled(!busy());
        match->setEnabled(!busy() && m_session.atlas());
    });
}

void OsmDesk::fillSets(QMenu &menu)
{
    menu.clear();
    const std::vector<OsmSet> sets = m_sets.all();
    QAction *none = menu.addAction(tr("&None"), this, [this] { show(nullptr); });
    none->setCheckable(true);
    none->setChecked(std::none_of(sets.begin(), sets.end(), [this](const OsmSet &set) { return shown(set); }));
    for (const OsmSet &set : sets) {
        QAction *action = menu.addAction(set.name, this, [this, set] { show(&set); });
        action->setCheckable(true);
        action->setChecked(shown(set));
        action->setToolTip(set.detail());
    }
    menu.setToolTipsVisible(true);
    if (sets.empty())
        return;
    menu.addSeparator();
    fillBaseMaps(*menu.addMenu(tr("&Use as base map")), sets);
    QMenu *removal = menu.addMenu(tr("&Remove"));
    for (const OsmSet &set : sets)
        removal->addAction(set.name, this, [this, set] {
            const QString question = tr("Remove the layers “%1”? The extracts they were made of stay.").arg(set.name);
            if (QMessageBox::question(&m_window, tr("OpenStreetMap layers"), question) == QMessageBox::Yes)
                remove(set);
        });
}

void OsmDesk::fillBaseMaps(QMenu &menu, const std::vector<OsmSet> &sets)
{
    menu.menuAction()->setObjectName(QStringLiteral("useAsBaseMap"));
    menu.setToolTipsVisible(true);
    const auto add = [&](const QString &name, const QString &tip, bool used, std::function<void()> use) {
        QAction *action = menu.addAction(name, this, std::move(use));
        action->setCheckable(true);
        action->setChecked(used);
        action->setToolTip(tip);
        return action;
    };
    add(tr("&Bundled"), tr("The base map of the atlas"), m_session.baseMapFile().isEmpty(), [this] { useAsBaseMap(nullptr); });
    for (const OsmSet &set : sets) {
        const QString tip = tr("Coast, borders, water and places of the extract where it has them whole, the bundled ones beyond");
        add(set.name, tip, m_baseMap->uses(set), [this, set] { useAsBaseMap(&set); })->setEnabled(!busy());
    }
}

void OsmDesk::start(OsmTask *task)
{
    m_task = task;
    m_bar->show(*task);
    task->start();
}

void OsmDesk::chooseAndImport()
{
    if (const QStringList files = chooseExtracts(&m_window); !files.isEmpty())
        import(files);
}

void OsmDesk::offerImport(const QStringList &files)
{
    QStringList names;
    for (const QString &file : files)
        names << QFileInfo(file).fileName();
    auto *question = new QMessageBox(QMessageBox::Question, tr("OpenStreetMap data"),
                                     tr("Import what was downloaded as map layers now?\n%1").arg(names.join(u'\n')), QMessageBox::Yes | QMessageBox::No, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::finished, this, [this, files](int answer) {
        if (answer == QMessageBox::Yes)
            import(files);
    });
    question->open();
}

void OsmDesk::import(const QStringList &files)
{
    if (busy())
        return m_session.report(Session::Severity::Info, tr("Other work with OpenStreetMap is still going on; try again when it is done."));
    const Result<OsmSet> begun = m_sets.begin(files);
    if (!begun)
        return m_session.report(Session::Severity::Error, begun.error().text());
    start(new OsmTask(tr("Importing %1").arg(begun->name), [this, set = *begun](const CancelToken &cancel, const OsmTask::Report &report) {
        ExtractImportOptions options;
        options.cancel = cancel;
        options.progress = [&report](double share) { report(share, {}); };
        const auto made = std::make_shared<Result<ExtractImportReport>>(importExtracts(set.files, LayerMapping::bundled(), set.layersFile(), options));
        return std::function<void()>([this, set, made] { concludeImport(set, *made); });
    }, this));
}

void OsmDesk::concludeImport(const OsmSet &begun, const Result<ExtractImportReport> &report)
{
    const bool cancelled = m_task && m_task->cancelled();
    m_task = nullptr;
    const Result<OsmSet> set = report && !cancelled ? m_sets.keep(begun, *report) : Result<OsmSet>(report.error());
    if (!set) {
        (void)m_sets.remove(begun);
        if (cancelled)
            m_session.report(Session::Severity::Info, tr("The import of %1 was stopped; nothing has changed.").arg(begun.name));
        else
            m_session.report(Session::Severity::Error, tr("Nothing was imported: %1").arg(set.error().text()));
        Q_EMIT importFailed();
        return;
    }
    QStringList layers;
    for (const ImportedLayer &layer : report->layers)
        layers << tr("%1 %2").arg(layer.features).arg(layer.title.toLower());
    const QString text = tr("Imported %1, %2: %3.").arg(set->name, set->detail(), layers.join(QStringLiteral(", ")));
    m_session.report(set->remarks.isEmpty() ? Session::Severity::Info : Session::Severity::Warning,
                     (QStringList{text} + set->remarks).join(u'\n'));
    show(&*set);
    Q_EMIT imported(*set);
}

bool OsmDesk::shown(const OsmSet &set) const
{
    const auto &entries = m_session.layers().entries();
    return m_session.layers().reading().contains(set.layersFile())
        || std::any_of(entries.begin(), entries.end(), [&](const LayerList::Entry &entry) { return entry.data->path == set.layersFile(); });
}

void OsmDesk::show(const OsmSet *set)
{
    QStringList others;
    for (const LayerList::Entry &entry : m_session.layers().entries()) {
        if (OsmSets::ofLayersFile(entry.data->path) && !(set && entry.data->path == set->layersFile()))
            others << entry.id;
    }
    for (const QString &id : others)
        m_session.layers().remove(id);
    if (set && !shown(*set))
        m_session.layers().add(set->layersFile());
}

void OsmDesk::useAsBaseMap(const OsmSet *set)
{
    if (!set)
        return m_baseMap->useBundled();
    if (busy())
        return m_session.report(Session::Severity::Info, tr("Other work with OpenStreetMap is still going on; try again when it is done."));
    m_baseMap->use(*set);
}

void OsmDesk::remove(const OsmSet &set)
{
    if (shown(set))
        show(nullptr);
    if (m_baseMap->uses(set))
        m_baseMap->useBundled();
    const Result<Done> removed = m_sets.remove(set);
    if (!removed)
        m_session.report(Session::Severity::Error, removed.error().text());
}

void OsmDesk::chooseAndMatch()
{
    if (!m_session.atlas() || busy())
        return;
    auto *dialog = new MatchDialog(m_session, m_sets.all(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { match(dialog->files(), dialog->segments()); });
    dialog->open();
}

void OsmDesk::match(const QStringList &files, const QStringList &segments)
{
    if (busy() || !m_session.bundledAtlas())
        return m_session.report(Session::Severity::Info, tr("Other work with OpenStreetMap is still going on; try again when it is done."));
    // The bundled lines are what matches are compared with, whatever is drawn.
    start(new OsmTask(tr("Matching"), [this, files, segments, atlas = m_session.bundledAtlas(), source = m_session.sceneSource()](
                                          const CancelToken &cancel, const OsmTask::Report &report) {
        const auto found = std::make_shared<Result<std::vector<RouteMatch>>>(findRoutes(files, segments, *atlas, *source, cancel, report));
        return std::function<void()>([this, found] { concludeMatch(std::move(*found)); });
    }, this));
}

void OsmDesk::concludeMatch(Result<std::vector<RouteMatch>> matches)
{
    const bool cancelled = m_task && m_task->cancelled();
    m_task = nullptr;
    if (cancelled || !matches) {
        m_session.report(cancelled ? Session::Severity::Info : Session::Severity::Error,
                         cancelled ? tr("Matching was stopped; nothing has changed.") : tr("Nothing was matched: %1").arg(matches.error().text()));
        Q_EMIT matchFailed();
        return;
    }
    if (!matches.warnings().isEmpty())
        m_session.report(Session::Severity::Warning, matches.warnings().join(u'\n'));
    m_review->setFound(std::move(*matches));
    Q_EMIT matched();
}

} // namespace ca
