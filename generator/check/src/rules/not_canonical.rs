//! A record that is not written as `tradeoff fmt` writes it.

use model::Shape;
use source::{SourceFile, Span};

use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "not-canonical",
    family: Family::Shape,
    level: LintLevel::Allow,
    case: include_str!("../../../../tests/rules/not-canonical.md"),
    run: Some(run),
};

fn run(cx: &Context<'_>, report: Report<'_>) {
    // No other rule writes every record anew: only who asks for that waits for it.
    let lint = cx.model.manifest.lints.get(RULE.id);
    if lint.is_none_or(|it| it.level == LintLevel::Allow) {
        return;
    }
    for (id, file) in cx.sources.iter() {
        let Some(text) = canonical(file) else {
            continue;
        };
        let at = first_difference(&file.text, &text);
        let line = file.text[at..].find('\n').unwrap_or(file.text.len() - at);
        let whole = Span::new(id, 0..file.text.len());
        report(
            finding(Span::new(id, at..at + line), "this record is not in its canonical form")
                .label("the first line that differs")
                .help("run `tradeoff fmt`")
                .fix(whole, text),
        );
    }
}

/// The canonical text of a record, if it is another.
fn canonical(file: &SourceFile) -> Option<String> {
    let shape = file.path.strip_prefix("data/").and_then(Shape::of_file)?;
    let text = format::canonical(&file.text, &shape).ok()?;
    (text != *file.text).then_some(text)
}

/// Where the first line begins in `old` that is not the same in `new`.
fn first_difference(old: &str, new: &str) -> usize {
    let lines = old.split_inclusive('\n').zip(new.split_inclusive('\n'));
    let same = lines.take_while(|(old, new)| old == new);
    same.map(|(line, _)| line.len()).sum()
}
