//! What `check --report` prints: how complete and how balanced the records are, in at most 80 columns.

use std::fmt::Write as _;

use model::{Date, Kind, Model};
use verdict::{Completeness, Coverage, Side, percent};

/// At most this many holes are named.
const NAMED: usize = 10;
/// The widest line.
const WIDTH: usize = 80;
/// The width of a figure, with the blanks before it.
const FIGURE: usize = 9;

/// The report on the records of `model`; ages are counted up to `today`.
pub(super) fn text(model: &Model, today: Date) -> String {
    let Completeness { coverage, balance } = Completeness::of(model, today);
    let mut out = String::from("Coverage\n");
    cells(&coverage, &mut out);
    for (dimension, option) in coverage.holes.iter().take(NAMED) {
        line(
            &mut out,
            &format!("    no answer: dimensions/{dimension}, {option}"),
        );
    }
    if coverage.holes.len() > NAMED {
        let more = coverage.holes.len() - NAMED;
        line(&mut out, &format!("    and {more} more"));
    }
    out.push_str("\nBalance of the headline\n");
    let names = [
        "claims", "minor", "notable", "major", "words", "sources", "age",
    ];
    let heads: String = names.iter().map(|it| format!("{it:>FIGURE$}")).collect();
    let first = WIDTH - names.len() * FIGURE;
    for it in &balance {
        let name = model
            .title_of(Kind::Alternative, &it.option)
            .unwrap_or_default();
        line(&mut out, &format!("\n  {name}"));
        line(&mut out, &format!("{:first$}{heads}", ""));
        row(&mut out, first, "for", &it.pros);
        row(&mut out, first, "against", &it.cons);
    }
    let note = "\nAges are medians in days: of the last review of each answer above, and below of\n\
                the day on which each cited source was read. Up to";
    _ = writeln!(out, "{note} {today}.");
    out
}

fn cells(it: &Coverage, out: &mut String) {
    let (questions, places) = (it.dimensions, it.places());
    let mut figure = |name: &str, number: String| {
        let wide = WIDTH - FIGURE - 2;
        _ = writeln!(out, "  {name:<wide$}{number:>FIGURE$}");
    };
    let name = format!(
        "Answers wanted: {questions} questions to {} options",
        it.options
    );
    figure(&name, places.to_string());
    figure("Holes: no answer at all", it.holes.len().to_string());
    figure("Answered with \"unknown\"", it.unknown.to_string());
    figure(
        "Answered with \"not applicable\"",
        it.not_applicable.to_string(),
    );
    figure(
        "On a scale, neither judged nor computed",
        it.evident.to_string(),
    );
    let share = percent(it.primary, it.evident).map_or("-".to_owned(), |it| format!("{it} %"));
    let name = format!("Of these with a primary source: {}", it.primary);
    figure(&name, share);
    figure("Median age of an answer, in days", days(it.age));
}

fn row(out: &mut String, first: usize, name: &str, side: &Side) {
    let [minor, notable, major] = side.strengths;
    let figures = [side.claims, minor, notable, major, side.words, side.sources];
    let figures: String = figures.iter().map(|it| format!("{it:>FIGURE$}")).collect();
    let (name, age) = (format!("    {name}"), days(side.evidence_age));
    line(out, &format!("{name:first$}{figures}{age:>FIGURE$}"));
}

fn days(age: Option<i64>) -> String {
    age.map_or("-".to_owned(), |it| it.to_string())
}

/// Writes a line, cut where it would be too wide.
fn line(out: &mut String, text: &str) {
    for (at, part) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.extend(part.chars().take(WIDTH));
    }
    out.push('\n');
}
