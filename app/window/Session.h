// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SceneSource.h"
#include "Selection.h"
#include "atlas/Atlas.h"
#include "atlas/BaseMap.h"
#include "documents/SourceLibrary.h"
#include "layers/LayerList.h"
#include "library/AtlasSearch.h"
#include "map/RenderRequest.h"
#include "window/StyleLibrary.h"

#include <QObject>

#include <memory>

class QTemporaryDir;

namespace ca {

class Project;

/// How the user wants the map and its names to look.
struct Look {
    NamePolicy namePolicy = NamePolicy::Neutral;
    QString language = QStringLiteral("en");   ///< of labels and names: en, az, hy, ka, tr, ru
    QString style;                             ///< id in StyleLibrary; empty = light or dark, as the desktop's palette
    QString projection = Projection::defaultDefinition();
    bool operator==(const Look &) const = default;
};

struct SessionOptions {
    QString atlasFile;      ///< the compiled atlas
    QString baseMapFile;    ///< instead of the atlas' base map; empty = that, or the one used last where that is remembered
    QString libraryFile;    ///< SQLite file, or ":memory:"
    bool libraryGiven = false;  ///< the user named it: a project's own does not take its place
    QString projectFile;    ///< to open at the start; empty = an untitled project
    QString recoveryFolder; ///< of unsaved work; empty = one that ends with the session
    QStringList sources;    ///< files and folders to take into the library once the atlas is read
    QStringList layers;     ///< files of map data to show from the start
    QString styleFolder;    ///< of the user's own map styles; empty = none
    bool remember = true;   ///< keep look, window state and prepared scenes between runs
};

/// What all parts of the window share: the atlas, its scene in the chosen projection, the library, the
/// selection and what is shown how. Lives on the GUI thread; reading and projecting run on workers and
/// arrive by signal. Until atlasLoaded() the atlas is null, until sceneChanged() the scene is.
class Session : public QObject {
    Q_OBJECT
public:
    enum class Severity { Info, Warning, Error };
    Q_ENUM(Severity)

    explicit Session(SessionOptions options, QObject *parent = nullptr);
    ~Session() override;
    /// Opens project and library and starts reading the atlas; returns at once.
    void start();

    [[nodiscard]] const SessionOptions &options() const { return m_options; }
    [[nodiscard]] Selection &selection() { return m_selection; }
    [[nodiscard]] const Selection &selection() const { return m_selection; }
    /// As it is drawn: with the lines from OpenStreetMap that the project has accepted.
    [[nodiscard]] const std::shared_ptr<const Atlas> &atlas() const { return m_atlas; }
    /// As its file has it.
    [[nodiscard]] const std::shared_ptr<const Atlas> &bundledAtlas() const { return m_bundled; }
    [[nodiscard]] const std::shared_ptr<const Scene> &scene() const { return m_scene; }
    [[nodiscard]] const std::shared_ptr<const AtlasSearch> &search() const { return m_search; }
    [[nodiscard]] const std::shared_ptr<SceneSource> &sceneSource() const { return m_source; }
    /// Draws the map over the base map in @p file, or over the atlas' own where it is empty; remembered. The scene follows. A file
    /// that cannot be read is told, and the atlas' own is drawn.
    void setBaseMap(const QString &file);
    /// Empty = the atlas' own.
    [[nodiscard]] const QString &baseMapFile() const { return m_source->baseMapFile(); }
    /// The style chosen, or the bundled one of the palette where there is none such.
    [[nodiscard]] std::shared_ptr<const MapStyle> style() const;
    [[nodiscard]] StyleLibrary &styles() { return m_styles; }
    [[nodiscard]] LayerList &layers() { return m_layers; }
    [[nodiscard]] const LayerList &layers() const { return m_layers; }
    /// Another library from now on; told where it cannot be used.
    void useLibrary(const QString &file);
    /// Whether the library keeps the bytes of files, too, not only their paths; remembered.
    void keepFiles(bool keep);
    [[nodiscard]] SourceLibrary &sources() { return m_sources; }
    [[nodiscard]] const SourceLibrary &sources() const { return m_sources; }
    [[nodiscard]] Project &project() { return *m_project; }
    [[nodiscard]] const Project &project() const { return *m_project; }

    [[nodiscard]] const Look &look() const { return m_look; }
    void setLook(const Look &look);
    [[nodiscard]] const Visibility &visibility() const { return m_visibility; }
    void setVisibility(const Visibility &visibility);

    /// The corridor being looked at: steers Tab on the map and the strip. Follows the selection.
    [[nodiscard]] QString corridor() const { return m_corridor; }
    void setCorridor(const QString &corridor);

    /// Name of a segment or subject under the current policy and language; the id when there is no atlas.
    [[nodiscard]] QString nameOf(const QString &id) const;
    /// What stands out on the map: the selected subject, all of a corridor, what the passage speaks of.
    [[nodiscard]] Highlight highlight() const;
    /// Everything a rendering of @p view needs. Call only once there is a scene.
    [[nodiscard]] RenderRequest request(const MapView &view, double devicePixelRatio) const;

    void report(Severity severity, const QString &text) { Q_EMIT message(severity, text); }

Q_SIGNALS:
    void atlasLoaded();   ///< also when lines of it are drawn otherwise from now on
    void atlasFailed();
    void sceneChanged();
    void lookChanged();
    void visibilityChanged();
    void baseMapChanged();   ///< the scene follows
    void corridorChanged(const QString &corridor);
    void message(ca::Session::Severity severity, const QString &text);

private:
    void makeProject();
    void openProject();
    void openLibrary();
    void takeAtlas(const Result<std::shared_ptr<const Atlas>> &atlas);
    void buildScene();
    void takeScene(const std::shared_ptr<const Atlas> &atlas, const Result<std::shared_ptr<const Scene>> &scene);
    void drawMatches();
    void makeSource(const QString &baseMapFile);
    [[nodiscard]] QString rememberedBaseMap() const;
    void prepareSearch();
    void giveUpProjection(const Error &error);
    void followSelection(const QString &subject);
    void followStyles();
    void followLayers();
    void restoreLook();
    void saveLook() const;

    SessionOptions m_options;
    Selection m_selection;
    std::shared_ptr<const Atlas> m_bundled;      ///< as its file has it
    std::shared_ptr<const Atlas> m_wanted;       ///< as the project draws it: the next scene's
    std::shared_ptr<const Atlas> m_atlas;
    std::shared_ptr<SceneSource> m_source;       ///< shared with workers
    std::shared_ptr<const Scene> m_scene;
    std::shared_ptr<const AtlasSearch> m_search;
    SourceLibrary m_sources;
    std::unique_ptr<QTemporaryDir> m_scratch;    ///< the recovery folder where none is given
    std::unique_ptr<Project> m_project;
    StyleLibrary m_styles;
    LayerList m_layers;
    Look m_look;
    Visibility m_visibility;
    QString m_corridor;
    CancelToken m_sceneToken;
};

} // namespace ca
