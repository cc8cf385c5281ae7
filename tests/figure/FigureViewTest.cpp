// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureView.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace ca;

namespace {

FigureView fullView()
{
    FigureView view;
    view.name = QStringLiteral("Մեղրի – ზანგეზური \"1\"");
    view.crs = QStringLiteral("+proj=lcc +lat_1=39 +lat_2=43");
    view.centre = {39.1 + 1e-14, std::nextafter(46.3, 47)};
    view.metresPerPixel = 1234.0 / 7;
    view.size = {1919.9999999999998, 1080};
    view.visibility.hiddenLayers = {QStringLiteral("rivers"), QStringLiteral("lakes"), QStringLiteral("a layer of tomorrow")};
    view.visibility.hiddenCorridors = {QStringLiteral("btc")};
    view.visibility.hiddenSegments = {QStringLiteral("segment-that-is-gone"), QStringLiteral("kars-gyumri")};
    view.selection = QStringLiteral("tripp-meghri");
    view.asOf = QStringLiteral("2025-08");
    view.language = QStringLiteral("hy");
    view.namePolicy = NamePolicy::Both;
    view.layers = {{QStringLiteral("/tmp/a b.gpkg"), QStringLiteral("a b, lines"), {QStringLiteral("color=#102030"), QStringLiteral("width=2.5")}},
                   {QStringLiteral("/tmp/c.geojson")}};
    view.figure.preset = QStringLiteral("a4-portrait");
    view.figure.page = {210 * 96 / 25.4, 297 * 96 / 25.4};
    view.figure.scale = 0.1 + 0.2;
    view.figure.title = QStringLiteral("Title\nwith a break");
    view.figure.subtitle = QStringLiteral("Sub");
    view.figure.disclaimer = QString();
    view.figure.theme = QStringLiteral("grey");
    view.figure.transparent = true;
    view.figure.hidden = {FigureElement::Credits, FigureElement::StatusKey};
    view.figure.placed = {{FigureElement::Legend, {1.0 / 3, 0, 2.0 / 3, 1}}, {FigureElement::Map, {0, 0.1, 0.5, 0.7}}};
    view.figure.noteSubjects = {QStringLiteral("tripp-meghri"), QStringLiteral("unknown-subject")};
    view.figure.notePassages = {QStringLiteral("p-1"), QStringLiteral("urn:uuid:1")};
    return view;
}

/// Through the text that files hold.
Result<FigureView> reread(const FigureView &view)
{
    return FigureView::fromJson(QJsonDocument::fromJson(QJsonDocument(view.toJson()).toJson()).object());
}

QJsonObject with(const QString &member, const QJsonValue &value)
{
    QJsonObject json = fullView().toJson();
    json.insert(member, value);
    return json;
}

QJsonObject withFigure(const QString &member, const QJsonValue &value)
{
    QJsonObject json = fullView().toJson(), figure = json.value(QStringLiteral("figure")).toObject();
    figure.insert(member, value);
    json.insert(QStringLiteral("figure"), figure);
    return json;
}

} // namespace

class FigureViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comesBackToTheLastBit()
    {
        const Result<FigureView> back = reread(fullView());
        QVERIFY2(back.ok(), qPrintable(back ? QString() : back.error().text()));
        QCOMPARE(*back, fullView());
        QCOMPARE(back.warnings(), QStringList());
    }

    void sameViewIsTheSameText()
    {
        FigureView other = fullView();
        other.visibility.hiddenLayers = {};
        for (const char *id : {"lakes", "a layer of tomorrow", "rivers"})
            other.visibility.hiddenLayers.insert(QLatin1String(id));
        QCOMPARE(QJsonDocument(other.toJson()).toJson(), QJsonDocument(fullView().toJson()).toJson());
    }

    void defaultsAreLeftOut()
    {
        QCOMPARE(FigureSpec().toJson(), QJsonObject());
        const Result<FigureSpec> spec = FigureSpec::fromJson({});
        QVERIFY(spec.ok() && *spec == FigureSpec());
        FigureSpec all;
        all.hidden.clear();  // nothing hidden is not the default
        const Result<FigureSpec> back = FigureSpec::fromJson(all.toJson());
        QVERIFY(back.ok() && *back == all);
    }

    void layersMayBeFilesAlone()
    {
        const Result<FigureView> files = FigureView::fromJson(with(QStringLiteral("layers"), QJsonArray{QStringLiteral("/a.gpkg"), QJsonObject{{QStringLiteral("file"), QStringLiteral("/b.gpkg")}}}));
        QVERIFY(files.ok());
        QCOMPARE(files->layers, (std::vector<FigureLayer>{{QStringLiteral("/a.gpkg")}, {QStringLiteral("/b.gpkg")}}));
        QVERIFY(!FigureView::fromJson(with(QStringLiteral("layers"), QJsonArray{QJsonObject{{QStringLiteral("title"), QStringLiteral("of no file")}}})).ok());
    }

    void viewWithoutACentreStaysWithoutOne()
    {
        FigureView view = fullView();
        view.centre = {};
        const Result<FigureView> back = reread(view);
        QVERIFY(back.ok() && !back->centre.defined());
    }

    void tellsOfWhatItDoesNotKnow()
    {
        const Result<FigureView> more = FigureView::fromJson(with(QStringLiteral("rotation"), 12));
        QVERIFY(more.ok());
        QCOMPARE(more.warnings(), QStringList{QStringLiteral("rotation is unknown to this version and was left out")});
        const Result<FigureView> hidden = FigureView::fromJson(withFigure(QStringLiteral("hidden"), QJsonArray{QStringLiteral("hologram"), QStringLiteral("map"), QStringLiteral("legend")}));
        QVERIFY(hidden.ok());
        QCOMPARE(hidden->figure.hidden, std::set{FigureElement::Legend});
        QCOMPARE(hidden.warnings().size(), 2);
        const Result<FigureView> placed = FigureView::fromJson(withFigure(QStringLiteral("placed"), QJsonObject{{QStringLiteral("hologram"), QJsonArray{0, 0, 1, 1}}}));
        QVERIFY(placed.ok() && placed->figure.placed.empty());
        QCOMPARE(placed.warnings(), QStringList{QStringLiteral("figure.placed names an element that is unknown to this version: hologram")});
    }

    void refusesWhatIsOutOfBounds_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("named");
        const auto view = [](const char *member, const QJsonValue &value) {
            QTest::newRow(member) << with(QLatin1String(member), value) << QString::fromLatin1(member);
        };
        view("version", 2);
        view("metresPerPixel", 0);
        view("size", QJsonArray{100});
        view("size", QJsonArray{100, -1});
        view("centre", QJsonObject{{QStringLiteral("lat"), 91}});
        view("asOf", QStringLiteral("yesterday"));
        view("language", QStringLiteral("../en"));
        view("namePolicy", QStringLiteral("loud"));
        view("layers", QJsonArray{1});
        view("visibility", QStringLiteral("all"));
        view("figure", QJsonArray());
        const auto figure = [](const char *member, const QJsonValue &value) {
            QTest::newRow(member) << withFigure(QLatin1String(member), value) << QStringLiteral("figure.") + QLatin1String(member);
        };
        figure("page", QJsonArray{1e9, 100});
        figure("scale", -1);
        figure("title", QString(20000, u'x'));
        figure("transparent", 1);
        figure("disclaimer", 7);
        figure("hidden", QStringLiteral("legend"));
        figure("placed", QJsonObject{{QStringLiteral("legend"), QJsonArray{0.5, 0, 0.6, 1}}});
        figure("placed", QJsonObject{{QStringLiteral("legend"), QJsonArray{0, 0, 1}}});
        figure("noteSubjects", QJsonObject());
    }
    void refusesWhatIsOutOfBounds()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, named);
        const Result<FigureView> view = FigureView::fromJson(json);
        QVERIFY(!view);
        QVERIFY2(view.error().message.contains(named), qPrintable(view.error().message));
    }

    void refusesWhatIsNoView()
    {
        QVERIFY(!FigureView::fromJson({}));
        QVERIFY(!FigureView::fromJson({{QStringLiteral("version"), QStringLiteral("1")}}));
    }
};

QTEST_GUILESS_MAIN(FigureViewTest)
#include "FigureViewTest.moc"
