//! What decides: quantities, costs, limits, use cases, and code that does one job with two options.

use model::Kind;

use super::dimension::is_scored;
use super::{File, Seat};
use crate::synth::names::{FactForm, OPTIONS};
use crate::synth::toml_text::TomlText;
use crate::synth::words::Words;

/// Whether a use case that states quantity `index` must say why.
fn asks_why(index: usize) -> bool {
    index % 7 == 5
}

pub(super) fn quantity(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    let mut out = TomlText::default();
    out.text("title", seat.title())
        .text("question", format_args!("{}?", words.clause()))
        .text("unit", ["requests", "ms", "MB"][seat.index % 3]);
    if !seat.index.is_multiple_of(4) {
        out.raw(
            "default",
            format_args!("{{ low = 1, mode = 20, high = {} }}", 50 + words.below(100)),
        );
    }
    out.raw("least", 0);
    if asks_why(seat.index) {
        out.raw("ask-why", true);
    }
    out.finish()
}

pub(super) fn cost(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let mut words = seat.words();
    let quantities = names.some(Kind::Quantity, index, 2);
    let (a, b) = (&quantities[0], &quantities[1]);
    let price = |at| names.fact(FactForm::Price, index + at);
    // Some build on the one before; never more than two deep.
    let before = match index % 3 {
        2 => format!(" + {}", names.id(Kind::Cost, index - 1)),
        _ => String::new(),
    };
    let formula = format!(
        "{a} * {} + max(0, {b} - 100) * {} / 1000000{before}",
        price(0),
        price(1)
    );
    let mut out = TomlText::default();
    out.text("title", seat.title())
        .text("unit", "USD/month")
        .text("formula", formula)
        .list("left-out", &[words.phrase(), words.phrase()])
        .list("sources", &seat.sources())
        .raw("reviewed", seat.day());
    if index % 3 == 1 {
        out.table("[break-even]")
            .text("against", names.id(Kind::Cost, index - 1));
        out.text("over", a).raw("from", "1e3").raw("to", "1e10");
    }
    out.finish()
}

pub(super) fn limit(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let mut words = seat.words();
    let (quantity, fact) = (
        names.id(Kind::Quantity, index),
        names.fact(FactForm::Seconds, index),
    );
    let mut out = TomlText::default();
    out.text(
        "title",
        format_args!("{} ends at {{{{ fact.{fact} }}}}", seat.title()),
    )
    .text("option", OPTIONS[index % OPTIONS.len()])
    .text("when", format_args!("{quantity} > 1000 * {fact}"))
    .text(
        "holds-when",
        format_args!("there is more than {}", words.phrase()),
    )
    .list("sources", &seat.sources())
    .raw("reviewed", seat.day());
    if index.is_multiple_of(2) {
        out.table("[unless]")
            .text("id", "detour")
            .text("text", format_args!("there is {}", words.phrase()));
    }
    out.finish()
}

pub(super) fn use_case(seat: Seat<'_>) -> String {
    let Seat { names, index, .. } = seat;
    let mut words = seat.words();
    let mut out = TomlText::default();
    out.text("title", seat.title())
        .prose("summary", words.sentences(2))
        .prose("otherwise", seat.prose(&mut words, 1))
        .raw("reviewed", seat.day());
    workload(seat, &mut words, &mut out);
    let needs = names.places(Kind::Dimension, index, 5);
    let needs = needs
        .filter(|at| is_scored(*at))
        .map(|at| names.id(Kind::Dimension, at));
    for (rank, id) in needs.enumerate() {
        out.table(format_args!("needs.{id}"));
        // One way of weighing per use case.
        match index % 3 {
            2 => out.raw("swing", 100 - 15 * rank),
            _ => out.raw("rank", rank + 1),
        };
        out.text("why", words.clause());
    }
    if index.is_multiple_of(4) {
        // Only every second limit has a way around it.
        let limits = names.count(Kind::Limit).div_ceil(2);
        let limit = names.id(Kind::Limit, index % limits * 2);
        out.table(format_args!("escapes.\"{limit}/detour\""))
            .text("state", "taken")
            .text("because", words.sentence());
    }
    if index % 5 == 1 {
        out.table("components.core")
            .text("title", "The core of it")
            .table("components.core.workload");
        out.raw(&names.id(Kind::Quantity, index), 7);
    }
    let expected = ["alder", "birch", "leaf", "depends", "too-close"][index % 5];
    out.table("verdict")
        .text("expects", expected)
        .text("because", words.sentence())
        .finish()
}

fn workload(seat: Seat<'_>, words: &mut Words, out: &mut TomlText) {
    let count = 8.min(seat.names.count(Kind::Quantity));
    let stated: Vec<_> = (0..count)
        .map(|at| (seat.index * 3 + at) % seat.names.count(Kind::Quantity))
        .collect();
    let id = |quantity: usize| seat.names.id(Kind::Quantity, quantity);
    out.table("workload");
    for (at, quantity) in stated.iter().enumerate() {
        let key = id(*quantity);
        match at % 4 {
            0 => out.raw(
                &key,
                format_args!(
                    "{{ low = 10, mode = 40, high = {} }}",
                    50 + words.below(1_000)
                ),
            ),
            3 => out.text(&key, "unstated"),
            _ => out.raw(&key, 1 + words.below(5_000)),
        };
    }
    let asking: Vec<_> = stated.into_iter().filter(|it| asks_why(*it)).collect();
    if !asking.is_empty() {
        out.table("why");
    }
    for quantity in asking {
        out.text(&id(quantity), words.clause());
    }
}

const FILES: [(&str, &str); 2] = [
    ("handler.py", "the work itself"),
    ("service.yaml", "how it is run"),
];

pub(super) fn snippet(seat: Seat<'_>) -> String {
    let mut words = seat.words();
    let mut out = TomlText::default();
    out.text("title", seat.title())
        .text("use-case", seat.names.id(Kind::UseCase, seat.index))
        .text("contrast", words.sentence());
    for ((path, shows), option) in FILES.iter().zip(OPTIONS) {
        out.table("[files]")
            .text("path", path)
            .text("option", option)
            .text("shows", shows);
    }
    out.table("operate");
    for option in &OPTIONS[..FILES.len()] {
        out.list(option, &[words.sentence()]);
    }
    out.finish()
}

/// The files that a snippet shows.
pub(super) fn attachments(seat: Seat<'_>) -> Vec<File> {
    let mut words = seat.words();
    let comment = words.clause();
    let size = 64 + words.below(960);
    let texts = [
        format!(
            "# {comment}\nimport json\n\nLIMIT = {size}\n\n\ndef handle(event, context):\n    total = 0\n    \
             for item in event[\"items\"]:\n        if item[\"size\"] > LIMIT:\n            \
             raise ValueError(f\"too large: {{item}}\")\n        total += item[\"size\"]\n    \
             return {{\"status\": 200, \"body\": json.dumps({{\"total\": total}})}}\n"
        ),
        format!(
            "# {comment}\nkind: Service\nspec:\n  replicas: 2\n  containers:\n    - name: handler\n      \
             image: registry.example/handler:1.4.2\n      memory: {size}Mi\n      ports:\n        - 8080\n"
        ),
    ];
    let file = |((path, _), text): (&(&str, &str), String)| File {
        path: format!("data/{}/{}/{path}", seat.kind.folder(), seat.id()),
        text,
    };
    FILES.iter().zip(texts).map(file).collect()
}
