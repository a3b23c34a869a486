//! A fact, limit, cost, answer or claim that rests only on the article that is being checked.

use model::{Kind, Ref, Source, Tier};

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "article-only",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/article-only.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let only = |sources: &[Ref<Source>]| {
        let article = |it: &Ref<Source>| {
            cx.model
                .sources
                .get(&it.id)
                .is_some_and(|it| it.tier == Tier::Article)
        };
        !sources.is_empty() && sources.iter().all(article)
    };
    let found = |span, name: &str| {
        let found = finding(span, format!("{name} rests on the article alone"));
        found.help("find a source that the article does not quote itself, or delete the record")
    };
    for dimension in &cx.model.dimensions {
        for (option, cell) in dimension.cells.iter().filter(|(_, it)| only(&it.sources)) {
            report(found(
                cell.fields.value("sources"),
                &format!("the answer of `{}`", option.id),
            ));
        }
    }
    macro_rules! records {
        ($($kind:ident in $records:ident),*) => {
            $(for it in cx.model.$records.iter().filter(|it| only(&it.sources)) {
                report(found(it.fields.value("sources"), &named(Kind::$kind, &it.id)));
            })*
        };
    }
    records!(Con in cons, Cost in costs, Fact in facts, Limit in limits, Pro in pros);
}
