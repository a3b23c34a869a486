//! The sources of a table under the numbers of a deck.

use std::collections::HashMap;

use model::Id;

use crate::{Block, Notes, Run, Table};

/// Numbers the sources of `table` in `notes`, and replaces their numbers everywhere in it.
pub(super) fn renumber(table: &mut Table, notes: &mut Notes<'_>) {
    let mut numbers = HashMap::new();
    for source in &mut table.sources {
        if let Some(number) = notes.cite(&Id::new(&source.id)) {
            numbers.insert(source.number, number);
            source.number = number;
        }
    }
    table.sources.sort_by_key(|it| it.number);
    let new = |number: &mut usize| {
        if let Some(own) = numbers.get(number) {
            *number = *own;
        }
    };
    in_runs(&mut table.question, &new);
    in_runs(&mut table.note, &new);
    for note in &mut table.notes {
        in_runs(&mut note.runs, &new);
    }
    for row in table.groups.iter_mut().flat_map(|it| &mut it.rows) {
        in_runs(&mut row.question, &new);
        for cell in &mut row.cells {
            in_runs(&mut cell.value, &new);
            in_runs(&mut cell.because, &new);
            in_blocks(&mut cell.prose, &new);
            cell.sources.iter_mut().for_each(new);
            cell.sources.sort_unstable();
        }
    }
}

fn in_runs(runs: &mut [Run], new: &impl Fn(&mut usize)) {
    for run in runs {
        match run {
            Run::Cite(number) => new(number),
            Run::Emphasis(inner) | Run::Strong(inner) | Run::Link(_, inner) => in_runs(inner, new),
            Run::Text(_) | Run::Code(_) | Run::Fact(..) => {}
        }
    }
}

fn in_blocks(blocks: &mut [Block], new: &impl Fn(&mut usize)) {
    for block in blocks {
        match block {
            Block::Paragraph(runs) => in_runs(runs, new),
            Block::List { items, .. } => items.iter_mut().for_each(|it| in_blocks(it, new)),
        }
    }
}
