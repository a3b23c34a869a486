//! What a comparison rests on: facts, sources, terms, statements and what came of checking them.

use model::Kind;

use super::Seat;
use crate::synth::names::{FactForm, OPTIONS};
use crate::synth::toml_text::TomlText;

pub(super) fn fact(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let mut words = seat.words();
    let mut out = TomlText::default();
    out.text(
        "title",
        format_args!("{}: {}", seat.title(), words.phrase()),
    );
    match FactForm::of(index) {
        FactForm::Milliseconds => out.raw("value", 10 + words.below(900)).text("unit", "ms"),
        FactForm::Seconds => {
            let minutes = 1 + words.below(60);
            out.raw("value", minutes * 60)
                .text("unit", "s")
                .text("show", format_args!("{minutes} min"))
        }
        FactForm::Price => out
            .raw("value", format_args!("0.{:02}", 1 + words.below(98)))
            .text("unit", "USD/h"),
        FactForm::Range => {
            let low = 1 + words.below(200);
            let range = format!("{{ low = {low}, high = {} }}", low + 1 + words.below(2_000));
            out.raw("value", range).text("unit", "ms")
        }
        FactForm::Word => out.text(
            "value",
            ["by request", "by default", "in preview"][words.below(3)],
        ),
    };
    out.text("product", names.id(Kind::Product, index))
        .text("as-of", seat.day());
    if index.is_multiple_of(3) {
        out.text("note", words.sentence());
    }
    out.list("sources", &names.some(Kind::Source, index, 1))
        .raw("reviewed", seat.day())
        .finish()
}

pub(super) fn source(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    // Sources are named in pairs: a document of the maker, and somebody who measured or asked.
    let (publisher, kind, tier) = [
        ("Forest Works", "doc", "primary"),
        ("Institute of Wood", "paper", "measurement"),
        ("Timber Company", "price", "primary"),
        ("Readers of a journal", "survey", "secondary"),
    ][seat.index % 4];
    // Every fact stands in at least one text.
    let fact = |at| seat.names.id(Kind::Fact, 2 * seat.index + at);
    let mut shown = |at| format!("{} at {{{{ fact.{} }}}}.", words.clause(), fact(at));
    let shows = [shown(0), shown(1)];
    TomlText::default()
        .text("title", seat.title())
        .text("publisher", publisher)
        .text(
            "url",
            format_args!("https://example.org/library/{}", seat.id()),
        )
        .text("kind", kind)
        .text("tier", tier)
        .text("dated", format_args!("2026-09-{:02}", 1 + seat.index % 30))
        // Before any record was compared with it.
        .raw(
            "accessed",
            format_args!("2026-10-{:02}", 1 + seat.index % 30),
        )
        .list("shows", &shows)
        .finish()
}

pub(super) fn term(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    TomlText::default()
        .text("name", seat.title())
        .list("aliases", &[format!("{} of old", seat.title())])
        .text(
            "short",
            format_args!("{}: {}.", seat.title(), words.clause()),
        )
        .list("sources", &seat.sources())
        .finish()
}

pub(super) fn statement(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let mut words = seat.words();
    let kind = [
        "definition",
        "pro",
        "con",
        "use-case",
        "dimension-cell",
        "verdict",
    ][index % 6];
    let status = ["accurate", "imprecise", "wrong", "outdated", "opinion"][index % 5];
    let mut out = TomlText::default();
    out.raw("order", index + 1)
        .text("kind", kind)
        .list("options", &[OPTIONS[index % OPTIONS.len()]])
        .text(
            "says",
            format_args!(
                "{}, or [so]({}).",
                words.clause(),
                names.link(Kind::Term, index)
            ),
        )
        .text("where", format_args!("Part {}", 1 + index % 9))
        .text("heading", seat.title())
        .text("status", status);
    if status != "accurate" {
        out.text("correction", words.sentence());
    }
    if index % 8 == 7 {
        // Five before it stands one of the same status, which repeats none itself.
        out.text("same-as", names.id(Kind::Statement, index - 5));
    }
    out.list(
        "records",
        &[
            names.link(Kind::Pro, index),
            names.link(Kind::Dimension, index),
            names.link(Kind::Cost, index),
        ],
    )
    .list("sources", &seat.sources())
    .raw("reviewed", seat.day())
    .finish()
}

pub(super) fn contradiction(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    let class = ["pro-and-con", "contradiction", "false-claim", "outdated"][seat.index % 4];
    TomlText::default()
        .text("title", seat.title())
        .list(
            "statements",
            &seat.names.some(Kind::Statement, seat.index, 2),
        )
        .text("class", class)
        .prose("resolution", seat.prose(&mut words, 1))
        .finish()
}

pub(super) fn change(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    let records = [
        seat.names.link(Kind::Fact, seat.index),
        seat.names.link(Kind::Product, seat.index),
    ];
    TomlText::default()
        .raw("date", seat.day())
        .text("title", seat.title())
        .list("records", &records)
        .prose("text", seat.prose(&mut words, 1))
        .finish()
}

pub(super) fn case(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    let evidence = ["first-hand", "vendor", "press", "unverified"][seat.index % 4];
    let reasons = [words.sentence(), words.sentence()];
    TomlText::default()
        .text("title", seat.title())
        .text(
            "date",
            format_args!("202{}-0{}", seat.index % 6, 1 + seat.index % 9),
        )
        .text("was", words.phrase())
        .list("chose", &[OPTIONS[seat.index % OPTIONS.len()]])
        .list("use-cases", &seat.names.some(Kind::UseCase, seat.index, 1))
        .text("evidence", evidence)
        .prose("summary", seat.prose(&mut words, 1))
        .list("reasons", &reasons)
        .text("outcome", words.sentence())
        .text("hard", words.sentence())
        .list("sources", &seat.sources())
        .finish()
}
