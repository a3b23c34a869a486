//! A piece of a table as a table of its own.

use std::collections::BTreeSet;

use super::{CONTINUED, Piece};
use crate::{Block, Run, Table};

impl Piece {
    /// The rows of this piece as a table, for whoever writes whole tables. The name of a group that began earlier says so;
    /// notes and sources are those that its rows need, under the letters and numbers they have in `table`.
    pub fn table(&self, table: &Table) -> Table {
        let rows: BTreeSet<usize> = self.rows().collect();
        let mut piece = table.clone();
        let mut at = 0;
        for group in &mut piece.groups {
            let first = at;
            group.rows.retain(|_| {
                at += 1;
                rows.contains(&(at - 1))
            });
            if !group.rows.is_empty() && !rows.contains(&first) {
                group.name.push_str(CONTINUED);
            }
        }
        piece.groups.retain(|it| !it.rows.is_empty());
        piece.keep_needed(table);
        piece
    }
}

impl Table {
    /// Drops the notes and sources of `whole` that no cell of this part of it needs. A source of which no number is printed
    /// stands behind a fact, nobody can say which, and is kept.
    pub(crate) fn keep_needed(&mut self, whole: &Self) {
        let letters: BTreeSet<String> = self.cells().flat_map(|it| it.notes.clone()).collect();
        self.notes.retain(|it| letters.contains(&it.letter));
        let (printed, needed) = (whole.numbers(), self.numbers());
        self.sources.retain(|it| {
            let number = it.number;
            needed.contains(&number) || !printed.contains(&number)
        });
    }

    fn cells(&self) -> impl Iterator<Item = &crate::Cell> {
        self.rows().flat_map(|it| &it.cells)
    }

    /// The numbers of all sources that are printed somewhere.
    pub(crate) fn numbers(&self) -> BTreeSet<usize> {
        let mut out: BTreeSet<usize> = self.cells().flat_map(|it| it.sources.clone()).collect();
        cited(&self.question, &mut out);
        cited(&self.note, &mut out);
        self.notes.iter().for_each(|it| cited(&it.runs, &mut out));
        for row in self.rows() {
            cited(&row.question, &mut out);
        }
        for cell in self.cells() {
            cited(&cell.value, &mut out);
            cited(&cell.because, &mut out);
            cited_in(&cell.prose, &mut out);
        }
        out
    }
}

/// Adds the numbers of the sources that runs cite.
fn cited(runs: &[Run], numbers: &mut BTreeSet<usize>) {
    for run in runs {
        match run {
            Run::Cite(number) => {
                numbers.insert(*number);
            }
            Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => {
                cited(inner, numbers);
            }
            Run::Text(_) | Run::Code(_) | Run::Fact(..) => {}
        }
    }
}

fn cited_in(blocks: &[Block], numbers: &mut BTreeSet<usize>) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) => cited(runs, numbers),
            Block::List { items, .. } => items.iter().for_each(|it| cited_in(it, numbers)),
        }
    }
}
