//! Dimensions: scales of every form, and cells that answer in every way.

use model::Kind;

use super::Seat;
use crate::synth::names::{FactForm, OPTIONS};
use crate::synth::toml_text::TomlText;
use crate::synth::words::Words;

const LEVELS: [&str; 4] = ["never", "with effort", "as an add-on", "by default"];

/// What the cells of a dimension can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Time,
    Levels,
    Cost,
    Unscored,
}

impl Form {
    /// The form of dimension `index`.
    fn of(index: usize) -> Self {
        match index % 8 {
            0 | 2 | 4 => Self::Time,
            3 => Self::Cost,
            7 => Self::Unscored,
            _ => Self::Levels,
        }
    }
}

/// Whether the answer of `option` in dimension `index` is missing, or only judged.
pub(super) fn is_guess(index: usize, option: usize) -> bool {
    let at = index * OPTIONS.len() + option;
    match Form::of(index) {
        Form::Time => is_missing(index, option) || at % 5 == 1,
        Form::Levels | Form::Unscored => at.is_multiple_of(4),
        Form::Cost => false,
    }
}

fn is_missing(index: usize, option: usize) -> bool {
    Form::of(index) == Form::Time && option == index / 2 % 9
}

/// Whether the dimension at `index` has a scale, so that a use case can need it.
pub(super) fn is_scored(index: usize) -> bool {
    !matches!(Form::of(index), Form::Unscored)
}

pub(super) fn dimension(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    let form = Form::of(seat.index);
    let groups = seat.names.groups();
    let mut out = TomlText::default();
    out.text("name", seat.title())
        .text("group", groups[seat.index % groups.len()])
        .text("question", format_args!("{}?", words.clause()))
        .prose("prose", words.sentences(2));
    match form {
        Form::Time => {
            out.table("scale").text("unit", "ms");
            out.raw(
                "points",
                "[[50, 1.0], [300, 0.6], [1000, 0.2], [900000, 0.0]]",
            );
            out.raw("not-applicable", "1.0");
        }
        Form::Levels => {
            out.table("scale").list("levels", &LEVELS);
        }
        Form::Cost => {
            out.table("scale")
                .text("unit", "USD/month")
                .raw("points", "[[10, 1.0], [5000, 0.0]]");
        }
        Form::Unscored => {}
    }
    for (option, id) in OPTIONS.iter().enumerate() {
        out.table(format_args!("cells.{id}"));
        cell(seat, form, option, &mut words, &mut out);
    }
    out.finish()
}

fn cell(seat: Seat<'_>, form: Form, option: usize, words: &mut Words, out: &mut TomlText) {
    let names = seat.names;
    let at = seat.index * OPTIONS.len() + option;
    let missing = is_missing(seat.index, option);
    let guess = is_guess(seat.index, option);
    match form {
        Form::Time if missing => {
            let status = if seat.index.is_multiple_of(4) {
                "unknown"
            } else {
                "not-applicable"
            };
            out.text("status", status).text("because", words.sentence());
        }
        Form::Time => time(seat, at, words, out),
        Form::Levels => {
            out.text("value", value(words))
                .text("level", LEVELS[words.below(LEVELS.len())]);
            basis(guess, "documented", words, out);
        }
        Form::Cost => {
            out.text("cost", names.id(Kind::Cost, at))
                .text("basis", "computed");
        }
        Form::Unscored => {
            out.text("value", value(words));
            basis(guess, "reported", words, out);
        }
    }
    if !missing {
        out.prose("prose", seat.prose(words, 1));
    }
    let sources = names.some(Kind::Source, at, 2);
    out.list("sources", &sources).raw("reviewed", seat.day());
}

/// An amount of time: a fact, a range of facts, or a judgement.
fn time(seat: Seat<'_>, at: usize, words: &mut Words, out: &mut TomlText) {
    let fact = |form| seat.names.fact(form, at);
    let shown = |id: &str| format!("{{{{ fact.{id} }}}} per run");
    match at % 5 {
        0 => {
            let (low, high) = (fact(FactForm::Milliseconds), fact(FactForm::Seconds));
            out.text(
                "value",
                format_args!("{{{{ fact.{low} }}}} to {{{{ fact.{high} }}}}"),
            );
            out.raw(
                "amount",
                format_args!("{{ low = \"{low}\", high = \"{high}\" }}"),
            )
            .text("basis", "measured");
        }
        1 => {
            out.text("value", "about a second")
                .raw("amount", "{ low = 500, mode = 1000, high = 2000 }");
            out.text("basis", "judged")
                .text("because", words.sentence());
        }
        turn => {
            let form = [FactForm::Milliseconds, FactForm::Seconds, FactForm::Range][turn - 2];
            let id = fact(form);
            out.text("value", shown(&id))
                .text("amount", &id)
                .text("basis", "documented");
        }
    }
}

fn basis(guess: bool, known: &str, words: &mut Words, out: &mut TomlText) {
    if guess {
        out.text("basis", "judged")
            .text("because", words.sentence());
    } else {
        out.text("basis", known);
    }
}

fn value(words: &mut Words) -> String {
    let mut value = words.phrase().to_owned();
    value[..1].make_ascii_uppercase();
    value
}
