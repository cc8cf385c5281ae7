// SPDX-License-Identifier: GPL-3.0-or-later
#include "citation/FragmentLink.h"

#include <QTest>

using namespace ca;

class FragmentLinkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void directives_data();
    void directives();
    void longQuotationsHaveBeginningAndEnd();
    void urlKeepsItsFragment();
    void onlyWebPagesGetADirective();
};

void FragmentLinkTest::directives_data()
{
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("ambiguous");
    QTest::addColumn<QByteArray>("directive");
    const QString before = QStringLiteral("ed that on Monday the "), after = QStringLiteral(" left for the bor");
    QTest::newRow("whole") << "four wagons of grain" << before << after << false << QByteArray("text=four%20wagons%20of%20grain");
    QTest::newRow("short gets context") << "grain train" << before << after << false
                                        << QByteArray("text=on%20Monday%20the-,grain%20train,-left%20for%20the");
    QTest::newRow("ambiguous gets context") << "four wagons of grain" << before << after << true
                                            << QByteArray("text=on%20Monday%20the-,four%20wagons%20of%20grain,-left%20for%20the");
    QTest::newRow("signs are encoded") << "tea, salt & 50 % more" << QString() << QString() << false
                                       << QByteArray("text=tea%2C%20salt%20%26%2050%20%25%20more");
    QTest::newRow("uncertain signs inside") << "the line's first part is long since open to trains" << QString() << QString() << false
                                            << QByteArray("text=the,long%20since%20open%20to%20trains");
    QTest::newRow("uncertain signs at the edge") << "'the first part is open" << QString() << QString() << false
                                                 << QByteArray("text=first%20part%20is%20open");
    QTest::newRow("uncertain context is left out") << "grain train" << "said the so-called" << after << false
                                                   << QByteArray("text=grain%20train,-left%20for%20the");
    QTest::newRow("nothing certain") << "'a' b-c" << before << after << false << QByteArray();
    QTest::newRow("empty") << "" << before << after << true << QByteArray();
    QTest::newRow("other scripts") << "Զանգեզուր ճանապարհ նոր է" << QString() << QString() << false
                                   << "text=" + QStringLiteral("Զանգեզուր ճանապարհ նոր է").toUtf8().toPercentEncoding();
}

void FragmentLinkTest::directives()
{
    QFETCH(QString, exact);
    QFETCH(QString, prefix);
    QFETCH(QString, suffix);
    QFETCH(bool, ambiguous);
    QFETCH(QByteArray, directive);
    TextAnchor anchor;
    anchor.exact = exact;
    anchor.prefix = prefix;
    anchor.suffix = suffix;
    QCOMPARE(textDirective(anchor, ambiguous), directive);
}

void FragmentLinkTest::longQuotationsHaveBeginningAndEnd()
{
    TextAnchor anchor;
    QStringList words;
    for (int i = 0; i < 80; ++i)
        words << QStringLiteral("w%1").arg(i);
    anchor.exact = words.join(u' ');
    QCOMPARE(textDirective(anchor), QByteArray("text=w0%20w1%20w2%20w3%20w4,w75%20w76%20w77%20w78%20w79"));
    // Few but very long words: beginning and end never overlap.
    anchor.exact = QString(200, u'a') + u' ' + QString(200, u'b') + u' ' + QString(200, u'c');
    QCOMPARE(textDirective(anchor), QByteArray("text=") + QByteArray(200, 'a') + ',' + QByteArray(200, 'c'));
}

void FragmentLinkTest::urlKeepsItsFragment()
{
    TextAnchor anchor;
    anchor.exact = QStringLiteral("four wagons, of grain");
    QCOMPARE(quotationUrl(QUrl(QStringLiteral("https://example.org/a?b=c#part")), anchor).toEncoded(),
             QByteArray("https://example.org/a?b=c#part:~:text=four%20wagons%2C%20of%20grain"));
    QCOMPARE(quotationUrl(QUrl(QStringLiteral("https://example.org/a")), {}), QUrl(QStringLiteral("https://example.org/a")));
}

void FragmentLinkTest::onlyWebPagesGetADirective()
{
    TextAnchor anchor;
    anchor.exact = QStringLiteral("four wagons of grain");
    for (const char *page : {"urn:sha256:ab", "file:///a", ""})
        QCOMPARE(quotationUrl(QUrl(QLatin1String(page)), anchor), QUrl(QLatin1String(page)));
}

QTEST_GUILESS_MAIN(FragmentLinkTest)
#include "FragmentLinkTest.moc"
