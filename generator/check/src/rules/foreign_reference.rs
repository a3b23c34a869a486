//! An option that takes prices and limits from a product that is no example of it.

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "foreign-reference",
    family: Family::Contradiction,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/foreign-reference.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for option in &cx.model.options {
        let Some(product) = cx.model.products.get(&option.reference.id) else {
            continue;
        };
        if product.options.iter().any(|it| it.id == option.id) {
            continue;
        }
        let title = format!("`{}` is no product of `{}`", product.id, option.id);
        let help = format!(
            "add `\"{}\"` to the options of the product, or name another as `reference`",
            option.id
        );
        report(
            finding(option.reference.span, title)
                .label("its prices and limits stand for the option")
                .also(product.fields.value("options"), "an example of these only")
                .help(help),
        );
    }
}
