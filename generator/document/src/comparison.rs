//! The table of a record of `tables/`: options side by side, questions below each other.

use model::{Alternative, ComparisonTable, Dimension, Model, Record};
use verdict::Scores;

use crate::cell::{Letters, Prose, cell};
use crate::{Column, Notes, Row, RowGroup, Selection, Table};

/// The table that `record` describes, with the marks of `scores`.
pub fn comparison(record: &Record<ComparisonTable>, model: &Model, scores: &Scores) -> Table {
    selected(record, &Selection::default(), model, scores)
}

/// The part of the table of `record` that `selection` names; options that there are not are left out.
///
/// Sources and notes are numbered in the order of what is left.
pub fn selected(
    record: &Record<ComparisonTable>,
    selection: &Selection,
    model: &Model,
    scores: &Scores,
) -> Table {
    let columns = match &selection.options {
        None => model.columns_of(record),
        Some(ids) => ids
            .iter()
            .filter_map(|id| model.options.get(id.as_str()))
            .collect(),
    };
    let mut rows = model.rows_of(record);
    if selection.differing {
        rows.retain(|it| differs(it, &columns, model, scores));
    }
    let mut notes = Notes::new(model);
    let question = notes.runs(&record.question.runs);
    let note = record.note.as_ref().map(|it| notes.runs(&it.runs));
    let table = of_rows(&columns, &rows, model, scores, &mut notes, Prose::Shown);
    Table {
        id: record.id.to_string(),
        selection: selection.clone(),
        title: model.plain_text(&record.title),
        question,
        note: note.unwrap_or_default(),
        sources: notes.list(),
        as_of: notes.as_of().map(|date| date.to_string()),
        ..table
    }
}

/// The table of all dimensions and all options: no record's, so without a title of its own.
pub fn everything(model: &Model, scores: &Scores) -> Table {
    let groups = model.manifest.groups.iter();
    let rows = groups.flat_map(|(id, ..)| model.dimensions_of(id.as_str()));
    let rows: Vec<_> = rows.collect();
    let (columns, mut notes) = (model.columns(), Notes::new(model));
    let table = of_rows(&columns, &rows, model, scores, &mut notes, Prose::Shown);
    Table {
        sources: notes.list(),
        as_of: notes.as_of().map(|date| date.to_string()),
        ..table
    }
}

/// The dimensions of one group and all options, within a document: its sources are those of `notes`, and answers at length
/// stand elsewhere.
pub(crate) fn of_group(
    group: &str,
    model: &Model,
    scores: &Scores,
    notes: &mut Notes<'_>,
) -> Table {
    let rows: Vec<_> = model.dimensions_of(group).collect();
    let columns = model.columns();
    of_rows(&columns, &rows, model, scores, notes, Prose::LeftOut)
}

/// A table without title, of which the sources and the newest review are left to the caller.
fn of_rows(
    columns: &[&Record<Alternative>],
    rows: &[&Record<Dimension>],
    model: &Model,
    scores: &Scores,
    notes: &mut Notes<'_>,
    prose: Prose,
) -> Table {
    let mut letters = Letters::default();
    let mut groups: Vec<RowGroup> = Vec::new();
    for dimension in rows {
        let group = &dimension.group.id;
        let question = notes.runs(&dimension.question.runs);
        let mut cells = Vec::with_capacity(columns.len());
        for option in columns {
            let mark = scores.mark(&dimension.id, &option.id);
            let data = dimension.cells.get(&option.id);
            cells.push(cell(data, mark, model, notes, &mut letters, prose));
        }
        let row = Row {
            id: dimension.id.to_string(),
            name: dimension.name.text.clone(),
            question,
            cells,
        };
        match groups.last_mut().filter(|it| it.id == group.as_str()) {
            Some(last) => last.rows.push(row),
            None => groups.push(RowGroup {
                id: group.to_string(),
                name: model
                    .manifest
                    .groups
                    .get(group)
                    .map(|it| it.text.clone())
                    .unwrap_or_default(),
                rows: vec![row],
            }),
        }
    }
    Table {
        id: String::new(),
        selection: Selection::default(),
        comparison: model.manifest.title.text.clone(),
        title: String::new(),
        question: Vec::new(),
        note: Vec::new(),
        corner: "Question".into(),
        columns: columns.iter().map(|option| column(option, model)).collect(),
        groups,
        notes: letters.notes,
        sources: Vec::new(),
        as_of: None,
        revision: model.revision.clone(),
    }
}

/// Whether options have different marks on a dimension or, where it has no scale, different values.
fn differs(
    dimension: &Record<Dimension>,
    columns: &[&Record<Alternative>],
    model: &Model,
    scores: &Scores,
) -> bool {
    let marks = columns.iter().map(|it| scores.mark(&dimension.id, &it.id));
    let marks: Vec<_> = marks.collect();
    if marks.iter().any(Option::is_some) {
        return marks.windows(2).any(|it| it[0] != it[1]);
    }
    let value = |option: &&Record<Alternative>| {
        let value = dimension.cells.get(&option.id)?.value.as_ref()?;
        Some(model.plain(&value.runs))
    };
    let values: Vec<_> = columns.iter().map(value).collect();
    values.windows(2).any(|it| it[0] != it[1])
}

fn column(option: &Record<Alternative>, model: &Model) -> Column {
    let family = model.manifest.families.get(&option.family.id);
    Column {
        id: option.id.to_string(),
        name: option.name.text.clone(),
        symbol: option.symbol.text.clone(),
        family: family.map(|it| it.text.clone()).unwrap_or_default(),
    }
}
