// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"
#include "figure/FigurePresets.h"
#include "figures/FigureDocument.h"
#include "figures/FigureInspector.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace ca;

/// Fields of the inspector against its document, by mouse and keys. No atlas: ids stand for names.
class FigureInspectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typingIsOneStepUntilTheFieldIsLeft();
    void undoInAFieldIsTheDocuments();
    void presetsAndOwnSizes();
    void whatIsShownRoundedStaysExact();
    void themesAreThoseForPaper();
    void disclaimerGoesBackToItsUsualWords();
    void halfADateIsNone();
    void namesAndGraticule();
    void elementsAreSwitchedAndPutBack();
    void notesOfTheSelection();
    void everyFieldHasAName();

private:
    template <class T>
    T &field(const char *name) { return *m_inspector->findChild<T *>(QLatin1String(name)); }
    const FigureView &view() { return m_document->view(); }
    const FigureSpec &figure() { return m_document->view().figure; }
    int steps() { return m_document->undoStack().count(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<FigureDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    FigureInspector *m_inspector = nullptr;
};

void FigureInspectorTest::init()
{
    m_session = std::make_unique<Session>(test::cleanOptions());
    m_document = std::make_unique<FigureDocument>();
    FigureView view;
    view.figure.preset = QStringLiteral("a4-landscape");
    view.figure.page = figurePreset(view.figure.preset)->page;
    m_document->reset(view);
    m_window = std::make_unique<QWidget>();
    m_inspector = new FigureInspector(*m_document, *m_session);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_inspector);
    m_window->resize(360, 1200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void FigureInspectorTest::cleanup()
{
    m_window.reset();
    m_document.reset();
    m_session.reset();
}

void FigureInspectorTest::typingIsOneStepUntilTheFieldIsLeft()
{
    auto &title = field<QLineEdit>("figureTitle");
    title.setFocus();
    QTest::keyClicks(&title, QStringLiteral("Rail"));
    QCOMPARE(figure().title, QStringLiteral("Rail"));
    QCOMPARE(steps(), 1);
    field<QLineEdit>("figureSubtitle").setFocus();
    title.setFocus();
    QTest::keyClick(&title, Qt::Key_End);
    QTest::keyClicks(&title, QStringLiteral("s"));
    QCOMPARE(steps(), 2);
    m_document->undoStack().undo();
    QCOMPARE(title.text(), QStringLiteral("Rail"));
    m_document->undoStack().undo();
    QVERIFY(title.text().isEmpty());
    m_document->undoStack().redo();
    QCOMPARE(title.text(), QStringLiteral("Rail"));
}

void FigureInspectorTest::undoInAFieldIsTheDocuments()
{
    auto *undo = m_document->undoStack().createUndoAction(m_window.get());
    undo->setShortcut(QKeySequence::Undo);
    m_window->addAction(undo);
    auto &subtitle = field<QLineEdit>("figureSubtitle");
    subtitle.setFocus();
    QTest::keyClicks(&subtitle, QStringLiteral("Now"));
    auto &disclaimer = field<QPlainTextEdit>("figureDisclaimer");
    disclaimer.setFocus();
    QTest::keyClicks(&disclaimer, QStringLiteral("x"));
    QTest::keyClick(&disclaimer, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!figure().disclaimer);
    QTest::keyClick(&disclaimer, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(figure().subtitle.isEmpty() && subtitle.text().isEmpty());
}

void FigureInspectorTest::presetsAndOwnSizes()
{
    auto &preset = field<QComboBox>("figurePreset");
    QCOMPARE(preset.currentData().toString(), QStringLiteral("a4-landscape"));
    preset.setFocus();
    QTest::keyClick(&preset, Qt::Key_Home);
    QCOMPARE(figure().preset, figurePresets().front().id);
    QCOMPARE(figure().page, figurePresets().front().page);

    auto &unit = field<QComboBox>("figureUnit");
    QTest::keyClick(&unit, Qt::Key_Down);
    auto &width = field<QDoubleSpinBox>("figureWidth");
    QCOMPARE(width.value(), 1280.0);
    width.setFocus();
    width.selectAll();
    QTest::keyClicks(&width, QStringLiteral("1000"));
    QCOMPARE(figure().page.width(), 1280.0);  // not yet
    QTest::keyClick(&width, Qt::Key_Return);
    QCOMPARE(figure().page, QSizeF(1000, 720));
    QVERIFY(figure().preset.isEmpty());
    QVERIFY(preset.currentData().toString().isEmpty());
    m_document->undoStack().undo();
    QCOMPARE(width.value(), 1280.0);
    QCOMPARE(preset.currentData().toString(), figurePresets().front().id);
}

void FigureInspectorTest::whatIsShownRoundedStaysExact()
{
    m_document->edit(QStringLiteral("odd"), [](FigureView &view) { view.figure.page = {1003.37, 701.19}; });
    auto &height = field<QDoubleSpinBox>("figureHeight");
    height.setFocus();
    QTest::keyClick(&height, Qt::Key_Up);
    QCOMPARE(figure().page.width(), 1003.37);
    QVERIFY(figure().page.height() > 701.19 + 2);  // a millimetre
}

void FigureInspectorTest::themesAreThoseForPaper()
{
    auto &theme = field<QComboBox>("figureTheme");
    QVERIFY(theme.findData(QStringLiteral("dark")) < 0);
    QVERIFY(theme.findData(QStringLiteral("bench")) < 0);
    QTest::keyClick(&theme, Qt::Key_End);
    QVERIFY(figure().theme != QLatin1String("light"));
    m_document->edit(QStringLiteral("foreign"), [](FigureView &view) { view.figure.theme = QStringLiteral("of-somebody"); });
    QCOMPARE(theme.currentData().toString(), QStringLiteral("of-somebody"));
    QCOMPARE(figure().theme, QStringLiteral("of-somebody"));
    QTest::mouseClick(&field<QCheckBox>("figureTransparent"), Qt::LeftButton, {}, {8, field<QCheckBox>("figureTransparent").height() / 2});
    QVERIFY(figure().transparent);
}

void FigureInspectorTest::disclaimerGoesBackToItsUsualWords()
{
    auto &disclaimer = field<QPlainTextEdit>("figureDisclaimer");
    auto &usual = field<QToolButton>("usualDisclaimer");
    QCOMPARE(disclaimer.toPlainText(), FigureSpec::defaultDisclaimer());
    QVERIFY(!usual.isEnabled());
    disclaimer.selectAll();
    QTest::keyClicks(&disclaimer, QStringLiteral("Draft."));
    QCOMPARE(figure().disclaimer.value_or(QString()), QStringLiteral("Draft."));
    QVERIFY(disclaimer.textCursor().atEnd());
    usual.click();
    QVERIFY(!figure().disclaimer);
    QCOMPARE(disclaimer.toPlainText(), FigureSpec::defaultDisclaimer());
}

void FigureInspectorTest::halfADateIsNone()
{
    auto &date = field<QLineEdit>("figureDate");
    auto &problem = field<QLabel>("figureDateProblem");
    date.setFocus();
    QTest::keyClicks(&date, QStringLiteral("2025"));
    QCOMPARE(view().asOf, QStringLiteral("2025"));
    QTest::keyClicks(&date, QStringLiteral("-13"));
    QCOMPARE(view().asOf, QStringLiteral("2025"));
    QVERIFY(problem.isVisible());
    QTest::keyClick(&date, Qt::Key_Return);
    QCOMPARE(date.text(), QStringLiteral("2025"));
    QVERIFY(!problem.isVisible());
    QTest::keyClicks(&date, QStringLiteral("-08-31"));
    QCOMPARE(view().asOf, QStringLiteral("2025-08-31"));
    date.clear();
    QTest::keyClicks(&date, QStringLiteral(" "));
    QVERIFY(view().asOf.isEmpty());
}

void FigureInspectorTest::namesAndGraticule()
{
    auto &language = field<QComboBox>("figureLanguage");
    QTest::keyClick(&language, Qt::Key_Down);
    QCOMPARE(view().language, QStringLiteral("az"));
    QTest::keyClick(&field<QComboBox>("figureNames"), Qt::Key_End);
    QCOMPARE(view().namePolicy, NamePolicy::Both);
    auto &graticule = field<QCheckBox>("figureGraticule");
    QVERIFY(!graticule.isChecked());
    QTest::keyClick(&graticule, Qt::Key_Space);
    QVERIFY(view().visibility.layer(QStringLiteral("graticule")));
    m_document->undoStack().undo();
    QVERIFY(!graticule.isChecked());
}

void FigureInspectorTest::elementsAreSwitchedAndPutBack()
{
    QTest::keyClick(&field<QCheckBox>("show-legend"), Qt::Key_Space);
    QVERIFY(!figure().shows(FigureElement::Legend));
    QVERIFY(!field<QCheckBox>("show-map").isEnabled());
    auto &restore = field<QToolButton>("restore-credits");
    QVERIFY(!restore.isVisible());
    m_document->edit(QStringLiteral("move"), [](FigureView &view) { view.figure.placed[FigureElement::Credits] = {0.1, 0.1, 0.2, 0.1}; });
    QVERIFY(restore.isVisible());
    restore.setFocus();
    QTest::keyClick(&restore, Qt::Key_Space);
    QVERIFY(figure().placed.empty());
    QVERIFY(field<QCheckBox>("show-credits").hasFocus());
    m_document->undoStack().undo();
    QVERIFY(restore.isVisible());
}

void FigureInspectorTest::notesOfTheSelection()
{
    auto &add = field<QPushButton>("addNoteSubject");
    auto &list = field<QListWidget>("figureNotes");
    QVERIFY(!add.isEnabled());
    m_document->edit(QStringLiteral("off"), [](FigureView &view) { view.figure.setShown(FigureElement::Notes, false); });
    for (const char *id : {"one", "two"}) {
        m_session->selection().selectSubject(QLatin1String(id));
        add.click();
        QVERIFY(!add.isEnabled());
    }
    QCOMPARE(figure().noteSubjects, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    QVERIFY(figure().shows(FigureElement::Notes));
    QCOMPARE(list.count(), 2);
    list.setCurrentRow(0);
    QTest::keyClick(&list, Qt::Key_Delete);
    QCOMPARE(figure().noteSubjects, QStringList{QStringLiteral("two")});
    m_document->undoStack().undo();
    QCOMPARE(list.item(0)->text(), QStringLiteral("one"));
}

void FigureInspectorTest::everyFieldHasAName()
{
    for (const QWidget *widget : m_inspector->findChildren<QWidget *>()) {
        const bool field = widget->focusPolicy() & Qt::TabFocus && widget->isVisible() && !qobject_cast<const QAbstractButton *>(widget)
            && !qobject_cast<const QScrollArea *>(widget);
        if (field && widget->focusProxy() == nullptr)
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(FigureInspectorTest)
#include "FigureInspectorTest.moc"
