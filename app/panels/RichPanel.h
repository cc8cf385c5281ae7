// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include <functional>

namespace ca {

class LinkHandler;

/// Read-only rich text made by HtmlWriter: colours follow the palette, links go to the LinkHandler, keyboard
/// and screen reader walk the links.
class RichPanel : public QTextBrowser {
    Q_OBJECT
public:
    explicit RichPanel(LinkHandler &links, QWidget *parent = nullptr);

    /// Shows @p html; keeps the scroll position when @p keepPlace.
    void showHtml(const QString &html, bool keepPlace = false);
    /// Called on palette changes, since colours are part of the text.
    void setRefill(std::function<void()> refill) { m_refill = std::move(refill); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTip(const QUrl &link);

    LinkHandler &m_links;
    std::function<void()> m_refill;
};

} // namespace ca
