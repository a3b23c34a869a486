//! The row of a deck with the headings of its columns, and the column with the names of its rows.

use std::collections::HashSet;

use super::Found;
use crate::refresh::text::normal;
use crate::refresh::{GridRow, HEADER, Kind, NAMES};

impl Found<'_> {
    /// The deck's row with the most headings of columns; of several, the one with the header's id, then the first.
    pub(super) fn header(&self) -> Option<usize> {
        let grids = self.base.into_iter().chain([self.data]);
        let headings = grids
            .clone()
            .flat_map(|it| it.columns.iter().map(|it| normal(&it.header)));
        let headings: HashSet<String> = headings.filter(|it| !it.is_empty()).collect();
        let hint = grids
            .clone()
            .find_map(|it| it.rows.get(it.row(HEADER)?)?.hint);
        let score = |row: usize| {
            let texts: HashSet<&String> = self.shown[row].iter().collect();
            let count = texts.iter().filter(|it| headings.contains(**it)).count();
            let same_id = hint.is_some() && self.deck.rows[row].id == hint;
            (count, same_id)
        };
        let best = (0..self.deck.rows.len())
            .rev()
            .max_by_key(|it| score(*it))?;
        let (count, same_id) = score(best);
        // One cell of a body may well say what an option is called.
        (count > 1 || same_id || (count == 1 && best == 0)).then_some(best)
    }

    /// The deck's column with the most names of rows; of several, the one with the heading or the id, then the first.
    pub(super) fn column_of_names(&self, header: Option<usize>) -> Option<usize> {
        let grids = self.base.into_iter().chain([self.data]);
        let is_body = |it: &&GridRow| it.kind == Kind::Body;
        let keys = grids.clone().flat_map(|it| it.rows.iter().filter(is_body));
        let keys: HashSet<String> = keys
            .map(|it| normal(&it.key))
            .filter(|it| !it.is_empty())
            .collect();
        let columns = grids.filter_map(|it| it.columns.get(it.column(NAMES)?));
        let (mut hints, mut headings) = (HashSet::new(), HashSet::new());
        for it in columns {
            hints.extend(it.hint);
            headings.insert(normal(&it.header));
        }
        let score = |column: usize| {
            let rows = (0..self.deck.rows.len()).filter(|row| Some(*row) != header);
            let texts: HashSet<&String> =
                rows.filter_map(|row| self.shown[row].get(column)).collect();
            let count = texts.iter().filter(|it| keys.contains(**it)).count();
            let heading = header.and_then(|row| self.shown[row].get(column));
            let same_heading = heading.is_some_and(|it| !it.is_empty() && headings.contains(it));
            let same_id = self.deck.columns[column]
                .id
                .is_some_and(|it| hints.contains(&it));
            (count, same_heading, same_id)
        };
        let best = (0..self.deck.columns.len())
            .rev()
            .max_by_key(|it| score(*it))?;
        (score(best) > (0, false, false)).then_some(best)
    }
}
