//! What is compared: the manifest, options, products, pros and cons, tables, decks.

use model::Kind;

use super::Seat;
use super::dimension::is_guess;
use crate::synth::names::{Names, OPTIONS};
use crate::synth::toml_text::TomlText;

const COLORS: [(&str, &str); OPTIONS.len()] = [
    ("#2a63bf", "#7ea6f2"),
    ("#ab2f7d", "#e287bf"),
    ("#7747b8", "#b89cf0"),
    ("#b34b09", "#ee9650"),
    ("#5a6878", "#96a5b8"),
];

pub(super) fn manifest(names: Names<'_>) -> String {
    let mut out = TomlText::default();
    out.raw("format", 1)
        .text("title", "Five trees")
        .list("columns", &OPTIONS)
        .list("headline", &OPTIONS[..2])
        .table("families")
        .text("leaf", "Leaf")
        .text("needle", "Needle")
        .table("groups");
    for group in names.groups() {
        out.text(group, format_args!("The {group} of it"));
    }
    out.table("marks")
        .raw("strong", "0.75")
        .raw("good", "0.5")
        .raw("mixed", "0.25");
    out.table("thresholds")
        .raw("clear", 90)
        .raw("stress", 80)
        .raw("leaning", 70)
        .raw("depends", 70);
    out.table("freshness").raw("days", 365).finish()
}

pub(super) fn option(seat: Seat<'_>) -> String {
    let index = seat.index;
    let mut words = seat.words();
    let (light, dark) = COLORS[index];
    TomlText::default()
        .text("name", seat.title())
        .text(
            "long",
            format_args!("{} as most people know it", seat.title()),
        )
        .text("family", if index < 2 { "leaf" } else { "needle" })
        .text("reference", seat.names.id(Kind::Product, index))
        .prose("summary", seat.prose(&mut words, 4))
        .text("confused-with", words.phrase())
        .raw(
            "color",
            format_args!("{{ light = \"{light}\", dark = \"{dark}\" }}"),
        )
        .text("symbol", ["■", "●", "▲", "◆", "○"][index])
        .list("aliases", &[format!("{} tree", seat.id())])
        .finish()
}

pub(super) fn product(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    TomlText::default()
        .text("name", seat.title())
        .list("options", &[OPTIONS[seat.index % OPTIONS.len()]])
        .text("url", format_args!("https://example.org/{}", seat.id()))
        .text("summary", words.sentence())
        .list("sources", &seat.sources())
        .finish()
}

/// A pro or a con. Those of one index are the two sides of one point.
pub(super) fn claim(seat: Seat<'_>) -> String {
    let Seat { names, kind, index } = seat;
    let mut words = seat.words();
    // Both sides of a point speak of different options, and each claim holds under a condition of its own: no score of the
    // dimension, which is made up too, can contradict it.
    let (other, shift) = if kind == Kind::Pro {
        (Kind::Con, 0)
    } else {
        (Kind::Pro, 1)
    };
    let answer = names.link(other, index + 1);
    let option = (index + shift) % OPTIONS.len();
    let strength = match ["minor", "notable", "major"][index % 3] {
        // What decides must not rest on judgement alone.
        "major" if is_guess(index % names.count(Kind::Dimension), option) => "notable",
        strength => strength,
    };
    let mut out = TomlText::default();
    out.text("title", words.clause())
        .text("option", OPTIONS[option])
        .text("strength", strength)
        .list("dimensions", &names.some(Kind::Dimension, index, 1))
        .text(
            "holds-when",
            format_args!("it is so that {}", words.clause()),
        );
    if index < names.count(other) {
        out.text("mirrors", names.link(other, index));
    }
    out.prose("prose", seat.prose(&mut words, 1))
        .list("sources", &seat.sources())
        .raw("reviewed", seat.day());
    if index.is_multiple_of(2) {
        out.table("[counters]")
            .text("claim", answer)
            .text("note", words.sentence());
    }
    out.finish()
}

/// The first table holds every dimension, the second is the headline; the others hold eight dimensions each.
pub(super) fn table(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let mut words = seat.words();
    let dimensions = names.some(Kind::Dimension, index, 8);
    let rows: Vec<_> = match index {
        0 => names
            .groups()
            .iter()
            .map(|group| format!("group:{group}"))
            .collect(),
        _ => dimensions
            .iter()
            .map(|id| format!("dimension:{id}"))
            .collect(),
    };
    let mut out = TomlText::default();
    out.text("title", seat.title())
        .text("question", format_args!("{}?", words.clause()));
    match index % 4 {
        1 => out.text("columns", "headline"),
        3 => out.list("columns", &OPTIONS[1..4]),
        _ => out.text("columns", "all"),
    };
    out.list("rows", &rows)
        .text("note", words.sentence())
        .finish()
}

pub(super) fn deck(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let (table, use_case) = (
        names.link(Kind::Table, index),
        names.link(Kind::UseCase, index),
    );
    TomlText::default()
        .text("title", seat.title())
        .list("parts", &["agenda", &table, &use_case, "sources"])
        .finish()
}
