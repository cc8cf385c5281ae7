// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/Session.h"

#include "documents/ImportText.h"
#include "project/AuthorName.h"
#include "project/MatchedAtlas.h"
#include "project/Project.h"
#include "store/AtlasFile.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QTemporaryDir>
#include <QtConcurrent>

namespace ca {

namespace {

bool paletteIsDark()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Session::Session(SessionOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_styles(m_options.styleFolder),
      m_layers(LayerStore(m_options.remember ? LayerStore::defaultFolder() : QString()))
{
    if (m_options.remember)
        restoreLook();
    makeSource(m_options.baseMapFile.isEmpty() ? rememberedBaseMap() : m_options.baseMapFile);
    makeProject();
    followStyles();
    followLayers();
    connect(&m_selection, &Selection::subjectChanged, this, &Session::followSelection);
}

Session::~Session()
{
    m_sceneToken.cancel();
}

void Session::start()
{
    if (!m_options.projectFile.isEmpty())
        openProject();
    openLibrary();
    for (const StyleLibrary::Entry &entry : m_styles.entries()) {
        if (entry.id == m_look.style && !entry.problem.isEmpty())
            report(Severity::Warning, tr("The map style cannot be used: %1").arg(entry.problem));
    }
    for (const QString &file : m_options.layers)
        m_layers.add(file);
    QtConcurrent::run([file = m_options.atlasFile] { return AtlasFile::readAtlas(file); })
        .then(this, [this](const Result<std::shared_ptr<const Atlas>> &atlas) { takeAtlas(atlas); });
}

void Session::makeSource(const QString &baseMapFile)
{
    m_source = std::make_shared<SceneSource>(m_options.atlasFile, SceneCache(m_options.remember ? SceneCache::defaultFolder() : QString()),
                                             baseMapFile);
}

/// One that is gone is not missed.
QString Session::rememberedBaseMap() const
{
    const QString file = m_options.remember ? QSettings().value(QStringLiteral("map/baseMap")).toString() : QString();
    return QFileInfo(file).isFile() ? file : QString();
}

void Session::setBaseMap(const QString &file)
{
    if (m_options.remember)
        QSettings().setValue(QStringLiteral("map/baseMap"), file);
    makeSource(file);
    m_search.reset();
    if (m_atlas)
        buildScene();
    Q_EMIT baseMapChanged();
}

void Session::makeProject()
{
    if (m_options.recoveryFolder.isEmpty())
        m_scratch = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(m_scratch ? m_scratch->path() : m_options.recoveryFolder);
    m_project->setAuthor(m_options.remember ? authorName() : accountName());
    m_project->setNaming([this](const QString &id) { return nameOf(id); });
    connect(m_project.get(), &Project::changed, this, [this](const ProjectNews &news) {
        if (news.everything || !news.matches.isEmpty())
            drawMatches();
    });
}

void Session::openProject()
{
    const Result<Done> opened = m_project->open(m_options.projectFile);
    if (!opened)
        return report(Severity::Error, tr("The project was not opened: %1").arg(opened.error().text()));
    for (const QString &warning : opened.warnings())
        report(Severity::Warning, warning);
    const QString library = m_project->libraryOfFile();
    if (m_options.libraryGiven || library.isEmpty())
        return;
    if (QFileInfo::exists(library))
        m_options.libraryFile = library;
    else
        report(Severity::Warning, tr("The library of this project, %1, is not there; yours is used instead.").arg(library));
}

void Session::openLibrary()
{
    connect(&m_sources, &SourceLibrary::imported, this, [this](const ImportReport &done) {
        report(done.allProblems().isEmpty() ? Severity::Info : Severity::Warning, importText(done));
    });
    connect(&m_sources, &SourceLibrary::failed, this, [this](const QString &reason) { report(Severity::Warning, reason); });
    useLibrary(m_options.libraryFile);
}

void Session::useLibrary(const QString &file)
{
    const Result<Done> opened = m_sources.open(file);
    for (const QString &warning : opened.warnings())
        report(Severity::Info, warning);
    if (!opened)
        report(Severity::Error, tr("The library cannot be used: %1 Sources added now are kept only until the "
                                   "program ends.").arg(opened.error().text()));
    if (m_sources.library())
        m_project->setLibrary(m_sources.library()->path());
}

void Session::keepFiles(bool keep)
{
    m_sources.setOptions({keep});
    if (m_options.remember)
        QSettings().setValue(QStringLiteral("library/keepFiles"), keep);
}

void Session::takeAtlas(const Result<std::shared_ptr<const Atlas>> &atlas)
{
    if (!atlas) {
        report(Severity::Error, tr("The atlas cannot be read: %1").arg(atlas.error().text()));
        Q_EMIT atlasFailed();
        return;
    }
    m_bundled = *atlas;
    m_wanted = m_atlas = withMatches(m_bundled, m_project->matches());
    const auto corridors = m_atlas->corridors();
    if (m_corridor.isEmpty() && !corridors.empty())
        m_corridor = corridors.front()->id;
    Q_EMIT atlasLoaded();
    Q_EMIT corridorChanged(m_corridor);
    buildScene();   // before the library's work: the map is what one waits for
    m_sources.setAtlas(m_atlas);
    if (!m_options.sources.isEmpty())
        m_sources.add(m_options.sources);
}

void Session::buildScene()
{
    m_sceneToken.cancel();
    m_sceneToken = CancelToken();
    using Built = Result<std::shared_ptr<const Scene>>;
    // The projection is made on the worker as well: PROJ may have to search its database.
    QtConcurrent::run([source = m_source, atlas = m_wanted, definition = m_look.projection, token = m_sceneToken]() -> Built {
        const auto projection = Projection::create(definition);
        if (!projection)
            return projection.error();
        return source->scene(atlas, *projection, SceneSource::WithoutBaseMap::Warn, token);
    }).then(this, [this, atlas = m_wanted, token = m_sceneToken](const Built &scene) {
        if (token.cancelled())
            return;
        if (!scene)
            return giveUpProjection(scene.error());
        takeScene(atlas, scene);
    });
}

void Session::drawMatches()
{
    if (!m_bundled)
        return;
    const std::shared_ptr<const Atlas> drawn = withMatches(m_bundled, m_project->matches());
    if (drawn == m_wanted)
        return;
    m_wanted = drawn;
    buildScene();
}

void Session::giveUpProjection(const Error &error)
{
    report(Severity::Error, error.text());
    Look look = m_look;
    look.projection = m_scene ? m_scene->projection()->definition() : Projection::defaultDefinition();
    setLook(look);
}

void Session::takeScene(const std::shared_ptr<const Atlas> &atlas, const Result<std::shared_ptr<const Scene>> &scene)
{
    const std::shared_ptr<const Atlas> before = m_atlas;   // whoever points into it does so until it is told
    m_atlas = atlas;
    for (const QString &warning : scene.warnings())
        report(Severity::Warning, warning);
    m_scene = *scene;
    if (m_atlas != before)
        Q_EMIT atlasLoaded();
    m_layers.setProjection(m_scene->projection());
    Q_EMIT sceneChanged();
    if (!m_search)
        prepareSearch();
}

/// After the first scene: finding places takes the base map's names, which the map itself may do without.
void Session::prepareSearch()
{
    QtConcurrent::run([source = m_source, atlas = m_atlas]() -> std::shared_ptr<const AtlasSearch> {
        const auto baseMap = source->baseMap();
        auto search = std::make_shared<const AtlasSearch>(atlas, baseMap ? *baseMap : std::make_shared<const BaseMap>());
        (void)search->find(QStringLiteral("a"), 1);   // the first look-up waits for the names: here, not in the window
        return search;
    }).then(this, [this](const std::shared_ptr<const AtlasSearch> &search) { m_search = search; });
}

std::shared_ptr<const MapStyle> Session::style() const
{
    const auto chosen = m_styles.style(m_look.style);
    return chosen ? chosen : MapStyle::bundled(paletteIsDark() ? QStringLiteral("dark") : QStringLiteral("light"));
}

void Session::followStyles()
{
    connect(&m_styles, &StyleLibrary::styleChanged, this, [this](const QString &id) {
        if (id == m_look.style)
            Q_EMIT lookChanged();
    });
    connect(&m_styles, &StyleLibrary::failed, this, [this](const QString &, const QString &problem) {
        report(Severity::Warning, tr("The map style stays as it was: %1").arg(problem));
    });
    connect(&m_styles, &StyleLibrary::mended, this, [this](const QString &id) {
        report(Severity::Info, tr("The map style can be used again: %1").arg(m_styles.style(id)->name));
    });
}

void Session::followLayers()
{
    connect(&m_layers, &LayerList::failed, this, [this](const QString &path, const QString &reason) {
        report(Severity::Error, tr("%1 cannot be shown: %2").arg(QFileInfo(path).fileName(), reason));
    });
    connect(&m_layers, &LayerList::added, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            const LayerList::Entry *entry = m_layers.entry(id);
            const QStringList remarks = entry ? entry->data->remarks() : QStringList();
            if (!remarks.isEmpty())
                report(Severity::Warning, QStringLiteral("%1: %2").arg(entry->data->title, remarks.join(QStringLiteral("; "))));
        }
    });
}

void Session::setLook(const Look &look)
{
    if (look == m_look)
        return;
    const bool reproject = look.projection != m_look.projection;
    m_look = look;
    if (m_options.remember)
        saveLook();
    if (reproject && m_atlas)
        buildScene();
    Q_EMIT lookChanged();
}

void Session::setVisibility(const Visibility &visibility)
{
    if (visibility == m_visibility)
        return;
    m_visibility = visibility;
    Q_EMIT visibilityChanged();
}

void Session::setCorridor(const QString &corridor)
{
    if (corridor == m_corridor)
        return;
    m_corridor = corridor;
    Q_EMIT corridorChanged(corridor);
}

void Session::followSelection(const QString &subject)
{
    if (!m_atlas || subject.isEmpty())
        return;
    if (m_atlas->segment(subject)) {
        const QStringList corridors = m_atlas->corridorsOf(subject);
        if (!corridors.isEmpty() && !corridors.contains(m_corridor))
            setCorridor(corridors.front());
    } else if (!m_atlas->members(subject).empty()) {
        setCorridor(subject);
    }
}

QString Session::nameOf(const QString &id) const
{
    return m_atlas ? m_atlas->displayName(id, m_look.namePolicy, m_look.language) : id;
}

Highlight Session::highlight() const
{
    Highlight highlight;
    highlight.hovered = m_selection.hovered();
    if (!m_atlas)
        return highlight;
    const QString subject = m_selection.subject();
    if (!subject.isEmpty())
        highlight.selected.insert(subject);
    for (const CorridorMember *member : m_atlas->members(subject))
        highlight.selected.insert(member->segment);
    // Not what a passage reaches through a corridor: that would light up half the map for every remark.
    if (const Passage *passage = m_atlas->passage(m_selection.passage()))
        for (const SubjectRef &ref : passage->subjects)
            highlight.selected.insert(ref.id);
    for (const ProjectLink &link : m_project->linksOfPassage(m_selection.passage()))
        highlight.selected.insert(link.subject);
    return highlight;
}

RenderRequest Session::request(const MapView &view, double devicePixelRatio) const
{
    RenderRequest request;
    request.scene = m_scene;
    request.style = style();
    request.view = view;
    request.devicePixelRatio = devicePixelRatio;
    request.userLayers = m_layers.userLayers();
    request.visibility = m_visibility;
    request.highlight = highlight();
    request.namePolicy = m_look.namePolicy;
    request.language = m_look.language;
    return request;
}

void Session::restoreLook()
{
    const QSettings settings;
    const Look defaults;
    m_sources.setOptions({settings.value(QStringLiteral("library/keepFiles"), false).toBool()});
    m_look.language = settings.value(QStringLiteral("look/language"), defaults.language).toString();
    m_look.projection = settings.value(QStringLiteral("look/projection"), defaults.projection).toString();
    m_look.namePolicy = fromId<NamePolicy>(settings.value(QStringLiteral("look/names")).toString())
                            .value_or(defaults.namePolicy);
    m_look.style = settings.value(QStringLiteral("look/style"), defaults.style).toString();
}

void Session::saveLook() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("look/language"), m_look.language);
    settings.setValue(QStringLiteral("look/projection"), m_look.projection);
    settings.setValue(QStringLiteral("look/names"), toId(m_look.namePolicy));
    settings.setValue(QStringLiteral("look/style"), m_look.style);
}

} // namespace ca
