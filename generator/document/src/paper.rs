//! On which paper a table is printed: upright if that reads well, else across, on a larger sheet, or in parts.

use serde::Serialize;

use crate::fit::paragraphs;
use crate::measure::{Face, Family, Measured};
use crate::{Column, Table};

/// What somebody has in the printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    #[serde(rename = "a4")]
    A4,
    /// 8.5 by 11 inches.
    #[serde(rename = "us-letter")]
    Letter,
}

/// How a table is printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheets {
    /// The name of the paper as Typst has it: `a4` or `a3`, `us-letter` or `us-tabloid`.
    pub paper: &'static str,
    /// Whether the long side is the lower one.
    pub flipped: bool,
    /// The table, or parts of it with some of its options each, in order; all have the names of the rows. Notes and sources
    /// are those that the part needs, under the letters and numbers of the whole.
    pub pieces: Vec<Table>,
    /// What is unusual about it, as a phrase; nothing for the paper that was asked for and all options side by side.
    pub told: Option<String>,
}

/// A sheet, in points.
#[derive(Clone, Copy, Debug)]
struct Sheet {
    name: &'static str,
    /// What people call it.
    title: &'static str,
    short_pt: f32,
    long_pt: f32,
}

/// ISO 216, in points of 1/72 inch.
const A4: Sheet = Sheet {
    name: "a4",
    title: "A4",
    short_pt: 595.28,
    long_pt: 841.89,
};
/// ISO 216.
const A3: Sheet = Sheet {
    name: "a3",
    title: "A3",
    short_pt: 841.89,
    long_pt: 1190.55,
};
/// ANSI Y14.1, size B.
const TABLOID: Sheet = Sheet {
    name: "us-tabloid",
    title: "Tabloid",
    short_pt: 792.0,
    long_pt: 1224.0,
};
/// ANSI Y14.1, size A.
const LETTER: Sheet = Sheet {
    name: "us-letter",
    title: "US Letter",
    short_pt: 612.0,
    long_pt: 792.0,
};

/// Of the print templates: 15 mm left and right, the gap between columns, and the sizes of text.
const MARGINS_PT: f32 = 2.0 * 42.52;
const GAP_PT: f32 = 9.0;
const UPRIGHT_PT: f32 = 8.6;
const ACROSS_PT: f32 = 8.2;
/// The names of options are that much larger, and of rows as large as the text.
const HEADING: f32 = 1.12;
/// The column of row names, as a multiple of another; and of another, how much less than its share it may get.
const NAMES: f32 = 0.95;
const LEAST_SHARE: f32 = 0.85;
/// A column that is narrower than this reads badly, however short its words are.
const LEAST_PT: f32 = 78.0;
/// The letters of a word that breaks wherever a line ends, because no column has room for it.
const ENDLESS: usize = 60;
/// So many options read well upright.
const MOST_UPRIGHT: usize = 3;

impl Paper {
    /// The name as Typst has it.
    pub fn name(self) -> &'static str {
        self.sheet().name
    }

    fn sheet(self) -> Sheet {
        match self {
            Self::A4 => A4,
            Self::Letter => LETTER,
        }
    }

    /// The sheet of twice the size.
    fn larger(self) -> Sheet {
        match self {
            Self::A4 => A3,
            Self::Letter => TABLOID,
        }
    }
}

/// How `table` is printed where `paper` is at hand: upright with three options or fewer, else across; across on a sheet of twice
/// the size if it is wider than that; and if it is wider still, in as few parts as fit on `paper` across, with about equally many options.
///
/// What fits is measured: no word is wider than its column, and no column so narrow that it reads badly.
pub fn sheets(table: &Table, paper: Paper) -> Sheets {
    let (sheet, larger) = (paper.sheet(), paper.larger());
    let n = table.columns.len();
    let needs = Needs::of(table);
    let whole = |sheet: Sheet, flipped, told| Sheets {
        paper: sheet.name,
        flipped,
        pieces: vec![table.clone()],
        told,
    };
    let options = match n {
        1 => "1 option".to_owned(),
        _ => format!("{n} options"),
    };
    if n <= MOST_UPRIGHT {
        if needs.fit(0..n, sheet.short_pt, UPRIGHT_PT) {
            return whole(sheet, false, None);
        }
        if needs.fit(0..n, sheet.long_pt, ACROSS_PT) {
            let told = format!("words too long for {} upright: printed across", sheet.title);
            return whole(sheet, true, Some(told));
        }
    } else if needs.fit(0..n, sheet.long_pt, ACROSS_PT) {
        return whole(sheet, true, None);
    }
    if needs.fit(0..n, larger.long_pt, ACROSS_PT) {
        let told = format!(
            "{options} are too wide for {}: printed on {}",
            sheet.title, larger.title
        );
        return whole(larger, true, Some(told));
    }
    let parts = needs.parts(sheet.long_pt);
    let told = match (parts.len(), parts.iter().map(ExactSizeIterator::len).max()) {
        (0 | 1, _) => format!(
            "words too long even for {}: printed on {}",
            larger.title, sheet.title
        ),
        (of, most) => format!(
            "{options} are too wide for {}: printed in {of} parts of up to {} on {}",
            larger.title,
            most.unwrap_or(n),
            sheet.title
        ),
    };
    Sheets {
        paper: sheet.name,
        flipped: true,
        pieces: parts.into_iter().map(|it| part(table, it)).collect(),
        told: Some(told),
    }
}

/// The part of a table with the options in these places.
fn part(table: &Table, options: std::ops::Range<usize>) -> Table {
    let mut part = table.clone();
    part.columns = table.columns[options.clone()].to_vec();
    for row in part.groups.iter_mut().flat_map(|it| &mut it.rows) {
        let cells = std::mem::take(&mut row.cells).into_iter();
        row.cells = cells.skip(options.start).take(options.len()).collect();
    }
    part.keep_needed(table);
    part
}

/// The width of the longest word of each column, in em.
struct Needs {
    names: f32,
    options: Vec<f32>,
}

impl Needs {
    fn of(table: &Table) -> Self {
        let face = Face::regular(Family::Inter);
        let em = |text: &str, face: Face| {
            let words = text.split(' ').filter(|it| it.chars().count() < ENDLESS);
            let words: Vec<_> = words.collect();
            Measured::of(&words.join(" "), face).least_width(1.0)
        };
        let names = table.rows().map(|it| em(&it.name, face.bold()));
        let option = |(at, column): (usize, &Column)| {
            let cells = table.rows().filter_map(|it| it.cells.get(at));
            let texts = cells.flat_map(paragraphs);
            let widths = texts.map(|it| em(&it, face));
            widths.fold(HEADING * em(&column.name, face.bold()), f32::max)
        };
        Self {
            names: names.fold(0.0, f32::max),
            options: table.columns.iter().enumerate().map(option).collect(),
        }
    }

    /// Whether these options fit side by side on a sheet of this width.
    fn fit(&self, options: std::ops::Range<usize>, width_pt: f32, size_pt: f32) -> bool {
        let share = (width_pt - MARGINS_PT) / (NAMES + options.len() as f32);
        let least = share * LEAST_SHARE - GAP_PT;
        let widest = self.options[options].iter().copied().fold(0.0, f32::max);
        let names = share * NAMES - GAP_PT;
        share >= LEAST_PT && widest * size_pt <= least && self.names * size_pt <= names
    }

    /// The fewest parts of which each fits; one for each option if words are too long for anything.
    fn parts(&self, width_pt: f32) -> Vec<std::ops::Range<usize>> {
        let n = self.options.len();
        let cut = |of: usize| (0..of).map(move |at| n * at / of..n * (at + 1) / of);
        let mut counts = 1..=n.max(1);
        let fewest = counts.find(|of| cut(*of).all(|it| self.fit(it, width_pt, ACROSS_PT)));
        // A word that fits nowhere is no reason to tear apart what else fits.
        let by_room = ((width_pt - MARGINS_PT) / LEAST_PT - NAMES)
            .floor()
            .max(1.0) as usize;
        cut(fewest.unwrap_or(n.div_ceil(by_room).max(1))).collect()
    }
}
