// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/HitChooser.h"

#include "canvas/HitMenu.h"
#include "canvas/MapCanvas.h"
#include "window/Session.h"

#include <QApplication>

#include <algorithm>

namespace ca {

namespace {

constexpr double samePlace = 4;  // logical pixels

} // namespace

HitChooser::HitChooser(Session &session, MapCanvas &canvas) : QObject(&canvas), m_session(session), m_canvas(canvas)
{
    m_clearTimer.setSingleShot(true);
    connect(&m_clearTimer, &QTimer::timeout, this, [this] { m_session.selection().selectSubject({}); });
}

void HitChooser::click(QPointF at)
{
    if (again(at))
        return chooseNext();
    m_last.reset();
    const std::vector<Hit> hits = m_canvas.hitsAt(at);
    std::vector<Hit> choices = choicesOf(hits);
    if (choices.empty())
        choices = featuresOf(hits);  // areas of the user's lie under most lines: a line is what is meant
    if (choices.empty())
        m_clearTimer.start(QApplication::doubleClickInterval());
    else if (choices.size() == 1)
        chooseAt(choices.front(), at);
    else
        ask(choices, at);
}

bool HitChooser::askForAny(QPointF at)
{
    const std::vector<Hit> listed = listedOf(m_canvas.hitsAt(at));
    if (!listed.empty())
        ask(listed, at);
    return !listed.empty();
}

void HitChooser::ask(const std::vector<Hit> &choices, QPointF at)
{
    showHitMenu(m_session, m_canvas, choices, at.toPoint(), [this, at](const Hit &hit) { chooseAt(hit, at); });
}

bool HitChooser::again(QPointF at) const
{
    return m_last && m_last->view == m_canvas.view() && QLineF(m_last->at, at).length() <= samePlace;
}

void HitChooser::chooseNext()
{
    const Choice last = *m_last;
    const std::vector<Hit> hits = m_canvas.hitsAt(last.at);
    std::vector<Hit> row = choicesOf(hits);
    const std::vector<Hit> features = featuresOf(hits);
    row.insert(row.end(), features.begin(), features.end());
    if (row.empty())
        return;
    const auto found = std::find_if(row.begin(), row.end(), [&last](const Hit &hit) { return sameTarget(hit, last.hit); });
    const bool atEnd = found == row.end() || found + 1 == row.end();
    chooseAt(atEnd ? row.front() : *(found + 1), last.at);
}

void HitChooser::chooseAt(const Hit &hit, QPointF at)
{
    m_last = {hit, at, m_canvas.view()};
    choose(hit);
}

void HitChooser::choose(const Hit &hit)
{
    if (hit.kind == Hit::Kind::Place)
        return;
    if (hit.kind == Hit::Kind::Feature) {
        Q_EMIT m_canvas.featureChosen(hit);
        return;
    }
    if (!hit.corridor.isEmpty())
        m_session.setCorridor(hit.corridor);
    m_session.selection().selectSubject(hit.id);
}

} // namespace ca
