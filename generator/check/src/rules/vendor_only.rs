//! Praise or a measurement that rests only on documents of its vendor.

use std::collections::{HashMap, HashSet};

use model::{Basis, Id, Kind, Ref, Source, SourceKind, Tier};

use crate::{Context, Family, LintLevel, Report, Rule, finding, named};

pub(crate) static RULE: Rule = Rule {
    id: "vendor-only",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/vendor-only.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    let vendors = vendors(cx);
    let of = |option: &Id| vendors.get(option).filter(|it| !it.is_empty());
    for pro in &cx.model.pros {
        if let Some(vendors) = of(&pro.option.id)
            && rests_on(vendors, &pro.sources, cx)
        {
            let title = format!("{} rests on its vendor alone", named(Kind::Pro, &pro.id));
            report(finding(pro.fields.value("sources"), title).help(HELP));
        }
    }
    for dimension in &cx.model.dimensions {
        let tested = |basis| [Some(Basis::Measured), Some(Basis::Reported)].contains(&basis);
        for (option, cell) in dimension.cells.iter().filter(|(_, it)| tested(it.basis)) {
            if let Some(vendors) = of(&option.id)
                && rests_on(vendors, &cell.sources, cx)
            {
                let title = format!("the answer of `{}` rests on its vendor alone", option.id);
                report(finding(cell.fields.value("sources"), title).help(HELP));
            }
        }
    }
}

const HELP: &str =
    "add a source by somebody who does not sell it, or accept that there is none and say why";

/// For every option the makers of its products: the first words of the publishers of what documents them at first hand,
/// so that "AWS Docs" and "AWS Whitepaper" are one.
fn vendors<'a>(cx: &Context<'a>) -> HashMap<&'a Id, HashSet<&'a str>> {
    let mut vendors: HashMap<_, HashSet<_>> = HashMap::new();
    for product in &cx.model.products {
        let primary = product
            .sources
            .iter()
            .filter_map(|it| cx.model.sources.get(&it.id))
            .filter(|it| it.tier == Tier::Primary);
        let names: Vec<_> = primary.map(|it| first_word(&it.publisher)).collect();
        for option in &product.options {
            vendors
                .entry(&option.id)
                .or_default()
                .extend(names.iter().copied());
        }
    }
    vendors
}

fn rests_on(vendors: &HashSet<&str>, sources: &[Ref<Source>], cx: &Context<'_>) -> bool {
    let own = |it: &Source| {
        // Reports, surveys and papers have other authors even where a vendor publishes them.
        let document = !matches!(
            it.kind,
            SourceKind::Case | SourceKind::Paper | SourceKind::Standard | SourceKind::Survey
        );
        document && it.tier == Tier::Primary && vendors.contains(first_word(&it.publisher))
    };
    !sources.is_empty()
        && sources
            .iter()
            .all(|it| cx.model.sources.get(&it.id).is_some_and(|it| own(it)))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
