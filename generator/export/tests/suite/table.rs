//! A table full of every feature, and of every sign that a format could take for its own.

use document::{
    Block, Cell, Column, Note, Number, Row, RowGroup, Run, Selection, SourceNote, Table,
};
use model::Target;

/// Three options, three groups, and in the cells whatever can stand in one.
pub(crate) fn full() -> Table {
    Table {
        id: "full-table".into(),
        selection: Selection::default(),
        comparison: "Tools & <Trades>".into(),
        title: "Every feature | of *a* table".into(),
        question: vec![
            text("What is left of <b>it</b> in "),
            emphasis("every"),
            text(" format?"),
        ],
        note: vec![
            text("Read the "),
            web("https://example.org/a?b=1&c=2", "manual"),
            text(" first."),
        ],
        corner: "Question".into(),
        columns: vec![
            column("hammer", "Hammer", "■"),
            column("drill", "Drill \"X\"", "◆"),
            column("formula", "=1+1", "▲"),
        ],
        groups: vec![
            RowGroup {
                id: "values".into(),
                name: "Values".into(),
                rows: vec![numbers(), marked(), links()],
            },
            RowGroup {
                id: "signs".into(),
                name: "Signs | & <signs>".into(),
                rows: vec![formulas(), markup(), lines()],
            },
            RowGroup {
                id: "letters".into(),
                name: "Letters".into(),
                rows: vec![scripts(), long()],
            },
        ],
        notes: vec![
            note(
                "a",
                vec![text("Our *estimate*, from "), code("a|b"), text(".")],
            ),
            note(
                "b",
                vec![
                    text("- No list: "),
                    strong("nobody"),
                    text(" <i>measured</i> it."),
                ],
            ),
        ],
        sources: sources(),
        as_of: Some("2026-11-23".into()),
        revision: "1a2b3c4d".into(),
    }
}

fn numbers() -> Row {
    let cell = |value: f64, prefix: &str, suffix: &str, decimals, printed: &str| Cell {
        value: vec![Run::Fact("some-fact".into(), printed.into())],
        number: Some(Number {
            value,
            prefix: prefix.into(),
            suffix: suffix.into(),
            decimals,
        }),
        sources: vec![1],
        ..Cell::default()
    };
    row(
        "numbers",
        "Numbers",
        [
            cell(15.0, "", " min", 0, "15\u{a0}min"),
            cell(1024.5, "$", " a month", 2, "$1,024.50\u{a0}a month"),
            cell(-3.5, "", "", 1, "-3.5"),
        ],
    )
}

fn marked() -> Row {
    let cell = |mark, glyphs, value: &str, sources: &[usize], notes: &[&str]| Cell {
        mark: Some(mark),
        glyphs: Some(glyphs),
        value: vec![text(value)],
        prose: vec![
            Block::Paragraph(vec![text("At length, with a source."), Run::Cite(2)]),
            Block::List {
                ordered: false,
                items: vec![vec![Block::Paragraph(vec![text("one")])]],
            },
        ],
        basis: Some("documented"),
        because: vec![text("Because.")],
        sources: sources.to_vec(),
        notes: notes.iter().map(|it| (*it).to_owned()).collect(),
        reviewed: Some("2026-11-23".into()),
        ..Cell::default()
    };
    row(
        "marks",
        "Marks",
        [
            cell("strong", "●●●●", "30\u{2060}–\u{2060}45 s", &[1, 2], &["a"]),
            cell("weak", "●○○○", "never", &[], &["a", "b"]),
            cell("unknown", "–", "not known", &[], &[]),
        ],
    )
}

fn links() -> Row {
    let record = Target::Record(model::Kind::Cost, some_id());
    row(
        "links",
        "Links",
        [
            of(vec![web(
                "https://example.org/x(y)?q=\"z\"&r=<s>",
                "a page",
            )]),
            of(vec![Run::Link(record, vec![text("by workload")])]),
            of(vec![
                text("see "),
                web("https://example.org/1", "one"),
                text(" and "),
                web("mailto:a@example.org", "two"),
                Run::Cite(3),
            ]),
        ],
    )
}

fn formulas() -> Row {
    row(
        "formulas",
        "=HYPERLINK(\"x\")",
        [plain("=1+1"), plain("@SUM(A1)"), plain("\t-2+3")],
    )
}

fn markup() -> Row {
    row(
        "markup",
        "<script>alert(1)</script>",
        [
            plain("<script>alert('x')</script> & </td></table> --> &amp;"),
            of(vec![
                text("a | b \\ c \\| d "),
                code("e|f`g"),
                text(" *h* _i_ [j](k) ~~l~~ #"),
                strong("m"),
                emphasis("n"),
            ]),
            plain("<r><t>rich</t></r>"),
        ],
    )
}

fn lines() -> Row {
    row(
        "lines",
        "- 1. Lines",
        [
            plain("one\ntwo\r\nthree"),
            plain("comma, semicolon; \"quotes\" 'single' _x0041_"),
            Cell::default(),
        ],
    )
}

fn scripts() -> Row {
    row(
        "scripts",
        "Skript, 文字, كتابة",
        [
            plain("مرحبا بالعالم 123"),
            plain("日本語のテキスト 😀👩‍💻"),
            plain("Größe é e\u{301} ≥ 5 µs — “ok”"),
        ],
    )
}

fn long() -> Row {
    row(
        "long",
        "Long",
        [
            plain(&"word ".repeat(1_000)),
            plain(&"x".repeat(5_000)),
            plain("$x$ and $5"),
        ],
    )
}

fn sources() -> Vec<SourceNote> {
    let source = |number, id: &str, title: &str, url: Option<&str>| SourceNote {
        number,
        id: id.into(),
        title: title.into(),
        publisher: "A & B <Publishers>".into(),
        url: url.map(str::to_owned),
        accessed: "2026-11-20".into(),
    };
    vec![
        source(
            1,
            "manual",
            "The [manual] | \"1\"",
            Some("https://example.org/manual?a=1&b=<2>"),
        ),
        source(2, "book", "=A book()", None),
        source(3, "page", "1. A <page>", Some("https://example.org/page")),
        source(
            4,
            "unused",
            "Cited at length only",
            Some("https://example.org/4"),
        ),
    ]
}

fn some_id() -> model::Id {
    model::Id::new("some-cost")
}

fn row(id: &str, name: &str, cells: [Cell; 3]) -> Row {
    Row {
        id: id.into(),
        name: name.into(),
        question: vec![text("What is it?")],
        cells: cells.into(),
    }
}

fn column(id: &str, name: &str, symbol: &str) -> Column {
    Column {
        id: id.into(),
        name: name.into(),
        symbol: symbol.into(),
        family: "Family".into(),
    }
}

fn note(letter: &str, runs: Vec<Run>) -> Note {
    Note {
        letter: letter.into(),
        runs,
    }
}

fn of(value: Vec<Run>) -> Cell {
    Cell {
        value,
        ..Cell::default()
    }
}

fn plain(value: &str) -> Cell {
    of(vec![text(value)])
}

/// Plain text.
pub(crate) fn text(it: &str) -> Run {
    Run::Text(it.into())
}

fn code(it: &str) -> Run {
    Run::Code(it.into())
}

fn emphasis(it: &str) -> Run {
    Run::Emphasis(vec![text(it)])
}

fn strong(it: &str) -> Run {
    Run::Strong(vec![text(it)])
}

fn web(url: &str, it: &str) -> Run {
    Run::Link(Target::Url(url.into()), vec![text(it)])
}
