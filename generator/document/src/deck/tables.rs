//! The slides of a table: one for each piece that fits.

use model::{ComparisonTable, Record};

use super::making::{Making, slide};
use super::numbers::renumber;
use super::{Content, Slide, SlideOverflow, TableSlide};
use crate::fit::{Entry, Fitted, Piece, fit};
use crate::sentence::Slots;
use crate::{Table, comparison, plain};

impl Making<'_> {
    pub(super) fn table(&mut self, record: &Record<ComparisonTable>) -> Vec<Slide> {
        let table = comparison(record, self.model, self.scores);
        self.note_reviews(record);
        self.pieces(table)
    }

    /// The slides of a table, or of a part of one.
    pub(super) fn pieces(&mut self, mut table: Table) -> Vec<Slide> {
        let stamp = table.stamp().to_string();
        renumber(&mut table, &mut self.notes);
        let fitted = fit(&table, &self.frame);
        let overflows = fitted.overflows.iter().map(|it| SlideOverflow {
            table: table.id.clone(),
            what: it.clone(),
        });
        self.overflows.extend(overflows);
        let of = fitted.pieces.len();
        let slide = |piece: &Piece| {
            let part = piece.table(&table);
            let id = format!("table:{}", table.id);
            let sources = part.sources.iter().map(|it| it.number).collect();
            let notes = self.table_notes(&part);
            let content = placed(piece, part, &fitted, stamp.clone());
            let slide = Slide {
                sources,
                notes,
                ..slide(&id, &table.title, content)
            };
            self.piece(slide, piece.number, of)
        };
        fitted.pieces.iter().map(slide).collect()
    }

    fn note_reviews(&mut self, record: &ComparisonTable) {
        let columns = self.model.columns_of(record);
        for row in self.model.rows_of(record) {
            for option in &columns {
                if let Some(cell) = row.cells.get(&option.id) {
                    self.notes.reviewed(cell.reviewed);
                }
            }
        }
    }

    /// The question of the table and its note, the question of each row, and why cells without a source say what they say.
    fn table_notes(&self, table: &Table) -> Vec<String> {
        let mut notes = vec![plain(&table.question), plain(&table.note)];
        for row in table.rows() {
            let slots = Slots::new()
                .text("row", row.name.clone())
                .text("question", plain(&row.question));
            notes.push(self.sentences.text("deck.row", &slots));
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                if !cell.because.is_empty() {
                    let slots = Slots::new()
                        .text("row", row.name.clone())
                        .text("option", column.name.clone())
                        .text("text", plain(&cell.because));
                    notes.push(self.sentences.text("deck.answer", &slots));
                }
            }
        }
        notes.retain(|it| !it.is_empty());
        notes
    }
}

/// A piece with its own rows, which `part` holds.
fn placed(piece: &Piece, part: Table, fitted: &Fitted, stamp: String) -> Content {
    let (mut rows, mut groups) = (0.., 0..);
    let own = |entry: &Entry| match *entry {
        Entry::Heading {
            continued,
            height_pt,
            ..
        } => groups.next().map(|group| Entry::Heading {
            group,
            continued,
            height_pt,
        }),
        Entry::Row { height_pt, .. } => rows.next().map(|row| Entry::Row { row, height_pt }),
    };
    Content::Table(Box::new(TableSlide {
        entries: piece.entries.iter().filter_map(own).collect(),
        table: part,
        number: piece.number,
        of: fitted.pieces.len(),
        size_pt: fitted.size_pt,
        columns_pt: fitted.columns_pt.clone(),
        header_pt: piece.header_pt,
        height_pt: piece.height_pt,
        stamp,
    }))
}
