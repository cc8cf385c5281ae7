// SPDX-License-Identifier: GPL-3.0-or-later
// Names that one side uses, printed without what the other calls the same thing.
#include "base/Tr.h"
#include "figure/FigureCheckParts.h"
#include "figure/OneSidedNames.h"

#include <array>

namespace ca::figurecheck {

namespace {

NamePolicy otherSide(NamePolicy policy)
{
    return policy == NamePolicy::Armenian ? NamePolicy::Azerbaijani : NamePolicy::Armenian;
}

/// Corridors of the map, and what else has a name on it.
QStringList namedSubjects(const Context &context)
{
    QStringList ids;
    const auto note = [&](const QString &id) {
        if (!ids.contains(id))
            ids << id;
    };
    for (const DrawnSummary::Line &line : context.made.drawn.lines)
        note(line.corridor);
    for (const PlacedLabel &label : context.made.labels) {
        if (label.id.startsWith(QLatin1String("segment:")) || label.id.startsWith(QLatin1String("subject:")))
            note(label.id.section(u':', 1, 1));
    }
    return ids;
}

void oneSidedPolicy(const Context &context, Findings &out)
{
    const NamePolicy policy = context.made.map.namePolicy;
    if (policy != NamePolicy::Armenian && policy != NamePolicy::Azerbaijani)
        return;
    QStringList names;
    QString first;
    for (const QString &id : namedSubjects(context)) {
        if (context.name(id) == context.atlas.displayName(id, otherSide(policy), context.made.map.language))
            continue;
        names << QStringLiteral("“%1”").arg(context.name(id));
        if (first.isEmpty())
            first = id;
    }
    if (names.isEmpty())
        return;
    const QString sentence = policy == NamePolicy::Armenian ? tr("Names are printed in Armenian usage alone: %1.") : tr("Names are printed in Azerbaijani usage alone: %1.");
    Finding finding = objection("names-one-sided", sentence.arg(listed(names)), FigureElement::Map,
                                FigureFix{QStringLiteral("names-both"), tr("Print both sides’ names"), [](FigureView &view) { view.namePolicy = NamePolicy::Both; }});
    finding.subject = first;
    out.push_back(std::move(finding));
}

/// A text that the figure's author wrote.
struct Field {
    FigureElement element;
    QString text;
    QString (*get)(const FigureSpec &);
    void (*set)(FigureSpec &, const QString &);
};

std::vector<Field> ownTexts(const Context &context)
{
    const std::array<Field, 3> fields{
        {{FigureElement::Title, {}, [](const FigureSpec &spec) { return spec.title; }, [](FigureSpec &spec, const QString &text) { spec.title = text; }},
         {FigureElement::Subtitle, {}, [](const FigureSpec &spec) { return spec.subtitle; }, [](FigureSpec &spec, const QString &text) { spec.subtitle = text; }},
         {FigureElement::Disclaimer, {}, [](const FigureSpec &spec) { return spec.disclaimer.value_or(QString()); },
          [](FigureSpec &spec, const QString &text) { spec.disclaimer = text; }}}};
    std::vector<Field> texts;
    for (Field field : fields) {
        field.text = field.get(context.figure);
        if (context.figure.shows(field.element) && !field.text.simplified().isEmpty())
            texts.push_back(field);
    }
    return texts;
}

/// The other side's name in brackets behind this one.
FigureFix addOther(const Field &field, const OneSidedName &name)
{
    QString both = field.text;
    both.insert(name.end, QStringLiteral(" (%1)").arg(name.counterpart));
    return {QStringLiteral("name-other-side"), tr("Add “%1”").arg(name.counterpart),
            [both, was = field.text, get = field.get, set = field.set](FigureView &view) {
                if (get(view.figure) == was)
                    set(view.figure, both);
            }};
}

QString users(const Name &name)
{
    const QString side = name.policy == QLatin1String("armenian") ? tr("Armenian usage") : name.policy == QLatin1String("azerbaijani") ? tr("Azerbaijani usage") : QString();
    const QString avoided = QString(name.avoidedBy).replace(u';', QStringLiteral("; "));
    if (avoided.isEmpty())
        return side;
    return side.isEmpty() ? tr("avoided by %1").arg(avoided) : tr("%1; avoided by %2").arg(side, avoided);
}

void oneSidedTexts(const Context &context, Findings &out)
{
    const std::vector<Field> fields = ownTexts(context);
    QString all;
    for (const Field &field : fields)
        all += field.text + u'\n';
    for (const Field &field : fields) {
        for (const OneSidedName &name : oneSidedNames(context.atlas, field.text, all)) {
            Finding finding = objection("text-one-sided", tr("%1: “%2” is one side’s name (%3) and stands without the other.").arg(figureElementTitle(field.element), name.text, users(*name.name)),
                                        field.element, name.counterpart.isEmpty() ? std::nullopt : std::optional(addOther(field, name)));
            finding.subject = name.name->subject;
            out.push_back(std::move(finding));
        }
    }
}

void otherLanguage(const Context &context, Findings &out)
{
    const int count = context.made.drawn.labelsInOtherLanguage;
    if (count == 0)
        return;
    std::optional<FigureFix> fix;
    if (context.made.map.language != QLatin1String("en"))
        fix = FigureFix{QStringLiteral("language-en"), tr("Write the names in English"), [](FigureView &view) { view.language = QStringLiteral("en"); }};
    out.push_back(remark("names-in-other-language", tr("%1 names on the map are not known in the language of the figure and stand in another.").arg(count), FigureElement::Map, std::move(fix)));
}

constexpr std::array<Check, 3> nameRules{oneSidedPolicy, oneSidedTexts, otherLanguage};

} // namespace

std::span<const Check> nameChecks()
{
    return nameRules;
}

} // namespace ca::figurecheck
