// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPaintEngine>
#include <QPainter>
#include <QString>

namespace ca {

/// What a QPaintEngine may offer besides, for files that people take apart again: named groups, labels that stay one
/// text, links. Painters never need to know whether the engine does: the classes below do nothing where it does not.
class PaintGroups {
public:
    /// @p id is made unique by the engine; @p title is for people.
    virtual void beginGroup(const QString &id, const QString &title) = 0;
    virtual void endGroup() = 0;
    /// Lines drawn until endLabel() are one text. A halo as wide as @p haloWidth (the painter's units) goes around it.
    virtual void beginLabel(const QColor &halo, double haloWidth) = 0;
    virtual void endLabel() = 0;
    /// What is drawn until endLink() leads to @p url.
    virtual void beginLink(const QString &url) = 0;
    virtual void endLink() = 0;

    /// Null where the painter's engine offers none of this.
    [[nodiscard]] static PaintGroups *of(const QPainter &painter) { return dynamic_cast<PaintGroups *>(painter.paintEngine()); }

protected:
    ~PaintGroups() = default;
};

/// A group for as long as it lives.
class PaintGroup {
public:
    PaintGroup(const QPainter &painter, const QString &id, const QString &title) : PaintGroup(PaintGroups::of(painter), id, title) {}
    PaintGroup(PaintGroups *groups, const QString &id, const QString &title) : m_groups(groups)
    {
        if (m_groups)
            m_groups->beginGroup(id, title);
    }
    ~PaintGroup()
    {
        if (m_groups)
            m_groups->endGroup();
    }
    Q_DISABLE_COPY(PaintGroup)

private:
    PaintGroups *m_groups;
};

/// Groups one after the other, for things that come in runs.
class PaintGroupRun {
public:
    explicit PaintGroupRun(PaintGroups *groups) : m_groups(groups) {}
    ~PaintGroupRun() { leave(); }
    Q_DISABLE_COPY(PaintGroupRun)

    /// What is drawn next belongs to group @p id; @p title() is asked for when another group was before it.
    template <class Title>
    void enter(const QString &id, Title title)
    {
        if (!m_groups || (m_open && id == m_id))
            return;
        leave();
        m_groups->beginGroup(id, title());
        m_open = true;
        m_id = id;
    }

private:
    void leave()
    {
        if (m_open)
            m_groups->endGroup();
        m_open = false;
    }

    PaintGroups *m_groups;
    bool m_open = false;
    QString m_id;
};

/// One text of several lines for as long as it lives.
class PaintLabel {
public:
    explicit PaintLabel(const QPainter &painter, const QColor &halo = Qt::transparent, double haloWidth = 0)
        : m_groups(PaintGroups::of(painter))
    {
        if (m_groups)
            m_groups->beginLabel(halo, haloWidth);
    }
    ~PaintLabel()
    {
        if (m_groups)
            m_groups->endLabel();
    }
    Q_DISABLE_COPY(PaintLabel)

    /// Whether the engine sees to the halo.
    [[nodiscard]] bool drawsHalo() const { return m_groups; }

private:
    PaintGroups *m_groups;
};

/// A link for as long as it lives; none for an empty address.
class PaintLink {
public:
    PaintLink(const QPainter &painter, const QString &url) : m_groups(url.isEmpty() ? nullptr : PaintGroups::of(painter))
    {
        if (m_groups)
            m_groups->beginLink(url);
    }
    ~PaintLink()
    {
        if (m_groups)
            m_groups->endLink();
    }
    Q_DISABLE_COPY(PaintLink)

private:
    PaintGroups *m_groups;
};

} // namespace ca
