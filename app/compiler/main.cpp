// SPDX-License-Identifier: GPL-3.0-or-later
// Build-time program: text under geodata/ → atlas.gpkg. Refuses bad input, naming file and line.
#include "anchor/PassageFinder.h"
#include "store/AtlasCompiler.h"
#include "store/AtlasFile.h"
#include "store/StretchCheck.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

namespace {

using namespace ca;

enum ExitCode { Success = 0, Failure = 1, BadUsage = 2 };

struct Options {
    QString geodata;
    QString out;
    QString articles;  ///< empty = articles are not looked at
    bool checkOnly = false;
};

void printError(const QString &text)
{
    QTextStream(stderr) << text << '\n';
}

bool parse(const QCoreApplication &app, Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Compiles the text of geodata/ into one GeoPackage."));
    parser.addHelpOption();
    const QString folder = QStringLiteral("DIR");
    parser.addOptions({
        {QStringLiteral("geodata"), QStringLiteral("Folder with the atlas' text files."), folder},
        {QStringLiteral("out"), QStringLiteral("GeoPackage to write."), QStringLiteral("FILE")},
        {QStringLiteral("articles"), QStringLiteral("Also compare every passage with its article in this folder."), folder},
        {QStringLiteral("check-only"), QStringLiteral("Check and write nothing.")},
    });
    if (!parser.parse(app.arguments())) {  // process() would end with the code of a failure
        printError(parser.errorText());
        return false;
    }
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(Success);
    options = {parser.value(QStringLiteral("geodata")), parser.value(QStringLiteral("out")),
               parser.value(QStringLiteral("articles")), parser.isSet(QStringLiteral("check-only"))};
    if (options.geodata.isEmpty() || (options.out.isEmpty() && !options.checkOnly)) {
        printError(QStringLiteral("usage: atlas-compiler --geodata DIR --out FILE [--articles DIR] [--check-only]"));
        return false;
    }
    return true;
}

/// The articles at hand, each read once.
class Articles {
public:
    explicit Articles(const QString &folder) : m_folder(folder) {}

    const ArticleText *find(const QString &file)
    {
        if (!m_texts.contains(file)) {
            QFile text(m_folder.filePath(file));
            if (!text.open(QIODevice::ReadOnly))
                return nullptr;
            m_texts.insert(file, ArticleText::fromPlainText(QString::fromUtf8(text.readAll())));
        }
        return &m_texts[file];
    }

private:
    QDir m_folder;
    QHash<QString, ArticleText> m_texts;
};

/// Passages that are not word for word, in the paragraph stated, in the article at hand.
std::vector<Error> compareWithArticles(const AtlasSource &source, const QString &folder)
{
    std::vector<Error> errors;
    Articles articles(folder);
    QHash<QString, QString> fileOf;
    for (const Record &record : source.data.records)
        fileOf.insert(record.id, record.custom(QStringLiteral("file")));
    const std::vector<AtlasSource::Place> places = source.places.value(QStringLiteral("passages"));
    for (std::size_t i = 0; i < source.data.passages.size(); ++i) {
        const Passage &passage = source.data.passages[i];
        const QString file = fileOf.value(passage.record);
        if (file.isEmpty())
            continue;
        const ArticleText *article = articles.find(file);
        if (!article) {
            errors.push_back({QStringLiteral("%1: the article is not in %2: %3").arg(passage.id, folder, file),
                              places[i].file, places[i].line});
            continue;
        }
        const FoundPassage found = findPassage(*article, passage);
        if (found.verdict == Verdict::Exact)
            continue;
        errors.push_back({QStringLiteral("%1: the digest contradicts the article at hand (%2): %3")
                              .arg(passage.id, verdictTitle(found.verdict), found.reason),
                          places[i].file, places[i].line});
    }
    return errors;
}

int report(const std::vector<Error> &errors)
{
    for (const Error &error : errors)
        printError(error.text());
    return Failure;
}

int compile(const Options &options)
{
    const AtlasCompiler::ReadResult read = AtlasCompiler::readText(options.geodata);
    if (!read.errors.empty())
        return report(read.errors);
    if (!options.articles.isEmpty()) {
        if (const std::vector<Error> errors = compareWithArticles(read.source, options.articles); !errors.empty())
            return report(errors);
    }
    const QString baseMap = QDir(options.geodata).filePath(QStringLiteral("basemap/basemap.gpkg"));
    const bool hasBaseMap = QFile::exists(baseMap);
    if (hasBaseMap) {
        if (const std::vector<Error> errors = checkStretches(read.source, baseMap); !errors.empty())
            return report(errors);
    }
    if (options.checkOnly)
        return Success;
    if (!hasBaseMap)
        printError(QStringLiteral("%1: not there, so the atlas will have no base map").arg(baseMap));
    const Result<Done> written = AtlasFile::write(options.out, read.source.data, hasBaseMap ? baseMap : QString());
    return written ? int(Success) : report({written.error()});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Options options;
    return parse(app, options) ? compile(options) : int(BadUsage);
}
