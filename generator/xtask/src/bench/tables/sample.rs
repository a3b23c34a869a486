//! The tables that are measured: cut from what the flagship says, so that texts are as long as real ones.

use std::path::Path;

use anyhow::{Context, ensure};
use document::{Cell, Row, RowGroup, Run, Table};
use source::Sources;
use verdict::Scores;

/// A table of `n_rows` questions and `n_options` options with at most `n_sources` sources.
///
/// A flagship with fewer questions or options has some of them again, under another name.
///
/// # Errors
/// When the records of the flagship cannot be listed, or there are none.
pub(super) fn table(n_rows: usize, n_options: usize, n_sources: usize) -> anyhow::Result<Table> {
    let mut table = everything(&crate::synth::repository())?;
    let rows: Vec<Row> = table.rows().cloned().collect();
    let columns = table.columns.clone();
    ensure!(
        !rows.is_empty() && !columns.is_empty(),
        "the flagship has no answers"
    );
    "sample".clone_into(&mut table.id);
    table.title = format!("{n_rows} questions");
    table.sources.truncate(n_sources);
    table.columns = (0..n_options)
        .map(|at| {
            let mut column = columns[at % columns.len()].clone();
            column.id += &again("-", at / columns.len());
            column.name += &again(" ", at / columns.len());
            column
        })
        .collect();
    let row = |at: usize| {
        let mut row = rows[at % rows.len()].clone();
        row.id += &again("-", at / rows.len());
        row.name += &again(" ", at / rows.len());
        row.cells = (0..n_options)
            .map(|option| cut(&row.cells[option % row.cells.len()], n_sources))
            .collect();
        row
    };
    table.groups = vec![RowGroup {
        id: "all".to_owned(),
        name: "All questions".to_owned(),
        rows: (0..n_rows).map(row).collect(),
    }];
    Ok(table)
}

/// What follows a name that comes again.
fn again(sign: &str, times: usize) -> String {
    match times {
        0 => String::new(),
        _ => format!("{sign}{}", times + 1),
    }
}

/// A cell without its answer at length and without sources that there are not.
fn cut(cell: &Cell, n_sources: usize) -> Cell {
    let mut cell = cell.clone();
    cell.prose.clear();
    cell.sources.retain(|it| *it <= n_sources);
    cell.value
        .retain(|run| !matches!(run, Run::Cite(number) if *number > n_sources));
    cell
}

fn everything(root: &Path) -> anyhow::Result<Table> {
    let mut sources = Sources::default();
    let contents = source::read_folder(root, "data", &mut sources);
    let contents = contents.context("`data/` cannot be listed")?;
    let model = model::load(&sources, &contents.files).model;
    let (scores, _) = Scores::of(&model);
    Ok(document::everything(&model, &scores))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_sample_has_the_size_that_was_asked_for() {
        let table = table(1_000, 6, 50).expect("a table");
        assert_eq!(
            (table.len(), table.columns.len(), table.sources.len()),
            (1_000, 6, 50)
        );
        let ids: HashSet<_> = table.rows().map(|row| &row.id).collect();
        assert_eq!(ids.len(), 1_000);
        let cited = table
            .rows()
            .flat_map(|row| &row.cells)
            .flat_map(|cell| &cell.sources);
        assert!(cited.into_iter().all(|it| *it <= 50));
    }
}
