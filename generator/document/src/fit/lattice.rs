//! A table as measured texts in rows and columns.

use std::ops::Range;

use super::Frame;
use crate::measure::{Face, Measured};
use crate::{Cell, Table, plain};

/// What stands behind the name of a group that began earlier.
pub const CONTINUED: &str = " (continued)";

/// The paragraphs of a cell on a slide, one below another: the mark as signs and word, then the value.
pub fn paragraphs(cell: &Cell) -> Vec<String> {
    let mark = cell.glyphs.zip(cell.mark);
    let mark = mark.map(|(glyphs, word)| format!("{glyphs} {word}"));
    let value = Some(plain(&cell.value)).filter(|it| !it.is_empty());
    mark.into_iter().chain(value).collect()
}

/// The texts of a table, measured.
pub(super) struct Lattice {
    /// The corner, then the names of the options.
    pub(super) header: Vec<Texts>,
    /// The rows of all groups.
    pub(super) rows: Vec<Vec<Texts>>,
    pub(super) groups: Vec<Group>,
}

/// The paragraphs of a cell.
pub(super) struct Texts(Vec<Measured>);

/// Rows below one name.
pub(super) struct Group {
    /// Its place in the table.
    pub(super) place: usize,
    pub(super) rows: Range<usize>,
    /// Its name, and the same with the remark that it began earlier; nothing if names are not shown.
    names: Option<[Texts; 2]>,
}

/// The heights of everything at one size.
pub(super) struct Heights {
    pub(super) header: f32,
    pub(super) rows: Vec<f32>,
    /// Of the name of each group, where it begins and where it goes on.
    pub(super) names: Vec<[f32; 2]>,
}

impl Heights {
    /// The height of the whole table.
    pub(super) fn total(&self) -> f32 {
        let names: f32 = self.names.iter().map(|[first, _]| first).sum();
        self.header + names + self.rows.iter().sum::<f32>()
    }
}

impl Texts {
    fn of(text: &str, face: Face) -> Self {
        Self(vec![Measured::of(text, face)])
    }

    fn lines(&self, size_pt: f32, width_pt: f32) -> usize {
        let lines = self.0.iter().map(|it| it.lines(size_pt, width_pt));
        lines.sum::<usize>().max(1)
    }

    pub(super) fn least_width(&self, size_pt: f32) -> f32 {
        let widths = self.0.iter().map(|it| it.least_width(size_pt));
        widths.fold(0.0, f32::max)
    }

    pub(super) fn full_width(&self, size_pt: f32) -> f32 {
        let widths = self.0.iter().map(|it| it.full_width(size_pt));
        widths.fold(0.0, f32::max)
    }

    pub(super) fn total_em(&self) -> f32 {
        self.0.iter().map(Measured::total_em).sum()
    }
}

impl Lattice {
    pub(super) fn of(table: &Table, frame: &Frame) -> Self {
        let (face, bold) = (frame.face, frame.face.bold());
        let names = table.columns.iter().map(|it| it.name.as_str());
        let header = std::iter::once(table.corner.as_str()).chain(names);
        let width = table.columns.len();
        let cell = |it: &Cell| {
            let paragraphs = paragraphs(it);
            Texts(paragraphs.iter().map(|it| Measured::of(it, face)).collect())
        };
        let row = |row: &crate::Row| {
            let name = std::iter::once(Texts::of(&row.name, bold));
            name.chain(row.cells.iter().take(width).map(cell)).collect()
        };
        let is_named = table.groups.len() > 1;
        let mut start = 0;
        let group = |(place, group): (usize, &crate::RowGroup)| {
            let rows = start..start + group.rows.len();
            start = rows.end;
            let continued = format!("{}{CONTINUED}", group.name);
            Group {
                place,
                rows,
                names: is_named.then(|| [&group.name, &continued].map(|it| Texts::of(it, bold))),
            }
        };
        Self {
            header: header.map(|it| Texts::of(it, bold)).collect(),
            rows: table.rows().map(row).collect(),
            groups: table.groups.iter().enumerate().map(group).collect(),
        }
    }

    /// The cells of a column, its header first.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &Texts> {
        let cells = self.rows.iter().filter_map(move |it| it.get(at));
        self.header.get(at).into_iter().chain(cells)
    }

    pub(super) fn heights(&self, widths_pt: &[f32], frame: &Frame, size_pt: f32) -> Heights {
        let of = |row: &Vec<Texts>| {
            let cells = row.iter().zip(widths_pt);
            let lines = cells.map(|(it, width)| it.lines(size_pt, width - frame.beside()));
            frame.cell(lines.max().unwrap_or(1), size_pt)
        };
        let across = frame.width_pt - frame.beside();
        let name = |it: &Texts| frame.cell(it.lines(size_pt, across), size_pt);
        let names = |it: &Group| match &it.names {
            Some(names) => [name(&names[0]), name(&names[1])],
            None => [0.0; 2],
        };
        Heights {
            header: of(&self.header),
            rows: self.rows.iter().map(of).collect(),
            names: self.groups.iter().map(names).collect(),
        }
    }

    /// Whether a group's name is shown.
    pub(super) fn is_named(&self) -> bool {
        self.groups.iter().any(|it| it.names.is_some())
    }

    /// The option whose cell in `row` has the most lines; nothing if the name of the row has.
    pub(super) fn tallest(
        &self,
        row: usize,
        widths_pt: &[f32],
        frame: &Frame,
        size_pt: f32,
    ) -> Option<usize> {
        let cells = self.rows.get(row)?.iter().zip(widths_pt).enumerate();
        let lines = cells.map(|(at, (it, width))| (it.lines(size_pt, width - frame.beside()), at));
        let (_, at) = lines.max_by_key(|(lines, at)| (*lines, std::cmp::Reverse(*at)))?;
        at.checked_sub(1)
    }
}
