// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlas/Vocabulary.h"

#include <QSet>
#include <QTest>

using namespace ca;

class VocabularyTest : public QObject {
    Q_OBJECT

    template <class E>
    void roundTrip(E last)
    {
        const QStringList ids = allIds<E>();
        QCOMPARE(ids.size(), qsizetype(last) + 1);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        for (int i = 0; i < ids.size(); ++i) {
            const auto value = fromId<E>(ids[i]);
            QVERIFY(value.has_value());
            QCOMPARE(int(*value), i);
            QCOMPARE(toId(*value), ids[i]);
            QVERIFY(!title(*value).isEmpty());
        }
        QVERIFY(!fromId<E>(QString()));
        QVERIFY(!fromId<E>(ids.front().toUpper()));
        QVERIFY(!fromId<E>(ids.front() + u' '));
    }

private Q_SLOTS:
    void everyWordComesBack()
    {
        roundTrip(Mode::Other);
        roundTrip(Status::Unknown);
        roundTrip(Precision::Estimated);
        roundTrip(WaypointKind::Junction);
        roundTrip(SubjectKind::Context);
        roundTrip(Role::Alternative);
        roundTrip(Claim::Opinion);
        roundTrip(NamePolicy::Both);
    }

    void idsAreThoseOfTheFiles()
    {
        QCOMPARE(toId(Mode::GasPipeline), QStringLiteral("gas-pipeline"));
        QCOMPARE(toId(WaypointKind::BorderCrossing), QStringLiteral("border_crossing"));
        QCOMPARE(title(Status::Construction), QStringLiteral("under construction"));
    }
};

QTEST_APPLESS_MAIN(VocabularyTest)
#include "VocabularyTest.moc"
