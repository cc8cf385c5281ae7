// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/CheckPanel.h"

#include "figure/SampleFigure.h"
#include "figures/FigureDocument.h"
#include "figures/FindingRow.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace ca;

namespace {

/// A panel that is brought new findings after every edit, as the window does.
struct Desk {
    FigureDocument document;
    CheckPanel panel{document};
    Figure figure = test::figure();

    explicit Desk(const FigureSpec &spec)
    {
        FigureView view;
        view.figure = spec;
        document.reset(view);
        QObject::connect(&document, &FigureDocument::changed, &panel, [this] { check(); });
        check();
        panel.resize(340, 420);
        panel.show();
    }
    void check()
    {
        static_cast<FigureSpec &>(figure) = document.view().figure;
        panel.setFindings(FigureCheck::findings(figure, *FigureComposition::of(figure)));
    }
    [[nodiscard]] FindingRow *row(const QString &id) const
    {
        for (std::size_t i = 0; i < panel.findings().size(); ++i) {
            if (panel.findings()[i].id == id)
                return rows()[i];
        }
        return nullptr;
    }
    /// Shown ones, from the top.
    [[nodiscard]] std::vector<FindingRow *> rows() const
    {
        std::vector<FindingRow *> shown;
        for (FindingRow *row : panel.findChildren<FindingRow *>()) {
            if (row->isVisibleTo(&panel))
                shown.push_back(row);
        }
        return shown;
    }
};

FigureSpec spoilt()
{
    FigureSpec spec = test::figure();
    spec.setShown(FigureElement::Credits, false);
    spec.setShown(FigureElement::Disclaimer, false);
    return spec;
}

} // namespace

class CheckPanelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { loadFonts(); }
    void buttonMendsAndUndoBringsBack();
    void clickShowsThePlace();
    void keyboardDoesAll();
    void severityIsAWord();
    void eyesAreChosen();
    void goodFigureIsPraised();
};

void CheckPanelTest::buttonMendsAndUndoBringsBack()
{
    Desk desk(spoilt());
    QSignalSpy counted(&desk.panel, &CheckPanel::objectionsChanged);
    const int before = desk.panel.objections();
    FindingRow *row = desk.row(QStringLiteral("credits-hidden"));
    QVERIFY(row && row->fixButton());
    QTest::mouseClick(row->fixButton(), Qt::LeftButton);
    QVERIFY(desk.document.view().figure.shows(FigureElement::Credits));
    QVERIFY(!desk.row(QStringLiteral("credits-hidden")));
    QCOMPARE(desk.panel.objections(), before - 1);
    QCOMPARE(counted.size(), 1);
    QCOMPARE(counted.front().front().toInt(), before - 1);
    desk.document.undoStack().undo();
    QVERIFY(desk.row(QStringLiteral("credits-hidden")));
    QVERIFY(desk.row(QStringLiteral("credits-hidden"))->fixButton()->isEnabled());
    QCOMPARE(counted.size(), 2);
}

void CheckPanelTest::clickShowsThePlace()
{
    Desk desk(spoilt());
    QSignalSpy shown(&desk.panel, &CheckPanel::elementActivated);
    QTest::mouseClick(desk.row(QStringLiteral("disclaimer-missing")), Qt::LeftButton, {}, QPoint(60, 10));
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.front().front().value<FigureElement>(), FigureElement::Disclaimer);
    QSignalSpy spoken(&desk.panel, &CheckPanel::subjectActivated);
    QVERIFY(desk.row(QStringLiteral("passage-contradicted")));
    QTest::mouseClick(desk.row(QStringLiteral("passage-contradicted")), Qt::LeftButton, {}, QPoint(60, 10));
    QCOMPARE(spoken.size(), 1);
    QCOMPARE(spoken.front().front().toString(), QStringLiteral("p1"));
}

void CheckPanelTest::keyboardDoesAll()
{
    Desk desk(spoilt());
    QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
    const std::vector<FindingRow *> rows = desk.rows();
    QVERIFY(rows.size() >= 3);
    rows[0]->setFocus(Qt::TabFocusReason);
    QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Down);
    QCOMPARE(desk.panel.focusWidget(), rows[1]);
    QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Up);
    QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Up);  // nothing above
    QCOMPARE(desk.panel.focusWidget(), rows[0]);
    QSignalSpy shown(&desk.panel, &CheckPanel::elementActivated);
    QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Return);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(desk.panel.findings().front().id, QStringLiteral("credits-hidden"));
    QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Tab);
    QCOMPARE(desk.panel.focusWidget(), rows[0]->fixButton());
    QTest::keyClick(desk.panel.focusWidget(), Qt::Key_Space);
    QVERIFY(desk.document.view().figure.shows(FigureElement::Credits));
    // What came up in its place has the focus: on to the next.
    QCOMPARE(desk.panel.focusWidget(), desk.rows()[0]);
}

/// By word, not by colour and icon alone; and for those who listen.
void CheckPanelTest::severityIsAWord()
{
    Desk desk(spoilt());
    for (std::size_t i = 0; i < desk.rows().size(); ++i) {
        const Finding &finding = desk.panel.findings()[i];
        const FindingRow *row = desk.rows()[i];
        QCOMPARE(row->accessibleName(), severityTitle(finding.severity) + QStringLiteral(": ") + finding.sentence);
        const auto labels = row->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(severityTitle(finding.severity)); }));
        QCOMPARE(row->fixButton() != nullptr, finding.fix.has_value());
    }
}

void CheckPanelTest::eyesAreChosen()
{
    Desk desk(spoilt());
    QSignalSpy changed(&desk.panel, &CheckPanel::visionChanged);
    auto *combo = desk.panel.findChild<QComboBox *>();
    QCOMPARE(combo->count(), int(allColourVisions.size()));
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().value<ColourVision>(), ColourVision::Deuteranopia);
    desk.panel.setVision(ColourVision::GreyPrint);
    QCOMPARE(desk.panel.vision(), ColourVision::GreyPrint);
    // A finding on colours is seen by the eyes it speaks of.
    Finding finding;
    finding.id = QStringLiteral("colours-tritanopia");
    desk.panel.setFindings({finding});
    QTest::mouseClick(desk.rows()[0], Qt::LeftButton, {}, QPoint(60, 10));
    QCOMPARE(desk.panel.vision(), ColourVision::Tritanopia);
}

void CheckPanelTest::goodFigureIsPraised()
{
    Desk desk(spoilt());
    desk.panel.setFindings({});
    QVERIFY(desk.rows().empty());
    QCOMPARE(desk.panel.objections(), 0);
    QVERIFY(desk.panel.findChild<QLabel *>()->text().contains(QStringLiteral("Nothing")));
}

QTEST_MAIN(CheckPanelTest)
#include "CheckPanelTest.moc"
