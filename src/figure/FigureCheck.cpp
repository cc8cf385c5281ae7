// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/FigureCheck.h"

#include "base/Tr.h"
#include "figure/FigureCheckParts.h"

#include <algorithm>

namespace ca {

FigureView applied(const FigureView &view, const FigureFix &fix)
{
    FigureView after = view;
    fix.change(after);
    return after;
}

bool Finding::says(const Finding &other) const
{
    const auto fixId = [](const Finding &finding) { return finding.fix ? finding.fix->id : QString(); };
    return id == other.id && severity == other.severity && sentence == other.sentence && element == other.element && subject == other.subject
        && fixId(*this) == fixId(other);
}

QJsonObject Finding::toJson() const
{
    QJsonObject json{{QStringLiteral("id"), id}, {QStringLiteral("severity"), severityId(severity)}, {QStringLiteral("sentence"), sentence}};
    if (element)
        json.insert(QStringLiteral("element"), figureElementId(*element));
    if (!subject.isEmpty())
        json.insert(QStringLiteral("subject"), subject);
    if (fix)
        json.insert(QStringLiteral("fix"), QJsonObject{{QStringLiteral("id"), fix->id}, {QStringLiteral("title"), fix->title}});
    return json;
}

QString severityId(Finding::Severity severity)
{
    return severity == Finding::Severity::Objection ? QStringLiteral("objection") : QStringLiteral("remark");
}

QString severityTitle(Finding::Severity severity)
{
    return severity == Finding::Severity::Objection ? tr("Objection") : tr("Remark");
}

namespace FigureCheck {

std::vector<Finding> findings(const FigureSpec &figure, const FigureComposition &made, const FigureCheckInput &input)
{
    const figurecheck::Context context{figure, made, input, made.map.scene->atlas(), *made.map.style};
    std::vector<Finding> found;
    for (const auto &checks : {figurecheck::creditChecks(), figurecheck::sourceChecks(), figurecheck::lineChecks(), figurecheck::colourChecks(),
                               figurecheck::nameChecks(), figurecheck::borderChecks(), figurecheck::pageChecks()}) {
        for (const figurecheck::Check check : checks)
            check(context, found);
    }
    std::stable_partition(found.begin(), found.end(), [](const Finding &finding) { return finding.severity == Finding::Severity::Objection; });
    return found;
}

int objections(const std::vector<Finding> &findings)
{
    return int(std::count_if(findings.begin(), findings.end(), [](const Finding &finding) { return finding.severity == Finding::Severity::Objection; }));
}

QJsonArray toJson(const std::vector<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(finding.toJson());
    return array;
}

QStringList toText(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        const QString line = QStringLiteral("%1: %2").arg(severityId(finding.severity), finding.sentence);
        lines << (finding.fix ? tr("%1 Fix: %2.").arg(line, finding.fix->title) : line);
    }
    return lines;
}

} // namespace FigureCheck

namespace figurecheck {

namespace {

constexpr qsizetype most = 3;  ///< names in a sentence

/// In the order in which they are offered.
const QStringList &offeredThemes()
{
    static const QStringList themes{QStringLiteral("light"), QStringLiteral("contrast"), QStringLiteral("grey")};
    return themes;
}

QString themeTitle(const QString &theme)
{
    return theme == QLatin1String("light") ? tr("light") : theme == QLatin1String("contrast") ? tr("high contrast") : tr("grey print");
}

Finding made(Finding::Severity severity, const char *id, const QString &sentence, std::optional<FigureElement> element, std::optional<FigureFix> fix)
{
    return {QLatin1String(id), severity, sentence, element, {}, std::move(fix)};
}

} // namespace

Finding objection(const char *id, const QString &sentence, std::optional<FigureElement> element, std::optional<FigureFix> fix)
{
    return made(Finding::Severity::Objection, id, sentence, element, std::move(fix));
}

Finding remark(const char *id, const QString &sentence, std::optional<FigureElement> element, std::optional<FigureFix> fix)
{
    return made(Finding::Severity::Remark, id, sentence, element, std::move(fix));
}

FigureFix showing(FigureElement element)
{
    return {QStringLiteral("show-") + figureElementId(element), tr("Show: %1").arg(figureElementTitle(element).toLower()),
            [element](FigureView &view) { view.figure.setShown(element, true); }};
}

QRectF coveredBy(const FigureLayout::Item &item)
{
    return {item.rect.topLeft(), item.rect.size().expandedTo(item.placed ? item.least : QSizeF())};
}

bool meet(const QRectF &one, const QRectF &other)
{
    const QRectF common = one.intersected(other);
    return common.width() > tolerance && common.height() > tolerance;
}

FigureFix putBack(const Context &context, std::vector<FigureElement> elements)
{
    const auto known = [&](FigureElement element) { return std::find(elements.begin(), elements.end(), element) != elements.end(); };
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const FigureLayout::Item *item = context.made.layout.find(elements[i]);
        for (const FigureLayout::Item &other : context.made.layout.items) {
            if (item && item->element != FigureElement::Map && other.placed && other.element != FigureElement::Map && !known(other.element)
                && meet(item->automatic, coveredBy(other)))
                elements.push_back(other.element);
        }
    }
    QStringList ids, titles;
    for (const FigureElement element : elements) {
        ids << figureElementId(element);
        titles << figureElementTitle(element).toLower();
    }
    return {QStringLiteral("put-back-") + ids.join(u'-'), tr("Put back: %1").arg(titles.join(QStringLiteral(", "))), [elements](FigureView &view) {
                for (const FigureElement element : elements)
                    view.figure.placed.erase(element);
            }};
}

std::optional<FigureFix> putBackIfPlaced(const Context &context, FigureElement element)
{
    return context.figure.placed.contains(element) ? std::optional(putBack(context, {element})) : std::nullopt;
}

FigureFix withTheme(const QString &theme)
{
    return {QStringLiteral("theme-") + theme, tr("Use the theme “%1”").arg(themeTitle(theme)), [theme](FigureView &view) { view.figure.theme = theme; }};
}

std::optional<FigureFix> themeThat(const Context &context, const std::function<bool(const MapStyle &)> &mends)
{
    for (const QString &theme : offeredThemes()) {
        const MapStyle &style = *MapStyle::bundled(theme);
        if (mends(style) && tellsStatus(context, style) && tellsDisputes(context, style) && confusesNothingNew(context, style))
            return withTheme(theme);
    }
    return std::nullopt;
}

QString listed(const QStringList &names)
{
    if (names.size() <= 1)
        return names.value(0);
    if (names.size() <= most)
        return tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.back());
    return tr("%1 and %2 more").arg(names.mid(0, most).join(QStringLiteral(", "))).arg(names.size() - most);
}

QString listedApart(const QStringList &names)
{
    const QString shown = names.mid(0, most).join(QStringLiteral("; "));
    return names.size() <= most ? shown : tr("%1; and %2 more").arg(shown).arg(names.size() - most);
}

} // namespace figurecheck
} // namespace ca
