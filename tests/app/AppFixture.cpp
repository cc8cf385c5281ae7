// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppFixture.h"

#include "canvas/HitMenu.h"
#include "canvas/MapCanvas.h"
#include "geo/Geodesic.h"
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

std::optional<QPoint> pointOn(const Session &session, const MapCanvas &canvas, const QString &segment, std::size_t least,
                              std::size_t most)
{
    const GeoLine line = session.atlas()->segment(segment)->line();
    const double length = geodesic::length(line);
    for (double share = 0.1; share < 0.9; share += 0.02) {
        const QPoint at = canvas.view().toScreen(geodesic::pointAlong(line, length * share)).toPoint();
        if (!canvas.rect().adjusted(10, 10, -10, -10).contains(at))
            continue;
        const auto choices = choicesOf(canvas.hitsAt(at));
        if (choices.size() >= least && choices.size() <= most)
            return at;
    }
    return std::nullopt;
}

} // namespace ca::test
