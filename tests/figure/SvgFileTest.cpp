// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgFile.h"

#include "figure/FigureEvidence.h"
#include "figure/Pictures.h"
#include "figure/PngFile.h"
#include "figure/SampleFigure.h"

#include <QFile>
#include <QHash>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace ca;

class SvgFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isWellFormedAndNamed();
    void carriesDublinCore();
    void carriesItsEvidence();
    void layersAreNamedGroups();
    void mapIsClippedToItsFrame();
    void sameFigureSameBytes();
    void everyLabelIsFoundOnce();
    void sourcesAreLinks();
    void outlinesNeedNoFont();
    void looksLikeThePicture_data();
    void looksLikeThePicture();

private:
    Figure m_figure;
    QByteArray m_svg;
};

namespace {

struct Element {
    QString name, text;
    QXmlStreamAttributes attributes;
    QStringList parents;  ///< ids, outermost first; "a" for links
    [[nodiscard]] QString attribute(const char *key) const { return attributes.value(QLatin1String(key)).toString(); }
};

/// All elements with the text inside them; empty where the file is not well-formed.
std::vector<Element> elementsOf(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    std::vector<Element> elements;
    std::vector<std::size_t> open;
    QStringList parents;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            elements.push_back({reader.name().toString(), {}, reader.attributes(), parents});
            open.push_back(elements.size() - 1);
            parents << (reader.name() == QLatin1String("a") ? QStringLiteral("a") : elements.back().attribute("id"));
        } else if (reader.isEndElement()) {
            open.pop_back();
            parents.removeLast();
        } else if (reader.isCharacters()) {
            for (const std::size_t i : open)
                elements[i].text += reader.text();
        }
    }
    if (reader.hasError())
        qWarning() << reader.errorString();
    return reader.hasError() ? std::vector<Element>() : elements;
}

QStringList textsOf(const std::vector<Element> &elements)
{
    QStringList texts;
    for (const Element &element : elements) {
        if (element.name == QLatin1String("text"))
            texts << element.text;
    }
    return texts;
}

const Element *byId(const std::vector<Element> &elements, const QString &id)
{
    const auto found = std::find_if(elements.begin(), elements.end(), [&](const Element &e) { return e.attribute("id") == id; });
    return found == elements.end() ? nullptr : &*found;
}

/// What headless Chromium makes of it; null where it is not installed.
QImage inBrowser(const QByteArray &svg, QSize size)
{
    const QString chromium = QStandardPaths::findExecutable(QStringLiteral("chromium"));
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("f.svg")));
    if (chromium.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(svg) != svg.size())
        return {};
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(chromium, {QStringLiteral("--headless"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"), QStringLiteral("--hide-scrollbars"),
                             QStringLiteral("--user-data-dir=") + folder.filePath(QStringLiteral("profile")),
                             QStringLiteral("--force-device-scale-factor=1"), QStringLiteral("--disable-lcd-text"),
                             QStringLiteral("--screenshot=") + folder.filePath(QStringLiteral("f.png")),
                             QStringLiteral("--window-size=%1,%2").arg(size.width()).arg(size.height()), QStringLiteral("file://") + file.fileName()});
    process.waitForFinished(60'000);
    return QImage(folder.filePath(QStringLiteral("f.png")));
}

} // namespace

void SvgFileTest::initTestCase()
{
    loadFonts();
    m_figure = test::figure();
    m_figure.title = QStringLiteral("Rails & <ferries> of the “island”");
    m_svg = *svgfile::encode(*FigureComposition::of(m_figure));
}

void SvgFileTest::isWellFormedAndNamed()
{
    const std::vector<Element> elements = elementsOf(m_svg);
    QVERIFY(elements.size() > 50);
    QCOMPARE(elements[0].attribute("viewBox"), QStringLiteral("0 0 1280 720"));
    QCOMPARE(elements[1].name, QStringLiteral("title"));
    QCOMPARE(elements[1].text, m_figure.title);
    QVERIFY(elements[2].text.contains(QStringLiteral("Island Atlas")));
    QVERIFY(elements[2].text.contains(QStringLiteral("© OpenStreetMap contributors")));
    QSet<QString> ids;
    for (const Element &element : elements) {
        const QString id = element.attribute("id");
        QVERIFY2(id.isEmpty() || !ids.contains(id), qPrintable(id));
        ids.insert(id);
    }
}

void SvgFileTest::carriesDublinCore()
{
    QHash<QString, QString> core;
    for (const Element &element : elementsOf(m_svg)) {
        if (element.parents.size() == 4)  // svg, metadata, RDF, Work
            core.insert(element.name, element.text);
    }
    QCOMPARE(core[QStringLiteral("title")], m_figure.title);
    QCOMPARE(core[QStringLiteral("date")], QStringLiteral("2026-04-30"));
    QVERIFY(core[QStringLiteral("rights")].contains(QStringLiteral("© OpenStreetMap contributors")));
    QVERIFY(core[QStringLiteral("source")].contains(QStringLiteral("Rails & Ferries <of the Isle>")));
}

void SvgFileTest::carriesItsEvidence()
{
    // The end of a CDATA section inside, which must not be one.
    WriteOptions options;
    options.view.emplace();
    options.view->name = QStringLiteral("a]]>b");
    const QByteArray svg = *svgfile::encode(*FigureComposition::of(m_figure), options);
    for (const Element &element : elementsOf(svg)) {
        if (element.name != QLatin1String("evidence"))
            continue;
        const Result<FigureEvidence> read = FigureEvidence::fromJson(element.text.toUtf8());
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().text()));
        QCOMPARE(read->view->name, options.view->name);
        QVERIFY(read->sources.size() >= 3);
        return;
    }
    QFAIL("no evidence");
}

void SvgFileTest::layersAreNamedGroups()
{
    const std::vector<Element> elements = elementsOf(m_svg);
    for (const char *id : {"layer-land", "layer-borders", "layer-rivers", "layer-lakes", "layer-labels", "layer-places", "layer-symbols", "corridors"}) {
        const Element *group = byId(elements, QLatin1String(id));
        QVERIFY2(group, id);
        QVERIFY2(group->parents.contains(QStringLiteral("map")), id);
        QCOMPARE(group->attribute("inkscape:groupmode"), QStringLiteral("layer"));
        QVERIFY2(!group->attribute("inkscape:label").isEmpty(), id);
    }
    QCOMPARE(byId(elements, QStringLiteral("corridors-lines-red"))->attribute("inkscape:label"), QStringLiteral("red way"));
    for (const char *id : {"paper", "title", "legend", "scale-bar", "notes", "credits", "disclaimer"})
        QVERIFY2(byId(elements, QLatin1String(id)) && byId(elements, QLatin1String(id))->parents.size() == 1, id);
}

void SvgFileTest::mapIsClippedToItsFrame()
{
    const std::vector<Element> elements = elementsOf(m_svg);
    QCOMPARE(byId(elements, QStringLiteral("map"))->attribute("clip-path"), QStringLiteral("url(#clip)"));
    const Element *clip = byId(elements, QStringLiteral("clip"));
    QVERIFY(clip);
    for (const char *id : {"title", "legend", "map-frame"})
        QVERIFY2(byId(elements, QLatin1String(id))->attribute("clip-path").isEmpty(), id);
    QCOMPARE(m_svg.count("<clipPath"), 1);
}

void SvgFileTest::sameFigureSameBytes()
{
    QCOMPARE(*svgfile::encode(*FigureComposition::of(m_figure)), m_svg);
}

/// Text stays text: a line of several scripts is one, a halo is no copy, a wrapped title is one.
void SvgFileTest::everyLabelIsFoundOnce()
{
    const FigureComposition figure = *FigureComposition::of(test::figureInScripts());
    const QStringList texts = textsOf(elementsOf(*svgfile::encode(figure)));
    for (const QString &town : test::townsInScripts())
        QCOMPARE(texts.count(town), 1);
    QVERIFY(figure.labels.size() > 6);
    for (const PlacedLabel &label : figure.labels)
        QVERIFY2(texts.contains(QString(label.text).replace(u'\n', u' ')), qPrintable(label.text));
    QCOMPARE(texts.count(QStringLiteral("Zəngəzur Զանգեզուր ზანგეზური Зангезур")), 1);
    QCOMPARE(texts.count(QStringLiteral("As of 30 April 2026")), 1);
    QVERIFY(!m_svg.contains("<image"));
}

void SvgFileTest::sourcesAreLinks()
{
    QStringList addresses;
    for (const Element &element : elementsOf(m_svg)) {
        if (element.name == QLatin1String("a"))
            addresses << element.attribute("xlink:href");
    }
    QVERIFY2(addresses.contains(QStringLiteral("https://example.org/rails")), qPrintable(addresses.join(u' ')));
}

void SvgFileTest::outlinesNeedNoFont()
{
    WriteOptions options;
    options.textAsOutlines = true;
    const QByteArray svg = *svgfile::encode(*FigureComposition::of(test::figureInScripts()), options);
    const std::vector<Element> elements = elementsOf(svg);
    QVERIFY(!elements.empty());
    QVERIFY(textsOf(elements).isEmpty());
    for (const QString &town : test::townsInScripts())
        QCOMPARE(QString::fromUtf8(svg).count(QStringLiteral("aria-label=\"%1\"").arg(town)), 1);
}

void SvgFileTest::looksLikeThePicture_data()
{
    QTest::addColumn<bool>("outlines");
    QTest::newRow("text") << false;
    QTest::newRow("outlines") << true;
}

void SvgFileTest::looksLikeThePicture()
{
    WriteOptions options;
    options.textAsOutlines = QTest::currentDataTag() == QLatin1String("outlines");
    const FigureComposition figure = *FigureComposition::of(test::figureInScripts());
    const QImage wanted = QImage::fromData(*pngfile::encode(figure));
    const QImage seen = inBrowser(*svgfile::encode(figure, options), wanted.size());
    if (seen.isNull())
        QSKIP("chromium is not installed");
    QCOMPARE(seen.size(), wanted.size());
    const double share = test::differing(seen, wanted, wanted.size() / 2);
    QVERIFY2(share <= 0.004, qPrintable(QString::number(share)));
}

QTEST_MAIN(SvgFileTest)
#include "SvgFileTest.moc"
