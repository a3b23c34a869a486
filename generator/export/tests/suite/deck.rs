//! A deck with every kind of slide.

use document::deck::{
    AgendaPart, Content, DecisionSlide, Lines, PrintedSource, Slide, Slides, TableSlide,
};
use document::{Subject, VerdictBand};

use crate::table::{full, text};

/// Five slides about tools.
pub(crate) fn deck() -> Slides {
    let table = full();
    Slides {
        subject: Subject::Deck("tools".into()),
        comparison: table.comparison.clone(),
        title: "Tools: \"a\" \\ <b>".into(),
        slides: vec![
            slide("title", "Tools: \"a\" \\ <b>", Content::Title),
            slide(
                "agenda",
                "Agenda",
                Content::Agenda {
                    size_pt: 18.0,
                    parts: vec![AgendaPart {
                        title: "- The <table>".into(),
                        slide: 3,
                    }],
                },
            ),
            slide(
                "table:full-table#1/2",
                "The <table> (1 of 2)",
                Content::Table(Box::new(table_slide())),
            ),
            slide(
                "use-case:shelf",
                "A shelf",
                Content::Decision(Box::new(decision())),
            ),
            slide(
                "sources",
                "Sources",
                Content::Sources {
                    size_pt: 10.0,
                    columns: 2,
                    sources: vec![PrintedSource {
                        number: 1,
                        printed: "1. A <manual>. https://example.org/a?b=1&c=2".into(),
                        url: Some("https://example.org/a?b=1&c=2".into()),
                    }],
                },
            ),
        ],
        sources: table.sources,
        as_of: table.as_of,
        revision: table.revision,
        edition: "As of 2026-11-23".into(),
        overflows: Vec::new(),
    }
}

fn slide(id: &str, title: &str, content: Content) -> Slide {
    Slide {
        id: id.into(),
        title: title.into(),
        content,
        sources: vec![1],
        notes: vec!["class: invert".into(), "An arrow --> and <script>.".into()],
        source_notes: vec!["1. A manual".into()],
    }
}

fn table_slide() -> TableSlide {
    let table = full();
    TableSlide {
        number: 1,
        of: 2,
        size_pt: 14.0,
        columns_pt: vec![200.0, 200.0, 300.0, 100.0],
        header_pt: 20.0,
        entries: Vec::new(),
        height_pt: 300.0,
        stamp: table.stamp().to_string(),
        table,
    }
}

fn decision() -> DecisionSlide {
    let lines = |id, heading: &str| Lines {
        id,
        heading: heading.into(),
        lines: vec![vec![text("- Speed <counts> most.")]],
    };
    DecisionSlide {
        band: VerdictBand {
            word: "clear",
            text: "Clear".into(),
            scale: Vec::new(),
            best: Some("Drill".into()),
            lines: vec![vec![text("Drill comes first.")]],
        },
        band_pt: 18.0,
        size_pt: 12.0,
        left: vec![lines("why", "Why")],
        right: vec![lines("costs", "Costs")],
    }
}
