// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureCheck.h"

#include "figure/OneSidedNames.h"
#include "figure/SampleFigure.h"

#include <QJsonDocument>
#include <QTest>

using namespace ca;
using Element = FigureElement;

namespace {

/// A figure to which nothing can be objected, and all that a case may spoil.
struct Sample {
    AtlasData atlas = test::sourcedAtlas();
    BaseMap base = test::baseMap();
    MapStyle style = *test::style(QStringLiteral("light"));
    Figure figure;  ///< without its scene
    FigureCheckInput input;

    Sample()
    {
        atlas.disputed = {{QStringLiteral("d1"), {}, {}, {}, QStringLiteral("r1")}};
        for (Passage &passage : atlas.passages)
            passage.contradictedBy.clear();
        figure = test::figure();
        figure.theme.clear();
    }

    [[nodiscard]] Figure made() const
    {
        Figure whole = figure;
        static const std::shared_ptr<const Projection> projection = *Projection::create(Projection::defaultDefinition());
        const RenderRequest request = test::request(Scene::build(std::make_shared<const Atlas>(atlas), std::make_shared<const BaseMap>(base), projection));
        whole.map.scene = request.scene;
        whole.map.view.projection = request.view.projection;
        whole.map.style = std::make_shared<MapStyle>(style);
        return whole;
    }

    [[nodiscard]] FigureView view() const
    {
        FigureView view;
        view.figure = figure;
        view.visibility = figure.map.visibility;
        view.namePolicy = figure.map.namePolicy;
        view.language = figure.map.language;
        view.asOf = figure.asOf;
        return view;
    }
    void take(const FigureView &view)
    {
        static_cast<FigureSpec &>(figure) = view.figure;
        figure.map.visibility = view.visibility;
        figure.map.namePolicy = view.namePolicy;
        figure.map.language = view.language;
        figure.asOf = view.asOf;
    }

    [[nodiscard]] std::vector<Finding> findings() const
    {
        const Figure whole = made();
        const Result<FigureComposition> composed = FigureComposition::of(whole);
        if (!composed)
            qFatal("%s", qPrintable(composed.error().text()));
        return FigureCheck::findings(whole, *composed, input);
    }
};

QStringList idsOf(const std::vector<Finding> &findings)
{
    QStringList ids;
    for (const Finding &finding : findings)
        ids << finding.id;
    return ids;
}

const Finding *find(const std::vector<Finding> &findings, const QString &id)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding &one) { return one.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

struct Case {
    const char *id;       ///< of the finding that is raised
    const char *fix;      ///< of what mends it; empty = nothing can
    void (*spoil)(Sample &);
};

void hide(Sample &sample, Element element)
{
    sample.figure.setShown(element, false);
}

/// The corridors of the bundled styles instead of the island's, so that a theme has colours for them.
void renameCorridors(Sample &sample)
{
    const QHash<QString, QString> names{{QStringLiteral("red"), QStringLiteral("zangezur")}, {QStringLiteral("blue"), QStringLiteral("middle-corridor")}, {QStringLiteral("pipe"), QStringLiteral("southern-gas-corridor")}};
    for (CorridorMember &member : sample.atlas.members)
        member.corridor = names.value(member.corridor, member.corridor);
    for (Subject &subject : sample.atlas.subjects)
        subject.id = names.value(subject.id, subject.id);
}

void colour(Sample &sample, QRgb red, QRgb blue)
{
    renameCorridors(sample);
    sample.style.corridors.insert(QStringLiteral("zangezur"), QColor::fromRgb(red));
    sample.style.corridors.insert(QStringLiteral("middle-corridor"), QColor::fromRgb(blue));
}

void contradict(Sample &sample)
{
    sample.atlas.passages[0].contradictedBy = {QStringLiteral("x1")};
}

/// The island's border becomes a disputed one.
void dispute(Sample &sample)
{
    sample.base.layers.push_back(*sample.base.layer(QStringLiteral("borders")));
    sample.base.layers.back().id = QStringLiteral("disputed");
}

AnnotatedPassage ownPassage(const QString &id)
{
    AnnotatedPassage own;
    own.id = id;
    own.source = QStringLiteral("https://example.org/own");
    own.anchor.exact = QStringLiteral("The made-up line");
    return own;
}

const Case cases[] = {
    {"credits-hidden", "show-credits", [](Sample &s) { hide(s, Element::Credits); }},
    {"attribution-missing", "", [](Sample &s) { s.figure.map.cornerCredit = false; }},
    {"attribution-covered", "put-back-legend", [](Sample &s) { s.figure.placed[Element::Legend] = {0.3, 0.3, 0.69, 0.69}; }},
    {"date-missing", "print-date", [](Sample &s) { hide(s, Element::Subtitle); }},
    {"date-missing", "print-date", [](Sample &s) { s.figure.subtitle = QStringLiteral("Rails and pipes"); }},
    {"date-missing", "print-date",
     [](Sample &s) {
         s.figure.subtitle = QStringLiteral("State of 2019");  // of another year
         hide(s, Element::Subtitle);
     }},
    {"date-unknown", "", [](Sample &s) { s.atlas.date.clear(); }},
    {"date-long-ago", "date-of-atlas",
     [](Sample &s) {
         s.figure.asOf = QStringLiteral("2021-03");
         s.input.today = QDate(2026, 6, 1);
     }},
    {"date-long-ago", "", [](Sample &s) { s.input.today = QDate(2031, 1, 1); }},
    {"notes-hidden", "show-notes", [](Sample &s) { hide(s, Element::Notes); }},
    {"sources-none", "", [](Sample &s) { s.figure.noteSubjects.clear(); }},
    {"passage-changed", "", [](Sample &s) { s.input.verdicts = {{QStringLiteral("p2"), Verdict::Changed}}; }},
    {"passage-changed", "leave-out-passage",
     [](Sample &s) {
         s.figure.noteSubjects = {QStringLiteral("gas")};
         s.figure.notePassages = {QStringLiteral("p3")};
         s.input.verdicts = {{QStringLiteral("p3"), Verdict::Orphan}};
     }},
    {"passage-changed", "leave-out-passage",
     [](Sample &s) {
         s.figure.ownPassages = {ownPassage(QStringLiteral("urn:uuid:1"))};
         s.figure.notePassages = {QStringLiteral("urn:uuid:1")};
         s.input.verdicts = {{QStringLiteral("urn:uuid:1"), Verdict::Ambiguous}};
     }},
    {"passage-contradicted", "", contradict},
    {"contradiction-untold", "show-notes",
     [](Sample &s) {
         contradict(s);
         hide(s, Element::Notes);
     }},
    {"map-empty", "show-lines", [](Sample &s) { s.figure.map.visibility.hiddenCorridors = {QStringLiteral("red"), QStringLiteral("blue"), QStringLiteral("pipe")}; }},
    {"map-empty", "", [](Sample &s) { s.figure.extent = {43.1, 38.1, 43.4, 38.4}; }},
    {"drawn-as-operating", "theme-light", [](Sample &s) { renameCorridors(s); s.style.lines[QStringLiteral("status-planned")].dashes.clear(); }},
    {"drawn-as-operating", "theme-light", [](Sample &s) { renameCorridors(s); s.style.lines[QStringLiteral("status-planned")].dashes = {9, 0.4}; }},  // gaps that nobody sees
    {"status-unexplained", "show-status-key", [](Sample &s) { hide(s, Element::StatusKey); }},
    {"legend-missing", "show-legend", [](Sample &s) { hide(s, Element::Legend); }},
    {"course-unexplained", "show-legend", [](Sample &s) { hide(s, Element::Legend); }},
    {"colours-everyone", "theme-light", [](Sample &s) { colour(s, 0xd55e00, 0xd86200); }},
    {"colours-deuteranopia", "theme-light", [](Sample &s) { colour(s, 0xa05020, 0x607020); }},
    {"colours-protanopia", "theme-light", [](Sample &s) { colour(s, 0x0072b2, 0x8060b0); }},
    {"colours-tritanopia", "theme-light", [](Sample &s) { colour(s, 0x008c8c, 0x0090b0); }},
    {"colours-grey-print", "theme-light", [](Sample &s) { colour(s, 0xd55e00, 0x0090b0); }},
    {"names-one-sided", "names-both", [](Sample &s) { s.figure.map.namePolicy = NamePolicy::Armenian; }},
    {"text-one-sided", "name-other-side", [](Sample &s) { s.figure.title = QStringLiteral("The Scarlet road today"); }},
    {"text-one-sided", "name-other-side", [](Sample &s) { s.figure.subtitle = QStringLiteral("Scarlet road, 2026"); }},
    {"names-in-other-language", "language-en", [](Sample &s) { s.figure.map.language = QStringLiteral("az"); }},
    {"disputed-solid", "theme-light",
     [](Sample &s) {
         renameCorridors(s);
         dispute(s);
         s.style.lines[QStringLiteral("disputed")].dashes.clear();
     }},
    {"dispute-unexplained", "show-legend",
     [](Sample &s) {
         dispute(s);
         hide(s, Element::Legend);
     }},
    {"disputes-unknown", "", [](Sample &s) { s.atlas.disputed.clear(); }},
    {"disclaimer-missing", "print-disclaimer", [](Sample &s) { hide(s, Element::Disclaimer); }},
    {"disclaimer-missing", "print-disclaimer", [](Sample &s) { s.figure.disclaimer = QStringLiteral(" "); }},
    {"title-missing", "show-title",
     [](Sample &s) {
         s.figure.preset = QStringLiteral("slide-16x9");
         hide(s, Element::Title);
     }},
    {"type-too-small", "enlarge-type", [](Sample &s) { s.figure.scale = 0.7; }},
    {"type-too-small", "enlarge-type", [](Sample &s) { s.style.texts[QStringLiteral("waypoint")].size = 6; }},
    {"type-small-on-slide", "enlarge-type",
     [](Sample &s) {
         s.figure.preset = QStringLiteral("slide-16x9");
         s.figure.scale = 0.9;
     }},
    {"overlap", "put-back-credits", [](Sample &s) { s.figure.placed[Element::Credits] = {0.02, 0.02, 0.5, 0.1}; }},
    {"off-page", "put-back-legend", [](Sample &s) { s.figure.placed[Element::Legend] = {0.9, 0.4, 0.3, 0.3}; }},
    {"text-cut", "put-back-title", [](Sample &s) { s.figure.placed[Element::Title] = {0.02, 0.02, 0.05, 0.05}; }},
    {"scale-bar-missing", "show-scale-bar", [](Sample &s) { hide(s, Element::ScaleBar); }},
    {"dark-on-paper", "theme-light", [](Sample &s) { renameCorridors(s); s.style.dark = true; }},
};

} // namespace

class FigureCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void nothingIsSaidOfAGoodFigure();
    void isRaisedAndMended_data();
    void isRaisedAndMended();
    void movedPassageIsNoMatter();
    void northIsToldWhereItIsCrooked();
    void nameWithItsCounterpartIsFair();
    void partsOfNeutralNamesTakeNoSide();
    void declinedNamesAreFound();
    void bundledThemesTellStatusApart();
    void jsonNamesTheFix();
};

void FigureCheckTest::nothingIsSaidOfAGoodFigure()
{
    QCOMPARE(FigureCheck::toText(Sample().findings()), QStringList());
}

void FigureCheckTest::isRaisedAndMended_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(cases)); ++i)
        QTest::addRow("%d-%s", i, cases[i].id) << i;
}

/// What a fix leaves was there before, without what it mends.
void FigureCheckTest::isRaisedAndMended()
{
    QFETCH(int, index);
    const Case &one = cases[index];
    Sample sample;
    one.spoil(sample);
    const std::vector<Finding> before = sample.findings();
    const Finding *finding = find(before, QLatin1String(one.id));
    QVERIFY2(finding, qPrintable(FigureCheck::toText(before).join(u'\n')));
    QCOMPARE(finding->fix ? finding->fix->id : QString(), QLatin1String(one.fix));
    QVERIFY(!finding->sentence.contains(u'%'));
    if (!finding->fix)
        return;
    sample.take(applied(sample.view(), *finding->fix));
    const std::vector<Finding> after = sample.findings();
    const QStringList left = idsOf(after), known = idsOf(before);
    QVERIFY2(!left.contains(QLatin1String(one.id)), qPrintable(FigureCheck::toText(after).join(u'\n')));
    // A contradiction that is printed is still one: as a remark.
    const QString rest = QLatin1String(one.id) == QLatin1String("contradiction-untold") ? QStringLiteral("passage-contradicted") : QString();
    for (const QString &id : left)
        QVERIFY2(known.contains(id) || id == rest, qPrintable(FigureCheck::toText(after).join(u'\n')));
}

void FigureCheckTest::movedPassageIsNoMatter()
{
    Sample sample;
    sample.input.verdicts = {{QStringLiteral("p1"), Verdict::Moved}, {QStringLiteral("p2"), Verdict::Exact}, {QStringLiteral("p9"), Verdict::Orphan}};
    QCOMPARE(FigureCheck::toText(sample.findings()), QStringList());  // p9 is not cited
}

void FigureCheckTest::northIsToldWhereItIsCrooked()
{
    Sample sample;
    hide(sample, Element::NorthArrow);
    QVERIFY(!idsOf(sample.findings()).contains(QStringLiteral("north-untold")));
    Figure figure = sample.made();
    FigureComposition made = *FigureComposition::of(figure);
    made.north = -24;
    const std::vector<Finding> found = FigureCheck::findings(figure, made);
    QVERIFY(find(found, QStringLiteral("north-untold")));
    QCOMPARE(find(found, QStringLiteral("north-untold"))->fix->id, QStringLiteral("show-north-arrow"));
    figure.map.visibility.hiddenLayers.clear();
    made.map.visibility.hiddenLayers.clear();
    QVERIFY(!find(FigureCheck::findings(figure, made), QStringLiteral("north-untold")));
}

namespace {

Atlas namedAtlas()
{
    AtlasData data = test::sourcedAtlas();
    const auto add = [&](const char *subject, const char *language, const char *name, const char *policy, const char *avoidedBy) {
        data.names.push_back({QString::fromLatin1(subject), QString::fromLatin1(language), QString::fromUtf8(name), QString::fromLatin1(policy), {}, QString::fromLatin1(avoidedBy), {}, QStringLiteral("r1")});
    };
    add("blue", "en", "Azure line", "armenian", "East side");
    add("blue", "en", "Cobalt line", "azerbaijani", "West side");
    add("blue", "az", "Kobalt xətti", "azerbaijani", "West side");
    add("blue", "en", "Azure / Cobalt route", "neutral", "");
    add("blue", "en", "Cobalt way", "search", "West side");
    add("place-middle", "en", "Cobalt", "azerbaijani", "");
    add("place-middle", "en", "Middle", "neutral", "");
    return Atlas(data);
}

QStringList flagged(const Atlas &atlas, const QString &text)
{
    QStringList found;
    for (const OneSidedName &name : oneSidedNames(atlas, text, text))
        found << name.text + QStringLiteral(" > ") + name.counterpart;
    return found;
}

} // namespace

void FigureCheckTest::nameWithItsCounterpartIsFair()
{
    const Atlas atlas = namedAtlas();
    QCOMPARE(flagged(atlas, QStringLiteral("Trains on the cobalt LINE")), QStringList{QStringLiteral("cobalt LINE > “Azure line” in Armenian usage")});
    QCOMPARE(flagged(atlas, QStringLiteral("Azure line")), QStringList{QStringLiteral("Azure line > “Cobalt line” in Azerbaijani usage")});
    QCOMPARE(flagged(atlas, QStringLiteral("Cobalt way")), QStringList{QStringLiteral("Cobalt way > “Azure line” in Armenian usage")});
    QCOMPARE(flagged(atlas, QStringLiteral("Cobalt line (Azure line)")), QStringList());
    QCOMPARE(flagged(atlas, QStringLiteral("Scarlet road")), QStringList{QStringLiteral("Scarlet road > Red route")});
    QCOMPARE(flagged(atlas, QStringLiteral("Scarlet road, the Red route")), QStringList());
    // The counterpart may stand elsewhere on the page.
    QVERIFY(oneSidedNames(atlas, QStringLiteral("Cobalt line"), QStringLiteral("Cobalt line\nAzure line")).empty());
}

void FigureCheckTest::partsOfNeutralNamesTakeNoSide()
{
    const Atlas atlas = namedAtlas();
    QCOMPARE(flagged(atlas, QStringLiteral("Azure / Cobalt route")), QStringList());
    QCOMPARE(flagged(atlas, QStringLiteral("Cobaltish lines")), QStringList());
    QCOMPARE(flagged(atlas, QStringLiteral("Cobalt mine")), QStringList{QStringLiteral("Cobalt > Middle")});
    QCOMPARE(flagged(atlas, {}), QStringList());
}

void FigureCheckTest::declinedNamesAreFound()
{
    const QString text = QStringLiteral("Yeni kobalt xəttinin xəritəsi");
    const Atlas atlas = namedAtlas();
    const std::vector<OneSidedName> found = oneSidedNames(atlas, text, text);
    QCOMPARE(int(found.size()), 1);
    QCOMPARE(found.front().text, QStringLiteral("kobalt xəttinin"));
}

/// A theme that is offered as a fix must be one.
void FigureCheckTest::bundledThemesTellStatusApart()
{
    for (const QString &theme : MapStyle::bundledNames()) {
        Sample sample;
        sample.figure.theme = theme;
        const QStringList ids = idsOf(sample.findings());
        QVERIFY2(!ids.contains(QStringLiteral("drawn-as-operating")) && !ids.contains(QStringLiteral("disputed-solid")), qPrintable(theme));
    }
}

void FigureCheckTest::jsonNamesTheFix()
{
    Sample sample;
    hide(sample, Element::Credits);
    const std::vector<Finding> found = sample.findings();
    QCOMPARE(FigureCheck::objections(found), 1);
    const QJsonObject json = FigureCheck::toJson(found).first().toObject();
    QCOMPARE(json.keys(), QStringList({QStringLiteral("element"), QStringLiteral("fix"), QStringLiteral("id"), QStringLiteral("sentence"), QStringLiteral("severity")}));
    QCOMPARE(json.value(QStringLiteral("element")).toString(), QStringLiteral("credits"));
    QCOMPARE(json.value(QStringLiteral("severity")).toString(), QStringLiteral("objection"));
    QCOMPARE(json.value(QStringLiteral("fix")).toObject().value(QStringLiteral("id")).toString(), QStringLiteral("show-credits"));
    QVERIFY(found.front().says(sample.findings().front()));
}

QTEST_MAIN(FigureCheckTest)
#include "FigureCheckTest.moc"
