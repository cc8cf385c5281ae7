// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"

#include "map/Fonts.h"
#include "support/TestData.h"

#include <QScrollBar>
#include <QTextBlock>

namespace ca::test {

SessionOptions cleanOptions()
{
    SessionOptions options;
    options.atlasFile = atlasPath();
    options.libraryFile = QStringLiteral(":memory:");
    options.remember = false;
    return options;
}

bool load(Session &session)
{
    loadFonts();
    session.start();
    return QTest::qWaitFor([&session] { return session.scene() && session.search(); }, 30000);
}

bool clickLink(QTextBrowser &panel, const QString &href)
{
    for (QTextBlock block = panel.document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() != href)
                continue;
            QTextCursor cursor(panel.document());
            cursor.setPosition(it.fragment().position() + 1);
            panel.setTextCursor(cursor);
            panel.ensureCursorVisible();
            const QRect rect = panel.cursorRect(cursor);
            QTest::mouseClick(panel.viewport(), Qt::LeftButton, {}, rect.center());
            return true;
        }
    }
    return false;
}

} // namespace ca::test
