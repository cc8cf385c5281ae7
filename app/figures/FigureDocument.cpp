// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FigureDocument.h"

#include <QUndoCommand>

#include <utility>

namespace ca {

/// One step from a view to another. Views are small: keeping both is simpler than keeping what differs.
class FigureStep : public QUndoCommand {
public:
    FigureStep(FigureDocument &document, FigureView after, const QString &text, QString mergeKey)
        : QUndoCommand(text), m_document(document), m_before(document.view()), m_after(std::move(after)), m_mergeKey(std::move(mergeKey))
    {
    }
    void redo() override { m_document.set(m_after); }
    void undo() override { m_document.set(m_before); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const FigureStep *>(other);
        if (next->m_mergeKey != m_mergeKey)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    FigureDocument &m_document;
    FigureView m_before;
    FigureView m_after;
    QString m_mergeKey;
};

void FigureDocument::edit(const QString &text, const std::function<void(FigureView &)> &change, const QString &mergeKey)
{
    FigureView after = m_view;
    change(after);
    if (!(after == m_view))
        m_stack.push(new FigureStep(*this, std::move(after), text, mergeKey));
}

void FigureDocument::reset(const FigureView &view)
{
    m_stack.clear();
    set(view);
}

void FigureDocument::set(const FigureView &view)
{
    m_view = view;
    Q_EMIT changed();
}

} // namespace ca
