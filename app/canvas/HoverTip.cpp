// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/HoverTip.h"

#include "canvas/HitMenu.h"
#include "panels/Describe.h"
#include "panels/HtmlWriter.h"
#include "window/Session.h"

namespace ca {

namespace {

constexpr int shownLines = 4;
constexpr int widestTip = 340;  // logical pixels

QString lines(const QString &title, const QString &details)
{
    return details.isEmpty() ? QStringLiteral("<b>%1</b>").arg(HtmlWriter::escaped(title))
                             : QStringLiteral("<b>%1</b><br>%2").arg(HtmlWriter::escaped(title), HtmlWriter::escaped(details));
}

} // namespace

HoverTip::HoverTip(const Session &session, QWidget *canvas) : QLabel(canvas), m_session(session)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::RichText);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    setMargin(6);
    setObjectName(QStringLiteral("hoverTip"));
    hide();
}

void HoverTip::show(const std::vector<Hit> &hits, QPoint pointer)
{
    const QString text = textFor(hits);
    if (text.isEmpty())
        return hide();
    setWordWrap(false);
    setText(text);
    const bool wide = sizeHint().width() > widestTip;
    setWordWrap(wide);
    resize(wide ? QSize(widestTip, heightForWidth(widestTip)) : sizeHint());
    constexpr QPoint offset(14, 18);
    QPoint at = pointer + offset;
    const QSize room = parentWidget()->size();
    if (at.x() + width() > room.width())
        at.setX(std::max(0, pointer.x() - width() - 8));
    if (at.y() + height() > room.height())
        at.setY(std::max(0, pointer.y() - height() - 8));
    move(at);
    QLabel::show();
    raise();
}

QString HoverTip::textFor(const std::vector<Hit> &hits) const
{
    QStringList texts;
    for (const Hit &hit : hits) {
        const QString text = textFor(hit);
        if (!text.isEmpty() && !texts.contains(text))
            texts << text;
    }
    if (texts.size() > shownLines)
        texts = texts.mid(0, shownLines);
    return texts.join(QStringLiteral("<br>"));
}

QString HoverTip::textFor(const Hit &hit) const
{
    const Atlas &atlas = *m_session.atlas();
    if (hit.kind == Hit::Kind::Waypoint || hit.kind == Hit::Kind::Place)
        return lines(hit.name.isEmpty() ? hit.id : hit.name, {});
    if (hit.kind == Hit::Kind::Feature) {
        const QString title = layerTitle(m_session, hit.id);
        return lines(hit.name, hit.name == title ? QString() : title);
    }
    if (const Segment *segment = atlas.segment(hit.id)) {
        QStringList parts{describe::modes(*segment), describe::status(atlas.status(hit.id)),
                          describe::kilometres(segment->lengthMetres),
                          describe::passageCount(describe::ownPassages(atlas, hit.id))};
        return lines(m_session.nameOf(hit.id), parts.join(QStringLiteral(" · ")));
    }
    if (const Subject *subject = atlas.subject(hit.id))
        return lines(m_session.nameOf(hit.id), title(subject->kind) + QStringLiteral(" · ")
                                                   + describe::passageCount(atlas.passages(hit.id).size()));
    return {};
}

} // namespace ca
