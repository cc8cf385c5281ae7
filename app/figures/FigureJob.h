// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figure/FigureComposition.h"
#include "figure/FigureView.h"

#include <QImage>
#include <QObject>
#include <QRect>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace ca {

/// What a page on the screen asks for.
struct PictureWish {
    FigureView view;
    double deviceScale = 1;   ///< device pixels per page pixel
    QRect part;               ///< device pixels of the page; empty = all of it
    bool operator==(const PictureWish &) const = default;
};

/// A page as it was drawn.
struct PagePicture {
    PictureWish wish;
    std::shared_ptr<const FigureComposition> composition;
    QImage image;             ///< of the part; pixel by pixel what a PNG of that resolution has there
    QRect part;               ///< device pixels; all of the page where no part was wished for
    QStringList warnings;

    [[nodiscard]] bool whole() const { return wish.part.isEmpty(); }
};

/// Makes pictures of figures off the GUI thread, one at a time: figure, composition, image. Every want() ends in exactly
/// one finished(), failed() or cancelled(). The newest wish wins: one that waits is cancelled, a running one only when its
/// picture would be of no use by now. What is composed already is only painted again. Lives on the GUI thread.
class FigureJob : public QObject {
    Q_OBJECT
public:
    using Make = std::function<Result<Figure>(const FigureView &view, const CancelToken &cancel)>;
    using Filter = std::function<QImage(const QImage &image)>;

    /// @p make is called on the worker.
    explicit FigureJob(Make make, QObject *parent = nullptr);
    ~FigureJob() override;  ///< cancels and waits

    /// Returns the number that the wish's signal bears.
    quint64 want(const PictureWish &wish);
    void cancel();
    /// What figures are made of has changed: nothing is taken from before.
    void forget();
    /// What pictures go through before they are delivered, on the worker; none = they are as in the file.
    void setFilter(Filter filter) { m_filter = std::move(filter); }
    [[nodiscard]] bool running() const { return m_running.has_value(); }

Q_SIGNALS:
    void finished(quint64 ticket, const ca::PagePicture &picture);
    void failed(quint64 ticket, const QString &reason);
    void cancelled(quint64 ticket);

private:
    struct Order {
        quint64 ticket = 0;
        PictureWish wish;
        CancelToken token;
    };
    void start(const Order &order);
    void take(const Order &order, const Result<PagePicture> &picture);

    Make m_make;
    Filter m_filter;
    quint64 m_tickets = 0;
    std::optional<Order> m_running;
    std::optional<Order> m_waiting;
    PagePicture m_last;     ///< whose composition may be painted again
    QThreadPool m_pool;       ///< of one thread
};

} // namespace ca

Q_DECLARE_METATYPE(ca::PagePicture)
