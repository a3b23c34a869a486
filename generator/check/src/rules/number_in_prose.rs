//! A number with a unit that is typed into a text instead of being kept as a fact.

use std::collections::HashSet;

use model::{Kind, Written};
use source::Span;

use crate::{Context, Family, LintLevel, Report, Rule, finding, words};

pub(crate) static RULE: Rule = Rule {
    id: "number-in-prose",
    family: Family::Contradiction,
    level: LintLevel::Warn,
    case: include_str!("../../../../tests/rules/number-in-prose.md"),
    run: Some(run),
};

/// Units that texts write out or in short, whether or not a fact has them.
const UNITS: [&str; 29] = [
    "ms",
    "millisecond",
    "milliseconds",
    "s",
    "second",
    "seconds",
    "min",
    "minute",
    "minutes",
    "h",
    "hour",
    "hours",
    "day",
    "days",
    "B",
    "byte",
    "bytes",
    "KB",
    "KiB",
    "MB",
    "MiB",
    "GB",
    "GiB",
    "TB",
    "TiB",
    "percent",
    "USD",
    "dollar",
    "dollars",
];

fn run(cx: &Context<'_>, report: Report<'_>) {
    let units = cx.model.facts.iter().filter_map(|it| it.unit.as_ref());
    let heads = units.filter_map(|it| it.text.split(['/', ' ']).next());
    let units: HashSet<&str> = heads.chain(UNITS).collect();
    let exempt = exempt(cx);
    for text in &cx.model.texts {
        if !holds_facts(text) || exempt.contains(&text.span) {
            continue;
        }
        let raw = cx.sources.text(text.span);
        let mut skip_to = 0;
        for (at, word) in words(raw) {
            if at < skip_to || !word.starts_with(|it: char| it.is_ascii_digit()) {
                continue;
            }
            let Some((start, end)) = measure(raw, at, word, &units) else {
                continue;
            };
            skip_to = end;
            let number = raw[start..end].replace('\u{a0}', " ");
            let span = text.span.part(start, end - start);
            report(
                finding(span, format!("`{number}` is typed into a text")).help(
                    "keep it in `data/facts/` with its source, and write `{{ fact.<id> }}` here",
                ),
            );
        }
    }
}

/// Records that state what is so. Facts, sources and code hold numbers of their own, cases and changes are history, and
/// use cases and quantities make their amounts up.
fn holds_facts(text: &Written) -> bool {
    use Kind::{Alternative, Con, Cost, Dimension, Limit, Pro, Product, Statement, Term};
    let kinds = [
        Alternative,
        Con,
        Cost,
        Dimension,
        Limit,
        Pro,
        Product,
        Statement,
        Term,
    ];
    text.from.as_ref().is_some_and(|it| kinds.contains(&it.0))
}

/// Texts of such records that quote the article, or explain a scale whose points are a convention of the editors.
fn exempt(cx: &Context<'_>) -> HashSet<Span> {
    let scales = cx.model.dimensions.iter();
    let scales = scales.flat_map(|it| [it.prose.span, it.question.span]);
    let says = cx.model.statements.iter().map(|it| it.says.span);
    scales.chain(says).collect()
}

/// The range of the number that ends in `word`, with its unit; nothing without one.
fn measure(raw: &str, at: usize, word: &str, units: &HashSet<&str>) -> Option<(usize, usize)> {
    let digits = word.trim_start_matches(|it: char| it.is_ascii_digit());
    let after = &raw[at + word.len()..];
    let start = start_of(raw, at);
    let number = raw[start..at + word.len()].trim_start_matches('$');
    if !digits.is_empty() {
        return units.contains(digits).then_some((start, at + word.len()));
    }
    // More digits follow: the last group decides.
    let mut next = after.chars();
    if matches!(next.next(), Some('.' | ',')) && next.next().is_some_and(|it| it.is_ascii_digit()) {
        return None;
    }
    let gap = after.len() - after.trim_start_matches([' ', '\u{a0}', '-']).len();
    let unit = &after[gap..];
    let unit = if unit.starts_with('%') {
        // Nothing and everything are no measurements.
        (!["0", "100"].contains(&number)).then_some("%")?
    } else {
        let length = unit
            .find(|it: char| !it.is_alphanumeric())
            .unwrap_or(unit.len());
        &unit[..length]
    };
    let end = at + word.len() + gap + unit.len();
    if unit == "%" || units.contains(unit) {
        (!["0", "1"].contains(&number)).then_some((start, end))
    } else {
        raw[start..]
            .starts_with('$')
            .then_some((start, at + word.len()))
    }
}

/// Where the number begins that has a group of digits at `at`: before "1," of "1,000", and before a dollar sign.
fn start_of(raw: &str, at: usize) -> usize {
    let before = &raw[..at];
    let number = before.trim_end_matches(|it: char| it.is_ascii_digit() || it == ',' || it == '.');
    // A comma of the sentence is no part of a number.
    let number = before[number.len()..]
        .find(|it: char| it.is_ascii_digit())
        .map_or(at, |it| number.len() + it);
    if raw[..number].ends_with('$') {
        number - 1
    } else {
        number
    }
}
