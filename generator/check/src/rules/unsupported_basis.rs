//! An answer called measured or documented whose sources are something else.

use model::{Basis, Cell, Source, SourceKind, Tier};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unsupported-basis",
    family: Family::Evidence,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/unsupported-basis.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    for dimension in &cx.model.dimensions {
        for (option, cell) in dimension
            .cells
            .iter()
            .filter(|(_, it)| !it.sources.is_empty())
        {
            let Some(lacking) = lacking(cell, cx) else {
                continue;
            };
            let basis = cell.basis.map_or("", Basis::word);
            let title = format!(
                "the answer of `{}` is {basis}, and no source is {lacking}",
                option.id
            );
            report(
                finding(cell.fields.value("basis"), title)
                    .also(cell.fields.value("sources"), "these are the sources")
                    .help("name the source that says so, or call the answer reported or judged"),
            );
        }
    }
}

/// What the sources of a cell should have among them and do not have.
fn lacking(cell: &Cell, cx: &Context<'_>) -> Option<&'static str> {
    let (fits, what): (fn(&Source) -> bool, _) = match cell.basis? {
        Basis::Measured => (
            is_measurement,
            "a measurement, a data set, a paper or a survey",
        ),
        Basis::Documented => (|it| it.tier == Tier::Primary, "by whoever makes the thing"),
        Basis::Reported | Basis::Judged | Basis::Computed => return None,
    };
    let sources = cell.sources.iter().map(|it| cx.model.sources.get(&it.id));
    // A source that cannot be read may be the one.
    let sources = sources.collect::<Option<Vec<_>>>()?;
    (!sources.iter().any(|it| fits(it))).then_some(what)
}

fn is_measurement(source: &Source) -> bool {
    source.tier == Tier::Measurement
        || matches!(
            source.kind,
            SourceKind::Dataset | SourceKind::Paper | SourceKind::Survey
        )
}
