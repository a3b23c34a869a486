//! Marks that authors leave where something is still to be written.

use model::Shape;
use source::Span;

use crate::strings::strings;
use crate::{Context, Family, LintLevel, Report, Rule, finding};

pub(crate) static RULE: Rule = Rule {
    id: "unfinished-text",
    family: Family::Prose,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/unfinished-text.md"),
    run: Some(run),
};

/// What stands for a text that is not there yet. Capitals count: a todo list is a thing.
const MARKS: [&str; 5] = ["TODO", "FIXME", "XXX", "TBD", "???"];
/// The beginning of the text that printers fill pages with.
const FILLER: &str = "lorem ipsum";
/// The letters of it whose case nobody changes.
const CORE: &str = "orem ips";

fn run(cx: &Context<'_>, report: Report<'_>) {
    for (file, it) in cx.sources.iter() {
        let text = &*it.text;
        // Most files have none of them, and need not be taken apart.
        if !MARKS.iter().chain([&CORE]).any(|mark| text.contains(mark)) {
            continue;
        }
        let record = it.path.strip_prefix("data/").and_then(Shape::of_file);
        if record.is_none() {
            continue;
        }
        for range in strings(text) {
            let raw = &text[range.clone()];
            let whole = MARKS.into_iter().flat_map(|mark| raw.match_indices(mark));
            let whole = whole.filter(|(at, mark)| stands_alone(raw, *at, mark.len()));
            let lower = raw.to_ascii_lowercase();
            let filler = lower.match_indices(FILLER);
            for (at, length) in whole.chain(filler).map(|(at, mark)| (at, mark.len())) {
                let start = range.start + at;
                let span = Span::new(file, start..start + length);
                let title = format!("`{}` marks a text that is not finished", cx.sources.text(span));
                report(finding(span, title).help("write what is missing, or say that it is not known"));
            }
        }
    }
}

fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    let inner = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '?');
    !inner(before) && !inner(after)
}
