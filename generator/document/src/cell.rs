//! The cell of a table, from the cell of a dimension.

use model::{CellStatus, Model};
use verdict::Mark;

use crate::number::number;
use crate::{Cell, Note, Notes, Run};

/// The notes of a table: why cells without a source say what they say, each reason once.
#[derive(Debug, Default)]
pub(crate) struct Letters {
    pub(crate) notes: Vec<Note>,
}

impl Letters {
    /// The letter of a reason, a new one if nobody gave it before.
    fn of(&mut self, runs: &[Run]) -> String {
        if let Some(known) = self.notes.iter().find(|it| it.runs == runs) {
            return known.letter.clone();
        }
        let letter = letter(self.notes.len());
        self.notes.push(Note {
            letter: letter.clone(),
            runs: runs.to_vec(),
        });
        letter
    }
}

/// Whether the answer at length is part of a cell: it cites sources of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Prose {
    /// It is.
    Shown,
    /// It stands elsewhere.
    LeftOut,
}

/// `a` to `z`, then `aa`, `ab` and so on.
fn letter(at: usize) -> String {
    let last = char::from(b'a' + (at % 26) as u8);
    match at / 26 {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

/// The cell of one option; an empty one where the data has none.
pub(crate) fn cell(
    data: Option<&model::Cell>,
    mark: Option<Mark>,
    model: &Model,
    notes: &mut Notes<'_>,
    letters: &mut Letters,
    prose: Prose,
) -> Cell {
    let Some(data) = data else {
        return Cell::default();
    };
    let value = shown(data, model, notes);
    let because = data.because.as_ref();
    let because = because.map(|it| notes.runs(&it.runs)).unwrap_or_default();
    let reasons = (!because.is_empty()).then(|| letters.of(&because));
    Cell {
        mark: mark.map(Mark::word),
        glyphs: mark.map(Mark::glyphs),
        value,
        number: data.value.as_ref().and_then(|it| number(&it.runs, model)),
        prose: match (&data.prose, prose) {
            (Some(it), Prose::Shown) => notes.blocks(&it.blocks),
            _ => Vec::new(),
        },
        basis: data.basis.map(model::Basis::word),
        because,
        notes: reasons.into_iter().collect(),
        sources: notes.cite_all(&data.sources),
        reviewed: Some(notes.reviewed(data.reviewed).to_string()),
    }
}

/// What a table shows of a cell.
pub(crate) fn shown(data: &model::Cell, model: &Model, notes: &mut Notes<'_>) -> Vec<Run> {
    match (&data.value, &data.cost, data.status) {
        (Some(value), _, _) => notes.runs(&value.runs),
        (None, Some(cost), _) => vec![by_workload(model, &cost.id)],
        (None, None, Some(CellStatus::Unknown)) => vec![Run::Text("not known".into())],
        (None, None, Some(CellStatus::NotApplicable)) => vec![Run::Text("does not apply".into())],
        (None, None, None) => Vec::new(),
    }
}

/// A computed cost has no value of its own: it depends on the workload.
fn by_workload(model: &Model, cost: &model::Id) -> Run {
    let words = vec![Run::Text("by workload".into())];
    match model.costs.get(cost) {
        Some(record) => Run::Link(
            model::Target::Record(model::Kind::Cost, record.id.clone()),
            words,
        ),
        None => Run::Text("by workload".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        let of: Vec<_> = [0, 25, 26, 27, 52, 702].map(letter).into();
        assert_eq!(of, ["a", "z", "aa", "ab", "ba", "aaa"]);
    }
}
