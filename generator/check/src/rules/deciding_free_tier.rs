//! A quantity that has to be explained, and that decides the verdict of the use case that states it.

use model::{Keyed, Load, Quantity};
use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "deciding-free-tier",
    family: Family::Decisions,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/deciding-free-tier.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (id, inputs) in &cx.deciding().by_use_case {
        let Some(use_case) = cx.model.use_cases.get(id) else {
            continue;
        };
        let asked = inputs.quantities.iter().filter(|it| {
            let quantity = cx.model.quantities.get(it);
            quantity.is_some_and(|it| it.ask_why)
        });
        for quantity in asked {
            let parts = use_case.components.iter();
            let parts = parts.map(|(_, _, part)| &part.workload);
            let mut loads = std::iter::once(&use_case.workload).chain(parts);
            let Some(span) = loads.find_map(|it| place(it, quantity)) else {
                continue;
            };
            let found = finding(span, format!("`{quantity}` decides `{id}`"))
                .label("another amount within its doubled range gives another winner")
                .help("state what the use case has for certain, or say in `otherwise` for whom the verdict is another");
            let why = use_case.fields.key("why");
            report(if use_case.why.get(quantity).is_some() {
                found.also(why, "it is explained here")
            } else {
                found
            });
        }
    }
}

fn place(loads: &Keyed<Quantity, Load>, id: &str) -> Option<Span> {
    let mut loads = loads.iter();
    loads.find(|(it, _)| it.id.as_str() == id).map(|(it, _)| it.span)
}
