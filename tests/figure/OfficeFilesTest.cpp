// SPDX-License-Identifier: GPL-3.0-or-later
// Presentations and text documents: what PowerPoint and Word ask of a package, and what a reader finds in it.
#include "document/ZipReader.h"
#include "figure/DocxFile.h"
#include "figure/OfficePackage.h"
#include "figure/PptxFile.h"
#include "figure/SampleFigure.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace ca;

using Parts = QHash<QString, QByteArray>;

class OfficeFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void partsFitTogether_data() { formats(); }
    void partsFitTogether();
    void titleIsText_data() { formats(); }
    void titleIsText();
    void everySourceIsThere();
    void notesThatAreNotPrintedAreSpoken();
    void pictureIsDescribedAndAsFineAsAsked_data() { formats(); }
    void pictureIsDescribedAndAsFineAsAsked();
    void evidenceComesBack_data() { formats(); }
    void evidenceComesBack();
    void sameBytes_data() { formats(); }
    void sameBytes();
    void pageSizes();
    void linksAreOnlyToTheWeb();
    void scriptsHaveTheirFonts();
    void otherProgramsOpenThem();

private:
    static void formats()
    {
        QTest::addColumn<bool>("slide");
        QTest::newRow("pptx") << true;
        QTest::newRow("docx") << false;
    }
    static Result<QByteArray> encoded(const Figure &figure, bool slide, const WriteOptions &options = {})
    {
        const FigureComposition composition = *FigureComposition::of(figure);
        return slide ? pptxfile::encode(composition, options) : docxfile::encode(composition, options);
    }
    /// Read by libarchive, which checks the checksums.
    static Parts partsOf(const QByteArray &bytes) { return *ZipReader::read(bytes, [](const QString &) { return true; }, {}); }
    static Figure sample();
    static QString text(const QByteArray &xml);
    static QHash<QString, QPair<QString, bool>> relationships(const Parts &parts, const QString &part);
    static const char *main(bool slide) { return slide ? "ppt/slides/slide1.xml" : "word/document.xml"; }
};

Figure OfficeFilesTest::sample()
{
    Figure figure = test::figure({640, 400});
    figure.title = QStringLiteral("Ways & \"means\" <of> the isle %1 Զանգեզուր ზანგეზური Зангезур");
    return figure;
}

/// All text of a part, a line for each paragraph.
QString OfficeFilesTest::text(const QByteArray &xml)
{
    QString text;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            text += reader.text();
        else if (reader.isEndElement() && reader.name() == QLatin1String("p"))
            text += u'\n';
    }
    return text;
}

/// Target and whether it lies outside, by id.
QHash<QString, QPair<QString, bool>> OfficeFilesTest::relationships(const Parts &parts, const QString &part)
{
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    QHash<QString, QPair<QString, bool>> found;
    QXmlStreamReader reader(parts.value(folder + QStringLiteral("_rels/") + part.mid(folder.size()) + QStringLiteral(".rels")));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("Relationship"))
            continue;
        const QString target = reader.attributes().value(QLatin1String("Target")).toString();
        const bool outside = reader.attributes().value(QLatin1String("TargetMode")) == QLatin1String("External");
        found.insert(reader.attributes().value(QLatin1String("Id")).toString(), {outside ? target : QDir::cleanPath(folder + target), outside});
    }
    return found;
}

void OfficeFilesTest::initTestCase()
{
    loadFonts();
}

/// Every part is well-formed, has a content type and is reached; every id that a part uses leads to a part.
void OfficeFilesTest::partsFitTogether()
{
    QFETCH(bool, slide);
    const Parts parts = partsOf(*encoded(sample(), slide));
    const QByteArray types = parts.value(QStringLiteral("[Content_Types].xml"));
    QStringList reached;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (part.key().endsWith(QLatin1String(".png"))) {
            QVERIFY(part->startsWith("\x89PNG"));
            continue;
        }
        QXmlStreamReader reader(*part);
        const auto related = relationships(parts, part.key());
        while (!reader.atEnd()) {
            reader.readNext();
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                if (attribute.namespaceUri().endsWith(QLatin1String("officeDocument/2006/relationships")))
                    QVERIFY2(related.contains(attribute.value().toString()), qPrintable(part.key() + u' ' + attribute.value().toString()));
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(part.key() + QStringLiteral(": ") + reader.errorString()));
        for (const auto &[target, outside] : related)
            reached << target;
        const bool plain = part.key().endsWith(QLatin1String(".rels")) || part.key().startsWith(QLatin1String("customXml/item1")) || part.key().startsWith(u'[');
        QCOMPARE(types.contains("PartName=\"/" + part.key().toUtf8() + '"'), !plain);
    }
    for (const auto &[target, outside] : relationships(parts, {}))
        reached << target;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (!part.key().endsWith(QLatin1String(".rels")) && !part.key().startsWith(u'['))
            QVERIFY2(reached.contains(part.key()), qPrintable(part.key()));
    }
    for (const QString &target : std::as_const(reached))
        QVERIFY2(target.startsWith(QLatin1String("https://")) || parts.contains(target), qPrintable(target));
}

void OfficeFilesTest::titleIsText()
{
    QFETCH(bool, slide);
    const Parts parts = partsOf(*encoded(sample(), slide));
    const QString words = text(parts.value(QLatin1String(main(slide))));
    QVERIFY2(words.contains(sample().title), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("As of 30 April 2026")));
    QVERIFY(words.contains(FigureSpec::defaultDisclaimer()));
    QVERIFY(words.contains(QStringLiteral("© OpenStreetMap contributors")));
    const QString properties = text(parts.value(QStringLiteral("docProps/core.xml")));
    QVERIFY(properties.contains(sample().title) && properties.contains(QStringLiteral("2026-04-30T00:00:00Z")));
    Figure bare = sample();
    bare.hidden = {FigureElement::Title, FigureElement::Subtitle, FigureElement::Credits, FigureElement::Disclaimer, FigureElement::Notes};
    const QString left = text(partsOf(*encoded(bare, slide)).value(QLatin1String(main(slide))));
    QVERIFY2(!left.contains(QStringLiteral("isle")) && !left.contains(QStringLiteral("OpenStreetMap")), qPrintable(left));
}

void OfficeFilesTest::everySourceIsThere()
{
    const FigureComposition figure = *FigureComposition::of(sample());
    QCOMPARE(int(figure.content.notes.notes.size()), 4);
    const Parts slide = partsOf(*pptxfile::encode(figure)), document = partsOf(*docxfile::encode(figure));
    const QString spoken = text(slide.value(QStringLiteral("ppt/notesSlides/notesSlide1.xml"))), written = text(document.value(QStringLiteral("word/document.xml")));
    for (const Notes::Note &note : figure.content.notes.notes) {
        QVERIFY2(spoken.contains(QStringLiteral("%1. %2").arg(note.number).arg(note.citation)), qPrintable(spoken));
        QVERIFY2(written.contains(note.citation) && spoken.contains(note.url) && written.contains(note.url), qPrintable(written));
    }
    for (const QString &words : {spoken, written}) {
        QVERIFY(words.contains(QStringLiteral("The line was opened a year later.")));
        QVERIFY(words.contains(QStringLiteral("30 April 2026")));
        QVERIFY(words.contains(figure.credits.lines.first()));
    }
    QCOMPARE(document.value(QStringLiteral("word/document.xml")).count("<w:numId w:val=\"1\"/>"), 4);
    QCOMPARE(document.value(QStringLiteral("word/document.xml")).count("<w:numId w:val=\"2\"/>"), 1);
    const auto links = relationships(slide, QStringLiteral("ppt/notesSlides/notesSlide1.xml"));
    QVERIFY(std::any_of(links.begin(), links.end(), [](const auto &link) { return link.first == QLatin1String("https://example.org/lengths") && link.second; }));
}

void OfficeFilesTest::notesThatAreNotPrintedAreSpoken()
{
    Figure figure = sample();
    figure.setShown(FigureElement::Notes, false);
    QVERIFY(text(partsOf(*encoded(figure, true)).value(QStringLiteral("ppt/notesSlides/notesSlide1.xml"))).contains(QStringLiteral("Survey Office")));
    QVERIFY(!text(partsOf(*encoded(figure, false)).value(QStringLiteral("word/document.xml"))).contains(QStringLiteral("Survey Office")));
}

void OfficeFilesTest::pictureIsDescribedAndAsFineAsAsked()
{
    QFETCH(bool, slide);
    WriteOptions options;
    options.dpi = 192;
    const Parts parts = partsOf(*encoded(sample(), slide, options));
    const QImage image = QImage::fromData(parts.value(slide ? QStringLiteral("ppt/media/image1.png") : QStringLiteral("word/media/image1.png")));
    QVERIFY2(image.width() > 1200 && image.width() <= 1280, qPrintable(QString::number(image.width())));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
    const QRegularExpression described(QStringLiteral("descr=\"Map: [^\"]*As of 30 April 2026\\.\""));
    QVERIFY(described.match(QString::fromUtf8(parts.value(QLatin1String(main(slide))))).hasMatch());
    options.dpi = 96;
    const Parts coarse = partsOf(*encoded(sample(), slide, options));
    QCOMPARE(coarse.value(QLatin1String(main(slide))), parts.value(QLatin1String(main(slide))));  // the layout does not depend on it
}

void OfficeFilesTest::evidenceComesBack()
{
    QFETCH(bool, slide);
    WriteOptions options;
    options.view = FigureView();
    options.view->crs = QStringLiteral("EPSG:3857");
    options.view->centre = {40, 45};
    options.view->name = QStringLiteral("Վ ]]> & <view>");
    const FigureComposition figure = *FigureComposition::of(sample());
    const QByteArray bytes = *encoded(sample(), slide, options);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("figure")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const Result<FigureEvidence> read = FigureEvidence::readFrom(file.fileName());
    QVERIFY2(read.ok(), qPrintable(read.error().text()));
    QVERIFY(*read == FigureEvidence::of(figure, options.view));
    QCOMPARE(int(read->sources.size()), 4);
}

void OfficeFilesTest::sameBytes()
{
    QFETCH(bool, slide);
    QCOMPARE(*encoded(sample(), slide), *encoded(sample(), slide));
}

void OfficeFilesTest::pageSizes()
{
    const auto part = [](QSizeF page, bool slide) {
        Figure figure = test::figure(page);
        const Parts parts = partsOf(*encoded(figure, slide, {}));
        return parts.value(slide ? QStringLiteral("ppt/presentation.xml") : QStringLiteral("word/document.xml"));
    };
    QVERIFY(part({1280, 720}, true).contains("<p:sldSz cx=\"12192000\" cy=\"6858000\"/>"));  // PowerPoint's own 16:9
    QVERIFY(part({960, 720}, true).contains("<p:sldSz cx=\"9144000\" cy=\"6858000\"/>"));
    const QSizeF a4(210 / 25.4 * 96, 297 / 25.4 * 96);
    QVERIFY(part(a4, false).contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    QVERIFY(part(a4.transposed(), false).contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    QVERIFY(part({321, 321}, false).contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));  // a column of a page stands on a sheet
    QVERIFY(part({4000, 2000}, false).contains("<w:pgSz w:w=\"31680\" w:h=\"15840\" w:orient=\"landscape\"/>"));
}

void OfficeFilesTest::linksAreOnlyToTheWeb()
{
    OfficePackage package;
    QVERIFY(package.relateToWeb("a.xml", QStringLiteral("file:///etc/passwd")).isNull());
    QVERIFY(package.relateToWeb("a.xml", QStringLiteral("javascript:alert(1)")).isNull());
    QVERIFY(package.relateToWeb("a.xml", QStringLiteral("see the library")).isNull());
    QCOMPARE(package.relateToWeb("a.xml", QStringLiteral("https://example.org/a b?c=\"d\"&e=Ü")), QByteArray("rId1"));
    const QByteArray written = partsOf(package.finished()).value(QStringLiteral("_rels/a.xml.rels"));
    QVERIFY2(written.contains("Target=\"https://example.org/a%20b?c=%22d%22&amp;e=%C3%9C\""), written.constData());
}

void OfficeFilesTest::scriptsHaveTheirFonts()
{
    const std::vector<officexml::Run> runs = officexml::runs(QStringLiteral("Way 1: Զանգեզուր, ზანგეზური; Зангезур"));
    QCOMPARE(int(runs.size()), 4);
    QCOMPARE(runs[0].text, QStringLiteral("Way 1: "));
    QCOMPARE(runs[1].text, QStringLiteral("Զանգեզուր, "));
    QCOMPARE(runs[1].font, QStringLiteral("Noto Sans Armenian"));
    QCOMPARE(runs[2].language, QStringLiteral("ka-GE"));
    QVERIFY(runs[3].font.isEmpty());
    QVERIFY(officexml::runs({}).empty());
}

/// One start of LibreOffice for both: it takes seconds.
void OfficeFilesTest::otherProgramsOpenThem()
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice")), pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (office.isEmpty() || pdftotext.isEmpty())
        QSKIP("soffice or pdftotext is not installed");
    QTemporaryDir folder;
    QStringList arguments{QStringLiteral("-env:UserInstallation=file://") + folder.filePath(QStringLiteral("profile")), QStringLiteral("--headless"),
                          QStringLiteral("--convert-to"), QStringLiteral("pdf"), QStringLiteral("--outdir"), folder.path()};
    for (const bool slide : {true, false}) {
        QFile file(folder.filePath(slide ? QStringLiteral("slide.pptx") : QStringLiteral("text.docx")));
        const QByteArray bytes = *encoded(sample(), slide);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        arguments << file.fileName();
    }
    QProcess process;
    process.start(office, arguments);
    QVERIFY(process.waitForFinished(240'000));
    for (const char *name : {"slide.pdf", "text.pdf"}) {
        const QString pdf = folder.filePath(QLatin1String(name));
        if (!QFile::exists(pdf))
            QSKIP("LibreOffice has no Impress or no Writer here");
        process.start(pdftotext, {pdf, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString words = QString::fromUtf8(process.readAllStandardOutput()).simplified();
        QVERIFY2(words.contains(sample().title), qPrintable(words));
    }
}

QTEST_MAIN(OfficeFilesTest)
#include "OfficeFilesTest.moc"
