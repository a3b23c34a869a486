//! The neutral document: a decision, or the whole comparison, as sections of elements.
//!
//! An element says what is shown, never how it looks. Every number stands beside the text that is printed for it: a writer
//! formats nothing, so two formats cannot differ.

use serde::Serialize;

use crate::{Block, Run, SourceNote, Subject, Table};

/// A document of several pages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// What it is about.
    pub subject: Subject,
    /// The title of the comparison.
    pub comparison: String,
    /// Its own title.
    pub title: String,
    /// What it is about, in a paragraph or two.
    pub lead: Vec<Block>,
    /// What it says.
    pub sections: Vec<Section>,
    /// The numbered sources.
    pub sources: Vec<SourceNote>,
    /// The newest review date of what is shown, ISO 8601.
    pub as_of: Option<String>,
    /// The revision of the data.
    pub revision: String,
}

/// What stands under one heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// What kind of section it is, such as `verdict`, `shares` or `why`: a template places those that it knows. The lists stand
    /// at the head of `brief.rs` and `whole.rs`. A section of the whole comparison that is about a record has its link, such as
    /// `dimension:cold-start`; no two have the same.
    pub id: String,
    /// The component that it speaks of, by its title; nothing for the whole. The first section of a component has level 1 and
    /// this title as its heading, so that the headings alone tell what belongs to it.
    pub part: Option<String>,
    /// 1 for a chapter, 2 for a section.
    pub level: u8,
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub elements: Vec<Element>,
}

/// One thing that is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Element {
    /// Text.
    Text {
        /// Paragraphs and lists.
        blocks: Vec<Block>,
    },
    /// A remark that has to be seen.
    Remark {
        /// What it says.
        runs: Vec<Run>,
    },
    /// What a decision came to.
    Verdict(VerdictBand),
    /// How often each option comes first.
    Shares(Shares),
    /// What each need adds to the distance between the first two options.
    Contributions(Contributions),
    /// Amounts between a least and a most, on one axis.
    Ranges(Ranges),
    /// Rows and columns of short texts.
    Grid(Grid),
    /// What speaks for options and against them.
    Sides {
        /// One for each option.
        sides: Vec<Side>,
    },
    /// Options side by side.
    Comparison {
        /// The table; its sources and notes are those of the table, not of the document.
        table: Box<Table>,
    },
}

/// What a decision came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerdictBand {
    /// The id of the word: `clear`, `leaning`, `depends`, `too-close`, `split` or `nothing-fits`.
    pub word: &'static str,
    /// The word as it is printed.
    pub text: String,
    /// The names of the words from clear to too close, for a scale on which it stands; ids and texts.
    pub scale: Vec<(&'static str, String)>,
    /// The best option by its name, if there is one.
    pub best: Option<String>,
    /// What is said of it, one sentence each.
    pub lines: Vec<Vec<Run>>,
}

/// How often each option comes first, as bars of which each row adds up to 1 or less.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shares {
    /// The names of the options, in the order of the shares.
    pub options: Vec<String>,
    /// Rows such as “As stated” and “Under stress”.
    pub rows: Vec<ShareRow>,
}

/// One bar of shares.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShareRow {
    /// What was drawn.
    pub label: String,
    /// From 0 to 1, and as printed; one for each option.
    pub shares: Vec<(f64, String)>,
}

/// What each need adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contributions {
    /// The name of the best option.
    pub best: String,
    /// The name of the second, if there is one.
    pub runner: Option<String>,
    /// The needs, the largest difference first.
    pub rows: Vec<Contribution>,
    /// The sum of the points, and as printed.
    pub sum: (i32, String),
}

/// What one need adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// The name of the need.
    pub need: String,
    /// Its weight, as printed.
    pub weight: String,
    /// Why it matters.
    pub why: Option<String>,
    /// Values of best and second, of 100, as printed.
    pub values: (String, Option<String>),
    /// Thousandths of a score, above 0 for the best option, below for the second.
    pub points: i32,
    /// The points as printed.
    pub text: String,
}

/// Amounts on one axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranges {
    /// What is on the axis, with its unit.
    pub axis: String,
    /// Places on the axis, and their texts, from left to right; 0 is the left end.
    pub ticks: Vec<(f64, String)>,
    /// The right end of the axis.
    pub end: f64,
    /// Headings of the four printed amounts.
    pub headings: [String; 4],
    /// The rows.
    pub rows: Vec<RangeRow>,
}

/// One amount.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RangeRow {
    /// What it is of.
    pub label: String,
    /// More about it.
    pub detail: String,
    /// Least, most likely, mean and most; nothing if it cannot be computed.
    pub amounts: Option<[f64; 4]>,
    /// The same as printed; where there are no amounts, the first says why.
    pub texts: Vec<String>,
}

/// Rows and columns of short texts. The first column names its row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// The headings of the columns, and whether what stands below is numbers.
    pub headings: Vec<(String, bool)>,
    /// The rows; each has a text for each heading.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// What speaks for an option and against it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// The name of the option.
    pub option: String,
    /// What speaks for it.
    pub pros: Vec<Point>,
    /// What speaks against it.
    pub cons: Vec<Point>,
}

/// One pro or con.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// What it is.
    pub title: Vec<Run>,
    /// How much it counts: a word of the data.
    pub strength: String,
    /// The questions that it concerns.
    pub dimensions: Vec<String>,
    /// When it holds.
    pub holds_when: Vec<Run>,
    /// More about it, where there is room.
    pub prose: Vec<Block>,
    /// The numbers of its sources, smallest first.
    pub sources: Vec<usize>,
}
