//! A fact, formula, product, case, statement or term without a source.

use model::Kind;

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "uncited-record",
    family: Family::Evidence,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/uncited-record.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    macro_rules! uncited {
        ($($kind:ident in $records:ident),*) => {
            $(for it in cx.model.$records.iter().filter(|it| it.sources.is_empty()) {
                let title = format!("{} names no source", named(Kind::$kind, &it.id));
                let help = "name where it is said; a computation of your own is a source of the kind `model`";
                report(finding(it.fields.value("sources"), title).help(help));
            })*
        };
    }
    uncited!(
        Case in cases, Cost in costs, Fact in facts, Limit in limits, Product in products, Statement in statements,
        Term in glossary
    );
}
