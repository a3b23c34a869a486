//! The table of a record of `tables/`: options side by side, questions below each other.

use model::{Alternative, ComparisonTable, Dimension, Model, Record};
use verdict::Scores;

use crate::cell::cell;
use crate::{Column, Notes, Row, RowGroup, Table};

/// The table that `record` describes, with the marks of `scores`.
pub fn comparison(record: &Record<ComparisonTable>, model: &Model, scores: &Scores) -> Table {
    let mut notes = Notes::new(model);
    let columns = model.columns_of(record);
    let title = model.plain_text(&record.title);
    let question = notes.runs(&record.question.runs);
    let note = record
        .note
        .as_ref()
        .map(|it| notes.runs(&it.runs))
        .unwrap_or_default();
    let mut groups: Vec<RowGroup> = Vec::new();
    for dimension in model.rows_of(record) {
        let group = &dimension.group.id;
        let row = row(dimension, &columns, model, scores, &mut notes);
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
        id: record.id.to_string(),
        title,
        question,
        note,
        corner: "Question".into(),
        columns: columns.iter().map(|option| column(option, model)).collect(),
        groups,
        sources: notes.list(),
        as_of: notes.as_of().map(|date| date.to_string()),
        revision: model.revision.clone(),
    }
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

fn row(
    dimension: &Record<Dimension>,
    columns: &[&Record<Alternative>],
    model: &Model,
    scores: &Scores,
    notes: &mut Notes<'_>,
) -> Row {
    let question = notes.runs(&dimension.question.runs);
    let mut cells = Vec::with_capacity(columns.len());
    for option in columns {
        let mark = scores.mark(&dimension.id, &option.id);
        cells.push(cell(dimension.cells.get(&option.id), mark, model, notes));
    }
    Row {
        id: dimension.id.to_string(),
        name: dimension.name.text.clone(),
        question,
        cells,
    }
}
