// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atlas/Vocabulary.h"
#include "library/SearchHit.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace ca {

class Atlas;

/// What the lists of sources are narrowed to.
struct LibraryScope {
    QString subject;                 ///< corridor, segment or other subject; empty = any
    std::optional<Claim> claim;
    QString publisher;
    QString from;                    ///< ISO dates, maybe shortened
    QString to;
    [[nodiscard]] bool empty() const { return *this == LibraryScope(); }
    bool operator==(const LibraryScope &) const = default;
};

/// Choices of corridor or segment, kind of claim, publisher and dates.
class LibraryFilters : public QWidget {
    Q_OBJECT
public:
    explicit LibraryFilters(QWidget *parent = nullptr);

    /// Corridors with their segments; keeps the choice where it still exists.
    void setAtlas(const Atlas &atlas);
    void setPublishers(const QStringList &publishers);
    [[nodiscard]] LibraryScope scope() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    QComboBox *m_subject;
    QComboBox *m_claim;
    QComboBox *m_publisher;
    QLineEdit *m_from;
    QLineEdit *m_to;
};

} // namespace ca
