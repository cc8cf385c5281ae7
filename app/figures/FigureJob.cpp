// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureJob.h"

#include "base/ThreadPriority.h"
#include "base/Tr.h"

#include <QtConcurrent>

#include <cmath>

namespace ca {

namespace {

/// Whether a picture of @p made is a step on the way to one of @p wanted.
bool onTheWay(const FigureView &made, const FigureView &wanted)
{
    return made.figure.page == wanted.figure.page && made.crs == wanted.crs && made.asOf == wanted.asOf;
}

Error cancelledError()
{
    return Error{tr("cancelled"), {}, 0};
}

Result<Done> compose(PagePicture &picture, const FigureJob::Make &make, const CancelToken &token)
{
    const Result<Figure> figure = make(picture.wish.view, token);
    if (!figure)
        return figure.error();
    if (token.cancelled())
        return cancelledError();
    Result<FigureComposition> composition = FigureComposition::of(*figure);
    if (!composition)
        return composition.error();
    picture.warnings = figure.warnings() + composition->warnings;
    picture.composition = std::make_shared<const FigureComposition>(*std::move(composition));
    return Done();
}

/// As the writer of PNG files does it, so that both have the same pixels.
Result<Done> paint(PagePicture &picture)
{
    const FigureComposition &figure = *picture.composition;
    const double width = std::round(figure.page.width() * picture.wish.deviceScale);
    const double height = std::round(figure.page.height() * picture.wish.deviceScale);
    const QRect all(0, 0, std::max(1, int(width)), std::max(1, int(height)));
    picture.part = picture.whole() ? all : picture.wish.part & all;
    picture.image = QImage(picture.part.size(), QImage::Format_ARGB32_Premultiplied);
    if (picture.image.isNull())
        return Error{tr("there is not enough memory for the page at this size"), {}, 0};
    picture.image.fill(picture.wish.view.figure.transparent ? Qt::transparent : Qt::white);
    QPainter painter(&picture.image);
    painter.translate(-picture.part.topLeft());
    const double scale = std::max(all.width() / figure.page.width(), all.height() / figure.page.height());
    painter.scale(scale, scale);
    figure.paint(painter, scale);
    return Done();
}

} // namespace

FigureJob::FigureJob(Make make, QObject *parent) : QObject(parent), m_make(std::move(make))
{
    m_pool.setMaxThreadCount(1);
}

FigureJob::~FigureJob()
{
    if (m_running)
        m_running->token.cancel();
    m_pool.waitForDone();
}

quint64 FigureJob::want(const PictureWish &wish)
{
    const Order order{++m_tickets, wish, {}};
    if (!m_running) {
        start(order);
        return order.ticket;
    }
    if (!onTheWay(m_running->wish.view, wish.view))
        m_running->token.cancel();
    if (const auto before = std::exchange(m_waiting, order))
        Q_EMIT cancelled(before->ticket);
    return order.ticket;
}

void FigureJob::cancel()
{
    if (m_running)
        m_running->token.cancel();
    if (const auto waiting = std::exchange(m_waiting, std::nullopt))
        Q_EMIT cancelled(waiting->ticket);
}

void FigureJob::forget()
{
    m_last = {};
    if (m_running)
        m_running->token.cancel();
}

void FigureJob::start(const Order &order)
{
    m_running = order;
    PagePicture picture;
    picture.wish = order.wish;
    if (m_last.composition && m_last.wish.view == order.wish.view) {
        picture.composition = m_last.composition;
        picture.warnings = m_last.warnings;
    }
    QtConcurrent::run(&m_pool, [make = m_make, filter = m_filter, picture, token = order.token]() mutable -> Result<PagePicture> {
        stepAside();
        if (!picture.composition) {
            if (const Result<Done> done = compose(picture, make, token); !done)
                return done.error();
        }
        if (token.cancelled())
            return cancelledError();
        if (const Result<Done> done = paint(picture); !done)
            return done.error();
        if (filter)
            picture.image = filter(picture.image);
        return std::move(picture);
    }).then(this, [this, order](const Result<PagePicture> &made) { take(order, made); });
}

void FigureJob::take(const Order &order, const Result<PagePicture> &picture)
{
    m_running.reset();
    const bool given = !order.token.cancelled();
    if (given && picture)
        m_last = *picture;
    if (const auto next = std::exchange(m_waiting, std::nullopt))
        start(*next);
    if (!given)
        Q_EMIT cancelled(order.ticket);
    else if (picture)
        Q_EMIT finished(order.ticket, *picture);
    else
        Q_EMIT failed(order.ticket, picture.error().text());
}

} // namespace ca
