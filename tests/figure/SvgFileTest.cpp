// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/SvgFile.h"

#include "figure/SampleFigure.h"

#include <QRegularExpression>
#include <QTest>
#include <QTransform>
#include <QXmlStreamReader>

using namespace ca;

class SvgFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void isWellFormedAndNamed();
    void nothingLeavesThePage();
    void sameFigureSameBytes();
    void textStaysText();

private:
    Figure m_figure;
    QByteArray m_svg;
};

namespace {

/// Every point of paths, polylines, polygons and texts, in page coordinates.
QList<QPointF> pointsOf(const QByteArray &svg)
{
    static const QRegularExpression number(QStringLiteral("-?\\d+(?:\\.\\d+)?(?:e-?\\d+)?"));
    QList<QPointF> points;
    QList<QTransform> transforms{QTransform()};
    QXmlStreamReader reader(svg);
    const auto numbers = [&](const QString &text) {
        QList<double> values;
        for (auto it = number.globalMatch(text); it.hasNext();)
            values << it.next().captured().toDouble();
        return values;
    };
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            QTransform here = transforms.last();
            const auto attributes = reader.attributes();
            const QString transform = attributes.value(QStringLiteral("transform")).toString();
            if (const QList<double> m = numbers(transform); transform.startsWith(QStringLiteral("matrix(")) && m.size() == 6)
                here = QTransform(m[0], m[1], m[2], m[3], m[4], m[5]) * here;
            transforms << here;
            QList<double> values = numbers(attributes.value(QStringLiteral("points")).toString() + u' ' + attributes.value(QStringLiteral("d")).toString());
            if (reader.name() == QLatin1String("text"))
                values << attributes.value(QStringLiteral("x")).toDouble() << attributes.value(QStringLiteral("y")).toDouble();
            for (qsizetype i = 0; i + 1 < values.size(); i += 2)
                points << here.map(QPointF(values[i], values[i + 1]));
        } else if (reader.isEndElement()) {
            transforms.removeLast();
        }
    }
    return points;
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
    QXmlStreamReader reader(m_svg);
    QString title, description;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("title"))
            title = reader.readElementText();
        else if (reader.isStartElement() && reader.name() == QLatin1String("desc"))
            description = reader.readElementText();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(title, m_figure.title);
    QVERIFY(description.contains(QStringLiteral("Island Atlas")));
    QVERIFY(description.contains(QStringLiteral("© OpenStreetMap contributors")));
    QVERIFY(description.contains(QStringLiteral("Rails & Ferries <of the Isle>")));
    QVERIFY(m_svg.contains("viewBox=\"0 0 1280 720\""));
}

/// Not every reader clips, and Qt's writer does not: geometry far outside would hang out of the page in an editor.
void SvgFileTest::nothingLeavesThePage()
{
    // Closer than the island: most of it lies outside the frame.
    m_figure.extent = {44.6, 39.7, 45.4, 40.3};
    const QList<QPointF> points = pointsOf(*svgfile::encode(*FigureComposition::of(m_figure)));
    QVERIFY2(points.size() > 100, qPrintable(QString::number(points.size())));
    const QRectF page = QRectF(QPointF(0, 0), m_figure.page).adjusted(-40, -40, 40, 40);
    for (const QPointF &point : points)
        QVERIFY2(page.contains(point), qPrintable(QStringLiteral("%1, %2").arg(point.x()).arg(point.y())));
}

void SvgFileTest::sameFigureSameBytes()
{
    m_figure.extent = {42.8, 37.8, 48.2, 42.2};
    QCOMPARE(*svgfile::encode(*FigureComposition::of(m_figure)), m_svg);
}

void SvgFileTest::textStaysText()
{
    QVERIFY(m_svg.contains("Eastport"));
    QVERIFY(m_svg.contains("As of 30 April 2026"));
    QVERIFY(m_svg.contains("Noto Sans Georgian"));  // a family to fall back on
}

QTEST_MAIN(SvgFileTest)
#include "SvgFileTest.moc"
