// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomText.h"
#include "citation/WebAnnotation.h"

#include <QJsonDocument>
#include <QTest>

using namespace ca;

class WebAnnotationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesWhatTheStandardSays();
    void emptyPassageSurvives();
    void randomPassagesSurvive();
    void hypothesisAnnotationIsReadAndKept();
    void foreignCommentCanBeEdited();
    void foreignShapesSurvive_data();
    void foreignShapesSurvive();
    void randomForeignAnnotationsSurvive();
    void pagesAndCollections();
    void strangersAreReported();
    void halfCharactersAreReplacedAndReported();
    void badPositionsAreReported();
};

namespace {

AnnotatedPassage sample()
{
    AnnotatedPassage passage;
    passage.id = QStringLiteral("urn:uuid:6a0e1a52-7a3f-4d2c-9a3e-0f6f3c8f0a11");
    passage.citation = {{QStringLiteral("id"), QStringLiteral("r1")}, {QStringLiteral("type"), QStringLiteral("webpage")}};
    passage.source = QStringLiteral("https://example.org/a");
    passage.textSha256 = QString(64, u'b');
    passage.retrieved = QStringLiteral("2026-02-03T04:05:06Z");
    passage.anchor = {QStringLiteral("four wagons of grain"), QStringLiteral("on Monday "), QStringLiteral(" left"), 120, 140, 1};
    passage.subjects = {{QStringLiteral("baku-alat"), false}, {QStringLiteral("place-x y/ə"), true}};
    passage.claim = QStringLiteral("figure");
    passage.note = QStringLiteral("A note.\nSecond line.");
    passage.author = QStringLiteral("A. Reader");
    passage.created = QStringLiteral("2026-02-03T04:05:07Z");
    passage.modified = QStringLiteral("2026-02-04T00:00:00Z");
    return passage;
}

QString validText(QRandomGenerator &random, int most)
{
    return test::randomText(random, most);
}

/// A number most often in the range of one that means something.
int randomOffset(QRandomGenerator &random)
{
    return random.bounded(4) ? random.bounded(100000) : random.bounded(2147483647);
}

AnnotatedPassage randomPassage(QRandomGenerator &random)
{
    AnnotatedPassage passage;
    const auto text = [&random](int most = 10) { return random.bounded(4) ? validText(random, most) : QString(); };
    passage.id = text(4);
    passage.citation = test::randomObject(random, 3);
    passage.source = text();
    passage.textSha256 = text();
    passage.retrieved = text();
    passage.anchor = {text(30), text(), text(), -1, -1, 1};
    if (random.bounded(2)) {
        passage.anchor.start = randomOffset(random);
        passage.anchor.end = passage.anchor.start + random.bounded(2147483647 - passage.anchor.start);
    }
    if (!passage.anchor.exact.isEmpty())
        passage.anchor.normalisation = random.bounded(3);
    for (int left = random.bounded(4); left > 0; --left)
        passage.subjects.push_back({text(4), random.bounded(2) == 1});
    passage.claim = text(2);
    passage.note = text(20);
    passage.author = text();
    passage.created = text(3);
    passage.modified = text(3);
    passage.extra = test::randomObject(random, 2);
    return passage;
}

QByteArray told(const AnnotatedPassage &passage)
{
    return QJsonDocument(webannotation::toJson(passage)).toJson();
}

/// Everything of @p part is somewhere in @p whole: members by name, entries of lists in any place.
bool holds(const QJsonValue &whole, const QJsonValue &part)
{
    if (part.isObject() && whole.isArray()) {
        const QJsonArray all = whole.toArray();
        return std::any_of(all.begin(), all.end(), [&part](const QJsonValue &entry) { return holds(entry, part); });
    }
    if (part.isObject()) {
        const QJsonObject object = part.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!whole.isObject() || !holds(whole.toObject().value(member.key()), member.value()))
                return false;
        }
        return true;
    }
    const QJsonArray entries = whole.isArray() ? whole.toArray() : QJsonArray{whole};
    for (const QJsonValue &one : part.isArray() ? part.toArray() : QJsonArray{part}) {
        if (!std::any_of(entries.begin(), entries.end(), [&one](const QJsonValue &entry) { return one.isObject() ? holds(entry, one) : entry == one; }))
            return false;
    }
    return true;
}

} // namespace

void WebAnnotationTest::writesWhatTheStandardSays()
{
    const QJsonObject json = webannotation::toJson(sample());
    QCOMPARE(json.value(QLatin1String("@context")).toArray().first().toString(), QStringLiteral("http://www.w3.org/ns/anno.jsonld"));
    QCOMPARE(json.value(QLatin1String("type")).toString(), QStringLiteral("Annotation"));
    QCOMPARE(json.value(QLatin1String("motivation")).toArray(), (QJsonArray{QStringLiteral("linking"), QStringLiteral("classifying"), QStringLiteral("commenting")}));
    const QJsonObject target = json.value(QLatin1String("target")).toObject();
    QCOMPARE(target.value(QLatin1String("source")).toString(), QStringLiteral("https://example.org/a"));
    QCOMPARE(target.value(QLatin1String("state")).toObject().value(QLatin1String("type")).toString(), QStringLiteral("TimeState"));
    const QJsonArray selectors = target.value(QLatin1String("selector")).toArray();
    QCOMPARE(selectors[0].toObject().value(QLatin1String("type")).toString(), QStringLiteral("TextQuoteSelector"));
    QCOMPARE(selectors[0].toObject().value(QLatin1String("suffix")).toString(), QStringLiteral(" left"));
    QCOMPARE(selectors[1].toObject().value(QLatin1String("end")).toInt(), 140);
    const QJsonArray bodies = json.value(QLatin1String("body")).toArray();
    QCOMPARE(bodies.size(), 4);
    QCOMPARE(bodies[1].toObject().value(QLatin1String("source")).toString(), QStringLiteral("urn:corridor-atlas:subject:place-x%20y%2F%C9%99"));
    AnnotatedPassage offline = sample();
    offline.source.clear();
    QCOMPARE(webannotation::toJson(offline).value(QLatin1String("target")).toObject().value(QLatin1String("source")).toString(),
             QStringLiteral("urn:sha256:") + QString(64, u'b'));
    QCOMPARE(*webannotation::fromJson(webannotation::toJson(offline)), offline);
}

void WebAnnotationTest::emptyPassageSurvives()
{
    QStringList warnings;
    const auto read = webannotation::fromJson(webannotation::toJson({}, &warnings));
    QVERIFY(read);
    QCOMPARE(*read, AnnotatedPassage());
    QCOMPARE(warnings.size(), 1);  // no id
}

void WebAnnotationTest::randomPassagesSurvive()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 1200; ++round) {
        std::vector<AnnotatedPassage> passages;
        for (int left = random.bounded(1, 4); left > 0; --left)
            passages.push_back(randomPassage(random));
        const auto written = webannotation::write(passages);
        QVERIFY(written);
        const auto read = webannotation::read(*written);
        QVERIFY2(read && read.warnings().isEmpty(), qPrintable(read.error().text()));
        QCOMPARE(read->size(), passages.size());
        for (std::size_t i = 0; i < passages.size(); ++i)
            QVERIFY2((*read)[i] == passages[i], told(passages[i]) + told((*read)[i]));
        QCOMPARE(*webannotation::write(*read), *written);
    }
}

void WebAnnotationTest::hypothesisAnnotationIsReadAndKept()
{
    // In the shape of the JSON-LD that Hypothes.is gives for an annotation; the content is made up.
    const QByteArray json = R"({
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "https://hypothes.example/a/abc",
        "created": "2026-01-02T03:04:05.678+00:00", "modified": "2026-01-02T03:04:06.000+00:00", "creator": "acct:reader@hypothes.example",
        "body": [{"type": "TextualBody", "value": "A *remark*.", "format": "text/markdown"},
                 {"type": "TextualBody", "purpose": "tagging", "value": "rail"}],
        "target": [{"source": "https://example.org/a", "selector": [
            {"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "/p[2]"}, "endSelector": {"type": "XPathSelector", "value": "/p[2]"}},
            {"type": "TextPositionSelector", "start": 10, "end": 40},
            {"type": "TextQuoteSelector", "exact": "four “wagons”  of\ngrain", "prefix": "on Monday ", "suffix": ", he said"}]}]})";
    const auto read = webannotation::read(json);
    QVERIFY(read && read->size() == 1);
    const AnnotatedPassage &passage = read->front();
    QCOMPARE(passage.note, QStringLiteral("A *remark*."));
    QCOMPARE(passage.author, QStringLiteral("acct:reader@hypothes.example"));
    QCOMPARE(passage.source, QStringLiteral("https://example.org/a"));
    QCOMPARE(passage.anchor.exact, QStringLiteral("four 'wagons' of grain"));
    QCOMPARE(passage.anchor.prefix, QStringLiteral("on Monday "));
    QCOMPARE(passage.anchor.start, -1);  // counted in another text
    const QJsonObject original = QJsonDocument::fromJson(json).object(), again = webannotation::toJson(passage);
    QVERIFY2(holds(again, original), QJsonDocument(again).toJson());
    QCOMPARE(again.value(QLatin1String("body")).toArray().size(), 2);
    QCOMPARE(*webannotation::fromJson(again), passage);
}

void WebAnnotationTest::foreignCommentCanBeEdited()
{
    const QJsonObject foreign = QJsonDocument::fromJson(R"({"type":"Annotation","id":"x:1","target":"https://example.org/a",
        "body":{"type":"TextualBody","value":"old","language":"fr","purpose":"describing"}})").object();
    AnnotatedPassage passage = *webannotation::fromJson(foreign);
    QCOMPARE(passage.note, QStringLiteral("old"));
    passage.note = QStringLiteral("new");
    const QJsonArray bodies = webannotation::toJson(passage).value(QLatin1String("body")).toArray();
    QCOMPARE(bodies.size(), 1);
    QCOMPARE(bodies.first().toObject(), (QJsonObject{{QStringLiteral("type"), QStringLiteral("TextualBody")}, {QStringLiteral("value"), QStringLiteral("new")},
                                                     {QStringLiteral("language"), QStringLiteral("fr")}, {QStringLiteral("purpose"), QStringLiteral("describing")}}));
    passage.note.clear();
    QVERIFY(!webannotation::toJson(passage).contains(QLatin1String("body")));
}

void WebAnnotationTest::foreignShapesSurvive_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("body is an address") << QByteArray(R"({"type":"Annotation","id":"x:1","body":"https://example.org/c","target":"https://example.org/a"})");
    QTest::newRow("target is the source") << QByteArray(R"({"type":"Annotation","id":"x:1","target":{"id":"https://example.org/a","type":"Text","format":"text/html"}})");
    QTest::newRow("source is described") << QByteArray(R"({"type":"Annotation","id":"x:1","target":{"source":{"id":"https://example.org/a","format":"text/html"},
        "selector":{"type":"FragmentSelector","value":"page=3","refinedBy":{"type":"TextQuoteSelector","exact":"a"}}}})");
    QTest::newRow("several targets") << QByteArray(R"({"type":"Annotation","id":"x:1","target":[{"source":"https://example.org/a"},"https://example.org/b"]})");
    QTest::newRow("several creators and types") << QByteArray(R"({"type":["Annotation","x:Mine"],"id":"x:1","creator":[{"id":"x:a","name":"A"},"x:b"],
        "motivation":["editing","x:own"],"target":"https://example.org/a","rights":"x:r","x:deep":{"a":[1,{"b":null}]}})");
    QTest::newRow("creator with an id") << QByteArray(R"({"type":"Annotation","id":"x:1","creator":{"id":"x:a","type":"Software","name":"Bot","nickname":"b"},"target":"https://example.org/a"})");
    QTest::newRow("own state and context") << QByteArray(R"({"@context":["http://www.w3.org/ns/anno.jsonld",{"x":"urn:x:"}],"type":"Annotation","id":"x:1",
        "target":{"source":"https://example.org/a","state":[{"type":"TimeState","sourceDate":["2026-01-01","2026-01-02"],"cached":"https://example.org/c"},
        {"type":"HttpRequestState","value":"Accept: text/html"}],"styleClass":"red"}})");
    QTest::newRow("choice of bodies") << QByteArray(R"({"type":"Annotation","id":"x:1","target":"https://example.org/a","body":{"type":"Choice","items":[
        {"type":"TextualBody","value":"a","language":"en"},{"type":"TextualBody","value":"b","language":"fr"}]}})");
}

void WebAnnotationTest::foreignShapesSurvive()
{
    QFETCH(QByteArray, json);
    const QJsonObject original = QJsonDocument::fromJson(json).object();
    QVERIFY(!original.isEmpty());
    const auto passage = webannotation::fromJson(original);
    QVERIFY(passage);
    QCOMPARE(passage->source, QStringLiteral("https://example.org/a"));
    QJsonObject expected = original;
    // A bare address may come back as the source of a specific resource, which means the same.
    if (original.value(QLatin1String("target")).isString())
        expected.remove(QLatin1String("target"));
    const QJsonObject again = webannotation::toJson(*passage);
    QVERIFY2(holds(again, expected), QJsonDocument(again).toJson());
    QCOMPARE(*webannotation::fromJson(again), *passage);
}

void WebAnnotationTest::randomForeignAnnotationsSurvive()
{
    QRandomGenerator random(6);
    static const QStringList members{QStringLiteral("id"), QStringLiteral("creator"), QStringLiteral("created"), QStringLiteral("motivation"),
                                     QStringLiteral("body"), QStringLiteral("bodyValue"), QStringLiteral("ca:citation"), QStringLiteral("@context")};
    for (int round = 0; round < 1200; ++round) {
        QJsonObject foreign = test::randomObject(random, 2);
        for (const QString &member : members) {
            const QJsonObject any = test::randomObject(random, 2);
            if (random.bounded(2))
                foreign.insert(member, random.bounded(2) ? QJsonValue(any) : any.begin() == any.end() ? QJsonValue(7) : any.begin().value());
        }
        QJsonObject target = test::randomObject(random, 3);
        for (const char *member : {"source", "selector", "state", "type", "id"}) {
            if (random.bounded(2))
                target.insert(QLatin1String(member), test::randomObject(random, 1));
        }
        foreign.insert(QStringLiteral("target"), target);
        foreign.insert(QStringLiteral("type"), QStringLiteral("Annotation"));
        const auto passage = webannotation::fromJson(foreign);
        QVERIFY(passage);
        const QJsonObject again = webannotation::toJson(*passage);
        const auto twice = webannotation::fromJson(again);
        QVERIFY(twice);
        QVERIFY2(*twice == *passage, QJsonDocument(again).toJson());
        QVERIFY2(webannotation::toJson(*twice) == again, QJsonDocument(again).toJson());
    }
}

void WebAnnotationTest::pagesAndCollections()
{
    const QByteArray one = QJsonDocument(webannotation::toJson(sample())).toJson();
    for (const QByteArray &json : {one, QByteArray("[" + one + "]"), QByteArray("{\"type\":\"AnnotationPage\",\"items\":[" + one + "]}"),
                                   QByteArray("{\"type\":[\"BasicContainer\",\"AnnotationCollection\"],\"first\":{\"type\":\"AnnotationPage\",\"items\":[" + one + "]}}")}) {
        const auto read = webannotation::read(json);
        QVERIFY2(read && read->size() == 1, json);
        QCOMPARE(read->front(), sample());
    }
    const auto none = webannotation::write({});
    QVERIFY(none);
    QVERIFY(webannotation::read(*none) && webannotation::read(*none)->empty());
}

void WebAnnotationTest::strangersAreReported()
{
    const QByteArray one = QJsonDocument(webannotation::toJson(sample())).toJson();
    const auto read = webannotation::read("[" + one + ",{\"type\":\"Person\"},7,{\"type\":\"Annotation\"}]");
    QVERIFY(read && read->size() == 1);
    QCOMPARE(read.warnings().size(), 2);
    for (const char *json : {"", "{", "{}", "[7]", "{\"type\":\"AnnotationCollection\",\"first\":\"https://example.org/page1\"}"})
        QVERIFY2(!webannotation::read(json), json);
    QVERIFY(!webannotation::read(QByteArray(200000, '[')));
}

void WebAnnotationTest::halfCharactersAreReplacedAndReported()
{
    AnnotatedPassage passage = sample();
    passage.note = QStringLiteral("x") + QChar(0xdc00);
    const auto written = webannotation::write({passage});
    QCOMPARE(written.warnings().size(), 1);
    QCOMPARE(webannotation::read(*written)->front().note, QStringLiteral("x\ufffd"));
}

void WebAnnotationTest::badPositionsAreReported()
{
    AnnotatedPassage passage = sample();
    passage.anchor.end = 5;
    QStringList warnings;
    const QJsonObject json = webannotation::toJson(passage, &warnings);
    QCOMPARE(warnings.size(), 1);
    QCOMPARE(webannotation::fromJson(json)->anchor.start, -1);
}

QTEST_GUILESS_MAIN(WebAnnotationTest)
#include "WebAnnotationTest.moc"
