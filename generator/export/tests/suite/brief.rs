//! A document with every element there is.

use document::{
    Block, Contribution, Contributions, Document, Element, Grid, Point, RangeRow, Ranges, Run,
    Section, ShareRow, Shares, Side, Subject, VerdictBand,
};

use crate::table::{full, text};

/// A decision about tools, with whatever a document can show.
pub(crate) fn brief() -> Document {
    let table = full();
    Document {
        subject: Subject::UseCase("shelf".into()),
        comparison: table.comparison.clone(),
        title: "A shelf | <for> a *wall*".into(),
        lead: vec![paragraph("1. Twelve holes & a <day>."), list()],
        sections: vec![
            section("verdict", 1, "Verdict", vec![verdict()]),
            section("shares", 2, "How often", vec![shares()]),
            section("why", 2, "Why", vec![contributions()]),
            section("costs", 1, "Costs", vec![ranges(), remark(), grid()]),
            section("pros-cons", 1, "Pros and cons", vec![sides()]),
            section(
                "table",
                1,
                "The table",
                vec![Element::Comparison {
                    table: Box::new(table.clone()),
                }],
            ),
        ],
        sources: table.sources,
        as_of: table.as_of,
        revision: table.revision,
    }
}

fn section(id: &str, level: u8, heading: &str, elements: Vec<Element>) -> Section {
    Section {
        id: id.into(),
        part: (id == "costs").then(|| "Upper part".into()),
        level,
        heading: heading.into(),
        elements,
    }
}

fn verdict() -> Element {
    Element::Verdict(VerdictBand {
        word: "clear",
        text: "Clear: Drill \"X\"".into(),
        scale: vec![("clear", "clear".into()), ("leaning", "leaning".into())],
        best: Some("Drill \"X\"".into()),
        lines: vec![
            vec![text("Drill comes first in 97 % of draws.")],
            vec![text("Hammer <second>.")],
        ],
    })
}

fn shares() -> Element {
    let row = |label: &str, shares: [(f64, &str); 2]| ShareRow {
        label: label.into(),
        shares: shares.map(|(value, text)| (value, text.into())).into(),
    };
    Element::Shares(Shares {
        options: vec!["Drill".into(), "Ham|mer".into()],
        rows: vec![
            row("As stated", [(0.97, "97 %"), (0.03, "3 %")]),
            row("Under stress", [(0.8, "80 %"), (0.2, "20 %")]),
        ],
    })
}

fn contributions() -> Element {
    let row = |need: &str, points, text: &str, why: Option<&str>| Contribution {
        need: need.into(),
        weight: "60 %".into(),
        why: why.map(str::to_owned),
        values: ("90".into(), Some("40".into())),
        points,
        text: text.into(),
    };
    Element::Contributions(Contributions {
        best: "Drill".into(),
        runner: Some("Hammer".into()),
        rows: vec![
            row("Speed", 300, "+300", Some("<Twelve> holes")),
            row("Noise", -50, "−50", None),
        ],
        sum: (250, "+250".into()),
    })
}

fn ranges() -> Element {
    let row = |label: &str, amounts, texts: &[&str]| RangeRow {
        label: label.into(),
        detail: "per hole".into(),
        amounts,
        texts: texts.iter().map(|it| (*it).to_owned()).collect(),
    };
    Element::Ranges(Ranges {
        axis: "Cost, $".into(),
        ticks: vec![(0.0, "0".into()), (10.0, "10".into())],
        end: 10.0,
        headings: ["Least", "Most likely", "Mean", "Most"].map(str::to_owned),
        rows: vec![
            row(
                "Drill",
                Some([1.0, 2.0, 2.5, 4.0]),
                &["$1", "$2", "$2.50", "$4"],
            ),
            row("Hammer", None, &["depends | on the nail"]),
        ],
    })
}

fn remark() -> Element {
    Element::Remark {
        runs: vec![text("> Left out: <power> & light."), Run::Cite(1)],
    }
}

fn grid() -> Element {
    Element::Grid(Grid {
        headings: vec![("Limit".into(), false), ("At".into(), true)],
        rows: vec![vec![
            vec![text("- Depth | of a hole")],
            vec![text("120 mm")],
        ]],
    })
}

fn sides() -> Element {
    let point = |title: &str, holds_when: Vec<Run>| Point {
        title: vec![text(title)],
        strength: "major".into(),
        dimensions: vec!["Speed".into()],
        holds_when,
        prose: vec![paragraph("More about it.")],
        sources: vec![2, 3],
    };
    Element::Sides {
        sides: vec![Side {
            option: "Drill <X>".into(),
            pros: vec![point("Fast | & clean", vec![text("the wall is brick")])],
            cons: vec![point("- Loud", Vec::new())],
        }],
    }
}

fn paragraph(it: &str) -> Block {
    Block::Paragraph(vec![text(it)])
}

fn list() -> Block {
    let inner = Block::List {
        ordered: false,
        items: vec![vec![paragraph("# inner")]],
    };
    Block::List {
        ordered: true,
        items: vec![
            vec![paragraph("first"), inner],
            vec![paragraph("second"), paragraph("- more")],
        ],
    }
}
