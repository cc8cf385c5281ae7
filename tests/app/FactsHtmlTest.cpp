// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/Describe.h"
#include "panels/FactsHtml.h"
#include "panels/HtmlWriter.h"

#include <QTest>
#include <QTextDocument>

using namespace ca;

class FactsHtmlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void escapesWhatSourcesSay();
    void differentValuesOfOneMatterDisagree();
    void progressOverTimeIsAHistory();
    void freeTextNeverDisagrees();
    void statusComesFirst();
    void sheetColoursFollowThePalette();
    void scaleHasThreeDigits();
    void precisionSharesSumToOne();
};

namespace {

Fact fact(const QString &attribute, const QString &value, const QString &unit, const QString &asOf)
{
    Fact made;
    made.attribute = attribute;
    made.value = value;
    made.unit = unit;
    made.asOf = asOf;
    return made;
}

std::vector<FactGroup> grouped(const std::vector<Fact> &facts)
{
    std::vector<const Fact *> pointers;
    for (const Fact &one : facts)
        pointers.push_back(&one);
    return groupFacts(pointers);
}

} // namespace

void FactsHtmlTest::escapesWhatSourcesSay()
{
    AtlasData data;
    const Atlas atlas(data);
    const std::vector<Fact> facts{fact("operator", "<b>bold</b> & co", "", "")};
    HtmlWriter html;
    writeFacts(html, atlas, grouped(facts));
    QVERIFY(!html.text().contains("<b>bold"));
    QTextDocument document;
    document.setHtml(html.text());
    QVERIFY(document.toPlainText().contains("<b>bold</b> & co"));
    QVERIFY(!HtmlWriter::link("subject", "a\"><script>", "x").contains("<script>"));
}

void FactsHtmlTest::differentValuesOfOneMatterDisagree()
{
    const std::vector<Fact> facts{fact("length", "42", "km", "2026-01"), fact("length", "43", "km", "2026-02")};
    QVERIFY(grouped(facts).front().disagree);
    const std::vector<Fact> same{fact("length", "42", "km", "2026-01"), fact("length", "42", "km", "2026-02")};
    QVERIFY(!grouped(same).front().disagree);
    const std::vector<Fact> otherUnit{fact("cost", "15", "USD bn", ""), fact("cost", "13", "EUR bn", "")};
    QVERIFY(!grouped(otherUnit).front().disagree);
}

void FactsHtmlTest::progressOverTimeIsAHistory()
{
    const std::vector<Fact> facts{fact("progress", "38", "%", "2022"), fact("progress", "70", "%", "2026-02-27")};
    const auto groups = grouped(facts);
    QVERIFY(!groups.front().disagree);
    QCOMPARE(groups.front().facts.front()->value, QString("70"));
    const std::vector<Fact> sameDay{fact("progress", "38", "%", "2022"), fact("progress", "40", "%", "2022")};
    QVERIFY(grouped(sameDay).front().disagree);
}

void FactsHtmlTest::freeTextNeverDisagrees()
{
    const std::vector<Fact> facts{fact("event", "one", "", ""), fact("event", "another", "", "")};
    QVERIFY(!grouped(facts).front().disagree);
}

void FactsHtmlTest::statusComesFirst()
{
    const std::vector<Fact> facts{fact("other", "x", "", ""), fact("gauge", "1520", "mm", ""),
                                  fact("status", "planned", "", "")};
    const auto groups = grouped(facts);
    QCOMPARE(groups.front().attribute, QString("status"));
    QCOMPARE(groups.back().attribute, QString("other"));
}

void FactsHtmlTest::sheetColoursFollowThePalette()
{
    QPalette light;
    light.setColor(QPalette::Base, Qt::white);
    light.setColor(QPalette::Text, Qt::black);
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    QVERIFY(HtmlWriter::styleSheet(light) != HtmlWriter::styleSheet(dark));
    QVERIFY(!HtmlWriter::styleSheet(light).contains('@'));
    QCOMPARE(HtmlWriter::mixed(Qt::white, Qt::black, 1), QColor(Qt::white));
}

void FactsHtmlTest::scaleHasThreeDigits()
{
    QString text = describe::scale(1234567);
    text.remove(QChar(0x202f));
    QCOMPARE(text, QString("1:1230000"));
    QVERIFY(describe::scale(-1).isEmpty());
}

void FactsHtmlTest::precisionSharesSumToOne()
{
    Segment segment;
    Leg known;
    known.line = {{40, 45}, {40, 46}};
    known.precision = Precision::Generalised;
    Leg guessed;
    guessed.line = {{40, 46}, {40, 46.5}};
    guessed.precision = Precision::Estimated;
    segment.legs = {known, guessed, known};
    const auto shares = describe::precisionShares(segment);
    QCOMPARE(shares.size(), std::size_t(2));
    QVERIFY(std::abs(shares[0].share + shares[1].share - 1) < 1e-12);
    QVERIFY(shares[0].precision == Precision::Generalised && shares[0].share > shares[1].share);
}

QTEST_MAIN(FactsHtmlTest)
#include "FactsHtmlTest.moc"
