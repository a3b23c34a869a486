//! A verdict that is not the one that was accepted: an edit has changed a conclusion.

use source::{Diagnostic, Span};
use verdict::lock::{Difference, How};

use crate::{Context, Family, LintLevel, Report, Rule, finding, listed};

pub(crate) static RULE: Rule = Rule {
    id: "verdict-changed",
    family: Family::Decisions,
    level: LintLevel::Deny,
    case: include_str!("../../../../tests/rules/verdict-changed.md"),
    run: Some(run),
};

/// At most this many moves are told for each verdict.
const TOLD: usize = 3;

const HELP: &str = "say why with `tradeoff accept --because \"…\"`, or undo the edit";

fn run(cx: &Context<'_>, report: Report<'_>) {
    let Some(lock) = cx.lock else { return };
    // A use case that cannot be read today may have the accepted verdict tomorrow.
    let complete = cx.is_complete();
    for change in lock.changes(cx.verdicts, cx.model) {
        let id = &change.use_case;
        let use_case = cx.model.use_cases.get(id);
        let here = use_case.map_or_else(Span::default, |it| it.fields.value("title"));
        match change.how {
            How::New(now) => {
                let title = format!("the verdict of `{id}` was never accepted");
                let found = finding(here, title).label(format!("it is {}", now.phrase()));
                report(found.help("accept it with `tradeoff accept --because \"…\"`"));
            }
            How::Gone(before) if complete => {
                let title = format!("`{id}` has an accepted verdict and is no use case");
                let span = lock.span(id).unwrap_or_default();
                let found = finding(span, title).label(format!("it was {}", before.phrase()));
                report(found.help("say why it is gone with `tradeoff accept --because \"…\"`, or restore its file"));
            }
            How::Gone(_) => {}
            How::Differs(differences) => {
                let found = differs(id, here, &differences);
                let because = lock.get(id).map(|it| it.because.as_str());
                let why = because.unwrap_or_default();
                report(match lock.span(id) {
                    Some(span) => found.also(span, format!("accepted, because {why}")),
                    None => found,
                });
            }
        }
    }
}

fn differs(id: &str, here: Span, differences: &[Difference]) -> Diagnostic {
    let phrase = differences.first().map(Difference::phrase);
    let part = differences.first().and_then(|it| it.part.as_ref());
    let what = match part {
        None => format!("`{id}`"),
        Some(part) => format!("`{part}` of `{id}`"),
    };
    let title = format!("the verdict of {what} is {}", phrase.unwrap_or_default());
    let mut found = finding(here, title);
    for (at, it) in differences.iter().enumerate() {
        let about = it.part.as_ref().map(|it| format!("`{it}`: "));
        let about = about.unwrap_or_default();
        if at > 0 {
            found = found.note(format!("{about}{}", it.phrase()));
        }
        let (now, before) = (it.newly_ruled_out(), it.no_longer_ruled_out());
        if !now.is_empty() {
            found = found.note(format!("{about}ruled out now: {}", listed(now)));
        }
        if !before.is_empty() {
            found = found.note(format!("{about}ruled out no longer: {}", listed(before)));
        }
        for moved in it.moved.iter().take(TOLD) {
            found = found.note(format!("{about}{}", moved.phrase()));
        }
    }
    found.help(HELP)
}
