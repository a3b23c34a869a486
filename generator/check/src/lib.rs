//! The rules: what records may not say, or leave out, although each of them can be read.
//!
//! Start reading at [`check`], then at any file of `rules/`: one rule is one file, with a case file in `tests/rules/` that
//! is its specification, its test and its documentation. Rules that loading reports have their files too, without code.
//! Invariant: nothing here opens a file, reads the clock or writes; a rule sees a [`Context`] and reports.

#![deny(clippy::disallowed_methods)]

pub mod case;
mod claims;
mod context;
mod cuts;
mod decisive;
mod family;
mod index;
mod levels;
mod phrases;
mod reviews;
mod rule;
mod rules;
mod sides;
mod standing;
mod stated;
mod strings;
mod words;

pub use context::{Computed, Context};
pub use family::Family;
pub use rule::Rule;
pub use rules::{RULES, rule};

pub(crate) use index::Spoken;
pub(crate) use model::LintLevel;
pub(crate) use reviews::Review;
pub(crate) use rule::{Report, finding, listed, named};
use source::Diagnostic;
pub(crate) use words::words;

/// Everything that the rules have to say, with the levels and exceptions of the project applied; in no order.
///
/// A finding that concerns a file which loading could not read as it is meant is left out: its error is told already.
pub fn check(cx: &Context<'_>) -> Vec<Diagnostic> {
    // Levels, groups and the days of freshness stand there: without them nothing can be judged.
    let manifest = cx.sources.find("data/comparison.toml");
    if manifest.is_some_and(|it| cx.is_misread(it)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for rule in RULES {
        let Some(run) = rule.run else { continue };
        run(cx, &mut |it| {
            let places = it.also.iter().chain([&it.primary]);
            if !places
                .into_iter()
                .any(|label| cx.is_misread(label.span.file))
            {
                found.push((*rule, it));
            }
        });
    }
    levels::apply(cx, found)
}
