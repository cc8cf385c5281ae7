// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/ColumnValues.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace ca;

class ColumnValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstValueGivesTheType();
    void nullsBeforeTheFirstValueStayNull();
    void anotherTypeTurnsTheColumnIntoText();
    void integersFitInAColumnOfRealsWhileExact();
    void extremesSurvive();
    void numbersAreReadFromText();
    void equalTextsAreStoredOnce();
    void appendingKeepsValuesAndNulls_data();
    void appendingKeepsValuesAndNulls();
    void retainingKeepsTheMarked_data();
    void retainingKeepsTheMarked();
    void clearedColumnsStartAnew();
    void aMillionCellsCostLittle();
};

namespace {

const QVariant text(const char *utf8) { return QString::fromUtf8(utf8); }

QVariantList all(const ColumnValues &column)
{
    QVariantList values;
    for (std::size_t i = 0; i < column.size(); ++i)
        values << column[i];
    return values;
}

} // namespace

void ColumnValuesTest::theFirstValueGivesTheType()
{
    QCOMPARE(ColumnValues({}).type(), ColumnValues::Type::Empty);
    QCOMPARE(ColumnValues({1}).type(), ColumnValues::Type::Integer);
    QCOMPARE(ColumnValues({true}).type(), ColumnValues::Type::Integer);
    QCOMPARE(ColumnValues({1.5}).type(), ColumnValues::Type::Real);
    QCOMPARE(ColumnValues({text("a")}).type(), ColumnValues::Type::Text);
    const ColumnValues places{text("Meğri"), QVariant(), text("")};
    QCOMPARE(places[0], text("Meğri"));
    QVERIFY(places.isNull(1));
    QVERIFY(!places.isNull(2));
    QCOMPARE(places.utf8(0), std::string_view("Meğri"));
    QVERIFY(places.utf8(1).empty());
    QVERIFY(places.isNull(3));
}

void ColumnValuesTest::nullsBeforeTheFirstValueStayNull()
{
    for (const QVariant &value : {QVariant(7), QVariant(7.5), text("seven")}) {
        const ColumnValues column{QVariant(), QVariant(), value, QVariant()};
        QVERIFY(column.isNull(0) && column.isNull(1) && column.isNull(3));
        QCOMPARE(column.size(), std::size_t(4));
        QCOMPARE(column[2].toString(), value.toString());
    }
    const ColumnValues nothing{QVariant(), QVariant()};
    QCOMPARE(nothing.size(), std::size_t(2));
    QVERIFY(nothing.isNull(0) && nothing[1].isNull() && std::isnan(nothing.number(0)));
}

void ColumnValuesTest::anotherTypeTurnsTheColumnIntoText()
{
    QCOMPARE(all({1, QVariant(), text("x"), 3}), (QVariantList{text("1"), QVariant(), text("x"), text("3")}));
    QCOMPARE(all({2.5, text("x"), 1.25}), (QVariantList{text("2.5"), text("x"), text("1.25")}));
    QCOMPARE(all({1, 2.5}), (QVariantList{text("1"), text("2.5")}));
}

void ColumnValuesTest::integersFitInAColumnOfRealsWhileExact()
{
    const ColumnValues column{0.5, 3};
    QCOMPARE(column.type(), ColumnValues::Type::Real);
    QCOMPARE(column[1], QVariant(3.0));
    const qlonglong large = 9007199254740993;  // 2^53 + 1
    QCOMPARE(all({0.5, large}), (QVariantList{text("0.5"), text("9007199254740993")}));
}

void ColumnValuesTest::extremesSurvive()
{
    const auto least = std::numeric_limits<qlonglong>::min();
    const auto most = std::numeric_limits<qlonglong>::max();
    const ColumnValues integers{least, most};
    QCOMPARE(integers[0], QVariant(least));
    QCOMPARE(integers.integer(1), std::int64_t(most));
    const double inf = std::numeric_limits<double>::infinity();
    const ColumnValues reals{inf, std::nan("")};
    QCOMPARE(reals.number(0), inf);
    QVERIFY(reals.isNull(1));
}

void ColumnValuesTest::numbersAreReadFromText()
{
    const ColumnValues column{text("12"), text("1.5"), text("many"), QVariant()};
    QCOMPARE(column.number(0), 12.0);
    QCOMPARE(column.integer(0), std::int64_t(12));
    QCOMPARE(column.integer(1, -1), std::int64_t(-1));
    QVERIFY(std::isnan(column.number(2)));
    QCOMPARE(column.integer(2, 9), std::int64_t(9));
    QCOMPARE(column.text(1), QStringLiteral("1.5"));
    QCOMPARE(ColumnValues({41}).text(0), QStringLiteral("41"));
}

void ColumnValuesTest::equalTextsAreStoredOnce()
{
    ColumnValues column;
    const std::string name(1000, 'x');
    for (int i = 0; i < 1000; ++i)
        column.pushText(name);
    QVERIFY(column.bytes() < 20'000);
    QCOMPARE(column.utf8(999), std::string_view(name));
}

void ColumnValuesTest::appendingKeepsValuesAndNulls_data()
{
    QTest::addColumn<QVariantList>("first");
    QTest::addColumn<QVariantList>("second");
    QTest::addColumn<QVariantList>("both");
    const QVariant null;
    QTest::newRow("integers") << QVariantList{1, 2} << QVariantList{null, 3} << QVariantList{1, 2, null, 3};
    QTest::newRow("nulls then integers") << QVariantList{null} << QVariantList{4} << QVariantList{null, 4};
    QTest::newRow("integers then nulls") << QVariantList{4} << QVariantList{null} << QVariantList{4, null};
    QTest::newRow("null integers first") << QVariantList{1, null} << QVariantList{3} << QVariantList{1, null, 3};
    QTest::newRow("reals") << QVariantList{1.5, null} << QVariantList{null, 2.5} << QVariantList{1.5, null, null, 2.5};
    QTest::newRow("texts") << QVariantList{"a", null, "b"} << QVariantList{"c", "a", null} << QVariantList{"a", null, "b", "c", "a", null};
    QTest::newRow("text and number") << QVariantList{"a"} << QVariantList{1} << QVariantList{"a", "1"};
    QTest::newRow("nothing first") << QVariantList{} << QVariantList{"a", null} << QVariantList{"a", null};
    QTest::newRow("nothing after") << QVariantList{1} << QVariantList{} << QVariantList{1};
}

void ColumnValuesTest::appendingKeepsValuesAndNulls()
{
    QFETCH(QVariantList, first);
    QFETCH(QVariantList, second);
    QFETCH(QVariantList, both);
    ColumnValues column;
    ColumnValues more;
    for (const QVariant &value : first)
        column.push_back(value);
    for (const QVariant &value : second)
        more.push_back(value);
    column.append(more);
    column.pushNull();
    QCOMPARE(all(column), both + QVariantList{QVariant()});
}

void ColumnValuesTest::retainingKeepsTheMarked_data()
{
    QTest::addColumn<QVariantList>("values");
    QTest::newRow("integers") << QVariantList{1, QVariant(), 3, 4};
    QTest::newRow("integers, nulls to the end") << QVariantList{1, 2, 3, QVariant()};
    QTest::newRow("reals") << QVariantList{1.5, QVariant(), 3.5, 4.5};
    QTest::newRow("texts") << QVariantList{"a", QVariant(), "c", "a"};
    QTest::newRow("nulls") << QVariantList{QVariant(), QVariant(), QVariant(), QVariant()};
}

void ColumnValuesTest::retainingKeepsTheMarked()
{
    QFETCH(QVariantList, values);
    for (unsigned pattern = 0; pattern < 16; ++pattern) {
        ColumnValues column;
        QVariantList expected;
        std::vector<bool> marks;
        for (int i = 0; i < 4; ++i) {
            column.push_back(values[i]);
            marks.push_back((pattern >> i) & 1u);
            if (marks.back())
                expected << values[i];
        }
        column.retain(marks);
        QCOMPARE(all(column), expected);
    }
}

void ColumnValuesTest::clearedColumnsStartAnew()
{
    ColumnValues column{text("a"), text("b")};
    column.clear();
    QCOMPARE(column.size(), std::size_t(0));
    column.push_back(5);
    QCOMPARE(column.type(), ColumnValues::Type::Integer);
    column.clear();
    column.pushText("a");
    column.pushText("a");
    QCOMPARE(column[1], text("a"));
}

void ColumnValuesTest::aMillionCellsCostLittle()
{
    ColumnValues kinds;
    ColumnValues numbers;
    for (int i = 0; i < 1'000'000; ++i) {
        kinds.pushText(i % 3 ? "rail" : "narrow_gauge");
        numbers.pushInteger(i);
    }
    QVERIFY(kinds.bytes() < 6'000'000);
    QVERIFY(numbers.bytes() < 10'000'000);
}

QTEST_APPLESS_MAIN(ColumnValuesTest)
#include "ColumnValuesTest.moc"
